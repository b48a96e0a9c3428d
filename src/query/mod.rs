//! Finding records: the words of a search, the conditions of a filter, the order of a list.
//!
//! Pure functions of a book. What is kept between two questions (folded text, sorted slots) is
//! renewed from what a change touched and never a truth of its own.

pub mod ask;
pub mod examples;
pub mod filter;
pub mod layouts;
pub mod offer;
pub mod operator;
pub mod rank;
pub mod relation;
pub mod search;
pub mod segment;
pub mod sort;
pub mod text;
pub mod why;

use crate::domain::{book::Book, field::keys, id::RecordType, key::Key, table::Slot};

use self::{
    ask::Slots,
    search::{SearchIndex, Words},
    sort::Order,
};

/// What a list shows, and in which order.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Query {
    /// As the person typed it.
    pub search: String,
    /// What must hold besides, in the [text form](text) that is the same everywhere. It is read when it is
    /// asked, so that a list that asks nothing needs nothing of it.
    pub filter: String,
    pub sort: Sort,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    pub key: Key,
    pub descending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self { key: keys::DISPLAY_NAME, descending: false }
    }
}

impl Query {
    /// Whether it finds every record.
    pub fn finds_all(&self) -> bool {
        self.search.trim().is_empty() && self.filter.is_empty()
    }
}

/// Returns the slots of the records that have the words of a search, of those that passed a filter where
/// there is one, in order.
pub fn run(
    book: &Book,
    on: RecordType,
    query: &Query,
    passed: Option<&Slots>,
    index: &mut SearchIndex,
    order: &Order,
) -> Vec<Slot> {
    let words = Words::new(&query.search);
    let found = (!words.is_empty()).then(|| index.find(book, on, &words));
    let is_in = |slot: Slot| {
        found.as_ref().is_none_or(|found| found.get(slot as usize).copied().unwrap_or_default())
            && passed.is_none_or(|passed| passed.has(slot))
    };
    let mut slots = Vec::new();
    // Within the iterator, which is a chain of several, the loop is tight; asked one by one, it is not.
    order.slots(query.sort.descending).for_each(|slot| {
        if is_in(slot) {
            slots.push(slot);
        }
    });
    slots
}
