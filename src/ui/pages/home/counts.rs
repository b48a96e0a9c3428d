//! How much there is of what, each a link to its list.

use leptos::prelude::*;

use super::See;
use crate::{
    state::{language::use_words, use_workspace},
    ui::components::icon::{Icon, Picture},
};
use rapport::{domain::id::RecordType, query::home, route::Route};

#[component]
pub(super) fn Counts(see: See) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let of = move |on: RecordType| {
        words.get().count(on, workspace.read(&[on], |book| book.table(on).len()))
    };
    let deals = move || {
        let i18n = words.get();
        see.with(|seen| {
            let seen = seen.as_ref()?;
            let worth = seen.worth().map(|(amount, currency)| i18n.formats.money(amount, currency));
            let worth = i18n.list(worth);
            let count = seen.open_deals;
            Some(
                i18n.with(
                    "home-open-deals",
                    &[("count", count.into()), ("worth", (&worth).into())],
                ),
            )
        })
    };
    let tasks = Memo::new(move |_| workspace.read(&[RecordType::Task], |book| home::due(book).1));
    let tasks = move || words.get().with("home-open-tasks", &[("count", tasks.get().into())]);
    let open_deals = Route::filtered(RecordType::Deal, home::OPEN_DEALS);

    view! {
        <ul class="home__counts" role="list">
            <li><a class="people__link" href=Route::list(RecordType::Person).href()>
                <Icon picture=Picture::Person /><span>{move || of(RecordType::Person)}</span>
            </a></li>
            <li><a class="people__link" href=Route::list(RecordType::Organization).href()>
                <Icon picture=Picture::Organization /><span>{move || of(RecordType::Organization)}</span>
            </a></li>
            <li><a class="people__link" href=open_deals.href()>
                <Icon picture=Picture::Deal /><span>{deals}</span>
            </a></li>
            <li><a class="people__link" href=Route::open_tasks().href()>
                <Icon picture=Picture::Task /><span>{tasks}</span>
            </a></li>
        </ul>
    }
}
