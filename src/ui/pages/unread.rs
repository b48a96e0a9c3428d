//! What stands where the journal could not be read.

use leptos::prelude::*;

use crate::state::language::use_words;

/// Says so, and asks for it again.
#[component]
pub(super) fn Unread(again: Trigger) -> impl IntoView {
    let words = use_words();

    view! {
        <div class="notice" data-level="error" role="alert">
            <p class="notice__text">{words.text("history-unread")}</p>
            <button class="button" type="button" on:click=move |_| again.notify()>{words.text("try-again")}</button>
        </div>
    }
}
