//! Answers to filters. Lies in a later part of the app: a list that asks nothing needs nothing of it.

use super::lists::Lists;
use rapport::{
    domain::{
        book::{Book, Touched},
        change::Change,
        id::RecordType,
        table::Slot,
        value::time::Time,
    },
    platform::clock,
    query::{
        Found, Query, arrange,
        ask::{
            Asked, Columns, Past, Slots, Texts, Wanted,
            when::{Today, Zone},
        },
        filter::Group,
        text::{self, Canonical},
        why::{self, Answer},
    },
};

/// What the workspace asks; behind a trait, so that the first screen does without the answers.
pub trait Asking {
    /// Takes note of the time and of how far the journal goes.
    fn is_now(&mut self, now: Time, position: u64);

    /// The records for which a filter in its text form holds, or what it needs to know first.
    fn filter(
        &mut self,
        book: &Book,
        texts: &mut Texts,
        on: RecordType,
        filter: &str,
    ) -> Result<Slots, Wanted>;

    /// The records for which a filter holds, or what it needs to know first.
    fn find(
        &mut self,
        book: &Book,
        texts: &mut Texts,
        on: RecordType,
        group: &Group,
    ) -> Result<Slots, Wanted>;

    /// What a query finds among those that passed its filter, where it asks for several orders or for groups.
    fn arrange(
        &mut self,
        book: &Book,
        lists: &mut Lists,
        on: RecordType,
        query: &Query,
        passed: Option<&Slots>,
    ) -> Found;

    /// Why a filter in its text form holds for a record, or why not.
    fn why(
        &mut self,
        book: &Book,
        texts: &mut Texts,
        record: (RecordType, Slot),
        filter: &str,
    ) -> Result<Answer, Wanted>;

    /// Takes note of what a change touched.
    fn follow(&mut self, touched: &Touched);

    /// Begins to learn about the past of fields. Returns after which position.
    fn begin(&mut self, wanted: &Wanted) -> u64;

    /// Learns changes up to a position.
    fn learn(&mut self, changes: &[(u64, Change)], until: u64);
}

pub(super) fn new() -> Box<dyn Asking> {
    let today = today(&Book::default());
    Box::new(Answers {
        today,
        past: Past::default(),
        columns: Columns::default(),
        learnt: 0,
        position: 0,
        last: None,
    })
}

/// Now, where the person is, with what the workspace says of the calendar.
pub(super) fn today(book: &Book) -> Today {
    let now = clock::now();
    let (first_weekday, fiscal_start) = (clock::first_weekday(), book.fiscal_start());
    Today { now, zone: zone(now), first_weekday, fiscal_start }
}

struct Answers {
    today: Today,
    past: Past,
    columns: Columns,
    /// Up to which position the past is known.
    learnt: u64,
    /// How far the journal goes.
    position: u64,
    /// The filter that was read last.
    last: Option<(RecordType, String, Group)>,
}

impl Asking for Answers {
    fn is_now(&mut self, now: Time, position: u64) {
        self.today.now = now;
        self.position = position;
    }

    fn filter(
        &mut self,
        book: &Book,
        texts: &mut Texts,
        on: RecordType,
        filter: &str,
    ) -> Result<Slots, Wanted> {
        let group = match self.last.take() {
            Some((kind, text, group)) if kind == on && text == filter => group,
            _ => text::parse(filter, on, &Canonical).group,
        };
        let found = self.find(book, texts, on, &group);
        self.last = Some((on, filter.to_owned(), group));
        found
    }

    fn find(
        &mut self,
        book: &Book,
        texts: &mut Texts,
        on: RecordType,
        group: &Group,
    ) -> Result<Slots, Wanted> {
        Ok(self.asked(book, texts, on, group)?.find(group, on))
    }

    fn arrange(
        &mut self,
        book: &Book,
        lists: &mut Lists,
        on: RecordType,
        query: &Query,
        passed: Option<&Slots>,
    ) -> Found {
        lists.arrange(book, on, query, passed, &arrange::month(&self.today.zone))
    }

    fn why(
        &mut self,
        book: &Book,
        texts: &mut Texts,
        (on, slot): (RecordType, Slot),
        filter: &str,
    ) -> Result<Answer, Wanted> {
        let group = text::parse(filter, on, &Canonical).group;
        Ok(why::why(&mut self.asked(book, texts, on, &group)?, &group, on, slot))
    }

    fn follow(&mut self, touched: &Touched) {
        self.columns.follow(touched);
    }

    fn begin(&mut self, wanted: &Wanted) -> u64 {
        if !wanted.is_empty() {
            // What is new has to be learnt from the first change on, and then all is learnt again.
            self.past.begin(wanted);
            self.learnt = 0;
        }
        self.learnt
    }

    fn learn(&mut self, changes: &[(u64, Change)], until: u64) {
        for (position, change) in changes {
            self.past.follow(*position, change);
        }
        self.learnt = until;
    }
}

impl Answers {
    /// Makes ready to ask, or says what has to be known first.
    fn asked<'a>(
        &'a mut self,
        book: &'a Book,
        texts: &'a mut Texts,
        on: RecordType,
        group: &Group,
    ) -> Result<Asked<'a>, Wanted> {
        let mut wanted = Wanted::default();
        wanted.add(book, group, on);
        if !wanted.is_empty() {
            let missing = self.past.missing(&wanted);
            if !missing.is_empty() || self.learnt < self.position {
                return Err(missing);
            }
        }
        self.today.fiscal_start = book.fiscal_start();
        Ok(Asked::new(book, &self.today, texts, &self.past).with(&mut self.columns))
    }
}

/// The person's clock over the years that records are likely to be from.
fn zone(now: Time) -> Zone {
    const YEAR: i64 = 366 * 24 * 60 * 60 * 1000;
    let at = |years: i64| Time::from_millis(now.millis() + years * YEAR);
    Zone::probe(at(-30), at(10), clock::minutes_east)
}
