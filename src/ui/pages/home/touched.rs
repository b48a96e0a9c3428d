//! What was changed last.

use std::cmp::Reverse;

use leptos::prelude::*;

use super::See;
use crate::{
    state::{language::use_words, use_workspace},
    ui::components::icon::{Icon, Picture},
};
use rapport::{
    domain::{
        field::derived,
        id::{Id, RecordType},
    },
    route::Route,
};

#[derive(Clone, Debug, PartialEq, Eq)]
struct Record {
    on: RecordType,
    id: Id,
    name: String,
    when: String,
}

fn picture_of(on: RecordType) -> Picture {
    match on {
        RecordType::Organization => Picture::Organization,
        RecordType::Deal => Picture::Deal,
        RecordType::Project => Picture::Project,
        _ => Picture::Person,
    }
}

#[component]
pub(super) fn Touched(see: See) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let records = Memo::new(move |_| {
        let i18n = words.get();
        see.with(|seen| {
            let first = seen.as_ref()?.touched.first.iter();
            Some(workspace.peek(|book| {
                let record = |((Reverse(at), on), id): &((Reverse<_>, RecordType), Id)| {
                    let name = derived::name_of(book.get(*on, *id)?)?;
                    Some(Record { on: *on, id: *id, name, when: i18n.formats.moment(*at) })
                };
                first.filter_map(record).collect::<Vec<_>>()
            }))
        })
    });
    let is_empty = move || records.with(|records| records.as_ref().is_some_and(Vec::is_empty));
    let row = |Record { on, id, name, when }: Record| {
        view! {
            <li class="home__row">
                <a class="people__link" href=Route::record(on, id).href()>
                    <Icon picture=picture_of(on) />
                    <span class="people__name" dir="auto">{name}</span>
                    <span class="people__title">{when}</span>
                </a>
            </li>
        }
    };

    view! {
        <Show when=is_empty><p class="subtle">{words.text("home-touched-none")}</p></Show>
        <ul class="people" role="list">{move || records.get().unwrap_or_default().into_iter().map(row).collect_view()}</ul>
    }
}
