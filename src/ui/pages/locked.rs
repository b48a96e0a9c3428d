//! What is seen of a sealed workspace without its key: where the passphrase is entered, and what is left when it
//! is lost.

use leptos::prelude::*;
use web_sys::SubmitEvent;
use zeroize::Zeroizing;

use crate::{
    state::{
        boot::{Copies, use_boot},
        language::use_words,
        lock,
        navigation::use_navigation,
        toasts::use_toasts,
    },
    ui::{commands, components::dialog::Dialog, lock::passphrase_input::PassphraseInput},
};
use rapport::{
    platform::dom,
    storage::seal::{Problem, RecoveryKey, Secret},
};

#[component]
pub(in crate::ui) fn Locked(copies: Copies) -> impl IntoView {
    let words = use_words();
    let boot = use_boot();
    let typed = RwSignal::new(String::new());
    let is_recovering = RwSignal::new(false);
    let is_working = RwSignal::new(false);
    let fault = RwSignal::new(None::<String>);
    let has_passkey = lock::opens_by_passkey(&copies);
    let copies = StoredValue::new(copies);
    let refuse = move |problem: &Problem| {
        let i18n = words.get();
        let sentence = match problem {
            Problem::Wrong if is_recovering.get_untracked() => i18n.text("lock-wrong-recovery"),
            problem => i18n.seal_problem(problem),
        };
        // The page may be gone by now.
        let _ = is_working.try_set(false);
        let _ = fault.try_set(Some(sentence));
        request_animation_frame(|| dom::focus("#unlock"));
    };
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        if is_working.get_untracked() {
            return;
        }
        fault.set(None);
        let text = Zeroizing::new(typed.get_untracked());
        let secret = if is_recovering.get_untracked() {
            match RecoveryKey::parse(&text) {
                Some(key) => Secret::Recovery(key),
                None => return refuse(&Problem::Wrong),
            }
        } else {
            Secret::Passphrase(text)
        };
        is_working.set(true);
        lock::unlock(boot, copies.get_value(), secret, move |problem| refuse(problem));
    };
    let clicked_passkey = move |_| {
        fault.set(None);
        is_working.set(true);
        lock::unlock_by_passkey(boot, copies.get_value(), move |problem| refuse(problem));
    };
    let clicked_other = move |_| {
        is_recovering.update(|it| *it = !*it);
        typed.set(String::new());
        fault.set(None);
        request_animation_frame(|| dom::focus("#unlock"));
    };
    request_animation_frame(|| dom::focus("#unlock"));

    view! {
        <main class="sheet locked" id="page">
            <h1>{words.text("locked-title")}</h1>
            <p class="sheet__lead">{words.text("locked-lead")}</p>
            <form class="stack" id="unlock-form" novalidate on:submit=submitted>
                {move || if is_recovering.get() {
                    view! {
                        <div class="field">
                            <label class="field__label" for="unlock">{words.text("locked-recovery")}</label>
                            <input
                                class="input"
                                id="unlock"
                                autocomplete="off"
                                spellcheck="false"
                                dir="ltr"
                                aria-describedby="unlock-fault"
                                prop:value=move || typed.get()
                                on:input=move |event| typed.set(event_target_value(&event))
                            />
                        </div>
                    }.into_any()
                } else {
                    view! {
                        <PassphraseInput id="unlock" label=words.text("transfer-passphrase") value=typed autocomplete="current-password" fault="unlock-fault" />
                    }.into_any()
                }}
                <p class="field__fault" id="unlock-fault" role="alert">{move || fault.get()}</p>
                <div class="cluster">
                    <button class="button button--primary" id="unlock-open" type="submit" disabled=move || is_working.get()>
                        {words.text("locked-open")}
                    </button>
                    {has_passkey.then(|| view! {
                        <button class="button" id="unlock-passkey" type="button" disabled=move || is_working.get() on:click=clicked_passkey>
                            {words.text("locked-use-passkey")}
                        </button>
                    })}
                    <button class="button" id="unlock-other" type="button" disabled=move || is_working.get() on:click=clicked_other>
                        {move || words.text(if is_recovering.get() { "locked-use-passphrase" } else { "locked-use-recovery" })}
                    </button>
                </div>
                <p role="status">{move || is_working.get().then(|| words.text("transfer-lock-work"))}</p>
            </form>
            <Lost />
        </main>
    }
}

/// What can be done when nothing opens it any more.
#[component]
fn Lost() -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let boot = use_boot();
    let navigation = use_navigation();
    let asking = RwSignal::new(false);
    let title = Signal::derive(move || words.text("settings-erase"));
    let clicked_erase = move |_| {
        asking.set(false);
        commands::start_over(words, toasts, boot, navigation);
    };

    view! {
        <details id="unlock-lost">
            <summary>{words.text("locked-lost")}</summary>
            <p>{words.text("lock-lost-warning")}</p>
            <p>{words.text("locked-lost-lead")}</p>
            <button class="button button--danger" id="unlock-erase" type="button" on:click=move |_| asking.set(true)>{words.text("settings-erase")}</button>
        </details>
        <Dialog open=asking title>
            <p>{words.text("settings-erase-sure")}</p>
            <div class="dialog__actions">
                <button class="button" type="button" on:click=move |_| asking.set(false)>{words.text("cancel")}</button>
                <button class="button button--danger" type="button" on:click=clicked_erase>{words.text("settings-erase")}</button>
            </div>
        </Dialog>
    }
}
