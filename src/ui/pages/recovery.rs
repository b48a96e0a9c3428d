//! What is said when the workspace cannot be opened, and the ways out.

use leptos::prelude::*;

use crate::{
    platform::dom,
    route::Route,
    state::{boot::use_boot, language::use_words, navigation::use_navigation, toasts::use_toasts},
    storage::opening::BootError,
    ui::commands,
};

#[component]
pub(in crate::ui) fn Recovery(error: BootError) -> impl IntoView {
    let words = use_words();
    let navigation = use_navigation();
    let toasts = use_toasts();
    let boot = use_boot();
    let sentence = words.get().boot_error(&error);
    // What is here can be opened when there is something, and replaced when it is known what that loses.
    let can_open = matches!(error, BootError::RolledBack { .. });
    let can_begin = matches!(error, BootError::Missing(_) | BootError::RolledBack { .. });
    let begin = move || commands::begin(boot, words, toasts, navigation, Route::Transfer);

    view! {
        <main class="sheet" id="page">
            <h1>{words.text("recovery-title")}</h1>
            <p class="notice" data-level="error" role="alert">{sentence}</p>
            <div class="stack">
                <p>{words.text("recovery-retry-lead")}</p>
                <div><button class="button button--primary" type="button" on:click=move |_| dom::reload()>{words.text("reload")}</button></div>
                {can_open.then(|| view! {
                    <p>{words.text("recovery-open-lead")}</p>
                    <div><button class="button" id="open-anyway" type="button" on:click=move |_| boot.open_anyway()>{words.text("recovery-open")}</button></div>
                })}
                {can_begin.then(|| view! {
                    <p>{words.text("recovery-restore-lead")}</p>
                    <div><button class="button" id="restore" type="button" on:click=move |_| begin()>{words.text("recovery-restore")}</button></div>
                })}
            </div>
        </main>
    }
}
