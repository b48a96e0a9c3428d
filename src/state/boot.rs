//! Opening, beginning and giving up a workspace.

use leptos::prelude::*;

use super::{Workspace, language::current, start, workspace::WITNESS};
use crate::{
    domain::{change::Change, id::Id},
    platform::{clock, intl::IntlCollation, preferences},
    storage::{
        Durability, StoreError,
        indexed_db::IndexedDb,
        opening::{self, BootError, Opened},
        session::{CommitError, Session},
        witness::Witness,
    },
};

/// The name of the database.
const NAME: &str = "rapport";

/// How far the app has come.
#[derive(Clone)]
pub enum Boot {
    Opening,
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
        self.open_with(preferences::read::<Witness>(WITNESS));
    }

    /// Opens what is there though the witness says that there was more.
    pub fn open_anyway(self) {
        self.open_with(None);
    }

    fn open_with(self, witness: Option<Witness>) {
        self.0.set(Boot::Opening);
        start(async move {
            self.0.set(match open(witness).await {
                Ok(Some((store, opened))) => ready(store, opened),
                Ok(None) => Boot::FirstRun,
                Err(error) => Boot::Failed(error),
            });
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

fn ready(store: IndexedDb, opened: Opened) -> Boot {
    let findings = opened.report.clone();
    let collation = IntlCollation::new(current());
    Boot::Ready(Workspace::new(store, Session::new(opened), findings, collation))
}

async fn open(witness: Option<Witness>) -> Result<Option<(IndexedDb, Opened)>, BootError> {
    let store = IndexedDb::open(NAME).await?;
    let opened = opening::open(&store, witness).await?;
    Ok(opened.map(|opened| (store, opened)))
}

async fn begin() -> Result<(IndexedDb, Opened), StoreError> {
    let store = IndexedDb::open(NAME).await?;
    // Were it left, a crash in between would look like a loss.
    preferences::forget(WITNESS);
    let id = Id::new(uuid::Uuid::from_bytes(clock::random()));
    let opened = opening::begin(&store, id).await?;
    Ok((store, opened))
}

/// Puts many changes on disk one after the other and says how far it is. The last one is synced.
pub async fn fill(
    workspace: Workspace,
    changes: impl Iterator<Item = Change>,
    mut progress: impl FnMut(usize) -> bool,
) -> Result<(), CommitError> {
    let mut changes = changes.peekable();
    let mut done = 0;
    while let Some(change) = changes.next() {
        done += change.touches.len();
        let durability =
            if changes.peek().is_some() { Durability::Relaxed } else { Durability::Strict };
        let change = std::cell::RefCell::new(Some(change));
        workspace
            .save(durability, |_| change.take().ok_or(crate::domain::problem::Problem::NothingLeft))
            .await?;
        if !progress(done) {
            break;
        }
        clock::pause(0).await;
    }
    Ok(())
}
