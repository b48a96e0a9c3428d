//! What happened in the workspace, newest first, and a way to take each of it back.

use leptos::prelude::*;

use super::unread::{Reading, Unread};
use crate::state::{self, language::use_words, toasts::use_toasts, use_workspace};
use rapport::{domain::change::Cause, storage::journal::Header};

/// How many changes are shown at once.
const PAGE: u64 = 100;

#[component]
pub(in crate::ui) fn HistoryPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let headers = RwSignal::new(Vec::<Header>::new());
    let reading = Reading::new();
    let most = RwSignal::new(PAGE);
    // The journal is on disk; it is read again when a change is added to it.
    Effect::new(move || {
        reading.track();
        let (until, most) = (workspace.position(), most.get());
        state::start(async move {
            if let Some(found) = reading.ended(workspace.history(until, most).await) {
                // The page may be gone by now.
                let _ = headers.try_set(found);
            }
        });
    });
    let has_more = move || {
        let is_first = |header: &Header| header.position == 1 || header.cause.is_base();
        headers.with(|headers| headers.last().is_some_and(|header| !is_first(header)))
    };
    let clicked_undo = move |position: u64| {
        workspace.undo_at(position, move |outcome| match outcome {
            Ok(header) => {
                let what = words.get().label(&header.label);
                toasts.done(words.get().with("undone", &[("what", (&what).into())]), None);
            }
            Err(error) => toasts.failed(words.get().commit_error(&error)),
        });
    };

    view! {
        <div class="sheet">
            <h1>{words.text("nav-history")}</h1>
            <p class="sheet__lead">{words.text("history-lead")}</p>
            <Unread reading />
            <Show when=move || !reading.has_failed() && headers.with(Vec::is_empty)>
                <p class="empty">{words.text("history-empty")}</p>
            </Show>
            <ol class="history" role="list">
                <For each=move || headers.get() key=|header| header.position let:header>
                    {
                        let i18n = words.get();
                        let sentence = i18n.caused(header.cause, &header.label);
                        let undo = i18n.with("history-undo", &[("what", (&sentence).into())]);
                        let position = header.position;
                        view! {
                            <li class="history__row">
                                <span class="history__what" dir="auto">{sentence}</span>
                                <time class="history__when">{i18n.formats.moment(header.at)}</time>
                                {(header.cause == Cause::Edit).then(|| view! {
                                    <button class="button button--plain" type="button" aria-label=undo on:click=move |_| clicked_undo(position)>
                                        {words.text("undo")}
                                    </button>
                                })}
                            </li>
                        }
                    }
                </For>
            </ol>
            <Show when=has_more>
                <div><button class="button" type="button" on:click=move |_| most.update(|most| *most += PAGE)>{words.text("history-more")}</button></div>
            </Show>
        </div>
    }
}
