//! What a task says of itself: its tick, when it is due, how it comes round, its steps.

use leptos::prelude::*;

use super::Panel;
use crate::{
    state::{language::use_words, use_workspace},
    ui::{
        components::icon::{Icon, Picture},
        tasks::{EditTask, Steps, TaskRow},
    },
};
use rapport::{
    domain::{
        book::{Book, OF},
        field::{derived, keys},
        id::RecordType,
        key::Key,
        record::Record,
        repeat::Rule,
        value::Value,
    },
    i18n::I18n,
    route::Route,
};

/// A line about the task: what it is about, what it says, and where a click leads.
type Line = (String, String, Option<String>);

#[component]
pub(super) fn TaskCard(panel: Panel) -> impl IntoView {
    let Panel { on, id, .. } = panel;
    let words = use_words();
    let workspace = use_workspace();
    let is_open = RwSignal::new(false);
    let lines = Memo::new(move |_| {
        let i18n = words.get();
        workspace.read(&RecordType::ALL, |book| Some(lines(&i18n, book, book.get(on, id)?)))
    });
    let lines = move || lines.get().unwrap_or_default();
    let body = Memo::new(move |_| {
        workspace.read(&[on], |book| book.get(on, id)?.text(keys::BODY).map(str::to_owned))
    });
    let shown = move || {
        view! {
            <ul class="tasks" role="list"><TaskRow id /></ul>
            <dl class="task-card__lines">
                {move || lines().into_iter().map(|(label, text, href)| view! {
                    <div>
                        <dt>{label}</dt>
                        <dd dir="auto">{match href {
                            Some(href) => view! { <a href=href>{text}</a> }.into_any(),
                            None => text.into_any(),
                        }}</dd>
                    </div>
                }).collect_view()}
            </dl>
            <Steps id />
            {move || body.get().map(|body| view! { <p class="note__body" dir="auto">{body}</p> })}
            <button class="record__add" type="button" on:click=move |_| is_open.set(true)>
                <Icon picture=Picture::Edit />
                {words.text("task-edit")}
            </button>
        }
    };
    let on_done = Callback::new(move |()| {
        // The page may be gone by now.
        let _ = is_open.try_set(false);
    });

    view! {
        <section class="record__section">
            <h2 class="record__heading">{words.text("task")}</h2>
            <Show when=move || is_open.get() fallback=shown><EditTask id on_done /></Show>
        </section>
    }
}

fn lines(i18n: &I18n, book: &Book, task: &Record) -> Vec<Line> {
    let due = task.day(keys::DUE).map(|due| {
        let due = i18n.value(book, keys::DUE, &Value::Day(due));
        (i18n.key(keys::DUE), due, None)
    });
    let priority = task.get(keys::PRIORITY).map(|priority| {
        (i18n.key(keys::PRIORITY), i18n.value(book, keys::PRIORITY, priority), None)
    });
    let repeat = task.text(keys::REPEAT).map(|repeat| {
        // A rule that a file has brought may be none of ours.
        let said = Rule::parse(repeat).map(|rule| i18n.repeat(&rule));
        (i18n.key(keys::REPEAT), said.unwrap_or_else(|| repeat.to_owned()), None)
    });
    let link = |key: &Key| {
        let (on, id) = (key.field()?.points_to()?, task.link(*key)?);
        let name = derived::name_of(book.get(on, id)?)?;
        Some((i18n.key(*key), name, Some(Route::record(on, id).href())))
    };
    let facts = due.into_iter().chain(priority).chain(repeat);
    facts.chain(OF.iter().filter_map(link)).collect()
}
