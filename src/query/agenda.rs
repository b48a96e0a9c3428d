//! What is to be done and when: open tasks in the order in which one does them, and what stands in a calendar.

use std::{cmp::Reverse, sync::Arc};

use chrono::{Datelike, NaiveDate};

use super::steps::Steps;
use crate::domain::{
    book::Book,
    field::{figures, keys},
    id::{Id, RecordType},
    record::Record,
    repeat::Rule,
    table::Slot,
    today::in_year,
    value::{choice, day::Day},
};

/// What open tasks are ordered by.
type Urgency<'a> = (bool, Option<Day>, Option<&'a str>, Reverse<usize>, Id);

/// The earlier its day and time, the more urgent; among those of one day, the more important. A task of
/// some day comes last.
pub fn urgency(task: &Record) -> Urgency<'_> {
    let due = task.day(keys::DUE);
    let time = task.text(keys::DUE_TIME).filter(|_| due.is_some());
    (due.is_none(), due, time, Reverse(importance(task)), task.id)
}

/// 0 is low, 2 is high; what has none is normal.
pub fn importance(task: &Record) -> usize {
    let place = |word| choice::PRIORITY.iter().position(|it| *it == word);
    task.text(keys::PRIORITY).and_then(place).unwrap_or(1)
}

fn open(book: &Book, id: Id) -> impl Iterator<Item = &Record> {
    book.of(RecordType::Task, id).filter(|task| task.get(keys::DONE).is_none())
}

/// The task of a record that is to be done next.
pub fn next_of(book: &Book, id: Id) -> Option<&Record> {
    open(book, id).min_by_key(|task| urgency(task))
}

/// The open tasks of a record, the most urgent first.
pub fn open_of(book: &Book, id: Id) -> Vec<Id> {
    let mut open: Vec<_> = open(book, id).collect();
    open.sort_by_key(|task| urgency(task));
    open.into_iter().map(|task| task.id).collect()
}

/// Open tasks whose time came after one moment and until another, both as a clock shows them, such as
/// `2026-03-09T09:30`. A task without a time is due all day, so no moment is its own.
pub fn came_due(book: &Book, after: &str, until: &str) -> Vec<Id> {
    let tasks = book.table(RecordType::Task).iter().map(|(_, task)| task);
    let open = tasks.filter(|task| task.get(keys::DONE).is_none());
    let came_due = |task: &&Record| {
        let day = task.day(keys::DUE).and_then(Day::date);
        let moment = day.zip(task.text(keys::DUE_TIME)).map(|(day, time)| format!("{day}T{time}"));
        moment.is_some_and(|moment| *after < *moment && *moment <= *until)
    };
    open.filter(came_due).map(|task| task.id).collect()
}

/// What stands in a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// A task is due.
    Task,
    /// A task that comes round will be due again.
    Again,
    /// A deal is expected to be decided.
    Close,
    Birthday,
    /// It is time to get back to a person.
    Back,
}

impl What {
    pub const ALL: [Self; 5] = [Self::Task, Self::Again, Self::Close, Self::Birthday, Self::Back];

    pub fn name(self) -> &'static str {
        match self {
            Self::Task => "task",
            Self::Again => "again",
            Self::Close => "close",
            Self::Birthday => "birthday",
            Self::Back => "back",
        }
    }

    /// The type of the record that it is about.
    pub fn on(self) -> RecordType {
        match self {
            Self::Task | Self::Again => RecordType::Task,
            Self::Close => RecordType::Deal,
            Self::Birthday | Self::Back => RecordType::Person,
        }
    }
}

/// An entry of a calendar. Ordered by day, and within it by kind and time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Item {
    pub day: NaiveDate,
    pub what: What,
    /// The time of day, such as `09:30`; empty where there is none.
    pub time: Box<str>,
    pub id: Id,
}

/// How many times of a task that comes round are looked through for those of a stretch of days.
const TIMES: usize = 4000;

/// How many tasks that were asked for are read at a time.
const SOME: usize = 128;

/// A pass through all that may stand in some days, both included; or, where tasks were asked for, through
/// those, since what is asked of tasks says nothing of deals and people.
#[derive(Debug)]
pub struct Pass {
    from: NaiveDate,
    to: NaiveDate,
    /// In order, once the pass has ended.
    pub items: Vec<Item>,
    steps: Steps,
    asked: Option<Arc<Vec<Slot>>>,
    /// How many of those that were asked for have been read.
    read: usize,
}

impl Pass {
    const ON: [RecordType; 3] = [RecordType::Task, RecordType::Deal, RecordType::Person];

    /// The types that it all follows from.
    pub const FROM: [RecordType; 5] = [
        RecordType::Task,
        RecordType::Deal,
        RecordType::Person,
        RecordType::Interaction,
        RecordType::Tag,
    ];

    pub fn new(from: NaiveDate, to: NaiveDate, asked: Option<Arc<Vec<Slot>>>) -> Self {
        Self { from, to, items: Vec::new(), steps: Steps::default(), asked, read: 0 }
    }

    /// Reads some more. Says whether there was any.
    pub fn read_some(&mut self, book: &Book) -> bool {
        let has_more = match self.asked.clone() {
            Some(asked) => self.read_asked(book, &asked),
            None => self.read_page(book),
        };
        if !has_more {
            self.items.sort_unstable();
        }
        has_more
    }

    fn read_asked(&mut self, book: &Book, asked: &[Slot]) -> bool {
        let tasks = book.table(RecordType::Task);
        let some = asked.iter().skip(self.read).take(SOME);
        self.read += some.len();
        let has_more = some.len() > 0;
        for task in some.filter_map(|slot| tasks.at(*slot)) {
            self.see_task(task);
        }
        has_more
    }

    fn read_page(&mut self, book: &Book) -> bool {
        let Some((on, page)) = self.steps.next(book, &Self::ON) else { return false };
        for (_, record) in book.table(on).page(page) {
            match on {
                RecordType::Task => self.see_task(record),
                RecordType::Deal => self.see_deal(record),
                _ => self.see_person(book, record),
            }
        }
        true
    }

    fn add(&mut self, day: Option<NaiveDate>, what: What, time: &str, id: Id) {
        if let Some(day) = day.filter(|day| (self.from..=self.to).contains(day)) {
            self.items.push(Item { day, what, time: time.into(), id });
        }
    }

    fn see_task(&mut self, task: &Record) {
        let due = task.day(keys::DUE).and_then(Day::date);
        let Some(due) = due.filter(|_| task.get(keys::DONE).is_none()) else { return };
        let time = task.text(keys::DUE_TIME).unwrap_or_default();
        self.add(Some(due), What::Task, time, task.id);
        if let Some(rule) = task.text(keys::REPEAT).and_then(Rule::parse) {
            let to = self.to;
            let following = rule.occurrences(due).take(TIMES).take_while(|day| *day <= to);
            for day in following.filter(|day| *day > due) {
                self.add(Some(day), What::Again, time, task.id);
            }
        }
    }

    fn see_deal(&mut self, deal: &Record) {
        if deal.get(keys::OUTCOME).is_none() {
            let day = deal.day(keys::EXPECTED).and_then(Day::date);
            self.add(day, What::Close, "", deal.id);
        }
    }

    fn see_person(&mut self, book: &Book, person: &Record) {
        self.add(figures::get_back_on(book, person), What::Back, "", person.id);
        let Some(born) = person.day(keys::BIRTHDAY) else { return };
        for year in self.from.year()..=self.to.year() {
            let is_born = born.year().is_none_or(|born| i32::from(born) <= year);
            self.add(in_year(born, year).filter(|_| is_born), What::Birthday, "", person.id);
        }
    }
}
