//! The values of a field side by side.
//!
//! The fields of a record lie apart from those of the next one, and fetching them takes most of the time of a
//! condition that is asked of all. A column is made when a field is first asked about, and dropped when a
//! change touches the field. One of figures that are counted from other records is kept: only those records
//! are counted again that a change was about. Text, and what a record computes of itself, has none.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Past, Slots, date, past, when::Today};
use crate::{
    domain::{
        book::{Book, Touched},
        field::{self, Source, keys},
        id::{Id, RecordType},
        key::Key,
        record::Record,
        table::{Slot, Table},
        value::{Value, number::Number},
    },
    query::{
        filter::{Condition, Operand},
        operator::{Class, Operator},
    },
};

/// The columns of the fields that were asked about.
#[derive(Debug, Default)]
pub struct Columns {
    held: BTreeMap<(RecordType, Key), Column>,
    /// The day on which figures were counted.
    day: NaiveDate,
}

#[derive(Debug)]
struct Column {
    filled: Slots,
    values: Values,
    /// Slots whose figure may be another one by now. None are kept of stored fields.
    stale: BTreeSet<Slot>,
}

#[derive(Debug)]
enum Values {
    /// By slot: numbers in ten-thousandths, moments in milliseconds.
    Numbers(Vec<i64>),
    /// Who holds what, where few different things are held.
    Members(Vec<(Member, Slots)>),
    /// Only whether there is a value.
    Others,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Member {
    Word(Box<str>),
    Record(Id),
    Flag(bool),
}

/// Above so many different members, a column of them takes more than it gives.
const MEMBERS: usize = 128;

impl Columns {
    /// Drops what a change has touched.
    pub fn follow(&mut self, touched: &Touched) {
        // A definition may say otherwise what values there are.
        let is_defining =
            |(on, _): &(RecordType, _)| matches!(on, RecordType::Field | RecordType::Workspace);
        if touched.records.iter().any(is_defining) {
            self.held.clear();
        }
        // What has no list, such as a tag, is counted for more than it points to.
        let is_listed = |(on, _): &(RecordType, _)| RecordType::LISTED.contains(on);
        let is_wide = !touched.records.iter().all(is_listed);
        self.held.retain(|(on, key), column| {
            if touched.numbers.contains(on) || touched.fields.contains(&(*on, *key)) {
                return false;
            }
            if is_counted(*key) {
                column.stale.extend(touched.slots(*on));
                return !is_wide;
            }
            true
        });
    }

    fn column(&mut self, book: &Book, on: RecordType, key: Key, class: Class) -> &Column {
        if self.day != book.today.date {
            self.day = book.today.date;
            self.held.retain(|(_, key), _| !is_counted(*key));
        }
        let column =
            self.held.entry((on, key)).or_insert_with(|| Column::new(book, on, key, class));
        column.renew(book, on, key);
        column
    }

    /// All records for which a condition on the past of a field holds, as [`hits`](Self::hits). Of most records
    /// the field has not changed since they were made; the others are asked one by one.
    pub(super) fn past_hits(
        &mut self,
        book: &Book,
        today: &Today,
        past: &Past,
        on: RecordType,
        key: Key,
        condition: &Condition,
    ) -> Option<Slots> {
        let field = book.field(key).filter(|field| field.is_stored())?;
        let mut hits = match (condition.operator, &condition.operand) {
            (operator @ (Operator::Changed | Operator::Held), Operand::Span(span)) => {
                let start = today.zone.start_of(today.ago(*span));
                let filled = self.column(book, on, key, Class::of(field.kind)).filled.clone();
                let made = self.column(book, on, keys::CREATED, Class::Date);
                let Values::Numbers(times) = &made.values else { return None };
                let mut hits = Slots::none(book.table(on));
                for slot in filled.and(made.filled.clone()).iter() {
                    let is_since = times.get(slot as usize).is_some_and(|time| *time >= start);
                    if is_since == (operator == Operator::Changed) {
                        hits.insert(slot);
                    }
                }
                hits
            }
            (Operator::Was, operand) => {
                let is = match Class::of(field.kind) {
                    Class::Number => Operator::Equal,
                    Class::Date => Operator::On,
                    Class::Flag => Operator::IsFlag,
                    _ => Operator::AnyOf,
                };
                let held = Condition::new(condition.subject, is, operand.clone());
                self.hits(book, today, on, key, &held)?
            }
            _ => return None,
        };
        let test = past::test(book, past, today, on, key, condition.operator, &condition.operand)?;
        for id in past.changed(on, key) {
            let Some(slot) = book.table(on).slot(id) else { continue };
            if book.table(on).at(slot).is_some_and(&test) {
                hits.insert(slot);
            } else {
                hits.take_out(slot);
            }
        }
        Some(hits)
    }

    /// All records for which a condition on a field holds, not yet turned around. `None` where no column
    /// can tell.
    pub(super) fn hits(
        &mut self,
        book: &Book,
        today: &Today,
        on: RecordType,
        key: Key,
        Condition { operator, operand, .. }: &Condition,
    ) -> Option<Slots> {
        let field = book.field(key).filter(|field| field.is_stored() || is_counted(key))?;
        let class = Class::of(field.kind);
        if class == Class::Text && *operator != Operator::Filled {
            return None;
        }
        let column = self.column(book, on, key, class);
        if *operator == Operator::Filled {
            return Some(column.filled.clone());
        }
        match &column.values {
            Values::Numbers(numbers) => {
                let test = numbers_test(today, class, *operator, operand)?;
                let mut hits = Slots::none(book.table(on));
                for slot in column.filled.iter() {
                    if numbers.get(slot as usize).is_some_and(|number| test(*number)) {
                        hits.insert(slot);
                    }
                }
                Some(hits)
            }
            Values::Members(members) => {
                let wanted: Vec<Member> = match operand {
                    Operand::Texts(words) => words.iter().cloned().map(Member::Word).collect(),
                    Operand::Records(ids) => ids.iter().copied().map(Member::Record).collect(),
                    Operand::Flag(flag) => vec![Member::Flag(*flag)],
                    _ => return None,
                };
                let holders = |member: &Member| {
                    let known = members.iter().find(|(other, _)| other == member);
                    known.map_or_else(|| Slots::none(book.table(on)), |(_, slots)| slots.clone())
                };
                let holders = wanted.iter().map(holders);
                match operator {
                    Operator::AnyOf | Operator::IsFlag => holders.reduce(Slots::or),
                    Operator::AllOf => holders.reduce(Slots::and),
                    _ => None,
                }
            }
            Values::Others => None,
        }
    }
}

/// Whether a field is counted from other records.
fn is_counted(key: Key) -> bool {
    key.field().is_some_and(|field| matches!(field.from, Source::Book(_)))
}

impl Column {
    fn new(book: &Book, on: RecordType, key: Key, class: Class) -> Self {
        let table = book.table(on);
        let values = match class {
            Class::Number | Class::Date => Values::Numbers(vec![0; table.slots() as usize]),
            Class::Choice | Class::Choices | Class::Links | Class::Flag => {
                Values::Members(Vec::new())
            }
            _ => Values::Others,
        };
        let mut column = Self { filled: Slots::none(table), values, stale: BTreeSet::new() };
        for (slot, record) in table.iter() {
            column.keep(book, on, key, (slot, record));
        }
        column
    }

    fn keep(&mut self, book: &Book, on: RecordType, key: Key, (slot, record): (Slot, &Record)) {
        let Some(value) = field::read(book, record, key) else { return };
        self.filled.insert(slot);
        let is_kept = match &mut self.values {
            Values::Numbers(numbers) => keep_number(numbers, &value, slot),
            Values::Members(members) => keep_members(members, &value, slot, book.table(on)),
            Values::Others => true,
        };
        if !is_kept {
            self.values = Values::Others;
        }
    }

    /// Counts again what is stale.
    fn renew(&mut self, book: &Book, on: RecordType, key: Key) {
        for slot in std::mem::take(&mut self.stale) {
            self.filled.take_out(slot);
            if let Values::Members(members) = &mut self.values {
                for (_, slots) in members {
                    slots.take_out(slot);
                }
            }
            if let Some(record) = book.table(on).at(slot) {
                self.keep(book, on, key, (slot, record));
            }
        }
    }
}

/// Whether the value is a number at all.
fn keep_number(numbers: &mut [i64], value: &Value, slot: Slot) -> bool {
    let number = match value {
        Value::Number(number) | Value::Money(number, _) => number.ten_thousandths(),
        Value::Time(time) => time.millis(),
        _ => return false,
    };
    numbers.get_mut(slot as usize).is_some_and(|place| {
        *place = number;
        true
    })
}

/// Notes who holds a value. Not where it has no members, or there are too many.
fn keep_members(
    members: &mut Vec<(Member, Slots)>,
    value: &Value,
    slot: Slot,
    table: &Table,
) -> bool {
    let held: Vec<Member> = match value {
        Value::Text(word) => vec![Member::Word(word.clone())],
        Value::Words(words) => words.iter().cloned().map(Member::Word).collect(),
        Value::Link(id) => vec![Member::Record(**id)],
        Value::Links(ids) => ids.iter().copied().map(Member::Record).collect(),
        Value::Flag(flag) => vec![Member::Flag(*flag)],
        _ => return false,
    };
    for member in held {
        if let Some((_, slots)) = members.iter_mut().find(|(other, _)| *other == member) {
            slots.insert(slot);
        } else if members.len() < MEMBERS {
            let mut slots = Slots::none(table);
            slots.insert(slot);
            members.push((member, slots));
        } else {
            return false;
        }
    }
    true
}

type NumberTest = Box<dyn Fn(i64) -> bool>;

fn numbers_test(
    today: &Today,
    class: Class,
    operator: Operator,
    operand: &Operand,
) -> Option<NumberTest> {
    if class == Class::Date {
        let (from, until) = date::moments(today, date::wanted(today, operator, operand)?);
        return Some(Box::new(move |millis| (from..until).contains(&millis)));
    }
    let units = |number: &Number| number.ten_thousandths();
    match operand {
        Operand::Numbers(numbers) => {
            let numbers: Vec<i64> = numbers.iter().map(units).collect();
            let bound = *numbers.first()?;
            Some(match operator {
                Operator::Equal => Box::new(move |number| numbers.contains(&number)),
                Operator::Less => Box::new(move |number| number < bound),
                Operator::AtMost => Box::new(move |number| number <= bound),
                Operator::More => Box::new(move |number| number > bound),
                Operator::AtLeast => Box::new(move |number| number >= bound),
                _ => return None,
            })
        }
        Operand::Range(from, to) => {
            let range = units(from)..=units(to);
            Some(Box::new(move |number| range.contains(&number)))
        }
        _ => None,
    }
}
