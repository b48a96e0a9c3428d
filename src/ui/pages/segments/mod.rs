//! All segments: what they are, how many are in them, and the way to their people.

mod change;
pub(in crate::ui) mod segment;
mod shown;

use leptos::prelude::*;

use self::{change::ChangeSegment, shown::Shown};
use crate::{
    state::{
        Workspace, language::use_words, looking_back::asks, toasts::use_toasts, use_workspace,
    },
    ui::{
        components::{
            icon::{Icon, Picture},
            tag_chip::TagChip,
        },
        forms::NameForm,
    },
};
use rapport::{
    domain::{fold::fold, id::RecordType},
    query::{
        segment::{STARTERS, create},
        text::{self, Canonical},
    },
    route::Route,
};

#[component]
pub(in crate::ui) fn SegmentsPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let name = RwSignal::new(String::new());
    // What a new list is of.
    let of = RwSignal::new(RecordType::Person);
    let segments = Memo::new(move |_| shown(workspace));
    let add = move |new: String| {
        let of = of.get_untracked();
        workspace.commit(
            move |book, stamp| create(book, of, &new, None, stamp).map(|(_, change)| change),
            move |saved| match saved {
                // The page may be gone by now.
                Ok(()) => drop(name.try_set(String::new())),
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };
    let chose_of = move |event| {
        of.set(RecordType::parse(&event_target_value(&event)).unwrap_or(RecordType::Person));
    };
    let missing = move || {
        let names: Vec<_> = segments.with(|all| all.iter().map(|it| it.name.clone()).collect());
        let missing = STARTERS.iter().filter(|(name, ..)| !names.contains(&words.text(name)));
        missing.collect::<Vec<_>>()
    };
    let clicked_starter = move |name: &'static str, on: RecordType, filter: &'static str| {
        let named = words.text(name);
        workspace.commit(
            move |book, stamp| {
                let group = text::parse(filter, on, &Canonical).group;
                create(book, on, &named, Some(&group), stamp).map(|(_, change)| change)
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
                <NameForm
                    class="cluster tags__new"
                    id="new-list"
                    name
                    label=words.text("segments-new-list")
                    action=words.text("segments-add-list")
                    picture=Picture::Add
                    on_name=add
                >
                    <select class="input" id="new-list-of" aria-label=words.text("segments-list-of") on:change=chose_of>
                        {RecordType::LISTED.map(|on| view! {
                            <option value=on.name()>{words.text(&format!("kind-{}", on.name()))}</option>
                        })}
                    </select>
                </NameForm>
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
    let Shown { id, on, .. } = it;
    // Asked as others would ask it, so that what is broken in it counts as it does there.
    let count = Memo::new(move |_| {
        let group = asks(id);
        let found = workspace.ask(|asking, book, texts| asking.find(book, texts, on, &group))?;
        Some(found.count())
    });

    view! {
        <li class="segments__row">
            <a class="segments__name" href=Route::Segment(id).href()>
                <TagChip name=it.name.clone() colour=it.colour.clone() />
            </a>
            <div class="segments__rule">
                {(!it.description.is_empty()).then(|| view! { <strong dir="auto">{it.description.clone()}</strong> })}
                <Rule it=it.clone() />
            </div>
            <a class="segments__count" href=it.list()>
                {move || count.get().map(|count| words.get().count(on, count))}
            </a>
            <ChangeSegment it />
        </li>
    }
}

/// What it asks, and what of it is not there any more.
#[component]
fn Rule(it: Shown) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let rule = Memo::new(move |_| it.rule(words, workspace));
    let fault = move || rule.with(|(_, fault)| fault.clone());

    view! {
        <span dir="auto">{move || rule.with(|(rule, _)| rule.clone())}</span>
        <Show when=move || rule.with(|(_, fault)| !fault.is_empty())>
            <span class="field__fault">{fault}</span>
        </Show>
    }
}

fn shown(workspace: Workspace) -> Vec<Shown> {
    workspace.read(&[RecordType::Segment], |book| {
        let ids = book.table(RecordType::Segment).iter().map(|(_, it)| it.id);
        let mut segments: Vec<_> = ids.filter_map(|id| Shown::of(book, id)).collect();
        segments.sort_by_key(|it| fold(&it.name));
        segments
    })
}
