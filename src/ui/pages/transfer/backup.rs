//! Everything in one file, to take home; locked, if a person wants it.

use leptos::prelude::*;
use web_sys::SubmitEvent;

use crate::{
    state::{
        Workspace,
        language::{Words, use_words},
        saving::NewFile,
        toasts::{Toasts, use_toasts},
        use_workspace,
    },
    ui::{reminder, saving},
};
use rapport::{
    domain::{field::keys, id::RecordType},
    platform::{clock, dom, files},
    transfer::{
        Pieces,
        age::{self, Chance, Sealed},
        json::Excerpt,
    },
};

/// Saves the whole workspace as a file.
pub(in crate::ui) fn save(words: Words, toasts: Toasts, workspace: Workspace) {
    save_as(words, toasts, workspace, None, || ());
}

fn save_as(
    words: Words,
    toasts: Toasts,
    workspace: Workspace,
    passphrase: Option<String>,
    ended: impl FnOnce() + 'static,
) {
    let is_demo =
        workspace.peek(|book| book.workspace().is_some_and(|workspace| workspace.flag(keys::DEMO)));
    let mut name = files::dated(if is_demo { "rapport-demo" } else { "rapport" }, "json");
    let mut mime = "application/json";
    let now = clock::now();
    let position = untrack(|| workspace.position());
    let (whole, records) = workspace.peek(|book| (Excerpt::whole(book, now), book.len()));
    let mut pieces: Box<dyn Pieces> = Box::new(whole);
    if let Some(passphrase) = passphrase {
        match locked(words, pieces, passphrase) {
            Ok(locked) => pieces = Box::new(locked),
            Err(sentence) => {
                toasts.failed(sentence);
                return ended();
            }
        }
        name = format!("{name}.{}", age::EXTENSION);
        mime = "application/octet-stream";
    }
    let file = NewFile { name, mime, records };
    saving::save_and(words, toasts, workspace, file, pieces, move |is_saved| {
        if is_saved {
            workspace.backed_up(now, position);
        }
        ended();
    });
}

/// The same file, locked; or why it cannot be.
pub(super) fn locked(
    words: Words,
    of: Box<dyn Pieces>,
    passphrase: String,
) -> Result<Sealed, String> {
    let chance = || Some(Chance::new(clock::secret()?, clock::secret()?, clock::secret()?));
    let chance = chance().ok_or_else(|| words.text("transfer-no-chance"))?;
    Sealed::new(of, passphrase, age::WORK, chance)
        .map_err(|problem| words.get().age_problem(problem))
}

#[component]
pub(super) fn Backup() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let is_locked = RwSignal::new(false);
    let is_shown = RwSignal::new(false);
    let is_working = RwSignal::new(false);
    let passphrase = RwSignal::new(String::new());
    let again = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<&'static str>);
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        let wanted = is_locked.get_untracked().then(|| passphrase.get_untracked());
        let is_sure =
            is_shown.get_untracked() || passphrase.get_untracked() == again.get_untracked();
        fault.set(match &wanted {
            Some(passphrase) if passphrase.is_empty() => Some("transfer-passphrase-missing"),
            Some(_) if !is_sure => Some("transfer-passphrase-differs"),
            _ => None,
        });
        if fault.get_untracked().is_some() {
            dom::focus("#backup-passphrase");
            return;
        }
        is_working.set(true);
        save_as(words, toasts, workspace, wanted, move || {
            // The page may be gone by now. What was typed is not kept.
            let _ = is_working.try_set(false);
            let _ = passphrase.try_set(String::new());
            let _ = again.try_set(String::new());
        });
    };
    let what = move || {
        let i18n = words.get();
        let kinds = RecordType::COUNTED;
        workspace.read(&kinds, |book| {
            i18n.list(kinds.into_iter().map(|kind| i18n.count(kind, book.table(kind).len())))
        })
    };
    let kind = move || if is_shown.get() { "text" } else { "password" };

    view! {
        <section class="sheet__section">
            <h2>{words.text("transfer-out")}</h2>
            <p class="sheet__lead">{words.text("transfer-out-lead")}</p>
            <p>{what}</p>
            <p class="subtle" id="backup-last">{move || reminder::last(words, workspace)}</p>
            <form class="stack" novalidate on:submit=submitted>
                <label class="cluster">
                    <input
                        id="backup-lock"
                        type="checkbox"
                        prop:checked=move || is_locked.get()
                        on:change=move |event| is_locked.set(event_target_checked(&event))
                    />
                    {words.text("transfer-lock")}
                </label>
                <Show when=move || is_locked.get()>
                    <p class="notice" data-level="warning">{words.text("transfer-lock-lead")}</p>
                    <div class="lock">
                        <div class="field">
                            <label class="field__label" for="backup-passphrase">{words.text("transfer-passphrase")}</label>
                            <input
                                class="input"
                                id="backup-passphrase"
                                type=kind
                                autocomplete="new-password"
                                dir="auto"
                                aria-describedby="backup-fault"
                                prop:value=move || passphrase.get()
                                on:input=move |event| passphrase.set(event_target_value(&event))
                            />
                        </div>
                        <Show when=move || !is_shown.get()>
                            <div class="field">
                                <label class="field__label" for="backup-again">{words.text("transfer-passphrase-again")}</label>
                                <input
                                    class="input"
                                    id="backup-again"
                                    type="password"
                                    autocomplete="new-password"
                                    dir="auto"
                                    prop:value=move || again.get()
                                    on:input=move |event| again.set(event_target_value(&event))
                                />
                            </div>
                        </Show>
                    </div>
                    <label class="cluster">
                        <input
                            id="backup-show"
                            type="checkbox"
                            prop:checked=move || is_shown.get()
                            on:change=move |event| is_shown.set(event_target_checked(&event))
                        />
                        {words.text("transfer-passphrase-show")}
                    </label>
                    <p class="field__fault" id="backup-fault" role="alert">
                        {move || fault.get().map(|message| words.text(message))}
                    </p>
                </Show>
                <div>
                    <button class="button button--primary" id="save-backup" type="submit" disabled=move || is_working.get()>
                        {words.text("transfer-save")}
                    </button>
                </div>
                <Show when=move || is_working.get() && is_locked.get()>
                    <p role="status">{words.text("transfer-lock-work")}</p>
                </Show>
            </form>
        </section>
    }
}
