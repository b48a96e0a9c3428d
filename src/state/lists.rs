//! What lists are made from: folded text to search, slots in order; renewed after each change.

use std::collections::{BTreeMap, BTreeSet};

use rapport::{
    domain::{
        book::{Book, Touched},
        id::RecordType,
        key::Key,
        table::Slot,
    },
    platform::intl::IntlCollation,
    query::{
        self, Found, Query, Sort,
        arrange::{self, Bucket, Level},
        ask::{Slots, Texts},
        rank::{Asked, Names, Rate},
        search::SearchIndex,
        sort::Order,
    },
};

/// How many pages of text a slice folds: some 5 ms.
const SLICE: usize = 16;

/// How many names a slice folds: as long.
const NAMES: usize = 2_000;

pub struct Lists {
    collation: IntlCollation,
    pub search: Texts,
    orders: BTreeMap<(RecordType, Key), Ordered>,
    /// Those that were asked for once.
    names: BTreeMap<RecordType, Names>,
}

struct Ordered {
    order: Order,
    // Slots that have changed since the order was last asked for.
    touched: BTreeSet<Slot>,
    // What the order comes to, by value and by group; once asked for.
    ranks: Option<Vec<u32>>,
    group_ranks: Option<Vec<u32>>,
}

impl Ordered {
    /// Makes the ranks that are not there yet; those of groups where their measure is given.
    fn rank(&mut self, book: &Book, bucket: Option<&Bucket>) {
        self.ranks.get_or_insert_with(|| self.order.ranks(book, &|_| None));
        if let Some(bucket) = bucket {
            self.group_ranks.get_or_insert_with(|| self.order.ranks(book, bucket));
        }
    }
}

impl Lists {
    pub fn new(collation: IntlCollation) -> Self {
        let mut search = BTreeMap::new();
        // Those with very many records are folded when they are first asked for.
        for on in [RecordType::Person, RecordType::Organization] {
            search.insert(on, SearchIndex::default());
        }
        Self { collation, search, orders: BTreeMap::new(), names: BTreeMap::new() }
    }

    /// What a query finds among the records that passed its filter, where it has one.
    pub fn find(
        &mut self,
        book: &Book,
        on: RecordType,
        query: &Query,
        passed: Option<&Slots>,
    ) -> Vec<Slot> {
        let key = query.first().key;
        self.order(book, on, key);
        let Some(ordered) = self.orders.get(&(on, key)) else { return Vec::new() };
        let index = self.search.entry(on).or_default();
        query::run(book, on, query, passed, index, &ordered.order)
    }

    /// Makes the order of a field, or brings it up to date.
    fn order(&mut self, book: &Book, on: RecordType, key: Key) {
        let ordered = self.orders.entry((on, key)).or_insert_with(|| Ordered {
            order: Order::new(book, on, key, &self.collation),
            touched: BTreeSet::new(),
            ranks: None,
            group_ranks: None,
        });
        if !ordered.touched.is_empty() {
            let touched: Vec<_> = std::mem::take(&mut ordered.touched).into_iter().collect();
            ordered.order.renew(book, &touched, &self.collation);
            (ordered.ranks, ordered.group_ranks) = (None, None);
        }
    }

    /// What a query finds that asks for several orders, or for groups. `bucket` says which values stand
    /// together.
    pub fn arrange(
        &mut self,
        book: &Book,
        on: RecordType,
        query: &Query,
        passed: Option<&Slots>,
        bucket: &Bucket,
    ) -> Found {
        let mut slots = self.find(book, on, query, passed);
        let sorts = query.sorts();
        for key in query.group.iter().chain(sorts.iter().map(|sort| &sort.key)) {
            self.order(book, on, *key);
            if let Some(ordered) = self.orders.get_mut(&(on, *key)) {
                ordered.rank(book, query.group.filter(|group| group == key).map(|_| bucket));
            }
        }
        let level = |sort: &Sort| {
            let ranks = self.orders.get(&(on, sort.key))?.ranks.as_deref()?;
            Some(Level { ranks, descending: sort.descending })
        };
        let group = query.group.and_then(|key| {
            let ordered = self.orders.get(&(on, key))?;
            // Whoever sorts by the field turns its groups around, too.
            let descending = sorts.iter().any(|sort| sort.key == key && sort.descending);
            Some((Level { ranks: ordered.group_ranks.as_deref()?, descending }, &ordered.order))
        });
        let levels: Vec<_> = group
            .map(|(level, _)| level)
            .into_iter()
            .chain(sorts.iter().filter_map(level))
            .collect();
        arrange::arrange(&mut slots, &levels);
        let groups = group.map(|(level, order)| {
            arrange::groups(&slots, level, |slot| order.mark(book, slot, bucket))
        });
        Found { slots, groups: groups.unwrap_or_default() }
    }

    /// Forgets the orders that may be of the day before.
    pub fn begin_day(&mut self) {
        self.orders.clear();
    }

    /// Takes note of what a change touched.
    pub fn follow(&mut self, book: &Book, touched: &Touched) {
        for (on, index) in &mut self.search {
            index.follow(book, *on, touched);
        }
        self.names.values_mut().for_each(|names| names.follow(touched));
        self.orders.retain(|(on, _), ordered| {
            if ordered.order.is_moved_by(touched) {
                ordered.touched.extend(touched.slots(*on));
            }
            !ordered.order.is_outdated_by(touched)
        });
    }

    /// Slots of the records whose names are nearest to what is asked, nearest first.
    pub fn nearest(
        &mut self,
        book: &Book,
        on: RecordType,
        asked: &Asked,
        most: usize,
    ) -> Vec<(Rate, Slot)> {
        self.names_of(on).nearest(book, asked, most).slots
    }

    /// Folds some of the names that are not folded yet. Returns whether any is left.
    pub fn renew_names(&mut self, book: &Book, on: RecordType) -> bool {
        self.names_of(on).renew_some(book, NAMES)
    }

    fn names_of(&mut self, on: RecordType) -> &mut Names {
        self.names.entry(on).or_insert_with(|| Names::new(on))
    }

    /// Folds some of the text that is not folded yet. Returns whether any is left.
    pub fn renew_some(&mut self, book: &Book) -> bool {
        self.search.iter_mut().any(|(on, index)| index.renew_some(book, *on, SLICE))
    }
}
