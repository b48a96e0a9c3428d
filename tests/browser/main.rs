//! What only a browser can show: the store on the real IndexedDB, and the formats of `Intl`.
//!
//! Every test has a database of its own, so that none finds what another has left.
#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that fails is to stop where it fails"
)]

mod files;
mod intl;
mod pictures;
mod recovery;
mod seal;
mod store;
mod tabs;

use rapport::{
    domain::{
        book::Book,
        change::Change,
        edit::records::{self, Input},
        field::keys,
        id::{Id, RecordType},
        problem::Problem,
        stamp::Stamp,
        value::{Value, time::Time},
    },
    platform::clock,
    storage::{
        Durability,
        indexed_db::IndexedDb,
        opening,
        session::{self, CommitError, Session},
    },
};
use std::cell::RefCell;
use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);

fn stamp() -> Stamp {
    Stamp::new(Time::from_millis(1_767_225_600_000), clock::random())
}

/// An empty store under a fresh name.
async fn fresh() -> (String, IndexedDb) {
    let name = format!("test-{}", stamp().id());
    let store = IndexedDb::open(&name).await.expect("the browser opens a database");
    (name, store)
}

async fn begun() -> (String, IndexedDb, RefCell<Session>) {
    let (name, store) = fresh().await;
    let opened = opening::begin(&store, stamp().id()).await.expect("a workspace begins");
    (name, store, RefCell::new(Session::new(opened)))
}

async fn open(store: &IndexedDb) -> RefCell<Session> {
    let opened = opening::open(store, None).await.expect("it opens").expect("it was begun");
    assert_eq!(opened.report, []);
    RefCell::new(Session::new(opened))
}

async fn commit(
    store: &IndexedDb,
    tab: &RefCell<Session>,
    edit: impl Fn(&Book) -> Result<Change, Problem>,
) -> Result<(), CommitError> {
    session::commit(store, tab, Durability::Strict, edit).await.1
}

/// Adds a person and returns the id.
async fn add(store: &IndexedDb, tab: &RefCell<Session>, name: &str) -> Id {
    let id = RefCell::new(None);
    let stamp = stamp();
    let input = Input::from([(keys::GIVEN, Some(Value::text(name)))]);
    commit(store, tab, |book| {
        let (new, change) = records::create(book, RecordType::Person, &input, &mut stamp.clone())?;
        id.replace(Some(new));
        Ok(change)
    })
    .await
    .expect("it is saved");
    id.into_inner().expect("it was made")
}
