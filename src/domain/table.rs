//! All records of one type, in slots that stay where they are.

use rustc_hash::FxHashMap;

use super::{id::Id, record::Record};

/// The position of a record in its table. A slot is given to one record only for as long as the table
/// lives, so lists may hold slots instead of ids.
pub type Slot = u32;

/// Records by slot and by id.
///
/// Slots are grouped in pages of [`Table::PAGE`], which is how a checkpoint stores them and how the
/// search index is renewed after a change.
#[derive(Clone, Debug, Default)]
pub struct Table {
    slots: Vec<Option<Record>>,
    // Each live record's slot.
    by_id: FxHashMap<Id, Slot>,
}

impl Table {
    /// Slots in a page: some 130 kB of JSON, which packs into one stored value.
    pub const PAGE: Slot = 128;

    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// The number of slots, free ones included.
    pub fn slots(&self) -> Slot {
        Slot::try_from(self.slots.len()).unwrap_or(Slot::MAX)
    }

    pub fn pages(&self) -> u32 {
        self.slots().div_ceil(Self::PAGE)
    }

    pub fn get(&self, id: Id) -> Option<&Record> {
        self.at(self.slot(id)?)
    }

    pub fn slot(&self, id: Id) -> Option<Slot> {
        self.by_id.get(&id).copied()
    }

    pub fn at(&self, slot: Slot) -> Option<&Record> {
        self.slots.get(slot as usize)?.as_ref()
    }

    pub(super) fn at_mut(&mut self, slot: Slot) -> Option<&mut Record> {
        self.slots.get_mut(slot as usize)?.as_mut()
    }

    /// Live records with their slots, in order of slot.
    pub fn iter(&self) -> impl Iterator<Item = (Slot, &Record)> {
        (0..).zip(&self.slots).filter_map(|(slot, record)| Some((slot, record.as_ref()?)))
    }

    /// Live records of a page with their slots.
    pub fn page(&self, page: u32) -> impl Iterator<Item = (Slot, &Record)> {
        let first = page.saturating_mul(Self::PAGE);
        (first..first.saturating_add(Self::PAGE)).filter_map(|slot| Some((slot, self.at(slot)?)))
    }

    /// Puts a record into a fresh slot. Gives it back when its id is in use.
    pub(super) fn insert(&mut self, record: Record) -> Result<Slot, Record> {
        if self.by_id.contains_key(&record.id) {
            return Err(record);
        }
        let slot = self.slots();
        self.by_id.insert(record.id, slot);
        self.slots.push(Some(record));
        Ok(slot)
    }

    pub(super) fn remove(&mut self, id: Id) -> Option<(Slot, Record)> {
        let slot = self.by_id.remove(&id)?;
        Some((slot, self.slots.get_mut(slot as usize)?.take()?))
    }

    /// Leaves slots free, so that the next record gets at least the slot `next`.
    pub(super) fn reserve_slots(&mut self, next: Slot) {
        if self.slots() < next {
            self.slots.resize(next as usize, None);
        }
    }
}
