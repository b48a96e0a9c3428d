//! Fields of one's own: what the definitions in a book come to.
//!
//! A definition is a record of the type [`RecordType::Field`]. It says what a field is called, what its values
//! are, what it means and how to fill it in; or that a built-in field is switched off.
//! The fields made of them belong to the book, so that two books never disturb each other. What has no book
//! at hand, such as an address or a word for a field, asks for those of the workspace that is open.

use std::{cell::RefCell, sync::Arc};

use serde::de::DeserializeSeed;

use super::{CATALOGUE, DataKind, Field, Kind, Source, keys};
use crate::domain::{
    id::{Id, RecordType},
    key::Key,
    record::Record,
    value::{Value, ValueOf, choice::Choice, money::Currency, number::Number},
};

/// Begins the names of all fields of one's own, and of no built-in one of any version to come.
pub const PREFIX: &str = "x-";

/// What a person has said of a field of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// The definition.
    pub id: Id,
    pub label: Box<str>,
    /// What it means.
    pub definition: Option<Box<str>>,
    /// How to fill it in alike.
    pub convention: Option<Box<str>>,
    pub choices: Box<[Choice]>,
}

impl Own {
    /// The choice that a stored word means.
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
}

/// The fields of one's own of a book, and which built-in ones are switched off.
#[derive(Debug, Default)]
pub struct OwnFields {
    // In the order of forms. Few, so that they are walked and not looked up.
    fields: Vec<(Key, &'static Field)>,
    off: Vec<(RecordType, Key)>,
    /// That of money which is typed without one.
    pub currency: Currency,
}

impl OwnFields {
    /// Makes fields of definitions. Those that are as they were `before` are the same ones: a field is kept for
    /// as long as the program runs.
    pub fn of<'a>(
        definitions: impl Iterator<Item = &'a Record>,
        currency: Currency,
        before: &Self,
    ) -> Self {
        let mut own = Self { currency, ..Self::default() };
        let place = |record: &Record| {
            let place = record.number(keys::PLACE).map(Number::ten_thousandths);
            (place.unwrap_or(i64::MAX), record.id)
        };
        let mut in_order: Vec<&Record> = Vec::new();
        for record in definitions {
            let at = in_order.partition_point(|other| place(other) < place(record));
            in_order.insert(at, record);
        }
        for record in in_order {
            let Some((key, on)) = defines(record) else { continue };
            if record.flag(keys::OFF) {
                own.off.push((on, key));
            }
            // Of two that define the same field, as an import may bring, the first counts.
            if key.is_built_in() || own.get(key).is_some() {
                continue;
            }
            let Some(field) = field(record, key, on) else { continue };
            let held = before.get(key).filter(|held| is_same(held, &field));
            // Definitions are few and rarely change.
            let field = held.unwrap_or_else(|| Box::leak(Box::new(field)));
            own.fields.push((key, field));
        }
        own
    }

    pub fn get(&self, key: Key) -> Option<&'static Field> {
        self.fields.iter().find(|(other, _)| *other == key).map(|(_, field)| *field)
    }

    /// In the order of forms, those included that are switched off.
    pub fn iter(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().map(|(_, field)| *field)
    }

    /// The keys of the fields that only one of the two has, or has otherwise.
    pub fn difference(&self, other: &Self) -> Vec<Key> {
        let is_in_both =
            |key: Key| self.get(key).zip(other.get(key)).is_some_and(|(a, b)| std::ptr::eq(a, b));
        let keys = self.fields.iter().chain(&other.fields).map(|(key, _)| *key);
        keys.filter(|key| !is_in_both(*key)).collect()
    }

    pub fn is_off(&self, on: RecordType, key: Key) -> bool {
        self.off.contains(&(on, key))
    }

    /// The fields of a type of record that are in use, the built-in ones first.
    pub fn fields_of(&self, on: RecordType) -> Vec<&'static Field> {
        let all = CATALOGUE.iter().chain(self.iter()).filter(|field| field.is_on(on));
        if self.off.is_empty() {
            return all.collect();
        }
        all.filter(|field| !self.is_off(on, field.key())).collect()
    }

    /// Brings a value into the form in which a book keeps it: that of its field's kind where the field is
    /// defined and the value has it, as JSON where not. Built-in fields are read in their form.
    /// As for those, what an edit would check beyond the form is not asked of what is there.
    pub fn typed(&self, key: Key, value: Value) -> Value {
        if key.is_built_in() {
            return value;
        }
        let field = self.get(key);
        if field.is_some_and(|field| has_form(field.kind, &value)) {
            return value;
        }
        let json = match value {
            Value::Unknown(json) => json,
            // Values of every kind can be written.
            value => serde_json::to_string(&value).unwrap_or_default().into(),
        };
        let read = field.and_then(|field| {
            let mut from = serde_json::Deserializer::from_str(&json);
            ValueOf(Some(field.kind)).deserialize(&mut from).ok()
        });
        read.unwrap_or(Value::Unknown(json))
    }
}

/// Whether a value is of the kind that fields of one's own may have.
fn has_form(kind: Kind, value: &Value) -> bool {
    match value {
        Value::Text(_) => matches!(
            kind,
            Kind::Text | Kind::LongText | Kind::Choice(_) | Kind::Email | Kind::Phone | Kind::Link
        ),
        Value::Number(_) => matches!(kind, Kind::Number | Kind::Percent | Kind::Rating),
        Value::Money(..) => matches!(kind, Kind::Money),
        Value::Flag(_) => kind == Kind::Flag,
        Value::Day(_) => kind == Kind::Day,
        Value::Time(_) => kind == Kind::Time,
        Value::Words(_) => matches!(kind, Kind::Choices(_)),
        Value::Link(_) => matches!(kind, Kind::Relation(_)),
        _ => false,
    }
}

/// The field that a definition is about, and the type of record.
pub fn defines(record: &Record) -> Option<(Key, RecordType)> {
    let name = record.text(keys::DEFINES)?;
    let on = RecordType::parse(record.text(keys::DEFINED_ON)?)?;
    let key = Key::of(name)?;
    let is_fit = match CATALOGUE.iter().find(|field| field.name == name) {
        Some(field) => field.is_on(on) && field.is_optional(),
        None => name.starts_with(PREFIX),
    };
    is_fit.then_some((key, on))
}

fn field(record: &Record, key: Key, on: RecordType) -> Option<Field> {
    let text = |key| record.text(key).map(Box::from);
    let choices = match record.get(keys::OPTIONS) {
        Some(Value::Options(choices)) => choices.clone(),
        _ => Box::default(),
    };
    let own = Own {
        id: record.id,
        label: text(keys::LABEL).unwrap_or_else(|| key.name().into()),
        definition: text(keys::DEFINITION),
        convention: text(keys::CONVENTION),
        choices,
    };
    let data = record.text(keys::DATA_KIND).and_then(DataKind::parse);
    Some(Field {
        name: key.name(),
        on: only(on)?,
        kind: kind(record.text(keys::FIELD_KIND)?, &own.choices)?,
        data: data.unwrap_or(DataKind::Descriptive),
        from: Source::Person,
        own: Some(own),
    })
}

fn only(on: RecordType) -> Option<&'static [RecordType]> {
    match on {
        RecordType::Person => Some(&[RecordType::Person]),
        RecordType::Organization => Some(&[RecordType::Organization]),
        RecordType::Deal => Some(&[RecordType::Deal]),
        RecordType::Project => Some(&[RecordType::Project]),
        RecordType::Task => Some(&[RecordType::Task]),
        RecordType::Interaction => Some(&[RecordType::Interaction]),
        _ => None,
    }
}

/// The kind that a word of [`FIELD_KIND`](crate::domain::value::choice::FIELD_KIND) names.
pub fn kind(word: &str, choices: &[Choice]) -> Option<Kind> {
    let words = || -> &'static [&'static str] {
        let words = choices.iter().map(|choice| -> &'static str { Box::leak(choice.word.clone()) });
        Box::leak(words.collect())
    };
    Some(match word {
        "text" => Kind::Text,
        "long-text" => Kind::LongText,
        "number" => Kind::Number,
        "money" => Kind::Money,
        "percent" => Kind::Percent,
        "rating" => Kind::Rating,
        "yes-no" => Kind::Flag,
        "date" => Kind::Day,
        "date-time" => Kind::Time,
        "choice" => Kind::Choice(words()),
        "choices" => Kind::Choices(words()),
        "email" => Kind::Email,
        "phone" => Kind::Phone,
        "link" => Kind::Link,
        "person" | "organization" | "deal" | "project" | "task" => {
            Kind::Relation(RecordType::parse(word)?)
        }
        _ => return None,
    })
}

fn is_same(a: &Field, b: &Field) -> bool {
    (a.name, a.on, a.kind, a.data, &a.own) == (b.name, b.on, b.kind, b.data, &b.own)
}

thread_local! {
    // The app has one thread and opens one workspace; tests have a thread each.
    static OPEN: RefCell<Arc<OwnFields>> = RefCell::default();
}

/// Those of the workspace that is open.
pub fn open() -> Arc<OwnFields> {
    OPEN.with_borrow(Arc::clone)
}

/// Tells which workspace is open.
pub fn enter(fields: &Arc<OwnFields>) {
    OPEN.set(fields.clone());
}
