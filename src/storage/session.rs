//! A tab's hold on the workspace: the book, where the journal ends, and how a change gets there.
//!
//! A change is on disk before the book has it. When another tab was quicker, its changes are applied
//! and the same edit is asked again of the book as it then is.

use std::cell::RefCell;

use super::{
    Durability, Store, StoreError,
    checkpoint::Checkpoints,
    frame::Damage,
    history,
    journal::{Encoded, Encoding, Entry},
    opening::{self, Opened, Tip},
    witness::Witness,
};
use crate::domain::{
    book::{Applying, Book, Checked, Touched},
    change::{Cause, Change, Label},
    edit::{Making, revert::Undoable},
    problem::Problem,
};

/// How many records are written or read at once.
pub(super) const SLICE: usize = 500;

/// How far back undo reaches after a reload, in changes.
pub const UNDO_MOST: u64 = 1_000;

/// What a tab knows.
#[derive(Debug)]
pub struct Session {
    pub book: Book,
    pub tip: Tip,
    pub checkpoints: Checkpoints,
    pub undoable: Undoable,
}

/// Why a change did not come about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommitError {
    Problem(Problem),
    Store(StoreError),
    /// The store holds another workspace by now: a tab has begun anew. Reload.
    Replaced,
    /// The journal holds an entry that this tab cannot read or apply. Reload, which repairs.
    Unreadable,
    /// The person wants no more of it. Nothing was stored.
    Cancelled,
}

/// What long work is about, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Stored values are opened and read, for what is to be taken back.
    Opening,
    Reading,
    /// The change is made, checked, brought into its stored form, and gathered.
    Making,
    Checking,
    Writing,
    Packing,
    /// The transaction is open: it is too late to change one's mind.
    Storing,
    /// What is on disk comes into the book.
    Applying,
}

/// How long work goes on. It is asked between slices.
#[expect(
    async_fn_in_trait,
    reason = "wasm has one thread; no caller needs the futures to be `Send`"
)]
pub trait Pace {
    /// Lets others do something, if it is time. `Err` ends the work.
    async fn pause(&self, stage: Stage, done: usize, of: usize) -> Result<(), CommitError>;
}

/// Work that nobody waits for: all at once.
pub struct AtOnce;

impl Pace for AtOnce {
    async fn pause(&self, _: Stage, _: usize, _: usize) -> Result<(), CommitError> {
        Ok(())
    }
}

impl CommitError {
    /// What is wrong with the edit itself, where that is the reason.
    pub fn problem(&self) -> Option<&Problem> {
        if let Self::Problem(problem) = self { Some(problem) } else { None }
    }
}

impl From<Problem> for CommitError {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<StoreError> for CommitError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl Session {
    pub fn new(opened: Opened) -> Self {
        let Opened { book, tip, checkpoints, .. } = opened;
        Self { book, tip, checkpoints, undoable: Undoable::default() }
    }

    pub fn witness(&self) -> Witness {
        Witness {
            store: self.tip.store,
            position: self.tip.position,
            records: self.book.len() as u64,
        }
    }

    fn accept(
        &mut self,
        position: u64,
        checksum: u64,
        change: Change,
        touched: &mut Touched,
    ) -> Result<(), CommitError> {
        self.book.check(&change).map_err(|_| CommitError::Unreadable)?;
        let cause = change.cause;
        let new = self.book.apply_checked(change);
        self.accept_applied(position, checksum, cause, new, touched);
        Ok(())
    }

    fn accept_applied(
        &mut self,
        position: u64,
        checksum: u64,
        cause: Cause,
        new: Touched,
        touched: &mut Touched,
    ) {
        self.tip.position = position;
        self.tip.chain = checksum;
        self.undoable.follow(position, cause);
        self.checkpoints.follow(position, &new);
        touched.extend(new);
    }

    fn follow(
        &mut self,
        entries: Vec<Result<Entry, (u64, Damage)>>,
        touched: &mut Touched,
    ) -> Result<(), CommitError> {
        for entry in entries {
            let Ok(entry) = entry else { return Err(CommitError::Unreadable) };
            let position = entry.header.position;
            if position <= self.tip.position {
                continue;
            }
            if position != self.tip.position + 1 || entry.header.chain != self.tip.chain {
                return Err(CommitError::Replaced);
            }
            self.accept(position, entry.checksum, entry.change, touched)?;
        }
        Ok(())
    }
}

/// Asks `edit` for a change, puts it on disk, then into the book. Returns every record that is another
/// one now, those that other tabs have changed meanwhile included, even when the edit itself failed.
///
/// An edit that touches nothing is not written.
pub async fn commit<S: Store>(
    store: &S,
    session: &RefCell<Session>,
    durability: Durability,
    edit: impl Fn(&Book) -> Result<Change, Problem>,
) -> (Touched, Result<(), CommitError>) {
    let edit = |book: &Book| Ok(Box::new(edit(book)?) as Box<dyn Making>);
    let (touched, result) = commit_long(store, session, durability, &edit, &AtOnce).await;
    (touched, result.map(|_| ()))
}

/// An edit whose change is made in slices.
pub type Edit<'a> = dyn Fn(&Book) -> Result<Box<dyn Making>, Problem> + 'a;

/// The same in slices, and says what was done; `None` where there was nothing to do.
///
/// Nothing else may change the book meanwhile. Until the transaction opens nothing is stored, and from then
/// on nothing is asked: so whoever cancels leaves nothing behind.
pub async fn commit_long<S: Store>(
    store: &S,
    session: &RefCell<Session>,
    durability: Durability,
    edit: &Edit<'_>,
    pace: &impl Pace,
) -> (Touched, Result<Option<Label>, CommitError>) {
    let mut touched = Touched::default();
    let result = try_commit(store, session, durability, edit, pace, &mut touched).await;
    (touched, result)
}

async fn try_commit<S: Store>(
    store: &S,
    session: &RefCell<Session>,
    durability: Durability,
    edit: &Edit<'_>,
    pace: &impl Pace,
    touched: &mut Touched,
) -> Result<Option<Label>, CommitError> {
    loop {
        let change = make(session, edit, pace).await?;
        if change.touches.is_empty() {
            return Ok(None);
        }
        // An edit that does not fit its own book is an error of ours; it must not reach the journal.
        check(session, &change, pace).await?;
        let encoded = encode(session, &change, pace).await?;
        let mut batch = store.batch();
        opening::guard(session.borrow().tip.store, &mut batch);
        let parts = encoded.parts();
        let count = parts.len();
        for (nth, part) in parts.enumerate() {
            part.add_to(&mut batch);
            pace.pause(Stage::Packing, nth, count).await?;
        }
        let position = encoded.header.position;
        let (label, checksum) = (encoded.header.label.clone(), encoded.checksum);
        drop(encoded);
        pace.pause(Stage::Storing, 0, 1).await?;
        match store.commit(batch, durability).await {
            Ok(()) => {
                let cause = change.cause;
                let new = apply(session, change, pace).await;
                session.borrow_mut().accept_applied(position, checksum, cause, new, touched);
                return Ok(Some(label));
            }
            Err(StoreError::Taken) => {
                // A connection that broke after the disk had said yes may have left this very entry.
                let ours = history::entry(store, position)
                    .await?
                    .is_some_and(|entry| entry.checksum == checksum);
                let tip = catch_up_with(store, session, touched).await?;
                if ours {
                    return Ok(Some(label));
                }
                if tip.position < position {
                    return Err(CommitError::Unreadable);
                }
            }
            Err(error) => return Err(error.into()),
        }
    }
}

async fn make(
    session: &RefCell<Session>,
    edit: &Edit<'_>,
    pace: &impl Pace,
) -> Result<Change, CommitError> {
    let mut making = edit(&session.borrow().book)?;
    loop {
        let (done, of) = making.go_on(&session.borrow().book);
        if done >= of {
            return Ok(making.finish());
        }
        pace.pause(Stage::Making, done, of).await?;
    }
}

async fn check(
    session: &RefCell<Session>,
    change: &Change,
    pace: &impl Pace,
) -> Result<(), CommitError> {
    let (mut checked, mut done) = (Checked::default(), 0);
    for touches in change.touches.chunks(SLICE) {
        session.borrow().book.check_some(touches, &mut checked).map_err(Problem::from)?;
        done += touches.len();
        pace.pause(Stage::Checking, done, change.touches.len()).await?;
    }
    Ok(())
}

async fn encode(
    session: &RefCell<Session>,
    change: &Change,
    pace: &impl Pace,
) -> Result<Encoded, CommitError> {
    let failed = |error: std::fmt::Error| StoreError::Failed(error.to_string());
    let tip = session.borrow().tip;
    let mut encoding = Encoding::new(tip.position + 1, tip.chain, change).map_err(failed)?;
    let mut written = 0;
    for touches in change.touches.chunks(SLICE) {
        encoding.write(touches).map_err(failed)?;
        written += touches.len();
        pace.pause(Stage::Writing, written, change.touches.len()).await?;
    }
    Ok(encoding.finish())
}

/// Brings into the book what is on disk.
async fn apply(session: &RefCell<Session>, change: Change, pace: &impl Pace) -> Touched {
    let count = change.touches.len();
    let mut applying = Applying::new(change);
    while session.borrow_mut().book.apply_some(&mut applying, SLICE) {
        // It is too late to have no more of it.
        let _ = pace.pause(Stage::Applying, applying.touched.records.len(), count).await;
    }
    applying.touched
}

/// Reads and applies what other tabs have written.
pub async fn catch_up<S: Store>(
    store: &S,
    session: &RefCell<Session>,
) -> (Touched, Result<(), CommitError>) {
    let mut touched = Touched::default();
    let result = catch_up_with(store, session, &mut touched).await;
    (touched, result.map(|_| ()))
}

async fn catch_up_with<S: Store>(
    store: &S,
    session: &RefCell<Session>,
    touched: &mut Touched,
) -> Result<Tip, CommitError> {
    let tip = session.borrow().tip;
    let entries = opening::entries(store, tip.position).await?;
    let heads = opening::heads(store).await?;
    let Some((newest, before)) = heads else { return Err(CommitError::Replaced) };
    let mut session = session.borrow_mut();
    if newest.store != session.tip.store {
        return Err(CommitError::Replaced);
    }
    session.follow(entries, touched)?;
    session.checkpoints.found(newest, before);
    Ok(session.tip)
}

/// Makes a checkpoint at one go. The app makes it in slices, see `state`.
pub async fn checkpoint<S: Store>(store: &S, session: &RefCell<Session>) -> Result<(), StoreError> {
    let draft = {
        let session = session.borrow();
        let Session { book, tip, checkpoints, .. } = &*session;
        let Some(mut draft) = checkpoints.draft(book, tip.position, tip.chain, store.batch())
        else {
            return Ok(());
        };
        draft
            .write_some(book, usize::MAX)
            .and_then(|_| draft.finish(checkpoints))
            .map_err(|error| StoreError::Failed(error.to_string()))?;
        draft
    };
    finish_checkpoint(store, session, draft).await
}

/// Commits a finished draft. That another tab has made a checkpoint is no error: it is taken over.
pub async fn finish_checkpoint<S: Store>(
    store: &S,
    session: &RefCell<Session>,
    draft: super::checkpoint::Draft<S::Batch>,
) -> Result<(), StoreError> {
    let (mut batch, written) = draft.split();
    opening::guard(session.borrow().tip.store, &mut batch);
    match store.commit(batch, Durability::Relaxed).await {
        Ok(()) => session.borrow_mut().checkpoints.written(written),
        Err(StoreError::Taken) => {
            if let Some((newest, before)) = opening::heads(store).await? {
                session.borrow_mut().checkpoints.found(newest, before);
            }
        }
        Err(error) => return Err(error),
    }
    Ok(())
}

/// Fills in what can be undone and redone, from the journal.
pub async fn load_undoable<S: Store>(
    store: &S,
    session: &RefCell<Session>,
) -> Result<(), StoreError> {
    let until = session.borrow().tip.position;
    let mut undoable = history::undoable(store, until, UNDO_MOST).await?;
    let mut session = session.borrow_mut();
    // Changes made while the journal was read have been followed already.
    for position in &session.undoable.undo {
        undoable.redo.clear();
        undoable.undo.push(*position);
    }
    session.undoable = undoable;
    Ok(())
}
