//! The form of a task that is there.

use leptos::prelude::*;
use web_sys::{KeyboardEvent, SubmitEvent};

use super::inputs::{FORM, TaskInputs};
use crate::{
    state::{language::use_words, toasts::use_toasts, use_workspace},
    ui::forms::{Entry, FieldFault},
};
use rapport::{
    domain::{
        edit::{named::Names, records::Input, tasks},
        field::{self, draft::Draft, keys},
        id::{Id, RecordType},
        key::Key,
        problem::Problem,
    },
    platform::dom,
};

/// Begins the ids of the inputs.
const SCOPE: &str = "task";

#[component]
pub(in crate::ui) fn EditTask(id: Id, on_done: Callback<()>) -> impl IntoView {
    const ON: RecordType = RecordType::Task;
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let (entries, seen) = workspace.peek(|book| {
        let task = book.get(ON, id);
        let held = |key: Key| task.and_then(|task| task.get(key));
        let asked = field::fields_of(ON).filter(|field| FORM.contains(&field.key()));
        let entries: Vec<_> = asked
            .map(|field| {
                let draft = RwSignal::new(Draft::of(book, field, held(field.key())));
                Entry { field, draft, fault: RwSignal::new(None) }
            })
            .collect();
        let keys = entries.iter().map(|entry| entry.field.key());
        let seen: Input = keys.map(|key| (key, held(key).cloned())).collect();
        (entries, seen)
    });
    let entries = StoredValue::new(entries);
    let seen = StoredValue::new(seen);
    let say = move |key: Key, text: String| {
        let entry = entries.try_get_value().unwrap_or_default();
        match entry.into_iter().find(|entry| entry.field.key() == key) {
            // The page may be gone by now.
            Some(entry) => drop(entry.fault.try_set(Some(FieldFault { row: None, text }))),
            None => toasts.failed(text),
        }
    };
    let save = move || {
        let mut input = Input::new();
        let mut names = Names::new();
        let mut is_right = true;
        for Entry { field, draft, fault } in entries.get_value() {
            match draft.with_untracked(|draft| draft.read(field)) {
                Ok(entered) => {
                    fault.set(None);
                    if entered.names.is_empty() {
                        input.insert(field.key(), entered.value);
                    } else {
                        names.insert(field.key(), entered.names);
                    }
                }
                Err(wrong) => {
                    fault.set(Some(FieldFault::of(words, &wrong)));
                    is_right = false;
                }
            }
        }
        if !is_right {
            return;
        }
        let seen = seen.get_value();
        workspace.commit(
            move |book, stamp| tasks::edit(book, id, &seen, &input, &names, stamp),
            move |saved| match saved {
                Ok(()) => on_done.try_run(()).unwrap_or_default(),
                Err(error) => match error.problem() {
                    Some(Problem::Field { key, fault }) => say(*key, words.get().fault(fault)),
                    Some(Problem::Nameless(_)) => say(keys::NAME, words.get().commit_error(&error)),
                    _ => toasts.failed(words.get().commit_error(&error)),
                },
            },
        );
    };
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        save();
    };
    let pressed = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "Enter" if event.ctrl_key() || event.meta_key() => save(),
            "Escape" => on_done.run(()),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    // Synchronizes the focus, which is outside the reactive system, with the form that has opened.
    Effect::new(move || dom::focus(&format!("#{SCOPE}-{}", keys::NAME.name())));

    view! {
        <form class="task-edit" novalidate on:submit=submitted on:keydown=pressed>
            <TaskInputs entries=entries.get_value() scope=SCOPE />
            <div class="cluster">
                <button class="button button--primary" type="submit" title=words.text("record-save-long")>{words.text("save")}</button>
                <button class="button" type="button" on:click=move |_| on_done.run(())>{words.text("cancel")}</button>
            </div>
        </form>
    }
}
