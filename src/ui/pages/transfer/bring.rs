//! What would come in, what is wrong with it, and bringing it in: the same for every kind of file.

use std::sync::Arc;

use leptos::prelude::*;

use crate::state::{language::use_words, toasts::use_toasts, use_workspace};
use rapport::transfer::incoming::{self, Preview};

/// How many problems are listed; the rest is counted.
const LISTED: usize = 100;

/// `name` is that of the file.
#[component]
pub(super) fn Bring(
    name: String,
    preview: Memo<Arc<Preview>>,
    #[prop(into)] done: Callback<()>,
) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let is_working = RwSignal::new(false);
    let file = StoredValue::new(name);
    let clicked_bring = move |_| {
        is_working.set(true);
        let before = workspace.position();
        let preview = preview.get_untracked();
        workspace.commit(
            move |book, stamp| Ok(incoming::plan(&preview, book, &file.get_value(), stamp)),
            move |saved| {
                is_working.set(false);
                let i18n = words.get();
                match saved {
                    Ok(()) if workspace.position() == before => {
                        toasts.done(i18n.text("transfer-nothing-new"), None);
                        done.run(());
                    }
                    Ok(()) => {
                        let name = file.get_value();
                        toasts.done(
                            i18n.with("history-import", &[("what", (&name).into())]),
                            workspace.next_undo(),
                        );
                        done.run(());
                    }
                    Err(error) => toasts.failed(i18n.commit_error(&error)),
                }
            },
        );
    };

    view! {
        <p role="status" id="csv-counts">{move || words.get().preview_counts(&preview.get().counts)}</p>
        <div class="cluster">
            <button class="button button--primary" id="bring-in" type="button" disabled=move || is_working.get() on:click=clicked_bring>
                {words.text("csv-bring")}
            </button>
            <button class="button" type="button" on:click=move |_| done.run(())>{words.text("cancel")}</button>
        </div>
        <Problems preview />
    }
}

/// What a person may want to look at before the file comes in.
#[component]
fn Problems(preview: Memo<Arc<Preview>>) -> impl IntoView {
    let words = use_words();
    let sentences = move || {
        let i18n = words.get();
        let preview = preview.get();
        preview
            .problems
            .iter()
            .take(LISTED)
            .map(|problem| i18n.row_problem(&preview, problem))
            .collect::<Vec<_>>()
    };
    let count = move || preview.get().problems.len();

    view! {
        <Show when=move || count() != 0>
            <details class="restore__problems">
                <summary>{move || words.get().with("csv-problems", &[("count", count().into())])}</summary>
                <p class="subtle">{words.text("csv-problems-lead")}</p>
                <ul class="stack">
                    {move || sentences().into_iter().map(|sentence| view! { <li dir="auto">{sentence}</li> }).collect_view()}
                </ul>
            </details>
        </Show>
    }
}
