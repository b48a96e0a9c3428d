//! The second copy of the workspace, in files outside the database; see [`mirror`].

use std::pin::Pin;

use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::{
    boot::{self, Copies, Disk},
    lock, start,
};
use rapport::{
    domain::id::Id,
    platform::{clock, tabs::Lock},
    storage::{
        StoreError, StoreKey,
        mirror::{self, Copied},
        opening,
        outside::Outside,
        seal::{self, Envelope},
        sealed::SealedFolder,
    },
};

/// The folder, and the lock of whoever writes there.
const NAME: &str = "rapport-mirror";

/// Whether there is something of a copy.
pub async fn is_there() -> bool {
    Outside::has_files(NAME).await
}

/// The copies of the envelope under which it lies; nothing where it is not sealed.
pub async fn envelope() -> Option<Copies> {
    if is_there().await { read_envelope().await.ok().flatten() } else { None }
}

type Reading = Pin<Box<dyn Future<Output = Option<Copies>>>>;

// The first screen does without.
#[wasm_split(everyday, fallible, return_wrapper(let read = _; { Ok(read?.await) } -> Result<Option<Copies>, SplitLoaderError>))]
fn read_envelope() -> Result<Reading, SplitLoaderError> {
    Ok(Box::pin(async {
        let envelope = folder().await.ok()?.envelope().await.ok()??;
        Some(vec![(StoreKey::FIRST, envelope)])
    }))
}

/// The folder, with the seal of this page.
async fn folder() -> Result<SealedFolder<Outside>, StoreError> {
    Ok(SealedFolder { folder: Outside::open(NAME).await?, seal: lock::seal() })
}

/// Brings the copy to the newest checkpoint, unless another tab is at it.
pub async fn follow(store: &Disk) {
    if let Some(_lock) = Lock::take_if_free(NAME).await {
        // Without a copy, or with an older one, all works as well. The next checkpoint tries again.
        let _ = try_follow(store).await;
    }
}

async fn try_follow(store: &Disk) -> Result<(), StoreError> {
    // Where the database is gone, the copy belongs to what took its place.
    if opening::heads(store).await?.is_none() {
        return Ok(());
    }
    let envelope = match &store.seal {
        Some(_) => Envelope::read(&seal::copies(store).await?).ok(),
        None => None,
    };
    if store.seal.is_some() != envelope.is_some() {
        return Ok(());
    }
    let folder = SealedFolder { folder: Outside::open(NAME).await?, seal: store.seal.clone() };
    folder.agree(envelope.as_ref()).await?;
    mirror::follow(store, &folder).await
}

/// Removes the copy, and keeps whoever would write it from doing so until that is done.
pub async fn forget() {
    let _lock = Lock::take(NAME).await;
    Outside::remove(NAME).await;
}

/// Says what the copy has; nothing where there is none that can be read.
pub fn look(then: impl FnOnce(Option<Copied>) + 'static) {
    start(async move { then(copied().await) });
}

async fn copied() -> Option<Copied> {
    let folder = folder().await.ok()?;
    let (_, opened) = mirror::open(&folder).await.ok().flatten()?;
    Some(mirror::copied(&opened))
}

/// Puts the copy in place of whatever the database holds.
pub async fn restore() -> Result<(), StoreError> {
    let _lock = Lock::take(NAME).await;
    let folder = folder().await?;
    let copy = mirror::open(&folder).await?;
    let (copy, _) = copy.ok_or_else(|| StoreError::Failed("there is no copy".to_owned()))?;
    let Ok(store) = boot::find().await? else { return Err(StoreError::Taken) };
    lock::bring_envelope(&store).await?;
    let id = Id::new(uuid::Uuid::from_bytes(clock::random()));
    mirror::restore(&copy, &store, id).await
}
