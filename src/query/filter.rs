//! What a person asks of records: conditions, in groups of all, any and none.
//!
//! Plain data. [`operator`](super::operator) says what there is to choose from, [`text`](super::text)
//! writes and reads it, [`ask`](super::ask) answers it.

use super::operator::Operator;
use crate::domain::{
    id::{Id, RecordType},
    key::Key,
    value::{day::Day, number::Number},
};

/// Conditions and further groups, and how many of them must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub which: Which,
    pub parts: Vec<Part>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Holds where there are no parts.
    All,
    /// Does not hold where there are no parts.
    Any,
    /// Holds where there are no parts.
    None,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Group(Group),
    Condition(Condition),
}

/// Something about a record that holds or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    pub subject: Subject,
    /// Turns the answer around, also for a record without a value.
    pub not: bool,
    pub operator: Operator,
    pub operand: Operand,
}

/// What a condition is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Field(Key),
    /// All words of the record, as the search box finds them.
    Words,
    /// The records at the other end of a relation.
    Related(Relation),
    /// The segments that have the record.
    Segment,
    /// The imports that made or changed the record.
    Import,
}

/// A way from a record of one type to those of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relation {
    pub to: RecordType,
    /// The relation field.
    pub key: Key,
    pub way: Way,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The record holds the field.
    Along,
    /// The other records do.
    Against,
}

/// What an operator works with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operand {
    Nothing,
    /// Any of these texts, or words of a choice.
    Texts(Vec<Box<str>>),
    Numbers(Vec<Number>),
    /// Both ends belong to it.
    Range(Number, Number),
    /// So many, of the records or in percent of them.
    Share {
        count: u32,
        is_percent: bool,
    },
    Count(u32),
    /// A text and how many slips of typing are forgiven.
    Slips(Box<str>, u8),
    When(When),
    /// Both ends belong to it.
    Whens(When, When),
    Span(Span),
    /// Monday is 1.
    Weekdays(Vec<u8>),
    /// January is 1.
    Months(Vec<u8>),
    Flag(bool),
    /// Any of these records.
    Records(Vec<Id>),
    /// Positions of changes in the journal.
    Positions(Vec<u64>),
    /// The value of another field of the same record.
    Field(Key),
    /// Asked of the related records.
    Group(Group),
    /// As many of the related records as compared.
    Counted {
        group: Group,
        compare: Compare,
        count: u32,
    },
    /// From any of these to any of those; nothing named stands for whatever.
    Step {
        from: Box<Self>,
        to: Box<Self>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    Equal,
    Less,
    AtMost,
    More,
    AtLeast,
}

/// A day, or days that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// A whole day or a partial one: `1987-03` is a month; without a year it is that day of every year.
    Day(Day),
    Period(Period),
}

/// A stretch of the calendar, seen from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub which: Nearby,
    pub unit: Unit,
    /// Of the fiscal year, where the unit is a quarter or a year.
    pub is_fiscal: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearby {
    Last,
    This,
    Next,
    /// From the start of this one to today.
    SoFar,
}

/// So many units before or after today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub count: u32,
    pub unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl Unit {
    pub const ALL: [Self; 5] = [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year];

    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// The letter after a number: `30d`.
    pub fn letter(self) -> char {
        match self {
            Self::Day => 'd',
            Self::Week => 'w',
            Self::Month => 'm',
            Self::Quarter => 'q',
            Self::Year => 'y',
        }
    }
}

impl Nearby {
    pub const ALL: [Self; 4] = [Self::Last, Self::This, Self::Next, Self::SoFar];
}

impl Compare {
    pub const ALL: [Self; 5] = [Self::Equal, Self::Less, Self::AtMost, Self::More, Self::AtLeast];

    pub fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
        }
    }

    pub fn holds<T: Ord>(self, a: &T, b: &T) -> bool {
        match self {
            Self::Equal => a == b,
            Self::Less => a < b,
            Self::AtMost => a <= b,
            Self::More => a > b,
            Self::AtLeast => a >= b,
        }
    }
}

impl Default for Group {
    /// Asks nothing.
    fn default() -> Self {
        Self::all(Vec::new())
    }
}

impl Group {
    pub fn all(parts: Vec<Part>) -> Self {
        Self { which: Which::All, parts }
    }

    /// Whether every record is found.
    pub fn asks_nothing(&self) -> bool {
        self.parts.is_empty() && self.which != Which::Any
    }

    /// All conditions, of groups within groups too, but not those asked of related records.
    pub fn conditions(&self) -> Vec<&Condition> {
        let mut all = Vec::new();
        let mut groups = vec![self];
        while let Some(group) = groups.pop() {
            for part in &group.parts {
                match part {
                    Part::Group(group) => groups.push(group),
                    Part::Condition(condition) => all.push(condition),
                }
            }
        }
        all
    }
}

impl Operand {
    /// What is asked of related records.
    pub(crate) fn group_mut(&mut self) -> Option<&mut Group> {
        if let Self::Group(group) | Self::Counted { group, .. } = self { Some(group) } else { None }
    }
}

impl Condition {
    pub fn new(subject: Subject, operator: Operator, operand: Operand) -> Self {
        Self { subject, not: false, operator, operand }
    }
}
