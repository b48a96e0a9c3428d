//! Fields that are computed from the book.

use crate::domain::{
    book::Book,
    field::keys,
    id::{Id, RecordType},
    key::Key,
    record::Record,
    value::{Value, address::Address, day::Day, number::Number},
};

/// What a list, a title or a link calls the record: the name, or the nearest thing that tells it
/// from others (nickname, e-mail, phone).
pub fn display_name(record: &Record) -> Option<Value> {
    name_of(record).map(Value::text)
}

/// The fields that [`display_name`] is made of.
pub const NAMED_BY: [Key; 9] = [
    keys::NAME,
    keys::GIVEN,
    keys::MIDDLE,
    keys::FAMILY,
    keys::NICKNAME,
    keys::EMAILS,
    keys::PHONES,
    keys::LANGUAGE,
    keys::BODY,
];

/// See [`display_name`].
pub fn name_of(record: &Record) -> Option<String> {
    name_by(|key| record.get(key))
}

/// As [`name_of`], of what is not a record yet.
pub fn name_by<'a>(get: impl Fn(Key) -> Option<&'a Value>) -> Option<String> {
    let text = |key| match get(key) {
        Some(Value::Text(text)) => Some(&**text),
        _ => None,
    };
    if let Some(name) = text(keys::NAME) {
        return Some(name.to_owned());
    }
    let parts = if text(keys::LANGUAGE).is_some_and(has_family_name_first) {
        [keys::FAMILY, keys::MIDDLE, keys::GIVEN]
    } else {
        [keys::GIVEN, keys::MIDDLE, keys::FAMILY]
    };
    let name = parts.into_iter().filter_map(text).collect::<Vec<_>>().join(" ");
    if !name.is_empty() {
        return Some(name);
    }
    let first = |key| match get(key) {
        Some(Value::Labelled(items)) => Some(&*items.first()?.value),
        _ => None,
    };
    text(keys::NICKNAME)
        .or_else(|| first(keys::EMAILS))
        .or_else(|| first(keys::PHONES))
        .or_else(|| text(keys::BODY)?.lines().next())
        .map(str::to_owned)
}

/// Vietnamese names are written from the family name on. The language is what tells: the script is Latin.
fn has_family_name_first(language: &str) -> bool {
    ["Tiếng Việt", "tiếng Việt", "Vietnamese", "vi"].contains(&language)
}

pub(super) fn people_count(book: &Book, organization: &Record) -> Option<Value> {
    count(book.linked(RecordType::Person, keys::ORGANIZATION, organization.id).count())
}

pub(super) fn interaction_count(book: &Book, record: &Record) -> Option<Value> {
    count(book.of(RecordType::Interaction, record.id).count())
}

/// All whom an interaction is with.
pub(super) fn people(interaction: &Record) -> Option<Value> {
    Value::links(people_of(interaction).collect())
}

/// See [`people`]: first whom it is chiefly with, each once.
pub fn people_of(interaction: &Record) -> impl Iterator<Item = Id> {
    let chiefly = interaction.link(keys::PERSON);
    let also = interaction.links(keys::ALSO).iter().copied();
    chiefly.into_iter().chain(also.filter(move |id| Some(*id) != chiefly))
}

pub(super) fn age(book: &Book, person: &Record) -> Option<Value> {
    book.today.years_since(person.day(keys::BIRTHDAY)?).and_then(count)
}

pub(super) fn next_birthday(book: &Book, person: &Record) -> Option<Value> {
    let next = book.today.next(person.day(keys::BIRTHDAY)?)?;
    Day::from_date(next).map(Value::Day)
}

/// Of the first address that has one.
pub(super) fn city(record: &Record) -> Option<Value> {
    of_address(record, |address| &address.city)
}

/// Of the first address that has one.
pub(super) fn country(record: &Record) -> Option<Value> {
    of_address(record, |address| &address.country)
}

fn of_address(record: &Record, part: fn(&Address) -> &str) -> Option<Value> {
    let Some(Value::Addresses(addresses)) = record.get(keys::ADDRESSES) else { return None };
    addresses.iter().map(part).find(|part| !part.is_empty()).map(Value::text)
}

/// What one has to know of a person or an organization to reach and to address them.
const ESSENTIAL: [Key; 10] = [
    keys::GIVEN,
    keys::FAMILY,
    keys::NAME,
    keys::EMAILS,
    keys::PHONES,
    keys::ADDRESSES,
    keys::BIRTHDAY,
    keys::ORGANIZATION,
    keys::JOB_TITLE,
    keys::PREFERRED_CHANNEL,
];

/// How much of what is essential is filled in, in percent. What is switched off is not missed.
pub(super) fn completeness(book: &Book, record: &Record) -> Option<Value> {
    // An organization has a name, a person parts of one.
    let on = if record.get(keys::NAME).is_some() {
        RecordType::Organization
    } else {
        RecordType::Person
    };
    let is_asked = |key: &&Key| {
        key.field().is_some_and(|field| field.is_on(on)) && !book.own().is_off(on, **key)
    };
    let asked = ESSENTIAL.iter().filter(is_asked);
    let filled = asked.clone().filter(|key| record.get(**key).is_some());
    count(filled.count() * 100 / asked.count().max(1))
}

pub(super) fn count(number: impl TryInto<i64>) -> Option<Value> {
    let units = number.try_into().ok()?.checked_mul(10_000)?;
    Number::from_ten_thousandths(units).map(Value::Number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::Fields;

    #[test]
    fn a_vietnamese_name_begins_with_the_family() {
        let id = Id::parse("0190d1f0-0000-7000-8000-000000000001").unwrap();
        let name = |language: &str| {
            let fields = Fields::default()
                .with(keys::GIVEN, Value::text("Lan"))
                .with(keys::MIDDLE, Value::text("Thị"))
                .with(keys::FAMILY, Value::text("Nguyễn"))
                .with(keys::LANGUAGE, Value::text(language));
            name_of(&Record { id, fields })
        };
        assert_eq!(name("Tiếng Việt").as_deref(), Some("Nguyễn Thị Lan"));
        assert_eq!(name("English").as_deref(), Some("Lan Thị Nguyễn"));
    }
}
