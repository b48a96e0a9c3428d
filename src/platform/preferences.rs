//! Small things that belong to this browser and not to the workspace, in `localStorage`.

use gloo_storage::{LocalStorage, Storage};
use serde::{Serialize, de::DeserializeOwned};

/// A preference, or `None` when it is not there or not readable.
pub fn read<T: DeserializeOwned>(name: &str) -> Option<T> {
    LocalStorage::get(format!("rapport.{name}")).ok()
}

/// Keeps a preference. Returns whether it could be kept: a browser may refuse.
pub fn write<T: Serialize>(name: &str, value: &T) -> bool {
    LocalStorage::set(format!("rapport.{name}"), value).is_ok()
}

pub fn forget(name: &str) {
    LocalStorage::delete(format!("rapport.{name}"));
}
