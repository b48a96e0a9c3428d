//! Journal entries: one change each, in the form in which it is stored.
//!
//! A payload is lines of JSON (<https://jsonlines.org>): first the header, then one line for each
//! touched record. The header of every entry lies in an area of its own, so that the history can be
//! listed without reading what an import of a hundred thousand people touched.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{
    Area, Batch, StoreKey,
    frame::{self, Damage},
};
use crate::domain::{
    change::{Cause, Change, Label, Touch},
    value::time::Time,
};

/// The first line of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Position in the journal, from 1.
    pub position: u64,
    /// Checksum of the entry before this one; 0 for the first.
    pub chain: u64,
    pub at: Time,
    pub cause: Cause,
    pub label: Label,
    /// The number of lines that follow.
    pub touches: u64,
}

/// An entry in its stored form.
pub struct Encoded {
    pub header: Header,
    payload: Vec<u8>,
    /// Checksum that the next entry carries as its `chain`.
    pub checksum: u64,
}

/// An entry read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub header: Header,
    pub change: Change,
    pub checksum: u64,
}

/// Puts a change into the form of the entry at `position`, which follows the entry with checksum `chain`.
pub fn encode(position: u64, chain: u64, change: &Change) -> Result<Encoded, fmt::Error> {
    let header = Header {
        position,
        chain,
        at: change.at,
        cause: change.cause,
        label: change.label.clone(),
        touches: change.touches.len() as u64,
    };
    let mut payload = Vec::with_capacity(256 * (1 + change.touches.len()));
    write_line(&mut payload, &header)?;
    for touch in &change.touches {
        write_line(&mut payload, touch)?;
    }
    let checksum = frame::sum(&payload);
    Ok(Encoded { header, payload, checksum })
}

impl Encoded {
    /// Adds the entry to a batch. If its position is taken, the batch fails as a whole.
    pub fn add_to(&self, batch: &mut impl Batch) {
        for (part, packed) in frame::parts(&self.payload) {
            let (area, key) = place(self.header.position, part);
            batch.add(area, key, &frame::close(area, key, &packed));
        }
    }

    /// Bytes stored, without the seals.
    pub fn len(&self) -> usize {
        self.payload.len()
    }

    pub fn is_empty(&self) -> bool {
        self.payload.is_empty()
    }
}

/// Where a part of an entry lies.
fn place(position: u64, part: u64) -> (Area, StoreKey) {
    if part == 0 {
        (Area::Journal, StoreKey(position, 0, 0))
    } else {
        (Area::JournalParts, StoreKey(position, part, 0))
    }
}

/// Reads the header out of the first part of an entry.
pub fn decode_header(key: StoreKey, value: &[u8]) -> Result<Header, Damage> {
    let payload = frame::open(Area::Journal, key, value)?;
    let line = payload.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let header: Header = serde_json::from_slice(line).map_err(|_| Damage::Content)?;
    if header.position == key.0 { Ok(header) } else { Err(Damage::Content) }
}

/// Reads an entry from its first part and the others, in order.
pub fn decode(
    key: StoreKey,
    first: &[u8],
    others: &[(StoreKey, Vec<u8>)],
) -> Result<Entry, Damage> {
    let header = decode_header(key, first)?;
    let mut payload = frame::open(Area::Journal, key, first)?;
    for (part, (key, value)) in (1..).zip(others) {
        if *key != StoreKey(header.position, part, 0) {
            return Err(Damage::Parts);
        }
        payload.extend(frame::open(Area::JournalParts, *key, value)?);
    }
    let text = str::from_utf8(&payload).map_err(|_| Damage::Content)?;
    let mut touches = Vec::new();
    for line in text.lines().skip(1) {
        touches.push(serde_json::from_str::<Touch>(line).map_err(|_| Damage::Content)?);
    }
    if touches.len() as u64 != header.touches {
        return Err(Damage::Parts);
    }
    let change =
        Change { at: header.at, cause: header.cause, label: header.label.clone(), touches };
    Ok(Entry { header, change, checksum: frame::sum(&payload) })
}

fn write_line(to: &mut Vec<u8>, line: &impl Serialize) -> fmt::Result {
    // Writing to memory does not fail; a value that cannot be written would be an error of ours.
    serde_json::to_writer(&mut *to, line).map_err(|_| fmt::Error)?;
    to.push(b'\n');
    Ok(())
}
