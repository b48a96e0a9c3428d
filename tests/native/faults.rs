//! The database fails: the first call, the second, the third … of a tab's life, in every way there is. Whatever
//! was said to be saved is there afterwards, nothing is there by half, and the tab goes on where that is possible.

use std::cell::{Cell, RefCell};

use pollster::block_on;
use rapport::{
    domain::{book::Book, value::time::Time},
    storage::{
        Area, Durability, Store, StoreError, StoreKey, check, history,
        memory::{Memory, MemoryBatch},
        opening::{self, BootError},
        retention,
        session::{self, AtOnce, CommitError, Session},
    },
};

use crate::random_edits::{self, Random};

/// How a call fails.
#[derive(Clone, Copy, Debug)]
enum Fault {
    /// With this error, and nothing is stored.
    Before(fn() -> StoreError),
    /// With this error, though everything is stored: the answer is lost.
    After(fn() -> StoreError),
    /// What is read has another bit.
    Unreadable,
    /// What is read is only the half of it.
    Short,
}

const FAULTS: [Fault; 10] = [
    Fault::Before(|| StoreError::Full),
    Fault::Before(|| StoreError::Lost),
    Fault::Before(|| StoreError::Blocked),
    Fault::Before(|| StoreError::TimedOut(5)),
    Fault::Before(|| StoreError::Unavailable("private".to_owned())),
    Fault::Before(|| StoreError::Failed("UnknownError".to_owned())),
    Fault::After(|| StoreError::Lost),
    Fault::After(|| StoreError::TimedOut(5)),
    Fault::Unreadable,
    Fault::Short,
];

/// A store whose nth call fails, once.
struct Faulty {
    store: Memory,
    fault: Fault,
    left: Cell<usize>,
}

impl Faulty {
    /// Whether this is the call that fails.
    fn fails(&self) -> bool {
        let left = self.left.get();
        self.left.set(left.wrapping_sub(1));
        left == 0
    }
}

impl Store for Faulty {
    type Batch = MemoryBatch;

    fn batch(&self) -> MemoryBatch {
        self.store.batch()
    }

    async fn commit(&self, batch: MemoryBatch, durability: Durability) -> Result<(), StoreError> {
        match self.fault {
            Fault::Before(error) if self.fails() => Err(error()),
            Fault::After(error) if self.fails() => {
                self.store.commit(batch, durability).await?;
                Err(error())
            }
            _ => self.store.commit(batch, durability).await,
        }
    }

    async fn read(
        &self,
        area: Area,
        first: StoreKey,
        last: StoreKey,
        each: &mut dyn FnMut(StoreKey, Vec<u8>),
    ) -> Result<(), StoreError> {
        match self.fault {
            Fault::Before(error) | Fault::After(error) if self.fails() => Err(error()),
            Fault::Unreadable if self.fails() => {
                let flip = &mut |key, mut value: Vec<u8>| {
                    if let Some(byte) = value.last_mut() {
                        *byte ^= 1;
                    }
                    each(key, value);
                };
                self.store.read(area, first, last, flip).await
            }
            Fault::Short if self.fails() => {
                let halve = &mut |key, value: Vec<u8>| each(key, value[..value.len() / 2].to_vec());
                self.store.read(area, first, last, halve).await
            }
            _ => self.store.read(area, first, last, each).await,
        }
    }
}

/// What a life on a failing store has come to.
#[derive(Default)]
struct Life {
    /// The book after each change that was said to be saved, the last one being the newest.
    saved: Vec<Book>,
    /// Books that may be there without anybody having said so: the answer was lost.
    unanswered: Vec<Book>,
    /// The opening has found something damaged.
    has_findings: bool,
}

/// Makes a checkpoint, lets old history go, and looks at what can be undone and at everything, which changes no
/// record.
fn looks_around(store: &Faulty, tab: &RefCell<Session>) {
    let before = tab.borrow().book.clone();
    let _ = block_on(session::checkpoint(store, tab));
    let always = Time::from_millis(i64::MAX);
    let _ = block_on(retention::shorten(store, tab, always, 2, &AtOnce));
    let _ = block_on(session::load_undoable(store, tab));
    let position = tab.borrow().tip.position;
    let _ = block_on(history::headers(store, position, 10));
    let witness = tab.borrow().witness();
    let _ = block_on(check::look(store, witness));
    assert!(tab.borrow().book == before);
}

/// Opens what is there and works with it.
fn live(store: &Faulty, seed: u64) -> Life {
    let mut life = Life::default();
    // What cannot be opened is said, and nothing is changed.
    let Ok(Some(opened)) = block_on(opening::open(store, None)) else { return life };
    if !opened.report.is_empty() {
        // What could not be read was said; it is no part of what is compared here.
        life.has_findings = true;
        return life;
    }
    let tab = RefCell::new(Session::new(opened));
    let mut random = Random(seed);
    for step in 0..14 {
        if step % 5 == 4 {
            looks_around(store, &tab);
            continue;
        }
        let wish = random.clone();
        random.next();
        let edit = |book: &Book| random_edits::edit(book, wish.clone());
        let wished = edit(&tab.borrow().book).ok();
        match block_on(session::commit(store, &tab, Durability::Strict, edit)).1 {
            Ok(()) => life.saved.push(tab.borrow().book.clone()),
            Err(CommitError::Problem(_)) => {}
            Err(_) => {
                let mut book = tab.borrow().book.clone();
                if wished.is_some_and(|change| book.apply(change).is_ok()) {
                    life.unanswered.push(book);
                }
            }
        }
    }
    life
}

#[test]
fn nothing_that_was_said_to_be_saved_is_lost_when_a_call_fails() {
    let mut failed = 0;
    for seed in 0..6 {
        // What the life begins with.
        let mut random = Random(seed + 50);
        let first = Memory::default();
        let opened = block_on(opening::begin(&first, random.stamp().id())).unwrap();
        let tab = RefCell::new(Session::new(opened));
        for _ in 0..6 {
            let wish = random.clone();
            random.next();
            let edit = |book: &Book| random_edits::edit(book, wish.clone());
            let _problem = block_on(session::commit(&first, &tab, Durability::Strict, edit)).1;
        }
        block_on(session::checkpoint(&first, &tab)).unwrap();
        let begun = tab.borrow().book.clone();
        let values = first.values.borrow().clone();

        for fault in FAULTS {
            for nth in 0.. {
                let store =
                    Faulty { store: Memory::holding(values.clone()), fault, left: Cell::new(nth) };
                let life = live(&store, seed);
                let has_failed = store.left.get() > nth;
                if !has_failed {
                    // The life is over before the call comes.
                    break;
                }
                failed += 1;
                if life.has_findings {
                    continue;
                }
                let there = block_on(opening::open(&store.store, None));
                let there = there.expect("it opens").expect("it is no first run");
                assert_eq!(there.report, [], "{fault:?} at call {nth}");
                let last = life.saved.last().unwrap_or(&begun);
                let is_known = there.book == *last || life.unanswered.contains(&there.book);
                assert!(is_known, "{fault:?} at call {nth}");
            }
        }
    }
    assert!(failed > 2_000, "{failed}");
}

#[test]
fn an_opening_that_fails_is_no_first_run() {
    let mut random = Random(1);
    let store = Memory::default();
    let opened = block_on(opening::begin(&store, random.stamp().id())).unwrap();
    let tab = RefCell::new(Session::new(opened));
    let edit = |book: &Book| random_edits::edit(book, random.clone());
    let _problem = block_on(session::commit(&store, &tab, Durability::Strict, edit)).1;
    block_on(session::checkpoint(&store, &tab)).unwrap();
    let values = store.values.borrow().clone();
    for fault in FAULTS {
        for nth in 0..20 {
            let store =
                Faulty { store: Memory::holding(values.clone()), fault, left: Cell::new(nth) };
            let opened = block_on(opening::open(&store, None));
            assert!(!matches!(opened, Ok(None)), "{fault:?} at call {nth}");
            if let Err(error) = &opened {
                let is_said = matches!(error, BootError::Store(_) | BootError::Unreadable);
                assert!(is_said, "{error:?} by {fault:?} at call {nth}");
            }
            // Trying changes nothing, but what is damaged is kept aside.
            let now = store.store.values.borrow();
            assert!(values.iter().all(|(place, value)| now.get(place) == Some(value)));
        }
    }
}
