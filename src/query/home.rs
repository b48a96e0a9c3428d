//! What the home page tells of a book: what is due, whom to get back to, what stands still.
//!
//! Only the first of each are kept, so that a page of many records is read in one go and forgotten.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use chrono::{Days, NaiveDate};

use super::{agenda::urgency, steps::Steps};
use crate::domain::{
    book::Book,
    field::{figures, keys},
    id::{Id, RecordType},
    record::Record,
    value::{Value, day::Day, money::Currency, number::Number, time::Time},
};

/// How many of each are told.
pub const MOST: usize = 8;

/// How many days ahead birthdays are told.
const AHEAD: u64 = 14;

/// The filters by which lists find what is told here, and more of it.
pub const DUE: &str = "task-status:overdue,today";
pub const OPEN_TASKS: &str = "-task-status:done";
pub const BACK: &str = "get-back <= today";
pub const BIRTHDAYS: &str = "birthday anniversary +14d";
pub const OPEN_DEALS: &str = "deal-status:open";
pub const STILL: &str = "rotting:yes";

/// The first of many, and how many there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Top<K> {
    /// No more than [`MOST`], in order.
    pub first: BTreeSet<(K, Id)>,
    pub count: usize,
}

impl<K> Default for Top<K> {
    fn default() -> Self {
        Self { first: BTreeSet::new(), count: 0 }
    }
}

impl<K: Ord> Top<K> {
    fn add(&mut self, key: K, id: Id) {
        self.count += 1;
        let is_first = self.first.len() < MOST
            || self.first.last().is_some_and(|(last, other)| (&key, &id) < (last, other));
        if is_first {
            self.first.insert((key, id));
            if self.first.len() > MOST {
                self.first.pop_last();
            }
        }
    }
}

/// What a pass through the book has seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// People by the day on which it was time to get back to them, which has come.
    pub back: Top<NaiveDate>,
    /// People by their next birthday.
    pub birthdays: Top<NaiveDate>,
    /// Open deals that stand still, by how many days they have been in their stage.
    pub still: Top<Reverse<usize>>,
    /// Records by when they were last changed.
    pub touched: Top<(Reverse<Time>, RecordType)>,
    pub open_deals: usize,
    /// What the open deals are worth; money is never converted.
    pub worth: BTreeMap<Currency, i64>,
}

impl Seen {
    /// What open deals are worth, as amounts.
    pub fn worth(&self) -> impl Iterator<Item = (Number, Currency)> {
        let amount = |(currency, units): (&Currency, &i64)| {
            Some((Number::from_ten_thousandths(*units)?, *currency))
        };
        self.worth.iter().filter_map(amount)
    }
}

/// A pass through the types of record that one gets to see here.
#[derive(Debug, Default)]
pub struct Pass {
    pub seen: Seen,
    steps: Steps,
}

impl Pass {
    /// The types it goes through.
    const ON: [RecordType; 4] =
        [RecordType::Deal, RecordType::Project, RecordType::Organization, RecordType::Person];

    /// The types that it all follows from.
    pub const FROM: [RecordType; 8] = [
        RecordType::Deal,
        RecordType::Project,
        RecordType::Organization,
        RecordType::Person,
        RecordType::Interaction,
        RecordType::Stage,
        RecordType::Tag,
        RecordType::Field,
    ];

    /// Reads another page. Says whether there are more.
    pub fn read_some(&mut self, book: &Book) -> bool {
        let Some((on, page)) = self.steps.next(book, &Self::ON) else { return false };
        for (_, record) in book.table(on).page(page) {
            self.see(book, on, record);
        }
        true
    }

    fn see(&mut self, book: &Book, on: RecordType, record: &Record) {
        let seen = &mut self.seen;
        if let Some(at) = record.time(keys::UPDATED) {
            seen.touched.add((Reverse(at), on), record.id);
        }
        match on {
            RecordType::Person => {
                let today = book.today;
                if let Some(day) =
                    figures::get_back_on(book, record).filter(|day| *day <= today.date)
                {
                    seen.back.add(day, record.id);
                }
                let until = today.date.checked_add_days(Days::new(AHEAD));
                let next = record.day(keys::BIRTHDAY).and_then(|day| today.next(day));
                if let Some(day) = next.filter(|day| Some(*day) <= until) {
                    seen.birthdays.add(day, record.id);
                }
            }
            RecordType::Deal if record.get(keys::OUTCOME).is_none() => {
                seen.open_deals += 1;
                if let Some(Value::Money(amount, currency)) = record.get(keys::VALUE) {
                    let worth = seen.worth.entry(*currency).or_default();
                    *worth = worth.saturating_add(amount.ten_thousandths());
                }
                if let Some(days) = figures::days_still(book, record) {
                    seen.still.add(Reverse(days), record.id);
                }
            }
            _ => {}
        }
    }
}

/// What is to be done by today, the most urgent first, and how many tasks are open.
pub fn due(book: &Book) -> (Vec<Id>, usize) {
    let tasks = || book.table(RecordType::Task).iter().map(|(_, task)| task);
    let open = || tasks().filter(|task| task.get(keys::DONE).is_none());
    let is_due = |task: &&Record| {
        let due = task.day(keys::DUE).and_then(Day::date);
        due.is_some_and(|due| due <= book.today.date)
    };
    let mut due: Vec<_> = open().filter(is_due).collect();
    due.sort_by_key(|task| urgency(task));
    (due.into_iter().map(|task| task.id).collect(), open().count())
}

/// The cards, in the order in which they stand while nobody has arranged them.
pub const CARDS: [&str; 7] = ["due", "back", "birthdays", "still", "touched", "counts", "backup"];

/// What a person has made of the cards: names in order, and whether each is hidden. Cards that a newer
/// version brings stand at the end, and those that are gone are left out.
pub fn arranged(kept: Vec<(String, bool)>) -> Vec<(&'static str, bool)> {
    let known = |name: &str| CARDS.into_iter().find(|card| *card == name);
    let mut cards: Vec<(&'static str, bool)> = Vec::new();
    for (name, is_hidden) in kept {
        if let Some(name) = known(&name).filter(|name| cards.iter().all(|(it, _)| it != name)) {
            cards.push((name, is_hidden));
        }
    }
    let new = CARDS.into_iter().filter(|name| cards.iter().all(|(it, _)| it != name));
    let new: Vec<_> = new.map(|name| (name, false)).collect();
    cards.extend(new);
    cards
}
