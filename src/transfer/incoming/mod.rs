//! What files bring, whatever their form: rows of values, the records they meet, the change that they make.
//!
//! A source turns its bytes into [`Rows`]: a line of a spreadsheet or a card of an address book each. From
//! there on there is one way: [`preview`] finds out whom each row meets and what is wrong with it, and
//! [`plan`] makes the change.
//!
//! **How rows and people meet.** A row joins a person, of the book or of an earlier row, when they share
//! an e-mail address. A row without one joins a person of the same name when they share a phone number
//! or a link, or when the person already has all that the row says. Joining fills what is blank and adds
//! to lists; it overwrites nothing. So the same file a second time adds nothing.
//!
//! **What does not fit is kept.** A value that its field does not accept is reported, and its text goes to
//! a note about the person, headed by the name of the file; so does what a joining row says otherwise, and
//! everything that nobody found a field for.

mod builder;
mod days;
mod merge;
mod names;
mod plan;
mod preview;

use std::sync::Arc;

pub use self::{
    builder::{Builder, Part, says_nothing, which},
    days::{DayOrder, order},
    plan::plan,
    preview::{Counts, Fate, Preview, RowProblem, preview},
};
use crate::domain::{field::keys, id::RecordType, key::Key, problem::Fault, value::Value};

/// All that a file says, read but not compared with the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    /// What the file calls its columns or properties, empty where it does not. Values and faults say by
    /// its position where they stood.
    pub headers: Arc<[Box<str>]>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line of the file, from one.
    pub line: u64,
    /// `None` where the row is blank.
    pub incoming: Option<Incoming>,
    pub faults: Vec<(usize, RowFault)>,
}

/// What a row brings. Organization and tags are names still; whether they exist is another matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// Person, or organization where a row names one and nobody in it.
    pub on: RecordType,
    /// Fields with the column that each came from.
    pub fields: Vec<(Key, Value, usize)>,
    pub organization: Option<(Box<str>, usize)>,
    pub tags: Vec<Box<str>>,
    /// Notes of their own.
    pub notes: Vec<Box<str>>,
    /// Lines for the note that is headed by the name of the file.
    pub kept: Vec<String>,
}

impl Incoming {
    pub fn get(&self, key: Key) -> Option<&Value> {
        self.fields.iter().find(|(other, ..)| *other == key).map(|(_, value, _)| value)
    }

    fn has_name(&self) -> bool {
        [keys::GIVEN, keys::MIDDLE, keys::FAMILY, keys::NICKNAME]
            .into_iter()
            .any(|key| self.get(key).is_some())
    }
}

/// What is wrong with a value, or only worth a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// The field does not accept the value.
    Value(Fault),
    /// A day that reads in more than one way.
    AmbiguousDay,
    /// A cell beyond the last column of the header.
    NoColumn,
    /// The value stood in the wrong column and went to this field.
    Moved(Key),
    /// The record that the row joins has another value, which stays.
    Differs(Key),
    /// The text is in an encoding that is not known, and is kept as it stands.
    Encoding,
    /// A picture on the web. It is not fetched; its address is kept in a note.
    Elsewhere,
    /// A picture that is larger than the field takes. It is left out.
    LargePicture,
    /// An embedded file that no field takes. It is left out.
    LeftOut,
    /// The file breaks off within the row.
    BreaksOff,
    /// A list of contacts and no contact. It is left out.
    Group,
    /// The row has neither a name nor an e-mail address nor a phone number, and is left out.
    SetAside,
}
