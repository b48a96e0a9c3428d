//! How old the last backup is, and the button that makes another.

use leptos::prelude::*;

use crate::{
    state::{language::use_words, toasts::use_toasts, use_workspace},
    ui::{later, reminder},
};

#[component]
pub(super) fn Backup() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();

    view! {
        <p>{move || reminder::last(words, workspace)}</p>
        <div>
            <button class="button" id="home-backup-save" type="button" on:click=move |_| later::save_backup(words, toasts, workspace)>
                {words.text("home-backup-save")}
            </button>
        </div>
    }
}
