//! Journal entries: one change each, in the form in which it is stored.
//!
//! A payload is lines of JSON (<https://jsonlines.org>): first the header, then one line for each
//! touched record. The header of every entry lies in an area of its own, so that the history can be
//! listed without reading what an import of a hundred thousand people touched.

use std::fmt;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh64::Xxh64;

use super::{
    Area, Batch, StoreKey,
    frame::{self, Damage, Packed},
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
    /// Checksum of the entry before this one; 0 for the first that there is.
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
    parts: Vec<Packed>,
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
    let mut encoding = Encoding::new(position, chain, change)?;
    encoding.write(&change.touches)?;
    Ok(encoding.finish())
}

/// An entry on its way to its stored form; a long one is written in slices, and packed as it is written.
pub struct Encoding {
    header: Header,
    /// What is written and not yet packed.
    payload: Vec<u8>,
    parts: Vec<Packed>,
    sum: Xxh64,
}

impl Encoding {
    pub fn new(position: u64, chain: u64, change: &Change) -> Result<Self, fmt::Error> {
        let header = Header {
            position,
            chain,
            at: change.at,
            cause: change.cause,
            label: change.label.clone(),
            touches: change.touches.len() as u64,
        };
        Self::begin(header)
    }

    /// Begins with the header; as many touches as it says must follow.
    pub fn begin(header: Header) -> Result<Self, fmt::Error> {
        let mut payload = Vec::new();
        write_line(&mut payload, &header)?;
        Ok(Self { header, payload, parts: Vec::new(), sum: Xxh64::new(0) })
    }

    /// Writes the next of the touches; all of them must come, in order.
    pub fn write(&mut self, touches: &[Touch]) -> fmt::Result {
        for touch in touches {
            write_line(&mut self.payload, touch)?;
            while self.payload.len() >= frame::HOPED {
                self.pack();
            }
        }
        Ok(())
    }

    /// Packs as much of what is written as fits a value.
    fn pack(&mut self) {
        let (packed, taken) = frame::pack_some(&self.payload);
        self.parts.push(packed);
        self.sum.update(self.payload.get(..taken).unwrap_or(&self.payload));
        self.payload.drain(..taken);
    }

    pub fn finish(mut self) -> Encoded {
        while !self.payload.is_empty() {
            self.pack();
        }
        let Self { header, parts, sum, .. } = self;
        let checksum = match header.cause {
            Cause::Base(checksum) => checksum,
            _ => sum.digest(),
        };
        Encoded { header, parts, checksum }
    }
}

impl Encoded {
    /// Adds the entry to a batch. If its position is taken, the batch fails as a whole.
    pub fn add_to(&self, batch: &mut impl Batch) {
        self.parts().for_each(|part| part.add_to(batch));
    }

    /// What the entry is stored as.
    pub fn parts(&self) -> impl ExactSizeIterator<Item = Part> {
        self.parts.iter().enumerate().map(|(part, packed)| {
            let (area, key) = place(self.header.position, part as u64);
            Part { area, key, value: frame::close(area, key, packed) }
        })
    }
}

/// One stored value of an entry.
pub struct Part {
    area: Area,
    key: StoreKey,
    value: Vec<u8>,
}

impl Part {
    pub fn add_to(&self, batch: &mut impl Batch) {
        batch.add(self.area, self.key, &self.value);
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
    let mut decoding = Decoding::new(key, first)?;
    for (key, value) in others {
        decoding.add(*key, value)?;
    }
    decoding.read(usize::MAX)?;
    decoding.finish()
}

/// An entry on its way back from its stored form; a long one is read in slices.
pub struct Decoding {
    header: Header,
    payload: Vec<u8>,
    parts: u64,
    /// How much of the payload is read.
    read: usize,
    touches: Vec<Touch>,
}

impl Decoding {
    pub fn new(key: StoreKey, first: &[u8]) -> Result<Self, Damage> {
        let header = decode_header(key, first)?;
        let payload = frame::open(Area::Journal, key, first)?;
        Ok(Self { header, payload, parts: 1, read: 0, touches: Vec::new() })
    }

    /// Adds the next part.
    pub fn add(&mut self, key: StoreKey, value: &[u8]) -> Result<(), Damage> {
        if key != StoreKey(self.header.position, self.parts, 0) {
            return Err(Damage::Parts);
        }
        self.parts += 1;
        self.payload.extend(frame::open(Area::JournalParts, key, value)?);
        Ok(())
    }

    /// How many records it touches.
    pub fn touches(&self) -> usize {
        usize::try_from(self.header.touches).unwrap_or(usize::MAX)
    }

    /// Reads so many lines more. Says how many bytes are left; all parts must be there.
    pub fn read(&mut self, lines: usize) -> Result<usize, Damage> {
        let left = self.payload.get(self.read..).unwrap_or_default();
        let mut from = 0;
        for _ in 0..lines {
            let Some(line) = left.get(from..).filter(|left| !left.is_empty()) else { break };
            let end = memchr::memchr(b'\n', line).unwrap_or(line.len());
            // The first line is the header, which is read already.
            if self.read + from > 0 {
                // From text, as everything else: from bytes it would be compiled twice.
                let line = str::from_utf8(line.get(..end).unwrap_or_default());
                let touch = serde_json::from_str(line.map_err(|_| Damage::Content)?);
                self.touches.push(touch.map_err(|_| Damage::Content)?);
            }
            from += end + 1;
        }
        self.read += from;
        Ok(self.payload.len().saturating_sub(self.read))
    }

    pub fn finish(self) -> Result<Entry, Damage> {
        let Self { header, payload, touches, .. } = self;
        if touches.len() as u64 != header.touches {
            return Err(Damage::Parts);
        }
        let change =
            Change { at: header.at, cause: header.cause, label: header.label.clone(), touches };
        let checksum = checksum(&header, &payload);
        Ok(Entry { header, change, checksum })
    }
}

/// What the next entry carries as its `chain`.
fn checksum(header: &Header, payload: &[u8]) -> u64 {
    match header.cause {
        Cause::Base(checksum) => checksum,
        _ => frame::sum(payload),
    }
}

fn write_line(to: &mut Vec<u8>, line: &impl Serialize) -> fmt::Result {
    // Writing to memory does not fail; a value that cannot be written would be an error of ours.
    serde_json::to_writer(&mut *to, line).map_err(|_| fmt::Error)?;
    to.push(b'\n');
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        change::{Action, Step},
        field::keys,
        id::RecordType,
        record::Fields,
        stamp::Stamp,
        value::Value,
    };

    /// An entry of some hundred kilobytes, which is packed while it is written.
    #[test]
    fn a_long_entry_comes_back() {
        let (on, at) = (RecordType::Tag, Time::from_millis(0));
        let mut stamp = Stamp::new(at, [1; 10]);
        let touch = |nth: u32| {
            let name = Value::text(nth.to_string());
            Touch {
                on,
                id: stamp.id(),
                step: Step::Create(Fields::default().with(keys::NAME, name)),
            }
        };
        let touches = (0..6_000).map(touch).collect();
        let label = Label { action: Action::Create, on, name: "".into(), count: 6_000 };
        let change = Change { at, cause: Cause::Edit, label, touches };
        let encoded = encode(7, 123, &change).unwrap();
        let parts: Vec<_> = encoded.parts().map(|part| (part.key, part.value)).collect();
        let ((key, first), others) = parts.split_first().unwrap();
        assert!(others.len() > 2);
        // Its checksum is that of the whole, which reading sums up at one go.
        let entry = decode(*key, first, others).unwrap();
        assert_eq!((entry.change, entry.checksum), (change, encoded.checksum));
    }
}
