//! Finding records: the words of a search, the conditions of a filter, the order of a list.
//!
//! Pure functions of a book. What is kept between two questions (folded text, sorted slots) is
//! renewed from what a change touched and never a truth of its own.

pub mod condition;
pub mod layouts;
pub mod offer;
pub mod rank;
pub mod search;
pub mod sort;

use crate::domain::{book::Book, field::keys, id::RecordType, key::Key, table::Slot};

use self::{
    condition::Condition,
    search::{SearchIndex, Words},
    sort::Order,
};

/// What a list shows, and in which order.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Query {
    /// As the person typed it.
    pub search: String,
    /// All of them must hold. In the order of their keys, one for each key and kind of test.
    pub conditions: Vec<Condition>,
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
    /// Adds a condition where it belongs, unless it is there.
    pub fn ask(&mut self, condition: Condition) {
        if let Err(at) = self.conditions.binary_search(&condition) {
            self.conditions.insert(at, condition);
        }
    }

    /// Whether it finds every record.
    pub fn finds_all(&self) -> bool {
        self.search.trim().is_empty() && self.conditions.is_empty()
    }
}

/// Returns the slots of the records that a query finds, in its order.
pub fn run(
    book: &Book,
    on: RecordType,
    query: &Query,
    index: &mut SearchIndex,
    order: &Order,
) -> Vec<Slot> {
    let words = Words::new(&query.search);
    let table = book.table(on);
    let found = (!words.is_empty()).then(|| index.find(book, on, &words));
    let passes = |slot: &Slot| {
        found.as_ref().is_none_or(|found| found.get(*slot as usize).copied().unwrap_or_default())
            && (query.conditions.is_empty()
                || table.at(*slot).is_some_and(|record| {
                    query.conditions.iter().all(|condition| condition.holds(book, record))
                }))
    };
    let mut slots = Vec::new();
    // Within the iterator, which is a chain of several, the loop is tight; asked one by one, it is not.
    order.slots(query.sort.descending).for_each(|slot| {
        if passes(&slot) {
            slots.push(slot);
        }
    });
    slots
}
