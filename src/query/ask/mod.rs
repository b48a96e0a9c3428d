//! Answering a filter: which records of a type it holds for.
//!
//! Each condition is asked only of the records that are still in question, the cheap ones first. What a
//! condition means for a record without a value, for case and accents, for months that are too short,
//! stands at its operator in the [table](super::operator).

mod bits;
mod columns;
mod date;
mod past;
mod related;
mod text;
mod value;
pub mod when;

use std::collections::BTreeMap;

pub use bits::Slots;
pub use columns::Columns;
pub use past::{Past, Wanted};

use self::when::Today;
use super::{
    filter::{Condition, Group, Operand, Part, Subject, Which},
    operator::{Class, Operator},
    search::{SearchIndex, Words},
    segment,
};
use crate::domain::{
    book::Book,
    field::{Source, keys},
    fold::fold,
    id::{Id, RecordType},
    key::Key,
    record::Record,
    table::Slot,
};

/// Folded text of the types of record that have a list.
pub type Texts = BTreeMap<RecordType, SearchIndex>;

/// What a filter is asked of.
pub struct Asked<'a> {
    pub book: &'a Book,
    pub today: &'a Today,
    pub texts: &'a mut Texts,
    /// What the fields held before. Has to know the fields that the filter asks about, see
    /// [`Wanted`].
    pub past: &'a Past,
    /// What has been asked about before lies side by side here, where somebody keeps it up to date.
    columns: Option<&'a mut Columns>,
    /// The segments that are being asked, so that none asks itself.
    segments: Vec<Id>,
}

/// Whether a record holds, without looking at others.
type Test<'a> = Box<dyn Fn(&Record) -> bool + 'a>;

impl<'a> Asked<'a> {
    pub fn new(book: &'a Book, today: &'a Today, texts: &'a mut Texts, past: &'a Past) -> Self {
        Self { book, today, texts, past, columns: None, segments: Vec::new() }
    }

    /// Asks columns where they can tell. They have followed the book.
    #[must_use]
    pub fn with(mut self, columns: &'a mut Columns) -> Self {
        self.columns = Some(columns);
        self
    }

    /// The records of a type for which a filter holds.
    pub fn find(&mut self, group: &Group, on: RecordType) -> Slots {
        let all = Slots::all(self.book.table(on));
        self.group(group, on, &all)
    }

    /// Those of these records for which it holds.
    pub fn group(&mut self, group: &Group, on: RecordType, within: &Slots) -> Slots {
        let mut parts: Vec<_> = group.parts.iter().collect();
        parts.sort_by_key(|part| cost(part));
        match group.which {
            Which::All => {
                let mut kept = within.clone();
                for part in parts {
                    if kept.is_empty() {
                        break;
                    }
                    kept = self.part(part, on, &kept);
                }
                kept
            }
            Which::Any => {
                let mut found = Slots::none(self.book.table(on));
                let mut rest = within.clone();
                for part in parts {
                    let hits = self.part(part, on, &rest);
                    rest.remove(&hits);
                    found.add(&hits);
                }
                found
            }
            Which::None => {
                let mut rest = within.clone();
                for part in parts {
                    let hits = self.part(part, on, &rest);
                    rest.remove(&hits);
                }
                rest
            }
        }
    }

    fn part(&mut self, part: &Part, on: RecordType, within: &Slots) -> Slots {
        match part {
            Part::Group(group) => self.group(group, on, within),
            Part::Condition(condition) => self.condition(condition, on, within),
        }
    }

    /// Those of these records for which a condition holds.
    pub fn condition(&mut self, condition: &Condition, on: RecordType, within: &Slots) -> Slots {
        let mut hits = match (condition.subject, &condition.operand) {
            (Subject::Words, Operand::Texts(texts)) => self.words(texts, on, within),
            (Subject::Field(key), _) => self.field(key, condition, on, within),
            (Subject::Related(relation), operand) => {
                self.related(relation, condition.operator, operand, on, within)
            }
            (Subject::Segment, Operand::Records(ids)) => self.in_segments(ids, on, within),
            (Subject::Import, Operand::Positions(positions)) => {
                let past = self.past;
                self.each(on, within, |record| past.is_of_import(on, record.id, positions))
            }
            _ => Slots::none(self.book.table(on)),
        };
        if condition.not {
            let mut others = within.clone();
            others.remove(&hits);
            hits = others;
        }
        hits
    }

    fn each(&self, on: RecordType, within: &Slots, test: impl Fn(&Record) -> bool) -> Slots {
        let table = self.book.table(on);
        let mut hits = Slots::none(table);
        for slot in within.iter() {
            if table.at(slot).is_some_and(&test) {
                hits.insert(slot);
            }
        }
        hits
    }

    fn field(&mut self, key: Key, condition: &Condition, on: RecordType, within: &Slots) -> Slots {
        // A field that is not there (any more) holds nothing.
        let Some(field) = key.field().filter(|field| field.is_on(on)) else {
            return Slots::none(self.book.table(on));
        };
        let within = match (condition.operator, &condition.operand) {
            (Operator::Top | Operator::Bottom, Operand::Share { count, is_percent }) => {
                let share = (*count, *is_percent);
                return value::share(self.book, on, key, condition.operator, share, within);
            }
            // Only where the text of the whole record has it, one of its fields may.
            (Operator::Contains, Operand::Texts(texts))
                if matches!(field.from, Source::Person) && within.count() > MANY =>
            {
                &self.words(texts, on, within)
            }
            _ => within,
        };
        if let Some(columns) = &mut self.columns {
            let (book, today) = (self.book, self.today);
            let hits = if past::is_of_past(condition.operator) {
                columns.past_hits(book, today, self.past, on, key, condition)
            } else {
                columns.hits(book, today, on, key, condition)
            };
            if let Some(mut hits) = hits {
                hits.keep(within);
                return hits;
            }
        }
        let class = Class::of(field.kind);
        let Some(test) = self.test(key, class, condition, on) else {
            return Slots::none(self.book.table(on));
        };
        self.each(on, within, test)
    }

    fn test(
        &self,
        key: Key,
        class: Class,
        condition: &Condition,
        on: RecordType,
    ) -> Option<Test<'a>> {
        let Condition { operator, operand, .. } = condition;
        let (book, today) = (self.book, self.today);
        Some(match (operator, class) {
            (Operator::Filled, _) => {
                Box::new(move |record| value::read(book, record, key).is_some())
            }
            (Operator::Was | Operator::Changed | Operator::Went | Operator::Held, _) => {
                past::test(book, self.past, today, on, key, *operator, operand)?
            }
            (_, Class::Text) => text::test(book, key, *operator, operand)?,
            (_, Class::Date) => date::test(book, today, key, *operator, operand)?,
            _ => value::test(book, key, *operator, operand)?,
        })
    }

    /// Records in which any of these texts stands.
    fn words(&mut self, texts: &[Box<str>], on: RecordType, within: &Slots) -> Slots {
        let mut found = Slots::none(self.book.table(on));
        for text in texts {
            let words = Words::phrase(&fold(text));
            if let Some(index) = self.texts.get_mut(&on)
                && within.count() < self.book.table(on).len() / FEW
            {
                index.renew_some(self.book, on, usize::MAX);
                within
                    .iter()
                    .filter(|slot| index.has(*slot, &words))
                    .for_each(|slot| found.insert(slot));
            } else if let Some(index) = self.texts.get_mut(&on) {
                let hits = index.find(self.book, on, &words);
                for slot in within.iter() {
                    if hits.get(slot as usize).copied().unwrap_or_default() {
                        found.insert(slot);
                    }
                }
            } else {
                let book = self.book;
                found.add(&self.each(on, within, |record| words.are_in(book, record)));
            }
        }
        found
    }

    fn in_segments(&mut self, ids: &[Id], on: RecordType, within: &Slots) -> Slots {
        let mut found = Slots::none(self.book.table(on));
        for id in ids {
            // One that asks itself is refused when it is written; this is for what came in otherwise.
            if self.segments.contains(id) {
                continue;
            }
            self.segments.push(*id);
            found.add(&segment::members(self, *id, on, within));
            self.segments.pop();
        }
        found
    }
}

/// Of so many records, looking through the text of one takes less than running through the text of all.
const FEW: usize = 8;

/// Above so many records, running through all text is quicker than folding values one by one.
const MANY: usize = 512;

/// What asking a part takes, roughly.
fn cost(part: &Part) -> u8 {
    let condition = match part {
        Part::Condition(condition) => condition,
        Part::Group(group) => return group.parts.iter().map(cost).max().unwrap_or_default(),
    };
    match (condition.subject, condition.operator) {
        (Subject::Words, _) => 2,
        (Subject::Field(keys::DISPLAY_NAME), _) => 5,
        (Subject::Field(key), operator) => match Class::of_subject(Subject::Field(key)) {
            Some(Class::Text) if operator == Operator::Similar => 6,
            Some(Class::Text) if operator != Operator::Filled => 4,
            _ if key.field().is_some_and(|field| !field.is_stored()) => 3,
            _ => 1,
        },
        (Subject::Import, _) => 3,
        (Subject::Related(_) | Subject::Segment, _) => 7,
    }
}

/// The slots of a list in its order, of those that were found.
pub fn in_order(order: impl Iterator<Item = Slot>, found: &Slots) -> Vec<Slot> {
    order.filter(|slot| found.has(*slot)).collect()
}
