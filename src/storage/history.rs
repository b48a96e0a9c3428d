//! Reading the journal backwards, for people: what happened, and what can be taken back.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Area, Store, StoreError, StoreKey, frame,
    journal::{self, Decoding, Entry, Header},
    read_all,
    session::{CommitError, Pace, SLICE, Stage},
};
use crate::domain::{
    change::{Action, Cause},
    edit::revert::Undoable,
    id::Id,
};

/// How many entries are read at once.
const ENTRIES: usize = 32;

/// Headers of up to `most` entries up to a position, newest first. Unreadable ones are left out.
pub async fn headers<S: Store>(
    store: &S,
    until: u64,
    most: u64,
) -> Result<Vec<Header>, StoreError> {
    let first = until.saturating_sub(most.saturating_sub(1)).max(1);
    let mut headers = Vec::new();
    if first > until {
        return Ok(headers);
    }
    store
        .read(Area::Journal, StoreKey(first, 0, 0), StoreKey(until, 0, 0), &mut |key, value| {
            headers.extend(journal::decode_header(key, &value));
        })
        .await?;
    headers.reverse();
    Ok(headers)
}

/// One entry. `None` when it is not there or cannot be read.
pub async fn entry<S: Store>(store: &S, position: u64) -> Result<Option<Entry>, StoreError> {
    Ok(stored(store, position, 1).await?.first().and_then(Stored::entry))
}

/// The same, read in slices.
pub async fn long_entry<S: Store>(
    store: &S,
    position: u64,
    pace: &impl Pace,
) -> Result<Option<Entry>, CommitError> {
    let stored = stored(store, position, 1).await?;
    let Some(Stored { key, first, others }) = stored.first() else { return Ok(None) };
    let Ok(mut decoding) = Decoding::new(*key, first) else { return Ok(None) };
    for (at, (key, value)) in others.iter().enumerate() {
        if decoding.add(*key, value).is_err() {
            return Ok(None);
        }
        pace.pause(Stage::Opening, at, others.len()).await?;
    }
    let mut read = 0;
    loop {
        let Ok(left) = decoding.read(SLICE) else { return Ok(None) };
        read += SLICE;
        if left == 0 {
            return Ok(decoding.finish().ok());
        }
        pace.pause(Stage::Reading, read, decoding.touches()).await?;
    }
}

/// An entry as it is stored.
#[derive(Debug)]
pub struct Stored {
    key: StoreKey,
    first: Vec<u8>,
    others: Vec<(StoreKey, Vec<u8>)>,
}

impl Stored {
    pub fn position(&self) -> u64 {
        self.key.0
    }

    /// Takes it apart. `None` when it cannot be read.
    pub fn entry(&self) -> Option<Entry> {
        journal::decode(self.key, &self.first, &self.others).ok()
    }
}

/// Up to `most` entries up to a position, newest first, to be taken apart one by one.
pub async fn stored<S: Store>(store: &S, until: u64, most: u64) -> Result<Vec<Stored>, StoreError> {
    let first = StoreKey(until.saturating_sub(most.saturating_sub(1)).max(1), 0, 0);
    let last = StoreKey(until, StoreKey::LAST.1, StoreKey::LAST.2);
    let firsts = read_all(store, Area::Journal, first, last).await?;
    let others = read_all(store, Area::JournalParts, first, last).await?;
    let mut others = others.into_iter().peekable();
    let mut entries = Vec::with_capacity(firsts.len());
    for (key, first) in firsts {
        let mut own = Vec::new();
        while let Some(other) = others.next_if(|(other, _)| other.0 <= key.0) {
            // Parts of an entry that is not there are passed over.
            own.extend(Some(other).filter(|(other, _)| other.0 == key.0));
        }
        entries.push(Stored { key, first, others: own });
    }
    entries.reverse();
    Ok(entries)
}

/// The imports among some headers, newest first as they are, but for those that were undone.
pub fn imports(headers: Vec<Header>) -> Vec<Header> {
    let undone = headers.iter().filter_map(|header| match header.cause {
        Cause::Undo(of) => Some(of),
        _ => None,
    });
    let undone: BTreeSet<u64> = undone.collect();
    let is_there = |header: &Header| {
        header.label.action == Action::Import
            && !matches!(header.cause, Cause::Undo(_))
            && !undone.contains(&header.position)
    };
    headers.into_iter().filter(is_there).collect()
}

/// Every entry between two positions, from the older on, that may have changed or imported a record: what only
/// makes records is passed over, as far as the header tells. Unreadable ones are left out.
pub async fn each_update<S: Store>(
    store: &S,
    after: u64,
    until: u64,
    each: &mut dyn FnMut(Entry),
) -> Result<(), StoreError> {
    let headers = headers(store, until, until.saturating_sub(after)).await?;
    let only_makes = |header: &Header| {
        let is_one = header.label.action == Action::Create && header.touches <= 1;
        is_one || header.label.action == Action::Demo || header.cause.is_base()
    };
    let wanted = headers.iter().rev().filter(|it| it.position > after && !only_makes(it));
    let positions: Vec<_> = wanted.map(|it| it.position).collect();
    // Those that follow each other are read at once.
    for run in positions.chunk_by(|before, next| before + 1 == *next) {
        for some in run.chunks(ENTRIES) {
            let last = some.last().copied().unwrap_or_default();
            let mut stored = stored(store, last, some.len() as u64).await?;
            while let Some(stored) = stored.pop() {
                stored.entry().map(&mut *each);
            }
        }
    }
    Ok(())
}

/// What can be undone and redone among the last `most` changes up to a position.
pub async fn undoable<S: Store>(store: &S, until: u64, most: u64) -> Result<Undoable, StoreError> {
    let mut undoable = Undoable::default();
    for header in headers(store, until, most).await?.iter().rev() {
        undoable.follow(header.position, header.cause);
    }
    Ok(undoable)
}

/// Entries that touch a record, newest first. Reads the whole journal once and looks for the id in its
/// bytes, which is cheaper than taking every entry apart.
pub async fn of_record<S: Store>(store: &S, id: Id, until: u64) -> Result<Vec<Entry>, StoreError> {
    let needle = id.to_string();
    let finder = memchr::memmem::Finder::new(needle.as_bytes());
    let mut positions = BTreeSet::new();
    // The last bytes of the part read before, for an id that is cut in two by the end of a part.
    let mut ends: BTreeMap<u64, Vec<u8>> = BTreeMap::new();
    for area in [Area::Journal, Area::JournalParts] {
        store
            .read(area, StoreKey::FIRST, StoreKey(until, StoreKey::LAST.1, 0), &mut |key, value| {
                let Ok(payload) = frame::open(area, key, &value) else { return };
                let start = payload.get(..payload.len().min(needle.len())).unwrap_or_default();
                let end = ends.entry(key.0).or_default();
                if finder.find(&payload).is_some()
                    || finder.find(&[&**end, start].concat()).is_some()
                {
                    positions.insert(key.0);
                }
                if payload.len() >= frame::SURE {
                    *end = payload.iter().copied().skip(payload.len() - needle.len()).collect();
                } else {
                    ends.remove(&key.0);
                }
            })
            .await?;
    }
    let mut found = Vec::new();
    for position in positions.into_iter().rev() {
        let Some(mut entry) = entry(store, position).await? else { continue };
        entry.change.touches.retain(|touch| touch.id == id);
        if !entry.change.touches.is_empty() {
            found.push(entry);
        }
    }
    Ok(found)
}
