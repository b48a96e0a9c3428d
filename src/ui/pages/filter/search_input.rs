//! The line for the words that are looked for.

use leptos::prelude::*;

use super::Filtering;
use crate::state::language::use_words;

#[component]
pub(in crate::ui::pages) fn SearchInput(filtering: Filtering) -> impl IntoView {
    let words = use_words();
    let Filtering { on, list, .. } = filtering;
    let label = format!("list-search-{}", on.plural());
    let entered = move |event| {
        let search = event_target_value(&event);
        filtering.ask(|list| list.query.search = search, false);
    };

    view! {
        <input
            class="input input--search toolbar__search"
            id="search"
            type="search"
            autocomplete="off"
            spellcheck="false"
            dir="auto"
            placeholder=words.text("list-search")
            aria-label=words.text(&label)
            prop:value=move || list.with(|list| list.query.search.clone())
            on:input=entered
        />
    }
}
