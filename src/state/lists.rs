//! What lists are made from: folded text to search, slots in order; renewed after each change.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    domain::{
        book::{Book, Touched},
        field::keys,
        id::RecordType,
        key::Key,
        table::Slot,
    },
    platform::intl::IntlCollation,
    query::{self, Query, search::SearchIndex, sort::Order},
};

/// How many pages of text a slice folds: some 5 ms.
const SLICE: usize = 16;

pub struct Lists {
    collation: IntlCollation,
    search: BTreeMap<RecordType, SearchIndex>,
    orders: BTreeMap<(RecordType, Key), Ordered>,
}

struct Ordered {
    order: Order,
    // Slots that have changed since the order was last asked for.
    touched: BTreeSet<Slot>,
}

impl Lists {
    pub fn new(collation: IntlCollation) -> Self {
        let search =
            [RecordType::Person, RecordType::Organization].map(|on| (on, SearchIndex::default()));
        Self { collation, search: BTreeMap::from(search), orders: BTreeMap::new() }
    }

    pub fn find(&mut self, book: &Book, on: RecordType, query: &Query) -> Vec<Slot> {
        let key = query.sort.key;
        let ordered = self.orders.entry((on, key)).or_insert_with(|| Ordered {
            order: Order::new(book, on, key, &self.collation),
            touched: BTreeSet::new(),
        });
        if !ordered.touched.is_empty() {
            let touched: Vec<_> = std::mem::take(&mut ordered.touched).into_iter().collect();
            ordered.order.renew(book, &touched, &self.collation);
        }
        let index = self.search.entry(on).or_default();
        query::run(book, on, query, index, &ordered.order)
    }

    /// Takes note of what a change touched.
    pub fn follow(&mut self, book: &Book, touched: &Touched) {
        for (on, slot) in &touched.records {
            if let Some(index) = self.search.get_mut(on) {
                index.touch(*slot);
            }
            if *on == RecordType::Organization
                && let Some(organization) = book.table(*on).at(*slot)
                && let Some(people) = self.search.get_mut(&RecordType::Person)
            {
                // Its name is among the words of its people.
                for (person, _) in
                    book.linked(RecordType::Person, keys::ORGANIZATION, organization.id)
                {
                    people.touch(person);
                }
            }
        }
        if touched.records.iter().any(|(on, _)| *on == RecordType::Tag) {
            self.search.values_mut().for_each(SearchIndex::touch_all);
        }
        self.orders.retain(|(on, _), ordered| {
            let is_by_others = ordered.order.is_by_relation()
                && touched.records.iter().any(|(other, _)| other != on);
            let own = touched.records.iter().filter(|(other, _)| other == on);
            ordered.touched.extend(own.map(|(_, slot)| *slot));
            !is_by_others
        });
    }

    /// Folds some of the text that is not folded yet. Returns whether any is left.
    pub fn renew_some(&mut self, book: &Book) -> bool {
        self.search.iter_mut().any(|(on, index)| index.renew_some(book, *on, SLICE))
    }
}
