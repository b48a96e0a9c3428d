//! Damage to what the real database holds.

use rapport::{
    domain::id::RecordType::Person,
    storage::{
        Area, Batch, Durability, Store, StoreKey,
        opening::{self, BootError},
        read_all, session,
    },
};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{add, begun, open, stamp};

#[wasm_bindgen_test]
async fn a_flipped_byte_in_any_value_is_seen_and_never_fatal() {
    let (_, store, tab) = begun().await;
    for number in 0..6 {
        add(&store, &tab, &format!("Person {number}")).await;
        if number % 2 == 1 {
            session::checkpoint(&store, &tab).await.unwrap();
        }
    }
    let whole = open(&store).await;
    let mut values = Vec::new();
    for area in Area::ALL {
        for (key, value) in read_all(&store, area, StoreKey::FIRST, StoreKey::LAST).await.unwrap() {
            values.push((area, key, value));
        }
    }
    assert!(values.len() > 8, "heads, pages and six entries");
    for (area, key, value) in &values {
        let mut damaged = value.clone();
        let at = damaged.len() / 2;
        damaged[at] ^= 0x20;
        put(&store, *area, *key, &damaged).await;
        let opened =
            opening::open(&store, None).await.expect("never fatal").expect("never a first run");
        let is_same = opened.book == whole.borrow().book;
        assert!(is_same || !opened.report.is_empty(), "{area:?} {key:?}: a silent loss");
        if matches!(area, Area::Heads | Area::Pages) {
            assert!(is_same, "{area:?} {key:?}: rebuilt from the rest");
        }
        put(&store, *area, *key, value).await;
    }
}

#[wasm_bindgen_test]
async fn a_store_deleted_or_rolled_back_beside_its_witness_is_never_a_first_run() {
    let (_, store, tab) = begun().await;
    add(&store, &tab, "Ada").await;
    let early = read_all(&store, Area::Journal, StoreKey::FIRST, StoreKey::LAST).await.unwrap();
    add(&store, &tab, "Grace").await;
    let witness = tab.borrow().witness();

    let mut batch = store.batch();
    batch.delete(Area::Journal, StoreKey(early.len() as u64 + 1, 0, 0), StoreKey::LAST);
    store.commit(batch, Durability::Strict).await.unwrap();
    let refused = opening::open(&store, Some(witness)).await.unwrap_err();
    assert_eq!(refused, BootError::RolledBack { witness, found: 1 });
    let anyway = opening::open(&store, None).await.unwrap().unwrap();
    assert_eq!(anyway.book.table(Person).len(), 1);

    opening::remove(&store).await.unwrap();
    let refused = opening::open(&store, Some(witness)).await.unwrap_err();
    assert_eq!(refused, BootError::Missing(witness));
    assert!(opening::open(&store, None).await.unwrap().is_none());
    opening::begin(&store, stamp().id()).await.unwrap();
}

async fn put(store: &impl Store, area: Area, key: StoreKey, value: &[u8]) {
    let mut batch = store.batch();
    batch.put(area, key, value);
    store.commit(batch, Durability::Strict).await.unwrap();
}
