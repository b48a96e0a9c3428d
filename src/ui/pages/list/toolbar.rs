//! Search, filters, columns, and adding a record.

use leptos::prelude::*;

use super::{
    super::filter::{Filter, SearchInput},
    Listing,
    columns::Columns,
};
use crate::{
    state::language::{Words, use_words},
    ui::{
        components::{
            icon::{Icon, Picture},
            panel_button::PanelButton,
        },
        keyboard::use_here,
        later,
    },
};
use rapport::{
    domain::{field::derived, id::RecordType},
    route::Route,
};

impl Listing {
    /// The name of the view, where it is one.
    pub(super) fn title(self, words: Words) -> String {
        let Self { on, workspace, list, .. } = self;
        let view = list.with(|list| list.view).and_then(|id| {
            workspace
                .read(&[RecordType::View], |book| derived::name_of(book.get(RecordType::View, id)?))
        });
        view.unwrap_or_else(|| words.text(&format!("nav-{}", on.plural())))
    }
}

#[component]
pub(super) fn Toolbar(listing: Listing) -> impl IntoView {
    let words = use_words();
    let here = use_here();
    let Listing { on, workspace, slots, .. } = listing;
    let add = format!("list-add-{}", on.name());
    let title = move || listing.title(words);
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
    let filtering = listing.filtering();

    view! {
        <header class="toolbar">
            <h1 class="toolbar__title" dir="auto">{title}</h1>
            {(on == RecordType::Deal).then(later::deal_ways)}
            <p class="toolbar__found" role="status">{found}</p>
            <button
                class="button button--plain button--icon"
                id="export"
                type="button"
                title=words.text("list-export")
                aria-label=words.text("list-export")
                aria-haspopup="dialog"
                disabled=move || slots.with(|slots| slots.is_empty())
                on:click=move |_| here.is_exporting.set(true)
            >
                <Icon picture=Picture::Export />
            </button>
            <div class="toolbar__actions">
                <SearchInput filtering />
                <PanelButton is_open=filtering.is_open label=words.text("list-filter") picture=Picture::Filter />
                <PanelButton is_open=listing.is_arranging label=words.text("list-arrange") picture=Picture::View />
                <Columns listing />
                <a class="button button--primary" href=Route::New { on }.href()>
                    <Icon picture=Picture::Add />
                    <span>{words.text(&add)}</span>
                </a>
            </div>
            {(on == RecordType::Task).then(|| later::task_links(listing))}
            <Filter filtering />
            <Show when=move || listing.is_arranging.get()>{later::arrange_panel(listing)}</Show>
        </header>
    }
}
