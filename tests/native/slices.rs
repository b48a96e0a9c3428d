//! Long changes, made in slices: as good as made at once, and gone without a trace when they are cancelled.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use pollster::block_on;
use rapport::{
    domain::{
        book::{Book, created},
        change::{Cause, Change, Label, Step, Touch},
        edit::{
            Making,
            bulk::{self, Bulk, Wish},
            records::{self, Input},
            revert::Reverting,
        },
        field::{draft::Entered, keys},
        id::{
            Id,
            RecordType::{Organization, Person},
        },
        problem::Problem,
        value::Value,
    },
    storage::{
        Durability::Strict,
        history,
        memory::Memory,
        opening,
        session::{self, AtOnce, CommitError, Pace, Session, Stage},
    },
};

use crate::{generate, random_edits::Random};

/// Some slices and a part of one, and more than one stored value.
const PEOPLE: usize = 1_200;

/// Cancels at a pause, and counts them.
#[derive(Default)]
struct Cancelling {
    at: Option<usize>,
    pauses: Cell<usize>,
    last: Cell<Option<Stage>>,
}

impl Pace for Cancelling {
    async fn pause(&self, stage: Stage, _: usize, _: usize) -> Result<(), CommitError> {
        let now = self.pauses.get();
        self.pauses.set(now + 1);
        self.last.set(Some(stage));
        if self.at == Some(now) { Err(CommitError::Cancelled) } else { Ok(()) }
    }
}

fn workspace() -> (Memory, RefCell<Session>, Vec<Id>) {
    let store = Memory::default();
    let opened = block_on(opening::begin(&store, Random(1).stamp().id())).unwrap();
    let tab = RefCell::new(Session::new(opened));
    let mut stamp = Random(2).stamp();
    let ids: Vec<Id> = (0..PEOPLE).map(|_| stamp.id()).collect();
    let touches = ids.iter().enumerate().map(|(at, id)| {
        let fields = created(stamp.at)
            .with(keys::GIVEN, Value::text(format!("Person {at}")))
            .with(keys::NEEDS, Value::text(format!("{at} ").repeat(40)));
        Touch { on: Person, id: *id, step: Step::Create(fields) }
    });
    let people = generate::change(touches.collect());
    block_on(session::commit(&store, &tab, Strict, |_| Ok(people.clone()))).1.unwrap();
    (store, tab, ids)
}

fn employ(name: &str) -> Wish {
    Wish::Set(keys::ORGANIZATION, Entered { value: None, names: vec![name.into()] })
}

fn grant(
    store: &Memory,
    tab: &RefCell<Session>,
    ids: &[Id],
    wish: &Wish,
    pace: &impl Pace,
) -> Result<Option<Label>, CommitError> {
    let edit = |book: &Book| {
        let bulk = Bulk::new(book, Person, ids.to_vec(), wish, Random(3).stamp())?;
        Ok(Box::new(bulk) as Box<dyn Making>)
    };
    block_on(session::commit_long(store, tab, Strict, &edit, pace)).1
}

/// Takes back the last change, as the app does.
fn undo(store: &Memory, tab: &RefCell<Session>, pace: &impl Pace) -> Result<(), CommitError> {
    let position = *tab.borrow().undoable.undo.last().unwrap();
    let entry = block_on(history::long_entry(store, position, pace))?.unwrap();
    let change = Rc::new(entry.change);
    let edit = |_: &Book| {
        let stamp = Random(4).stamp();
        let reverting = Reverting::new(change.clone(), Cause::Undo(position), &stamp);
        Ok(Box::new(reverting) as Box<dyn Making>)
    };
    block_on(session::commit_long(store, tab, Strict, &edit, pace)).1.map(|_| ())
}

/// Cancels at every pause there is until it is too late; nothing may be another one before, and all of it after.
#[track_caller]
fn cancelled_anywhere(
    store: &Memory,
    tab: &RefCell<Session>,
    work: impl Fn(&Cancelling) -> Result<(), CommitError>,
) -> usize {
    let (values, book, tip) =
        (store.values.borrow().clone(), tab.borrow().book.clone(), tab.borrow().tip);
    let mut at = 0;
    loop {
        let pace = Cancelling { at: Some(at), ..Cancelling::default() };
        let done = work(&pace);
        if done.is_ok() {
            assert_eq!(pace.last.get(), Some(Stage::Applying));
            assert_eq!(tab.borrow().tip.position, tip.position + 1);
            let opened = block_on(opening::open(store, None)).unwrap().unwrap();
            assert!(tab.borrow().book == opened.book, "what is on disk is not in the book");
            return at;
        }
        assert_eq!(done, Err(CommitError::Cancelled));
        assert!(*store.values.borrow() == values, "something was stored at pause {at}");
        assert!(tab.borrow().book == book && tab.borrow().tip == tip);
        at += 1;
    }
}

#[test]
fn a_change_is_cancelled_without_a_trace_and_so_is_taking_it_back() {
    let (store, tab, ids) = workspace();
    let before = tab.borrow().book.clone();
    let wish = Wish::Set(keys::NEEDS, Entered { value: Some(Value::text("Tea")), names: vec![] });
    let pauses = cancelled_anywhere(&store, &tab, |pace| {
        grant(&store, &tab, &ids, &wish, pace).map(|label| {
            assert_eq!(label.unwrap().count as usize, PEOPLE);
        })
    });
    assert!(pauses > 6, "only {pauses}");
    let pauses = cancelled_anywhere(&store, &tab, |pace| undo(&store, &tab, pace));
    assert!(pauses > 6, "only {pauses}");
    let book = &tab.borrow().book;
    assert!(ids.iter().all(|id| {
        let needs = |book: &Book| book.get(Person, *id).unwrap().text(keys::NEEDS).map(str::len);
        needs(book) == needs(&before)
    }));
}

#[test]
fn a_change_in_slices_is_the_change_at_once() {
    let (_, tab, ids) = workspace();
    let book = &tab.borrow().book;
    for wish in [employ("Acme"), Wish::Clear(keys::NEEDS), Wish::Note("Hello".into()), Wish::Delete]
    {
        let stamp = Random(3).stamp();
        let at_once = bulk::edit(book, Person, ids.clone(), &wish, stamp.clone()).unwrap();
        let mut bulk = Box::new(Bulk::new(book, Person, ids.clone(), &wish, stamp).unwrap());
        let mut slices = 1;
        while bulk.go_on(book) != (PEOPLE, PEOPLE) {
            slices += 1;
        }
        assert_eq!(slices, 3);
        assert_eq!(bulk.finish(), at_once);
    }
}

/// Another tab is quicker, once, at the last moment.
struct Overtaken<'a> {
    store: &'a Memory,
    other: &'a RefCell<Session>,
    edit: RefCell<Option<Change>>,
}

impl Pace for Overtaken<'_> {
    async fn pause(&self, stage: Stage, _: usize, _: usize) -> Result<(), CommitError> {
        let edit = if stage == Stage::Storing { self.edit.take() } else { None };
        if let Some(edit) = edit {
            session::commit(self.store, self.other, Strict, |_| Ok(edit.clone())).await.1?;
        }
        Ok(())
    }
}

#[test]
fn a_change_that_another_tab_has_overtaken_is_made_anew() {
    let (store, tab, ids) = workspace();
    let opened = block_on(opening::open(&store, None)).unwrap().unwrap();
    let other = RefCell::new(Session::new(opened));
    let gone = records::delete(&other.borrow().book, Person, &ids[..1], &Random(5).stamp());
    let pace = Overtaken { store: &store, other: &other, edit: RefCell::new(Some(gone.unwrap())) };
    let done = grant(&store, &tab, &ids, &Wish::add_tag("VIP"), &pace).unwrap().unwrap();
    assert_eq!(done.count as usize, PEOPLE - 1);
    block_on(session::catch_up(&store, &other)).1.unwrap();
    assert!(other.borrow().book == tab.borrow().book);
}

#[test]
fn very_many_point_to_one_and_let_go_again() {
    let (store, tab, ids) = workspace();
    let count = |key| {
        let book = &tab.borrow().book;
        let acme = book.table(Organization).iter().next().map(|(_, record)| record.id);
        acme.map(|acme| {
            (book.linked_count(Person, key, acme), book.linked(Person, key, acme).count())
        })
    };
    grant(&store, &tab, &ids, &employ("Acme"), &AtOnce).unwrap();
    assert_eq!(count(keys::ORGANIZATION), Some((PEOPLE, PEOPLE)));
    grant(&store, &tab, &ids[3..], &Wish::Clear(keys::ORGANIZATION), &AtOnce).unwrap();
    assert_eq!(count(keys::ORGANIZATION), Some((3, 3)));
    undo(&store, &tab, &AtOnce).unwrap();
    assert_eq!(count(keys::ORGANIZATION), Some((PEOPLE, PEOPLE)));
    undo(&store, &tab, &AtOnce).unwrap();
    assert_eq!(count(keys::ORGANIZATION), None);
}

#[test]
fn what_is_so_already_is_no_change() {
    let (store, tab, ids) = workspace();
    let tip = tab.borrow().tip;
    assert_eq!(grant(&store, &tab, &ids, &Wish::Clear(keys::HAPPENED), &AtOnce).ok(), None);
    assert_eq!(grant(&store, &tab, &ids, &Wish::Clear(keys::NICKNAME), &AtOnce), Ok(None));
    // Nor is a tag made for nobody.
    assert_eq!(grant(&store, &tab, &[], &Wish::add_tag("VIP"), &AtOnce), Ok(None));
    assert_eq!(tab.borrow().tip, tip);
}

#[test]
fn an_empty_wish_is_a_problem() {
    let (_, tab, ids) = workspace();
    let book = &tab.borrow().book;
    let ask = |wish: Wish| bulk::edit(book, Person, ids.clone(), &wish, Random(3).stamp());
    let nothing = Entered::default;
    for wish in [
        Wish::Set(keys::GIVEN, nothing()),
        Wish::Add(keys::TAGS, nothing()),
        Wish::add_tag("  "),
        Wish::Note(" ".into()),
    ] {
        assert!(matches!(ask(wish), Err(Problem::Field { .. })));
    }
    let input = Input::from([(keys::GIVEN, None)]);
    assert!(records::create(book, Person, &input, &mut Random(6).stamp()).is_err());
    // Who has no other name keeps it.
    assert!(ask(Wish::Clear(keys::GIVEN)).unwrap().touches.is_empty());
}
