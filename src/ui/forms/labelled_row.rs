//! An e-mail, phone or link with its label.

use leptos::prelude::*;

use super::{field_input::Control, label_select::LabelSelect, rows::RemoveRow};
use rapport::domain::{
    field::{Kind, draft::Draft},
    value::labelled::Labelled,
};

#[component]
pub(super) fn LabelledRow(control: Control, row: usize) -> impl IntoView {
    let Control { field, words, draft, .. } = control;
    let label = Signal::derive(move || part(&draft.read(), row, |item| item.label.to_string()));
    let value = move || part(&draft.read(), row, |item| item.value.to_string());
    let chose_label = Callback::new(move |label: String| {
        draft.update(|draft| set(draft, row, |item| item.label = label.into()));
    });
    let typed = move |value: String| {
        draft.update(|draft| set(draft, row, |item| item.value = value.into()));
    };
    let mode = match field.kind {
        Kind::Emails => "email",
        Kind::Phones => "tel",
        _ => "url",
    };

    view! {
        <li class="rows__row">
            <span class="rows__label"><LabelSelect kind=field.kind label on_choose=chose_label /></span>
            // Not of the type `email` or `url`: browsers rewrite what is typed into those.
            <input
                class="input"
                id=control.row_id(row)
                type="text"
                inputmode=mode
                autocapitalize="off"
                autocomplete="off"
                spellcheck="false"
                dir="ltr"
                aria-label=words.get().field(field)
                aria-invalid=move || control.aria_invalid(row)
                aria-describedby=control.described_by()
                prop:value=value
                on:input=move |event| typed(event_target_value(&event))
            />
            <RemoveRow control row />
        </li>
    }
}

fn part(draft: &Draft, row: usize, part: impl FnOnce(&Labelled) -> String) -> String {
    match draft {
        Draft::Labelled(items) => items.get(row).map(part).unwrap_or_default(),
        _ => String::new(),
    }
}

fn set(draft: &mut Draft, row: usize, change: impl FnOnce(&mut Labelled)) {
    if let Draft::Labelled(items) = draft
        && let Some(item) = items.get_mut(row)
    {
        change(item);
    }
}
