//! Heads: what a checkpoint consists of.
//!
//! Every checkpoint has a generation of its own, and its head is *added* under that number: of two
//! tabs that make a checkpoint at once, one fails as a whole. The two newest heads are kept.
//! A generation is no less than the position of its checkpoint, so that one whose maker knew nothing of newer
//! ones, since removed, is not taken for older than them, nor writes other pages under their numbers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Area, Batch, StoreKey,
    frame::{self, Damage},
    pages::PageRef,
};
use crate::domain::{
    id::{Id, RecordType},
    table::{Slot, Table},
};

/// The form of everything stored; rises also when a type of record is new. A store with a higher number is a
/// newer version's and is left alone.
pub const FORMAT: u32 = 7;

/// A checkpoint: where in the journal it stands, and the pages that hold the book as of then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    pub format: u32,
    /// Names the store; a new one is given when a workspace is begun anew.
    pub store: Id,
    pub generation: u64,
    /// The journal's position up to which the pages have everything.
    pub position: u64,
    /// Checksum of the entry at that position.
    pub chain: u64,
    /// The generation at which records were last laid out on pages from scratch. Tabs agree on which
    /// page a record is on only while they agree on this.
    pub layout: u64,
    pub tables: BTreeMap<RecordType, TableRef>,
}

/// The pages of one type of record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRef {
    /// The number of slots given so far, which is where the next record goes.
    pub slots: Slot,
    pub pages: Vec<PageRef>,
}

impl Head {
    /// The head of an empty workspace.
    pub fn first(store: Id) -> Self {
        let tables = BTreeMap::new();
        Self { format: FORMAT, store, generation: 0, position: 0, chain: 0, layout: 0, tables }
    }

    /// Adds the head to a batch. If another checkpoint has its generation, the batch fails as a whole.
    pub fn add_to(&self, batch: &mut impl Batch) -> Result<(), std::fmt::Error> {
        let payload = serde_json::to_vec(self).map_err(|_| std::fmt::Error)?;
        for (part, packed) in frame::parts(&payload) {
            let key = StoreKey(self.generation, part, 0);
            batch.add(Area::Heads, key, &frame::close(Area::Heads, key, &packed));
        }
        Ok(())
    }

    /// Removes the head of a generation and those before it.
    pub fn delete_until(generation: u64, batch: &mut impl Batch) {
        batch.delete(Area::Heads, StoreKey::FIRST, StoreKey(generation, StoreKey::LAST.1, 0));
    }

    /// Whether another position can follow, and every slot is on a page: a number that is too large would
    /// fill the memory.
    fn is_possible(&self) -> bool {
        let holds =
            |table: &TableRef| table.slots.div_ceil(Table::PAGE) as usize <= table.pages.len();
        self.position < StoreKey::LAST.0 && self.tables.values().all(holds)
    }

    /// Every page named by the head.
    pub fn pages(&self) -> impl Iterator<Item = ((RecordType, u32), PageRef)> {
        self.tables.iter().flat_map(|(kind, table)| {
            (0..).zip(&table.pages).map(|(page, page_ref)| ((*kind, page), *page_ref))
        })
    }

    pub fn page(&self, (kind, page): (RecordType, u32)) -> Option<PageRef> {
        self.tables.get(&kind)?.pages.get(page as usize).copied()
    }
}

/// Heads found in a store, newest first; damaged ones with their generation.
pub fn decode_all(values: &[(StoreKey, Vec<u8>)]) -> Vec<Result<Head, (u64, Damage)>> {
    let mut generations: BTreeMap<u64, Vec<&(StoreKey, Vec<u8>)>> = BTreeMap::new();
    for value in values {
        generations.entry(value.0.0).or_default().push(value);
    }
    let decode = |(generation, parts): (&u64, &Vec<&(StoreKey, Vec<u8>)>)| {
        decode(*generation, parts).map_err(|damage| (*generation, damage))
    };
    generations.iter().rev().map(decode).collect()
}

/// The member that every form has, whatever else it holds.
#[derive(Deserialize)]
struct Format {
    format: u32,
}

fn decode(generation: u64, parts: &[&(StoreKey, Vec<u8>)]) -> Result<Head, Damage> {
    let mut payload = Vec::new();
    for (part, (key, value)) in (0..).zip(parts) {
        if *key != StoreKey(generation, part, 0) {
            return Err(Damage::Parts);
        }
        payload.extend(frame::open(Area::Heads, *key, value)?);
    }
    // A newer form may have other members; its number must be readable all the same.
    let Format { format } = serde_json::from_slice(&payload).map_err(|_| Damage::Content)?;
    if format > FORMAT {
        return Err(Damage::Newer);
    }
    let head: Head = serde_json::from_slice(&payload).map_err(|_| Damage::Content)?;
    if head.generation == generation && head.is_possible() {
        Ok(head)
    } else {
        Err(Damage::Content)
    }
}
