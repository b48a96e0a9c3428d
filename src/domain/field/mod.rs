//! The field catalogue: every built-in field, listed once, and the fields of one's own that a book defines.
//!
//! Forms, grid columns, filters, import, export, the JSON Schema and history are generic over it.
//! A built-in field's label, definition and naming convention are in the language files, under
//! `field-NAME` and its attribute `.guide`; those of one's own are in [`own`].

mod catalogue;
pub mod check;
pub mod derived;
pub mod draft;
pub mod figures;
pub mod own;

pub use catalogue::{CATALOGUE, keys};

use std::borrow::Cow;

use self::own::Own;
use super::{
    book::Book,
    id::RecordType,
    key::Key,
    record::Record,
    value::{Value, choice::Choice},
};

/// One field of one or several types of record.
#[derive(Debug)]
pub struct Field {
    /// The name in files; never changes.
    pub name: &'static str,
    pub on: &'static [RecordType],
    pub kind: Kind,
    pub data: DataKind,
    pub from: Source,
    /// What a person calls its choices: all of a field of their own, of a built-in one those that are called
    /// otherwise.
    pub choices: Vec<Choice>,
    /// What a person has said of it, where it is their own.
    pub own: Option<Own>,
}

/// What a field's values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    LongText,
    Number,
    /// An amount with its currency; what is typed without one is in that of the workspace.
    Money,
    Percent,
    /// One to [`check::RATING_MOST`].
    Rating,
    Flag,
    Day,
    Time,
    /// One of a list of words.
    Choice(&'static [&'static str]),
    /// Several of a list of words.
    Choices(&'static [&'static str]),
    /// One address without a label, as are the next two.
    Email,
    Phone,
    Link,
    /// One of [`check::COLOURS`].
    Colour,
    Emails,
    Phones,
    Links,
    Addresses,
    /// Points to a record of this type.
    Relation(RecordType),
    /// Points to several of this type, such as tags.
    Relations(RecordType),
    /// The picked lists that have the record.
    Picked,
    /// A picture as a `data:` address.
    Photo,
    /// When which stage of the field named before it was entered.
    Entries,
    /// What a field of one's own offers to choose from.
    Options,
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

    /// One of the [`Self::SHOWN`] by its name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::SHOWN.into_iter().find(|data| data.name() == name)
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
        // Every field was given a key for its name.
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

    /// Whether it can be switched off: what records are known and grouped by stays.
    pub fn is_optional(&self) -> bool {
        const NEEDED: [Key; 5] =
            [keys::NAME, keys::GIVEN, keys::FAMILY, keys::TAGS, keys::LIFECYCLE];
        self.is_editable()
            && !NEEDED.iter().any(|key| key.field().is_some_and(|needed| needed.name == self.name))
    }

    /// Whether a person may call the choices of a built-in field otherwise: those that they choose themselves.
    pub fn is_renamable(&self) -> bool {
        let is_listed = self.on.iter().any(|on| RecordType::LISTED.contains(on));
        matches!(self.kind, Kind::Choice(_)) && self.is_editable() && is_listed
    }

    /// Whether a person may add choices of their own to a built-in field. Words of the others mean something to
    /// rules; of an activity of one's own these know that it is a contact, see [`figures::is_contact`].
    pub fn takes_more(&self) -> bool {
        const TAKE_MORE: [&str; 1] = ["activity"];
        TAKE_MORE.contains(&self.name)
    }

    /// What a person has said of the choice that a stored word means.
    pub fn meant(&self, word: &str) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.words().any(|other| other == word))
    }

    /// The word of the choice that a value's word was merged into. `None` where nothing was merged.
    pub fn merged(&self, value: &Value) -> Option<Value> {
        let now = |word: &str| self.meant(word).map(|choice| &choice.word);
        match value {
            Value::Text(word) => {
                now(word).filter(|now| *now != word).map(|now| Value::Text(now.clone()))
            }
            Value::Words(words) => {
                let is_merged = words.iter().any(|word| now(word).is_some_and(|now| now != word));
                let words = words.iter().map(|word| now(word).unwrap_or(word).clone());
                is_merged.then(|| Value::words_of(words.collect())).flatten()
            }
            _ => None,
        }
    }

    /// The word of the list of choices that a stored word means: another one where it was merged.
    pub fn choice<'a>(&'a self, word: &'a str) -> Option<&'a str> {
        match self.kind {
            Kind::Choice(words) | Kind::Choices(words) => {
                // Definitions of added ones may come later, as those of fields do.
                let is_added =
                    || self.takes_more() && word.starts_with(own::PREFIX) && check::is_word(word);
                let meant = self.meant(word).map(|choice| &*choice.word);
                meant.or_else(|| (words.contains(&word) || is_added()).then_some(word))
            }
            _ => None,
        }
    }

    /// The type of record that its values point to.
    pub fn points_to(&self) -> Option<RecordType> {
        match self.kind {
            Kind::Relation(on) | Kind::Relations(on) => Some(on),
            Kind::Picked => Some(RecordType::Segment),
            _ => None,
        }
    }
}

/// The fields of a type of record that are in use in the open workspace, in the order in which forms show
/// them.
pub fn fields_of(kind: RecordType) -> impl Iterator<Item = &'static Field> {
    own::open().fields_of(kind).into_iter()
}

/// What a record holds in a field, computed where the field is derived. Of a choice that was merged into
/// another, the other.
pub fn read<'a>(book: &Book, record: &'a Record, key: Key) -> Option<Cow<'a, Value>> {
    let field = book.field(key);
    match field.map(|field| field.from) {
        Some(Source::Record(compute)) => compute(record).map(Cow::Owned),
        Some(Source::Book(compute)) => compute(book, record).map(Cow::Owned),
        _ => {
            let value = record.get(key)?;
            let merged = field.and_then(|field| field.merged(value));
            Some(merged.map_or(Cow::Borrowed(value), Cow::Owned))
        }
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
