//! What can be wrong with a file, and where. Facts only; `i18n` makes the sentence.

use crate::domain::{
    id::{Id, RecordType},
    key::Key,
    problem::Fault,
};

/// Why a file is refused. Nothing of it has been taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileProblem {
    pub kind: Kind,
    /// `None` where the file as a whole is meant.
    pub place: Option<Place>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// More bytes than are read.
    TooLarge {
        most: usize,
    },
    /// Not text in UTF-8.
    NotUtf8,
    /// Not JSON, from the place on.
    NotJson,
    /// An escape such as `\ud800` that is half of a character and stands without its other half.
    HalfCharacter,
    /// The file breaks off.
    BreaksOff,
    /// JSON, but not of a workspace.
    OtherFormat,
    /// Written by a later version of Rapport.
    Newer {
        version: u64,
    },
    /// A member or a type of record that this version does not know. Leaving it out would lose data.
    UnknownMember(Box<str>),
    /// A member that must be there is not.
    MissingMember(&'static str),
    /// A member, or a field of one record, stands there twice.
    Twice(Box<str>),
    TooManyRecords {
        most: usize,
    },
    /// More names of unknown fields than a workspace can have.
    TooManyNames {
        most: usize,
    },
    /// A name of a field that is longer than names are.
    LongName {
        most: usize,
    },
    /// Nested deeper than any field is.
    TooDeep {
        most: usize,
    },
    /// JSON of another shape than is expected here.
    WrongShape,
    /// A field that this type of record does not have, or that is computed and not stored.
    Misplaced,
    /// A value that its field does not accept.
    Field(Fault),
    /// Two records of one type have the same id.
    SameId,
    /// There is more than one record of the workspace itself.
    SecondWorkspace,
    /// Two tags have the same name but for case and accents.
    SameTagName(Box<str>),
}

/// Where in a file. Counting starts at one for lines and columns, at zero for the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub byte: usize,
    pub line: usize,
    /// In characters. The end of what is meant, where it has an extent.
    pub column: usize,
    pub on: Option<RecordType>,
    /// Which record of its type, in the order of the file.
    pub position: Option<usize>,
    pub id: Option<Id>,
    pub field: Option<Key>,
}
