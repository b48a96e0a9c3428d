//! Several tabs on one store: both win, neither overwrites unseen, all agree in the end.

use std::cell::RefCell;

use pollster::block_on;
use rapport::{
    domain::{
        book::Book,
        change::Cause,
        edit::records::{self, Input},
        field::keys,
        id::{Id, RecordType::Person},
        problem::Problem,
        value::Value,
    },
    storage::{
        Area,
        Durability::Strict,
        StoreError, StoreKey, history,
        memory::Memory,
        opening,
        session::{self, CommitError, Session},
    },
};

use crate::random_edits::{self, Random};

fn new_store() -> Memory {
    let store = Memory::default();
    block_on(opening::begin(&store, Random(1).stamp().id())).unwrap();
    store
}

fn open(store: &Memory) -> RefCell<Session> {
    let opened = block_on(opening::open(store, None)).unwrap().unwrap();
    assert_eq!(opened.report, []);
    RefCell::new(Session::new(opened))
}

fn commit(
    store: &Memory,
    tab: &RefCell<Session>,
    edit: impl Fn(&Book) -> Result<rapport::domain::change::Change, Problem>,
) -> Result<(), CommitError> {
    block_on(session::commit(store, tab, Strict, edit)).1
}

fn ada(store: &Memory, tab: &RefCell<Session>) -> Id {
    let input = Input::from([(keys::GIVEN, Some(Value::text("Ada")))]);
    let id = RefCell::new(None);
    commit(store, tab, |book| {
        let (new, change) = records::create(book, Person, &input, &mut Random(2).stamp())?;
        id.replace(Some(new));
        Ok(change)
    })
    .unwrap();
    id.into_inner().unwrap()
}

fn set(
    store: &Memory,
    tab: &RefCell<Session>,
    id: Id,
    key: rapport::domain::key::Key,
    seen: Option<&str>,
    text: &str,
) -> Result<(), CommitError> {
    let seen = Input::from([(key, seen.map(Value::text))]);
    let input = Input::from([(key, Some(Value::text(text)))]);
    commit(store, tab, |book| records::edit(book, Person, id, &seen, &input, &Random(3).stamp()))
}

#[test]
fn different_fields_of_one_record_both_stay() {
    let store = new_store();
    let one = open(&store);
    let id = ada(&store, &one);
    let two = open(&store);
    set(&store, &one, id, keys::FAMILY, None, "Lovelace").unwrap();
    set(&store, &two, id, keys::JOB_TITLE, None, "Analyst").unwrap();
    block_on(session::catch_up(&store, &one)).1.unwrap();
    for tab in [&one, &two] {
        let tab = tab.borrow();
        let record = tab.book.get(Person, id).unwrap();
        assert_eq!(record.text(keys::FAMILY), Some("Lovelace"));
        assert_eq!(record.text(keys::JOB_TITLE), Some("Analyst"));
    }
}

#[test]
fn the_same_field_is_not_overwritten_unseen() {
    let store = new_store();
    let one = open(&store);
    let id = ada(&store, &one);
    let two = open(&store);
    set(&store, &one, id, keys::FAMILY, None, "Lovelace").unwrap();
    let refused = set(&store, &two, id, keys::FAMILY, None, "Byron").unwrap_err();
    assert!(matches!(refused, CommitError::Problem(Problem::ChangedMeanwhile(_))), "{refused:?}");
    assert_eq!(two.borrow().book.get(Person, id).unwrap().text(keys::FAMILY), Some("Lovelace"));
}

#[test]
fn undo_in_one_tab_and_redo_in_the_other() {
    let store = new_store();
    let one = open(&store);
    let id = ada(&store, &one);
    set(&store, &one, id, keys::FAMILY, None, "Lovelace").unwrap();
    let family = |tab: &RefCell<Session>| {
        tab.borrow().book.get(Person, id)?.text(keys::FAMILY).map(str::to_owned)
    };

    let two = open(&store);
    block_on(session::load_undoable(&store, &two)).unwrap();
    let next = *two.borrow().undoable.undo.last().unwrap();
    let entry = block_on(history::entry(&store, next)).unwrap().unwrap();
    commit(&store, &two, |_| {
        Ok(entry.change.clone().inverse(Random(4).stamp().at, Cause::Undo(next)))
    })
    .unwrap();
    assert_eq!(family(&two), None);

    block_on(session::catch_up(&store, &one)).1.unwrap();
    assert_eq!(family(&one), None);
    let next = *one.borrow().undoable.redo.last().unwrap();
    let entry = block_on(history::entry(&store, next)).unwrap().unwrap();
    commit(&store, &one, |_| {
        Ok(entry.change.clone().inverse(Random(5).stamp().at, Cause::Redo(next)))
    })
    .unwrap();
    assert_eq!(family(&one).as_deref(), Some("Lovelace"));
    assert!(one.borrow().undoable.redo.is_empty());
}

#[test]
fn a_change_of_a_newer_version_is_not_overwritten() {
    let store = new_store();
    let one = open(&store);
    let two = open(&store);
    ada(&store, &two);
    let place = (Area::Journal, StoreKey(1, 0, 0));
    store.values.borrow_mut().get_mut(&place).unwrap()[0] = 2;
    let before = store.values.borrow().clone();
    let input = Input::from([(keys::GIVEN, Some(Value::text("Grace")))]);
    let refused = commit(&store, &one, |book| {
        records::create(book, Person, &input, &mut Random(2).stamp()).map(|(_, change)| change)
    });
    assert_eq!(refused, Err(CommitError::Store(StoreError::Newer)));
    assert!(*store.values.borrow() == before);
}

#[test]
fn eight_tabs_with_random_edits_checkpoints_and_reloads_agree() {
    for seed in 0..25 {
        let store = new_store();
        let mut tabs = [(); 8].map(|()| open(&store));
        let mut random = Random(seed);
        // A model of one tab: each change that was acknowledged, one after the other.
        let mut changes = 0;
        for _ in 0..250 {
            // Some tabs are asleep for a while, and find a long journal when they wake.
            let awake = 1 + random.below(8);
            let at = random.below(awake);
            match random.below(12) {
                0 => block_on(session::checkpoint(&store, &tabs[at])).unwrap(),
                1 => tabs[at] = open(&store),
                2 => block_on(session::catch_up(&store, &tabs[at])).1.unwrap(),
                _ => {
                    let wish = random.clone();
                    let done =
                        commit(&store, &tabs[at], |book| random_edits::edit(book, wish.clone()));
                    assert!(matches!(done, Ok(()) | Err(CommitError::Problem(_))), "{done:?}");
                    let position = tabs[at].borrow().tip.position;
                    assert!(position <= changes + 1, "seed {seed}: two changes of one");
                    changes = changes.max(position);
                    random.next();
                }
            }
        }
        for tab in &tabs {
            block_on(session::catch_up(&store, tab)).1.unwrap();
        }
        let fresh = open(&store);
        assert_eq!(fresh.borrow().tip.position, changes, "seed {seed}");
        for tab in &tabs {
            assert_eq!(tab.borrow().tip, fresh.borrow().tip, "seed {seed}");
            assert!(tab.borrow().book == fresh.borrow().book, "seed {seed}");
        }
    }
}

#[test]
fn the_history_of_a_record_is_found_in_entries_of_many_parts() {
    let store = new_store();
    let tab = open(&store);
    let id = ada(&store, &tab);
    // An entry of several parts, in which the id may be cut by the end of a part.
    for length in 0..40 {
        let input = Input::from([
            (keys::NEEDS, Some(Value::text("n".repeat(61_300 + length)))),
            (keys::MOTIVES, Some(Value::text("m".repeat(61_000 + length)))),
        ]);
        commit(&store, &tab, |book| {
            records::edit(book, Person, id, &Input::new(), &input, &Random(6).stamp())
        })
        .unwrap();
    }
    let until = tab.borrow().tip.position;
    assert_eq!(block_on(history::of_record(&store, id, until)).unwrap().len(), 41);
    let headers = block_on(history::headers(&store, until, 3)).unwrap();
    assert_eq!(headers.iter().map(|header| header.position).collect::<Vec<_>>(), [41, 40, 39]);
}

#[test]
fn a_tab_that_still_holds_an_erased_workspace_writes_nothing() {
    for begins_anew in [true, false] {
        let store = new_store();
        let stale = open(&store);
        ada(&store, &stale);
        if begins_anew {
            block_on(opening::begin(&store, Random(7).stamp().id())).unwrap();
        } else {
            block_on(opening::remove(&store)).unwrap();
        }
        block_on(session::checkpoint(&store, &stale)).unwrap();
        let id = stale.borrow().book.table(Person).iter().next().unwrap().1.id;
        let refused = set(&store, &stale, id, keys::FAMILY, None, "Lovelace").unwrap_err();
        assert_eq!(refused, CommitError::Replaced);
        let opened = block_on(opening::open(&store, None)).unwrap();
        assert_eq!(opened.map(|opened| opened.book.len()), begins_anew.then_some(0));
    }
}
