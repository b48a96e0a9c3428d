//! Going back through the journal: the book at each position is the one that the changes up to it make.

use proptest::prelude::*;
use rapport::{
    domain::{
        book::Book,
        change::{Action, Cause, Change, FieldChange, Label, Step, Touch},
        field::keys,
        id::{Id, RecordType},
        record::Fields,
        value::{Value, day::Day, time::Time},
    },
    query::{
        ask::when::{Today, Zone},
        filter::Group,
        rewind::{Needs, RULES, Rewind},
        text::{self, Canonical},
        trend::{self, Difference},
    },
};
use uuid::Uuid;

use super::{
    generate::{self, difference},
    laws::Session,
};

/// A copy of the book that the changes make, with all of them to go back through.
fn rewind(changes: &[Change], kept: &'static [RecordType], pages: u32) -> Rewind {
    let book = applied(changes);
    let mut rewind = Rewind::new(kept);
    while rewind.copy_some(&book, pages) {}
    assert_eq!(difference(&rewind.book, &book), None);
    for (position, change) in changes.iter().enumerate().rev() {
        rewind.learn(position as u64 + 1, change.clone());
    }
    rewind
}

fn applied(changes: &[Change]) -> Book {
    let mut book = Book::default();
    for change in changes {
        book.apply(change.clone()).unwrap();
    }
    book
}

proptest! {
    #![proptest_config(generate::cases(64))]

    #[test]
    fn the_book_at_a_position_is_what_the_changes_up_to_it_make(
        ops in generate::ops(24),
        most in 1..9_usize,
        pages in 1..3_u32,
    ) {
        let changes = Session::of(&ops).journal;
        let mut rewind = rewind(&changes, &[], pages);
        for position in (0..=changes.len()).rev() {
            while rewind.take_back(position as u64, most).unwrap() {}
            let made = applied(&changes[..position]);
            prop_assert_eq!(difference(&rewind.book, &made), None, "at {}", position);
        }
        prop_assert!(rewind.book.is_empty());
    }
}

const ADA: u128 = 1;
const BOB: u128 = 2;
const CHLOE: u128 = 3;
const LEADS: u128 = 9;

const DAY: i64 = 24 * 60 * 60 * 1000;

fn id(number: u128) -> Id {
    Id::new(Uuid::from_u128(number))
}

fn on_day(day: i64) -> Time {
    Time::from_millis(day * DAY + DAY / 2)
}

fn change(day: i64, touches: Vec<Touch>) -> Change {
    let on = touches[0].on;
    let label = Label { action: Action::Edit, on, name: Box::default(), count: 1 };
    Change { at: on_day(day), cause: Cause::Edit, label, touches }
}

fn create(number: u128, name: &str, stage: &str) -> Touch {
    let fields = Fields::default()
        .with(keys::GIVEN, Value::text(name))
        .with(keys::LIFECYCLE, Value::text(stage));
    Touch { on: RecordType::Person, id: id(number), step: Step::Create(fields) }
}

fn stage(number: u128, before: &str, after: &str) -> Touch {
    let (before, after) = (Some(Value::text(before)), Some(Value::text(after)));
    let change = FieldChange { key: keys::LIFECYCLE, before, after };
    Touch { on: RecordType::Person, id: id(number), step: Step::Update(vec![change]) }
}

/// Ada was a lead from day 0 to 20, when she became a customer; Bob came on day 10 as a customer, was made a
/// lead by mistake on day 12, and deleted on day 30; Chloé came on day 15. The segment was made on day 40.
fn history() -> Vec<Change> {
    let mistake = change(12, vec![stage(BOB, "customer", "lead")]);
    let undone = mistake.clone().inverse(on_day(13), Cause::Undo(3));
    let mut chloe = create(CHLOE, "Chloé", "lead");
    if let Step::Create(fields) = &mut chloe.step {
        // She comes of age on the 18th of January 1970, which is day 17.
        fields.replace(keys::BIRTHDAY, Day::parse("1952-01-18").map(Value::Day));
    }
    let mut changes = vec![
        change(0, vec![create(ADA, "Ada", "lead")]),
        change(10, vec![create(BOB, "Bob", "customer")]),
        mistake,
        undone,
        change(15, vec![chloe]),
        change(20, vec![stage(ADA, "lead", "customer")]),
    ];
    let bob = applied(&changes).get(RecordType::Person, id(BOB)).unwrap().fields.clone();
    let on = RecordType::Person;
    changes.push(change(30, vec![Touch { on, id: id(BOB), step: Step::Delete(bob) }]));
    let segment = Fields::default()
        .with(keys::NAME, Value::text("Leads"))
        .with(keys::SEGMENT_OF, Value::text("person"))
        .with(keys::FILTER, Value::text("lifecycle:lead"));
    let step = Step::Create(segment);
    changes.push(change(40, vec![Touch { on: RecordType::Segment, id: id(LEADS), step }]));
    changes
}

/// Who is found by a filter at the end of each of some days, newest first.
#[track_caller]
fn check(filter: &str, expected: &[(i64, &str)]) {
    let on = RecordType::Person;
    let mut rewind = rewind(&history(), &RULES, 9);
    let group = text::parse(filter, on, &Canonical).group;
    let needs = Needs::of(&rewind.book, &group, on);
    for (day, names) in expected {
        let now = Time::from_millis(on_day(*day).millis() + DAY / 4);
        let position = rewind.position_at(now).unwrap();
        while rewind.take_back(position, 1).unwrap() {}
        while rewind.fold_some(&needs, 1) {}
        let today = Today { now, zone: Zone::fixed(0), first_weekday: 1, fiscal_start: 1 };
        let found = rewind.find(&group, on, &today, &needs);
        let people = rewind.book.table(on);
        let mut found: Vec<_> = found
            .iter()
            .filter_map(|slot| people.at(slot)?.text(keys::GIVEN).map(str::to_owned))
            .collect();
        found.sort();
        assert_eq!(found.join(" "), *names, "on day {day}");
    }
}

#[test]
fn a_filter_is_asked_of_the_records_as_they_were() {
    check("lifecycle:lead", &[(50, "Chloé"), (18, "Ada Chloé"), (12, "Ada Bob"), (11, "Ada")]);
    check("lifecycle:customer", &[(25, "Ada Bob"), (13, "Bob"), (0, "")]);
}

#[test]
fn today_is_the_day_that_is_asked_about() {
    check("updated < 5d", &[(50, ""), (22, "Ada"), (17, "Bob Chloé"), (3, "Ada")]);
    check("updated > 5d", &[(50, "Ada Chloé"), (22, "Bob Chloé"), (19, "Ada Bob"), (3, "")]);
}

#[test]
fn derived_fields_are_counted_from_that_day() {
    check("age >= 18", &[(50, "Chloé"), (17, "Chloé"), (16, "")]);
}

#[test]
fn only_what_was_known_by_then_is_known() {
    // Bob's stage of two days was taken back on the third.
    check("lifecycle was lead", &[(50, "Ada Chloé"), (13, "Ada"), (12, "Ada Bob"), (10, "Ada")]);
}

#[test]
fn segments_are_those_of_today() {
    let filter = format!("segment:#{}", id(LEADS));
    check(&filter, &[(50, "Chloé"), (18, "Ada Chloé"), (0, "Ada")]);
}

#[test]
fn words_are_looked_for_in_what_was_written_then() {
    check("bob", &[(50, ""), (29, "Bob"), (5, "")]);
}

#[test]
fn nothing_is_known_beyond_what_is_learnt() {
    let changes = history();
    let mut rewind = Rewind::new(&RULES);
    while rewind.copy_some(&applied(&changes), 9) {}
    let needs = Needs::default();
    for (position, change) in changes.iter().enumerate().rev().take(3) {
        assert!(!rewind.reaches(on_day(20), &needs));
        rewind.learn(position as u64 + 1, change.clone());
    }
    assert!(rewind.reaches(on_day(20), &needs));
    assert_eq!(rewind.position_at(on_day(20)), Some(6));
    assert_eq!(rewind.position_at(on_day(19)), None);
    // When Ada had changed before is not known yet.
    assert!(!rewind.reaches(on_day(20), &Needs { moments: true, ..Needs::default() }));
}

#[test]
fn who_came_and_who_went() {
    let on = RecordType::Person;
    // Asks nothing: everyone.
    let group = Group::default();
    let mut rewind = rewind(&history(), &RULES, 9);
    let needs = Needs::default();
    let today = Today { now: on_day(50), zone: Zone::fixed(0), first_weekday: 1, fiscal_start: 1 };
    let now = rewind.find(&group, on, &today, &needs);
    let now = trend::members(&rewind.book, on, &now);
    while rewind.take_back(4, 9).unwrap() {}
    let then = rewind.find(&group, on, &today, &needs);
    let difference = trend::difference(&rewind.book, on, &then, &now);
    let left = vec![(id(BOB), "Bob".to_owned())];
    assert_eq!(difference, Difference { entered: vec![id(CHLOE)], left });
}
