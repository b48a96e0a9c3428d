//! What every store must do, as functions that a test of each store calls.
//!
//! `tests/native` runs them on [`super::memory::Memory`], `tests/browser` on IndexedDB in Chromium and
//! Firefox. Each expects an empty store.

use super::{Area, Batch, Durability::Strict, Store, StoreError, StoreKey, read_all};

/// The behaviours, by name.
pub const BEHAVIOURS: [&str; 7] = [
    "reads_in_order_of_key",
    "adding_a_taken_key_stores_nothing_of_the_batch",
    "what_follows_a_taken_key_is_not_stored_either",
    "put_replaces",
    "delete_takes_the_whole_range_and_no_more",
    "operations_of_a_batch_happen_in_order",
    "large_and_empty_values_come_back_whole",
];

/// Runs a behaviour on an empty store.
pub async fn check<S: Store>(behaviour: &str, store: &S) -> Result<(), String> {
    match behaviour {
        "reads_in_order_of_key" => reads_in_order_of_key(store).await,
        "adding_a_taken_key_stores_nothing_of_the_batch" => taken(store).await,
        "what_follows_a_taken_key_is_not_stored_either" => taken_first(store).await,
        "put_replaces" => put_replaces(store).await,
        "delete_takes_the_whole_range_and_no_more" => delete_range(store).await,
        "operations_of_a_batch_happen_in_order" => order(store).await,
        "large_and_empty_values_come_back_whole" => whole(store).await,
        other => Err(format!("there is no behaviour {other}")),
    }
}

type Outcome = Result<(), String>;

async fn reads_in_order_of_key<S: Store>(store: &S) -> Outcome {
    let mut batch = store.batch();
    // Numbers beyond 32 bits, and above one digit: an order by text would show.
    let keys = [
        StoreKey(1 << 40, 0, 0),
        StoreKey(10, 0, 0),
        StoreKey(9, 2, 0),
        StoreKey(9, 1, 7),
        StoreKey(9, 1, 0),
    ];
    for key in keys {
        batch.add(Area::Pages, key, &[u8::try_from(key.0 & 0xff).unwrap_or_default()]);
    }
    commit(store, batch).await?;
    let found: Vec<_> = read(store, Area::Pages).await?.into_iter().map(|(key, _)| key).collect();
    let mut sorted = keys;
    sorted.sort_unstable();
    equal(&found, &sorted.to_vec())?;
    let part = read_all(store, Area::Pages, StoreKey(9, 1, 7), StoreKey(10, 0, 0))
        .await
        .map_err(|e| e.to_string())?;
    equal(&part.len(), &3)
}

async fn taken<S: Store>(store: &S) -> Outcome {
    let mut batch = store.batch();
    batch.add(Area::Journal, StoreKey(1, 0, 0), b"one");
    commit(store, batch).await?;
    let mut batch = store.batch();
    batch.put(Area::Pages, StoreKey(1, 0, 0), b"beside");
    batch.add(Area::Journal, StoreKey(2, 0, 0), b"two");
    batch.add(Area::Journal, StoreKey(1, 0, 0), b"other");
    equal(&store.commit(batch, Strict).await, &Err(StoreError::Taken))?;
    equal(&read(store, Area::Journal).await?, &vec![(StoreKey(1, 0, 0), b"one".to_vec())])?;
    equal(&read(store, Area::Pages).await?, &vec![])
}

async fn taken_first<S: Store>(store: &S) -> Outcome {
    let key = StoreKey(1, 0, 0);
    let mut batch = store.batch();
    batch.add(Area::Ended, key, b"");
    commit(store, batch).await?;
    let large = vec![7; super::frame::MOST];
    for nth in 1..=50 {
        let mut batch = store.batch();
        batch.add(Area::Pages, StoreKey(nth, 0, 0), &large);
        batch.add(Area::Heads, StoreKey(nth, 0, 0), b"head");
        batch.add(Area::Ended, key, b"");
        batch.delete(Area::Ended, key, key);
        equal(&store.commit(batch, Strict).await, &Err(StoreError::Taken))?;
    }
    equal(&read(store, Area::Pages).await?.len(), &0)?;
    equal(&read(store, Area::Heads).await?.len(), &0)?;
    equal(&read(store, Area::Ended).await?.len(), &1)
}

async fn put_replaces<S: Store>(store: &S) -> Outcome {
    let key = StoreKey(1, 0, 0);
    let mut batch = store.batch();
    batch.put(Area::Heads, key, b"one");
    batch.put(Area::Heads, key, b"two");
    commit(store, batch).await?;
    equal(&read(store, Area::Heads).await?, &vec![(key, b"two".to_vec())])
}

async fn delete_range<S: Store>(store: &S) -> Outcome {
    let mut batch = store.batch();
    for number in 1..=5 {
        batch.put(Area::Pages, StoreKey(number, 0, 0), b"");
    }
    batch.put(Area::Heads, StoreKey(3, 0, 0), b"");
    commit(store, batch).await?;
    let mut batch = store.batch();
    batch.delete(Area::Pages, StoreKey(2, 0, 0), StoreKey(4, 0, 0));
    commit(store, batch).await?;
    let left: Vec<_> = read(store, Area::Pages).await?.into_iter().map(|(key, _)| key.0).collect();
    equal(&left, &vec![1, 5])?;
    equal(&read(store, Area::Heads).await?.len(), &1)
}

async fn order<S: Store>(store: &S) -> Outcome {
    let key = StoreKey(1, 0, 0);
    let mut batch = store.batch();
    batch.add(Area::Pages, key, b"one");
    batch.delete(Area::Pages, key, key);
    batch.add(Area::Pages, key, b"two");
    commit(store, batch).await?;
    equal(&read(store, Area::Pages).await?, &vec![(key, b"two".to_vec())])
}

async fn whole<S: Store>(store: &S) -> Outcome {
    let large: Vec<u8> = (0..=255).cycle().take(super::frame::MOST).collect();
    let mut batch = store.batch();
    batch.add(Area::Pages, StoreKey(1, 0, 0), &large);
    batch.add(Area::Pages, StoreKey(2, 0, 0), b"");
    commit(store, batch).await?;
    equal(
        &read(store, Area::Pages).await?,
        &vec![(StoreKey(1, 0, 0), large), (StoreKey(2, 0, 0), Vec::new())],
    )
}

async fn commit<S: Store>(store: &S, batch: S::Batch) -> Outcome {
    store.commit(batch, Strict).await.map_err(|error| error.to_string())
}

async fn read<S: Store>(store: &S, area: Area) -> Result<Vec<(StoreKey, Vec<u8>)>, String> {
    read_all(store, area, StoreKey::FIRST, StoreKey::LAST).await.map_err(|error| error.to_string())
}

fn equal<T: PartialEq + std::fmt::Debug>(found: &T, expected: &T) -> Outcome {
    if found == expected { Ok(()) } else { Err(format!("found {found:?}, expected {expected:?}")) }
}
