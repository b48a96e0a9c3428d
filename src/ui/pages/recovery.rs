//! What is said when the workspace cannot be opened, and the ways out.

use leptos::prelude::*;

use crate::{
    state::{
        boot::{self, use_boot},
        copying,
        language::use_words,
        navigation::use_navigation,
        toasts::use_toasts,
    },
    ui::commands,
};
use rapport::{
    platform::{dom, files},
    route::Route,
    storage::{mirror::Copied, opening::BootError},
};

/// The name of the file with all that is stored.
const FILE: &str = "rapport-stored.jsonl";

#[component]
pub(in crate::ui) fn Recovery(error: BootError) -> impl IntoView {
    let words = use_words();
    let navigation = use_navigation();
    let toasts = use_toasts();
    let boot = use_boot();
    let sentence = words.get().boot_error(&error);
    // What is here can be opened when there is something, and replaced when it is known what that loses.
    let is_other = matches!(error, BootError::Replaced(_));
    let can_open = is_other || matches!(error, BootError::RolledBack { .. });
    let can_copy = can_open || matches!(error, BootError::Unreadable | BootError::Newer);
    let is_nothing =
        matches!(error, BootError::Missing(_) | BootError::Emptied | BootError::Unreadable);
    let can_begin = can_open || is_nothing;
    let open_lead = if is_other { "recovery-open-other-lead" } else { "recovery-open-lead" };
    let copy = RwSignal::new(None::<Copied>);
    let known = error.clone();
    copying::look(move |found| {
        // The page may be gone by now.
        let _ = copy.try_set(found.filter(|found| known.is_helped_by(found)));
    });
    let clicked_open_copy = move |_| {
        boot.open_copy(move |error| toasts.failed(words.get().store_error(error)));
    };
    let copied = move || {
        let copy = copy.get()?;
        Some(words.get().copied(&copy, error.missing_in(&copy)))
    };
    let begin = move || commands::begin(words, toasts, boot, navigation, Route::Transfer);
    let clicked_copy = move |_| {
        boot::copy(move |copied| match copied {
            Ok(blob) => {
                let saved = files::save(FILE, &blob);
                if let Err(error) = saved {
                    let words =
                        words.get().with("transfer-not-saved", &[("words", (&error).into())]);
                    toasts.failed(words);
                }
            }
            Err(error) => toasts.failed(words.get().store_error(&error)),
        });
    };

    view! {
        <main class="sheet" id="page">
            <h1>{words.text("recovery-title")}</h1>
            <p class="notice" data-level="error" role="alert">{sentence}</p>
            <div class="stack">
                <p>{words.text("recovery-retry-lead")}</p>
                <div><button class="button button--primary" type="button" on:click=move |_| dom::reload()>{words.text("reload")}</button></div>
                {move || copied().map(|text| view! {
                    <p>{text}</p>
                    <div><button class="button button--primary" id="open-copy" type="button" on:click=clicked_open_copy>{words.text("recovery-open-copy")}</button></div>
                })}
                {can_open.then(|| view! {
                    <p>{words.text(open_lead)}</p>
                    <div><button class="button" id="open-anyway" type="button" on:click=move |_| boot.open_anyway()>{words.text("recovery-open")}</button></div>
                })}
                {can_copy.then(|| view! {
                    <p>{words.text("recovery-copy-lead")}</p>
                    <div><button class="button" id="save-copy" type="button" on:click=clicked_copy>{words.text("recovery-copy")}</button></div>
                })}
                {can_begin.then(|| view! {
                    <p>{words.text("recovery-restore-lead")}</p>
                    <div><button class="button" id="restore" type="button" on:click=move |_| begin()>{words.text("recovery-restore")}</button></div>
                })}
            </div>
        </main>
    }
}
