//! A record beside its list: read and changed in one place.

mod actions;
mod connections;
mod convert;
mod deal;
mod fields;
mod head;
mod history;
mod people;
mod pointing;
mod related;
mod task;
mod tasks;
mod timeline;
mod why;

use leptos::prelude::*;

use self::{
    actions::Actions, connections::Connections, fields::FieldGroups, head::Head,
    history::RecordHistory, people::People, pointing::Pointing, related::Related, task::TaskCard,
    tasks::Tasks, timeline::Timeline, why::Why,
};
use crate::{
    state::{language::use_words, navigation::use_navigation, toasts::use_toasts, use_workspace},
    ui::{
        components::icon::{Icon, Picture},
        forms::Opened,
        keyboard::recent::{self, Recent},
    },
};
use rapport::{
    domain::{
        edit::{interactions, records},
        field::{derived, keys},
        id::{Id, RecordType},
    },
    route::Route,
};

/// What the parts of the panel share.
#[derive(Clone, Copy)]
struct Panel {
    on: RecordType,
    id: Id,
    opened: Opened,
}

#[component]
pub(in crate::ui) fn RecordPanel(on: RecordType, id: Id) -> impl IntoView {
    let words = use_words();
    let navigation = use_navigation();
    let workspace = use_workspace();
    let panel = Panel { on, id, opened: Opened::new() };
    recent::note(Recent::Record(on, id));
    let is_there = Memo::new(move |_| workspace.read(&[on], |book| book.get(on, id).is_some()));
    // The same list, without what is open beside it.
    let list = move || match navigation.route() {
        route @ (Route::List { .. } | Route::Board { .. }) => route.closed(),
        _ => Route::list(on),
    };
    // Whether something can happen with it, or be done for it.
    let has_others = interactions::link_key(on).is_some();
    let bar = move || {
        view! {
            <div class="record__bar">
                {is_there.get().then(|| view! { <Actions on id /> })}
                <a class="button button--plain button--icon record__close" href=move || list().href() title=words.text("record-close") aria-label=words.text("record-close")>
                    <Icon picture=Picture::Close />
                </a>
            </div>
        }
    };

    view! {
        <article class="record" id="record" aria-labelledby="record-title" tabindex="-1">
            {bar}
            <Show
                when=move || is_there.get()
                fallback=move || view! {
                    <div class="empty">
                        <h2 class="empty__title" id="record-title">{words.text("problem-gone")}</h2>
                        <a class="button" href=move || list().href()>{words.text("record-back")}</a>
                    </div>
                }
            >
                <Head panel />
                <Why on id />
                {(on == RecordType::Task).then(|| view! { <TaskCard panel /> })}
                {has_others.then(|| view! { <Tasks on id /> })}
                {(on == RecordType::Organization).then(|| view! { <People id /> })}
                {related_to(on).iter().map(|to| view! { <Related panel to=*to /> }).collect_view()}
                {has_others.then(|| view! { <Connections panel /> })}
                <Pointing on id />
                <FieldGroups panel />
                {has_others.then(|| view! { <Timeline on id /> })}
                <RecordHistory id />
                <Foot panel />
            </Show>
        </article>
    }
}

/// What belongs to records of a type, besides what happened with them.
fn related_to(on: RecordType) -> &'static [RecordType] {
    match on {
        RecordType::Person | RecordType::Organization => &[RecordType::Deal, RecordType::Project],
        RecordType::Deal => &[RecordType::Project],
        _ => &[],
    }
}

/// When it was added and changed, and how to delete it.
#[component]
fn Foot(panel: Panel) -> impl IntoView {
    let Panel { on, id, .. } = panel;
    let words = use_words();
    let navigation = use_navigation();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let dates = Memo::new(move |_| {
        let i18n = words.get();
        workspace.read(&[on], |book| {
            let record = book.get(on, id)?;
            let date = |message, key| {
                let date = i18n.formats.moment(record.time(key)?);
                Some(i18n.with(message, &[("date", (&date).into())]))
            };
            let added = date("record-added", keys::CREATED);
            let changed = date("record-changed", keys::UPDATED);
            Some(added.into_iter().chain(changed).collect::<Vec<_>>())
        })
    });
    let clicked_delete = move |_| {
        let name = workspace.peek(|book| book.get(on, id).and_then(derived::name_of));
        workspace.commit(
            move |book, stamp| records::delete(book, on, &[id], stamp),
            move |deleted| match deleted {
                Ok(()) => {
                    let name = name.unwrap_or_default();
                    let done = words.get().with("history-delete", &[("what", (&name).into())]);
                    toasts.done(done, untrack(|| workspace.next_undo()));
                    navigation.go(&navigation.peek().closed());
                }
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };

    view! {
        <footer class="record__foot">
            <p class="record__dates">
                {move || dates.get().unwrap_or_default().into_iter().map(|date| view! { <span>{date}</span> }).collect_view()}
            </p>
            <button class="button button--danger" type="button" on:click=clicked_delete>
                <Icon picture=Picture::Delete />
                {words.text("record-delete")}
            </button>
        </footer>
    }
}
