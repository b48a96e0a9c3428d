//! Demo data holds what a careful person would enter, and is the same everywhere.

use std::collections::BTreeSet;

use rapport::{
    demo,
    domain::{
        book::{Book, relation_of},
        change::{Step, Touch},
        field::{check, keys},
        id::RecordType,
        value::Value,
    },
    query::reminder::Held,
    transfer::json,
};

use super::generate::{self, now};

fn book(people: u32) -> Book {
    let mut book = Book::default();
    for change in demo::seeded(7, people, now()) {
        book.apply(change).unwrap();
    }
    book
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let mut sum = crc32fast::Hasher::new();
    json::export(&book(1_000), now()).for_each(|piece| sum.update(&piece));
    // Another sum means that the demo has changed. If that was wanted, put the new one here.
    assert_eq!(sum.finalize(), 2_983_274_346);
}

#[test]
fn nobody_is_reminded_to_keep_a_demo() {
    let mut book = book(50);
    assert_eq!(Held::of(&book), Held::Demo);
    assert_eq!(Held::of(&Book::default()), Held::Nothing);
    let workspace = book.workspace().unwrap();
    let touch = Touch {
        on: RecordType::Workspace,
        id: workspace.id,
        step: Step::Delete(workspace.fields.clone()),
    };
    book.apply(generate::change(vec![touch])).unwrap();
    assert_eq!(Held::of(&book), Held::Records);
}

#[test]
fn another_seed_gives_other_people() {
    let names = |seed| {
        let change = demo::seeded(seed, 50, now()).next().unwrap();
        let ids: BTreeSet<_> = change.touches.iter().map(|touch| touch.id).collect();
        ids
    };
    assert!(names(1).is_disjoint(&names(2)));
}

#[test]
fn every_value_is_as_it_is_kept_and_every_link_points_somewhere() {
    let book = book(1_000);
    for (kind, record) in book.everything() {
        for (key, value) in record.fields.iter() {
            let field = key.field().filter(|field| field.is_on(kind)).unwrap();
            assert_eq!(check::normalize(field, value.clone()), Ok(Some(value.clone())), "{key:?}");
            let ids = match value {
                Value::Link(id) => vec![**id],
                Value::Links(ids) => ids.to_vec(),
                _ => continue,
            };
            assert!(ids.into_iter().all(|id| book.get(relation_of(key).unwrap(), id).is_some()));
        }
    }
}

#[test]
fn people_are_filled_in_as_in_life() {
    let book = book(1_000);
    let people = book.table(RecordType::Person);
    let filled: usize = people.iter().map(|(_, person)| person.fields.iter().count()).sum();
    assert!((16..=19).contains(&(filled / people.len())), "{}", filled / people.len());
    assert_eq!(book.table(RecordType::Interaction).len(), 501);
    assert_eq!(book.table(RecordType::Organization).len(), 100);
}

#[test]
fn nobody_is_there_twice() {
    let book = book(10_000);
    let mut emails = BTreeSet::new();
    let mut names = BTreeSet::new();
    for (_, person) in book.table(RecordType::Person).iter() {
        for email in person.labelled(keys::EMAILS) {
            assert!(emails.insert(email.value.clone()), "{}", email.value);
            let (_, domain) = email.value.rsplit_once('@').unwrap();
            let is_reserved = domain.ends_with(".example")
                || ["example.com", "example.net", "example.org"].contains(&domain);
            assert!(is_reserved, "{domain}");
        }
    }
    for (_, organization) in book.table(RecordType::Organization).iter() {
        assert!(names.insert(organization.text(keys::NAME).unwrap()));
    }
}

#[test]
fn nothing_lies_in_the_future() {
    for change in demo::seeded(3, 200, now()) {
        for touch in change.touches {
            let Step::Create(fields) = touch.step else { panic!("only creates") };
            for (_, value) in fields.iter() {
                match value {
                    Value::Time(time) => assert!(*time <= now()),
                    Value::Entries(entries) => {
                        assert!(entries.is_sorted_by_key(|entry| entry.at));
                        assert!(entries.iter().all(|entry| entry.at <= now()));
                    }
                    _ => {}
                }
            }
        }
    }
}
