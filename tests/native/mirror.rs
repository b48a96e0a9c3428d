//! The second copy, cut off at every moment, and put in place of what was lost.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet},
};

use pollster::block_on;
use rapport::{
    domain::book::Book,
    storage::{
        Area, Durability, StoreError,
        memory::{Memory, Values},
        mirror::{self, Folder},
        opening::{self, Opened},
        session::{self, Session},
    },
};

use crate::random_edits::{self, Random};

/// A folder in memory, in which so many more files can be written, read or removed.
pub(crate) struct Files {
    pub files: RefCell<BTreeMap<String, Vec<u8>>>,
    left: Cell<usize>,
}

impl Files {
    pub(crate) fn new() -> Self {
        Self { files: RefCell::default(), left: Cell::new(usize::MAX) }
    }

    fn spend(&self) -> Result<(), StoreError> {
        let left = self.left.get().checked_sub(1).ok_or(StoreError::Lost)?;
        self.left.set(left);
        Ok(())
    }
}

impl Folder for Files {
    async fn names(&self) -> Result<BTreeSet<String>, StoreError> {
        Ok(self.files.borrow().keys().cloned().collect())
    }

    async fn read(&self, name: &str) -> Result<Vec<u8>, StoreError> {
        self.spend()?;
        self.files.borrow().get(name).cloned().ok_or(StoreError::Lost)
    }

    async fn write(&self, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
        self.spend()?;
        self.files.borrow_mut().insert(name.to_owned(), bytes.to_vec());
        Ok(())
    }

    async fn remove(&self, name: &str) -> Result<(), StoreError> {
        self.spend()?;
        self.files.borrow_mut().remove(name);
        Ok(())
    }
}

/// A tab on a store in memory.
pub(crate) struct Tab {
    pub store: Memory,
    pub session: RefCell<Session>,
    random: Random,
}

impl Tab {
    pub(crate) fn begin(seed: u64) -> Self {
        let mut random = Random(seed);
        let store = Memory::default();
        let opened = block_on(opening::begin(&store, random.stamp().id())).unwrap();
        Self { store, session: RefCell::new(Session::new(opened)), random }
    }

    fn open(store: Memory, seed: u64) -> Self {
        let opened = block_on(opening::open(&store, None)).unwrap().unwrap();
        assert_eq!(opened.report, []);
        Self { store, session: RefCell::new(Session::new(opened)), random: Random(seed) }
    }

    /// Makes so many changes, as far as they are possible, and a checkpoint.
    pub(crate) fn work(&mut self, changes: usize) {
        for _ in 0..changes {
            let wish = self.random.clone();
            self.random.next();
            let _problem =
                block_on(session::commit(&self.store, &self.session, Durability::Strict, |book| {
                    random_edits::edit(book, wish.clone())
                }));
        }
        block_on(session::checkpoint(&self.store, &self.session)).unwrap();
    }

    pub(crate) fn book(&self) -> Book {
        self.session.borrow().book.clone()
    }
}

fn opened(files: &Files) -> Option<(Memory, Opened)> {
    files.left.set(usize::MAX);
    block_on(mirror::open(files)).unwrap()
}

#[test]
fn a_copy_that_is_cut_off_is_whole_or_the_one_before() {
    let mut cuts = 0;
    for seed in 0..20 {
        let mut tab = Tab::begin(seed);
        let files = Files::new();
        let mut before = None;
        for _ in 0..6 {
            tab.work(12);
            let start = files.files.borrow().clone();
            // One more step each time, until it comes to its end.
            for left in 0.. {
                files.files.replace(start.clone());
                files.left.set(left);
                let result = block_on(mirror::follow(&tab.store, &files));
                let copy = opened(&files).map(|(_, opened)| {
                    assert_eq!(opened.report, []);
                    opened.book
                });
                if result.is_ok() {
                    assert!(copy == Some(tab.book()));
                    break;
                }
                cuts += 1;
                assert!(copy == before || copy == Some(tab.book()), "after {left} steps");
            }
            before = Some(tab.book());
        }
    }
    assert!(cuts > 1_000, "{cuts}");
}

#[test]
fn what_is_not_as_it_was_written_is_no_copy() {
    /// A disk that keeps the wrong bytes.
    struct Forgetful(Files);

    impl Folder for Forgetful {
        async fn names(&self) -> Result<BTreeSet<String>, StoreError> {
            self.0.names().await
        }

        async fn read(&self, name: &str) -> Result<Vec<u8>, StoreError> {
            self.0.read(name).await
        }

        async fn write(&self, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
            self.0.write(name, &bytes[..bytes.len() - 1]).await
        }

        async fn remove(&self, name: &str) -> Result<(), StoreError> {
            self.0.remove(name).await
        }
    }

    let mut tab = Tab::begin(1);
    tab.work(12);
    let files = Forgetful(Files::new());
    assert!(block_on(mirror::follow(&tab.store, &files)).is_err());
    assert!(files.0.files.borrow().is_empty());
}

#[test]
fn a_copy_takes_the_place_of_what_was_lost() {
    for seed in 0..20 {
        let mut tab = Tab::begin(seed);
        tab.work(30);
        let files = Files::new();
        block_on(mirror::follow(&tab.store, &files)).unwrap();
        let (copy, known) = opened(&files).unwrap();
        let copied = mirror::copied(&known);
        assert_eq!(copied.position, tab.session.borrow().tip.position);
        assert_eq!(copied.records, tab.book().len());

        // What is in the store is in the way of nothing.
        let other = Tab::begin(seed + 100).store;
        let id = Random(seed + 200).stamp().id();
        block_on(mirror::restore(&copy, &other, id)).unwrap();
        let mut again = Tab::open(other, seed + 300);
        assert_eq!(again.session.borrow().tip.store, id);
        assert!(again.book() == tab.book());

        // The journal begins with what was restored, so whatever is lost of the pages is rebuilt.
        again.work(5);
        let values = again.store.values.borrow().clone();
        let pages: Vec<_> = values.keys().filter(|(area, _)| *area == Area::Pages).collect();
        let place = *pages[usize::try_from(seed).unwrap() % pages.len()];
        let mut damaged: Values = values.clone();
        damaged.insert(place, b"damaged".to_vec());
        let opened = block_on(opening::open(&Memory::holding(damaged), None)).unwrap().unwrap();
        assert!(opened.book == again.book(), "{:?}", opened.report);
    }
}

#[test]
fn a_copy_of_something_else_is_replaced() {
    let files = Files::new();
    let mut first = Tab::begin(1);
    first.work(20);
    let values = first.store.values.borrow().clone();
    first.work(20);
    first.work(20);
    block_on(mirror::follow(&first.store, &files)).unwrap();

    // The store goes back to what it was, and on from there another way.
    let mut back = Tab::open(Memory::holding(values), 7);
    back.work(20);
    block_on(mirror::follow(&back.store, &files)).unwrap();
    assert!(opened(&files).unwrap().1.book == back.book());

    // Another workspace is begun.
    let mut other = Tab::begin(2);
    other.work(20);
    block_on(mirror::follow(&other.store, &files)).unwrap();
    assert!(opened(&files).unwrap().1.book == other.book());

    block_on(mirror::forget(&files)).unwrap();
    assert!(opened(&files).is_none());
}
