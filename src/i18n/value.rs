//! Values as a person reads them.

use super::{I18n, messages::isolate};
use crate::domain::{
    book::Book,
    edit::records::STAGES,
    field::{Kind, check, derived, keys},
    id::{Id, RecordType},
    items::{self, Item},
    key::Key,
    record::Record,
    value::{
        Value,
        address::Address,
        labelled::{LABELS, Labelled},
        number::Number,
    },
};

/// One line of a value that has several, with its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub label: String,
    pub text: String,
}

impl I18n {
    /// What a record is called. What happened without a word is called by its kind.
    pub fn record(&self, record: &Record) -> String {
        let kind = || {
            let kind = record.text(keys::ACTIVITY)?;
            Some(self.choice(keys::ACTIVITY.field()?, kind))
        };
        derived::name_of(record).or_else(kind).unwrap_or_default()
    }

    /// A value on one line.
    pub fn value(&self, book: &Book, key: Key, value: &Value) -> String {
        match value {
            Value::Text(text) => match book.field(key) {
                Some(field) if matches!(field.kind, Kind::Choice(_)) => self.choice(field, text),
                Some(field) if field.kind == Kind::Photo => self.text("value-picture"),
                _ => text.to_string(),
            },
            Value::Number(number) => match book.field(key).map(|field| field.kind) {
                Some(Kind::Percent) => self.formats.percent(*number),
                Some(Kind::Rating) => stars(*number),
                _ => self.formats.number(*number),
            },
            Value::Money(amount, currency) => self.formats.money(*amount, *currency),
            Value::Flag(flag) => self.text(if *flag { "value-yes" } else { "value-no" }),
            Value::Day(day) => self.formats.day(*day),
            Value::Time(time) => self.formats.moment(*time),
            Value::Link(id) => self.names(book, key, &[**id]),
            Value::Links(ids) => self.names(book, key, ids),
            Value::Labelled(items) => self.list(items.iter().map(|item| item.value.to_string())),
            Value::Addresses(items) => self.list(items.iter().map(|item| self.address(item))),
            Value::Entries(entries) => self.list(entries.iter().map(|entry| {
                let stages = STAGES.into_iter().find(|(_, entries)| *entries == key);
                let stage = stages.map(|(field, _)| self.stage(book, field, &entry.stage));
                let stage = stage.unwrap_or_default();
                format!("{stage} ({})", self.formats.date(entry.at))
            })),
            Value::Words(words) => {
                // In the order of the list.
                let field = book.field(key);
                let list = match field.map(|field| field.kind) {
                    Some(Kind::Choices(list)) => list,
                    _ => &[],
                };
                let is_held = |word: &&&str| words.iter().any(|held| **held == ***word);
                let known = list.iter().filter(is_held).copied();
                let others = words.iter().map(AsRef::as_ref).filter(|word| !list.contains(word));
                self.list(known.chain(others).map(|word| {
                    field.map_or_else(|| word.to_owned(), |field| self.choice(field, word))
                }))
            }
            Value::Options(choices) => {
                self.list(choices.iter().map(|choice| choice.label.to_string()))
            }
            // As in the history, which has values as they were written.
            Value::Unknown(json) => match book.own().typed(key, value.clone()) {
                Value::Unknown(_) => plain(json),
                value => self.value(book, key, &value),
            },
        }
    }

    /// A stage that was entered, by its word or the id of its record.
    pub fn stage(&self, book: &Book, field: Key, stage: &str) -> String {
        match field.field() {
            Some(field) if field.choice(stage).is_some() => self.choice(field, stage),
            _ => {
                let record = Id::parse(stage).and_then(|id| book.get(RecordType::Stage, id));
                record.and_then(derived::name_of).unwrap_or_else(|| self.text("value-gone"))
            }
        }
    }

    /// The lines of a value with labels; other values are one line.
    pub fn lines(&self, book: &Book, key: Key, value: &Value) -> Vec<Line> {
        let line = |item: &Labelled| Line {
            label: self.value_label(&item.label),
            text: item.value.to_string(),
        };
        match value {
            Value::Labelled(items) => items.iter().map(line).collect(),
            Value::Addresses(items) => items
                .iter()
                .map(|item| Line { label: self.value_label(&item.label), text: self.address(item) })
                .collect(),
            _ => vec![Line { label: String::new(), text: self.value(book, key, value) }],
        }
    }

    /// What a deal or a purchase is made of, a line for each item, and what it comes to.
    pub fn items(&self, book: &Book, record: &Record) -> Vec<Line> {
        let items = items::parse(record.text(keys::ITEMS).unwrap_or_default());
        let amount = [keys::VALUE, keys::AMOUNT].into_iter().find_map(|key| record.get(key));
        let currency = match amount {
            Some(Value::Money(_, currency)) => *currency,
            _ => book.own().currency,
        };
        let money = |amount: Option<Number>| {
            amount.map(|amount| self.formats.money(amount, currency)).unwrap_or_default()
        };
        let line = |item: &Item| {
            let is_one = item.quantity == Number::ONE;
            let quantity = self.formats.number(item.quantity);
            let label = match item.price {
                price if is_one => money(price),
                None => self.with("items-counted", &[("quantity", (&quantity).into())]),
                price => self.with(
                    "items-priced",
                    &[
                        ("quantity", (&quantity).into()),
                        ("price", (&money(price)).into()),
                        ("sum", (&money(item.sum())).into()),
                    ],
                ),
            };
            Line { label, text: item.name.clone() }
        };
        let total = items::total(&items).filter(|_| items.len() > 1);
        let total =
            total.map(|total| Line { label: money(Some(total)), text: self.text("items-total") });
        items.iter().map(line).chain(total).collect()
    }

    /// A label of an e-mail, phone, address or link: the known ones in the person's language.
    pub fn value_label(&self, label: &str) -> String {
        if LABELS.contains(&label) {
            self.text(&format!("label-{label}"))
        } else {
            label.to_owned()
        }
    }

    fn address(&self, address: &Address) -> String {
        self.list(address.lines().map(|line| line.replace('\n', &self.text("list-comma"))))
    }

    fn names(&self, book: &Book, key: Key, ids: &[Id]) -> String {
        let on = book.relation_of(key).unwrap_or(RecordType::Tag);
        self.list(ids.iter().map(|id| {
            book.get(on, *id).and_then(derived::name_of).unwrap_or_else(|| self.text("value-gone"))
        }))
    }

    /// Parts of a list with the language's comma between them. One that holds signs of direction ends with them.
    pub fn list(&self, parts: impl Iterator<Item = String>) -> String {
        parts.map(isolated).collect::<Vec<_>>().join(&self.text("list-comma"))
    }
}

/// Text that stands beside other text: alone where it holds signs that turn what follows around.
fn isolated(text: String) -> String {
    if !text.contains(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')) {
        return text;
    }
    let mut alone = String::with_capacity(text.len() + 6);
    isolate(&text, &mut alone);
    alone
}

/// A rating as stars.
fn stars(rating: Number) -> String {
    let count = usize::try_from(rating.ten_thousandths() / 10_000).unwrap_or_default();
    "★".repeat(count.min(check::RATING_MOST.into()))
}

/// JSON as one reads it: text without its quotes.
fn plain(json: &str) -> String {
    serde_json::from_str(json).unwrap_or_else(|_| json.to_owned())
}
