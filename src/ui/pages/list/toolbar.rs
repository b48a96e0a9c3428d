//! Search, filters, columns, and adding a record.

use leptos::prelude::*;

use super::{
    Listing,
    arrange::ArrangeButton,
    columns::Columns,
    filter::{Filter, FilterButton},
};
use crate::{
    state::language::use_words,
    ui::{
        components::icon::{Icon, Picture},
        later,
    },
};
use rapport::{
    domain::{field::derived, id::RecordType},
    route::Route,
};

#[component]
pub(super) fn Toolbar(listing: Listing) -> impl IntoView {
    let words = use_words();
    let Listing { on, workspace, list, slots, .. } = listing;
    let (search_in, add) = match on {
        RecordType::Organization => ("list-search-organizations", "list-add-organization"),
        _ => ("list-search-people", "list-add-person"),
    };
    let title = if on == RecordType::Organization { "nav-organizations" } else { "nav-people" };
    // The name of the view, where it is one.
    let title = move || {
        let view = list.with(|list| list.view).and_then(|id| {
            workspace
                .read(&[RecordType::View], |book| derived::name_of(book.get(RecordType::View, id)?))
        });
        view.unwrap_or_else(|| words.text(title))
    };
    let found = move || {
        let i18n = words.get();
        let shown = slots.with(|slots| slots.len());
        let all = workspace.read(&[on], |book| book.table(on).len());
        if shown == all {
            i18n.count(on, all)
        } else {
            i18n.with(
                "list-found",
                &[("shown", shown.into()), ("all", (&i18n.count(on, all)).into())],
            )
        }
    };
    let entered_search = move |event| {
        let search = event_target_value(&event);
        listing.ask(|list| list.query.search = search, false);
    };

    view! {
        <header class="toolbar">
            <h1 class="toolbar__title">{title}</h1>
            <p class="toolbar__found" role="status">{found}</p>
            <div class="toolbar__actions">
                <input
                    class="input input--search toolbar__search"
                    id="search"
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    dir="auto"
                    placeholder=words.text("list-search")
                    aria-label=words.text(search_in)
                    prop:value=move || list.with(|list| list.query.search.clone())
                    on:input=entered_search
                />
                <FilterButton listing />
                <ArrangeButton listing />
                <Columns listing />
                <a class="button button--primary" href=Route::New { on }.href()>
                    <Icon picture=Picture::Add />
                    <span>{words.text(add)}</span>
                </a>
            </div>
            <Filter listing />
            <Show when=move || listing.is_arranging.get()>{later::arrange_panel(listing)}</Show>
        </header>
    }
}
