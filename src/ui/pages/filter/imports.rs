//! The imports that a condition can be about.

use leptos::prelude::*;

use crate::state::{Workspace, start};
use rapport::storage::journal::Header;

/// The imports of the journal, read when they are first asked for.
#[derive(Clone, Copy)]
pub(super) struct Imports {
    workspace: Workspace,
    known: RwSignal<Option<Vec<Header>>>,
    is_asked: StoredValue<bool>,
}

impl Imports {
    pub(super) fn new(workspace: Workspace) -> Self {
        Self { workspace, known: RwSignal::new(None), is_asked: StoredValue::new(false) }
    }

    /// Newest first. `None` while they are being read.
    pub(super) fn get(self) -> Option<Vec<Header>> {
        if !self.is_asked.get_value() {
            self.is_asked.set_value(true);
            start(async move {
                // What could not be read is asked for again. The panel may be gone by now.
                match self.workspace.imports().await {
                    Ok(imports) => drop(self.known.try_set(Some(imports))),
                    Err(_) => drop(self.is_asked.try_set_value(false)),
                }
            });
        }
        self.known.get()
    }
}
