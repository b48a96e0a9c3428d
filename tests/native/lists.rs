//! What lists keep between two questions is what they would find if they began anew.

use proptest::prelude::*;
use rapport::{
    domain::{
        book::Book,
        field::{self, Kind},
        id::RecordType,
        key::Key,
        table::Slot,
    },
    query::{
        arrange::MISSING,
        ask::{
            Asked, Columns, Past, Texts, Wanted,
            when::{Today, Zone},
        },
        filter::{Condition, Group, Operand, Part, Subject},
        operator::Operator,
        search::{SearchIndex, Words},
        sort::{ByCodePoint, Order},
    },
};

use super::{
    filters, generate,
    laws::{LISTED, Session},
};

/// As one types it, letter by letter, goes back and types on.
fn searches(words: &[String]) -> Vec<String> {
    let typed = words.iter().flat_map(|word| {
        let ends = word.char_indices().map(|(at, c)| word[..at + c.len_utf8()].to_owned());
        let typed: Vec<String> = ends.collect();
        let back = typed.clone().into_iter().rev();
        typed.into_iter().chain(back)
    });
    typed.collect()
}

fn anew(book: &Book, on: RecordType, key: Key) -> Order {
    Order::new(book, on, key, &ByCodePoint)
}

/// Whether each field of a person has a value, and each choice that one can have.
fn about_every_field() -> Vec<Group> {
    let mut groups = Vec::new();
    let mut add = |key, operator, operand| {
        let condition = Condition::new(Subject::Field(key), operator, operand);
        groups.push(Group::all(vec![Part::Condition(condition)]));
    };
    for field in field::fields_of(RecordType::Person) {
        add(field.key(), Operator::Filled, Operand::Nothing);
        if let Kind::Choice(words) = field.kind {
            for word in words {
                let words = Operand::Texts(vec![(*word).into()]);
                add(field.key(), Operator::AnyOf, words);
            }
        }
    }
    groups
}

proptest! {
    #![proptest_config(generate::cases(32))]

    #[test]
    fn searching_on_finds_what_searching_anew_does(
        ops in generate::ops(16),
        words in proptest::collection::vec("[a-zA-Zéłس ]{1,4}", 1..4),
    ) {
        let mut session = Session::default();
        let mut kept = LISTED.map(|on| (on, SearchIndex::default()));
        for op in &ops {
            let Some(Ok(change)) = session.ask(op) else { continue };
            let touched = session.book.clone().apply(change.clone()).unwrap();
            session.commit(change).unwrap();
            for (on, index) in &mut kept {
                index.follow(&session.book, *on, &touched);
                for search in searches(&words) {
                    let words = Words::new(&search);
                    let found = index.find(&session.book, *on, &words);
                    let expected = SearchIndex::default().find(&session.book, *on, &words);
                    prop_assert_eq!(found, expected, "{} by {:?}", on.name(), search);
                }
            }
        }
    }

    #[test]
    fn an_order_that_follows_is_the_order_made_anew(ops in generate::ops(24)) {
        let mut session = Session::default();
        let keys = LISTED.iter().flat_map(|on| field::fields_of(*on).map(|field| (*on, field.key())));
        let mut kept: Vec<_> =
            keys.map(|(on, key)| (on, key, anew(&session.book, on, key))).collect();
        for op in &ops {
            let Some(Ok(change)) = session.ask(op) else { continue };
            let touched = session.book.clone().apply(change.clone()).unwrap();
            session.commit(change).unwrap();
            for (on, key, order) in &mut kept {
                let expected = anew(&session.book, *on, *key);
                if order.is_outdated_by(&touched) {
                    *order = expected.clone();
                } else if order.is_moved_by(&touched) {
                    let moved: Vec<_> = touched.slots(*on).collect();
                    order.renew(&session.book, &moved, &ByCodePoint);
                }
                let slots = |order: &Order| order.slots(false).collect::<Vec<_>>();
                prop_assert_eq!(slots(order), slots(&expected), "by {:?}", key);
            }
        }
    }

    #[test]
    fn ranks_rise_along_the_order_and_are_shared_by_what_is_equal(ops in generate::ops(24)) {
        let mut session = Session::default();
        for op in &ops {
            if let Some(Ok(change)) = session.ask(op) {
                session.commit(change).unwrap();
            }
        }
        let book = &session.book;
        for on in LISTED {
            for key in field::fields_of(on).map(field::Field::key) {
                let order = anew(book, on, key);
                let ranks = order.ranks(book, &|_| None);
                let rank = |slot: Slot| ranks[slot as usize];
                let slots: Vec<_> = order.slots(false).collect();
                for pair in slots.windows(2) {
                    prop_assert!(rank(pair[0]) <= rank(pair[1]), "{:?}", key);
                    let value = |slot: Slot| field::read(book, book.table(on).at(slot).unwrap(), key);
                    if value(pair[0]) == value(pair[1]) {
                        prop_assert_eq!(rank(pair[0]), rank(pair[1]), "{:?}", key);
                    }
                    if value(pair[1]).is_none() {
                        prop_assert_eq!(rank(pair[1]), MISSING);
                    }
                }
            }
        }
    }

    #[test]
    fn columns_tell_what_the_records_do(
        ops in generate::ops(16),
        mut groups in proptest::collection::vec(filters::group(RecordType::Person, 0), 0..4),
    ) {
        groups.extend(about_every_field());
        let mut session = Session::default();
        let mut columns = Columns::default();
        let today = Today {
            now: generate::now(), zone: Zone::fixed(210), first_weekday: 1, fiscal_start: 4,
        };
        let (mut past, mut texts, mut wanted) = (Past::default(), Texts::default(), Wanted::default());
        for group in &groups {
            wanted.add(&session.book, group, RecordType::Person);
        }
        past.begin(&wanted);
        for (position, op) in (1..).zip(&ops) {
            let Some(Ok(change)) = session.ask(op) else { continue };
            let touched = session.book.clone().apply(change.clone()).unwrap();
            past.follow(position, &change);
            session.commit(change).unwrap();
            columns.follow(&touched);
            for group in &groups {
                let book = &session.book;
                let found = Asked::new(book, &today, &mut texts, &past).find(group, RecordType::Person);
                let asked = Asked::new(book, &today, &mut texts, &past);
                let by_columns = asked.with(&mut columns).find(group, RecordType::Person);
                prop_assert_eq!(by_columns, found, "{:?}", group);
            }
        }
    }
}
