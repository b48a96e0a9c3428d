//! All segments: what they are, how many are in them, and the way to their people.

use leptos::prelude::*;

use crate::{
    state::{Workspace, language::use_words, toasts::use_toasts, use_workspace},
    ui::components::{
        dialog::Dialog,
        icon::{Icon, Picture},
        tag_chip::TagChip,
    },
};
use rapport::{
    domain::{
        edit::{
            picks,
            records::{self, Input},
        },
        field::{check::COLOURS, keys},
        fold::fold,
        id::{Id, RecordType},
        value::Value,
    },
    query::{
        Query,
        filter::{Condition, Group, Operand, Part, Subject},
        operator::Operator,
        segment,
        text::{self, Canonical},
    },
    route::{List, Route},
};

/// A segment as its row shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Shown {
    id: Id,
    on: RecordType,
    name: String,
    colour: String,
    description: String,
    /// `None` for a picked list.
    filter: Option<String>,
}

#[component]
pub(in crate::ui) fn SegmentsPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let name = RwSignal::new(String::new());
    let segments = Memo::new(move |_| shown(workspace));
    let submitted = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let new = name.get_untracked();
        if new.trim().is_empty() {
            return;
        }
        workspace.commit(
            move |book, stamp| {
                segment::create(book, RecordType::Person, &new, None, stamp)
                    .map(|(_, change)| change)
            },
            move |saved| match saved {
                Ok(()) => name.set(String::new()),
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };
    let missing = move || {
        let names: Vec<_> = segments.with(|all| all.iter().map(|it| it.name.clone()).collect());
        let missing =
            segment::STARTERS.iter().filter(|(name, ..)| !names.contains(&words.text(name)));
        missing.collect::<Vec<_>>()
    };
    let clicked_starter = move |name: &'static str, on: RecordType, filter: &'static str| {
        let named = words.text(name);
        workspace.commit(
            move |book, stamp| {
                let group = text::parse(filter, on, &Canonical).group;
                segment::create(book, on, &named, Some(&group), stamp).map(|(_, change)| change)
            },
            move |saved| {
                if let Err(error) = saved {
                    toasts.failed(words.get().commit_error(&error));
                }
            },
        );
    };

    view! {
        <div class="sheet">
            <div class="sheet__head">
                <h1>{words.text("nav-segments")}</h1>
                <form class="cluster" on:submit=submitted>
                    <input
                        class="input tags__new"
                        id="new-list"
                        type="text"
                        autocomplete="off"
                        dir="auto"
                        placeholder=words.text("segments-new-list")
                        aria-label=words.text("segments-new-list")
                        prop:value=move || name.get()
                        on:input=move |event| name.set(event_target_value(&event))
                    />
                    <button class="button" type="submit">
                        <Icon picture=Picture::Add />
                        {words.text("segments-add-list")}
                    </button>
                </form>
            </div>
            <p class="segments__lead">{words.text("segments-lead")}</p>
            <ul class="tags" role="list">
                <For each=move || segments.get() key=|it| it.clone() let:it>
                    <SegmentRow it />
                </For>
            </ul>
            <Show when=move || !missing().is_empty()>
                <section class="segments__starters">
                    <h2>{words.text("segments-starters")}</h2>
                    <ul class="cluster" role="list">
                        {move || missing().into_iter().map(|(name, on, filter)| view! {
                            <li>
                                <button class="button" type="button" on:click=move |_| clicked_starter(name, *on, filter)>
                                    <Icon picture=Picture::Add />
                                    {words.text(name)}
                                </button>
                            </li>
                        }).collect_view()}
                    </ul>
                </section>
            </Show>
        </div>
    }
}

#[component]
fn SegmentRow(it: Shown) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let Shown { id, on, .. } = it;
    let i18n = words.get();
    let deleted_name = it.name.clone();
    let clicked_delete = move |_| {
        let name = deleted_name.clone();
        workspace.commit(
            move |book, stamp| picks::delete(book, id, stamp),
            move |saved| match saved {
                Ok(()) => {
                    let sentence = words.get().with("history-delete", &[("what", (&name).into())]);
                    toasts.done(sentence, workspace.next_undo());
                }
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };
    // Asked as others would ask it, so that what is broken in it counts as it does there.
    let count = Memo::new(move |_| {
        let condition =
            Condition::new(Subject::Segment, Operator::InSegment, Operand::Records(vec![id]));
        let group = Group::all(vec![Part::Condition(condition)]);
        let found = workspace.ask(|asking, book, texts| asking.find(book, texts, on, &group))?;
        Some(found.count())
    });
    let rule = workspace.peek(|book| match &it.filter {
        Some(filter) => {
            let parsed = text::parse(filter, on, &Canonical);
            let conditions = parsed.group.conditions().into_iter();
            let sentence = i18n.list(conditions.map(|condition| i18n.condition(book, condition)));
            let faults = parsed.faults.iter().map(|fault| i18n.expected(&fault.expected));
            (sentence, faults.collect::<Vec<_>>().join(" "))
        }
        None => (i18n.text("segments-picked"), String::new()),
    });
    let list = List {
        query: Query {
            filter: it.filter.clone().unwrap_or_else(|| format!("segment:#{id}")),
            ..Query::default()
        },
        segment: Some(id),
        ..List::default()
    };
    let href = Route::List { on, list, open: None }.href();
    let named = |message| i18n.with(message, &[("name", (&it.name).into())]);

    let is_editing = RwSignal::new(false);
    let title = Signal::derive(move || words.text("segments-edit"));
    let name = RwSignal::new(it.name.clone());
    let description = RwSignal::new(it.description.clone());
    let colour = RwSignal::new(it.colour.clone());
    let submitted = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let entered =
            [(keys::NAME, name), (keys::DESCRIPTION, description), (keys::COLOUR, colour)];
        let input: Input = entered
            .into_iter()
            .map(|(key, text)| (key, Some(text.get_untracked()).filter(|it| !it.trim().is_empty())))
            .map(|(key, text)| (key, text.map(Value::text)))
            .collect();
        workspace.commit(
            move |book, stamp| {
                records::edit(book, RecordType::Segment, id, &Input::new(), &input, stamp)
            },
            move |saved| match saved {
                // The row may have been made anew by then.
                Ok(()) => drop(is_editing.try_set(false)),
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };
    let line = move |label: &'static str, text: RwSignal<String>| {
        view! {
            <label class="field">
                <span class="field__label">{words.text(label)}</span>
                <input
                    class="input"
                    type="text"
                    dir="auto"
                    prop:value=move || text.get()
                    on:input=move |event| text.set(event_target_value(&event))
                />
            </label>
        }
    };
    let editor = move || {
        view! {
            <form class="stack" on:submit=submitted>
                {line("field-name", name)}
                {line("tags-description", description)}
                <label class="field">
                    <span class="field__label">{words.text("field-colour")}</span>
                    <select class="input" on:change=move |event| colour.set(event_target_value(&event))>
                        {COLOURS.map(|choice| view! {
                            <option value=choice selected=choice == colour.get_untracked()>{words.text(&format!("colour-{choice}"))}</option>
                        })}
                    </select>
                </label>
                <div class="dialog__actions">
                    <button class="button" type="button" on:click=move |_| is_editing.set(false)>{words.text("cancel")}</button>
                    <button class="button button--primary" type="submit">{words.text("save")}</button>
                </div>
            </form>
        }
    };

    view! {
        <li class="segments__row">
            <a class="segments__name" href=href.clone()><TagChip name=it.name.clone() colour=it.colour.clone() /></a>
            <div class="segments__rule">
                {(!it.description.is_empty()).then(|| view! { <strong dir="auto">{it.description.clone()}</strong> })}
                <span dir="auto">{rule.0}</span>
                {(!rule.1.is_empty()).then(|| view! { <span class="field__fault">{rule.1}</span> })}
            </div>
            <a class="segments__count" href=href>
                {move || count.get().map(|count| words.get().count(on, count))}
            </a>
            <span class="cluster">
                <button class="button button--plain button--icon" type="button" aria-label=named("segments-edit-of") title=words.text("segments-edit") on:click=move |_| is_editing.set(true)>
                    <Icon picture=Picture::Edit />
                </button>
                <button class="button button--plain button--icon" type="button" aria-label=named("segments-delete") title=named("segments-delete") on:click=clicked_delete>
                    <Icon picture=Picture::Delete />
                </button>
            </span>
            <Dialog open=is_editing title>{editor()}</Dialog>
        </li>
    }
}

fn shown(workspace: Workspace) -> Vec<Shown> {
    workspace.read(&[RecordType::Segment], |book| {
        let mut segments: Vec<_> = book
            .table(RecordType::Segment)
            .iter()
            .map(|(_, it)| {
                let text = |key| it.text(key).unwrap_or_default().to_owned();
                Shown {
                    id: it.id,
                    on: segment::type_of(book, it.id).unwrap_or(RecordType::Person),
                    name: text(keys::NAME),
                    colour: text(keys::COLOUR),
                    description: text(keys::DESCRIPTION),
                    filter: it.text(keys::FILTER).map(str::to_owned),
                }
            })
            .collect();
        segments.sort_by_key(|it| fold(&it.name));
        segments
    })
}
