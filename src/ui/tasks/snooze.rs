//! Putting a task off, and ticking it off with a word about it.

use chrono::NaiveDate;
use leptos::{html, prelude::*};
use web_sys::SubmitEvent;

use super::{acts, due_input::usual_days};
use crate::{
    state::{language::use_words, toasts::use_toasts, use_workspace},
    ui::{
        components::{
            icon::{Icon, Picture},
            menu::Menu,
        },
        keyboard::use_here,
    },
};
use rapport::{
    domain::{
        book::OF,
        id::{Id, RecordType},
        key::Key,
        value::day::Day,
    },
    platform::dom,
    route::Route,
};

/// What a task is with: the first of its links.
fn of_task(book: &rapport::domain::book::Book, id: Id) -> Option<(RecordType, Id)> {
    let task = book.get(RecordType::Task, id)?;
    OF.iter().find_map(|key: &Key| Some((key.field()?.points_to()?, task.link(*key)?)))
}

#[component]
pub(super) fn Snooze(
    id: Id,
    /// The record on whose panel the task stands.
    #[prop(optional)]
    beside: Option<Id>,
) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let here = use_here();
    let has_record = workspace.peek(|book| of_task(book, id).is_some());
    // The menu closes when the focus leaves it.
    let close = move || dom::focus(&format!("#task-{id}"));
    let put_off = move |to: Option<NaiveDate>| {
        close();
        acts::put_off(words, toasts, workspace, id, to);
    };
    let clicked_log = move |_| {
        close();
        acts::complete(words, toasts, workspace, id);
        if beside.is_some() {
            dom::focus("#note-new");
        } else if let Some((on, record)) = workspace.peek(|book| of_task(book, id)) {
            here.awaited.set_value(Some("#note-new"));
            here.navigation.go(&Route::record(on, record));
        }
    };
    let items = move || {
        let days = usual_days(workspace).into_iter();
        let day = NodeRef::<html::Input>::new();
        let submitted = move |event: SubmitEvent| {
            event.prevent_default();
            let chosen = day.get_untracked().and_then(|day| Day::parse(&day.value())?.date());
            if let Some(chosen) = chosen {
                put_off(Some(chosen));
            }
        };
        view! {
            <p class="menu__title">{words.text("task-put-off")}</p>
            {days.map(|(message, day)| view! {
                <button class="menu__item" type="button" on:click=move |_| put_off(day)>{words.text(message)}</button>
            }).collect_view()}
            <form class="menu__row task__pick" on:submit=submitted>
                <input class="input" type="date" dir="ltr" required node_ref=day aria-label=words.text("task-pick-day") />
                <button class="button" type="submit">{words.text("task-pick")}</button>
            </form>
            {(has_record || beside.is_some()).then(|| view! {
                <button class="menu__item" type="button" on:click=clicked_log>
                    <Icon picture=Picture::Check />
                    {words.text("task-done-log")}
                </button>
            })}
        }
    };

    view! {
        <div class="task__snooze">
            <Menu picture=Picture::History label=words.text("task-put-off")>{items()}</Menu>
        </div>
    }
}
