//! All tags: what they are for, how many records have them; renaming, colouring, merging, deleting.

use std::collections::BTreeMap;

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::{
    state::{
        Workspace,
        language::{Words, use_words},
        toasts::{Toasts, use_toasts},
        use_workspace,
    },
    ui::{
        components::{
            dialog::Dialog,
            icon::{Icon, Picture},
            tag_chip::TagChip,
        },
        forms::NameForm,
    },
};
use rapport::{
    domain::{
        edit::{
            records::{self, Input},
            tags,
        },
        field::{
            check::{self, COLOURS},
            keys,
        },
        fold::fold,
        id::{Id, RecordType},
        key::Key,
        value::Value,
    },
    platform::dom,
    query::Query,
    route::{List, Route},
    storage::session::CommitError,
};

/// A tag as its row shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Shown {
    id: Id,
    name: String,
    colour: String,
    description: String,
    /// In days; empty where there is none.
    cadence: String,
    /// How many records of each type have it, where any does.
    counts: Vec<(RecordType, usize)>,
}

#[component]
pub(in crate::ui) fn TagsPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let name = RwSignal::new(String::new());
    let merging = RwSignal::new(None::<Id>);
    let tags = Memo::new(move |_| shown(workspace));
    let add = move |new: String| {
        workspace.commit(
            move |book, stamp| tags::create(book, &new, stamp),
            move |saved| match saved {
                // The page may be gone by now.
                Ok(()) => drop(name.try_set(String::new())),
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };

    view! {
        <div class="sheet">
            <div class="sheet__head">
                <h1>{words.text("nav-tags")}</h1>
                <NameForm
                    class="cluster tags__new"
                    id="new-tag"
                    name
                    label=words.text("tags-new")
                    action=words.text("tags-add")
                    picture=Picture::Add
                    button="button button--primary"
                    on_name=add
                />
            </div>
            <Show
                when=move || tags.with(|tags| !tags.is_empty())
                fallback=move || view! {
                    <div class="empty">
                        <p class="empty__title">{words.text("tags-empty")}</p>
                        <p>{words.text("tags-empty-lead")}</p>
                    </div>
                }
            >
                <ul class="tags" role="list">
                    <For each=move || tags.get() key=|tag| tag.clone() let:tag>
                        <TagRow tag merging />
                    </For>
                </ul>
            </Show>
            <Merging merging tags />
        </div>
    }
}

#[component]
fn TagRow(tag: Shown, merging: RwSignal<Option<Id>>) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let id = tag.id;
    let i18n = words.get();
    let set = move |key: Key, value: Option<Value>| {
        let input = Input::from([(key, value)]);
        workspace.commit(
            move |book, stamp| {
                records::edit(book, RecordType::Tag, id, &Input::new(), &input, stamp)
            },
            move |saved| failed(words, toasts, saved),
        );
    };
    let entered_cadence = move |text: &str| {
        let Some(field) = keys::CADENCE.field() else { return };
        match check::parse(field, text) {
            Ok(days) => set(keys::CADENCE, days),
            Err(fault) => toasts.failed(words.get().fault(&fault)),
        }
    };
    let entered_name = move |name: String| {
        workspace.commit(
            move |book, stamp| tags::rename(book, id, &name, stamp),
            move |saved| failed(words, toasts, saved),
        );
    };
    let deleted_name = tag.name.clone();
    let clicked_delete = move |_| {
        let name = deleted_name.clone();
        workspace.commit(
            move |book, stamp| tags::delete(book, id, stamp),
            move |saved| match saved {
                Ok(()) => {
                    let sentence = words.get().with("history-delete", &[("what", (&name).into())]);
                    toasts.done(sentence, workspace.next_undo());
                }
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };
    let list = |on: RecordType| {
        let query = Query { filter: format!("tags:#{id}"), ..Query::default() };
        Route::List { on, list: List { query, ..List::default() }, open: None }.href()
    };
    let named = |message| i18n.with(message, &[("name", (&tag.name).into())]);
    let colour = tag.colour.clone();

    view! {
        <li class="tags__row">
            <TagChip name=tag.name.clone() colour=tag.colour.clone() />
            <input
                class="input"
                type="text"
                dir="auto"
                aria-label=named("tags-name")
                prop:value=tag.name.clone()
                on:keydown=left_on_enter
                on:change=move |event| entered_name(event_target_value(&event))
            />
            <input
                class="input"
                type="text"
                dir="auto"
                placeholder=words.text("tags-description")
                aria-label=named("tags-description-of")
                prop:value=tag.description.clone()
                on:keydown=left_on_enter
                on:change=move |event| set(keys::DESCRIPTION, Some(Value::text(event_target_value(&event))))
            />
            <select
                class="input"
                aria-label=named("tags-colour")
                on:change=move |event| set(keys::COLOUR, Some(Value::text(dom::chosen(&event, &colour))))
            >
                {COLOURS.map(|colour| view! {
                    <option value=colour selected=colour == tag.colour>{words.text(&format!("colour-{colour}"))}</option>
                })}
            </select>
            <input
                class="input tags__cadence"
                type="text"
                inputmode="numeric"
                placeholder=words.text("tags-cadence")
                title=words.text("tags-cadence-lead")
                aria-label=named("tags-cadence-of")
                prop:value=tag.cadence.clone()
                on:keydown=left_on_enter
                on:change=move |event| entered_cadence(&event_target_value(&event))
            />
            <span class="tags__counts">
                {tag.counts.iter().map(|(on, count)| view! { <a href=list(*on)>{i18n.count(*on, *count)}</a> }).collect_view()}
            </span>
            <button class="button" type="button" on:click=move |_| merging.set(Some(id))>{words.text("tags-merge")}</button>
            <button class="button button--plain button--icon" type="button" aria-label=named("tags-delete") on:click=clicked_delete>
                <Icon picture=Picture::Delete />
            </button>
        </li>
    }
}

/// Which tag another one becomes part of.
#[component]
fn Merging(merging: RwSignal<Option<Id>>, tags: Memo<Vec<Shown>>) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let open = RwSignal::new(false);
    // The dialog is open while a tag is chosen, and closing it chooses none.
    Effect::new(move || open.set(merging.get().is_some()));
    let from = move || merging.get().and_then(|id| tags.get().into_iter().find(|tag| tag.id == id));
    let title = Signal::derive(move || {
        let name = from().map(|tag| tag.name).unwrap_or_default();
        words.get().with("tags-merge-title", &[("name", (&name).into())])
    });
    let chosen = move |into: Id| {
        open.set(false);
        let Some(from) = merging.get_untracked() else { return };
        merging.set(None);
        workspace.commit(
            move |book, stamp| tags::merge(book, from, into, stamp),
            move |saved| match saved {
                Ok(()) => toasts.done(words.text("tags-merged"), workspace.next_undo()),
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };

    view! {
        <Dialog open title on_close=move || merging.set(None)>
            <ul class="stack" role="list">
                {move || tags.get().into_iter().filter(|tag| Some(tag.id) != merging.get()).map(|tag| view! {
                    <li>
                        <button class="menu__item" type="button" on:click=move |_| chosen(tag.id)>
                            <TagChip name=tag.name.clone() colour=tag.colour.clone() />
                        </button>
                    </li>
                }).collect_view()}
            </ul>
            <div class="dialog__actions">
                <button class="button" type="button" on:click=move |_| merging.set(None)>{words.text("cancel")}</button>
            </div>
        </Dialog>
    }
}

/// Enter leaves the input, which saves it.
fn left_on_enter(event: KeyboardEvent) {
    if event.key() == "Enter" {
        event.prevent_default();
        // An element that has the focus can lose it.
        let _ = event_target::<web_sys::HtmlElement>(&event).blur();
    }
}

fn failed(words: Words, toasts: Toasts, saved: Result<(), CommitError>) {
    if let Err(error) = saved {
        toasts.failed(words.get().commit_error(&error));
    }
}

fn shown(workspace: Workspace) -> Vec<Shown> {
    workspace.read(&RecordType::ALL, |book| {
        let all = RecordType::LISTED.map(|on| (on, tags::counts(book, on)));
        let mut tags: Vec<_> = book
            .table(RecordType::Tag)
            .iter()
            .map(|(_, tag)| {
                let text = |key| tag.text(key).unwrap_or_default().to_owned();
                let count = |(on, counts): &(RecordType, BTreeMap<Id, usize>)| {
                    Some((*on, *counts.get(&tag.id)?))
                };
                Shown {
                    id: tag.id,
                    name: text(keys::NAME),
                    colour: text(keys::COLOUR),
                    description: text(keys::DESCRIPTION),
                    cadence: tag.number(keys::CADENCE).map(|it| it.to_string()).unwrap_or_default(),
                    counts: all.iter().filter_map(count).collect(),
                }
            })
            .collect();
        tags.sort_by_key(|tag| fold(&tag.name));
        tags
    })
}
