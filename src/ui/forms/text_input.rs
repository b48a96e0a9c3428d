//! Text on one line or several, numbers, money, days and moments: all are typed.

use leptos::prelude::*;

use super::field_input::Control;
use rapport::{
    domain::{
        field::{Kind, draft::Draft},
        value::time::Time,
    },
    platform::clock,
};

/// How many lines a long text begins with, and grows to where the browser does not do it by itself.
const LINES: std::ops::RangeInclusive<usize> = 3..=16;

#[component]
pub(super) fn TextInput(control: Control) -> impl IntoView {
    let draft = control.draft;
    let text = move || draft.with(|draft| draft.text().to_owned());
    let kind = control.field.kind;
    let text = move || shown(kind, &text());
    let typed = move |text: String| draft.set(Draft::Text(typed(kind, text)));
    let (mode, direction) = match kind {
        Kind::Number | Kind::Percent => (Some("decimal"), "ltr"),
        // Not of the type `email` or `url`: browsers rewrite what is typed into those.
        Kind::Email => (Some("email"), "ltr"),
        Kind::Phone => (Some("tel"), "ltr"),
        Kind::Link => (Some("url"), "ltr"),
        // The parts of a day keep their order in every script.
        Kind::Day | Kind::Time | Kind::Money => (None, "ltr"),
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
                type=if kind == Kind::Time { "datetime-local" } else { "text" }
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

/// What an input shows of a draft: a moment as the clock on the wall has it.
pub(in crate::ui) fn shown(kind: Kind, text: &str) -> String {
    let moment = (kind == Kind::Time).then(|| Time::of_clock(text.strip_suffix('Z')?, 0)).flatten();
    moment.map_or_else(|| text.to_owned(), clock::on_clock)
}

/// What a draft keeps of an input: a moment in UTC.
pub(in crate::ui) fn typed(kind: Kind, text: String) -> String {
    let moment = (kind == Kind::Time).then(|| clock::of_clock(&text)).flatten();
    moment.map_or(text, |at| format!("{}Z", at.on_clock(0)))
}
