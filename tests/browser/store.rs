//! IndexedDB behaves like every store, and its connection comes back.

use js_sys::{Function, Promise, Reflect};
use rapport::storage::{
    Area, Batch, Durability, Store, StoreError, StoreKey, conformance, indexed_db::IndexedDb,
    read_all,
};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{IdbDatabase, IdbFactory, IdbOpenDbRequest};

use crate::fresh;

/// Opens a database without any of the product's care, as another program would.
async fn open_raw(name: &str, version: u32) -> Result<IdbDatabase, JsValue> {
    let factory: IdbFactory =
        Reflect::get(&js_sys::global(), &"indexedDB".into())?.unchecked_into();
    let request: IdbOpenDbRequest = factory.open_with_u32(name, version)?;
    let settled = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(settled).await?;
    request.result().map(JsCast::unchecked_into)
}

#[wasm_bindgen_test]
async fn indexed_db_conforms() {
    for behaviour in conformance::BEHAVIOURS {
        let (_, store) = fresh().await;
        conformance::check(behaviour, &store).await.expect(behaviour);
    }
}

#[wasm_bindgen_test]
async fn many_values_are_read_in_chunks_and_in_order() {
    let (_, store) = fresh().await;
    let mut batch = store.batch();
    for number in (0..500).rev() {
        batch.add(Area::Pages, StoreKey(number / 7, number % 7, 3), &number.to_le_bytes());
    }
    store.commit(batch, Durability::Relaxed).await.unwrap();
    let values = read_all(&store, Area::Pages, StoreKey::FIRST, StoreKey::LAST).await.unwrap();
    let numbers: Vec<u64> =
        values.iter().map(|(_, value)| u64::from_le_bytes(value[..].try_into().unwrap())).collect();
    assert_eq!(numbers, (0..500).collect::<Vec<_>>());
}

#[wasm_bindgen_test]
async fn a_connection_that_died_is_opened_again() {
    let (_, store) = fresh().await;
    let mut batch = store.batch();
    batch.add(Area::Heads, StoreKey::FIRST, b"one");
    store.commit(batch, Durability::Strict).await.unwrap();
    store.close();
    let mut batch = store.batch();
    batch.add(Area::Heads, StoreKey(1, 0, 0), b"two");
    store.commit(batch, Durability::Strict).await.unwrap();
    assert_eq!(
        read_all(&store, Area::Heads, StoreKey::FIRST, StoreKey::LAST).await.unwrap().len(),
        2
    );
}

#[wasm_bindgen_test]
async fn a_newer_database_is_refused_and_an_older_tab_makes_room() {
    let (name, store) = fresh().await;
    let is_told = Rc::new(Cell::new(false));
    let told = is_told.clone();
    store.on_version_change(move || told.set(true));
    // Were the connection kept, this would wait for ever.
    let newer = open_raw(&name, 2).await.expect("the older connection makes room");
    assert!(is_told.get());
    let read = read_all(&store, Area::Heads, StoreKey::FIRST, StoreKey::LAST).await;
    assert_eq!(read, Err(StoreError::Newer));
    newer.close();
}

#[wasm_bindgen_test]
async fn a_tab_that_makes_no_room_is_told() {
    let (name, store) = fresh().await;
    store.close();
    let stubborn = open_raw(&name, 1).await.unwrap();
    assert_eq!(IndexedDb::delete(&name).await, Err(StoreError::Blocked));
    let javascript = |code| Function::new_no_args(code).call0(&JsValue::UNDEFINED).unwrap();
    javascript("globalThis.failures = 0; addEventListener('error', () => failures += 1)");
    stubborn.close();
    // The deletion gets through now, before whatever is asked for after it, and nobody minds.
    assert!(IndexedDb::open_if_there(&name).await.unwrap().is_none());
    assert_eq!(javascript("return failures"), 0);
}

#[wasm_bindgen_test]
async fn an_upgrade_that_an_older_tab_blocks_is_told_and_succeeds_once_it_is_closed() {
    let (name, store) = fresh().await;
    let mut batch = store.batch();
    batch.add(Area::Heads, StoreKey::FIRST, b"one");
    store.commit(batch, Durability::Strict).await.unwrap();
    store.close();
    let stubborn = open_raw(&name, 1).await.unwrap();
    // Were nothing said of it, patience would end and it would be another answer.
    let blocked = IndexedDb::open_as_version(&name, 2).await;
    assert_eq!(blocked.err(), Some(StoreError::Blocked));
    stubborn.close();
    let newer = IndexedDb::open_as_version(&name, 2).await.expect("nobody is in the way");
    let read = read_all(&newer, Area::Heads, StoreKey::FIRST, StoreKey::LAST).await.unwrap();
    assert_eq!(read, [(StoreKey::FIRST, b"one".to_vec())]);
    // The first attempt got through as well, and must not block whoever comes next.
    assert_eq!(IndexedDb::open_as_version(&name, 3).await.err(), None);
}

#[wasm_bindgen_test]
async fn what_was_blocked_and_gets_through_later_is_not_in_the_way() {
    let (name, store) = fresh().await;
    store.close();
    let stubborn = open_raw(&name, 1).await.unwrap();
    let blocked = IndexedDb::open_as_version(&name, 2).await;
    assert_eq!(blocked.err(), Some(StoreError::Blocked));
    stubborn.close();
    assert_eq!(IndexedDb::delete(&name).await, Ok(()));
}

#[wasm_bindgen_test]
async fn two_uses_at_once_of_a_connection_that_died_open_one() {
    let (name, store) = fresh().await;
    store.close();
    let read = || read_all(&store, Area::Heads, StoreKey::FIRST, StoreKey::LAST);
    assert_eq!(futures::join!(read(), read()), (Ok(Vec::new()), Ok(Vec::new())));
    assert_eq!(IndexedDb::delete(&name).await, Ok(()));
}

#[wasm_bindgen_test]
async fn values_that_are_no_bytes_read_as_damage() {
    let (name, store) = fresh().await;
    let database = open_raw(&name, 1).await.unwrap();
    let transaction = database
        .transaction_with_str_and_mode("heads", web_sys::IdbTransactionMode::Readwrite)
        .unwrap();
    let key = js_sys::Array::of3(&0.into(), &0.into(), &0.into());
    let put =
        transaction.object_store("heads").unwrap().put_with_key(&"words".into(), &key).unwrap();
    let settled = Promise::new(&mut |resolve, reject| {
        put.set_onsuccess(Some(&resolve));
        put.set_onerror(Some(&reject));
    });
    JsFuture::from(settled).await.unwrap();
    database.close();
    let read = read_all(&store, Area::Heads, StoreKey::FIRST, StoreKey::LAST).await.unwrap();
    assert_eq!(read, [(StoreKey::FIRST, Vec::new())]);
}
