//! One of a list of words, or none.

use leptos::prelude::*;

use super::field_input::Control;
use rapport::domain::field::draft::Draft;

#[component]
pub(super) fn ChoiceInput(
    control: Control,
    /// The stored words, and how the person reads them.
    choices: Vec<(&'static str, String)>,
) -> impl IntoView {
    let draft = control.draft;
    let is_chosen = move |choice: &str| draft.with(|draft| draft.text() == choice);
    let options = choices.into_iter().map(|(choice, name)| {
        view! { <option value=choice prop:selected=move || is_chosen(choice)>{name}</option> }
    });

    view! {
        <select
            class="input"
            id=control.id()
            aria-invalid=move || control.aria_invalid(0)
            aria-describedby=control.described_by()
            on:change=move |event| draft.set(Draft::Text(event_target_value(&event)))
        >
            <option value="" prop:selected=move || is_chosen("")>{control.words.text("form-not-set")}</option>
            {options.collect_view()}
        </select>
    }
}
