//! The second copy of the workspace, in files outside the database; see [`mirror`].

use super::start;
use rapport::{
    domain::id::Id,
    platform::{clock, tabs::Lock},
    storage::{
        StoreError,
        indexed_db::IndexedDb,
        mirror::{self, Copied},
        opfs::Opfs,
    },
};

/// The folder, and the lock of whoever writes there.
const NAME: &str = "rapport-mirror";

/// Whether there is something of a copy.
pub async fn is_there() -> bool {
    Opfs::has_files(NAME).await
}

/// Brings the copy to the newest checkpoint, unless another tab is at it.
pub async fn follow(store: &IndexedDb) {
    if let Some(_lock) = Lock::take_if_free(NAME).await
        && let Ok(folder) = Opfs::open(NAME).await
    {
        // Without a copy, or with an older one, all works as well. The next checkpoint tries again.
        let _ = mirror::follow(store, &folder).await;
    }
}

/// Removes the copy, and keeps whoever would write it from doing so until that is done.
pub async fn forget() {
    let _lock = Lock::take(NAME).await;
    // Where there are no such files, none is left.
    let _ = Opfs::remove(NAME).await;
}

/// Says what the copy has; nothing where there is none that can be read.
pub fn look(then: impl FnOnce(Option<Copied>) + 'static) {
    start(async move { then(copied().await) });
}

async fn copied() -> Option<Copied> {
    let folder = Opfs::open(NAME).await.ok()?;
    let (_, opened) = mirror::open(&folder).await.ok().flatten()?;
    Some(mirror::copied(&opened))
}

/// Puts the copy in place of whatever the database holds.
pub async fn restore(database: &str) -> Result<(), StoreError> {
    let _lock = Lock::take(NAME).await;
    let folder = Opfs::open(NAME).await?;
    let copy = mirror::open(&folder).await?;
    let (copy, _) = copy.ok_or_else(|| StoreError::Failed("there is no copy".to_owned()))?;
    let store = IndexedDb::open(database).await?;
    let id = Id::new(uuid::Uuid::from_bytes(clock::random()));
    mirror::restore(&copy, &store, id).await
}
