//! A copy of all that is stored, for when it cannot be opened. It changes nothing and understands nothing:
//! every value is a line of JSON (<https://jsonlines.org>), its text where that can be read, else its bytes.

use std::fmt::Write;

use serde::Serialize;

use super::{Area, Store, StoreError, StoreKey, frame, read_all};

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Found {
    Text(String),
    /// In hexadecimal digits, as they are stored.
    Bytes(String),
}

#[derive(Serialize)]
struct Line {
    area: &'static str,
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
