//! Birthdays of the next two weeks.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

use super::{See, card::All};
use crate::{
    state::{language::use_words, use_workspace},
    ui::components::avatar::Avatar,
};
use rapport::{
    domain::{
        book::Book,
        field::{derived, keys},
        id::{Id, RecordType},
        value::day::Day,
    },
    i18n::I18n,
    query::home::{self, MOST},
    route::Route,
};

const ON: RecordType = RecordType::Person;

#[derive(Clone, Debug, PartialEq, Eq)]
struct Birthday {
    id: Id,
    name: String,
    photo: Option<String>,
    /// When it is, and how old they will be.
    when: String,
}

fn birthday(i18n: &I18n, book: &Book, on: NaiveDate, id: Id) -> Option<Birthday> {
    let person = book.get(ON, id)?;
    let day = i18n.due(book.today.date, Day::from_date(on)?, None);
    let born = person.day(keys::BIRTHDAY).and_then(Day::year);
    let age = born.and_then(|born| usize::try_from(on.year() - i32::from(born)).ok());
    let when = match age.filter(|age| *age > 0) {
        Some(age) => i18n.with("home-turns", &[("day", (&day).into()), ("age", age.into())]),
        None => day,
    };
    let name = derived::name_of(person).unwrap_or_default();
    Some(Birthday { id, name, photo: person.text(keys::PHOTO).map(str::to_owned), when })
}

#[component]
pub(super) fn Birthdays(see: See) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let people = Memo::new(move |_| {
        let i18n = words.get();
        see.with(|seen| {
            let first = seen.as_ref()?.birthdays.first.iter();
            Some(workspace.peek(|book| {
                first.filter_map(|(day, id)| birthday(&i18n, book, *day, *id)).collect::<Vec<_>>()
            }))
        })
    });
    let count = move || see.with(|seen| seen.as_ref().map(|seen| seen.birthdays.count));
    let row = move |person: Birthday| {
        view! {
            <li class="home__row">
                <a class="people__link" href=Route::record(ON, person.id).href()>
                    <Avatar name=person.name.clone() photo=person.photo />
                    <span class="people__name" dir="auto">{person.name}</span>
                    <span class="people__title">{person.when}</span>
                </a>
            </li>
        }
    };

    view! {
        <Show when=move || count() == Some(0)><p class="subtle">{words.text("home-birthdays-none")}</p></Show>
        <ul class="people" role="list">{move || people.get().unwrap_or_default().into_iter().map(row).collect_view()}</ul>
        {move || count().filter(|count| *count > MOST).map(|count| view! {
            <All href=Route::filtered(ON, home::BIRTHDAYS).href() count />
        })}
    }
}
