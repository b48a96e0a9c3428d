//! A backup that was read: what it holds beside what is here, and the choice.

use leptos::prelude::*;

use super::Chosen;
use crate::state::{language::use_words, toasts::use_toasts, use_workspace};
use rapport::{
    domain::{id::RecordType, problem::Problem, table::Table},
    transfer::json::{self, Mode},
};

#[component]
pub(super) fn Restore(file: Chosen, #[prop(into)] done: Callback<()>) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let i18n = words.get();
    let counts = file
        .contents
        .borrow()
        .as_ref()
        .map(|contents| workspace.peek(|book| json::compare(book, contents)));
    let counts = counts.unwrap_or_default();
    let kinds = RecordType::COUNTED;
    let is_empty =
        workspace.peek(|book| kinds.iter().all(|kind| Table::is_empty(book.table(*kind))));
    let exported = file.contents.borrow().as_ref().map(|contents| contents.exported);
    let is_working = RwSignal::new(false);
    let chosen = StoredValue::new_local(file.clone());
    let clicked = move |mode: Mode| {
        is_working.set(true);
        let before = workspace.position();
        let file = chosen.get_value();
        let name = file.name.clone();
        workspace.commit(
            move |book, stamp| {
                // What the file holds is handed over, not copied: there may be a hundred thousand.
                let contents = file.contents.take().ok_or(Problem::Overtaken)?;
                Ok(json::plan(book, contents, mode, &file.name, stamp).change)
            },
            move |saved| {
                // The page may be gone by now.
                let _ = is_working.try_set(false);
                let i18n = words.get();
                // What is here now is in a file already.
                if let Some(exported) = exported.filter(|_| saved.is_ok() && mode == Mode::Replace)
                {
                    workspace.backed_up(exported, untrack(|| workspace.position()));
                }
                match saved {
                    Ok(()) if workspace.position() == before => {
                        toasts.done(i18n.text("transfer-nothing-new"), None);
                    }
                    Ok(()) => {
                        let sentence = i18n.with("history-import", &[("what", (&name).into())]);
                        toasts.done(sentence, workspace.next_undo());
                    }
                    Err(error) => toasts.failed(i18n.commit_error(&error)),
                }
                let _ = done.try_run(());
            },
        );
    };

    view! {
        <div class="restore" role="group" aria-label=file.name>
            <h3 dir="auto">{file.name.clone()}</h3>
            {file.findings.iter().map(|finding| view! {
                <p class="notice" data-level="warning">{i18n.finding(finding)}</p>
            }).collect_view()}
            <div class="restore__scroll">
                <table class="restore__table">
                    <thead>
                        <tr>
                            <th scope="col"><span class="visually-hidden">{i18n.text("list-field")}</span></th>
                            {["transfer-new", "transfer-same", "transfer-different", "transfer-absent"].map(|message| view! {
                                <th scope="col">{i18n.text(message)}</th>
                            })}
                        </tr>
                    </thead>
                    <tbody>
                        {kinds.map(|kind| {
                            let count = counts.get(kind.position()).copied().unwrap_or_default();
                            view! {
                                <tr>
                                    <th scope="row">{i18n.text(&format!("kind-{}", kind.name()))}</th>
                                    {[count.new, count.same, count.different, count.absent].map(|number| view! {
                                        <td>{i18n.number(number)}</td>
                                    })}
                                </tr>
                            }
                        })}
                    </tbody>
                </table>
            </div>
            {if is_empty {
                view! {
                    <p>{i18n.text("transfer-restore-lead")}</p>
                    <div class="cluster">
                        <button class="button button--primary" id="restore-file" type="button" disabled=move || is_working.get() on:click=move |_| clicked(Mode::Replace)>
                            {i18n.text("transfer-restore")}
                        </button>
                        <button class="button" type="button" on:click=move |_| done.run(())>{i18n.text("cancel")}</button>
                    </div>
                }.into_any()
            } else {
                view! {
                    <p>{i18n.text("transfer-choice")}</p>
                    <div class="cluster">
                        <button class="button button--primary" id="add-new" type="button" disabled=move || is_working.get() on:click=move |_| clicked(Mode::AddNew)>
                            {i18n.text("transfer-add")}
                        </button>
                        <button class="button button--danger" id="replace-all" type="button" disabled=move || is_working.get() on:click=move |_| clicked(Mode::Replace)>
                            {i18n.text("transfer-replace")}
                        </button>
                        <button class="button" type="button" on:click=move |_| done.run(())>{i18n.text("cancel")}</button>
                    </div>
                }.into_any()
            }}
        </div>
    }
}
