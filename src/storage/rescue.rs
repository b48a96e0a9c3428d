//! A copy of all that is stored, for when it cannot be opened. It changes nothing and understands nothing:
//! every value is a line of JSON (<https://jsonlines.org>), its text where that can be read, else its bytes.
//! `public/boot.js` writes such a copy too, of bytes alone, when the app has stopped.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use super::{
    Area, Store, StoreError, StoreKey, frame,
    memory::Memory,
    opening::{self, BootError, Opened},
    read_all,
    sealed::{Seal, Sealed},
};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Found {
    Text(String),
    /// In hexadecimal digits, as they are stored.
    Bytes(String),
}

#[derive(Serialize, Deserialize)]
struct Line<'a> {
    area: &'a str,
    key: [u64; 3],
    #[serde(flatten)]
    found: Found,
}

/// The lines of each area.
pub async fn copy<S: Store>(store: &S) -> Result<Vec<Vec<u8>>, StoreError> {
    let mut chunks = Vec::new();
    for area in Area::ALL {
        let values = read_all(store, area, StoreKey::FIRST, StoreKey::LAST).await?;
        chunks.push(lines(area, &values)?);
    }
    // Databases of workspaces that were never sealed may not have the area.
    let envelopes = read_all(store, Area::Lock, StoreKey::FIRST, StoreKey::LAST).await;
    chunks.extend(envelopes.ok().map(|found| lines(Area::Lock, &found)).transpose()?);
    Ok(chunks)
}

fn lines(area: Area, values: &[(StoreKey, Vec<u8>)]) -> Result<Vec<u8>, StoreError> {
    let mut lines = Vec::new();
    for (key, value) in values {
        let found = found(area, *key, value);
        let line = Line { area: area.name(), key: [key.0, key.1, key.2], found };
        serde_json::to_writer(&mut lines, &line)
            .map_err(|error| StoreError::Failed(error.to_string()))?;
        lines.push(b'\n');
    }
    Ok(lines)
}

fn found(area: Area, key: StoreKey, value: &[u8]) -> Found {
    let text = frame::open(area, key, value).ok().and_then(|text| String::from_utf8(text).ok());
    text.map_or_else(|| Found::Bytes(hexadecimal(value)), Found::Text)
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut digits, byte| {
        // Writing to a string does not fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// How a copy begins, in whichever way it was made.
const START: &[u8] = b"{\"area\":";

/// Whether a file is such a copy.
pub fn is_copy(file: &[u8]) -> bool {
    file.trim_ascii_start().starts_with(START)
}

/// Opens a copy like the store that it is of; a sealed one with the seal of that store. Lines that are none are
/// values that are missing.
pub async fn open(file: &[u8], seal: Option<Seal>) -> Result<Opened, BootError> {
    let lines =
        file.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok());
    let store = Memory::holding(lines.filter_map(value).collect());
    let opened = match opening::open(&store, None).await {
        Err(BootError::Unreadable) if seal.is_some() => {
            opening::open(&Sealed { store, seal }, None).await
        }
        opened => opened,
    };
    opened?.ok_or(BootError::Unreadable)
}

fn value(line: Line) -> Option<((Area, StoreKey), Vec<u8>)> {
    let area = Area::ALL.into_iter().find(|area| area.name() == line.area)?;
    let [a, b, c] = line.key;
    let key = StoreKey(a, b, c);
    let value = match line.found {
        Found::Text(text) => frame::close(area, key, &frame::pack(text.as_bytes())),
        Found::Bytes(digits) => bytes(&digits)?,
    };
    Some(((area, key), value))
}

fn bytes(digits: &str) -> Option<Vec<u8>> {
    let (pairs, rest) = digits.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    let byte = |pair| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok();
    pairs.iter().map(|pair| byte(pair)).collect()
}
