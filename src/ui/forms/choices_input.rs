//! Several of a list of words: a box for each.

use leptos::prelude::*;

use super::field_input::Control;
use rapport::domain::field::draft::Draft;

#[component]
pub(super) fn ChoicesInput(
    control: Control,
    /// The stored words, and how the person reads them.
    choices: Vec<(&'static str, String)>,
) -> impl IntoView {
    let draft = control.draft;
    let is_chosen = move |choice: &str| {
        draft.with(|draft| match draft {
            Draft::Words(words) => words.iter().any(|word| &**word == choice),
            _ => false,
        })
    };
    let clicked = move |choice: &str| {
        draft.update(|draft| {
            let Draft::Words(words) = draft else { return };
            let count = words.len();
            words.retain(|word| &**word != choice);
            if words.len() == count {
                words.push(choice.into());
            }
        });
    };
    let boxes = choices.into_iter().enumerate().map(|(row, (choice, name))| {
        view! {
            <label class="choices__choice">
                <input
                    type="checkbox"
                    id=control.row_id(row)
                    aria-describedby=control.described_by()
                    prop:checked=move || is_chosen(choice)
                    on:change=move |_| clicked(choice)
                />
                <span dir="auto">{name}</span>
            </label>
        }
    });

    view! { <div class="choices">{boxes.collect_view()}</div> }
}
