//! Which columns a list has, and in which order.

use leptos::prelude::*;

use super::Listing;
use crate::{
    domain::{field::keys, key::Key},
    route::possible_columns,
    state::language::use_words,
    ui::{
        components::{
            icon::{Icon, Picture},
            menu::Menu,
        },
        later,
    },
};

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
    let arrange = move |change: &dyn Fn(&mut Vec<Key>)| {
        let mut columns = listing.columns.get_untracked();
        change(&mut columns);
        listing.ask(|list| list.columns = Some(columns), false);
    };
    let toggled = move |key: Key| {
        arrange(&|columns| {
            if columns.contains(&key) {
                columns.retain(|other| *other != key);
            } else {
                columns.push(key);
            }
        });
    };
    let moved = move |key: Key, by: isize| {
        arrange(&|columns| {
            let Some(at) = columns.iter().position(|other| *other == key) else { return };
            // The name stays first.
            let to = at.saturating_add_signed(by).clamp(1, columns.len().saturating_sub(1));
            columns.remove(at);
            columns.insert(to, key);
        });
    };
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
