//! People to get back to: the time of their cadence is over.

use leptos::prelude::*;

use super::{See, card::All};
use crate::{
    state::{language::use_words, navigation::use_navigation, use_workspace},
    ui::{
        components::{
            avatar::Avatar,
            icon::{Icon, Picture},
        },
        keyboard::use_here,
    },
};
use rapport::{
    domain::{
        field::{derived, keys},
        id::{Id, RecordType},
        value::day::Day,
    },
    query::home::{self, MOST},
    route::Route,
};

const ON: RecordType = RecordType::Person;

#[derive(Clone, Debug, PartialEq, Eq)]
struct Person {
    id: Id,
    name: String,
    photo: Option<String>,
    since: String,
}

#[component]
pub(super) fn Back(see: See) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let navigation = use_navigation();
    let here = use_here();
    let people = Memo::new(move |_| {
        let i18n = words.get();
        see.with(|seen| {
            let first = &seen.as_ref()?.back.first;
            let person = |(day, id): &(chrono::NaiveDate, Id)| {
                workspace.peek(|book| {
                    let record = book.get(ON, *id)?;
                    Some(Person {
                        id: *id,
                        name: derived::name_of(record).unwrap_or_default(),
                        photo: record.text(keys::PHOTO).map(str::to_owned),
                        since: i18n.due(book.today.date, Day::from_date(*day)?, None),
                    })
                })
            };
            Some(first.iter().filter_map(person).collect::<Vec<_>>())
        })
    });
    let count = move || see.with(|seen| seen.as_ref().map(|seen| seen.back.count));
    let clicked_log = move |id: Id| {
        here.awaited.set_value(Some("#note-new"));
        navigation.go(&Route::record(ON, id));
    };
    let row = move |person: Person| {
        let id = person.id;
        let log = words.get().with("home-log-of", &[("name", (&person.name).into())]);
        view! {
            <li class="home__row">
                <a class="people__link" href=Route::record(ON, id).href()>
                    <Avatar name=person.name.clone() photo=person.photo />
                    <span class="people__name" dir="auto">{person.name}</span>
                    <span class="people__title">{person.since}</span>
                </a>
                <button class="button button--plain button--icon" type="button" title=log.clone() aria-label=log on:click=move |_| clicked_log(id)>
                    <Icon picture=Picture::Edit />
                </button>
            </li>
        }
    };

    view! {
        <Show when=move || count() == Some(0)><p class="subtle">{words.text("home-back-none")}</p></Show>
        <ul class="people" role="list">{move || people.get().unwrap_or_default().into_iter().map(row).collect_view()}</ul>
        {move || count().filter(|count| *count > MOST).map(|count| view! {
            <All href=Route::filtered(ON, home::BACK).href() count />
        })}
    }
}
