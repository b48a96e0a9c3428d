//! Fields that hold several values: a row for each, adding one and taking one away.

use leptos::prelude::*;

use super::{address_row::AddressRow, field_input::Control, labelled_row::LabelledRow};
use crate::ui::components::icon::{Icon, Picture};
use rapport::{
    domain::field::{Kind, draft::Draft},
    platform::dom,
};

#[component]
pub(super) fn Rows(control: Control) -> impl IntoView {
    let rows = Memo::new(move |_| control.draft.with(Draft::rows));
    let input = move |row| match control.field.kind {
        Kind::Addresses => view! { <AddressRow control row /> }.into_any(),
        _ => view! { <LabelledRow control row /> }.into_any(),
    };

    view! {
        <ul class="rows" role="list">
            <For each=move || 0..rows.get() key=|row| *row let:row>
                {input(row)}
            </For>
        </ul>
        <AddRow control />
    }
}

/// Adds a row and goes there.
#[component]
fn AddRow(control: Control) -> impl IntoView {
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
