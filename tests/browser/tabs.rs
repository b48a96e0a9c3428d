//! Several tabs on one database.

use rapport::{
    domain::{
        book::Conflict,
        edit::records::{self, Input},
        field::keys,
        id::{Id, RecordType::Person},
        key::Key,
        problem::Problem,
        value::Value,
    },
    platform::clock,
    storage::{
        indexed_db::IndexedDb,
        session::{self, CommitError, Session},
    },
};
use std::cell::RefCell;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{add, begun, commit, open, stamp};

async fn set(
    store: &IndexedDb,
    tab: &RefCell<Session>,
    id: Id,
    key: Key,
    seen: Option<&str>,
    text: &str,
) -> Result<(), CommitError> {
    let seen = Input::from([(key, seen.map(Value::text))]);
    let input = Input::from([(key, Some(Value::text(text)))]);
    let stamp = stamp();
    commit(store, tab, |book| records::edit(book, Person, id, &seen, &input, &stamp)).await
}

#[wasm_bindgen_test]
async fn different_fields_of_one_record_both_stay() {
    let (name, store, one) = begun().await;
    let id = add(&store, &one, "Ada").await;
    let other_store = IndexedDb::open(&name).await.unwrap();
    let two = open(&other_store).await;
    set(&store, &one, id, keys::FAMILY, None, "Lovelace").await.unwrap();
    set(&other_store, &two, id, keys::JOB_TITLE, None, "Analyst").await.unwrap();
    session::catch_up(&store, &one).await.1.unwrap();
    for tab in [&one, &two] {
        let tab = tab.borrow();
        let record = tab.book.get(Person, id).unwrap();
        assert_eq!(record.text(keys::FAMILY), Some("Lovelace"));
        assert_eq!(record.text(keys::JOB_TITLE), Some("Analyst"));
    }
}

#[wasm_bindgen_test]
async fn the_later_of_two_edits_of_one_field_is_told() {
    let (name, store, one) = begun().await;
    let id = add(&store, &one, "Ada").await;
    let other_store = IndexedDb::open(&name).await.unwrap();
    let two = open(&other_store).await;
    set(&store, &one, id, keys::FAMILY, None, "Lovelace").await.unwrap();
    let refused = set(&other_store, &two, id, keys::FAMILY, None, "Byron").await;
    assert!(
        matches!(refused, Err(CommitError::Problem(Problem::ChangedMeanwhile(_)))),
        "{refused:?}"
    );
}

#[wasm_bindgen_test]
async fn two_tabs_at_once_lose_nothing() {
    let (name, store, one) = begun().await;
    let other_store = IndexedDb::open(&name).await.unwrap();
    let two = open(&other_store).await;
    // Neither waits for the other: both write as fast as they can.
    let write = async |store: &IndexedDb, tab: &RefCell<Session>, name: &str| {
        for number in 0..60 {
            add(store, tab, &format!("{name} {number}")).await;
        }
    };
    let first = write(&store, &one, "one");
    let second = write(&other_store, &two, "two");
    futures::join!(first, second);
    session::catch_up(&store, &one).await.1.unwrap();
    session::catch_up(&other_store, &two).await.1.unwrap();
    let fresh = open(&store).await;
    assert_eq!(fresh.borrow().book.table(Person).len(), 120);
    for tab in [&one, &two] {
        assert!(tab.borrow().book == fresh.borrow().book);
        assert_eq!(tab.borrow().tip, fresh.borrow().tip);
    }
}

/// How often two tabs write at once, so that it comes to every order in which the browser may do it.
const ROUNDS: u64 = 60;

/// Two tabs agree, with what is stored and with each other.
async fn agree(store: &IndexedDb, tabs: [&RefCell<Session>; 2]) {
    let fresh = open(store).await;
    for tab in tabs {
        assert!(tab.borrow().book == fresh.borrow().book);
        assert_eq!(tab.borrow().tip, fresh.borrow().tip);
    }
}

#[wasm_bindgen_test]
async fn two_tabs_at_once_on_different_fields_of_one_record_both_win() {
    let (name, store, one) = begun().await;
    let id = add(&store, &one, "Ada").await;
    let other_store = IndexedDb::open(&name).await.unwrap();
    let two = open(&other_store).await;
    let mut seen: Option<String> = None;
    for round in 1..=ROUNDS {
        let text = format!("round {round}");
        let (done, other_done) = futures::join!(
            set(&store, &one, id, keys::FAMILY, seen.as_deref(), &text),
            set(&other_store, &two, id, keys::JOB_TITLE, seen.as_deref(), &text),
        );
        assert_eq!((done, other_done), (Ok(()), Ok(())), "{text}");
        // One of them does not know of the other's yet. Every other round it does not ask, either.
        if round % 2 == 0 {
            session::catch_up(&store, &one).await.1.unwrap();
            session::catch_up(&other_store, &two).await.1.unwrap();
        }
        let stored = open(&store).await;
        let stored = stored.borrow();
        let record = stored.book.get(Person, id).unwrap();
        assert_eq!(record.text(keys::FAMILY), Some(&*text));
        assert_eq!(record.text(keys::JOB_TITLE), Some(&*text));
        assert_eq!(stored.tip.position, 1 + 2 * round, "an entry for each");
        seen = Some(text);
    }
    agree(&store, [&one, &two]).await;
}

#[wasm_bindgen_test]
async fn two_tabs_at_once_on_one_field_one_wins_and_the_other_is_told() {
    let (name, store, one) = begun().await;
    let id = add(&store, &one, "Ada").await;
    let other_store = IndexedDb::open(&name).await.unwrap();
    let two = open(&other_store).await;
    let family = |tab: &RefCell<Session>| {
        tab.borrow().book.get(Person, id)?.text(keys::FAMILY).map(str::to_owned)
    };
    let mut seen: Option<String> = None;
    for round in 1..=ROUNDS {
        let texts = [format!("one {round}"), format!("two {round}")];
        let of_one = set(&store, &one, id, keys::FAMILY, seen.as_deref(), &texts[0]);
        let of_two = set(&other_store, &two, id, keys::FAMILY, seen.as_deref(), &texts[1]);
        // Each of them is the first to ask in half of the rounds.
        let done = if round % 2 == 0 {
            futures::join!(of_one, of_two)
        } else {
            let (of_two, of_one) = futures::join!(of_two, of_one);
            (of_one, of_two)
        };
        let conflict = Conflict { on: Person, id, key: Some(keys::FAMILY) };
        let told = Err(CommitError::Problem(Problem::ChangedMeanwhile(conflict)));
        let (winner, loser) = if done.0.is_ok() {
            assert_eq!(done.1, told, "round {round}");
            (&texts[0], &two)
        } else {
            assert_eq!(done, (told, Ok(())), "round {round}");
            (&texts[1], &one)
        };
        // Whoever is told can see of what, and it is the one that is stored.
        assert_eq!(family(loser).as_ref(), Some(winner));
        assert_eq!(family(&open(&store).await).as_ref(), Some(winner));
        session::catch_up(&store, &one).await.1.unwrap();
        session::catch_up(&other_store, &two).await.1.unwrap();
        assert_eq!(two.borrow().tip.position, 1 + round, "one entry for both");
        seen = Some(winner.clone());
    }
    agree(&store, [&one, &two]).await;
}

#[wasm_bindgen_test]
async fn a_tab_asleep_during_a_hundred_changes_catches_up() {
    let (name, store, one) = begun().await;
    let other_store = IndexedDb::open(&name).await.unwrap();
    let asleep = open(&other_store).await;
    for number in 0..100 {
        add(&store, &one, &format!("Person {number}")).await;
        if number % 30 == 0 {
            session::checkpoint(&store, &one).await.unwrap();
        }
    }
    clock::pause(0).await;
    add(&other_store, &asleep, "The sleeper").await;
    assert_eq!(asleep.borrow().book.table(Person).len(), 101);
    session::checkpoint(&other_store, &asleep).await.unwrap();
    let fresh = open(&store).await;
    assert!(fresh.borrow().book == asleep.borrow().book);
}
