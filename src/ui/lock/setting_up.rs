//! A new passphrase, twice, and a recovery key if one is wanted. What becomes of them is the caller's.

use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::{length_words, passphrase_input::PassphraseInput, recovery_key::RecoveryKeyShown};
use crate::state::{language::use_words, lock};
use rapport::{
    platform::dom,
    storage::seal::{RecoveryKey, SHORTEST},
};

/// What was chosen.
#[derive(Clone)]
pub(in crate::ui) struct Chosen {
    pub passphrase: String,
    pub recovery: Option<RecoveryKey>,
}

#[component]
pub(in crate::ui) fn SettingUp(
    /// What the button says by which it is done.
    #[prop(into)]
    label: String,
    /// Whether a recovery key can be made as well.
    offers_recovery: bool,
    #[prop(into)] is_working: Signal<bool>,
    #[prop(into)] chosen: Callback<Chosen>,
) -> impl IntoView {
    let words = use_words();
    let (passphrase, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let is_shown = RwSignal::new(false);
    let wants_recovery = RwSignal::new(offers_recovery);
    let fault = RwSignal::new(None::<&'static str>);
    let recovery = RwSignal::new(None::<RecoveryKey>);
    let finish = move || {
        let passphrase = passphrase.get_untracked();
        chosen.run(Chosen { passphrase, recovery: recovery.get_untracked() });
    };
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        if is_working.get_untracked() {
            return;
        }
        let typed = passphrase.get_untracked();
        let is_sure = is_shown.get_untracked() || typed == again.get_untracked();
        fault.set(match typed.chars().count() {
            length if length < SHORTEST => Some("lock-too-short"),
            _ if !is_sure => Some("transfer-passphrase-differs"),
            _ => None,
        });
        if fault.get_untracked().is_some() {
            dom::focus("#lock-new");
        } else if wants_recovery.get_untracked() {
            recovery.set(lock::new_recovery());
            if recovery.get_untracked().is_none() {
                fault.set(Some("transfer-no-chance"));
            }
        } else {
            finish();
        }
    };
    let label = StoredValue::new(label);
    let fault_words = move || {
        let least = [("least", SHORTEST.into())];
        fault.get().map(|message| words.get().with(message, &least))
    };
    let length =
        move || passphrase.with(|it| (!it.is_empty()).then(|| words.text(length_words(it))));
    let is_working_shown = move || {
        is_working.get().then(|| view! { <p role="status">{words.text("transfer-lock-work")}</p> })
    };

    view! {
        {move || match recovery.get() {
            Some(key) => view! {
                <div class="stack">
                    <RecoveryKeyShown key />
                    <div class="cluster">
                        <button class="button button--primary" id="lock-confirm" type="button" disabled=move || is_working.get() on:click=move |_| finish()>
                            {label.get_value()}
                        </button>
                        <button class="button" type="button" disabled=move || is_working.get() on:click=move |_| recovery.set(None)>
                            {words.text("lock-back")}
                        </button>
                    </div>
                    {is_working_shown}
                </div>
            }.into_any(),
            None => view! {
                <form class="stack" novalidate on:submit=submitted>
                    <p class="notice" data-level="warning">{words.text("lock-lost-warning")}</p>
                    <PassphraseInput id="lock-new" label=words.text("lock-new") value=passphrase autocomplete="new-password" shared=is_shown fault="lock-fault" />
                    <p class="subtle" role="status" id="lock-length">{length}</p>
                    <Show when=move || !is_shown.get()>
                        <PassphraseInput id="lock-again" label=words.text("transfer-passphrase-again") value=again autocomplete="new-password" shared=is_shown fault="lock-fault" />
                    </Show>
                    <label class="cluster">
                        <input
                            id="lock-show"
                            type="checkbox"
                            prop:checked=move || is_shown.get()
                            on:change=move |event| is_shown.set(event_target_checked(&event))
                        />
                        {words.text("transfer-passphrase-show")}
                    </label>
                    {offers_recovery.then(|| view! {
                        <label class="cluster">
                            <input
                                id="lock-recovery"
                                type="checkbox"
                                prop:checked=move || wants_recovery.get()
                                on:change=move |event| wants_recovery.set(event_target_checked(&event))
                            />
                            {words.text("lock-recovery-want")}
                        </label>
                    })}
                    <p class="field__fault" id="lock-fault" role="alert">{fault_words}</p>
                    <div>
                        <button class="button button--primary" id="lock-choose" type="submit" disabled=move || is_working.get()>
                            {move || if wants_recovery.get() { words.text("lock-continue") } else { label.get_value() }}
                        </button>
                    </div>
                    {is_working_shown}
                </form>
            }.into_any(),
        }}
    }
}
