//! Which fields go out, and how much of each.

use leptos::prelude::*;

use super::Listing;
use crate::state::language::use_words;
use rapport::{
    domain::key::Key,
    route::possible_columns,
    transfer::{
        csv::Outgoing,
        mask::{Mask, can_blur},
        profile::Choice,
    },
};

/// The columns of the list, and then the other fields, which stay.
pub(super) fn usual(listing: Listing) -> Vec<Choice> {
    let shown = listing.columns.get_untracked();
    let others: Vec<Key> =
        possible_columns(listing.on).filter(|key| !shown.contains(key)).collect();
    let choice = |is_in| move |key| (Outgoing { key, mask: Mask::Open }, is_in);
    shown.into_iter().map(choice(true)).chain(others.into_iter().map(choice(false))).collect()
}

#[component]
pub(super) fn ColumnTable(listing: Listing, columns: RwSignal<Vec<Choice>>) -> impl IntoView {
    let words = use_words();
    // A profile has an order of its own.
    let keys =
        Memo::new(move |_| columns.with(|it| it.iter().map(|(it, _)| it.key).collect::<Vec<_>>()));
    let change = move |key: Key, change: &dyn Fn(&mut Choice)| {
        columns.update(|columns| columns.iter_mut().filter(|it| it.0.key == key).for_each(change));
    };
    let state =
        move |key: Key| columns.with(|columns| columns.iter().find(|it| it.0.key == key).copied());
    let set_all = move |is_in: &dyn Fn(Key) -> bool| {
        columns.update(|columns| columns.iter_mut().for_each(|it| it.1 = is_in(it.0.key)));
    };
    let of_list = move || {
        let shown = listing.columns.get_untracked();
        set_all(&|key| shown.contains(&key));
    };
    let row = move |key: Key| {
        let label = words.get().key(key);
        let masked = words.get().with("export-mask-of", &[("field", (&label).into())]);
        let is_in = move || state(key).is_some_and(|(_, is_in)| is_in);
        let is_blurred = move || state(key).is_some_and(|(it, _)| it.mask == Mask::Blurred);
        let entered = move |event| {
            let is_blurred = event_target_value(&event) == "export-mask-blurred";
            let mask = if is_blurred { Mask::Blurred } else { Mask::Open };
            change(key, &|it| it.0.mask = mask);
        };
        let can_blur = key.field().is_some_and(|field| can_blur(field.kind));
        view! {
            <li class="export__column">
                <label class="export__tick">
                    <input type="checkbox" prop:checked=is_in on:change=move |_| change(key, &|it| it.1 = !it.1) />
                    <span dir="auto">{label}</span>
                </label>
                <Show when=move || can_blur && is_in()>
                    <select class="input" aria-label=masked.clone() on:change=entered>
                        {[("export-mask-open", false), ("export-mask-blurred", true)].map(|(name, blurred)| view! {
                            <option value=name selected=move || is_blurred() == blurred>{words.text(name)}</option>
                        })}
                    </select>
                </Show>
            </li>
        }
    };

    view! {
        <fieldset class="field">
            <legend class="field__label">{words.text("export-columns")}</legend>
            <div class="cluster">
                <button class="button button--plain" type="button" on:click=move |_| of_list()>
                    {words.text("export-columns-list")}
                </button>
                <button class="button button--plain" id="export-all" type="button" on:click=move |_| set_all(&|_| true)>
                    {words.text("export-columns-all")}
                </button>
            </div>
            <ul class="export__columns" role="list" tabindex="0" aria-label=words.text("export-columns")>
                {move || keys.get().into_iter().map(row).collect_view()}
            </ul>
        </fieldset>
    }
}
