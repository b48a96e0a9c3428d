//! A backup is tried by restoring it: a whole one passes, and whatever is wrong with one is found.

use std::cell::Cell;

use pollster::block_on;
use proptest::prelude::*;
use rapport::{
    demo,
    domain::{
        book::Book,
        change::{FieldChange, Step, Touch},
        field::keys,
        id::RecordType,
        record::Record,
        stamp::Stamp,
        value::Value,
    },
    storage::{
        Area, Durability, Store, StoreError, StoreKey,
        memory::{Memory, MemoryBatch},
        session::AtOnce,
    },
    transfer::json,
    trial::{self, Comparing, Failed, Standing, Tried},
};

use super::generate::{self, now};

fn stamp() -> Stamp {
    Stamp::new(now(), [9; 10])
}

fn file(book: &Book) -> Vec<u8> {
    json::export(book, now()).flatten().collect()
}

fn tried(file: &[u8]) -> Result<Tried, Failed> {
    block_on(trial::try_out(&Memory::default(), file, stamp(), &AtOnce))
}

fn standing(book: &Book, tried: &Tried) -> Standing {
    let mut comparing = Comparing::new(book, tried.clone());
    while comparing.go_on(book) {}
    comparing.finish(book)
}

fn demo(seed: u64) -> Book {
    let mut book = Book::default();
    demo::seeded(seed, 120, now()).for_each(|change| drop(book.apply(change).unwrap()));
    book
}

fn touched(mut book: Book, on: RecordType, step: impl FnOnce(&Record) -> Step) -> Book {
    let (_, record) = book.table(on).iter().next().unwrap();
    let touch = Touch { on, id: record.id, step: step(record) };
    book.apply(generate::change(vec![touch])).unwrap();
    book
}

fn renamed(book: Book) -> Book {
    touched(book, RecordType::Person, |record| {
        let before = record.get(keys::NICKNAME).cloned();
        let after = Some(Value::text("Another"));
        Step::Update(vec![FieldChange { key: keys::NICKNAME, before, after }])
    })
}

proptest! {
    #![proptest_config(generate::cases(32))]

    #[test]
    fn what_is_whole_passes(book in generate::book()) {
        let tried = tried(&file(&book)).unwrap();
        for on in RecordType::ALL {
            prop_assert_eq!(tried.print.count(on), book.table(on).len());
        }
        prop_assert_eq!(standing(&book, &tried), Standing::Same);
    }

    #[test]
    fn what_breaks_off_does_not(book in generate::book(), at in any::<usize>()) {
        let bytes = file(&book);
        let at = at % (bytes.len() - 1);
        prop_assert!(matches!(tried(&bytes[..at]), Err(Failed::File(_))));
    }

    #[test]
    fn what_is_changed_is_not_the_workspace(at in any::<usize>(), with in 1..=255_u8) {
        let book = demo(7);
        let mut bytes = file(&book);
        let at = at % bytes.len();
        bytes[at] ^= with;
        if let Ok(tried) = tried(&bytes) {
            // Only white space and when the file was made say nothing of the records.
            let is_same = json::read(&bytes).is_ok_and(|contents| {
                json::compare(&book, &contents).iter().all(|it| it.new + it.different + it.absent == 0)
            });
            prop_assert_eq!(standing(&book, &tried) == Standing::Same, is_same);
        }
    }
}

#[test]
fn stands_to_the_workspace_as_it_is_now() {
    let book = demo(7);
    let tried = tried(&file(&book)).unwrap();
    assert_eq!(tried.exported, now());
    assert_eq!(standing(&book, &tried), Standing::Same);
    assert_eq!(standing(&renamed(book), &tried), Standing::Changed);
    assert_eq!(standing(&demo(8), &tried), Standing::Other);
    assert_eq!(standing(&Book::default(), &tried), Standing::Other);
}

#[test]
fn a_file_of_another_program_passes() {
    let book = demo(7);
    let text = String::from_utf8(file(&book)).unwrap();
    let spaced = text.replace("\":", "\" :");
    assert_ne!(spaced, text);
    let tried = tried(spaced.as_bytes()).unwrap();
    assert_eq!(standing(&book, &tried), Standing::Same);
}

/// A store that does something to what it is given.
struct Faulty {
    store: Memory,
    damages: Cell<Option<Area>>,
}

impl Faulty {
    fn new(area: Area) -> Self {
        Self { store: Memory::default(), damages: Cell::new(Some(area)) }
    }
}

impl Store for Faulty {
    type Batch = MemoryBatch;

    fn batch(&self) -> MemoryBatch {
        self.store.batch()
    }

    async fn commit(&self, batch: MemoryBatch, with: Durability) -> Result<(), StoreError> {
        self.store.commit(batch, with).await?;
        let Some(area) = self.damages.get() else { return Ok(()) };
        let mut values = self.store.values.borrow_mut();
        let first = values.iter_mut().find(|((on, _), value)| *on == area && value.len() > 100);
        if let Some((_, value)) = first {
            *value.last_mut().unwrap() ^= 1;
            self.damages.set(None);
        }
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

#[test]
fn a_store_that_does_not_keep_what_it_is_given_is_found_out() {
    let bytes = file(&demo(7));
    let store = Faulty::new(Area::Pages);
    let failed = block_on(trial::try_out(&store, &bytes, stamp(), &AtOnce));
    assert!(matches!(failed, Err(Failed::Found(_))), "{failed:?}");
    assert_eq!(store.damages.get(), None, "something was damaged");
}
