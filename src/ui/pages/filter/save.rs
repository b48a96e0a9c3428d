//! Keeping a filter as a segment, a new one or the one that it was taken from.

use leptos::prelude::*;

use super::Filtering;
use crate::{
    state::{language::use_words, toasts::use_toasts},
    ui::{components::icon::Picture, forms::NameForm},
};
use rapport::{
    domain::{
        field::keys,
        id::{Id, RecordType},
    },
    query::{
        segment,
        text::{self, Canonical},
    },
    route::Route,
};

#[component]
pub(super) fn SaveSegment(filtering: Filtering) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let Filtering { on, workspace, list, .. } = filtering;
    let name = RwSignal::new(String::new());
    let is_any = Memo::new(move |_| list.with(|list| !list.query.filter.is_empty()));
    let group =
        move || list.with_untracked(|list| text::parse(&list.query.filter, on, &Canonical).group);
    // The segment that the filter is of, where it is there and has another filter now.
    let changed = Memo::new(move |_| {
        let (id, filter) = list.with(|list| Some((list.segment?, list.query.filter.clone())))?;
        workspace.read(&[RecordType::Segment], |book| {
            let segment = book.get(RecordType::Segment, id)?;
            let is_changed = segment.text(keys::FILTER).is_some_and(|held| held != filter);
            is_changed.then(|| (id, segment.text(keys::NAME).unwrap_or_default().to_owned()))
        })
    });
    // The segment, where it is there.
    let own = Memo::new(move |_| {
        let id = list.with(|list| list.segment)?;
        workspace.read(&[RecordType::Segment], |book| {
            let segment = book.get(RecordType::Segment, id)?;
            Some((id, segment.text(keys::NAME).unwrap_or_default().to_owned()))
        })
    });
    let save = move |new: String| {
        let group = group();
        let title = new.clone();
        workspace.commit(
            move |book, stamp| {
                segment::create(book, on, &new, Some(&group), stamp).map(|(_, change)| change)
            },
            move |saved| match saved {
                Ok(()) => {
                    // The page may be gone by now.
                    let _ = name.try_set(String::new());
                    // The newest is the one that was made.
                    let made = workspace.peek(|book| {
                        let segments = book.table(RecordType::Segment).iter();
                        segments.map(|(_, it)| it.id).max()
                    });
                    filtering.ask(|list| list.segment = made, false);
                    let sentence = words.get().with("history-create", &[("what", (&title).into())]);
                    toasts.done(sentence, workspace.next_undo());
                }
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };
    let clicked_update = move |id: Id| {
        let group = group();
        workspace.commit(
            move |book, stamp| segment::refilter(book, id, &group, stamp),
            move |saved| match saved {
                Ok(()) => toasts.done(words.text("segments-saved"), workspace.next_undo()),
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };

    view! {
        <Show when=move || is_any.get()>
            <NameForm
                class="filter__save"
                id="segment-name"
                name
                label=words.text("segments-name")
                action=words.text("segments-save")
                picture=Picture::Segment
                on_name=save
            >
                {move || changed.get().map(|(id, name)| {
                    let label = words.get().with("segments-update", &[("name", (&name).into())]);
                    view! {
                        <button class="button button--primary" type="button" on:click=move |_| clicked_update(id)>
                            <span class="button__name">{label}</span>
                        </button>
                    }
                })}
            </NameForm>
        </Show>
        {move || own.get().map(|(id, name)| view! {
            <a class="filter__help" href=Route::Segment(id).href()>
                {words.text("filter-segment")} " " <bdi>{name}</bdi>
            </a>
        })}
        <a class="filter__help" href=Route::Help.href()>{words.text("filter-help")}</a>
    }
}
