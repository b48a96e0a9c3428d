//! Old changes are let go, and nothing else is.

use std::{cell::RefCell, collections::BTreeMap};

use pollster::block_on;
use rapport::{
    domain::{book::Book, change::Cause, edit::revert::Reverting, value::time::Time},
    storage::{
        Area, Durability, check, history,
        memory::Memory,
        opening,
        retention::{self, Extent},
        session::{self, AtOnce, CommitError, Session},
    },
};

use crate::random_edits::{self, Random};

fn always() -> Time {
    Time::from_millis(i64::MAX)
}

struct Tab {
    store: Memory,
    session: RefCell<Session>,
    random: Random,
    /// The book at every position.
    books: BTreeMap<u64, Book>,
}

impl Tab {
    fn begin(seed: u64) -> Self {
        let mut random = Random(seed);
        let store = Memory::default();
        let opened = block_on(opening::begin(&store, random.stamp().id())).unwrap();
        let session = RefCell::new(Session::new(opened));
        Self { store, session, random, books: BTreeMap::from([(0, Book::default())]) }
    }

    /// Another tab, which has opened what is there.
    fn another(&self) -> RefCell<Session> {
        let opened = block_on(opening::open(&self.store, None)).unwrap().unwrap();
        assert_eq!(opened.report, []);
        RefCell::new(Session::new(opened))
    }

    fn work(&mut self, edits: usize) {
        for _ in 0..edits {
            let wish = self.random.clone();
            self.random.next();
            // Some wishes are refused.
            let _ =
                block_on(session::commit(&self.store, &self.session, Durability::Strict, |book| {
                    random_edits::edit(book, wish.clone())
                }));
            let session = self.session.borrow();
            self.books.insert(session.tip.position, session.book.clone());
        }
    }

    fn checkpoint(&self) {
        block_on(session::checkpoint(&self.store, &self.session)).unwrap();
    }

    fn shorten(&self, kept: u64) -> Result<usize, CommitError> {
        block_on(retention::shorten(&self.store, &self.session, always(), kept, &AtOnce))
    }

    fn position(&self) -> u64 {
        self.session.borrow().tip.position
    }

    /// The positions that the journal has.
    fn journal(&self) -> Vec<u64> {
        let values = self.store.values.borrow();
        values.keys().filter(|(area, _)| *area == Area::Journal).map(|(_, key)| key.0).collect()
    }

    fn extent(&self) -> Extent {
        block_on(retention::extent(&self.store)).unwrap()
    }
}

#[test]
fn what_is_let_go_is_the_history_and_nothing_else() {
    for seed in 0..30 {
        let mut tab = Tab::begin(seed);
        tab.work(30);
        tab.checkpoint();
        tab.work(20);
        tab.checkpoint();
        tab.work(7);
        let before = tab.extent();
        let asleep = tab.another();
        let gone = tab.shorten(5).unwrap();
        let first = tab.journal()[0];
        assert_eq!(gone as u64, first, "all up to there");
        let after = tab.extent();
        assert_eq!(
            (after.changes, before.changes),
            (before.changes - gone, usize::try_from(tab.position()).unwrap())
        );
        // Two checkpoints are there, and either may be needed.
        let older = tab.session.borrow().checkpoints.before.clone().unwrap().position;
        assert!(first <= older && first < tab.position() - 4, "{first}, {older}");

        // It is whole, and can be rebuilt without any page.
        let witness = tab.session.borrow().witness();
        let (checked, opened) = block_on(check::look(&tab.store, witness)).unwrap();
        assert!(checked.is_clean() && opened.book == tab.session.borrow().book);
        for areas in [[Area::Pages, Area::Pages], [Area::Heads, Area::Pages]] {
            let mut values = tab.store.values.borrow().clone();
            values.retain(|(area, _), _| !areas.contains(area));
            let rebuilt = block_on(opening::open(&Memory::holding(values), Some(witness)));
            assert!(rebuilt.unwrap().unwrap().book == tab.session.borrow().book);
        }

        // Another tab goes on, and this one hears of it.
        let wish = tab.random.clone();
        let edit = |book: &Book| random_edits::edit(book, wish.clone());
        let _ = block_on(session::commit(&tab.store, &asleep, Durability::Strict, edit));
        block_on(session::catch_up(&tab.store, &tab.session)).1.unwrap();
        assert!(asleep.borrow().book == tab.session.borrow().book);

        // All that is left can be taken back, down to what stands for the rest.
        let known = tab.books.get(&first).unwrap().clone();
        for position in (first + 1..=tab.position()).rev() {
            let entry = block_on(history::entry(&tab.store, position)).unwrap().unwrap();
            let change = std::rc::Rc::new(entry.change);
            let stamp = tab.random.stamp();
            let edit = |_: &Book| {
                let undo = Reverting::new(change.clone(), Cause::Undo(position), &stamp);
                Ok(Box::new(undo) as _)
            };
            let done =
                session::commit_long(&tab.store, &tab.session, Durability::Strict, &edit, &AtOnce);
            assert!(block_on(done).1.is_ok(), "seed {seed}, {position}");
        }
        assert_eq!(tab.session.borrow().book.disagreements(&known), []);

        // And it goes on being let go.
        tab.checkpoint();
        tab.work(3);
        tab.checkpoint();
        assert!(tab.shorten(1).unwrap() > 0);
        assert!(tab.another().borrow().book == tab.session.borrow().book);
        assert_eq!(tab.shorten(1), Ok(0), "nothing is left to let go");
    }
}

#[test]
fn what_is_young_or_needed_stays() {
    let mut tab = Tab::begin(1);
    tab.work(40);
    assert_eq!(tab.shorten(0), Ok(0), "no page has it yet");
    tab.checkpoint();
    tab.work(5);
    tab.checkpoint();
    let all = tab.journal();
    assert_eq!(tab.shorten(1_000), Ok(0));
    let first = block_on(history::entry(&tab.store, 1)).unwrap().unwrap().header.at;
    let early = retention::shorten(&tab.store, &tab.session, first, 0, &AtOnce);
    assert_eq!(block_on(early), Ok(0), "none was before the first");
    assert_eq!(tab.journal(), all);
}

#[test]
fn a_damaged_history_is_left_as_it_is() {
    for area in [Area::Journal, Area::JournalParts] {
        let mut tab = Tab::begin(2);
        tab.work(40);
        tab.checkpoint();
        tab.work(5);
        tab.checkpoint();
        let place = tab.store.values.borrow().keys().find(|(it, _)| *it == area).copied();
        let Some(place) = place else { continue };
        tab.store.values.borrow_mut().insert(place, b"damaged".to_vec());
        let damaged = tab.store.values.borrow().clone();
        assert_eq!(tab.shorten(3), Err(CommitError::Unreadable));
        assert!(*tab.store.values.borrow() == damaged);
    }
}

#[test]
fn a_tab_that_slept_through_it_is_told() {
    let mut tab = Tab::begin(3);
    tab.work(10);
    let asleep = tab.another();
    tab.work(30);
    tab.checkpoint();
    tab.work(5);
    tab.checkpoint();
    assert!(tab.shorten(3).unwrap() > 0);
    let caught = block_on(session::catch_up(&tab.store, &asleep)).1;
    assert_eq!(caught, Err(CommitError::Replaced));
}

#[test]
fn nothing_is_taken_back_that_was_let_go() {
    let mut tab = Tab::begin(4);
    tab.work(40);
    tab.checkpoint();
    tab.work(5);
    tab.checkpoint();
    tab.shorten(10).unwrap();
    let first = tab.journal()[0];
    let undo = tab.session.borrow().undoable.undo.clone();
    assert!(!undo.is_empty() && undo.iter().all(|position| *position > first));
    // The same after a reload.
    let again = tab.another();
    block_on(session::load_undoable(&tab.store, &again)).unwrap();
    assert_eq!(again.borrow().undoable.undo, undo);
}
