//! One event of a timeline: what was said, when, and by which way.

use leptos::prelude::*;

use super::{log_form::EditEvent, picture_of, story::happened};
use crate::{
    state::{language::use_words, toasts::use_toasts, use_workspace},
    ui::components::icon::{Icon, Picture},
};
use rapport::{
    domain::{
        book::Book,
        edit::{interactions, records},
        field::{derived, keys},
        id::{Id, RecordType},
        key::Key,
        record::Record,
    },
    i18n::I18n,
    route::Route,
};

const ON: RecordType = RecordType::Interaction;

/// What an event shows.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Told {
    activity: String,
    picture: Picture,
    body: String,
    clock: String,
    /// Names of fields with their values.
    facts: Vec<(String, String)>,
    /// Other records that it is with, with their addresses.
    with: Vec<(String, String)>,
}

/// The fields that are shown where they are filled.
const FACTS: [Key; 7] = [
    keys::AMOUNT,
    keys::ITEMS,
    keys::TICKET_STATUS,
    keys::ANSWERED,
    keys::SOLVED,
    keys::QUESTION,
    keys::SCORE,
];

fn told(i18n: &I18n, book: &Book, event: &Record, of: Id) -> Told {
    let activity = event.text(keys::ACTIVITY).unwrap_or("note");
    let fact = |key: &Key| {
        let value = event.get(*key)?;
        let value = match *key {
            keys::ITEMS => {
                let items = i18n.items(book, event).into_iter();
                let line = items.map(|it| format!("{} {}", it.text, it.label).trim().to_owned());
                line.collect::<Vec<_>>().join("\n")
            }
            key => i18n.value(book, key, value),
        };
        Some((i18n.key(*key), value))
    };
    let other = |(on, id): (RecordType, Id)| {
        let name = derived::name_of(book.get(on, id)?)?;
        (id != of).then(|| (name, Route::record(on, id).href()))
    };
    Told {
        activity: i18n.choice_of(keys::ACTIVITY, activity),
        picture: picture_of(activity),
        body: event.text(keys::BODY).unwrap_or_default().to_owned(),
        clock: i18n.formats.clock(happened(event)),
        facts: FACTS.iter().filter_map(fact).collect(),
        with: interactions::with(event).filter_map(other).collect(),
    }
}

#[component]
pub(super) fn EventItem(id: Id, of: Id, opened: RwSignal<Option<Id>>) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let is_open = Memo::new(move |_| opened.get() == Some(id));
    let told = Memo::new(move |_| {
        let i18n = words.get();
        workspace.read(&RecordType::ALL, |book| Some(told(&i18n, book, book.get(ON, id)?, of)))
    });
    let clicked_delete = move |_| {
        workspace.commit(
            move |book, stamp| records::delete(book, ON, &[id], stamp),
            move |deleted| match deleted {
                Ok(()) => {
                    toasts.done(words.text("timeline-deleted"), untrack(|| workspace.next_undo()));
                }
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };
    let edit = words.text("timeline-edit");
    let delete = words.text("timeline-delete");
    let shown = move || {
        told.get().map(|told| view! {
            <div class="event__head">
                <span class="event__kind"><Icon picture=told.picture />{told.activity}</span>
                <span class="event__clock">{told.clock}</span>
                {told.with.into_iter().map(|(name, href)| view! { <a class="event__with" href=href dir="auto">{name}</a> }).collect_view()}
            </div>
            {(!told.body.is_empty()).then(|| view! { <p class="note__body" dir="auto">{told.body}</p> })}
            {(!told.facts.is_empty()).then(|| view! {
                <dl class="event__facts">
                    {told.facts.into_iter().map(|(name, value)| view! {
                        <div><dt>{name}</dt><dd dir="auto">{value}</dd></div>
                    }).collect_view()}
                </dl>
            })}
        })
    };

    view! {
        <li class="event">
            <Show when=move || is_open.get() fallback=shown>
                <EditEvent id opened />
            </Show>
            <div class="event__foot" hidden=move || is_open.get()>
                <button class="button button--plain button--icon" type="button" title=edit.clone() aria-label=edit on:click=move |_| opened.set(Some(id))>
                    <Icon picture=Picture::Edit />
                </button>
                <button class="button button--plain button--icon" type="button" title=delete.clone() aria-label=delete on:click=clicked_delete>
                    <Icon picture=Picture::Delete />
                </button>
            </div>
        </li>
    }
}
