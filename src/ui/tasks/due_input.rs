//! The day and time by which a task should be done, the usual days one click away.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::{
    state::{Workspace, language::use_words, use_workspace},
    ui::forms::Entry,
};
use rapport::{
    domain::{field::draft::Draft, value::day::Day},
    platform::clock,
};

/// The days that are chosen most often, with the names of their messages. None is some day.
pub(super) fn usual_days(workspace: Workspace) -> [(&'static str, Option<NaiveDate>); 4] {
    let today = workspace.peek(|book| book.today);
    [
        ("task-today", Some(today.date)),
        ("task-tomorrow", today.date.succ_opt()),
        ("task-next-week", Some(today.next_week(clock::first_weekday()))),
        ("task-someday", None),
    ]
}

#[component]
pub(super) fn DueInput(
    due: Entry,
    #[prop(optional_no_strip)] time: Option<Entry>,
    scope: &'static str,
) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let Entry { field, draft, fault } = due;
    let id = format!("{scope}-{}", field.name);
    let fault_id = format!("{id}-fault");
    let text = move || draft.with(|draft| draft.text().to_owned());
    // A part of a day, which a file has brought, is no value of an input of days.
    let is_partial = move || {
        draft.with(|draft| Day::parse(draft.text()).is_some_and(|day| day.date().is_none()))
    };
    let usual = usual_days(workspace).into_iter().map(|(message, day)| {
        let day = day.map(|day| day.to_string()).unwrap_or_default();
        let chosen = day.clone();
        view! {
            <button
                class="button task-form__day"
                type="button"
                aria-pressed=move || (text() == day).to_string()
                on:click=move |_| draft.set(Draft::Text(chosen.clone()))
            >
                {words.text(message)}
            </button>
        }
    });

    view! {
        <div class="field" data-wide="">
            <label class="field__label" for=id.clone()>{words.get().field(field)}</label>
            <div class="task-form__due">
                <input
                    class="input"
                    id=id
                    type=move || if is_partial() { "text" } else { "date" }
                    dir="ltr"
                    aria-invalid=move || fault.with(|fault| fault.is_some().then_some("true"))
                    aria-describedby=fault_id.clone()
                    prop:value=text
                    on:input=move |event| draft.set(Draft::Text(event_target_value(&event)))
                />
                {time.map(|time| view! { <TimeInput time scope /> })}
                {usual.collect_view()}
            </div>
            <p class="field__fault" id=fault_id role="alert">
                {move || fault.with(|fault| fault.as_ref().map(|fault| fault.text.clone()))}
            </p>
        </div>
    }
}

#[component]
fn TimeInput(time: Entry, scope: &'static str) -> impl IntoView {
    let words = use_words();
    let Entry { field, draft, .. } = time;

    view! {
        <input
            class="input"
            id=format!("{scope}-{}", field.name)
            type="time"
            dir="ltr"
            aria-label=words.get().field(field)
            prop:value=move || draft.with(|draft| draft.text().to_owned())
            on:input=move |event| {
                // Seconds, which some browsers add, are of no use.
                let text = event_target_value(&event).chars().take(5).collect();
                draft.set(Draft::Text(text));
            }
        />
    }
}
