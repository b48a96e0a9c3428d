//! The browser's own AES and keys do what `tests/native` holds with those of a crate.

use rapport::storage::{
    Area, Batch, Durability, Store, StoreKey, conformance,
    indexed_db::IndexedDb,
    moving, read_all,
    seal::{self, Chance, Envelope, Keys, Problem, RecoveryKey, Secret, WORK, Work},
    sealed::{Placed, Seal, Sealed},
    web_crypto::WebCrypto,
};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::fresh;

fn keys() -> WebCrypto {
    WebCrypto::new().expect("a page that was fetched safely")
}

fn paper() -> RecoveryKey {
    RecoveryKey::new([9; 20])
}

async fn envelope(work: Work) -> Envelope {
    let chance = Chance { id: [1; 16], salt: [2; 16] };
    seal::make(&keys(), "seven blue herons", Some(&paper()), work, chance).await.unwrap()
}

async fn a_seal() -> Seal {
    let envelope = envelope(Work { memory: 32, ..WORK }).await;
    seal::unlock(&keys(), &envelope, &Secret::Recovery(paper())).await.unwrap()
}

#[wasm_bindgen_test]
async fn sealed_indexed_db_conforms() {
    for behaviour in conformance::BEHAVIOURS {
        let (_, store) = fresh().await;
        let store = Sealed { store, seal: Some(a_seal().await) };
        conformance::check(behaviour, &store).await.expect(behaviour);
    }
}

#[wasm_bindgen_test]
async fn envelope_opens_with_either_secret_and_no_other() {
    let envelope = envelope(WORK).await;
    let unlock = async |secret: Secret| seal::unlock(&keys(), &envelope, &secret).await.map(|_| ());
    assert_eq!(unlock(Secret::passphrase("seven blue herons")).await, Ok(()));
    assert_eq!(unlock(Secret::passphrase("seven blue heron")).await, Err(Problem::Wrong));
    assert_eq!(unlock(Secret::Recovery(paper())).await, Ok(()));
    let other = Secret::Recovery(RecoveryKey::new([8; 20]));
    assert_eq!(unlock(other).await, Err(Problem::Wrong));
}

#[wasm_bindgen_test]
async fn envelope_of_another_browser_opens() {
    let envelope = Envelope::parse(include_bytes!("../data/stored/envelope.json")).unwrap();
    for secret in [Secret::passphrase("seven blue herons"), Secret::Recovery(paper())] {
        assert!(seal::unlock(&keys(), &envelope, &secret).await.is_ok());
    }
}

#[wasm_bindgen_test]
async fn key_that_is_used_cannot_be_wrapped() {
    let (keys, with) = (keys(), [3; 32]);
    let key = keys.generate().await.unwrap();
    let wrapped = keys.wrap(&key, &with, b"place").await.unwrap();
    let used = keys.unwrap(&wrapped, &with, b"place", false).await.unwrap().expect("the key");
    assert!(keys.wrap(&used, &with, b"place").await.is_err());
    let other = keys.unwrap(&wrapped, &with, b"other place", false).await.unwrap();
    assert!(other.is_none());
}

#[wasm_bindgen_test]
async fn every_changed_byte_and_every_lost_one_is_seen() {
    let cipher = a_seal().await.cipher;
    let place = b"place".to_vec();
    let value = Placed { place: place.clone(), bytes: b"Ada".to_vec() };
    let sealed = cipher.seal(vec![value]).await.unwrap().remove(0);
    let mut tried: Vec<Vec<u8>> = (0..sealed.len()).map(|at| sealed[..at].to_vec()).collect();
    tried.extend((0..sealed.len()).map(|at| {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        changed
    }));
    tried.push(sealed);
    let tried = tried.into_iter().map(|bytes| Placed { place: place.clone(), bytes }).collect();
    let mut opened = cipher.open(tried).await.unwrap();
    assert_eq!(opened.pop(), Some(Some(b"Ada".to_vec())));
    assert!(opened.iter().all(Option::is_none));
}

#[wasm_bindgen_test]
async fn database_that_is_not_there_is_not_made() {
    let (name, store) = fresh().await;
    assert!(IndexedDb::open_if_there(&name).await.unwrap().is_some());
    store.retire();
    IndexedDb::delete(&name).await.unwrap();
    assert!(IndexedDb::open_if_there(&name).await.unwrap().is_none());
    // Who held it does not make it anew.
    assert!(!moving::is_marked(&store).await.unwrap_or_default());
    assert!(IndexedDb::open_if_there(&name).await.unwrap().is_none());
}

#[wasm_bindgen_test]
async fn tab_whose_database_is_deleted_does_not_make_another() {
    let (name, store) = fresh().await;
    IndexedDb::delete(&name).await.unwrap();
    let mut batch = store.batch();
    batch.put(Area::Heads, StoreKey::FIRST, b"plain");
    assert!(store.commit(batch, Durability::Strict).await.is_err());
    assert!(IndexedDb::open_if_there(&name).await.unwrap().is_none());
    assert!(read_all(&store, Area::Heads, StoreKey::FIRST, StoreKey::LAST).await.is_err());
}
