//! Why something a person asked for cannot be done. Facts only; `i18n` makes the sentence.

use super::{
    book::Conflict,
    id::{Id, RecordType},
    key::Key,
};

/// Why an edit is refused. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The value does not suit the field.
    Field { key: Key, fault: Fault },
    /// The record is gone.
    Gone { on: RecordType, id: Id },
    /// Another tab, or an undo, has changed this field since the person saw it.
    ChangedMeanwhile(Conflict),
    /// A record needs at least one field by which one can tell it from others.
    Nameless(RecordType),
    /// A tag of this name exists.
    TagExists { id: Id },
    /// The segment would ask about itself, by way of this one.
    Circular { id: Id },
    /// A field of this name is there already for this type of record.
    FieldExists { key: Key },
    /// Others still point to the record, and nobody has said where they go.
    InUse { on: RecordType, id: Id },
    /// There is nothing to undo or redo.
    NothingLeft,
    /// Another tab has changed the workspace while this was prepared, and it was prepared for once only.
    Overtaken,
}

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    NotAnEmail(Box<str>),
    NotAPhone(Box<str>),
    NotALink(Box<str>),
    NotADay(Box<str>),
    NotANumber(Box<str>),
    NotMoney(Box<str>),
    NotAChoice(Box<str>),
    /// No record of this name is there for the field to point to, and none was asked for.
    NoRecord {
        key: Key,
        name: Box<str>,
    },
    NotAPicture,
    /// More characters than the field takes.
    TooLong {
        most: u32,
    },
    /// More values than the field takes.
    TooMany {
        most: u32,
    },
    /// A control character, which no keyboard types.
    ControlCharacter,
    /// The value is of another kind than the field, or the field is kept by Rapport itself.
    WrongKind,
    /// The value stands twice in a list that holds each once, or an empty one stands in it.
    EmptyOrTwice,
    /// Points to the very record that it is a field of, or to both ends at once.
    Oneself,
    /// A relation has another end already.
    OtherEnd,
    /// It is over before it has begun.
    EndsEarly,
    /// Points to a record that is not there.
    Dangling(Id),
    /// A deal is to be made by the way, and there is no pipeline that it could go through.
    NoPipeline,
    /// A value is required.
    Missing,
}

impl From<Conflict> for Problem {
    fn from(conflict: Conflict) -> Self {
        Self::ChangedMeanwhile(conflict)
    }
}
