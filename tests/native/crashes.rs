//! Crashes and damage, simulated at every point of generated histories.
//!
//! A crash leaves what was synced and any number of the transactions after that; damage takes or
//! changes any single value. Whatever is left is opened and compared with what the book was then.

use std::{cell::RefCell, collections::BTreeMap};

use pollster::block_on;
use rapport::{
    domain::{book::Book, value::time::Time},
    storage::{
        Area, Batch, Durability, Store, StoreError, StoreKey,
        frame::{self, Damage},
        head::FORMAT,
        memory::{Memory, MemoryBatch, Values},
        opening::{self, BootError, Finding, Opened},
        rescue, retention,
        session::{self, AtOnce, Session},
        witness::Witness,
    },
};

use crate::random_edits::{self, Random};

/// A store that remembers how it looked after each transaction, and which were synced.
#[derive(Default)]
struct Recorder {
    store: Memory,
    states: RefCell<Vec<(Values, Durability)>>,
}

impl Store for Recorder {
    type Batch = MemoryBatch;

    fn batch(&self) -> MemoryBatch {
        self.store.batch()
    }

    async fn commit(&self, batch: MemoryBatch, durability: Durability) -> Result<(), StoreError> {
        self.store.commit(batch, durability).await?;
        self.states.borrow_mut().push((self.store.values.borrow().clone(), durability));
        Ok(())
    }

    async fn read(
        &self,
        area: Area,
        first: StoreKey,
        last: StoreKey,
        each: &mut dyn FnMut(StoreKey, Vec<u8>),
    ) -> Result<(), StoreError> {
        self.store.read(area, first, last, each).await
    }
}

/// Whatever was done was done before it.
fn always() -> Time {
    Time::from_millis(i64::MAX)
}

/// A generated history: every state on disk, and the book at every position.
struct History {
    states: Vec<(Values, Durability)>,
    books: BTreeMap<u64, Book>,
    witnesses: Vec<Witness>,
}

fn history(seed: u64, edits: usize) -> History {
    let mut random = Random(seed);
    let store = Recorder::default();
    let opened = block_on(opening::begin(&store, random.stamp().id())).unwrap();
    let tab = RefCell::new(Session::new(opened));
    let mut books = BTreeMap::from([(0, Book::default())]);
    let mut witnesses = vec![tab.borrow().witness()];
    for _ in 0..edits {
        if random.below(8) == 0 && tab.borrow().checkpoints.is_needed() {
            block_on(session::checkpoint(&store, &tab)).unwrap();
        } else if random.below(16) == 0 {
            block_on(retention::shorten(&store, &tab, always(), 3, &AtOnce)).unwrap();
        } else {
            let durability = [Durability::Strict, Durability::Relaxed][random.below(2)];
            let wish = random.clone();
            random.next();
            let _problem = block_on(session::commit(&store, &tab, durability, |book| {
                random_edits::edit(book, wish.clone())
            }))
            .1;
        }
        let tab = tab.borrow();
        books.insert(tab.tip.position, tab.book.clone());
        witnesses.resize(store.states.borrow().len(), tab.witness());
    }
    History { states: store.states.into_inner(), books, witnesses }
}

/// Opens, checks against the history, makes a checkpoint and opens again: what was repaired stays so.
#[track_caller]
fn open_and_heal(values: &Values, history: &History) -> Result<Opened, BootError> {
    let store = Memory::holding(values.clone());
    let opened =
        block_on(opening::open(&store, None))?.expect("a store that was begun is no first run");
    let tab =
        RefCell::new(Session::new(block_on(opening::open(&store, None))?.expect("as before")));
    let next = Random(99);
    let done = block_on(session::commit(&store, &tab, Durability::Strict, |book| {
        random_edits::edit(book, next.clone())
    }))
    .1;
    assert!(
        !matches!(done, Err(session::CommitError::Store(_) | session::CommitError::Unreadable)),
        "{done:?}"
    );
    block_on(session::checkpoint(&store, &tab)).unwrap();
    let healed = block_on(opening::open(&store, None))?.expect("as before");
    assert_eq!(healed.report, [], "a second opening finds nothing more");
    assert!(healed.book == tab.borrow().book);
    if opened.report.is_empty() {
        assert!(Some(&opened.book) == history.books.get(&opened.tip.position), "a silent loss");
    }
    Ok(opened)
}

/// How many points of crashes and of damage there are together.
fn wanted() -> usize {
    std::env::var("RAPPORT_CRASH_POINTS")
        .ok()
        .and_then(|points| points.parse().ok())
        .unwrap_or(10_000)
}

#[test]
fn a_crash_loses_only_what_was_not_synced() {
    let mut points = 0;
    for seed in 0.. {
        if points >= wanted() / 2 {
            break;
        }
        let history = history(seed, 60);
        let mut acknowledged = 0;
        for (at, (values, durability)) in history.states.iter().enumerate() {
            let opened = open_and_heal(values, &history).unwrap();
            assert_eq!(opened.report, []);
            if *durability == Durability::Strict {
                acknowledged = history.witnesses[at].position;
            }
            assert!(opened.tip.position >= acknowledged, "seed {seed}, transaction {at}");
            points += 1;
        }
    }
    println!("{points} crash points");
}

#[test]
fn any_single_value_may_be_lost_or_changed() {
    let mut points = 0;
    let mut rebuilt = 0;
    let mut seed = 1_000;
    while points < wanted() / 2 {
        seed += 1;
        let history = history(seed, 40);
        let (values, _) = history.states.last().unwrap();
        let witness = *history.witnesses.last().unwrap();
        let whole = &history.books[&witness.position];
        let mut random = Random(seed);
        for (place, value) in values {
            let mut lost = values.clone();
            lost.remove(place);
            let mut changed = values.clone();
            let mut bytes = value.clone();
            let at = random.below(bytes.len());
            bytes[at] ^= 1 << random.below(8);
            changed.insert(*place, bytes);
            for damaged in [lost, changed] {
                points += 1;
                let opened = open_and_heal(&damaged, &history);
                // A store that was begun always opens: its head or its journal is there.
                let Ok(opened) = opened else { panic!("seed {seed}, {place:?}: {opened:?}") };
                if matches!(place.0, Area::Heads | Area::Pages | Area::Quarantine) {
                    assert!(opened.book == *whole, "seed {seed}, {place:?}: {:?}", opened.report);
                    rebuilt += usize::from(!opened.report.is_empty());
                }
                // What is lost is said, or seen by the witness.
                let behind = opened.tip.position < witness.position;
                assert!(
                    opened.book == *whole || behind || !opened.report.is_empty(),
                    "seed {seed}, {place:?}"
                );
                if behind {
                    let store = Memory::holding(damaged.clone());
                    let refused = block_on(opening::open(&store, Some(witness))).unwrap_err();
                    assert!(matches!(
                        refused,
                        BootError::RolledBack { .. } | BootError::Missing(_)
                    ));
                }
            }
        }
    }
    assert!(rebuilt > 100, "pages are rebuilt: {rebuilt}");
    println!("{points} points of damage, {rebuilt} rebuilt");
}

#[test]
fn an_empty_store_beside_a_witness_is_never_a_first_run() {
    let history = history(7, 10);
    let witness = *history.witnesses.last().unwrap();
    let empty = Memory::default();
    assert_eq!(
        block_on(opening::open(&empty, Some(witness))).unwrap_err(),
        BootError::Missing(witness)
    );
    assert!(block_on(opening::open(&empty, None)).unwrap().is_none());
}

#[test]
fn an_older_store_beside_a_witness_is_told() {
    let history = history(8, 30);
    let witness = *history.witnesses.last().unwrap();
    let older = Memory::holding(history.states[history.states.len() / 2].0.clone());
    let refused = block_on(opening::open(&older, Some(witness))).unwrap_err();
    assert!(matches!(refused, BootError::RolledBack { found, .. } if found < witness.position));
}

#[test]
fn a_newer_format_is_left_alone() {
    let store = Memory::default();
    let head = format!(r#"{{"format":{},"what":"comes later"}}"#, FORMAT + 1);
    let key = StoreKey(0, 0, 0);
    let (_, packed) = frame::parts(head.as_bytes()).next().unwrap();
    let mut batch = store.batch();
    batch.add(Area::Heads, key, &frame::close(Area::Heads, key, &packed));
    block_on(store.commit(batch, Durability::Strict)).unwrap();
    assert_eq!(block_on(opening::open(&store, None)).unwrap_err(), BootError::Newer);
}

#[test]
fn a_value_of_a_newer_version_is_no_damage_and_nothing_is_changed() {
    let mut refused = Vec::new();
    let histories = [8, 9, 10].map(|seed| history(seed, 60));
    let states = histories.iter().map(|history| &history.states.last().unwrap().0);
    for (values, place) in states.flat_map(|values| values.keys().map(move |key| (values, key))) {
        let mut newer = values.clone();
        newer.get_mut(place).unwrap()[0] = 2;
        let store = Memory::holding(newer.clone());
        match block_on(opening::open(&store, None)) {
            Err(error) => {
                assert_eq!(error, BootError::Newer, "{place:?}");
                refused.push(place.0);
            }
            // It is not needed: the pages have what it says.
            Ok(opened) => assert_eq!(opened.unwrap().report, [], "{place:?}"),
        }
        assert!(*store.values.borrow() == newer, "{place:?}");
        if place.0 == Area::Heads {
            assert_eq!(block_on(opening::remove(&store)), Err(StoreError::Newer));
        }
    }
    for area in [Area::Heads, Area::Pages, Area::Journal] {
        assert!(refused.contains(&area), "{area:?}");
    }
}

#[test]
fn another_store_beside_a_witness_is_told() {
    let history = history(8, 30);
    let witness = *history.witnesses.last().unwrap();
    let other = Memory::holding(self::history(9, 30).states.last().unwrap().0.clone());
    let refused = block_on(opening::open(&other, Some(witness))).unwrap_err();
    assert_eq!(refused, BootError::Replaced(witness));
}

/// Changes a byte of every value in some areas.
fn spoil(values: &Values, areas: &[Area]) -> Values {
    let mut values = values.clone();
    for (_, value) in values.iter_mut().filter(|((area, _), _)| areas.contains(area)) {
        *value.last_mut().unwrap() ^= 1;
    }
    values
}

#[test]
fn a_store_of_which_nothing_can_be_read_never_opens_empty() {
    let history = history(8, 30);
    let (values, _) = history.states.last().unwrap();
    let witness = *history.witnesses.last().unwrap();
    let unreadable = spoil(values, &[Area::Heads, Area::Journal]);
    let mut headless = unreadable.clone();
    headless.retain(|(area, _), _| *area != Area::Heads);
    let mut pages = values.clone();
    pages.retain(|(area, _), _| *area == Area::Pages);
    for values in [unreadable, headless, pages] {
        assert!(!values.is_empty());
        let store = Memory::holding(values.clone());
        for witness in [None, Some(witness)] {
            let refused = block_on(opening::open(&store, witness)).unwrap_err();
            assert_eq!(refused, BootError::Unreadable);
        }
        assert!(*store.values.borrow() == values);
    }
}

#[test]
fn without_a_head_what_is_readable_of_the_journal_opens() {
    let history = history(8, 30);
    let mut values = spoil(&history.states.last().unwrap().0, &[Area::Heads]);
    let place = (Area::Journal, StoreKey(3, 0, 0));
    values.get_mut(&place).unwrap()[2] ^= 1;
    let opened = open_and_heal(&values, &history).unwrap();
    let lost = Finding::ChangeLost { position: 3, damage: Damage::Checksum, in_pages: false };
    assert!(opened.report.contains(&lost), "{:?}", opened.report);
    assert!(!opened.book.is_empty());
}

#[test]
fn a_copy_of_what_is_stored_has_every_value() {
    let history = history(8, 30);
    let (values, _) = history.states.last().unwrap();
    let store = Memory::holding(spoil(values, &[Area::Heads]));
    let copy = String::from_utf8(block_on(rescue::copy(&store)).unwrap().concat()).unwrap();
    // Damaged or not, it opens as what it was made of.
    let opened = block_on(rescue::open(copy.as_bytes(), None)).unwrap();
    let known = block_on(opening::open(&store, None)).unwrap().unwrap();
    assert!(opened.book == known.book && opened.report == known.report);
    let lines: Vec<serde_json::Value> =
        copy.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), values.len());
    for line in lines {
        let is_readable = line["area"] != "heads";
        assert_eq!(line["text"].is_string(), is_readable, "{line}");
        assert_eq!(line["bytes"].is_string(), !is_readable, "{line}");
    }
}

#[test]
fn a_page_that_cannot_be_rebuilt_is_reported_and_the_rest_opens() {
    let history = history(11, 60);
    let mut values = history.states.last().unwrap().0.clone();
    // Retention has emptied the journal, and then a page is damaged.
    let page = *values.keys().rfind(|(area, _)| *area == Area::Pages).unwrap();
    values.retain(|(area, _), _| !matches!(area, Area::Journal | Area::JournalParts));
    values.get_mut(&page).unwrap()[2] ^= 0xff;
    let opened = open_and_heal(&values, &history).unwrap();
    assert!(matches!(opened.report[..], [Finding::PageLost { .. }]), "{:?}", opened.report);
    assert!(!opened.book.is_empty());
}
