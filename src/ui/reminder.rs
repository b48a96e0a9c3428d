//! When the last backup was made, said the louder the longer it is ago, and never in the way.

use leptos::prelude::*;

use super::later;
use crate::state::{
    Workspace,
    language::{Words, use_words},
    toasts::{Toasts, use_toasts},
    use_workspace,
};
use rapport::{platform::clock::Timer, query::reminder::Level, route::Route};

/// "Last backup on this device: 3 days ago. 17 changes since."
pub(in crate::ui) fn last(words: Words, workspace: Workspace) -> String {
    let i18n = words.get();
    if workspace.last_backup().is_none() {
        return i18n.text("transfer-backup-never");
    }
    let since = workspace.since_backup();
    let days = i64::try_from(since.days).unwrap_or(i64::MAX);
    let changes = usize::try_from(since.changes).unwrap_or(usize::MAX);
    let changes = i18n.with("transfer-backup-changes", &[("count", changes.into())]);
    let date = i18n.formats.relative(-days);
    i18n.with("transfer-backup-last", &[("date", (&date).into()), ("changes", (&changes).into())])
}

/// A sentence and the button that makes a backup.
#[component]
pub(in crate::ui) fn Reminder(
    #[prop(optional)] is_bar: bool,
    /// What else can be done about it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let sentence = move || {
        let last = last(words, workspace);
        words.get().with("home-backup-quiet", &[("last", (&last).into())])
    };

    view! {
        <div class=if is_bar { "notice notice--bar" } else { "notice" } data-level="warning" role="status">
            <p class="notice__text">{sentence}</p>
            <button class="button" type="button" on:click=move |_| later::save_backup(words, toasts, workspace)>
                {words.text("home-backup-save")}
            </button>
            {children.map(|children| children())}
        </div>
    }
}

/// How often it is looked whether it is time for a backup that is made by itself, in milliseconds.
const LOOK: u32 = 60_000;

/// Looks again and again, until the component is gone that it was begun by: with it the workspace may be.
fn keep_daily(begun_by: StoredValue<()>, words: Words, toasts: Toasts, workspace: Workspace) {
    if begun_by.try_get_value().is_none() {
        return;
    }
    if workspace.is_daily_due() {
        later::write_daily(words, toasts, workspace);
    }
    Timer::new(LOOK, move || keep_daily(begun_by, words, toasts, workspace)).forget();
}

/// Stands above every page when a backup is long overdue, until it is put off.
#[component]
pub(in crate::ui) fn BackupBanner() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    workspace.find_folder();
    keep_daily(StoredValue::new(()), words, toasts, workspace);
    // Synchronizes what the browser has promised with what there is to lose.
    Effect::new(move || workspace.ask_to_keep());
    let is_due = Memo::new(move |_| {
        workspace.backup_level() == Level::Banner && !workspace.is_backup_put_off()
    });

    view! {
        <Show when=move || is_due.get()>
            <Reminder is_bar=true>
                <button class="button" id="backup-later" type="button" on:click=move |_| workspace.put_off_backup()>
                    {words.text("home-backup-later")}
                </button>
            </Reminder>
        </Show>
    }
}

/// A quiet line below the link to where backups are made.
#[component]
pub(in crate::ui) fn BackupLine() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let is_due = Memo::new(move |_| workspace.backup_level() >= Level::Line);

    view! {
        <Show when=move || is_due.get()>
            <a class="reminder" href=Route::Transfer.href()>{words.text("home-backup-mark")}</a>
        </Show>
    }
}

/// What the home page says above its cards: nothing, a line, or a notice where no banner says it.
#[component]
pub(in crate::ui) fn HomeReminder() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let level = Memo::new(move |_| match workspace.backup_level() {
        Level::Banner if workspace.is_backup_put_off() => Level::Notice,
        level => level,
    });

    view! {
        {move || match level.get() {
            Level::Line => view! {
                <p class="subtle" id="backup-line">{move || last(words, workspace)}</p>
            }.into_any(),
            Level::Notice => view! { <Reminder /> }.into_any(),
            Level::Nothing | Level::Banner => ().into_any(),
        }}
    }
}
