//! Who is in a segment now: how many, and the first of them.

use leptos::prelude::*;

use super::super::shown::Shown;
use crate::{
    state::{language::use_words, use_workspace},
    ui::components::{
        avatar::Avatar,
        icon::{Icon, Picture},
    },
};
use rapport::{
    domain::{
        field::{derived, keys},
        id::Id,
    },
    query::Query,
    route::Route,
};

/// How many are shown; the list has the others.
const MOST: usize = 8;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Member {
    id: Id,
    name: String,
    photo: Option<String>,
}

#[component]
pub(super) fn Members(it: Shown) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let on = it.on;
    let href = it.list();
    let query = Query { filter: format!("segment:#{}", it.id), ..Query::default() };
    // How many there are, and the first. `None` while the answer is being made ready.
    let members = Memo::new(move |_| {
        let slots = workspace.find(on, &query)?.slots;
        let first = workspace.peek(|book| {
            let records = slots.iter().take(MOST).filter_map(|slot| book.table(on).at(*slot));
            let member = |record: &rapport::domain::record::Record| Member {
                id: record.id,
                name: derived::name_of(record).unwrap_or_default(),
                photo: record.text(keys::PHOTO).map(str::to_owned),
            };
            records.map(member).collect::<Vec<_>>()
        });
        Some((slots.len(), first))
    });
    let count = move || members.with(|it| it.as_ref().map(|(count, _)| *count));
    let first = move || members.with(|it| it.as_ref().map_or(Vec::new(), |(_, it)| it.clone()));

    view! {
        <section class="sheet__section">
            <h2 id="segment-count">{move || count().map(|count| words.get().count(on, count))}</h2>
            <Show when=move || count() == Some(0)>
                <p class="subtle">{words.text("segment-nobody")}</p>
            </Show>
            <ul class="people segment__members" role="list">
                <For each=first key=|member| member.clone() let:member>
                    <li>
                        <a class="people__link" href=Route::record(on, member.id).href()>
                            <Avatar name=member.name.clone() photo=member.photo.clone() />
                            <span class="people__name" dir="auto">{member.name.clone()}</span>
                        </a>
                    </li>
                </For>
            </ul>
            <div>
                <a class="button" id="segment-list" href=href>
                    <Icon picture=Picture::Filter />
                    {words.text("segment-list")}
                </a>
            </div>
        </section>
    }
}
