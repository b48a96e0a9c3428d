//! Everything in one file, to take home.

use leptos::prelude::*;

use crate::state::{
    Workspace,
    language::{Words, use_words},
    toasts::{Toasts, use_toasts},
    use_workspace,
};
use rapport::{
    domain::{field::keys, id::RecordType},
    platform::{clock, files},
    transfer::json,
};

/// Saves the whole workspace as a file.
pub(in crate::ui) fn save(words: Words, toasts: Toasts, workspace: Workspace) {
    let is_demo =
        workspace.peek(|book| book.workspace().is_some_and(|workspace| workspace.flag(keys::DEMO)));
    let name = files::dated(if is_demo { "rapport-demo" } else { "rapport" }, "json");
    // The chunks go to the browser one by one, so that the file is never whole in our memory.
    let blob =
        workspace.peek(|book| files::blob("application/json", json::export(book, clock::now())));
    match blob.and_then(|blob| files::save(&name, &blob)) {
        Ok(()) => {
            toasts.done(words.get().with("transfer-saved", &[("name", (&name).into())]), None);
        }
        Err(error) => {
            toasts.failed(words.get().with("transfer-not-saved", &[("words", (&error).into())]));
        }
    }
}

#[component]
pub(super) fn Backup() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let clicked_save = move |_| save(words, toasts, workspace);
    let what = move || {
        let i18n = words.get();
        let kinds =
            [RecordType::Person, RecordType::Organization, RecordType::Tag, RecordType::Note];
        workspace.read(&kinds, |book| {
            i18n.list(kinds.into_iter().map(|kind| i18n.count(kind, book.table(kind).len())))
        })
    };

    view! {
        <section class="sheet__section">
            <h2>{words.text("transfer-out")}</h2>
            <p class="sheet__lead">{words.text("transfer-out-lead")}</p>
            <p>{what}</p>
            <div>
                <button class="button button--primary" id="save-backup" type="button" on:click=clicked_save>
                    {words.text("transfer-save")}
                </button>
            </div>
        </section>
    }
}
