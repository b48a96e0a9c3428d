//! The passphrase: turning it on, changing it, turning it off; when the workspace is locked by itself.

use leptos::prelude::*;
use web_sys::SubmitEvent;

use crate::{
    state::{boot::use_boot, language::use_words, lock, toasts::use_toasts, use_workspace},
    ui::lock::{
        passphrase_input::PassphraseInput,
        recovery_key::RecoveryKeyShown,
        setting_up::{Chosen, SettingUp},
    },
};
use rapport::{
    query::idle,
    storage::seal::{Problem, RecoveryKey, Secret},
};

#[component]
pub(super) fn LockSettings() -> impl IntoView {
    let words = use_words();
    let body = if lock::is_on() {
        view! { <On /> }.into_any()
    } else if lock::is_possible() {
        view! { <Off /> }.into_any()
    } else {
        view! { <p>{words.text("lock-unavailable")}</p> }.into_any()
    };

    view! {
        <section class="sheet__section" id="lock">
            <h2>{words.text("lock-title")}</h2>
            {body}
        </section>
    }
}

#[component]
fn Off() -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let boot = use_boot();
    let is_working = RwSignal::new(false);
    let chosen = move |Chosen { passphrase, recovery }: Chosen| {
        is_working.set(true);
        lock::turn_on(boot, workspace, passphrase, recovery, move |turned| {
            // The page may be gone by now.
            let _ = is_working.try_set(false);
            let i18n = words.get();
            match turned {
                Ok(()) => toasts.done(i18n.text("lock-turned-on"), None),
                Err(problem) => toasts.failed(i18n.seal_problem(&problem)),
            }
        });
    };

    view! {
        <p>{words.text("lock-lead")}</p>
        <details id="lock-on">
            <summary>{words.text("lock-turn-on")}</summary>
            <p class="subtle">{words.text("lock-traces")}</p>
            <SettingUp label=words.text("lock-turn-on") offers_recovery=true is_working chosen />
        </details>
    }
}

#[component]
fn On() -> impl IntoView {
    let words = use_words();
    let boot = use_boot();
    let toasts = use_toasts();
    let minutes = lock::minutes();
    let entered = move |event| {
        let Ok(minutes) = event_target_value(&event).parse::<u32>() else { return };
        if lock::set_minutes(minutes) {
            toasts.done(words.text("settings-saved"), None);
        }
    };
    let told = move |minutes: u32| match minutes {
        0 => words.text("lock-minutes-never"),
        minutes => words.get().with("lock-minutes-count", &[("count", (minutes as usize).into())]),
    };

    view! {
        <p id="lock-state">{words.text("lock-is-on")}</p>
        <div><button class="button" id="lock-now" type="button" on:click=move |_| lock::lock(boot)>{words.text("lock-now")}</button></div>
        <div class="field">
            <label class="field__label" for="lock-minutes">{words.text("lock-minutes")}</label>
            <select class="input" id="lock-minutes" on:change=entered>
                {idle::CHOICES.map(|choice| view! {
                    <option value=choice.to_string() selected=choice == minutes>{told(choice)}</option>
                })}
            </select>
        </div>
        <Change />
        <Recovery />
        {lock::can_have_passkey().then(|| view! { <Passkey /> })}
        <TurnOff />
    }
}

/// Another passphrase.
#[component]
fn Change() -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let current = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<String>);
    let is_working = RwSignal::new(false);
    // Built anew when it was changed, so that nothing of it stays in the fields.
    let round = RwSignal::new(0);
    let chosen = move |Chosen { passphrase, .. }: Chosen| {
        fault.set(None);
        is_working.set(true);
        let secret = Secret::passphrase(&current.get_untracked());
        lock::change(secret, passphrase, move |changed| {
            let i18n = words.get();
            // The page may be gone by now.
            let _ = is_working.try_set(false);
            match changed {
                Ok(()) => {
                    let _ = current.try_set(String::new());
                    let _ = round.try_update(|round| *round += 1);
                    toasts.done(i18n.text("lock-changed"), None);
                }
                Err(problem) => {
                    let _ = fault.try_set(Some(i18n.seal_problem(&problem)));
                }
            }
        });
    };

    view! {
        <details id="lock-change">
            <summary>{words.text("lock-change")}</summary>
            <div class="stack">
                <PassphraseInput id="lock-change-current" label=words.text("lock-current") value=current autocomplete="current-password" fault="lock-change-fault" />
                <p class="field__fault" id="lock-change-fault" role="alert">{move || fault.get()}</p>
                {move || {
                    round.track();
                    view! { <SettingUp label=words.text("lock-change") offers_recovery=false is_working chosen /> }
                }}
            </div>
        </details>
    }
}

/// Another recovery key, or none.
#[component]
fn Recovery() -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let current = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<String>);
    let is_working = RwSignal::new(false);
    let has_one = RwSignal::new(lock::has_recovery());
    let shown = RwSignal::new(None::<RecoveryKey>);
    let change = move |recovery: Option<RecoveryKey>| {
        if is_working.get_untracked() {
            return;
        }
        fault.set(None);
        is_working.set(true);
        let secret = Secret::passphrase(&current.get_untracked());
        lock::change_recovery(secret, recovery.clone(), move |changed| {
            let i18n = words.get();
            // The page may be gone by now.
            let _ = is_working.try_set(false);
            match changed {
                Ok(()) => {
                    let _ = current.try_set(String::new());
                    let _ = has_one.try_set(recovery.is_some());
                    if recovery.is_none() {
                        toasts.done(i18n.text("lock-recovery-removed"), None);
                    }
                    let _ = shown.try_set(recovery);
                }
                Err(problem) => {
                    let _ = fault.try_set(Some(i18n.seal_problem(&problem)));
                }
            }
        });
    };
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        match lock::new_recovery() {
            Some(key) => change(Some(key)),
            None => fault.set(Some(words.text("transfer-no-chance"))),
        }
    };

    view! {
        <details id="lock-recovery-section">
            <summary>{words.text("locked-recovery")}</summary>
            <form class="stack" novalidate on:submit=submitted>
                <p>{move || words.text(if has_one.get() { "lock-recovery-has" } else { "lock-recovery-has-none" })}</p>
                <PassphraseInput id="lock-recovery-current" label=words.text("lock-current") value=current autocomplete="current-password" fault="lock-recovery-fault" />
                <p class="field__fault" id="lock-recovery-fault" role="alert">{move || fault.get()}</p>
                <div class="cluster">
                    <button class="button" id="lock-recovery-new" type="submit" disabled=move || is_working.get()>{words.text("lock-recovery-renew")}</button>
                    <Show when=move || has_one.get()>
                        <button class="button" id="lock-recovery-remove" type="button" disabled=move || is_working.get() on:click=move |_| change(None)>{words.text("lock-recovery-remove")}</button>
                    </Show>
                </div>
                <p role="status">{move || is_working.get().then(|| words.text("transfer-lock-work"))}</p>
                {move || shown.get().map(|key| view! { <RecoveryKeyShown key /> })}
            </form>
        </details>
    }
}

/// A passkey, so that the passphrase need not be typed.
#[component]
fn Passkey() -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let current = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<String>);
    let is_working = RwSignal::new(false);
    let has_one = RwSignal::new(lock::has_passkey());
    let change = move |adds: bool| {
        if is_working.get_untracked() {
            return;
        }
        fault.set(None);
        is_working.set(true);
        let secret = Secret::passphrase(&current.get_untracked());
        let then = move |changed: Result<(), Problem>| {
            let i18n = words.get();
            // The page may be gone by now.
            let _ = is_working.try_set(false);
            match changed {
                Ok(()) => {
                    let _ = current.try_set(String::new());
                    let _ = has_one.try_set(adds);
                    toasts.done(
                        i18n.text(if adds { "passkey-added" } else { "passkey-removed" }),
                        None,
                    );
                }
                Err(problem) => {
                    let _ = fault.try_set(Some(i18n.seal_problem(&problem)));
                }
            }
        };
        if adds {
            lock::add_passkey(secret, then);
        } else {
            lock::remove_passkey(secret, then);
        }
    };
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        change(true);
    };

    view! {
        <details id="lock-passkey-section">
            <summary>{words.text("passkey")}</summary>
            <form class="stack" novalidate on:submit=submitted>
                <p>{words.text("passkey-lead")}</p>
                <p>{move || words.text(if has_one.get() { "passkey-has" } else { "passkey-has-none" })}</p>
                <PassphraseInput id="lock-passkey-current" label=words.text("lock-current") value=current autocomplete="current-password" fault="lock-passkey-fault" />
                <p class="field__fault" id="lock-passkey-fault" role="alert">{move || fault.get()}</p>
                <div class="cluster">
                    <button class="button" id="lock-passkey-new" type="submit" disabled=move || is_working.get()>{words.text("passkey-add")}</button>
                    <Show when=move || has_one.get()>
                        <button class="button" id="lock-passkey-remove" type="button" disabled=move || is_working.get() on:click=move |_| change(false)>{words.text("passkey-remove")}</button>
                    </Show>
                </div>
                <p role="status">{move || is_working.get().then(|| words.text("transfer-lock-work"))}</p>
            </form>
        </details>
    }
}

#[component]
fn TurnOff() -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let boot = use_boot();
    let current = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<String>);
    let is_working = RwSignal::new(false);
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        if is_working.get_untracked() {
            return;
        }
        fault.set(None);
        is_working.set(true);
        let secret = Secret::passphrase(&current.get_untracked());
        lock::turn_off(boot, workspace, secret, move |turned| {
            let i18n = words.get();
            // The page may be gone by now.
            let _ = is_working.try_set(false);
            match turned {
                Ok(()) => toasts.done(i18n.text("lock-turned-off"), None),
                Err(Problem::Store(error)) => toasts.failed(i18n.store_error(&error)),
                Err(problem) => {
                    let _ = fault.try_set(Some(i18n.seal_problem(&problem)));
                }
            }
        });
    };

    view! {
        <details id="lock-off">
            <summary>{words.text("lock-turn-off")}</summary>
            <form class="stack" novalidate on:submit=submitted>
                <p>{words.text("lock-turn-off-lead")}</p>
                <PassphraseInput id="lock-off-current" label=words.text("lock-current") value=current autocomplete="current-password" fault="lock-off-fault" />
                <p class="field__fault" id="lock-off-fault" role="alert">{move || fault.get()}</p>
                <div><button class="button button--danger" id="lock-off-now" type="submit" disabled=move || is_working.get()>{words.text("lock-turn-off")}</button></div>
                <p role="status">{move || is_working.get().then(|| words.text("transfer-lock-work"))}</p>
            </form>
        </details>
    }
}
