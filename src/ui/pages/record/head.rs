//! Who it is, at a glance: picture, name, position, how to reach, stage and tags.

use leptos::prelude::*;

use super::{Panel, deal::DealHead};
use crate::{
    state::{language::use_words, toasts::use_toasts, use_workspace},
    ui::{
        components::{
            avatar::Avatar,
            icon::{Icon, Picture},
        },
        forms::{InPlace, TagsInput, chips, name_key},
    },
};
use rapport::{
    domain::{
        edit::bulk::{self, Wish},
        field::{derived, draft::Pick, keys},
        id::RecordType,
        key::Key,
        record::Record,
        value::Value,
    },
    i18n::I18n,
    route::Route,
};

/// What the head says in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Who {
    name: String,
    photo: Option<String>,
    job_title: Option<String>,
    /// Name and address.
    organization: Option<(String, String)>,
}

#[component]
pub(super) fn Head(panel: Panel) -> impl IntoView {
    let Panel { on, id, opened } = panel;
    let words = use_words();
    let workspace = use_workspace();
    let who = Memo::new(move |_| {
        let i18n = words.get();
        workspace.read(&[on, RecordType::Organization], |book| {
            let record = book.get(on, id)?;
            let organization = record.link(keys::ORGANIZATION).and_then(|organization| {
                let name = derived::name_of(book.get(RecordType::Organization, organization)?)?;
                Some((name, Route::record(RecordType::Organization, organization).href()))
            });
            Some(Who {
                name: i18n.record(record),
                photo: record.text(keys::PHOTO).map(str::to_owned),
                job_title: record.text(keys::JOB_TITLE).map(str::to_owned),
                organization,
            })
        })
    });
    let who = move || who.get().unwrap_or_default();
    let has_photo = is_on(keys::PHOTO, on);
    let edit_name = words.text("record-edit-name");
    let edit_photo = words.text("record-edit-photo");
    let class = if on == RecordType::Organization {
        "avatar avatar--large avatar--square"
    } else {
        "avatar avatar--large"
    };

    view! {
        <header class="record__head">
            <div class="record__who">
                <div class="record__photo">
                    {move || {
                        let Who { name, photo, .. } = who();
                        view! { <Avatar name photo attr:class=class /> }
                    }}
                    {has_photo.then(|| view! {
                        <button class="record__cover" type="button" title=edit_photo.clone() aria-label=edit_photo on:click=move |_| opened.open(keys::PHOTO)></button>
                    })}
                </div>
                <div class="record__words">
                    <h1 class="record__name" id="record-title" dir="auto">{move || who().name}</h1>
                    <p class="record__position">
                        {move || who().job_title.map(|title| view! { <span dir="auto">{title}</span> })}
                        {move || who().organization.filter(|_| on != RecordType::Deal).map(|(name, href)| view! { <a href=href dir="auto">{name}</a> })}
                    </p>
                </div>
                <button class="button button--plain button--icon" type="button" title=edit_name.clone() aria-label=edit_name on:click=move |_| opened.open(name_key(on))>
                    <Icon picture=Picture::Edit />
                </button>
            </div>
            <Show when=move || opened.contains(keys::PHOTO)>
                <ul class="details" role="list">
                    {keys::PHOTO.field().map(|field| view! { <InPlace on id field opened /> })}
                </ul>
            </Show>
            {(on == RecordType::Deal).then(|| view! { <DealHead id /> })}
            <Tags panel />
            <ul class="details" role="list">
                <Stage panel key=keys::LIFECYCLE entries=keys::LIFECYCLE_ENTRIES />
                <Stage panel key=keys::LEAD_STATUS entries=keys::LEAD_STATUS_ENTRIES />
            </ul>
        </header>
    }
}

fn is_on(key: Key, on: RecordType) -> bool {
    key.field().is_some_and(|field| field.is_on(on))
}

/// A stage, and since when which one.
#[component]
fn Stage(panel: Panel, key: Key, entries: Key) -> impl IntoView {
    let Panel { on, id, opened } = panel;
    let words = use_words();
    let workspace = use_workspace();
    let since = Memo::new(move |_| {
        let i18n = words.get();
        workspace.read(&[on], |book| Some(since(&i18n, book.get(on, id)?, key, entries)))
    });

    let is_in_use = Memo::new(move |_| {
        is_on(key, on) && workspace.read(&[RecordType::Field], |book| !book.own().is_off(on, key))
    });

    view! {
        {move || is_in_use.get().then(|| key.field().map(|field| view! { <InPlace on id field opened /> }))}
        <Show when=move || is_in_use.get() && since.with(|since| since.as_ref().is_some_and(|since| !since.is_empty()))>
            <li class="record__since">
                {move || since.get().unwrap_or_default().into_iter().map(|entry| view! { <span>{entry}</span> }).collect_view()}
            </li>
        </Show>
    }
}

/// "Lead since 3 Mar 2026", for each stage the last time it was entered, oldest first.
fn since(i18n: &I18n, record: &Record, key: Key, entries: Key) -> Vec<String> {
    let (Some(field), Some(Value::Entries(entries))) = (key.field(), record.get(entries)) else {
        return Vec::new();
    };
    let is_last =
        |at: usize, stage: &str| entries.iter().skip(at + 1).all(|later| &*later.stage != stage);
    let last = entries.iter().enumerate().filter(|(at, entry)| is_last(*at, &entry.stage));
    last.map(|(_, entry)| {
        let stage = i18n.choice(field, &entry.stage);
        let date = i18n.formats.date(entry.at);
        i18n.with("record-since", &[("stage", (&stage).into()), ("date", (&date).into())])
    })
    .collect()
}

/// The tags, put on and taken off at once.
#[component]
fn Tags(panel: Panel) -> impl IntoView {
    let Panel { on, id, .. } = panel;
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let there = Memo::new(move |_| {
        workspace.read(&[on, RecordType::Tag], |book| {
            let record = book.get(on, id);
            record
                .map(|record| chips(book, RecordType::Tag, record.links(keys::TAGS)))
                .unwrap_or_default()
        })
    });
    let failed = move |text: String| toasts.failed(text);
    let on_add = Callback::new(move |pick: Pick| {
        let name = pick.name().to_owned();
        workspace.commit(
            move |book, stamp| bulk::edit(book, on, vec![id], &Wish::add_tag(&name), stamp.clone()),
            move |added| {
                if let Err(error) = added {
                    failed(words.get().commit_error(&error));
                }
            },
        );
    });
    let on_remove = Callback::new(move |pick: Pick| {
        let Pick::Chosen { id: tag, name } = pick else { return };
        workspace.commit(
            move |book, stamp| {
                let wish = Wish::remove(keys::TAGS, tag);
                bulk::edit(book, on, vec![id], &wish, stamp.clone())
            },
            move |removed| match removed {
                Ok(()) => {
                    let i18n = words.get();
                    let count = i18n.count(on, 1);
                    let what = [("what", (&name).into()), ("count", (&count).into())];
                    toasts.done(
                        i18n.with("history-remove-tag", &what),
                        untrack(|| workspace.next_undo()),
                    );
                }
                Err(error) => failed(words.get().commit_error(&error)),
            },
        );
    });
    let label = keys::TAGS.field().map(|field| words.get().field(field)).unwrap_or_default();

    view! {
        <TagsInput id="record-tags".to_owned() to=RecordType::Tag chips=there on_add on_remove label />
    }
}
