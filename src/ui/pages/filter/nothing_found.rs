//! What is said where nothing is found.

use leptos::prelude::*;

use super::Filtering;
use crate::state::language::use_words;

#[component]
pub(in crate::ui) fn NothingFound(filtering: Filtering) -> impl IntoView {
    let words = use_words();
    let clicked_clear = move |_| {
        filtering.ask(
            |list| {
                list.query.filter.clear();
                list.query.search.clear();
            },
            true,
        );
    };

    view! {
        <p class="empty__title">{words.text("list-nothing-found")}</p>
        <p>{words.text("list-nothing-found-lead")}</p>
        <button class="button" type="button" on:click=clicked_clear>{words.text("list-clear")}</button>
    }
}
