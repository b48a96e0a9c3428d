//! The store in the browser: a thin layer on IndexedDB (<https://w3c.github.io/IndexedDB/>).
//!
//! Nothing but IndexedDB requests is awaited inside a transaction, or it would commit early: all bytes
//! are ready before it opens. A write is acknowledged on `complete` only: over quota, Chromium reports
//! the success of a request and then aborts its transaction.

mod connection;
mod error;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

use self::{
    connection::{Connection, Mode, done, result},
    error::from_js,
};
use super::{Area, Batch, Durability, Store, StoreError, StoreKey};

/// How many values are asked for at once: some 2 MB.
const CHUNK: u32 = 48;

/// A database of this origin, opened anew when the browser has dropped the connection.
#[derive(Clone)]
pub struct IndexedDb {
    connection: Connection,
}

impl IndexedDb {
    /// Opens the database of that name, or makes it.
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        Self::connect(Connection::new(name, Some(connection::VERSION))).await
    }

    /// Opens the database of that name even if a newer version of Rapport has made it.
    pub async fn open_as_it_is(name: &str) -> Result<Self, StoreError> {
        Self::connect(Connection::new(name, None)).await
    }

    /// Opens the database of that name as a newer version of Rapport will, so that upgrades can be tried before
    /// there is one.
    pub async fn open_as_version(name: &str, version: u32) -> Result<Self, StoreError> {
        Self::connect(Connection::new(name, Some(version))).await
    }

    /// Opens the database of that name if there is one.
    pub async fn open_if_there(name: &str) -> Result<Option<Self>, StoreError> {
        let Some(database) = connection::open_if_there(name).await? else { return Ok(None) };
        let connection = Connection::new(name, Some(connection::VERSION));
        connection.keep(&database);
        Ok(Some(Self { connection }))
    }

    async fn connect(connection: Connection) -> Result<Self, StoreError> {
        connection.get().await?;
        Ok(Self { connection })
    }

    /// Calls back when another tab needs this connection closed, because it upgrades or deletes the
    /// database. The connection is closed by then.
    pub fn on_version_change(&self, callback: impl Fn() + 'static) {
        self.connection.on_version_change(callback);
    }

    /// Closes the connection; the next use opens it again.
    pub fn close(&self) {
        self.connection.close();
    }

    /// Closes the connection for good: the database is to be deleted.
    pub fn retire(&self) {
        self.connection.retire();
    }

    /// Deletes the database of that name.
    pub async fn delete(name: &str) -> Result<(), StoreError> {
        connection::delete(name).await
    }

    async fn try_commit(
        &self,
        batch: &IndexedDbBatch,
        durability: Durability,
    ) -> Result<(), StoreError> {
        let mut areas: Vec<Area> = batch.0.iter().map(Write::area).collect();
        // To the browser they are a set; a run of the same is only made short.
        areas.dedup();
        let Some(transaction) = self.connection.begin(&areas, Mode::Write(durability)).await?
        else {
            return Ok(());
        };
        for write in &batch.0 {
            if let Err(error) = request(&transaction, write) {
                // The transaction may be over already; then there is nothing to abort.
                let _ = transaction.abort();
                return Err(from_js(&error));
            }
        }
        // It commits by itself, and is not told to: Firefox commits what it is told to though one of the
        // requests before has failed.
        done(&transaction).await
    }

    async fn try_read(
        &self,
        area: Area,
        first: StoreKey,
        last: StoreKey,
        each: &mut dyn FnMut(StoreKey, Vec<u8>),
        delivered: &mut bool,
    ) -> Result<(), StoreError> {
        let Some(transaction) = self.connection.begin(&[area], Mode::Read).await? else {
            return Ok(());
        };
        let store = transaction.object_store(area.name()).map_err(|error| from_js(&error))?;
        let mut asked = ask(&store, first, last, false)?;
        while let Some((keys, values)) = asked {
            let keys: Array = result(&keys).await?.unchecked_into();
            // The next chunk is fetched while this one is read.
            asked = if keys.length() == CHUNK {
                ask(&store, key_from_js(&keys.get(CHUNK - 1)), last, true)?
            } else {
                None
            };
            let values: Array = result(&values).await?.unchecked_into();
            for (key, value) in keys.iter().zip(values.iter()) {
                *delivered = true;
                // What is not bytes was not written by us; it arrives empty, which is damage.
                let bytes =
                    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default();
                each(key_from_js(&key), bytes);
            }
        }
        Ok(())
    }
}

impl Store for IndexedDb {
    type Batch = IndexedDbBatch;

    fn batch(&self) -> IndexedDbBatch {
        IndexedDbBatch::default()
    }

    async fn commit(
        &self,
        batch: IndexedDbBatch,
        durability: Durability,
    ) -> Result<(), StoreError> {
        match self.try_commit(&batch, durability).await {
            Err(StoreError::Lost) => {
                self.connection.close();
                self.try_commit(&batch, durability).await
            }
            settled => settled,
        }
    }

    async fn read(
        &self,
        area: Area,
        first: StoreKey,
        last: StoreKey,
        each: &mut dyn FnMut(StoreKey, Vec<u8>),
    ) -> Result<(), StoreError> {
        let mut delivered = false;
        match self.try_read(area, first, last, each, &mut delivered).await {
            Err(StoreError::Lost) if !delivered => {
                self.connection.close();
                self.try_read(area, first, last, each, &mut delivered).await
            }
            settled => settled,
        }
    }
}

/// Writes that wait for their transaction. Values lie in the browser's memory, not in ours.
#[derive(Default)]
pub struct IndexedDbBatch(Vec<Write>);

enum Write {
    Add(Area, StoreKey, Uint8Array),
    Put(Area, StoreKey, Uint8Array),
    Delete(Area, StoreKey, StoreKey),
}

impl Write {
    fn area(&self) -> Area {
        match self {
            Self::Add(area, ..) | Self::Put(area, ..) | Self::Delete(area, ..) => *area,
        }
    }
}

impl Batch for IndexedDbBatch {
    fn add(&mut self, area: Area, key: StoreKey, value: &[u8]) {
        self.0.push(Write::Add(area, key, Uint8Array::from(value)));
    }

    fn put(&mut self, area: Area, key: StoreKey, value: &[u8]) {
        self.0.push(Write::Put(area, key, Uint8Array::from(value)));
    }

    fn delete(&mut self, area: Area, first: StoreKey, last: StoreKey) {
        self.0.push(Write::Delete(area, first, last));
    }
}

/// Asks for the keys and values of a chunk, from a key on or from after it.
fn ask(
    store: &IdbObjectStore,
    from: StoreKey,
    last: StoreKey,
    is_after: bool,
) -> Result<Option<(IdbRequest, IdbRequest)>, StoreError> {
    let (from, last) = (key_to_js(from), key_to_js(last));
    let range = IdbKeyRange::bound_with_lower_open_and_upper_open(&from, &last, is_after, false);
    // An empty range is an error to the browser and an empty answer to us.
    let Ok(range) = range else { return Ok(None) };
    let keys = store.get_all_keys_with_key_and_limit(&range, CHUNK);
    let values = store.get_all_with_key_and_limit(&range, CHUNK);
    Ok(Some((keys.map_err(|error| from_js(&error))?, values.map_err(|error| from_js(&error))?)))
}

fn request(transaction: &IdbTransaction, write: &Write) -> Result<(), JsValue> {
    let store = transaction.object_store(write.area().name())?;
    match write {
        Write::Add(_, key, value) => store.add_with_key(value, &key_to_js(*key))?,
        Write::Put(_, key, value) => store.put_with_key(value, &key_to_js(*key))?,
        Write::Delete(_, first, last) => {
            store.delete(&IdbKeyRange::bound(&key_to_js(*first), &key_to_js(*last))?.into())?
        }
    };
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "keys stay below 2^53")]
fn key_to_js(StoreKey(a, b, c): StoreKey) -> JsValue {
    Array::of3(&(a as f64).into(), &(b as f64).into(), &(c as f64).into()).into()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a key that is not ours becomes 0, where nothing readable lies"
)]
fn key_from_js(key: &JsValue) -> StoreKey {
    let numbers = Array::from(key);
    let number = |at| numbers.get(at).as_f64().unwrap_or_default() as u64;
    StoreKey(number(0), number(1), number(2))
}
