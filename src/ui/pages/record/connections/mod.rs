//! What a record is to others, now and before, and whom somebody has brought.

mod form;

use leptos::prelude::*;

use self::form::ConnectionForm;
use super::Panel;
use crate::{
    state::{language::use_words, toasts::use_toasts, use_workspace},
    ui::{
        commands,
        components::icon::{Icon, Picture},
    },
};
use rapport::{
    domain::{
        book::Book,
        edit::relations,
        field::{derived, keys},
        id::{Id, RecordType},
        value::day::Day,
    },
    i18n::I18n,
    query::connections::{self, Connection},
    route::Route,
};

/// What the lines are made of.
const READ: [RecordType; 5] = [
    RecordType::Relation,
    RecordType::Person,
    RecordType::Organization,
    RecordType::Deal,
    RecordType::Project,
];

/// How many people are shown whom somebody has brought; all are in the list.
const MOST: usize = 10;

/// The one form that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    New,
    Of(Id),
}

/// A connection on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    relation: Id,
    name: String,
    href: String,
    role: Option<String>,
    dates: Option<String>,
    body: Option<String>,
    is_over: bool,
}

#[component]
pub(super) fn Connections(panel: Panel) -> impl IntoView {
    let Panel { on, id, .. } = panel;
    let words = use_words();
    let workspace = use_workspace();
    let open = RwSignal::new(None::<Open>);
    let lines = Memo::new(move |_| {
        let i18n = words.get();
        workspace.read(&READ, |book| {
            let connections = connections::of(book, on, id).into_iter();
            connections.map(|it| line(&i18n, book, (on, id), it)).collect::<Vec<_>>()
        })
    });
    let ids = move || lines.with(|lines| lines.iter().map(|it| it.relation).collect::<Vec<_>>());
    let count = move || lines.with(Vec::len);
    let is_adding = Memo::new(move |_| open.get() == Some(Open::New));
    let on_done = Callback::new(move |()| {
        // The page may be gone by now.
        let _ = open.try_set(None);
    });
    let add = move || {
        view! {
            <button class="record__add" id="connection-add" type="button" on:click=move |_| open.set(Some(Open::New))>
                <Icon picture=Picture::Add />
                {words.text("connections-add")}
            </button>
        }
    };

    view! {
        <section class="record__section" id="connections">
            <h2 class="record__heading">
                {words.text("connections")}
                <span class="record__count">{move || Some(count()).filter(|count| *count > 0).map(|count| words.get().number(count))}</span>
            </h2>
            <ul class="connections" role="list">
                <For each=ids key=|relation| *relation let:relation>
                    <Item panel lines relation open on_done />
                </For>
            </ul>
            <Show when=move || count() == 0 && !is_adding.get()>
                <p class="subtle">{words.text("connections-none")}</p>
            </Show>
            <Show when=move || is_adding.get() fallback=add>
                <ConnectionForm on id on_done />
            </Show>
            {(on == RecordType::Person).then(|| view! { <Brought id /> })}
        </section>
    }
}

#[component]
fn Item(
    panel: Panel,
    lines: Memo<Vec<Line>>,
    relation: Id,
    open: RwSignal<Option<Open>>,
    on_done: Callback<()>,
) -> impl IntoView {
    let Panel { on, id, .. } = panel;
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let line = Memo::new(move |_| {
        lines.with(|lines| lines.iter().find(|line| line.relation == relation).cloned())
    });
    let is_open = Memo::new(move |_| open.get() == Some(Open::Of(relation)));
    let clicked_delete = move |_| {
        let name = line.get_untracked().map(|line| line.name).unwrap_or_default();
        let done = move |i18n: &I18n| i18n.with("connections-deleted", &[("name", (&name).into())]);
        commands::commit(words, toasts, workspace, done, move |book, stamp| {
            relations::delete(book, relation, stamp)
        });
    };
    let shown = move || {
        line.get().map(|line| {
            let named = |message| words.get().with(message, &[("name", (&line.name).into())]);
            let (edit, delete) = (named("connections-edit-named"), named("connections-delete-named"));
            view! {
                <div class="connection__text">
                    <a class="connection__name" href=line.href dir="auto">{line.name}</a>
                    {line.role.map(|role| view! { <span class="connection__role" dir="auto">{role}</span> })}
                    {line.dates.map(|dates| view! { <span class="connection__dates">{dates}</span> })}
                    {line.body.map(|body| view! { <p class="note__body" dir="auto">{body}</p> })}
                </div>
                <button class="button button--plain button--icon" type="button" title=edit.clone() aria-label=edit on:click=move |_| open.set(Some(Open::Of(relation)))>
                    <Icon picture=Picture::Edit />
                </button>
                <button class="button button--plain button--icon" type="button" title=delete.clone() aria-label=delete on:click=clicked_delete>
                    <Icon picture=Picture::Delete />
                </button>
            }
        })
    };

    view! {
        <li class="connection" data-over=move || line.with(|line| line.as_ref().is_some_and(|line| line.is_over)).then_some("")>
            <Show when=move || is_open.get() fallback=shown>
                <ConnectionForm on id relation on_done />
            </Show>
        </li>
    }
}

fn line(i18n: &I18n, book: &Book, (on, id): (RecordType, Id), it: Connection) -> Line {
    let named = |on, id| book.get(on, id).and_then(derived::name_of).unwrap_or_default();
    // Between two people it is to be said whose role it is.
    let is_said = it.is_own_role && it.on == RecordType::Person;
    let role = it.role.map(|role| {
        if !is_said {
            return role;
        }
        let name = named(on, id);
        let said = [("name", (&name).into()), ("role", (&role).into())];
        i18n.with("connections-own-role", &said)
    });
    let body = book.get(RecordType::Relation, it.relation).and_then(|it| it.text(keys::BODY));
    Line {
        relation: it.relation,
        name: named(it.on, it.other),
        href: Route::record(it.on, it.other).href(),
        role,
        dates: dates(i18n, it.since, it.until),
        body: body.map(str::to_owned),
        is_over: it.is_over,
    }
}

fn dates(i18n: &I18n, since: Option<Day>, until: Option<Day>) -> Option<String> {
    let day = |day| i18n.formats.day(day);
    Some(match (since.map(day), until.map(day)) {
        (Some(from), Some(to)) => {
            let ends = [("from", (&from).into()), ("to", (&to).into())];
            i18n.with("connections-between", &ends)
        }
        (Some(date), None) => i18n.with("connections-since", &[("date", (&date).into())]),
        (None, Some(date)) => i18n.with("connections-until", &[("date", (&date).into())]),
        (None, None) => return None,
    })
}

/// Those whom a person has brought, if there are any.
#[component]
fn Brought(id: Id) -> impl IntoView {
    const ON: RecordType = RecordType::Person;
    let words = use_words();
    let workspace = use_workspace();
    let brought = Memo::new(move |_| workspace.read(&[ON], |book| connections::brought(book, id)));
    let count = move || brought.with(Vec::len);
    let people = Memo::new(move |_| {
        let brought = brought.get();
        workspace.read(&[ON], |book| {
            let people = brought.into_iter().take(MOST);
            let named = |id| Some((id, derived::name_of(book.get(ON, id)?).unwrap_or_default()));
            people.filter_map(named).collect::<Vec<_>>()
        })
    });
    let told = move |message| {
        let count = words.get().count(ON, count());
        words.get().with(message, &[("count", (&count).into())])
    };
    let all = StoredValue::new(
        Route::filtered(ON, &format!("{}:#{id}", keys::REFERRED_BY.name())).href(),
    );

    view! {
        <Show when=move || { count() > 0 }>
            <h3 class="connections__brought" id="brought">{move || told("connections-brought")}</h3>
            <ul class="people" role="list" aria-labelledby="brought">
                <For each=move || people.get() key=Clone::clone let:person>
                    <li>
                        <a class="people__link" href=Route::record(ON, person.0).href()>
                            <span class="people__name" dir="auto">{person.1}</span>
                        </a>
                    </li>
                </For>
            </ul>
            <Show when=move || { count() > MOST }>
                <a class="button" href=all.get_value()>{move || told("record-people-all")}</a>
            </Show>
        </Show>
    }
}
