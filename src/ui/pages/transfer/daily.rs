//! A folder in which a backup is made every day.

use leptos::prelude::*;

use super::backup::locked;
use crate::state::{
    Workspace,
    daily::Keeping,
    language::{Words, use_words},
    saving::Piece,
    toasts::{Toasts, use_toasts},
    use_workspace,
};
use rapport::{
    platform::{clock, folder},
    transfer::{Pieces, json::Excerpt, keeping},
};

/// Writes today's backup into the folder.
pub(in crate::ui) fn write(words: Words, toasts: Toasts, workspace: Workspace) {
    let store = workspace.store();
    let passphrase = workspace.daily_passphrase();
    let (whole, today) =
        workspace.peek(|book| (Excerpt::whole(book, clock::now()), book.today.date));
    let name = keeping::name(store, today, passphrase.is_some());
    let mut pieces: Box<dyn Pieces> = Box::new(whole);
    if let Some(passphrase) = passphrase {
        match locked(words, pieces, passphrase) {
            Ok(locked) => pieces = Box::new(locked),
            Err(sentence) => {
                toasts.failed(sentence.clone());
                return workspace.fail_daily(sentence);
            }
        }
    }
    let piece = move |book: &_| {
        let bytes = pieces.next(book)?;
        let (done, of) = pieces.progress();
        Some(Piece { bytes, done, of })
    };
    let outdated = move |names: &[String]| {
        keeping::outdated(store, names).into_iter().map(str::to_owned).collect()
    };
    workspace.write_daily(name, piece, outdated);
}

#[component]
pub(super) fn DailyBackup() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let keeping = Memo::new(move |_| workspace.keeping());
    let passphrase = RwSignal::new(workspace.daily_passphrase().unwrap_or_default());
    let entered = move |event| {
        passphrase.set(event_target_value(&event));
        workspace.lock_daily(Some(passphrase.get_untracked()).filter(|it| !it.is_empty()));
    };
    let sentence = move || {
        let i18n = words.get();
        let named = |message, name: &str| i18n.with(message, &[("name", name.into())]);
        match keeping.get() {
            Keeping::Nowhere => String::new(),
            Keeping::Asks(name) => named("daily-asks", &name),
            Keeping::In(name) => named("daily-in", &name),
            Keeping::Failed(name, error) => {
                i18n.with("daily-failed", &[("name", (&name).into()), ("words", (&error).into())])
            }
        }
    };
    let level = move || match keeping.get() {
        Keeping::Failed(..) => Some("error"),
        Keeping::Asks(_) => Some("warning"),
        Keeping::In(_) | Keeping::Nowhere => None,
    };
    let must_ask = move || matches!(keeping.get(), Keeping::Asks(_) | Keeping::Failed(..));
    let is_any = move || keeping.get() != Keeping::Nowhere;

    folder::can_choose().then(|| view! {
        <section class="sheet__section" id="daily">
            <h2>{words.text("daily-title")}</h2>
            <p class="sheet__lead">{words.text("daily-lead")}</p>
            <Show when=is_any>
                <p class="notice" data-level=level id="daily-state" role="status">{sentence}</p>
                <div class="field lock">
                    <label class="field__label" for="daily-passphrase">{words.text("transfer-passphrase")}</label>
                    <input
                        class="input"
                        id="daily-passphrase"
                        type="password"
                        autocomplete="off"
                        dir="auto"
                        aria-describedby="daily-guide"
                        prop:value=move || passphrase.get()
                        on:change=entered
                    />
                    <p class="field__guide" id="daily-guide">{words.text("daily-passphrase-lead")}</p>
                </div>
            </Show>
            <div class="cluster">
                <Show when=must_ask>
                    <button class="button button--primary" id="daily-allow" type="button" on:click=move |_| workspace.allow_folder()>
                        {words.text("daily-allow")}
                    </button>
                </Show>
                <button class="button" id="daily-choose" type="button" on:click=move |_| workspace.choose_folder(move || write(words, toasts, workspace))>
                    {words.text("daily-choose")}
                </button>
                <Show when=is_any>
                    <button class="button" id="daily-stop" type="button" on:click=move |_| workspace.forget_folder()>
                        {words.text("daily-stop")}
                    </button>
                </Show>
            </div>
        </section>
    })
}
