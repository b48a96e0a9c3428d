//! Finding records: the words of a search, the conditions of a filter, the order of a list.
//!
//! Pure functions of a book. What is kept between two questions (folded text, sorted slots) is
//! renewed from what a change touched and never a truth of its own.

pub mod agenda;
pub mod arrange;
pub mod ask;
pub mod board;
pub mod connections;
pub mod examples;
pub mod filter;
pub mod home;
pub mod idle;
pub mod layouts;
pub mod offer;
pub mod operator;
pub mod overlap;
pub mod rank;
pub mod relation;
pub mod reminder;
pub mod rewind;
pub mod search;
pub mod segment;
pub mod sort;
mod steps;
pub mod text;
pub mod total;
pub mod trend;
pub mod why;

use crate::domain::{book::Book, field::keys, id::RecordType, key::Key, table::Slot};

use self::{
    arrange::Group,
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
    /// By which fields, the first being the most important; by name where there is none. No more than
    /// [`arrange::MOST_SORTS`].
    pub sort: Vec<Sort>,
    /// What records with the same value of a field stand together by.
    pub group: Option<Key>,
}

/// What a query finds, in its order.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Found {
    pub slots: Vec<Slot>,
    /// One after the other, where the query asks for groups.
    pub groups: Vec<Group>,
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

    /// By which fields; by name where nothing is said.
    pub fn sorts(&self) -> &[Sort] {
        const BY_NAME: &[Sort] = &[Sort { key: keys::DISPLAY_NAME, descending: false }];
        if self.sort.is_empty() { BY_NAME } else { &self.sort }
    }

    /// The most important order.
    pub fn first(&self) -> Sort {
        self.sort.first().copied().unwrap_or_default()
    }

    /// Puts a list in order of a field: by it alone, or with `also` after the fields that it is in order of
    /// already.
    pub fn sort_by(&mut self, sort: Sort, also: bool) {
        let mut sorts = if also { self.sorts().to_vec() } else { Vec::new() };
        if let Some(held) = sorts.iter_mut().find(|other| other.key == sort.key) {
            *held = sort;
        } else {
            sorts.truncate(arrange::MOST_SORTS - 1);
            sorts.push(sort);
        }
        self.sort = if sorts == [Sort::default()] { Vec::new() } else { sorts };
    }

    /// Whether the order of one field is all that it asks for.
    pub fn has_one_order(&self) -> bool {
        self.sort.len() < 2 && self.group.is_none()
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
    order.slots(query.first().descending).for_each(|slot| {
        if is_in(slot) {
            slots.push(slot);
        }
    });
    slots
}
