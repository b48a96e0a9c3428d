//! What of a book goes into a calendar file: open tasks, birthdays, days to get back to people.

use chrono::{NaiveDate, NaiveTime};

use super::calendar::{Entry, Kind, When};
use crate::domain::{
    book::Book,
    edit::tasks::clock,
    field::{derived, figures, keys},
    id::RecordType,
    record::Record,
    repeat::{End, Frequency, Rule},
    value::{day::Day, time::Time},
};

/// What entries are called that are not called like their record.
#[derive(Clone, Copy)]
pub struct Said<'a> {
    /// Gets the name of the person, as does the other.
    pub birthday: &'a dyn Fn(&str) -> String,
    pub back: &'a dyn Fn(&str) -> String,
}

/// The entries of a calendar: tasks first, then people, in the order of the book.
pub fn entries(book: &Book, said: Said<'_>) -> Vec<Entry> {
    let tasks = book.table(RecordType::Task).iter().filter_map(|(_, task)| todo(task));
    let people = book.table(RecordType::Person).iter();
    let people = people.flat_map(|(_, person)| {
        [birthday(book, person, said), back(book, person, said)].into_iter().flatten()
    });
    tasks.chain(people).collect()
}

fn entry(record: &Record, uid: &str, summary: &str, kind: Kind) -> Entry {
    Entry {
        uid: format!("{uid}{}@rapport", record.id).into(),
        stamp: record.time(keys::UPDATED).unwrap_or(Time::from_millis(0)),
        kind,
        summary: summary.into(),
        description: record.text(keys::BODY).unwrap_or_default().into(),
    }
}

fn todo(task: &Record) -> Option<Entry> {
    if task.get(keys::DONE).is_some() {
        return None;
    }
    let time = task.text(keys::DUE_TIME).and_then(clock);
    let time =
        time.and_then(|(hours, minutes)| NaiveTime::from_hms_opt(hours.into(), minutes.into(), 0));
    let repeat = task.text(keys::REPEAT).and_then(Rule::parse);
    let due = task.day(keys::DUE).and_then(Day::date);
    let due = due.map(|day| When { day, time, repeat, alarm: Some(0) });
    let priority = match task.text(keys::PRIORITY) {
        Some("high") => Some(1),
        Some("normal") => Some(5),
        Some("low") => Some(9),
        _ => None,
    };
    let name = derived::name_of(task).unwrap_or_default();
    Some(entry(task, "", &name, Kind::Todo { due, done: None, priority }))
}

/// From the day of birth on; where its year is not known, from the next one.
fn birthday(book: &Book, person: &Record, said: Said<'_>) -> Option<Entry> {
    let born = person.day(keys::BIRTHDAY)?;
    let day = born.date().or_else(|| book.today.next(born))?;
    let repeat = Rule::new(Frequency::Yearly(None), 1, End::Never);
    let start = When { repeat, alarm: Some(0), ..whole(day) };
    let name = (said.birthday)(&derived::name_of(person).unwrap_or_default());
    Some(Entry {
        description: "".into(),
        ..entry(person, "birthday-", &name, Kind::Event { start })
    })
}

fn back(book: &Book, person: &Record, said: Said<'_>) -> Option<Entry> {
    let day = figures::get_back_on(book, person)?;
    let name = (said.back)(&derived::name_of(person).unwrap_or_default());
    Some(entry(person, "back-", &name, Kind::Event { start: whole(day) }))
}

fn whole(day: NaiveDate) -> When {
    When { day, time: None, repeat: None, alarm: None }
}
