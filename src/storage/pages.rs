//! Pages: the records of a checkpoint, some dozens to a page, one line of JSON each.

use serde::{Deserialize, Serialize};

use super::{
    Area, Batch, StoreKey,
    frame::{self, Damage},
};
use crate::domain::{book::Book, id::RecordType, record::Record};

/// One page of the table of pages: under which generation it lies, and how many parts it has. Each part
/// carries its own checksum, over its place too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageRef(pub u64, pub u32);

/// Names a page of a table.
pub type PageId = (RecordType, u32);

/// Writes a page of the book under a generation.
pub fn write(
    book: &Book,
    (kind, page): PageId,
    generation: u64,
    batch: &mut impl Batch,
) -> Result<PageRef, std::fmt::Error> {
    let mut payload = Vec::new();
    for (_, record) in book.table(kind).page(page) {
        serde_json::to_writer(&mut payload, record).map_err(|_| std::fmt::Error)?;
        payload.push(b'\n');
    }
    let mut parts = 0;
    for (part, packed) in frame::parts(&payload) {
        let key = StoreKey(address(kind, page), generation, part);
        batch.put(Area::Pages, key, &frame::close(Area::Pages, key, &packed));
        parts += 1;
    }
    Ok(PageRef(generation, parts))
}

/// Removes a page that no head names any more.
pub fn delete((kind, page): PageId, PageRef(generation, _): PageRef, batch: &mut impl Batch) {
    let key = |part| StoreKey(address(kind, page), generation, part);
    batch.delete(Area::Pages, key(0), key(StoreKey::LAST.2));
}

/// Reads a page from its parts, in order.
pub fn read(expected: PageRef, parts: &[(StoreKey, Vec<u8>)]) -> Result<Vec<Record>, Damage> {
    if parts.len() != expected.1 as usize {
        return Err(Damage::Parts);
    }
    let mut payload = Vec::new();
    for (part, (key, value)) in (0..).zip(parts) {
        if key.2 != part {
            return Err(Damage::Parts);
        }
        let opened = frame::open(Area::Pages, *key, value)?;
        // Most pages are one part.
        if payload.is_empty() { payload = opened } else { payload.extend(opened) }
    }
    let text = str::from_utf8(&payload).map_err(|_| Damage::Content)?;
    text.lines().map(|line| serde_json::from_str(line).map_err(|_| Damage::Content)).collect()
}

/// The first number of a page's key: the type of record and the page.
pub fn address(kind: RecordType, page: u32) -> u64 {
    code(kind) << 32 | u64::from(page)
}

/// Numbers of the types in keys. They never change.
fn code(kind: RecordType) -> u64 {
    match kind {
        RecordType::Workspace => 1,
        RecordType::Tag => 2,
        RecordType::Organization => 3,
        RecordType::Person => 4,
        RecordType::Interaction => 5,
        RecordType::Segment => 6,
        RecordType::Field => 7,
        RecordType::View => 8,
        RecordType::Import => 9,
        RecordType::Pipeline => 10,
        RecordType::Stage => 11,
        RecordType::Deal => 12,
        RecordType::Project => 13,
        RecordType::Task => 14,
        RecordType::Relation => 15,
        RecordType::Export => 16,
    }
}
