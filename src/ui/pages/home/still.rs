//! Open deals with which nothing has happened for longer than their stage allows.

use std::cmp::Reverse;

use leptos::prelude::*;

use super::{See, card::All};
use crate::{
    state::{language::use_words, use_workspace},
    ui::components::icon::{Icon, Picture},
};
use rapport::{
    domain::{
        book::Book,
        field::{derived, keys},
        id::{Id, RecordType},
    },
    i18n::I18n,
    query::home::{self, MOST},
    route::Route,
};

const ON: RecordType = RecordType::Deal;

/// Name, address, and for how long it is where it is.
type Deal = (String, String, String);

fn deal(i18n: &I18n, book: &Book, days: usize, id: Id) -> Option<Deal> {
    let deal = book.get(ON, id)?;
    let stage = book.get(RecordType::Stage, deal.link(keys::STAGE)?).and_then(derived::name_of);
    let stage = stage.unwrap_or_default();
    let since =
        i18n.with("home-still-since", &[("stage", (&stage).into()), ("count", days.into())]);
    Some((derived::name_of(deal).unwrap_or_default(), Route::record(ON, id).href(), since))
}

#[component]
pub(super) fn Still(see: See) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let deals = Memo::new(move |_| {
        let i18n = words.get();
        see.with(|seen| {
            let first = seen.as_ref()?.still.first.iter();
            Some(workspace.peek(|book| {
                let deals = first.filter_map(|(Reverse(days), id)| deal(&i18n, book, *days, *id));
                deals.collect::<Vec<_>>()
            }))
        })
    });
    let count = move || see.with(|seen| seen.as_ref().map(|seen| seen.still.count));
    let row = move |(name, href, since): Deal| {
        view! {
            <li class="home__row">
                <a class="people__link" href=href>
                    <Icon picture=Picture::Deal />
                    <span class="people__name" dir="auto">{name}</span>
                    <span class="people__title">{since}</span>
                </a>
            </li>
        }
    };

    view! {
        <Show when=move || count() == Some(0)><p class="subtle">{words.text("home-still-none")}</p></Show>
        <ul class="people" role="list">{move || deals.get().unwrap_or_default().into_iter().map(row).collect_view()}</ul>
        {move || count().filter(|count| *count > MOST).map(|count| view! {
            <All href=Route::filtered(ON, home::STILL).href() count />
        })}
    }
}
