//! The deals of a person or an organization, the projects of a deal: what still goes on first.

use leptos::prelude::*;

use super::{Panel, convert::Convert};
use crate::{
    state::{language::use_words, navigation::use_navigation, use_workspace},
    ui::{
        components::icon::{Icon, Picture},
        forms::WholeForm,
    },
};
use rapport::{
    domain::{
        book::Book,
        edit::interactions,
        field::{
            derived,
            draft::{Draft, Pick},
            keys,
        },
        id::{Id, RecordType},
        key::Key,
        record::Record,
        value::Value,
    },
    i18n::I18n,
    query::Query,
    route::{List, Route},
};

/// How many are shown; all are in the list.
const MOST: usize = 10;

/// A record on one line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Line {
    id: Id,
    name: String,
    note: String,
    is_over: bool,
}

#[component]
pub(super) fn Related(
    panel: Panel,
    /// Deals or projects.
    to: RecordType,
) -> impl IntoView {
    let Panel { on, id, .. } = panel;
    let words = use_words();
    let navigation = use_navigation();
    let workspace = use_workspace();
    let lines = Memo::new(move |_| {
        let i18n = words.get();
        workspace.read(&[to, RecordType::Stage], |book| {
            let mut records: Vec<_> = book.of(to, id).collect();
            records.sort_by_key(|record| (is_over(record), std::cmp::Reverse(record.id)));
            let count = records.len();
            let lines = records.into_iter().take(MOST).map(|record| line(&i18n, book, record));
            (count, lines.collect::<Vec<_>>())
        })
    });
    let count = move || lines.with(|(count, _)| *count);
    let clicked_add = move |_| {
        WholeForm::prepare_all(to, workspace.peek(|book| drafts(book, on, id)));
        navigation.go(&Route::New { on: to });
    };
    let key = interactions::link_key(on).map_or("", Key::name);
    let filter = format!("{key}:#{id}");
    let query = Query { filter, ..Query::default() };
    let list = List { query, ..List::default() };
    let all = Route::List { on: to, list, open: None }.href();
    let all_of_them = move || {
        let count = words.get().count(to, count());
        words.get().with("record-people-all", &[("count", (&count).into())])
    };

    view! {
        <section class="record__section">
            <h2 class="record__heading">
                {words.text(&format!("nav-{}", to.plural()))}
                <span class="record__count">{move || Some(count()).filter(|count| *count > 0).map(|count| words.get().number(count))}</span>
            </h2>
            <ul class="people" role="list">
                <For each=move || lines.get().1 key=Clone::clone let:line>
                    <li>
                        <a class="people__link" href=Route::record(to, line.id).href() data-over=line.is_over.then_some("")>
                            <span class="people__name" dir="auto">{line.name}</span>
                            <span class="people__title" dir="auto">{line.note}</span>
                        </a>
                    </li>
                </For>
            </ul>
            <div class="cluster">
                <Show when=move || { count() > MOST }>
                    <a class="button" href=all.clone()>{all_of_them}</a>
                </Show>
                <button class="record__add" type="button" on:click=clicked_add>
                    <Icon picture=Picture::Add />
                    {words.text(&format!("list-add-{}", to.name()))}
                </button>
                {(on == RecordType::Person && to == RecordType::Deal).then(|| view! { <Convert id /> })}
            </div>
        </section>
    }
}

/// Whether there is nothing more to be done with it.
fn is_over(record: &Record) -> bool {
    record.get(keys::OUTCOME).is_some()
        || matches!(record.text(keys::PROJECT_STATE), Some("done" | "cancelled"))
}

fn line(i18n: &I18n, book: &Book, record: &Record) -> Line {
    let told = |key: Key| Some(i18n.value(book, key, record.get(key)?));
    // How a deal ended says more than the stage that it ended in.
    let state = told(keys::OUTCOME).or_else(|| told(keys::STAGE));
    let notes = [told(keys::VALUE), state, told(keys::PROJECT_STATE), told(keys::DUE)];
    Line {
        id: record.id,
        name: derived::name_of(record).unwrap_or_default(),
        note: i18n.list(notes.into_iter().flatten()),
        is_over: is_over(record),
    }
}

/// What stands in the form of a new one: what it is of, and whom that is with.
fn drafts(book: &Book, on: RecordType, id: Id) -> Vec<(Key, Draft)> {
    let Some(record) = book.get(on, id) else { return Vec::new() };
    let mut linked = interactions::linked(on, record);
    if on == RecordType::Person {
        let organization = record.get(keys::ORGANIZATION).cloned();
        linked.extend(organization.map(|it| (keys::ORGANIZATION, it)));
    }
    let draft = |(key, value): (Key, Value)| {
        let Value::Link(id) = value else { return None };
        let name = derived::name_of(book.get(book.relation_of(key)?, *id)?).unwrap_or_default();
        Some((key, Draft::Relation(Pick::Chosen { id: *id, name })))
    };
    linked.into_iter().filter_map(draft).collect()
}
