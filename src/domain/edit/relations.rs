//! Who is what to whom: a person to another one, or at an organization, a deal or a project, now or before.
//!
//! The role is the person's: the sister of the other one, head of design at the organization.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    find,
    named::Names,
    records::{self, Input, applied},
};
use crate::domain::{
    book::Book,
    change::{Change, Step},
    field::{derived, keys},
    fold::fold,
    id::{Id, RecordType},
    key::Key,
    problem::{Fault, Problem},
    record::Record,
    stamp::Stamp,
    value::{Value, day::Day},
};

const ON: RecordType = RecordType::Relation;

/// The fields that may hold the other end, of which one does.
pub const OTHERS: [Key; 4] = [keys::ORGANIZATION, keys::OTHER, keys::DEAL, keys::PROJECT];

/// The relations of a record, from whichever end, in no order.
pub fn of(book: &Book, id: Id) -> impl Iterator<Item = &Record> {
    let ends = OTHERS.into_iter().chain([keys::PERSON]);
    let slots = ends.flat_map(move |key| book.pointing(ON, key, id));
    slots.filter_map(move |slot| book.table(ON).at(slot))
}

/// The type and the id of the other end.
pub fn other(relation: &Record) -> Option<(RecordType, Id)> {
    OTHERS.into_iter().find_map(|key| Some((key.field()?.points_to()?, relation.link(key)?)))
}

/// Writes down what a person is to somebody or something.
pub fn create(
    book: &Book,
    input: &Input,
    names: &Names,
    stamp: &mut Stamp,
) -> Result<(Id, Change), Problem> {
    let (id, mut change) = records::create_naming(book, ON, input, names, stamp)?;
    let made = made(&change, ON, id).ok_or(Problem::Gone { on: ON, id })?;
    check(&made)?;
    change.label.name = called(book, &change, &made).into();
    Ok((id, change))
}

/// Changes a relation; see [`records::edit_naming`].
pub fn edit(
    book: &Book,
    id: Id,
    seen: &Input,
    input: &Input,
    names: &Names,
    stamp: &mut Stamp,
) -> Result<Change, Problem> {
    let held = find(book, ON, id)?;
    let mut change = records::edit_naming(book, ON, id, seen, input, names, stamp)?;
    let touch = change.touches.iter().find(|touch| touch.on == ON && touch.id == id);
    let after = match touch.map(|touch| &touch.step) {
        Some(Step::Update(changes)) => applied(held, changes),
        _ => held.clone(),
    };
    check(&after)?;
    change.label.name = called(book, &change, &after).into();
    Ok(change)
}

/// Deletes a relation. Both ends stay.
pub fn delete(book: &Book, id: Id, stamp: &Stamp) -> Result<Change, Problem> {
    let held = find(book, ON, id)?;
    let mut change = records::delete(book, ON, &[id], stamp)?;
    change.label.name = called(book, &change, held).into();
    Ok(change)
}

/// Keeps the position that a person has left today. What is written down of it already is ended instead.
pub fn former(
    book: &Book,
    person: Id,
    organization: Id,
    job_title: Option<&str>,
    stamp: &mut Stamp,
) -> Result<Change, Problem> {
    find(book, RecordType::Person, person)?;
    find(book, RecordType::Organization, organization)?;
    let until = (keys::UNTIL, Day::from_date(book.today.date).map(Value::Day));
    let is_it = |relation: &&Record| {
        let role = relation.text(keys::ROLE).map(fold);
        relation.link(keys::ORGANIZATION) == Some(organization)
            && relation.link(keys::PERSON) == Some(person)
            && relation.get(keys::UNTIL).is_none()
            && role == job_title.map(fold)
    };
    let held = of(book, person).filter(is_it).map(|relation| relation.id).min();
    if let Some(held) = held {
        return edit(book, held, &Input::new(), &Input::from([until]), &Names::new(), stamp);
    }
    let input = Input::from([
        (keys::PERSON, Some(Value::link(person))),
        (keys::ORGANIZATION, Some(Value::link(organization))),
        (keys::ROLE, job_title.map(Value::text)),
        until,
    ]);
    create(book, &input, &Names::new(), stamp).map(|(_, change)| change)
}

/// The roles that there are, the most frequent first.
pub fn roles(book: &Book, most: usize) -> Vec<String> {
    let mut counts = BTreeMap::<&str, usize>::new();
    for role in book.table(ON).iter().filter_map(|(_, relation)| relation.text(keys::ROLE)) {
        *counts.entry(role).or_default() += 1;
    }
    let mut roles: Vec<_> = counts.into_iter().collect();
    // Stable, so that those of the same number stay in the order of their words.
    roles.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    roles.into_iter().take(most).map(|(role, _)| role.to_owned()).collect()
}

/// Whether a relation has ended by a day, as far as is known when it did.
pub fn is_over(relation: &Record, today: NaiveDate) -> bool {
    let Some(until) = relation.day(keys::UNTIL) else { return false };
    until.year().is_none()
        || until.date() == Some(today)
        || Day::from_date(today).is_some_and(|today| is_before(until, today))
}

/// What fields alone cannot tell: that there is one other end, which is somebody else, and that it has begun
/// before it is over.
fn check(relation: &Record) -> Result<(), Problem> {
    let refuse = |key, fault| Err(Problem::Field { key, fault });
    let Some(person) = relation.link(keys::PERSON) else {
        return refuse(keys::PERSON, Fault::Missing);
    };
    let mut others = OTHERS.into_iter().filter(|key| relation.get(*key).is_some());
    match (others.next(), others.next()) {
        (None, _) => return refuse(keys::OTHER, Fault::Missing),
        (_, Some(second)) => return refuse(second, Fault::OtherEnd),
        _ => {}
    }
    if relation.link(keys::OTHER) == Some(person) {
        return refuse(keys::OTHER, Fault::Oneself);
    }
    match (relation.day(keys::SINCE), relation.day(keys::UNTIL)) {
        (Some(since), Some(until)) if is_before(until, since) => {
            refuse(keys::UNTIL, Fault::EndsEarly)
        }
        _ => Ok(()),
    }
}

/// Whether a day is certainly before another one, as far as both are known.
fn is_before(a: Day, b: Day) -> bool {
    let parts = [
        (a.year(), b.year()),
        (a.month().map(u16::from), b.month().map(u16::from)),
        (a.day().map(u16::from), b.day().map(u16::from)),
    ];
    for (a, b) in parts {
        match (a, b) {
            (Some(a), Some(b)) if a == b => {}
            (Some(a), Some(b)) => return a < b,
            _ => return false,
        }
    }
    false
}

/// A record that a change makes.
fn made(change: &Change, on: RecordType, id: Id) -> Option<Record> {
    let touch = change.touches.iter().find(|touch| touch.on == on && touch.id == id)?;
    let Step::Create(fields) = &touch.step else { return None };
    Some(Record { id, fields: fields.clone() })
}

/// Both ends by their names, one of which the change may make.
fn called(book: &Book, change: &Change, relation: &Record) -> String {
    let named = |(on, id)| match book.get(on, id) {
        Some(record) => derived::name_of(record),
        None => derived::name_of(&made(change, on, id)?),
    };
    let person = relation.link(keys::PERSON).map(|id| (RecordType::Person, id));
    let ends = person.into_iter().chain(other(relation));
    ends.filter_map(named).collect::<Vec<_>>().join(" – ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_before(a: &str, b: &str, expected: bool) {
        assert_eq!(is_before(Day::parse(a).unwrap(), Day::parse(b).unwrap()), expected);
    }

    #[test]
    fn a_day_is_before_another_one_where_that_is_certain() {
        check_before("2019", "2020-05-01", true);
        check_before("2020", "2020-05-01", false);
        check_before("2020-04", "2020-05-01", true);
        check_before("2020-05-01", "2020-05-01", false);
        check_before("2021-01-01", "2020-05-01", false);
        check_before("--01-01", "2020-05-01", false);
    }
}
