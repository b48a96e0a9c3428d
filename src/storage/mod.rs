//! Where a workspace lies between two openings: the journal is the truth, pages are its checkpoint.
//!
//! [`Store`] is the little that is asked of a database. Everything else (the form of entries and
//! pages, opening, checkpoints, recovery) is written once on top of it and tested natively
//! against [`memory::Memory`], then again in the browsers against `indexed_db`. With a passphrase all of it goes
//! through [`sealed::Sealed`], a store around a store.

pub mod frame;
pub mod head;
pub mod journal;
pub mod pages;

pub mod moving;
pub mod seal;
pub mod sealed;

pub mod check;
pub mod checkpoint;
pub mod history;
pub mod mirror;
pub mod opening;
pub mod rescue;
pub mod retention;
pub mod session;
pub mod witness;

pub mod conformance;
pub mod memory;

#[cfg(target_arch = "wasm32")]
pub mod cached;
#[cfg(target_arch = "wasm32")]
pub mod indexed_db;
#[cfg(target_arch = "wasm32")]
pub mod opfs;
#[cfg(target_arch = "wasm32")]
pub mod outside;
#[cfg(target_arch = "wasm32")]
pub mod passkeys;
#[cfg(target_arch = "wasm32")]
pub mod web_crypto;

use std::fmt;

/// A set of values with keys of its own; an object store in IndexedDB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// What was written when: the heads of the last checkpoints. Key: generation, part.
    Heads,
    /// Records as of a checkpoint. Key: type and page, generation, part.
    Pages,
    /// The first part of each journal entry, which says what the entry is. Key: position.
    Journal,
    /// The other parts. Key: position, part.
    JournalParts,
    /// Damaged values, kept aside as they were found. Key: that of the value.
    Quarantine,
    /// Workspaces that were erased here, so that a tab that still holds one writes nothing. Key: the id.
    Ended,
    /// The envelope with the key of a sealed workspace. Key: number of the copy.
    Lock,
}

impl Area {
    /// What a workspace is stored in.
    pub const ALL: [Self; 6] = [
        Self::Heads,
        Self::Pages,
        Self::Journal,
        Self::JournalParts,
        Self::Quarantine,
        Self::Ended,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Heads => "heads",
            Self::Pages => "pages",
            Self::Journal => "journal",
            Self::JournalParts => "journal-parts",
            Self::Quarantine => "quarantine",
            Self::Ended => "ended",
            Self::Lock => "lock",
        }
    }
}

/// A key within an area. Its three numbers are compared one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StoreKey(pub u64, pub u64, pub u64);

impl StoreKey {
    pub const FIRST: Self = Self(0, 0, 0);
    /// Above every key in use; its numbers are exact in a JavaScript number.
    pub const LAST: Self = Self(LAST, LAST, LAST);
}

const LAST: u64 = (1 << 53) - 1;

/// What a transaction waits for before it is acknowledged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// The bytes are on the disk. For every change that a person makes.
    Strict,
    /// The operating system has them. For what can be made again.
    Relaxed,
}

/// Writes that are done together or not at all, in the order in which they were asked for.
pub trait Batch {
    /// Stores a value under a key that must be free; if it is taken, nothing of the batch is stored.
    fn add(&mut self, area: Area, key: StoreKey, value: &[u8]);
    /// Stores a value, in place of the one that is there.
    fn put(&mut self, area: Area, key: StoreKey, value: &[u8]);
    /// Removes all values from `first` to `last`, both included.
    fn delete(&mut self, area: Area, first: StoreKey, last: StoreKey);
}

/// A database of byte values.
#[expect(
    async_fn_in_trait,
    reason = "wasm has one thread; no caller needs the futures to be `Send`"
)]
pub trait Store {
    type Batch: Batch;

    fn batch(&self) -> Self::Batch;

    /// Does a batch as one transaction. `Ok` means that it is complete, with the durability asked for.
    async fn commit(&self, batch: Self::Batch, durability: Durability) -> Result<(), StoreError>;

    /// Hands over every value from `first` to `last`, both included, in order of key.
    async fn read(
        &self,
        area: Area,
        first: StoreKey,
        last: StoreKey,
        each: &mut dyn FnMut(StoreKey, Vec<u8>),
    ) -> Result<(), StoreError>;
}

/// Why the database could not do it. Named by what the caller can do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// A key to be added is in use: another tab was quicker. Read what it wrote, then try again.
    Taken,
    /// The browser gives no more room. Nothing was stored.
    Full,
    /// The connection is gone. Reopen, then try again once.
    Lost,
    /// The database was made by a newer version of Rapport.
    Newer,
    /// Another tab with an older version of Rapport keeps the database from being opened.
    Blocked,
    /// The browser gave no answer. Time in seconds.
    TimedOut(u32),
    /// The browser offers no database here, as some do in private windows.
    Unavailable(String),
    /// Anything else, in the browser's own words.
    Failed(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken => f.write_str("taken"),
            Self::Full => f.write_str("full"),
            Self::Lost => f.write_str("lost"),
            Self::Newer => f.write_str("newer"),
            Self::Blocked => f.write_str("blocked"),
            Self::TimedOut(seconds) => write!(f, "no answer in {seconds} s"),
            Self::Unavailable(why) | Self::Failed(why) => f.write_str(why),
        }
    }
}

/// Reads all values of a range into memory.
pub async fn read_all<S: Store>(
    store: &S,
    area: Area,
    first: StoreKey,
    last: StoreKey,
) -> Result<Vec<(StoreKey, Vec<u8>)>, StoreError> {
    let mut values = Vec::new();
    store.read(area, first, last, &mut |key, value| values.push((key, value))).await?;
    Ok(values)
}
