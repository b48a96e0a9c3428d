//! A browser's profile folder: what the browser remembers, from one start to the next.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::settings;

/// A new profile, deleted when dropped. Start browsers with it one after the other.
pub struct Profile {
    folder: TempDir,
}

impl Profile {
    pub fn new() -> Result<Self> {
        let parent = settings()?.output.join("e2e/profiles");
        fs::create_dir_all(&parent)
            .with_context(|| format!("the folder {} cannot be made", parent.display()))?;
        Ok(Self { folder: TempDir::with_prefix_in("profile-", parent)? })
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}
