//! Opening a workspace: head, pages, end of the journal; and what is done when any of it is damaged.
//!
//! Tried in this order, until one gives every record:
//! 1. the newest head's pages and the journal since;
//! 2. the whole journal from its first entry;
//! 3. the pages of the head before and the journal since.
//!
//! When none does, the newest readable head is opened without what is damaged, and the report says
//! what is missing. Nothing that is damaged is ever deleted unseen: it is copied to the quarantine.
//! What a newer version has written is no damage: it ends the opening before anything is changed.

use std::collections::BTreeMap;

use super::{
    Area, Batch, Durability, Store, StoreError, StoreKey,
    checkpoint::Checkpoints,
    frame::Damage,
    head::{self, Head},
    journal::{self, Entry, Header},
    mirror::Copied,
    pages::{self, PageId},
    read_all,
    witness::Witness,
};
use crate::domain::{book::Book, id::Id};

/// An opened workspace.
#[derive(Debug)]
pub struct Opened {
    pub book: Book,
    pub tip: Tip,
    pub checkpoints: Checkpoints,
    /// What was not as it should be, and is rebuilt or lost. Empty on every usual day.
    pub report: Vec<Finding>,
}

/// The end of the journal as a tab knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tip {
    pub store: Id,
    /// Position of the last change; 0 when there is none.
    pub position: u64,
    /// Checksum of its entry.
    pub chain: u64,
}

/// One thing that an opening found damaged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// A head could not be read; the one before it served.
    Head { generation: u64, damage: Damage },
    /// Pages could not be read; every record was rebuilt from the journal.
    Rebuilt { pages: u32 },
    /// A page could not be read, nor rebuilt. Its records are missing.
    PageLost { page: PageId, damage: Damage },
    /// A change could not be read. It is missing from the workspace or, when the pages have it, only
    /// from the history.
    ChangeLost { position: u64, damage: Damage, in_pages: bool },
    /// A change could be read but does not fit the records, since something before it is lost.
    ChangeUnfit { position: u64 },
}

/// What was read of a kind; a damaged one as its generation or position.
pub type Read<T> = Vec<Result<T, (u64, Damage)>>;

/// Why a workspace was not opened. Each has a way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BootError {
    /// The database is empty though the witness says otherwise.
    Missing(Witness),
    /// The database holds another workspace than the witness knows.
    Replaced(Witness),
    /// The database stands at an older change than the witness.
    RolledBack {
        witness: Witness,
        found: u64,
    },
    /// The database is empty, and no witness says otherwise, yet there is a second copy.
    Emptied,
    /// Something is in the database, and nothing of it can be read.
    Unreadable,
    /// A newer version of Rapport has written here.
    Newer,
    Store(StoreError),
}

impl BootError {
    /// Whether a copy takes the place of what is here: it is of the workspace that is missed, and has more.
    pub fn is_helped_by(&self, copy: &Copied) -> bool {
        match self {
            Self::Missing(witness) | Self::Replaced(witness) => copy.store == witness.store,
            Self::RolledBack { witness, found } => {
                copy.store == witness.store && copy.position > *found
            }
            Self::Emptied | Self::Unreadable => true,
            Self::Newer | Self::Store(_) => false,
        }
    }

    /// How many changes a copy lacks, as far as one knows.
    pub fn missing_in(&self, copy: &Copied) -> Option<u64> {
        match self {
            Self::Missing(witness) | Self::Replaced(witness) | Self::RolledBack { witness, .. } => {
                Some(witness.position.saturating_sub(copy.position))
            }
            _ => None,
        }
    }

    /// Whether it is the witness alone that says so.
    pub fn is_by_witness(&self) -> bool {
        matches!(self, Self::Missing(_) | Self::Replaced(_) | Self::RolledBack { .. })
    }
}

impl From<StoreError> for BootError {
    fn from(error: StoreError) -> Self {
        if error == StoreError::Newer { Self::Newer } else { Self::Store(error) }
    }
}

/// Opens what the store holds. `Ok(None)` is a first run: nothing here, and nobody says there was.
///
/// Without a witness the store is taken at its word, which is what a person asks for who has read
/// what is missing and wants to go on.
pub async fn open<S: Store>(
    store: &S,
    witness: Option<Witness>,
) -> Result<Option<Opened>, BootError> {
    let heads = read_heads(store).await?;
    let mut report: Vec<_> = heads
        .iter()
        .filter_map(|head| head.as_ref().err())
        .map(|(generation, damage)| Finding::Head { generation: *generation, damage: *damage })
        .collect();
    let readable: Vec<Head> = heads.iter().flatten().cloned().collect();
    let damaged_generation =
        heads.iter().filter_map(|head| head.as_ref().err()).map(|(g, _)| *g).max();

    let mut opened = if let Some((newest, older)) = readable.split_first() {
        match open_head(store, newest, older.first(), damaged_generation, &mut report).await? {
            Some(opened) => opened,
            None => return Box::pin(open(store, witness)).await,
        }
    } else {
        let journal = entries(store, 0).await?;
        if !journal.iter().any(Result::is_ok) {
            return if is_empty(store).await? {
                witness.map_or(Ok(None), |witness| Err(BootError::Missing(witness)))
            } else {
                Err(BootError::Unreadable)
            };
        }
        let store_id = witness.map_or(Id::new(uuid::Uuid::nil()), |witness| witness.store);
        let generation = damaged_generation.unwrap_or_default();
        let head = Head { generation, ..Head::first(store_id) };
        let mut opened = follow(Book::default(), &head, journal);
        opened.checkpoints.start_over();
        if opened.report.is_empty() {
            report.push(Finding::Rebuilt { pages: 0 });
        } else {
            quarantine(store, &[], &opened.report).await?;
        }
        opened
    };
    if let Some(witness) = witness {
        let found = opened.tip.position;
        if witness.store != opened.tip.store {
            return Err(BootError::Replaced(witness));
        }
        if found < witness.position {
            return Err(BootError::RolledBack { witness, found });
        }
    }
    report.append(&mut opened.report);
    opened.report = report;
    Ok(Some(opened))
}

/// Begins an empty workspace in place of whatever the store holds.
pub async fn begin<S: Store>(store: &S, id: Id) -> Result<Opened, StoreError> {
    let mut batch = erase(store).await?;
    let head = Head::first(id);
    head.add_to(&mut batch).map_err(|error| StoreError::Failed(error.to_string()))?;
    store.commit(batch, Durability::Strict).await?;
    let tip = Tip { store: id, position: 0, chain: 0 };
    let checkpoints = Checkpoints::new(head, None);
    Ok(Opened { book: Book::default(), tip, checkpoints, report: Vec::new() })
}

/// Removes everything from the store; the next opening is a first run.
pub async fn remove<S: Store>(store: &S) -> Result<(), StoreError> {
    store.commit(erase(store).await?, Durability::Strict).await
}

/// The two newest readable heads, newest first: what another tab's checkpoint has left.
pub async fn heads<S: Store>(store: &S) -> Result<Option<(Head, Option<Head>)>, StoreError> {
    let mut heads = read_heads(store).await?.into_iter().flatten();
    Ok(heads.next().map(|newest| (newest, heads.next())))
}

/// All heads, newest first; a damaged one as its generation.
async fn read_heads<S: Store>(store: &S) -> Result<Read<Head>, StoreError> {
    let values = read_all(store, Area::Heads, StoreKey::FIRST, StoreKey::LAST).await?;
    none_newer(head::decode_all(&values))
}

/// Whether there is neither a record nor a change nor a head, readable or not.
async fn is_empty<S: Store>(store: &S) -> Result<bool, StoreError> {
    let mut is_empty = true;
    for area in [Area::Heads, Area::Journal, Area::JournalParts, Area::Pages] {
        store.read(area, StoreKey::FIRST, StoreKey::LAST, &mut |_, _| is_empty = false).await?;
    }
    Ok(is_empty)
}

/// Refuses what was read when a newer version has written any of it.
fn none_newer<T>(read: Read<T>) -> Result<Read<T>, StoreError> {
    let is_newer = |it: &Result<T, _>| matches!(it, Err((_, Damage::Newer)));
    if read.iter().any(is_newer) { Err(StoreError::Newer) } else { Ok(read) }
}

/// Makes a batch fail as a whole if the workspace of this id has been erased: its mark cannot be added
/// a second time. Where there is no mark, none is left.
pub fn guard(id: Id, batch: &mut impl Batch) {
    let key = ended(id);
    batch.add(Area::Ended, key, &[]);
    batch.delete(Area::Ended, key, key);
}

/// Removes everything and marks the workspaces that were here as ended.
pub async fn erase<S: Store>(store: &S) -> Result<S::Batch, StoreError> {
    let heads = read_heads(store).await?;
    let mut batch = store.batch();
    for area in Area::ALL.into_iter().filter(|area| *area != Area::Ended) {
        batch.delete(area, StoreKey::FIRST, StoreKey::LAST);
    }
    for head in heads.into_iter().flatten() {
        batch.put(Area::Ended, ended(head.store), &[]);
    }
    Ok(batch)
}

/// An id as a key, in three numbers that are exact in a JavaScript number.
pub(super) fn ended(id: Id) -> StoreKey {
    let bits =
        |from: u32| u64::try_from(id.as_u128() >> from & ((1 << 43) - 1)).unwrap_or_default();
    StoreKey(bits(86), bits(43), bits(0))
}

/// Reads the entries after a position, in order. A damaged one is given as its position.
pub async fn entries<S: Store>(store: &S, after: u64) -> Result<Read<Entry>, StoreError> {
    let from = StoreKey(after + 1, 0, 0);
    let firsts = read_all(store, Area::Journal, from, StoreKey::LAST).await?;
    let mut others: BTreeMap<u64, Vec<(StoreKey, Vec<u8>)>> = BTreeMap::new();
    if !firsts.is_empty() {
        store
            .read(Area::JournalParts, from, StoreKey::LAST, &mut |key, value| {
                others.entry(key.0).or_default().push((key, value));
            })
            .await?;
    }
    // The parts are read in a transaction of their own, so there may be some of an entry that came
    // in between; it is read next time.
    let decode = |(key, first): &(StoreKey, Vec<u8>)| {
        let others = others.get(&key.0).map(Vec::as_slice).unwrap_or_default();
        journal::decode(*key, first, others).map_err(|damage| (key.0, damage))
    };
    none_newer(firsts.iter().map(decode).collect())
}

fn whole(book: Book, tip: Tip, newest: Head, before: Option<Head>) -> Opened {
    let mut checkpoints = Checkpoints::new(newest, before);
    checkpoints.start_over();
    Opened { book, tip, checkpoints, report: Vec::new() }
}

/// Opens a head's pages and the journal since. `Ok(None)` when another tab has made a checkpoint
/// meanwhile and removed what was being read.
async fn open_head<S: Store>(
    store: &S,
    newest: &Head,
    older: Option<&Head>,
    damaged_generation: Option<u64>,
    report: &mut Vec<Finding>,
) -> Result<Option<Opened>, BootError> {
    let (book, lost) = load(store, newest).await?;
    // A damaged head counts as the newest, so that the next checkpoint goes above it.
    let generation = damaged_generation.unwrap_or_default().max(newest.generation);
    let known = Head { generation, ..newest.clone() };
    if lost.is_empty() {
        let tail = entries(store, newest.position).await?;
        let mut opened = follow(book, newest, tail);
        opened.checkpoints.newest.generation = generation;
        opened.checkpoints.before = older.cloned();
        if !opened.report.is_empty() {
            quarantine(store, &[], &opened.report).await?;
        }
        if damaged_generation.is_some() || !opened.report.is_empty() {
            opened.checkpoints.start_over();
        }
        return Ok(Some(opened));
    }
    if heads(store).await?.is_some_and(|(now, _)| now.generation != newest.generation) {
        return Ok(None);
    }
    let rebuilt = Finding::Rebuilt { pages: u32::try_from(lost.len()).unwrap_or(u32::MAX) };
    if let Some((book, tip)) = replay(store, newest.store).await?
        && tip.position >= newest.position
    {
        report.push(rebuilt);
        return Ok(Some(whole(book, tip, known, older.cloned())));
    }
    if let Some(older) = older {
        let (book, lost) = load(store, older).await?;
        let tail = entries(store, older.position).await?;
        let mut opened = follow(book, older, tail);
        if lost.is_empty() && opened.report.is_empty() && opened.tip.position >= newest.position {
            opened.checkpoints.newest = known;
            opened.checkpoints.start_over();
            opened.report.push(rebuilt);
            return Ok(Some(opened));
        }
    }
    quarantine(store, &lost, &[]).await?;
    report.extend(
        lost.iter().map(|(page, damage)| Finding::PageLost { page: *page, damage: *damage }),
    );
    let tail = entries(store, newest.position).await?;
    let mut opened = follow(book, newest, tail);
    opened.checkpoints.newest = known;
    opened.checkpoints.before = older.cloned();
    opened.checkpoints.start_over();
    Ok(Some(opened))
}

type Lost = Vec<(PageId, Damage)>;

/// Reads the pages of a head. Damaged ones are left out and listed.
async fn load<S: Store>(store: &S, head: &Head) -> Result<(Book, Lost), StoreError> {
    let mut book = Book::default();
    let mut lost = Vec::new();
    for (kind, table) in &head.tables {
        // Pages arrive in order of key, each with all of its generations and parts.
        let mut load_page = |page: u32, parts: &[(StoreKey, Vec<u8>)]| {
            let Some(expected) = table.pages.get(page as usize).copied() else { return };
            let records = pages::read(expected, parts).and_then(|records| {
                let all = records.len();
                if book.load_page(*kind, page, records) == 0 {
                    Ok(all)
                } else {
                    Err(Damage::Content)
                }
            });
            if let Err(damage) = records {
                lost.push(((*kind, page), damage));
            }
        };
        let mut next = 0;
        let mut parts: Vec<(StoreKey, Vec<u8>)> = Vec::new();
        let count = u32::try_from(table.pages.len()).unwrap_or(u32::MAX);
        let (from, to) = (pages::address(*kind, 0), pages::address(*kind, count));
        store
            .read(Area::Pages, StoreKey(from, 0, 0), StoreKey(to, 0, 0), &mut |key, value| {
                let page = u32::try_from(key.0 - from).unwrap_or(u32::MAX);
                while next < page {
                    load_page(next, &parts);
                    parts.clear();
                    next += 1;
                }
                if table.pages.get(page as usize).is_some_and(|expected| expected.0 == key.1) {
                    parts.push((key, value));
                }
            })
            .await?;
        while next < count {
            load_page(next, &parts);
            parts.clear();
            next += 1;
        }
        book.reserve_slots(*kind, table.slots);
    }
    if lost.iter().any(|(_, damage)| *damage == Damage::Newer) {
        return Err(StoreError::Newer);
    }
    Ok((book, lost))
}

/// Applies the journal's end to the book of a head.
fn follow(mut book: Book, head: &Head, tail: Read<Entry>) -> Opened {
    let mut tip = Tip { store: head.store, position: head.position, chain: head.chain };
    let mut checkpoints = Checkpoints::new(head.clone(), None);
    let mut report = Vec::new();
    for entry in tail {
        match entry {
            Ok(entry) => {
                let position = entry.header.position;
                if entry.header.cause.is_base() {
                    book = Book::default();
                    tip.position = position.saturating_sub(1);
                }
                for missing in tip.position + 1..position {
                    report.push(Finding::ChangeLost {
                        position: missing,
                        damage: Damage::Parts,
                        in_pages: false,
                    });
                }
                tip = Tip { position, chain: entry.checksum, ..tip };
                match book.apply(entry.change) {
                    Ok(touched) => checkpoints.follow(position, &touched),
                    Err(_) => report.push(Finding::ChangeUnfit { position }),
                }
            }
            Err((position, damage)) => {
                report.push(Finding::ChangeLost { position, damage, in_pages: false });
                tip.position = position;
            }
        }
    }
    Opened { book, tip, checkpoints, report }
}

/// Rebuilds the book from the whole journal. `None` unless every entry is there, readable and linked to
/// the one before it.
async fn replay<S: Store>(store: &S, id: Id) -> Result<Option<(Book, Tip)>, StoreError> {
    let mut replay = Replay::new(id);
    for entry in entries(store, 0).await? {
        if !entry.is_ok_and(|entry| replay.follow(entry)) {
            return Ok(None);
        }
    }
    Ok((replay.tip.position > 0).then_some((replay.book, replay.tip)))
}

/// A book that is made by the journal alone.
#[derive(Debug)]
pub(super) struct Replay {
    pub(super) book: Book,
    pub(super) tip: Tip,
}

impl Replay {
    pub(super) fn new(store: Id) -> Self {
        Self { book: Book::default(), tip: Tip { store, position: 0, chain: 0 } }
    }

    /// Applies the next entry. Returns whether it is the next one, and fits.
    pub(super) fn follow(&mut self, entry: Entry) -> bool {
        let Header { position, chain, cause, .. } = entry.header;
        if cause.is_base() {
            self.book = Book::default();
            self.tip = Tip { position: position.saturating_sub(1), chain, ..self.tip };
        }
        let follows = (position, chain) == (self.tip.position + 1, self.tip.chain);
        self.tip = Tip { position, chain: entry.checksum, ..self.tip };
        follows && self.book.apply(entry.change).is_ok()
    }
}

/// Copies damaged values aside, before the next checkpoint removes or replaces them.
async fn quarantine<S: Store>(
    store: &S,
    lost: &[(PageId, Damage)],
    changes: &[Finding],
) -> Result<(), StoreError> {
    let mut found = Vec::new();
    for ((kind, page), _) in lost {
        let address = pages::address(*kind, *page);
        let end = StoreKey(address, StoreKey::LAST.1, 0);
        found.extend(read_all(store, Area::Pages, StoreKey(address, 0, 0), end).await?);
    }
    for finding in changes {
        if let Finding::ChangeLost { position, .. } = finding {
            let key = StoreKey(*position, 0, 0);
            found.extend(read_all(store, Area::Journal, key, key).await?);
        }
    }
    if found.is_empty() {
        return Ok(());
    }
    let mut batch = store.batch();
    for (key, value) in &found {
        batch.put(Area::Quarantine, *key, value);
    }
    store.commit(batch, Durability::Strict).await
}
