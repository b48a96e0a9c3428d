//! Fields of one's own: what the definitions in a book come to.
//!
//! A definition is a record of the type [`RecordType::Field`]. It says what a field is called, what its values
//! are, what it means and how to fill it in; or that a built-in field is switched off, or what its choices are
//! called.
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
}

/// The fields of one's own of a book, which built-in ones are switched off, and whose choices are called
/// otherwise.
#[derive(Debug, Default)]
pub struct OwnFields {
    // In the order of forms. Few, so that they are walked and not looked up.
    fields: Vec<(Key, &'static Field)>,
    off: Vec<(RecordType, Key)>,
    // Built-in fields with choices called otherwise, which stand for those of the catalogue.
    renamed: Vec<(Key, &'static Field)>,
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
            if record.flag(keys::OFF) && key.catalogued().is_none_or(Field::is_optional) {
                own.off.push((on, key));
            }
            // Of two that define the same field, as an import may bring, the first counts.
            if own.get(key).is_some() {
                continue;
            }
            let Some(field) = field(record, key, on) else { continue };
            let held = before.get(key).filter(|held| is_same(held, &field));
            // Definitions are few and rarely change.
            let field = held.unwrap_or_else(|| Box::leak(Box::new(field)));
            let fields = if key.is_built_in() { &mut own.renamed } else { &mut own.fields };
            fields.push((key, field));
        }
        own
    }

    /// The field that a definition makes or changes.
    fn get(&self, key: Key) -> Option<&'static Field> {
        let fields = if key.is_built_in() { &self.renamed } else { &self.fields };
        fields.iter().find(|(other, _)| *other == key).map(|(_, field)| *field)
    }

    /// The field of a key: built in, or defined here.
    pub fn field(&self, key: Key) -> Option<&'static Field> {
        match key.catalogued() {
            // Asked for every value of a list, so that what can have no definition is not looked for.
            Some(field) if !matches!(field.kind, Kind::Choice(_)) => Some(field),
            built_in => self.get(key).or(built_in),
        }
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
        if self.off.is_empty() && self.renamed.is_empty() {
            return all.collect();
        }
        let in_use = all.filter(|field| !self.is_off(on, field.key()));
        in_use.map(|field| self.get(field.key()).unwrap_or(field)).collect()
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
        Some(field) => field.is_on(on) && (field.is_optional() || field.is_renamable()),
        None => name.starts_with(PREFIX),
    };
    is_fit.then_some((key, on))
}

/// The field of a definition. `None` of a built-in one that it leaves as it is.
fn field(record: &Record, key: Key, on: RecordType) -> Option<Field> {
    let text = |key| record.text(key).map(Box::from);
    let mut choices = match record.get(keys::OPTIONS) {
        Some(Value::Options(choices)) => choices.to_vec(),
        _ => Vec::new(),
    };
    if let Some(field) = key.catalogued() {
        let Kind::Choice(words) = field.kind else { return None };
        let is_own = |choice: &Choice| field.takes_more() && choice.word.starts_with(PREFIX);
        // Built-in choices stay what they are: of others a file may tell, and none stands for another.
        choices.retain_mut(|choice| {
            choice.also = Box::default();
            words.contains(&&*choice.word) || is_own(choice)
        });
        if !field.is_renamable() || choices.is_empty() {
            return None;
        }
        let kind = kind("choice", choices.iter().filter(|choice| is_own(choice)), words)?;
        return Some(Field { kind, choices, own: None, ..*field });
    }
    let own = Own {
        id: record.id,
        label: text(keys::LABEL).unwrap_or_else(|| key.name().into()),
        definition: text(keys::DEFINITION),
        convention: text(keys::CONVENTION),
    };
    let data = record.text(keys::DATA_KIND).and_then(DataKind::parse);
    Some(Field {
        name: key.name(),
        on: only(on)?,
        kind: kind(record.text(keys::FIELD_KIND)?, choices.iter(), &[])?,
        data: data.unwrap_or(DataKind::Descriptive),
        from: Source::Person,
        choices,
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

/// The kind that a word of [`FIELD_KIND`](crate::domain::value::choice::FIELD_KIND) names, with choices of one's
/// own behind those that there are.
pub fn kind<'a>(
    word: &str,
    choices: impl Iterator<Item = &'a Choice>,
    before: &[&'static str],
) -> Option<Kind> {
    let words = || -> &'static [&'static str] {
        let words = choices.map(|choice| -> &'static str { Box::leak(choice.word.clone()) });
        Box::leak(before.iter().copied().chain(words).collect())
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
    (a.name, a.on, a.kind, a.data, &a.choices, &a.own)
        == (b.name, b.on, b.kind, b.data, &b.choices, &b.own)
}

thread_local! {
    // The app has one thread and opens one workspace; tests have a thread each.
    static OPEN: RefCell<Arc<OwnFields>> = RefCell::default();
}

/// The field of a key in the workspace that is open.
pub(in crate::domain) fn find(key: Key) -> Option<&'static Field> {
    OPEN.with_borrow(|open| open.field(key))
}

/// Those of the workspace that is open.
pub fn open() -> Arc<OwnFields> {
    OPEN.with_borrow(Arc::clone)
}

/// Tells which workspace is open.
pub fn enter(fields: &Arc<OwnFields>) {
    OPEN.set(fields.clone());
}
