//! A task in one line, linked to the record on whose panel it is written.

use chrono::NaiveDate;
use leptos::{html, prelude::*};

use super::due_input::usual_days;
use crate::{
    state::{language::use_words, navigation::use_navigation, toasts::use_toasts, use_workspace},
    ui::{
        components::icon::Picture,
        forms::{NameForm, WholeForm},
    },
};
use rapport::{
    domain::{
        edit::{interactions, named::Names, records::Input, tasks},
        field::{draft::Draft, keys},
        id::{Id, RecordType},
        problem::Problem,
        value::{Value, day::Day},
    },
    route::Route,
};

const ON: RecordType = RecordType::Task;

#[component]
pub(in crate::ui) fn QuickAdd(
    /// The record that it is linked to; none on the home page.
    #[prop(optional)]
    of: Option<(RecordType, Id)>,
    /// The day on which it is due, where that is not asked.
    #[prop(optional)]
    on_day: Option<NaiveDate>,
) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let navigation = use_navigation();
    let workspace = use_workspace();
    let name = RwSignal::new(String::new());
    let day = NodeRef::<html::Select>::new();
    let usual = StoredValue::new(usual_days(workspace));
    let due = move || {
        if on_day.is_some() {
            return on_day.and_then(Day::from_date);
        }
        let at = usize::try_from(day.get_untracked()?.selected_index()).ok()?;
        usual.get_value().get(at)?.1.and_then(Day::from_date)
    };
    let links = move |book: &rapport::domain::book::Book| match of {
        Some((on, id)) => match book.get(on, id) {
            Some(record) => Ok(interactions::linked(on, record)),
            None => Err(Problem::Gone { on, id }),
        },
        None => Ok(Vec::new()),
    };
    let on_name = move |title: String| {
        let due = due().map(Value::Day);
        workspace.commit(
            move |book, stamp| {
                let mut input: Input =
                    links(book)?.into_iter().map(|(key, value)| (key, Some(value))).collect();
                input.insert(keys::NAME, Some(Value::text(&*title)));
                input.insert(keys::DUE, due.clone());
                tasks::create(book, &input, &Names::new(), stamp).map(|(_, change)| change)
            },
            move |saved| match saved {
                // The page may be gone by now.
                Ok(()) => drop(name.try_set(String::new())),
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };
    let clicked_more = move |_| {
        let mut drafts = workspace.peek(|book| {
            let links = links(book).unwrap_or_default().into_iter();
            let draft = |(key, value)| {
                let field = rapport::domain::key::Key::field(key)?;
                Some((key, Draft::of(book, field, Some(&value))))
            };
            links.filter_map(draft).collect::<Vec<_>>()
        });
        drafts.push((keys::NAME, Draft::Text(name.get_untracked())));
        drafts.extend(due().map(|due| (keys::DUE, Draft::Text(due.to_string()))));
        WholeForm::prepare_all(ON, drafts);
        navigation.go(&Route::New { on: ON });
    };
    // The first one is chosen where nothing is: whoever writes on the home page means today.
    let first = if of.is_some() { "task-someday" } else { "task-today" };

    view! {
        <NameForm
            class="quick-add"
            id="task-new"
            name
            label=words.text("task-title")
            action=words.text("quick-save")
            picture=Picture::Add
            on_name
        >
            <select class="input quick-add__day" hidden=on_day.is_some() node_ref=day aria-label=words.get().key(keys::DUE)>
                {usual.get_value().into_iter().map(|(message, _)| view! {
                    <option selected=message == first>{words.text(message)}</option>
                }).collect_view()}
            </select>
            <button class="button button--plain" type="button" on:click=clicked_more>{words.text("task-more")}</button>
        </NameForm>
    }
}
