//! A task on one line: its tick, what it is, when it is due.

use leptos::prelude::*;

use super::{acts, snooze::Snooze};
use crate::{
    state::{language::use_words, toasts::use_toasts, use_workspace},
    ui::components::icon::{Icon, Picture},
};
use rapport::{
    domain::{
        book::{Book, OF},
        checklist,
        field::{self, derived, keys},
        id::{Id, RecordType},
        key::Key,
        repeat::Rule,
        value::Value,
    },
    i18n::I18n,
    query::agenda::importance,
    route::Route,
};

/// What a row shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Told {
    name: String,
    is_done: bool,
    /// As filters name it.
    status: String,
    due: Option<String>,
    is_important: bool,
    repeat: Option<String>,
    /// How many steps are done, of how many.
    steps: Option<String>,
    /// What it is with: name and address.
    with: Option<(String, String)>,
}

fn told(i18n: &I18n, book: &Book, id: Id, beside: Option<Id>) -> Option<Told> {
    let task = book.get(RecordType::Task, id)?;
    let status = field::read(book, task, keys::TASK_STATUS);
    let status = match status.as_deref() {
        Some(Value::Text(status)) => status.to_string(),
        _ => String::new(),
    };
    let steps = task.text(keys::CHECKLIST).map(checklist::parse).filter(|steps| !steps.is_empty());
    let steps = steps.map(|steps| {
        let done = steps.iter().filter(|step| step.is_done).count();
        let numbers = [("done", done.into()), ("all", steps.len().into())];
        i18n.with("task-steps", &numbers)
    });
    let other = |key: &Key| {
        let (on, id) = (key.field()?.points_to()?, task.link(*key)?);
        let name = derived::name_of(book.get(on, id)?)?;
        (beside != Some(id)).then(|| (name, Route::record(on, id).href()))
    };
    let rule = task.text(keys::REPEAT).and_then(Rule::parse);
    let time = task.text(keys::DUE_TIME);
    Some(Told {
        name: derived::name_of(task).unwrap_or_default(),
        is_done: task.get(keys::DONE).is_some(),
        status,
        due: task.day(keys::DUE).map(|due| i18n.due(book.today.date, due, time)),
        is_important: importance(task) == 2,
        repeat: rule.map(|rule| i18n.repeat(&rule)),
        steps,
        with: OF.iter().find_map(other),
    })
}

#[component]
pub(in crate::ui) fn TaskRow(
    id: Id,
    /// The record on whose panel it stands.
    #[prop(optional)]
    beside: Option<Id>,
) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let told = Memo::new(move |_| {
        let i18n = words.get();
        workspace.read(&RecordType::ALL, |book| told(&i18n, book, id, beside)).unwrap_or_default()
    });
    let tick = move || {
        told.with(|told| words.get().with("history-complete", &[("what", (&told.name).into())]))
    };
    let snooze = match beside {
        Some(beside) => view! { <Snooze id beside /> }.into_any(),
        None => view! { <Snooze id /> }.into_any(),
    };

    view! {
        <li class="task" data-task=id.to_string() data-status=move || told.with(|told| told.status.clone())>
            <label class="task__tick">
                <input
                    type="checkbox"
                    aria-label=tick
                    prop:checked=move || told.with(|told| told.is_done)
                    on:change=move |event| acts::toggle(words, toasts, workspace, id, &event_target(&event))
                />
            </label>
            <div class="task__words">
                <a class="task__name" id=format!("task-{id}") href=Route::record(RecordType::Task, id).href() dir="auto">
                    {move || told.with(|told| told.name.clone())}
                </a>
                <p class="task__facts">
                    {move || told.with(|told| told.is_important.then(|| view! {
                        <span class="task__important">{words.text("task-important")}</span>
                    }))}
                    {move || told.with(|told| told.due.clone().map(|due| view! { <span class="task__due">{due}</span> }))}
                    {move || told.with(|told| told.repeat.clone().map(|repeat| {
                        let title = repeat.clone();
                        view! {
                            <span class="task__repeat" title=title>
                                <Icon picture=Picture::Redo />
                                <span class="visually-hidden">{repeat}</span>
                            </span>
                        }
                    }))}
                    {move || told.with(|told| told.steps.clone().map(|steps| view! { <span>{steps}</span> }))}
                    {move || told.with(|told| told.with.clone().map(|(name, href)| view! { <a class="task__with" href=href dir="auto">{name}</a> }))}
                </p>
            </div>
            {snooze}
        </li>
    }
}
