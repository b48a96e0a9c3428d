//! The field catalogue: every built-in field, listed once.
//!
//! Forms, grid columns, filters, import, export, the JSON Schema and history are generic over it.
//! A field's label, definition and naming convention are in the language files, under
//! `field-NAME` and its attribute `.guide`.

mod catalogue;
pub mod check;
pub mod derived;
pub mod draft;

pub use catalogue::{CATALOGUE, keys};

use super::{book::Book, id::RecordType, key::Key, record::Record, value::Value};

/// One field of one or several types of record.
#[derive(Debug)]
pub struct Field {
    /// The name in files; never changes.
    pub name: &'static str,
    pub on: &'static [RecordType],
    pub kind: Kind,
    pub data: DataKind,
    pub from: Source,
}

/// What a field's values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    LongText,
    Number,
    Flag,
    Day,
    Time,
    /// One of a list of words.
    Choice(&'static [&'static str]),
    /// One of [`check::COLOURS`].
    Colour,
    Emails,
    Phones,
    Links,
    Addresses,
    /// Points to a record of this type.
    Relation(RecordType),
    Tags,
    /// The picked lists that have the record.
    Picked,
    /// A picture as a `data:` address.
    Photo,
    /// When which stage of the field named before it was entered.
    Entries,
}

/// The four kinds of customer data, and what is neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataKind {
    Identity,
    Descriptive,
    Qualitative,
    Quantitative,
    /// Kept by Rapport itself.
    System,
}

impl DataKind {
    /// The kinds that forms and pages show, in their order.
    pub const SHOWN: [Self; 4] =
        [Self::Identity, Self::Descriptive, Self::Qualitative, Self::Quantitative];

    pub fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Descriptive => "descriptive",
            Self::Qualitative => "qualitative",
            Self::Quantitative => "quantitative",
            Self::System => "system",
        }
    }
}

/// Where a field's value comes from.
#[derive(Clone, Copy, Debug)]
pub enum Source {
    /// Typed or imported, and kept in the record.
    Person,
    /// Kept in the record, written by edits along with other fields.
    Edit,
    /// Computed from the record's other fields whenever it is asked for.
    Record(fn(&Record) -> Option<Value>),
    /// Computed from the book whenever it is asked for.
    Book(fn(&Book, &Record) -> Option<Value>),
}

impl Field {
    pub fn key(&'static self) -> Key {
        // The catalogue has a built-in key for each of its names.
        Key::of(self.name).unwrap_or(keys::NAME)
    }

    pub fn is_on(&self, kind: RecordType) -> bool {
        self.on.contains(&kind)
    }

    /// Whether a person may fill it in.
    pub fn is_editable(&self) -> bool {
        matches!(self.from, Source::Person)
    }

    pub fn is_stored(&self) -> bool {
        !matches!(self.from, Source::Record(_) | Source::Book(_))
    }
}

/// The fields of a type of record, in the order in which forms show them.
pub fn fields_of(kind: RecordType) -> impl Iterator<Item = &'static Field> {
    CATALOGUE.iter().filter(move |field| field.is_on(kind))
}

/// What a record holds in a field, computed where the field is derived.
pub fn read<'a>(book: &Book, record: &'a Record, key: Key) -> Option<std::borrow::Cow<'a, Value>> {
    use std::borrow::Cow;
    match key.field().map(|field| field.from) {
        Some(Source::Record(compute)) => compute(record).map(Cow::Owned),
        Some(Source::Book(compute)) => compute(book, record).map(Cow::Owned),
        _ => record.get(key).map(Cow::Borrowed),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_unique_and_fit_files_and_addresses() {
        let names: BTreeSet<_> = CATALOGUE.iter().map(|field| field.name).collect();
        assert_eq!(names.len(), CATALOGUE.len());
        for name in names {
            assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{name}");
        }
    }

    #[test]
    fn keys_point_at_their_own_entry() {
        for (position, field) in (0..).zip(CATALOGUE) {
            assert_eq!(field.key(), Key::built_in(position));
        }
        assert_eq!(keys::GIVEN.name(), "given");
    }
}
