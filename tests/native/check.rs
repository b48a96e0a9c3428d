//! Looking over all that is stored finds whatever is not as it was, and says so of nothing else.

use pollster::block_on;
use rapport::{
    domain::{
        book::{Book, Disagreement, created},
        change::{Action, Cause, Change, Label, Step, Touch},
        edit::repair,
        field::keys,
        id::RecordType,
        problem::Problem,
        value::Value,
    },
    storage::{
        Area,
        check::{self, Checked},
        memory::{Memory, Values},
        opening::BootError,
    },
};

use crate::{generate::now, mirror::Tab, random_edits::Random};

/// Looks at some values with the witness of a tab.
fn look(values: &Values, tab: &Tab) -> Result<Checked, BootError> {
    let session = tab.session.borrow();
    let store = Memory::holding(values.clone());
    let (mut checked, opened) = block_on(check::look(&store, session.witness()))?;
    check::compare(&mut checked, &opened.book, &session.book);
    Ok(checked)
}

#[test]
fn what_is_whole_is_clean() {
    for seed in 0..20 {
        let mut tab = Tab::begin(seed);
        tab.work(30);
        let values = tab.store.values.borrow().clone();
        let checked = look(&values, &tab).unwrap();
        assert!(checked.is_clean(), "{checked:?}");
        assert_eq!(checked.values, values.len());
    }
}

#[test]
fn every_damaged_value_is_found() {
    let mut tab = Tab::begin(3);
    tab.work(20);
    tab.work(20);
    let values = tab.store.values.borrow().clone();
    for (place, value) in &values {
        let mut damaged = values.clone();
        let mut bytes = value.clone();
        bytes[value.len() / 2] ^= 1;
        damaged.insert(*place, bytes);
        let checked = look(&damaged, &tab).unwrap();
        let expected = if matches!(place.0, Area::Heads | Area::Pages) { (1, 0) } else { (0, 1) };
        assert_eq!((checked.damaged_pages, checked.damaged_changes), expected, "{place:?}");
    }
}

#[test]
fn a_lost_change_is_found_wherever_it_was() {
    let mut tab = Tab::begin(4);
    tab.work(20);
    let values = tab.store.values.borrow().clone();
    let until = tab.session.borrow().tip.position;
    // Without the first one, the workspace could have come back from a copy.
    let journal = values.keys().filter(|(area, key)| *area == Area::Journal && key.0 > 1);
    for place in journal {
        let mut damaged = values.clone();
        damaged.remove(place);
        match look(&damaged, &tab) {
            Ok(checked) => assert_eq!(checked.damaged_changes, 1, "{place:?}"),
            Err(error) => {
                assert!(matches!(error, BootError::RolledBack { .. }) && place.1.0 == until);
            }
        }
    }
}

#[test]
fn another_book_is_told_by_its_records_and_its_indexes() {
    let mut random = Random(5);
    let (ada, acme) = (random.stamp().id(), random.stamp().id());
    let make = |on, id, fields| Touch { on, id, step: Step::Create(fields) };
    let name = |name: &str| created(now()).with(keys::NAME, Value::text(name));
    let person = created(now()).with(keys::GIVEN, Value::text("Ada"));
    let book = |touches: Vec<Touch>| {
        let mut book = Book::default();
        book.apply(change(touches)).unwrap();
        book
    };
    let linked = person.clone().with(keys::ORGANIZATION, Value::link(acme));
    let organization = make(RecordType::Organization, acme, name("Acme"));
    let a = book(vec![organization.clone(), make(RecordType::Person, ada, linked)]);
    let b = book(vec![organization, make(RecordType::Person, ada, person)]);
    assert_eq!(a.disagreements(&a.clone()), []);
    let expected = [
        Disagreement::Record(RecordType::Person, ada),
        Disagreement::Pointing(RecordType::Person, keys::ORGANIZATION, acme),
    ];
    assert_eq!(a.disagreements(&b), expected);
    assert_eq!(b.disagreements(&a), expected);
}

fn change(touches: Vec<Touch>) -> Change {
    let label = Label { action: Action::Import, on: RecordType::Person, name: "".into(), count: 1 };
    Change { at: now(), cause: Cause::Edit, label, touches }
}

#[test]
fn what_points_to_nothing_is_cleared_and_can_be_taken_back() {
    let mut random = Random(6);
    let [ada, acme, tag, gone, lost] = std::array::from_fn(|_| random.stamp().id());
    let fields = created(now())
        .with(keys::GIVEN, Value::text("Ada"))
        .with(keys::ORGANIZATION, Value::link(gone))
        .with(keys::TAGS, Value::links(vec![tag, lost]));
    let make = |on, id, fields| Touch { on, id, step: Step::Create(fields) };
    let name = |name: &str| created(now()).with(keys::NAME, Value::text(name));
    let mut book = Book::default();
    book.apply(change(vec![
        make(RecordType::Organization, acme, name("Acme")),
        make(RecordType::Tag, tag, name("Friend")),
        make(RecordType::Person, ada, fields),
    ]))
    .unwrap();
    let before = book.clone();

    let repaired = repair::clear_lost(&book, &random.stamp()).unwrap();
    book.apply(repaired.clone()).unwrap();
    let person = book.get(RecordType::Person, ada).unwrap();
    assert_eq!(person.link(keys::ORGANIZATION), None);
    assert_eq!(person.links(keys::TAGS), [tag]);
    assert_eq!(repair::clear_lost(&book, &random.stamp()), Err(Problem::NothingLeft));

    book.apply(repaired.inverse(now(), Cause::Undo(2))).unwrap();
    assert!(book == before);
}
