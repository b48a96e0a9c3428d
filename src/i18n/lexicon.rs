//! The words by which a person calls fields, choices and records in a filter.

use super::{I18n, Language};
use crate::{
    domain::{
        book::Book,
        field::{self, Kind, derived},
        fold::fold,
        id::{Id, RecordType},
        key::Key,
    },
    query::text::Lexicon,
};

/// Labels of a language, with hyphens where they have spaces, and names of a book's records.
pub struct Spoken<'a> {
    pub i18n: &'a I18n,
    pub book: &'a Book,
}

fn as_word(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join("-")
}

impl Lexicon for Spoken<'_> {
    fn field(&self, on: RecordType, word: &str) -> Option<Key> {
        let word = fold(word);
        let mut fields = field::fields_of(on);
        fields.find(|field| fold(&as_word(&self.i18n.field(field))) == word).map(field::Field::key)
    }

    fn word(&self, _: RecordType, key: Key) -> String {
        match (self.i18n.language, key.field()) {
            // The names in files are English.
            (language, Some(field)) if language != Language::English => {
                as_word(&self.i18n.field(field))
            }
            _ => key.name().to_owned(),
        }
    }

    fn choice(&self, key: Key, word: &str) -> Option<Box<str>> {
        let field = key.field()?;
        let (Kind::Choice(words) | Kind::Choices(words)) = field.kind else { return None };
        let folded = fold(word);
        let means = |choice: &str| {
            let label = self.i18n.choice(field, choice);
            fold(&as_word(&label)) == folded || fold(&label) == folded
        };
        words.iter().find(|choice| means(choice)).map(|choice| Box::from(*choice))
    }

    fn record(&self, on: RecordType, name: &str) -> Option<Id> {
        let name = fold(name);
        let mut named = self.book.table(on).iter().filter(|(_, record)| {
            derived::name_of(record).is_some_and(|other| fold(&other) == name)
        });
        let (_, only) = named.next()?;
        named.next().is_none().then_some(only.id)
    }

    fn name(&self, on: RecordType, id: Id) -> Option<String> {
        self.book.get(on, id).and_then(derived::name_of)
    }
}
