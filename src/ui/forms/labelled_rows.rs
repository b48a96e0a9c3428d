//! E-mails, phones and links: a row for each, with its label.

use leptos::prelude::*;

use super::{field_input::Control, label_select::LabelSelect};
use crate::{
    domain::{
        field::{Kind, draft::Draft},
        value::labelled::Labelled,
    },
    platform::dom,
    ui::components::icon::{Icon, Picture},
};

#[component]
pub(super) fn LabelledRows(control: Control) -> impl IntoView {
    let rows = Memo::new(move |_| control.draft.with(Draft::rows));

    view! {
        <ul class="rows" role="list">
            <For each=move || 0..rows.get() key=|row| *row let:row>
                <Row control row />
            </For>
        </ul>
        <AddRow control />
    }
}

#[component]
fn Row(control: Control, row: usize) -> impl IntoView {
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

/// Adds a row and goes there.
#[component]
pub(super) fn AddRow(control: Control) -> impl IntoView {
    let Control { field, words, draft, .. } = control;
    let clicked = move |_| {
        draft.update(Draft::add_row);
        let row = draft.with_untracked(Draft::rows).saturating_sub(1);
        request_animation_frame(move || dom::focus(&format!("#{}", control.row_id(row))));
    };

    view! {
        <button class="button button--plain rows__add" id=format!("{}-add", control.id()) type="button" on:click=clicked>
            <Icon picture=Picture::Add />
            {words.text(&format!("form-add-{}", field.name))}
        </button>
    }
}

#[component]
pub(super) fn RemoveRow(control: Control, row: usize) -> impl IntoView {
    let Control { field, words, draft, fault, .. } = control;
    let field_name = words.get().field(field);
    let name = words.get().with("form-remove", &[("what", (&field_name).into())]);
    let clicked = move |_| {
        // The focus goes before the row does, so that it does not leave the field.
        dom::focus(&format!("#{}-add", control.id()));
        fault.set(None);
        draft.update(|draft| draft.remove_row(row));
    };

    view! {
        <button class="button button--plain button--icon" type="button" title=name.clone() aria-label=name on:click=clicked>
            <Icon picture=Picture::Close />
        </button>
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
