//! Fields that are computed from the book.

use crate::domain::{
    book::Book,
    field::keys,
    id::RecordType,
    key::Key,
    record::Record,
    value::{Value, number::Number},
};

/// What a list, a title or a link calls the record: the name, or the nearest thing that tells it
/// from others (nickname, e-mail, phone).
pub fn display_name(record: &Record) -> Option<Value> {
    name_of(record).map(Value::text)
}

/// See [`display_name`].
pub fn name_of(record: &Record) -> Option<String> {
    if let Some(name) = record.text(keys::NAME) {
        return Some(name.to_owned());
    }
    let parts = [keys::GIVEN, keys::MIDDLE, keys::FAMILY];
    let name = parts.into_iter().filter_map(|key| record.text(key)).collect::<Vec<_>>().join(" ");
    if !name.is_empty() {
        return Some(name);
    }
    let first = |key: Key| Some(record.labelled(key).first()?.value.as_ref());
    record
        .text(keys::NICKNAME)
        .or_else(|| first(keys::EMAILS))
        .or_else(|| first(keys::PHONES))
        .map(str::to_owned)
}

pub(super) fn people_count(book: &Book, organization: &Record) -> Option<Value> {
    count(book.linked(RecordType::Person, keys::ORGANIZATION, organization.id).count())
}

pub(super) fn note_count(book: &Book, record: &Record) -> Option<Value> {
    count(book.notes_about(record.id).count())
}

fn count(number: usize) -> Option<Value> {
    let units = i64::try_from(number).ok()?.checked_mul(10_000)?;
    Number::from_ten_thousandths(units).map(Value::Number)
}
