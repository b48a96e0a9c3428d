//! Making a segment of two.

use std::{cell::Cell, rc::Rc};

use leptos::prelude::*;

use crate::{
    state::{language::use_words, navigation::use_navigation, toasts::use_toasts, use_workspace},
    ui::components::dialog::Dialog,
};
use rapport::{
    domain::{
        field::keys,
        fold::fold,
        id::{Id, RecordType},
    },
    query::segment::{self, Combine as How},
    route::Route,
};

/// Which segments are about to be combined.
#[derive(Clone, Copy)]
pub(super) struct Combining {
    id: Id,
    other: RwSignal<Option<Id>>,
    is_open: RwSignal<bool>,
    how: RwSignal<How>,
    /// What was typed; before that, the name follows from what is chosen.
    typed: RwSignal<Option<String>>,
}

impl Combining {
    pub(super) fn new(id: Id) -> Self {
        Self {
            id,
            other: RwSignal::new(None),
            is_open: RwSignal::new(false),
            how: RwSignal::new(How::Intersection),
            typed: RwSignal::new(None),
        }
    }

    /// Asks how to combine it with another one.
    pub(super) fn open(self, other: Id) {
        self.open_first(Some(other));
    }

    pub(super) fn open_first(self, other: Option<Id>) {
        self.other.set(other);
        self.typed.set(None);
        self.is_open.set(true);
    }
}

#[component]
pub(super) fn Combine(combining: Combining, on: RecordType) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let navigation = use_navigation();
    let toasts = use_toasts();
    let Combining { id, other, is_open, how, typed } = combining;
    let others = Memo::new(move |_| {
        workspace.read(&[RecordType::Segment], |book| {
            let all = book.table(RecordType::Segment).iter().map(|(_, it)| it);
            let all = all.filter(|it| it.id != id && segment::type_of(book, it.id) == Some(on));
            let mut all: Vec<_> =
                all.map(|it| (it.id, it.text(keys::NAME).unwrap_or_default().to_owned())).collect();
            all.sort_by_key(|(_, name)| fold(name));
            all
        })
    });
    let name_of = move |id: Option<Id>| {
        workspace.read(&[RecordType::Segment], |book| {
            let segment = id.and_then(|id| book.get(RecordType::Segment, id));
            segment.and_then(|it| it.text(keys::NAME)).unwrap_or_default().to_owned()
        })
    };
    let of_both = move |message: String| {
        let (a, b) = (name_of(Some(id)), name_of(other.get()));
        words.get().with(&message, &[("a", (&a).into()), ("b", (&b).into())])
    };
    let name = move || {
        let usual = || plain(&of_both(format!("combine-name-{}", how.get().name())));
        typed.get().unwrap_or_else(usual)
    };
    let submitted = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(other) = other.get_untracked() else { return };
        let (name, how) = (untrack(name), how.get_untracked());
        let title = name.trim().to_owned();
        let made = Rc::new(Cell::new(None));
        let making = made.clone();
        workspace.commit(
            move |book, stamp| {
                let (id, change) = segment::combine(book, how, (id, other), &name, stamp)?;
                making.set(Some(id));
                Ok(change)
            },
            move |saved| match saved {
                Ok(()) => {
                    let sentence = words.get().with("history-create", &[("what", (&title).into())]);
                    toasts.done(sentence, workspace.next_undo());
                    if let Some(id) = made.get() {
                        navigation.go(&Route::Segment(id));
                    }
                }
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };
    let title = Signal::derive(move || words.text("combine-title"));

    view! {
        <Dialog open=is_open title>
            <form class="stack" on:submit=submitted>
                <label class="field">
                    <span class="field__label">{words.text("combine-other")}</span>
                    <select class="input" id="combine-other" on:change=move |event| other.set(Id::parse(&event_target_value(&event)))>
                        {move || others.get().into_iter().map(|(id, name)| view! {
                            <option value=id.to_string() selected=other.get_untracked() == Some(id)>{name}</option>
                        }).collect_view()}
                    </select>
                </label>
                <fieldset class="field">
                    <legend class="field__label">{words.text("combine-how")}</legend>
                    {How::ALL.map(|it| view! {
                        <label class="segment__how">
                            <input
                                type="radio"
                                name="combine-how"
                                value=it.name()
                                prop:checked=move || how.get() == it
                                on:change=move |_| how.set(it)
                            />
                            <span>{move || of_both(format!("combine-how-{}", it.name()))}</span>
                        </label>
                    })}
                </fieldset>
                <label class="field">
                    <span class="field__label">{words.text("field-name")}</span>
                    <input
                        class="input"
                        id="combine-name"
                        type="text"
                        autocomplete="off"
                        dir="auto"
                        prop:value=name
                        on:input=move |event| typed.set(Some(event_target_value(&event)))
                    />
                </label>
                <div class="dialog__actions">
                    <button class="button" type="button" on:click=move |_| is_open.set(false)>{words.text("cancel")}</button>
                    <button class="button button--primary" type="submit">{words.text("combine-make")}</button>
                </div>
            </form>
        </Dialog>
    }
}

/// Without the marks that keep the directions of names apart within a sentence: the name is one by itself.
fn plain(sentence: &str) -> String {
    sentence.replace(|c| ('\u{2066}'..='\u{2069}').contains(&c), "")
}
