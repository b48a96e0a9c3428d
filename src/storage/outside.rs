//! Where the second copy lies: in the origin private file system, or in cache storage where the browser has none.

use std::collections::BTreeSet;

use super::{StoreError, cached::Cached, mirror::Folder, opfs::Opfs};

/// A folder outside the database.
pub enum Outside {
    Files(Opfs),
    Cache(Cached),
}

impl Outside {
    /// Opens a folder, which is made where there is none. One that was made in cache storage stays there.
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        if !Cached::is_there(name).await
            && let Ok(folder) = Opfs::open(name).await
        {
            return Ok(Self::Files(folder));
        }
        Cached::open(name).await.map(Self::Cache)
    }

    /// Whether there is such a folder, and something in it.
    pub async fn has_files(name: &str) -> bool {
        Opfs::has_files(name).await || Cached::is_there(name).await
    }

    /// Removes a folder with all that is in it, wherever it is.
    pub async fn remove(name: &str) {
        // An error says that there is none.
        let _ = Opfs::remove(name).await;
        let _ = Cached::remove(name).await;
    }
}

impl Folder for Outside {
    async fn names(&self) -> Result<BTreeSet<String>, StoreError> {
        match self {
            Self::Files(folder) => folder.names().await,
            Self::Cache(folder) => folder.names().await,
        }
    }

    async fn read(&self, name: &str) -> Result<Vec<u8>, StoreError> {
        match self {
            Self::Files(folder) => folder.read(name).await,
            Self::Cache(folder) => folder.read(name).await,
        }
    }

    async fn write(&self, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
        match self {
            Self::Files(folder) => folder.write(name, bytes).await,
            Self::Cache(folder) => folder.write(name, bytes).await,
        }
    }

    async fn remove(&self, name: &str) -> Result<(), StoreError> {
        match self {
            Self::Files(folder) => folder.remove(name).await,
            Self::Cache(folder) => folder.remove(name).await,
        }
    }
}
