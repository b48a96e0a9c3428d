//! The words by which people and files call fields, choices and records.

use crate::domain::{
    field,
    id::{Id, RecordType},
    key::Key,
};

/// Words of a person's language and names of a workspace's records, besides the names that are always
/// understood. The names of fields in files are always understood, and so are their singulars.
pub trait Lexicon {
    /// The field that a word of the language means.
    fn field(&self, on: RecordType, word: &str) -> Option<Key>;

    /// What a field is called here, without spaces.
    fn word(&self, on: RecordType, key: Key) -> String;

    /// The word of a choice that a word of the language means.
    fn choice(&self, key: Key, word: &str) -> Option<Box<str>>;

    /// The record of this name. `None` where several have it.
    fn record(&self, on: RecordType, name: &str) -> Option<Id>;

    /// The name by which [`Lexicon::record`] finds the record.
    fn name(&self, on: RecordType, id: Id) -> Option<String>;
}

/// Names of fields as in files, records by their ids: the same everywhere and for ever.
#[derive(Clone, Copy, Debug)]
pub struct Canonical;

impl Lexicon for Canonical {
    fn field(&self, _: RecordType, _: &str) -> Option<Key> {
        None
    }

    fn word(&self, _: RecordType, key: Key) -> String {
        key.name().to_owned()
    }

    fn choice(&self, _: Key, _: &str) -> Option<Box<str>> {
        None
    }

    fn record(&self, _: RecordType, _: &str) -> Option<Id> {
        None
    }

    fn name(&self, _: RecordType, _: Id) -> Option<String> {
        None
    }
}

/// Other words that people use for fields.
const ALIASES: [(&str, &str); 7] = [
    ("stage", "lifecycle"),
    ("status", "lead-status"),
    ("company", "organization"),
    ("title", "job-title"),
    ("source", "lead-source"),
    ("name", "display-name"),
    ("spent", "total-spent"),
];

/// The field that a word means: its name, its singular, a word of the language, another word for it.
pub(super) fn field_of(lexicon: &dyn Lexicon, on: RecordType, word: &str) -> Option<Key> {
    let named = |name: &str| {
        let mut fields = field::fields_of(on);
        fields.find(|field| field.name == name).map(field::Field::key)
    };
    let lower = word.to_lowercase();
    let alias = || ALIASES.iter().find(|(alias, _)| *alias == lower);
    named(&lower)
        .or_else(|| lexicon.field(on, word))
        .or_else(|| named(&format!("{lower}s")))
        .or_else(|| named(alias()?.1))
}

/// The word of a choice that was typed, if it is one.
pub(super) fn choice_of(lexicon: &dyn Lexicon, key: Key, word: &str) -> Option<Box<str>> {
    let lower = word.to_lowercase();
    let known = key.field().and_then(|field| field.choice(&lower).map(Box::from));
    known.or_else(|| lexicon.choice(key, word))
}
