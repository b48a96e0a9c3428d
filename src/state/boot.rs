//! Opening, beginning and giving up a workspace.

use std::cell::Cell;

use leptos::prelude::*;
use web_sys::Blob;

use super::{Workspace, copying, language::current, lock, start, workspace::WITNESS};
use rapport::{
    domain::{change::Change, id::Id, problem::Problem},
    platform::{
        clock, files,
        intl::IntlCollation,
        preferences,
        tabs::{Doorbell, Lock},
    },
    storage::{
        Durability, Store, StoreError, StoreKey,
        indexed_db::IndexedDb,
        moving,
        opening::{self, BootError, Opened},
        rescue, seal,
        sealed::Sealed,
        session::{CommitError, Session},
        witness::Witness,
    },
};

/// The databases: of a workspace that is not sealed, and of one that is. The second counts when it has an
/// envelope.
pub(super) const PLAIN: &str = "rapport";
pub(super) const SEALED: &str = "rapport-sealed";

/// The lock of whoever carries the workspace from one to the other.
pub(super) const MOVING: &str = "rapport-moving";

/// A database, and the seal if it has one.
pub type Disk = Sealed<IndexedDb>;

/// The copies of an envelope, as they are stored.
pub type Copies = Vec<(StoreKey, Vec<u8>)>;

/// How late a browser may hand what one tab has put into `localStorage` to another, in milliseconds. A witness
/// that the database contradicts is read again after it.
const LATE: u32 = 500;

/// How far the app has come.
#[derive(Clone)]
pub enum Boot {
    Opening,
    /// What is here is sealed, and this page has no key.
    Locked(Copies),
    /// Nothing is here yet.
    FirstRun,
    Ready(Workspace),
    Failed(BootError),
}

/// Where the app stands; every page is chosen by it.
#[derive(Clone, Copy)]
pub struct Booting(pub RwSignal<Boot, LocalStorage>);

#[expect(clippy::expect_used, reason = "the root component provides it")]
pub fn use_boot() -> Booting {
    use_context().expect("the boot is provided")
}

impl Booting {
    /// Opens what is there.
    pub fn open(self) {
        self.open_with(true);
    }

    /// Opens what is there though the witness says that there was more.
    pub fn open_anyway(self) {
        start(async move {
            // What goes on from here is another story than the one that the copy tells.
            copying::forget().await;
            self.open_with(false);
        });
    }

    /// Opens the second copy in place of what is there.
    pub fn open_copy(self, failed: impl FnOnce(&StoreError) + 'static) {
        start(async move {
            // It speaks of the workspace that the copy takes the place of.
            preferences::forget(WITNESS);
            match copying::restore().await {
                Ok(()) => {
                    Doorbell::ring_all();
                    self.open();
                }
                Err(error) => failed(&error),
            }
        });
    }

    fn open_with(self, asks_witness: bool) {
        self.0.set(Boot::Opening);
        start(async move {
            let disk = match find_thawed().await {
                Ok(Ok(disk)) => disk,
                Ok(Err(copies)) => return self.0.set(Boot::Locked(copies)),
                Err(error) => return self.0.set(Boot::Failed(error.into())),
            };
            let read = || asks_witness.then(|| preferences::read::<Witness>(WITNESS)).flatten();
            let mut witness = read();
            let opened = loop {
                let opened = opening::open(&disk, witness).await;
                if opened.as_ref().is_err_and(BootError::is_by_witness) {
                    clock::pause(LATE).await;
                    let before = std::mem::replace(&mut witness, read());
                    if witness != before {
                        continue;
                    }
                }
                break opened;
            };
            let opened = match opened {
                Ok(Some(opened)) => return self.0.set(ready(disk, opened)),
                Ok(None) if copying::is_there().await => Some(BootError::Emptied),
                Ok(None) => None,
                Err(error) => Some(error),
            };
            let Some(error) = opened else { return self.0.set(Boot::FirstRun) };
            // The database may be lost while the second copy is there, and sealed.
            let is_missed = error == BootError::Emptied || error.is_by_witness();
            self.0.set(match copying::envelope().await {
                Some(copies) if is_missed && !lock::is_on() => Boot::Locked(copies),
                _ => Boot::Failed(error),
            });
        });
    }

    /// Begins a workspace with these changes in it; `progress` hears how many records are done.
    pub fn begin_with(
        self,
        changes: impl Iterator<Item = Change> + 'static,
        progress: impl Fn(usize) + 'static,
        then: impl FnOnce(Result<(), CommitError>) + 'static,
    ) {
        start(async move {
            let boot = match begin().await {
                Ok((store, opened)) => ready(store, opened),
                Err(error) => return then(Err(error.into())),
            };
            let Boot::Ready(workspace) = &boot else { return };
            match fill(*workspace, changes, progress).await {
                Ok(true) => {
                    then(Ok(()));
                    self.0.set(boot);
                }
                Ok(false) => self.give_up(move |given_up| then(given_up.map_err(Into::into))),
                Err(error) => then(Err(error)),
            }
        });
    }

    /// Removes everything and goes back to the first screen.
    pub fn give_up(self, then: impl FnOnce(Result<(), StoreError>) + 'static) {
        start(async move {
            let removed = remove().await;
            if removed.is_ok() {
                self.0.set(Boot::FirstRun);
            }
            then(removed);
        });
    }

    /// Begins an empty workspace in place of whatever is there; `then` gets it.
    pub fn begin(self, then: impl FnOnce(Result<Workspace, StoreError>) + 'static) {
        start(async move {
            match begin().await {
                Ok((store, opened)) => {
                    let boot = ready(store, opened);
                    if let Boot::Ready(workspace) = &boot {
                        then(Ok(*workspace));
                    }
                    self.0.set(boot);
                }
                Err(error) => then(Err(error)),
            }
        });
    }
}

async fn remove() -> Result<(), StoreError> {
    // Were they left, a crash in between would look like a loss.
    preferences::forget(WITNESS);
    copying::forget().await;
    for name in [SEALED, PLAIN] {
        let seal = lock::seal().filter(|_| name == SEALED);
        let Some(store) = IndexedDb::open_if_there(name).await? else { continue };
        let disk = Sealed { store, seal };
        let mut batch = opening::erase(&disk).await?;
        if name == SEALED {
            seal::delete(&mut batch);
        }
        disk.commit(batch, Durability::Strict).await?;
        disk.store.close();
    }
    lock::forget();
    // What is empty need not go.
    let _ = IndexedDb::delete(SEALED).await;
    Doorbell::ring_all();
    Ok(())
}

fn ready(store: Disk, opened: Opened) -> Boot {
    let findings = opened.report.clone();
    let collation = IntlCollation::new(current());
    Boot::Ready(Workspace::new(store, Session::new(opened), findings, collation))
}

/// The database that counts; or its envelope, where that is sealed and this page has no key.
pub(super) async fn find() -> Result<Result<Disk, Copies>, StoreError> {
    if let Some(seal) = lock::seal() {
        return Ok(Ok(Sealed { store: IndexedDb::open(SEALED).await?, seal: Some(seal) }));
    }
    if let Some(store) = IndexedDb::open_if_there(SEALED).await? {
        let copies = seal::copies(&store).await?;
        // An open database would stand in the way of who deletes it.
        store.close();
        if !copies.is_empty() {
            return Ok(Err(copies));
        }
    }
    Ok(Ok(Sealed::plain(IndexedDb::open(PLAIN).await?)))
}

/// The same; what was left on the way from one to the other is made usable again.
async fn find_thawed() -> Result<Result<Disk, Copies>, StoreError> {
    let mut is_alone = None;
    loop {
        let found = find().await?;
        let Ok(disk) = &found else { return Ok(found) };
        if !moving::is_marked(disk).await? {
            return Ok(found);
        }
        if is_alone.is_some() {
            moving::thaw(disk).await?;
            return Ok(found);
        }
        disk.store.close();
        // Whoever is on the way comes to the end first; then another database may count.
        is_alone = Some(Lock::take(MOVING).await);
    }
}

/// Copies all that is stored, as it is; `then` gets the file.
pub fn copy(then: impl FnOnce(Result<Blob, StoreError>) + 'static) {
    start(async move { then(copied().await) });
}

async fn copied() -> Result<Blob, StoreError> {
    let is_sealed = match IndexedDb::open_if_there(SEALED).await {
        Ok(Some(store)) => seal::copies(&store).await.is_ok_and(|copies| !copies.is_empty()),
        _ => false,
    };
    let name = if is_sealed { SEALED } else { PLAIN };
    let store = IndexedDb::open_as_it_is(name).await?;
    let seal = lock::seal().filter(|_| is_sealed);
    let chunks = rescue::copy(&Sealed { store, seal }).await?;
    files::blob("application/jsonl", chunks.into_iter()).map_err(StoreError::Failed)
}

async fn begin() -> Result<(Disk, Opened), StoreError> {
    // Were they left, a crash in between would look like a loss.
    preferences::forget(WITNESS);
    copying::forget().await;
    let Ok(disk) = find().await? else { return Err(StoreError::Taken) };
    lock::bring_envelope(&disk).await?;
    let id = Id::new(uuid::Uuid::from_bytes(clock::random()));
    let opened = opening::begin(&disk, id).await?;
    lock::begun(&disk).await;
    Doorbell::ring_all();
    Ok((disk, opened))
}

thread_local! {
    // Whether the person has asked to stop what is being filled in.
    static IS_CANCELLED: Cell<bool> = const { Cell::new(false) };
}

/// Stops filling a workspace; what is filled in by then is removed.
pub fn cancel() {
    IS_CANCELLED.with(|cancelled| cancelled.set(true));
}

/// Puts many changes on disk one after the other and says how many records are done. The last change is
/// synced, and all others with it. Returns whether it came to the end.
async fn fill(
    workspace: Workspace,
    changes: impl Iterator<Item = Change>,
    progress: impl Fn(usize),
) -> Result<bool, CommitError> {
    IS_CANCELLED.with(|cancelled| cancelled.set(false));
    let mut changes = changes.peekable();
    let mut done = 0;
    while let Some(change) = changes.next() {
        done += change.touches.len();
        let durability =
            if changes.peek().is_some() { Durability::Relaxed } else { Durability::Strict };
        // The book is this tab's alone, so the change is asked for once.
        let change = Cell::new(Some(change));
        workspace.save(durability, &|_| change.take().ok_or(Problem::Overtaken)).await?;
        progress(done);
        clock::pause(0).await;
        if IS_CANCELLED.with(Cell::get) {
            return Ok(false);
        }
    }
    Ok(true)
}
