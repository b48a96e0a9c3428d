//! A store that seals what it is given: every value is encrypted before the transaction opens, and opened after
//! it was read. What works on a store does not know of it.
//!
//! What is sealed is the whole value, bound to its place: workspace, area and key go into the seal, so a value
//! that is found elsewhere, or that was changed in any bit, does not open. It is handed on in a form that
//! [`frame::open`] calls damage. Keys are not sealed; they are numbers that say how many there are.

use std::{collections::BTreeSet, future::Future, pin::Pin, rc::Rc};

use super::{
    Area, Batch, Durability, Store, StoreError, StoreKey, frame, mirror::Folder, read_all,
    seal::Envelope,
};
use crate::domain::id::Id;

/// How many values are sealed or opened at once.
const CHUNK: usize = 48;

/// Bytes, and the place that they are for.
pub struct Placed {
    pub place: Vec<u8>,
    pub bytes: Vec<u8>,
}

pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<Vec<T>, StoreError>> + 'a>>;

/// AES-256-GCM with a key that it keeps to itself, and a random nonce for every value.
pub trait Cipher {
    /// Seals values, each for its place: nonce, sealed bytes, tag.
    fn seal(&self, values: Vec<Placed>) -> Answer<'_, Vec<u8>>;

    /// Opens values; `None` where one was not sealed with this key for this place.
    fn open(&self, values: Vec<Placed>) -> Answer<'_, Option<Vec<u8>>>;
}

/// What a workspace is sealed with.
#[derive(Clone)]
pub struct Seal {
    /// Names the envelope that holds the key.
    pub id: Id,
    pub cipher: Rc<dyn Cipher>,
}

/// A store with a seal, or one that is handed through as it is.
#[derive(Clone)]
pub struct Sealed<S> {
    pub store: S,
    pub seal: Option<Seal>,
}

impl<S> Sealed<S> {
    pub fn plain(store: S) -> Self {
        Self { store, seal: None }
    }

    /// The seal for an area; the envelope has none, since it is read before there is a key.
    fn seal_of(&self, area: Area) -> Option<&Seal> {
        self.seal.as_ref().filter(|_| area != Area::Lock)
    }
}

/// Writes that wait to be sealed, or the batch of a store that has no seal.
pub enum SealedBatch<B> {
    Plain(B),
    Waiting(Vec<Write>),
}

pub enum Write {
    Add(Area, StoreKey, Vec<u8>),
    Put(Area, StoreKey, Vec<u8>),
    Delete(Area, StoreKey, StoreKey),
}

impl<B: Batch> Batch for SealedBatch<B> {
    fn add(&mut self, area: Area, key: StoreKey, value: &[u8]) {
        match self {
            Self::Plain(batch) => batch.add(area, key, value),
            Self::Waiting(writes) => writes.push(Write::Add(area, key, value.to_vec())),
        }
    }

    fn put(&mut self, area: Area, key: StoreKey, value: &[u8]) {
        match self {
            Self::Plain(batch) => batch.put(area, key, value),
            Self::Waiting(writes) => writes.push(Write::Put(area, key, value.to_vec())),
        }
    }

    fn delete(&mut self, area: Area, first: StoreKey, last: StoreKey) {
        match self {
            Self::Plain(batch) => batch.delete(area, first, last),
            Self::Waiting(writes) => writes.push(Write::Delete(area, first, last)),
        }
    }
}

impl<S: Store> Store for Sealed<S> {
    type Batch = SealedBatch<S::Batch>;

    fn batch(&self) -> Self::Batch {
        if self.seal.is_some() {
            SealedBatch::Waiting(Vec::new())
        } else {
            SealedBatch::Plain(self.store.batch())
        }
    }

    async fn commit(&self, batch: Self::Batch, durability: Durability) -> Result<(), StoreError> {
        let writes = match batch {
            SealedBatch::Plain(batch) => return self.store.commit(batch, durability).await,
            SealedBatch::Waiting(writes) => writes,
        };
        // All is sealed before the transaction opens: it would not wait for anything else.
        let mut batch = self.store.batch();
        let mut writes = writes.into_iter();
        loop {
            let chunk: Vec<_> = writes.by_ref().take(CHUNK).collect();
            if chunk.is_empty() {
                return self.store.commit(batch, durability).await;
            }
            self.seal_some(chunk, &mut batch).await?;
        }
    }

    async fn read(
        &self,
        area: Area,
        first: StoreKey,
        last: StoreKey,
        each: &mut dyn FnMut(StoreKey, Vec<u8>),
    ) -> Result<(), StoreError> {
        let Some(seal) = self.seal_of(area) else {
            return self.store.read(area, first, last, each).await;
        };
        let mut found = read_all(&self.store, area, first, last).await?.into_iter();
        loop {
            let chunk: Vec<_> = found.by_ref().take(CHUNK).collect();
            if chunk.is_empty() {
                return Ok(());
            }
            let placed = |(key, value): &(StoreKey, Vec<u8>)| {
                let bytes = frame::unwrap(area, *key, value).unwrap_or_default().to_vec();
                Placed { place: place(seal.id, area, *key), bytes }
            };
            let opened = seal.cipher.open(chunk.iter().map(placed).collect()).await?;
            let mut opened = opened.into_iter();
            for (key, value) in chunk {
                let value = opened.next().flatten().unwrap_or_else(|| frame::refused(value));
                each(key, value);
            }
        }
    }
}

impl<S: Store> Sealed<S> {
    async fn seal_some(
        &self,
        mut writes: Vec<Write>,
        batch: &mut S::Batch,
    ) -> Result<(), StoreError> {
        let mut waiting = Vec::new();
        for write in &mut writes {
            if let Write::Add(area, key, bytes) | Write::Put(area, key, bytes) = write
                && let Some(seal) = self.seal_of(*area)
            {
                let bytes = std::mem::take(bytes);
                waiting.push(Placed { place: place(seal.id, *area, *key), bytes });
            }
        }
        let sealed = match &self.seal {
            Some(seal) => seal.cipher.seal(waiting).await?,
            None => Vec::new(),
        };
        let mut sealed = sealed.into_iter();
        let mut value = |area: Area, key: StoreKey, bytes: Vec<u8>| match self.seal_of(area) {
            Some(_) => {
                let bytes = sealed.next().ok_or_else(|| failed("a value was not sealed"))?;
                Ok(frame::wrap(area, key, &bytes))
            }
            None => Ok(bytes),
        };
        for write in writes {
            match write {
                Write::Add(area, key, bytes) => batch.add(area, key, &value(area, key, bytes)?),
                Write::Put(area, key, bytes) => batch.put(area, key, &value(area, key, bytes)?),
                Write::Delete(area, first, last) => batch.delete(area, first, last),
            }
        }
        Ok(())
    }
}

/// A folder whose files are sealed, each for its name; or one that is handed through as it is.
pub struct SealedFolder<F> {
    pub folder: F,
    pub seal: Option<Seal>,
}

/// The file of a folder that has the envelope. It is sealed by nothing.
pub const ENVELOPE: &str = "lock";

impl<F: Folder> SealedFolder<F> {
    /// Makes sure that a folder lies under this envelope, or under none. What lies there under the envelope of
    /// another key, or plain beside one, is removed.
    pub async fn agree(&self, envelope: Option<&Envelope>) -> Result<(), StoreError> {
        let there = self.envelope().await?;
        let wanted = envelope.map(|envelope| envelope.close(0)).transpose()?;
        if there == wanted {
            return Ok(());
        }
        let id = there.and_then(|there| Envelope::read(&[(StoreKey::FIRST, there)]).ok());
        if id.map(|there| there.id) != envelope.map(|envelope| envelope.id) {
            for name in self.folder.names().await? {
                self.folder.remove(&name).await?;
            }
        }
        match wanted {
            Some(envelope) => self.folder.write(ENVELOPE, &envelope).await,
            None => Ok(()),
        }
    }

    /// The envelope that a folder lies under, as a first copy is stored.
    pub async fn envelope(&self) -> Result<Option<Vec<u8>>, StoreError> {
        if self.folder.names().await?.contains(ENVELOPE) {
            return self.folder.read(ENVELOPE).await.map(Some);
        }
        Ok(None)
    }

    fn place(seal: &Seal, name: &str) -> Vec<u8> {
        [b"rapport-file\0", &seal.id.as_u128().to_le_bytes()[..], name.as_bytes()].concat()
    }
}

impl<F: Folder> Folder for SealedFolder<F> {
    async fn names(&self) -> Result<BTreeSet<String>, StoreError> {
        let mut names = self.folder.names().await?;
        names.remove(ENVELOPE);
        Ok(names)
    }

    async fn read(&self, name: &str) -> Result<Vec<u8>, StoreError> {
        let bytes = self.folder.read(name).await?;
        let Some(seal) = &self.seal else { return Ok(bytes) };
        let opened = seal.cipher.open(vec![Placed { place: Self::place(seal, name), bytes }]);
        // Nothing is a value of no form, and so is damage.
        Ok(opened.await?.pop().flatten().unwrap_or_default())
    }

    async fn write(&self, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
        let Some(seal) = &self.seal else { return self.folder.write(name, bytes).await };
        let value = Placed { place: Self::place(seal, name), bytes: bytes.to_vec() };
        let sealed = seal.cipher.seal(vec![value]).await?.pop();
        self.folder.write(name, &sealed.ok_or_else(|| failed("a file was not sealed"))?).await
    }

    async fn remove(&self, name: &str) -> Result<(), StoreError> {
        self.folder.remove(name).await
    }
}

/// What the seal of a value is bound to.
fn place(id: Id, area: Area, StoreKey(a, b, c): StoreKey) -> Vec<u8> {
    let numbers = [a.to_le_bytes(), b.to_le_bytes(), c.to_le_bytes()].concat();
    let id = id.as_u128().to_le_bytes();
    [b"rapport-value\0", &id[..], area.name().as_bytes(), b"\0", &numbers].concat()
}

fn failed(words: &str) -> StoreError {
    StoreError::Failed(words.to_owned())
}
