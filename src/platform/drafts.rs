//! What was typed and is not saved yet, in `sessionStorage`: it outlives a reload of its tab, and no
//! other tab sees it. While the workspace is sealed it is kept in memory alone, since what lies in a storage of
//! the browser can be read by others.

use std::{cell::RefCell, collections::BTreeMap};

use gloo_storage::{SessionStorage, Storage};
use serde::{Serialize, de::DeserializeOwned};

const PREFIX: &str = "rapport.draft.";

thread_local! {
    // Drafts of a sealed workspace, as JSON; nothing where it is not sealed.
    static HELD: RefCell<Option<BTreeMap<String, String>>> = const { RefCell::new(None) };
}

/// Says whether the workspace is sealed. If it is, what lies in the storage goes.
pub fn seal(is_sealed: bool) {
    HELD.with(|held| held.replace(is_sealed.then(BTreeMap::new)));
    if is_sealed {
        let storage = SessionStorage::raw();
        let names =
            (0..storage.length().unwrap_or_default()).filter_map(|at| storage.key(at).ok()?);
        let names: Vec<String> = names.filter(|name| name.starts_with(PREFIX)).collect();
        for name in names {
            SessionStorage::delete(name);
        }
    }
}

/// A draft, or `None` when it is not there or not readable.
pub fn read<T: DeserializeOwned>(name: &str) -> Option<T> {
    HELD.with(|held| match &*held.borrow() {
        Some(held) => serde_json::from_str(held.get(name)?).ok(),
        None => SessionStorage::get(format!("{PREFIX}{name}")).ok(),
    })
}

/// Keeps a draft. A browser that refuses forgets it with the page, and nothing else.
pub fn write<T: Serialize>(name: &str, draft: &T) {
    HELD.with(|held| match &mut *held.borrow_mut() {
        Some(held) => {
            held.extend(serde_json::to_string(draft).map(|draft| (name.to_owned(), draft)));
        }
        None => {
            // See above.
            let _ = SessionStorage::set(format!("{PREFIX}{name}"), draft);
        }
    });
}

pub fn forget(name: &str) {
    HELD.with(|held| match &mut *held.borrow_mut() {
        Some(held) => {
            held.remove(name);
        }
        None => SessionStorage::delete(format!("{PREFIX}{name}")),
    });
}
