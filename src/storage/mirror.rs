//! A second copy of the last checkpoint, in files outside the database.
//!
//! Browsers reset a damaged database, and one lost file can take all of it along; the copy lies elsewhere. It
//! has a file for every stored value, in the form in which it is stored, named after the workspace and the
//! place of the value. The files of the head come last and what is no longer named goes after them, so at
//! whatever moment it ends there is a head all of whose pages are there.

use std::collections::BTreeSet;

use super::{
    Area, Batch, Durability, Store, StoreError, StoreKey,
    head::Head,
    memory::{Memory, Values},
    opening::{self, Opened},
    pages::{self, PageRef},
    read_all, retention,
};
use crate::domain::{field::keys, id::Id, value::time::Time};

/// A folder of files.
#[expect(
    async_fn_in_trait,
    reason = "wasm has one thread; no caller needs the futures to be `Send`"
)]
pub trait Folder {
    async fn names(&self) -> Result<BTreeSet<String>, StoreError>;
    async fn read(&self, name: &str) -> Result<Vec<u8>, StoreError>;
    /// Writes a file whole or not at all.
    async fn write(&self, name: &str, bytes: &[u8]) -> Result<(), StoreError>;
    async fn remove(&self, name: &str) -> Result<(), StoreError>;
}

/// What a copy has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copied {
    pub store: Id,
    /// Position of the last change in it.
    pub position: u64,
    pub records: usize,
    /// When the last of its records was changed.
    pub changed: Option<Time>,
}

/// Brings a copy to the newest checkpoint of a store. What is written is read again.
///
/// Whoever else does so at the same time must be kept away.
pub async fn follow<S: Store>(store: &S, folder: &impl Folder) -> Result<(), StoreError> {
    let Some((head, _)) = opening::heads(store).await? else { return Ok(()) };
    let mut there = folder.names().await?;
    let is_ahead = there.iter().any(|name| {
        place(head.store, name)
            .is_some_and(|(area, key)| area == Area::Heads && key.0 > head.generation)
    });
    if is_ahead {
        // The store has gone back, and what it writes from here on has the names of other pages.
        forget(folder).await?;
        there.clear();
    }
    let mut kept = BTreeSet::new();
    for (area, first, last) in ranges(&head) {
        let first_name = name(head.store, area, first);
        if area == Area::Pages && there.contains(&first_name) {
            let prefix = name(head.store, area, StoreKey(first.0, first.1, 0));
            let prefix = prefix.strip_suffix('0').unwrap_or(&prefix);
            kept.extend(there.iter().filter(|name| name.starts_with(prefix)).cloned());
            continue;
        }
        let values = read_all(store, area, first, last).await?;
        if values.is_empty() {
            // Another tab has made a checkpoint meanwhile. The next time finds it.
            return Ok(());
        }
        // The first part comes last, for it says that all are there.
        for (key, value) in values.iter().rev() {
            let name = name(head.store, area, *key);
            if !there.contains(&name) {
                folder.write(&name, value).await?;
                if folder.read(&name).await? != *value {
                    folder.remove(&name).await?;
                    return Err(StoreError::Failed(format!("{name} is not what was written")));
                }
            }
            kept.insert(name);
        }
    }
    for name in folder.names().await?.difference(&kept) {
        folder.remove(name).await?;
    }
    Ok(())
}

/// Where the values of a head lie: its pages, then the head itself.
fn ranges(head: &Head) -> impl Iterator<Item = (Area, StoreKey, StoreKey)> {
    let pages = head.pages().map(|((kind, page), PageRef(generation, _))| {
        let address = pages::address(kind, page);
        let last = StoreKey(address, generation, StoreKey::LAST.2);
        (Area::Pages, StoreKey(address, generation, 0), last)
    });
    let last = StoreKey(head.generation, StoreKey::LAST.1, 0);
    pages.chain([(Area::Heads, StoreKey(head.generation, 0, 0), last)])
}

/// Removes a copy.
pub async fn forget(folder: &impl Folder) -> Result<(), StoreError> {
    for name in folder.names().await? {
        folder.remove(&name).await?;
    }
    Ok(())
}

/// Opens a copy. `None` where there is none that can be read.
pub async fn open(folder: &impl Folder) -> Result<Option<(Memory, Opened)>, StoreError> {
    let names = folder.names().await?;
    let stores: BTreeSet<_> = names.iter().filter_map(|name| store_of(name)).collect();
    let mut found: Option<(Memory, Opened)> = None;
    for store in stores {
        let mut values = Values::new();
        for name in &names {
            if let Some(place) = place(store, name) {
                values.insert(place, folder.read(name).await?);
            }
        }
        let memory = Memory::holding(values);
        let opened = opening::open(&memory, None).await.ok().flatten();
        let changed = |opened: &Opened| last_change(opened);
        if let Some(opened) = opened.filter(|opened| opened.tip.store == store)
            && found.as_ref().is_none_or(|(_, other)| changed(other) < changed(&opened))
        {
            found = Some((memory, opened));
        }
    }
    Ok(found)
}

/// What an opened copy has.
pub fn copied(opened: &Opened) -> Copied {
    Copied {
        store: opened.tip.store,
        position: opened.tip.position,
        records: opened.book.len(),
        changed: last_change(opened),
    }
}

fn last_change(opened: &Opened) -> Option<Time> {
    let changed = opened
        .book
        .everything()
        .filter_map(|(_, record)| record.time(keys::UPDATED).max(record.time(keys::CREATED)));
    changed.max()
}

/// Puts a copy in place of whatever a store holds, as a workspace of another id: what still holds the one
/// that was lost must not write into it.
pub async fn restore<S: Store>(copy: &Memory, store: &S, id: Id) -> Result<(), StoreError> {
    let Some((head, _)) = opening::heads(copy).await? else {
        return Err(StoreError::Failed("the copy has no head".to_owned()));
    };
    let mut batch = opening::erase(store).await?;
    for (area, first, last) in ranges(&head) {
        if area == Area::Pages {
            for (key, value) in read_all(copy, area, first, last).await? {
                batch.put(area, key, &value);
            }
        }
    }
    let failed = |error: std::fmt::Error| StoreError::Failed(error.to_string());
    // The history went with what was lost. From now on there is one that leads to what is here.
    if let Some(opened) =
        opening::open(copy, None).await.ok().flatten().filter(|it| it.tip.position > 0)
    {
        let at = last_change(&opened).unwrap_or(Time::from_millis(0));
        let base = retention::base(&opened.book, head.position, head.chain, at);
        base.map_err(failed)?.add_to(&mut batch);
    }
    let head = Head { store: id, ..head };
    head.add_to(&mut batch).map_err(failed)?;
    store.commit(batch, Durability::Strict).await
}

/// The name of the file of a value.
fn name(store: Id, area: Area, StoreKey(a, b, c): StoreKey) -> String {
    format!("{store}.{}.{a}.{b}.{c}", area.name())
}

fn store_of(name: &str) -> Option<Id> {
    Id::parse(name.split('.').next()?)
}

/// Where the value of a file of a workspace belongs.
fn place(store: Id, name: &str) -> Option<(Area, StoreKey)> {
    let mut parts = name.split('.');
    if Id::parse(parts.next()?) != Some(store) {
        return None;
    }
    let area = parts.next()?;
    let area = [Area::Heads, Area::Pages].into_iter().find(|it| it.name() == area)?;
    let mut number = || parts.next()?.parse().ok();
    let key = StoreKey(number()?, number()?, number()?);
    parts.next().is_none().then_some((area, key))
}
