//! One condition on one field.

use crate::domain::{
    book::Book,
    field,
    id::Id,
    key::Key,
    record::Record,
    value::{Value, number::Number, time::Time},
};

/// A field and what must be true of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Condition {
    pub key: Key,
    pub test: Test,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Test {
    Present,
    Missing,
    /// The text is one of these. A missing value is none.
    AnyOf(Vec<Box<str>>),
    /// Points to all of these. A missing value points to none.
    All(Vec<Id>),
    /// At least this. A missing value is not.
    AtLeast(Number),
    /// At this moment or later. A missing value is not.
    Since(Time),
}

impl Condition {
    pub fn holds(&self, book: &Book, record: &Record) -> bool {
        let value = field::read(book, record, self.key);
        match (&self.test, value.as_deref()) {
            (Test::Present, value) => value.is_some(),
            (Test::Missing, value) => value.is_none(),
            (Test::AnyOf(words), Some(Value::Text(text))) => words.contains(text),
            (Test::AnyOf(words), Some(Value::Words(held))) => {
                held.iter().any(|word| words.contains(word))
            }
            (Test::All(wanted), Some(Value::Links(ids))) => {
                wanted.iter().all(|id| ids.contains(id))
            }
            (Test::All(wanted), Some(Value::Link(id))) => {
                wanted.iter().all(|wanted| wanted == &**id)
            }
            (Test::AtLeast(least), Some(Value::Number(number) | Value::Money(number, _))) => {
                number >= least
            }
            (Test::Since(start), Some(Value::Time(time))) => time >= start,
            _ => false,
        }
    }
}
