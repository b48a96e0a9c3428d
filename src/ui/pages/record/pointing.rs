//! What points to a record by a field of one's own, field by field.

use leptos::prelude::*;

use crate::state::{language::use_words, use_workspace};
use rapport::{
    domain::{
        book::Book,
        field::Field,
        id::{Id, RecordType},
    },
    i18n::I18n,
    query::connections,
    route::Route,
};

/// How many are shown of each field; all are in the list.
const MOST: usize = 10;

/// The records that point here by one field.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Shown {
    /// Names the field for whoever reads the page by its parts.
    label_id: String,
    title: String,
    count: String,
    /// Address and name.
    records: Vec<(String, String)>,
    /// The list of all, where there are more.
    all: Option<(String, String)>,
}

#[component]
pub(super) fn Pointing(on: RecordType, id: Id) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let shown = Memo::new(move |_| {
        let i18n = words.get();
        workspace.read(&RecordType::ALL, |book| {
            let fields = connections::pointing(book, on, id).into_iter();
            fields
                .filter_map(|(field, ids)| shown(&i18n, book, id, field, &ids))
                .collect::<Vec<_>>()
        })
    });

    view! {
        <For each=move || shown.get() key=Clone::clone let:field>
            <section class="record__section">
                <h2 class="record__heading" id=field.label_id.clone()>
                    <span dir="auto">{field.title}</span>
                    <span class="record__count">{field.count}</span>
                </h2>
                <ul class="people" role="list" aria-labelledby=field.label_id>
                    {field.records.into_iter().map(|(href, name)| view! {
                        <li>
                            <a class="people__link" href=href>
                                <span class="people__name" dir="auto">{name}</span>
                            </a>
                        </li>
                    }).collect_view()}
                </ul>
                {field.all.map(|(href, text)| view! { <a class="button" href=href>{text}</a> })}
            </section>
        </For>
    }
}

fn shown(i18n: &I18n, book: &Book, id: Id, field: &'static Field, ids: &[Id]) -> Option<Shown> {
    let on = *field.on.first()?;
    let record = |other: &Id| {
        let record = book.get(on, *other)?;
        Some((Route::record(on, *other).href(), i18n.record(record)))
    };
    let all = || {
        let href = Route::filtered(on, &format!("{}:#{id}", field.name)).href();
        let count = i18n.count(on, ids.len());
        (href, i18n.with("record-people-all", &[("count", (&count).into())]))
    };
    Some(Shown {
        label_id: format!("pointing-{}", field.name),
        title: i18n.related_own(on, field),
        count: i18n.number(ids.len()),
        records: ids.iter().take(MOST).filter_map(record).collect(),
        all: (ids.len() > MOST).then(all),
    })
}
