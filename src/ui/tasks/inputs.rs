//! The inputs of a task, in the order in which one thinks of them.

use leptos::prelude::*;

use super::{checklist_input::ChecklistInput, due_input::DueInput, repeat_input::RepeatInput};
use crate::{
    state::language::use_words,
    ui::forms::{Entry, FieldInput},
};
use rapport::domain::{
    field::{draft::Draft, keys},
    key::Key,
};

/// The fields that have their place in the form; others follow them.
pub(in crate::ui) const FORM: [Key; 11] = [
    keys::NAME,
    keys::DUE,
    keys::DUE_TIME,
    keys::PRIORITY,
    keys::REPEAT,
    keys::PERSON,
    keys::ORGANIZATION,
    keys::DEAL,
    keys::PROJECT,
    keys::CHECKLIST,
    keys::BODY,
];

#[component]
pub(in crate::ui) fn TaskInputs(
    /// Those that are not there, because a field is switched off, are left out.
    entries: Vec<Entry>,
    scope: &'static str,
) -> impl IntoView {
    let entry = |key: Key| entries.iter().copied().find(|entry| entry.field.key() == key);
    let input = |Entry { field, draft, fault }: Entry| {
        view! { <FieldInput field scope draft fault /> }
    };
    let due = entry(keys::DUE);
    let time = entry(keys::DUE_TIME);
    let links = [keys::PERSON, keys::ORGANIZATION, keys::DEAL, keys::PROJECT];
    let others = entries.iter().copied().filter(|entry| !FORM.contains(&entry.field.key()));

    view! {
        <div class="task-form">
            {entry(keys::NAME).map(|title| view! { <Title title scope /> })}
            {due.map(|due| view! { <DueInput due time scope /> })}
            {entry(keys::PRIORITY).map(input)}
            {entry(keys::REPEAT).map(|repeat| view! { <RepeatInput repeat due scope /> })}
            {links.into_iter().filter_map(entry).map(input).collect_view()}
            {entry(keys::CHECKLIST).map(|entry| view! { <ChecklistInput entry scope /> })}
            {entry(keys::BODY).map(input)}
            {others.map(input).collect_view()}
        </div>
    }
}

/// What is to be done.
#[component]
fn Title(title: Entry, scope: &'static str) -> impl IntoView {
    let words = use_words();
    let Entry { field, draft, fault } = title;
    let id = format!("{scope}-{}", field.name);
    let fault_id = format!("{id}-fault");

    view! {
        <div class="field" data-wide="">
            <label class="field__label" for=id.clone()>{words.text("task-title")}</label>
            <input
                class="input"
                id=id
                type="text"
                autocomplete="off"
                dir="auto"
                aria-invalid=move || fault.with(|fault| fault.is_some().then_some("true"))
                aria-describedby=fault_id.clone()
                prop:value=move || draft.with(|draft| draft.text().to_owned())
                on:input=move |event| draft.set(Draft::Text(event_target_value(&event)))
            />
            <p class="field__fault" id=fault_id role="alert">
                {move || fault.with(|fault| fault.as_ref().map(|fault| fault.text.clone()))}
            </p>
        </div>
    }
}
