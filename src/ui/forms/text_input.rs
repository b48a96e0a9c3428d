//! Text on one line or several, numbers and days: all are typed.

use leptos::prelude::*;

use super::field_input::Control;
use rapport::domain::field::{Kind, draft::Draft};

/// How many lines a long text begins with, and grows to where the browser does not do it by itself.
const LINES: std::ops::RangeInclusive<usize> = 3..=16;

#[component]
pub(super) fn TextInput(control: Control) -> impl IntoView {
    let draft = control.draft;
    let text = move || draft.with(|draft| draft.text().to_owned());
    let typed = move |text: String| draft.set(Draft::Text(text));
    let (mode, direction) = match control.field.kind {
        Kind::Number => (Some("decimal"), "ltr"),
        // The parts of a day keep their order in every script.
        Kind::Day => (None, "ltr"),
        _ => (None, "auto"),
    };

    if control.field.kind == Kind::LongText {
        let rows = move || {
            let lines = draft.with(|draft| draft.text().lines().count() + 1);
            lines.clamp(*LINES.start(), *LINES.end()).to_string()
        };
        view! {
            <textarea
                class="input"
                id=control.id()
                rows=rows
                dir="auto"
                aria-invalid=move || control.aria_invalid(0)
                aria-describedby=control.described_by()
                prop:value=text
                on:input=move |event| typed(event_target_value(&event))
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                class="input"
                id=control.id()
                type="text"
                inputmode=mode
                autocomplete="off"
                dir=direction
                aria-invalid=move || control.aria_invalid(0)
                aria-describedby=control.described_by()
                prop:value=text
                on:input=move |event| typed(event_target_value(&event))
            />
        }
        .into_any()
    }
}
