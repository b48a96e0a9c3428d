//! Letting old changes go: one entry takes the place of the journal's beginning, and makes what there was by then.
//!
//! The journal stays whole: the workspace can be rebuilt from it as before, its chain of checksums goes on, and
//! what it still has can be taken back. What was let go can be neither seen nor taken back any more.

use std::{cell::RefCell, fmt};

use super::{
    Area, Batch, Durability, Store, StoreError, StoreKey,
    checkpoint::Checkpoints,
    head::FORMAT,
    history,
    journal::{self, Encoded, Encoding, Header},
    opening::{self, Replay},
    session::{CommitError, Pace, SLICE, Session, Stage},
};
use crate::domain::{
    book::Book,
    change::{Action, Cause, Label, Step, Touch},
    id::RecordType,
    record::Record,
    value::time::Time,
};

/// So many of the newest changes stay in the app, however old they are.
pub const KEPT: u32 = 100;

/// How many entries are read at once.
const ENTRIES: u64 = 32;

/// What the journal has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// How many changes can be seen.
    pub changes: usize,
    /// When the first of them was made, or what was before it let go.
    pub since: Option<Time>,
    /// The room that it takes in the database.
    pub bytes: usize,
}

/// Looks how much of a history there is.
pub async fn extent<S: Store>(store: &S) -> Result<Extent, StoreError> {
    let mut extent = Extent::default();
    store
        .read(Area::Journal, StoreKey::FIRST, StoreKey::LAST, &mut |key, value| {
            extent.bytes += value.len();
            let header = journal::decode_header(key, &value).ok();
            let is_base = header.as_ref().is_some_and(|it| it.cause.is_base());
            extent.changes += usize::from(!is_base);
            extent.since = extent.since.or(header.map(|header| header.at));
        })
        .await?;
    store
        .read(Area::JournalParts, StoreKey::FIRST, StoreKey::LAST, &mut |_, value| {
            extent.bytes += value.len();
        })
        .await?;
    Ok(extent)
}

/// The entry that makes all records of a book, in place of the one at a position whose checksum this is.
pub fn base(book: &Book, position: u64, checksum: u64, at: Time) -> Result<Encoded, fmt::Error> {
    let mut encoding = begin(book, position, checksum, at)?;
    for (on, record) in book.everything() {
        encoding.write(&[made(on, record)])?;
    }
    Ok(encoding.finish())
}

fn begin(book: &Book, position: u64, checksum: u64, at: Time) -> Result<Encoding, fmt::Error> {
    let on = RecordType::Person;
    let count = u32::try_from(book.table(on).len()).unwrap_or(u32::MAX);
    Encoding::begin(Header {
        position,
        chain: 0,
        at,
        cause: Cause::Base(checksum),
        label: Label { action: Action::Create, on, name: "".into(), count },
        touches: book.len() as u64,
    })
}

fn made(on: RecordType, record: &Record) -> Touch {
    Touch { on, id: record.id, step: Step::Create(record.fields.clone()) }
}

/// Lets go of the changes before a moment, but for so many of the newest. Returns how many are gone.
///
/// The journal is followed to its end first, and what it comes to is compared with the book: where that is
/// something else, or an entry is damaged, nothing is let go and the answer is [`CommitError::Unreadable`].
/// Nothing may change the book meanwhile, and no other tab may do the same.
pub async fn shorten<S: Store>(
    store: &S,
    session: &RefCell<Session>,
    before: Time,
    kept: u64,
    pace: &impl Pace,
) -> Result<usize, CommitError> {
    let tip = session.borrow().tip;
    let most = checkpoint(&session.borrow()).min(tip.position.saturating_sub(kept));
    let headers = history::headers(store, tip.position, tip.position).await?;
    let is_old = |header: &Header| header.position <= most && header.at < before;
    let Some(until) = headers.iter().find(|it| is_old(it)).map(|it| it.position) else {
        return Ok(0);
    };
    let is_gone = |header: &&Header| header.position <= until && !header.cause.is_base();
    let gone = headers.iter().filter(is_gone).count();
    let Some(first) = headers.last().map(|it| it.position).filter(|_| gone > 0) else {
        return Ok(0);
    };
    drop(headers);

    let (mut replay, mut base) = (Replay::new(tip.store), None);
    let mut next = first;
    while next <= tip.position {
        let last = tip.position.min(next + ENTRIES - 1);
        let mut stored = history::stored(store, last, last + 1 - next).await?;
        // They come newest first.
        while let Some(stored) = stored.pop() {
            let entry = stored.entry().ok_or(CommitError::Unreadable)?;
            let at = entry.header.at;
            if !replay.follow(entry) {
                return Err(CommitError::Unreadable);
            }
            let (done, of) = (replay.tip.position - first, tip.position - first);
            pace.pause(Stage::Reading, small(done), small(of)).await?;
            if replay.tip.position == until {
                base = Some(write(&replay, at, pace).await?);
            }
        }
        next = last + 1;
    }
    let is_same = replay.tip == tip && session.borrow().book.disagreements(&replay.book).is_empty();
    let base = base.filter(|_| is_same).ok_or(CommitError::Unreadable)?;
    drop(replay);

    let mut batch = store.batch();
    opening::guard(tip.store, &mut batch);
    for area in [Area::Journal, Area::JournalParts] {
        batch.delete(area, StoreKey::FIRST, StoreKey(until, StoreKey::LAST.1, StoreKey::LAST.2));
    }
    let parts = base.parts();
    let count = parts.len();
    for (nth, part) in parts.enumerate() {
        part.add_to(&mut batch);
        pace.pause(Stage::Packing, nth, count).await?;
    }
    pace.pause(Stage::Storing, 0, 1).await?;
    store.commit(batch, Durability::Strict).await?;
    session.borrow_mut().undoable.forget(until);
    Ok(gone)
}

/// Up to where no opening needs the journal: whatever opens from pages needs the changes since. A version to
/// which this form of the journal is unknown must find a head that it refuses.
fn checkpoint(session: &Session) -> u64 {
    let Checkpoints { newest, before, .. } = &session.checkpoints;
    let heads = [Some(newest), before.as_ref()].into_iter().flatten();
    heads.map(|it| it.position).min().filter(|_| newest.format == FORMAT).unwrap_or_default()
}

async fn write(replay: &Replay, at: Time, pace: &impl Pace) -> Result<Encoded, CommitError> {
    let failed = |error: fmt::Error| StoreError::Failed(error.to_string());
    let Replay { book, tip } = replay;
    let mut encoding = begin(book, tip.position, tip.chain, at).map_err(failed)?;
    for (nth, (on, record)) in book.everything().enumerate() {
        encoding.write(&[made(on, record)]).map_err(failed)?;
        if nth % SLICE == 0 {
            pace.pause(Stage::Writing, nth, book.len()).await?;
        }
    }
    Ok(encoding.finish())
}

fn small(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
