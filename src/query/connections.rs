//! What a record is to others, seen from it: what holds now, and then what is over.

use std::{cmp::Reverse, collections::BTreeSet};

use crate::domain::{
    book::Book,
    edit::relations,
    field::{Field, Kind, keys},
    fold::fold,
    id::{Id, RecordType},
    record::Record,
    value::day::Day,
};

/// A relation as one end of it sees it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Connection {
    pub relation: Id,
    /// The other end.
    pub on: RecordType,
    pub other: Id,
    pub role: Option<String>,
    /// Whether the role is that of the record that is looked from.
    pub is_own_role: bool,
    pub since: Option<Day>,
    pub until: Option<Day>,
    pub is_over: bool,
}

/// The relations of a record. What there is still comes first, and of that, and of what is over, the latest.
/// Left out is what the people of an organization say already: that somebody is there, with their job title.
pub fn of(book: &Book, on: RecordType, id: Id) -> Vec<Connection> {
    let mut seen = BTreeSet::new();
    let relations = relations::of(book, id).filter(|relation| seen.insert(relation.id));
    let connections = relations.filter_map(|relation| connection(book, id, relation));
    let is_said = |connection: &Connection| {
        on == RecordType::Organization && !connection.is_over && is_member(book, id, connection)
    };
    let mut connections: Vec<_> = connections.filter(|it| !is_said(it)).collect();
    connections
        .sort_by_key(|it| (it.is_over, Reverse(it.until), Reverse(it.since), Reverse(it.relation)));
    connections
}

fn connection(book: &Book, id: Id, relation: &Record) -> Option<Connection> {
    let person = relation.link(keys::PERSON)?;
    let is_own_role = person == id;
    let (on, other) =
        if is_own_role { relations::other(relation)? } else { (RecordType::Person, person) };
    Some(Connection {
        relation: relation.id,
        on,
        other,
        role: relation.text(keys::ROLE).map(str::to_owned),
        is_own_role,
        since: relation.day(keys::SINCE),
        until: relation.day(keys::UNTIL),
        is_over: relations::is_over(relation, book.today.date),
    })
}

/// Whether somebody is among the people of an organization, and nothing more is said than their job title.
fn is_member(book: &Book, organization: Id, connection: &Connection) -> bool {
    let Some(person) = book.get(connection.on, connection.other) else { return false };
    let role = connection.role.as_deref().map(fold);
    person.link(keys::ORGANIZATION) == Some(organization)
        && (role.is_none() || role == person.text(keys::JOB_TITLE).map(fold))
}

/// Those whom a person has brought, the latest first.
pub fn brought(book: &Book, id: Id) -> Vec<Id> {
    let people = book.linked(RecordType::Person, keys::REFERRED_BY, id);
    let mut people: Vec<Id> = people.map(|(_, person)| person.id).collect();
    people.sort_by_key(|id| Reverse(*id));
    people
}

/// Those that point to a record by a field of one's own: each such field with them, the latest first. Left out
/// are fields by which nothing does.
pub fn pointing(book: &Book, on: RecordType, id: Id) -> Vec<(&'static Field, Vec<Id>)> {
    let fields = book.own().iter().filter(|field| field.kind == Kind::Relation(on));
    let by_field = fields.map(|field| {
        let from = field.on.iter().flat_map(|from| book.linked(*from, field.key(), id));
        let mut ids: Vec<Id> = from.map(|(_, record)| record.id).collect();
        ids.sort_by_key(|id| Reverse(*id));
        (field, ids)
    });
    by_field.filter(|(_, ids)| !ids.is_empty()).collect()
}
