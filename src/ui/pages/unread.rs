//! Reading the journal for a page, and what stands there where it could not be read.

use leptos::prelude::*;

use crate::state::language::use_words;
use rapport::storage::StoreError;

/// Whether the journal could be read the last time, and the wish to read it again.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    has_failed: RwSignal<bool>,
    again: Trigger,
}

impl Reading {
    pub(super) fn new() -> Self {
        Self { has_failed: RwSignal::new(false), again: Trigger::new() }
    }

    /// To be called by the effect that reads.
    pub(super) fn track(self) {
        self.again.track();
    }

    pub(super) fn has_failed(self) -> bool {
        self.has_failed.get()
    }

    /// Takes note of how reading has ended. The page may be gone by now.
    pub(super) fn ended<T>(self, read: Result<T, StoreError>) -> Option<T> {
        let _ = self.has_failed.try_set(read.is_err());
        read.ok()
    }
}

/// Says that the journal could not be read, and asks for it again.
#[component]
pub(super) fn Unread(reading: Reading) -> impl IntoView {
    let words = use_words();

    view! {
        <Show when=move || reading.has_failed()>
            <div class="notice" data-level="error" role="alert">
                <p class="notice__text">{words.text("history-unread")}</p>
                <button class="button" type="button" on:click=move |_| reading.again.notify()>{words.text("try-again")}</button>
            </div>
        </Show>
    }
}
