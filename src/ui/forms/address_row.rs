//! A postal address in its parts.

use leptos::prelude::*;

use super::{field_input::Control, label_select::LabelSelect, rows::RemoveRow};
use rapport::domain::{
    field::{Kind, draft::Draft},
    value::address::Address,
};

/// A part of an address: its name in the language files, and where it is kept.
type Part = (&'static str, fn(&mut Address) -> &mut Box<str>);

const PARTS: [Part; 5] = [
    ("street", |address| &mut address.street),
    ("postcode", |address| &mut address.postcode),
    ("city", |address| &mut address.city),
    ("region", |address| &mut address.region),
    ("country", |address| &mut address.country),
];

#[component]
pub(super) fn AddressRow(control: Control, row: usize) -> impl IntoView {
    let draft = control.draft;
    let label = Signal::derive(move || text(&draft.read(), row, |address| &mut address.label));
    let chose_label = Callback::new(move |label: String| {
        draft.update(|draft| set(draft, row, |address| &mut address.label, label));
    });

    view! {
        <li class="rows__row rows__row--address">
            <div class="rows__head">
                <span class="rows__label"><LabelSelect kind=Kind::Addresses label on_choose=chose_label /></span>
                <RemoveRow control row />
            </div>
            <div class="rows__parts">
                {PARTS.into_iter().map(|part| view! { <PartInput control row part /> }).collect_view()}
            </div>
        </li>
    }
}

#[component]
fn PartInput(control: Control, row: usize, part: Part) -> impl IntoView {
    let Control { words, draft, .. } = control;
    let (name, place) = part;
    let first = PARTS.first().is_some_and(|(first, _)| *first == name);
    let id = if first { control.row_id(row) } else { format!("{}-{name}-{row}", control.id()) };
    let value = move || text(&draft.read(), row, place);
    let typed = move |value: String| draft.update(|draft| set(draft, row, place, value));
    let input = if first {
        view! {
            <textarea
                class="input rows__street"
                id=id.clone()
                rows="2"
                dir="auto"
                aria-invalid=move || control.aria_invalid(row)
                aria-describedby=control.described_by()
                prop:value=value
                on:input=move |event| typed(event_target_value(&event))
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                class="input"
                id=id.clone()
                type="text"
                autocomplete="off"
                dir="auto"
                prop:value=value
                on:input=move |event| typed(event_target_value(&event))
            />
        }
        .into_any()
    };

    view! {
        <div class="field" data-wide=first.then_some("")>
            <label class="field__label" for=id>{words.text(&format!("form-{name}"))}</label>
            {input}
        </div>
    }
}

fn text(draft: &Draft, row: usize, place: fn(&mut Address) -> &mut Box<str>) -> String {
    match draft {
        Draft::Addresses(items) => {
            let mut address = items.get(row).cloned().unwrap_or_default();
            place(&mut address).to_string()
        }
        _ => String::new(),
    }
}

fn set(draft: &mut Draft, row: usize, place: fn(&mut Address) -> &mut Box<str>, text: String) {
    if let Draft::Addresses(items) = draft
        && let Some(address) = items.get_mut(row)
    {
        *place(address) = text.into();
    }
}
