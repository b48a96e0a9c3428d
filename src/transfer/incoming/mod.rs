//! What files bring, whatever their form: rows of values, the records they meet, the change that they make.
//!
//! A source turns its bytes into [`Rows`]: a line of a spreadsheet or a card of an address book each. From
//! there on there is one way: an [`Import`] finds out whom each row meets and what is wrong with it, and
//! makes the change.
//!
//! **How rows and people meet.** A row is about a person, of the book or of an earlier row, where they
//! [match](Match). Whatever they are matched by, a row is also about a person of its name who already has
//! all that the row says, so the same file a second time adds nothing. What then becomes of the person is
//! told by [`Meeting`]; a row about nobody becomes a new record. Lists, such as e-mail addresses and tags,
//! are only ever added to. Organizations and tags are found by their names, or made; what a field of one's own
//! points to is found so too, among what the file itself brings as well, and made if it is an organization.
//!
//! **What does not fit is kept.** A value that its field does not accept is reported, and its text goes to
//! a note about the person, headed by the name of the file; so does what a joining row says otherwise, and
//! everything that nobody found a field for.

mod blocks;
mod builder;
mod calling;
mod days;
mod import;
mod index;
mod merge;
mod names;
mod numbers;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use self::{
    builder::{Builder, Part, in_words, joins, says_nothing, which},
    calling::{Country, Named, guess, named},
    days::{DayOrder, order},
    import::{Counts, Fate, Import, RowProblem, import},
    numbers::{Decimal, decimal},
};
use crate::domain::{
    field::keys,
    id::RecordType,
    key::Key,
    problem::Fault,
    value::{Value, time::Time},
};

/// All that a file says, read but not compared with the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    /// What the file calls its columns or properties, empty where it does not. Values and faults say by
    /// its position where they stood.
    pub headers: Arc<[Box<str>]>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The line of the file, from one.
    pub line: u64,
    /// `None` where the row is blank.
    pub incoming: Option<Incoming>,
    pub faults: Vec<(usize, RowFault)>,
    /// What stands in it below each of the [headers](Rows::headers), where it is set aside; empty for others.
    pub cells: Vec<Box<str>>,
}

impl Row {
    /// Keeps what stands in the row where it will be set aside.
    #[must_use]
    pub fn keeping(mut self, cells: impl FnOnce() -> Vec<Box<str>>) -> Self {
        if self.incoming.as_ref().is_some_and(|incoming| !incoming.can_be_told()) {
            self.cells = cells();
        }
        self
    }
}

/// Where rows come from, one by one.
pub trait Source: Send + Sync {
    /// See [`Rows::headers`].
    fn headers(&self) -> &[Box<str>];

    fn rows(&self) -> usize;

    /// The row of a number below [`rows`](Self::rows); a blank one beyond.
    fn row(&self, at: usize) -> Row;

    /// The line of the file on which a row begins, from one.
    fn line(&self, at: usize) -> u64;

    /// How it is read, for the next file of its kind. Nothing where there is no choice.
    fn mapping(&self, _how: How) -> Option<String> {
        None
    }

    /// What stands in a row, as it stands there. Nothing where it is made of nothing that could stand in cells,
    /// or is not set aside.
    fn cells(&self, _at: usize) -> Vec<&str> {
        Vec::new()
    }
}

impl Source for Rows {
    fn headers(&self) -> &[Box<str>] {
        &self.headers
    }

    fn rows(&self) -> usize {
        self.rows.len()
    }

    fn row(&self, at: usize) -> Row {
        self.rows.get(at).cloned().unwrap_or_default()
    }

    fn line(&self, at: usize) -> u64 {
        self.rows.get(at).map_or(0, |row| row.line)
    }

    fn cells(&self, at: usize) -> Vec<&str> {
        let cells = self.rows.get(at).map_or(&[][..], |row| &row.cells);
        cells.iter().map(AsRef::as_ref).collect()
    }
}

/// What a person wants to become of rows about somebody who is there already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct How {
    pub by: Match,
    pub meeting: Meeting,
    /// Where phone numbers without the code of a country are from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phones_from: Option<Country>,
}

/// By what a row and a person are known to be the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Match {
    /// An e-mail address. Where the row has none, the name together with a phone number or a link.
    #[default]
    Usual,
    /// Any e-mail address.
    Email,
    /// Any phone number.
    Phone,
    /// The value of a field, such as the number that another program gave.
    Field(#[serde(with = "key_name")] Key),
    NameAndOrganization,
    /// No row is about anybody.
    Nothing,
}

/// What becomes of a record that a row is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Meeting {
    /// Blank fields are filled. What the row says otherwise goes to a note.
    #[default]
    Fill,
    /// What the row says replaces what was there.
    Overwrite,
    /// As [`Overwrite`](Self::Overwrite) where the row was changed after the record, and not at all where not.
    Newer,
    /// The record stays as it is.
    Skip,
    /// The row becomes another record beside it.
    Add,
}

/// Where what stands that no column says, but everybody of the file gets. It fills what is blank, and says
/// nothing against what is not.
pub const NO_COLUMN: usize = usize::MAX;

/// What a row brings. Organization, tags and what fields of one's own point to are names still; whether they exist
/// is another matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// Person, or organization where a row names one and nobody in it.
    pub on: RecordType,
    /// Fields with the column that each came from, or [`NO_COLUMN`].
    pub fields: Vec<(Key, Value, usize)>,
    pub organization: Option<(Box<str>, usize)>,
    /// What fields of one's own point to, each field once.
    pub pointers: Vec<Pointer>,
    pub tags: Vec<Box<str>>,
    /// Tags that everybody of the file gets, and that tell nobody from others.
    pub common_tags: Vec<Box<str>>,
    /// Notes of their own.
    pub notes: Vec<OwnNote>,
    /// What the person is to others.
    pub relatives: Vec<Relative>,
    /// Lines for the note that is headed by the name of the file.
    pub kept: Vec<String>,
    /// When it was last changed where it comes from.
    pub changed: Option<Time>,
}

/// The record that a field points to, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointer {
    pub key: Key,
    pub name: Box<str>,
    /// Where the name stood, or [`NO_COLUMN`].
    pub column: usize,
}

/// A note of the file's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnNote {
    pub text: Box<str>,
    /// When it happened, where the file says so.
    pub happened: Option<Time>,
    /// What the file calls it, where several rows may tell of it: people who were there together.
    pub shared: Option<Box<str>>,
}

/// What the person of a row is to that of another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relative {
    /// The number of the other's row.
    pub of: usize,
    pub role: Box<str>,
}

impl Incoming {
    pub fn get(&self, key: Key) -> Option<&Value> {
        self.fields.iter().find(|(other, ..)| *other == key).map(|(_, value, _)| value)
    }

    /// As [`get`](Self::get), where the row itself says it.
    fn said(&self, key: Key) -> Option<&Value> {
        let mut said = self.fields.iter().filter(|(_, _, column)| *column != NO_COLUMN);
        said.find(|(other, ..)| *other == key).map(|(_, value, _)| value)
    }

    /// Whether a record would have something to call it by.
    pub fn can_be_told(&self) -> bool {
        let names = [keys::NAME, keys::GIVEN, keys::MIDDLE, keys::FAMILY, keys::NICKNAME];
        let contacts = [keys::EMAILS, keys::PHONES];
        names.into_iter().chain(contacts).any(|key| self.get(key).is_some())
    }

    fn has_name(&self) -> bool {
        [keys::GIVEN, keys::MIDDLE, keys::FAMILY, keys::NICKNAME]
            .into_iter()
            .any(|key| self.get(key).is_some())
    }
}

/// How a column writes what can be read in more than one way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Written {
    /// What comes first in days of numbers only.
    pub days: DayOrder,
    pub decimal: Decimal,
}

impl Written {
    #[must_use]
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// What is wrong with a value, or only worth a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// The field does not accept the value.
    Value(Fault),
    /// A day that reads in more than one way.
    AmbiguousDay,
    /// A number whose comma or point may stand before decimals or thousands.
    AmbiguousNumber,
    /// A cell beyond the last column of the header.
    NoColumn,
    /// The value stood in the wrong column and went to this field.
    Moved(Key),
    /// The record that the row joins has another value, which stays.
    Differs(Key),
    /// Nothing has the name of what the field is to point to.
    NoRecord { key: Key, name: Box<str> },
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
    /// Something that is about nobody, and is left out.
    AboutNobody,
    /// The row has neither a name nor an e-mail address nor a phone number, and is left out.
    SetAside,
}

/// Keys by their names.
pub mod key_name {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    use crate::domain::key::Key;

    pub fn serialize<S: Serializer>(key: &Key, to: S) -> Result<S::Ok, S::Error> {
        key.name().serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Key, D::Error> {
        let name = String::deserialize(from)?;
        Key::of(&name).ok_or_else(|| D::Error::custom("too many names"))
    }
}
