//! Which columns a list has, and in which order.

use leptos::prelude::*;

use super::Listing;
use crate::{
    state::language::use_words,
    ui::{
        components::{
            icon::{Icon, Picture},
            menu::Menu,
        },
        later,
    },
};
use rapport::{
    domain::{field::keys, key::Key},
    route::possible_columns,
};

pub(super) fn arrange(listing: Listing, change: impl FnOnce(&mut Vec<Key>)) {
    let before = listing.columns.get_untracked();
    let mut columns = before.clone();
    change(&mut columns);
    if columns != before {
        listing.ask(|list| list.columns = Some(columns), false);
    }
}

/// Puts a column elsewhere: `to` gets its place and returns the new one. The name stays first.
pub(super) fn put(listing: Listing, key: Key, to: impl FnOnce(usize) -> usize) {
    arrange(listing, |columns| {
        let Some(at) = columns.iter().position(|other| *other == key) else { return };
        columns.remove(at);
        columns.insert(to(at).max(1).min(columns.len()), key);
    });
}

#[component]
pub(super) fn Columns(listing: Listing) -> impl IntoView {
    let words = use_words();

    view! {
        <Menu picture=Picture::Columns label=words.text("list-columns")>
            {later::column_choices(listing)}
        </Menu>
    }
}

#[component]
pub(in crate::ui) fn ColumnChoices(listing: Listing) -> impl IntoView {
    let words = use_words();
    let toggled = move |key: Key| {
        arrange(listing, |columns| {
            if columns.contains(&key) {
                columns.retain(|other| *other != key);
            } else {
                columns.push(key);
            }
        });
    };
    let moved = move |key: Key, by: isize| put(listing, key, |at| at.saturating_add_signed(by));
    // Chosen ones first, in their order; then the others, in that of the catalogue.
    let keys = move || {
        let chosen = listing.columns.get();
        let others =
            possible_columns(listing.on).filter(|key| !chosen.contains(key)).collect::<Vec<_>>();
        chosen
            .into_iter()
            .chain(others)
            .filter(|key| *key != keys::DISPLAY_NAME)
            .collect::<Vec<_>>()
    };
    let is_chosen = move |key: Key| listing.columns.with(|columns| columns.contains(&key));

    view! {
            <button
                class="menu__item"
                type="button"
                on:click=move |_| listing.ask(|list| list.columns = None, false)
            >
                {words.text("list-column-reset")}
            </button>
            <For each=keys key=|key| *key let:key>
                {
                    let i18n = words.get();
                    let label = i18n.key(key);
                    let up = i18n.with("list-column-up", &[("field", (&label).into())]);
                    let down = i18n.with("list-column-down", &[("field", (&label).into())]);
                    view! {
                        <div class="menu__row">
                            <label class="menu__item">
                                <input type="checkbox" prop:checked=move || is_chosen(key) on:change=move |_| toggled(key) />
                                {label}
                            </label>
                            <Show when=move || is_chosen(key)>
                                <button class="button button--plain button--icon" type="button" aria-label=up.clone() on:click=move |_| moved(key, -1)>
                                    <Icon picture=Picture::Up />
                                </button>
                                <button class="button button--plain button--icon" type="button" aria-label=down.clone() on:click=move |_| moved(key, 1)>
                                    <Icon picture=Picture::Down />
                                </button>
                            </Show>
                        </div>
                    }
                }
            </For>
    }
}
