//! The people of an organization.

use leptos::prelude::*;

use crate::{
    state::{language::use_words, navigation::use_navigation, use_workspace},
    ui::{
        components::{
            avatar::Avatar,
            icon::{Icon, Picture},
        },
        forms::WholeForm,
    },
};
use rapport::{
    domain::{
        field::{
            derived,
            draft::{Draft, Pick},
            keys,
        },
        id::{Id, RecordType},
        record::Record,
    },
    route::Route,
};

/// How many are shown before one asks for all.
const MOST: usize = 10;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Member {
    id: Id,
    name: String,
    photo: Option<String>,
    job_title: Option<String>,
}

#[component]
pub(super) fn People(id: Id) -> impl IntoView {
    let words = use_words();
    let navigation = use_navigation();
    let workspace = use_workspace();
    let is_whole = RwSignal::new(false);
    let count = Memo::new(move |_| {
        workspace.read(&[RecordType::Person], |book| {
            book.linked_count(RecordType::Person, keys::ORGANIZATION, id)
        })
    });
    let people = Memo::new(move |_| {
        let most = if is_whole.get() { usize::MAX } else { MOST };
        workspace.read(&[RecordType::Person], |book| {
            let people = book.linked(RecordType::Person, keys::ORGANIZATION, id).take(most);
            let member = |person: &Record| Member {
                id: person.id,
                name: derived::name_of(person).unwrap_or_default(),
                photo: person.text(keys::PHOTO).map(str::to_owned),
                job_title: person.text(keys::JOB_TITLE).map(str::to_owned),
            };
            people.map(|(_, person)| member(person)).collect::<Vec<_>>()
        })
    });
    let clicked_add = move |_| {
        let name = workspace
            .peek(|book| book.get(RecordType::Organization, id).and_then(derived::name_of));
        let pick = Pick::Chosen { id, name: name.unwrap_or_default() };
        WholeForm::prepare(RecordType::Person, keys::ORGANIZATION, Draft::Relation(pick));
        navigation.go(&Route::New { on: RecordType::Person });
    };
    let all_of_them = move || {
        let count = words.get().count(RecordType::Person, count.get());
        words.get().with("record-people-all", &[("count", (&count).into())])
    };

    view! {
        <section class="record__section">
            <h2 class="record__heading">
                {words.text("record-people")}
                <span class="record__count">{move || Some(count.get()).filter(|count| *count > 0).map(|count| words.get().number(count))}</span>
            </h2>
            <ul class="people" role="list">
                <For each=move || people.get() key=|member| member.clone() let:member>
                    {
                        let href = Route::record(RecordType::Person, member.id).href();
                        view! {
                            <li>
                                <a class="people__link" href=href>
                                    <Avatar name=member.name.clone() photo=member.photo />
                                    <span class="people__name" dir="auto">{member.name}</span>
                                    {member.job_title.map(|title| view! { <span class="people__title" dir="auto">{title}</span> })}
                                </a>
                            </li>
                        }
                    }
                </For>
            </ul>
            <Show when=move || count.get() == 0>
                <p class="subtle">{words.text("record-people-none")}</p>
            </Show>
            <div class="cluster">
                <Show when=move || { count.get() > MOST && !is_whole.get() }>
                    <button class="button" type="button" on:click=move |_| is_whole.set(true)>{all_of_them}</button>
                </Show>
                <button class="record__add" type="button" on:click=clicked_add>
                    <Icon picture=Picture::Add />
                    {words.text("record-add-person")}
                </button>
            </div>
        </section>
    }
}
