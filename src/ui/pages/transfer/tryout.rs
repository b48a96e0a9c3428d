//! A backup is tried: restored into a store that is thrown away, and compared with what is here.

use std::sync::Arc;

use leptos::{html, prelude::*};

use super::locked::Locked;
use crate::state::{
    self, Workspace,
    language::{Words, use_words},
    use_workspace,
};
use rapport::{
    domain::id::RecordType,
    i18n::I18n,
    platform::{clock, files},
    storage::{
        memory::Memory,
        session::{CommitError, Pace, Stage},
    },
    transfer::age,
    trial::{self, Comparing, Failed, Standing, Tried},
};

/// How far a trial has come.
#[derive(Clone)]
enum Trial {
    /// No file is chosen.
    Nothing,
    Locked(String, Arc<Vec<u8>>),
    GoingOn,
    Whole(String),
    Failed(String),
}

#[component]
pub(super) fn TryOut() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let input = NodeRef::<html::Input>::new();
    let trial = RwSignal::new(Trial::Nothing);
    let try_bytes = move |bytes: Vec<u8>| {
        trial.set(Trial::GoingOn);
        workspace.enqueue(async move {
            let said = outcome(words, workspace, &bytes).await;
            // The page may be gone by now.
            let _ = trial.try_set(said);
        });
    };
    let entered = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let file = input.files().and_then(|files| files.get(0));
        // The same file may be chosen again after it was mended.
        input.set_value("");
        let Some(file) = file else { return };
        trial.set(Trial::GoingOn);
        state::start(async move {
            match files::read(&file).await {
                Ok(bytes) if age::is_age(&bytes) => {
                    let _ = trial.try_set(Trial::Locked(file.name(), Arc::new(bytes)));
                }
                Ok(bytes) => try_bytes(bytes),
                Err(error) => {
                    let i18n = words.get();
                    let sentence = i18n.with("transfer-unreadable", &[("words", (&error).into())]);
                    let _ = trial.try_set(Trial::Failed(sentence));
                }
            }
        });
    };

    view! {
        <section class="sheet__section">
            <h2>{words.text("trial-title")}</h2>
            <p class="sheet__lead">{words.text("trial-lead")}</p>
            <label class="drop">
                <span class="drop__words">{words.text("trial-choose")}</span>
                <input class="drop__input" id="trial-file" type="file" accept=".json,.age,application/json" node_ref=input on:change=entered />
            </label>
            {move || match trial.get() {
                Trial::Nothing => ().into_any(),
                Trial::Locked(name, file) => view! {
                    <Locked
                        id="trial-passphrase"
                        name
                        file
                        opened=Callback::new(try_bytes)
                        done=move || trial.set(Trial::Nothing)
                    />
                }.into_any(),
                Trial::GoingOn => view! { <p role="status">{words.text("trial-going-on")}</p> }.into_any(),
                Trial::Whole(sentence) => {
                    view! { <p class="notice" role="status" id="trial-whole">{sentence}</p> }.into_any()
                }
                Trial::Failed(sentence) => view! {
                    <p class="notice" data-level="error" role="alert" id="trial-failed">{sentence}</p>
                }.into_any(),
            }}
        </section>
    }
}

/// Tries a file, and says in words what came of it. To be called from a task of the workspace's queue, so that
/// nothing changes meanwhile.
async fn outcome(words: Words, workspace: Workspace, bytes: &[u8]) -> Trial {
    let pace = workspace.working();
    // What is going on is painted first: the file is read at one go.
    clock::pause(0).await;
    let tried = match trial::try_out(&Memory::default(), bytes, clock::stamp(), &pace).await {
        Ok(tried) => tried,
        Err(failed) => return Trial::Failed(failure(&words.get(), &failed)),
    };
    let standing = match compare(workspace, tried.clone(), &pace).await {
        Ok(standing) => standing,
        Err(error) => return Trial::Failed(words.get().commit_error(&error)),
    };
    let changes = workspace.changes_since(tried.exported).await;
    Trial::Whole(whole(&words.get(), &tried, standing, changes))
}

async fn compare(
    workspace: Workspace,
    tried: Tried,
    pace: &impl Pace,
) -> Result<Standing, CommitError> {
    let mut comparing = workspace.peek(|book| Comparing::new(book, tried));
    while workspace.peek(|book| comparing.go_on(book)) {
        let (done, of) = comparing.progress();
        pace.pause(Stage::Packing, done, of).await?;
    }
    Ok(workspace.peek(|book| comparing.finish(book)))
}

/// "This file is whole: 12 people, 3 organizations. It was made on 9 March, 14:05. Since then 17 changes have been made here."
fn whole(i18n: &I18n, tried: &Tried, standing: Standing, changes: usize) -> String {
    let counts = RecordType::COUNTED.into_iter().map(|on| i18n.count(on, tried.print.count(on)));
    let counts = i18n.list(counts);
    let moment = i18n.formats.moment(tried.exported);
    let standing = match standing {
        Standing::Same => i18n.text("trial-same"),
        Standing::Changed => i18n.with("trial-changed", &[("count", changes.into())]),
        Standing::Other => i18n.text("trial-other"),
    };
    [
        i18n.with("trial-whole", &[("counts", (&counts).into())]),
        i18n.with("trial-made", &[("moment", (&moment).into())]),
        standing,
    ]
    .join(" ")
}

fn failure(i18n: &I18n, failed: &Failed) -> String {
    let why = match failed {
        // It says nothing of the file.
        Failed::Commit(error) => return i18n.commit_error(error),
        Failed::File(problem) => i18n.file_problem(problem),
        Failed::Opening(_) | Failed::Found(_) | Failed::Different => i18n.text("trial-different"),
    };
    format!("{} {why}", i18n.text("trial-not-whole"))
}
