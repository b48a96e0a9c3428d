//! What was typed and is not saved yet, in `sessionStorage`: it outlives a reload of its tab, and no
//! other tab sees it.

use gloo_storage::{SessionStorage, Storage};
use serde::{Serialize, de::DeserializeOwned};

/// A draft, or `None` when it is not there or not readable.
pub fn read<T: DeserializeOwned>(name: &str) -> Option<T> {
    SessionStorage::get(format!("rapport.draft.{name}")).ok()
}

/// Keeps a draft. A browser that refuses forgets it with the page, and nothing else.
pub fn write<T: Serialize>(name: &str, draft: &T) {
    // See above.
    let _ = SessionStorage::set(format!("rapport.draft.{name}"), draft);
}

pub fn forget(name: &str) {
    SessionStorage::delete(format!("rapport.draft.{name}"));
}
