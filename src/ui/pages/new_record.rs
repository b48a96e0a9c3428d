//! A form for a new record of any type.
//!
//! Enter or Ctrl with Enter saves, Escape goes back to the list. What was typed stays until it is saved or
//! given up, through a reload too.

use leptos::{html, prelude::*};
use web_sys::{KeyboardEvent, SubmitEvent};

use super::quick_entry::QuickEntry;
use crate::{
    state::{
        Workspace,
        language::{Words, use_words},
        navigation::use_navigation,
        toasts::use_toasts,
        use_workspace,
    },
    ui::{
        commands,
        forms::{Entry, FieldInput, WholeForm, name_key},
        tasks::TaskInputs,
    },
};
use rapport::{
    domain::{
        edit::{
            deals, interactions,
            named::Names,
            records::{self, Input},
            tasks,
        },
        field::{DataKind, derived, keys},
        id::{Id, RecordType},
        problem::Problem,
    },
    platform::dom,
    route::{List, Route},
    storage::session::CommitError,
};

/// Begins the ids of the inputs.
const SCOPE: &str = "new";

#[component]
pub(in crate::ui) fn NewRecord(on: RecordType) -> impl IntoView {
    let words = use_words();
    let navigation = use_navigation();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let form = WholeForm::new(on);
    let is_restored = RwSignal::new(form.is_restored);
    let is_saving = StoredValue::new(false);
    let notice = RwSignal::new(None::<String>);
    let is_task = on == RecordType::Task;
    let kinds = DataKind::SHOWN.into_iter().filter(|_| !is_task);
    let groups: Vec<_> = kinds
        .map(|data| (data, form.of_kind(data)))
        .filter(|(_, entries)| !entries.is_empty())
        .collect();

    let created = move |id: Id| {
        form.clear();
        let name = workspace.peek(|book| book.get(on, id).and_then(derived::name_of));
        let what = name.unwrap_or_default();
        let done = words.get().with("history-create", &[("what", (&what).into())]);
        toasts.done(done, untrack(|| workspace.next_undo()));
        // Whoever has left the form meanwhile stays where they went.
        if !is_saving.is_disposed() {
            navigation.go(&after(workspace, on, id));
        }
    };
    let save = move || {
        if is_saving.get_value() {
            return;
        }
        notice.set(None);
        if let Some((input, names)) = form.read(words) {
            is_saving.set_value(true);
            create(words, workspace, on, input, names, move |made| match made {
                Ok(id) => created(id),
                Err(error) => {
                    let text = words.get().commit_error(&error);
                    if is_saving.try_set_value(false).is_some() {
                        return toasts.failed(text);
                    }
                    match error.problem() {
                        Some(Problem::Field { key, fault }) => {
                            form.say(*key, words.get().fault(fault));
                        }
                        Some(Problem::Nameless(_)) => form.say(name_key(on), text),
                        _ => drop(notice.try_set(Some(text))),
                    }
                    focus_fault();
                }
            });
        } else {
            notice.set(Some(words.text("new-faults")));
            focus_fault();
        }
    };
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        save();
    };
    let pressed = move |event: KeyboardEvent| {
        let with_control = event.ctrl_key() || event.meta_key();
        match event.key().as_str() {
            "Enter" if with_control => save(),
            "Escape" => navigation.go(&before(on)),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    // Synchronizes the focus, which is outside the reactive system, with the new page.
    Effect::new(move || dom::focus(&format!("#{SCOPE}-{}", name_key(on).name())));

    view! {
        <form class="sheet new-record" novalidate on:submit=submitted on:keydown=pressed>
            <header class="sheet__head">
                <h1>{words.text(&format!("new-{}", on.name()))}</h1>
                <div class="cluster">
                    <a class="button" href=before(on).href() on:click=move |_| form.clear()>{words.text("cancel")}</a>
                    <button class="button button--primary" type="submit">{words.text("save")}</button>
                </div>
            </header>
            {(on == RecordType::Person).then(|| view! { <QuickEntry /> })}
            <Show when=move || is_restored.get()>
                <div class="notice" role="status">
                    <p class="notice__text">{words.text("new-restored")}</p>
                    <button class="button" type="button" on:click=move |_| {
                        form.clear();
                        is_restored.set(false);
                    }>{words.text("new-discard")}</button>
                </div>
            </Show>
            <div class="new-record__notice" role="alert">
                {move || notice.get().map(|text| view! {
                    <div class="notice" data-level="error"><p class="notice__text">{text}</p></div>
                })}
            </div>
            {is_task.then(|| view! { <TaskInputs entries=form.entries() scope=SCOPE /> })}
            {groups.into_iter().enumerate().map(|(at, (data, entries))| {
                let has_name = entries.iter().any(|entry| entry.field.key() == name_key(on));
                let is_open = at == 0 || has_name || form.is_filled(data);
                view! { <Group data entries is_open /> }
            }).collect_view()}
            <footer class="cluster">
                <button class="button button--primary" type="submit">{words.text("save")}</button>
                <a class="button" href=before(on).href() on:click=move |_| form.clear()>{words.text("cancel")}</a>
            </footer>
        </form>
    }
}

/// Adds the record; `then` hears under which id.
fn create(
    words: Words,
    workspace: Workspace,
    on: RecordType,
    input: Input,
    names: Names,
    then: impl FnOnce(Result<Id, CommitError>) + 'static,
) {
    let usual = words.get().usual_pipeline();
    commands::create(
        workspace,
        move |book, stamp| match on {
            RecordType::Deal => deals::create(book, &input, &names, &usual, stamp),
            RecordType::Task => tasks::create(book, &input, &names, stamp),
            RecordType::Interaction => interactions::create(book, &input, &names, stamp),
            _ => records::create_naming(book, on, &input, &names, stamp),
        },
        then,
    );
}

/// The page that the form was opened from, as far as one knows.
fn before(on: RecordType) -> Route {
    if on == RecordType::Deal { Route::board() } else { Route::list(on) }
}

/// Where the record is seen among others.
fn after(workspace: Workspace, on: RecordType, id: Id) -> Route {
    if on != RecordType::Deal {
        return Route::record(on, id);
    }
    let pipeline = workspace.peek(|book| {
        let stage = book.get(RecordType::Stage, book.get(on, id)?.link(keys::STAGE)?)?;
        stage.link(keys::PIPELINE)
    });
    Route::Board { pipeline, list: List::default(), open: Some(id) }
}

/// The fields of one kind of data. Opens by itself when something in it is wrong.
#[component]
fn Group(data: DataKind, entries: Vec<Entry>, is_open: bool) -> impl IntoView {
    let words = use_words();
    let faults: Vec<_> = entries.iter().map(|entry| entry.fault).collect();
    let node = NodeRef::<html::Details>::new();
    // Synchronizes the browser's own disclosure, which the person opens and closes as well.
    Effect::new(move || {
        let is_wrong = faults.iter().any(|fault| fault.get().is_some());
        if let Some(node) = node.get()
            && is_wrong
        {
            node.set_open(true);
        }
    });

    view! {
        <details class="new-record__group" node_ref=node open=is_open>
            <summary class="new-record__title"><h2>{words.text(&format!("data-{}", data.name()))}</h2></summary>
            <div class="new-record__fields">
                {entries.into_iter().map(|Entry { field, draft, fault }| view! {
                    <FieldInput field scope=SCOPE draft fault />
                }).collect_view()}
            </div>
        </details>
    }
}

/// Goes to the first input with something wrong, once the page shows it.
fn focus_fault() {
    request_animation_frame(|| dom::focus(".new-record [aria-invalid='true']"));
}
