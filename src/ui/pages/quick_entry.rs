//! A line, or a pasted signature, that becomes a person; what was recognized is shown before it is saved.

use std::{cell::Cell, rc::Rc};

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::{
    state::{language::use_words, navigation::use_navigation, toasts::use_toasts, use_workspace},
    ui::{
        commands,
        components::icon::{Icon, Picture},
    },
};
use rapport::{
    domain::field::keys,
    i18n::I18n,
    platform::dom,
    route::{self, Route},
    transfer::{
        incoming::{Incoming, in_words},
        quick,
    },
};

#[component]
pub(super) fn QuickEntry() -> impl IntoView {
    let words = use_words();
    let navigation = use_navigation();
    let toasts = use_toasts();
    let workspace = use_workspace();
    // Another app may have shared something.
    let shared = route::parameters(&dom::hash()).find(|(name, _)| name == "quick");
    let text = RwSignal::new(shared.map(|(_, text)| text).unwrap_or_default());
    let row = Memo::new(move |_| quick::read(&text.get()));
    let is_any = Memo::new(move |_| row.with(|row| row.incoming.is_some()));
    let save = move || {
        let row = row.get_untracked();
        if row.incoming.is_none() {
            return;
        }
        // There is no id before the edit has made one.
        let made = Rc::new(Cell::new(None));
        let whom = made.clone();
        let title = words.text("quick");
        workspace.commit_long(
            move |book, stamp| {
                let (whom, change) = quick::add(book, row.clone(), &title, stamp.clone())?;
                made.set(Some(whom));
                Ok(Box::new(change))
            },
            move |saved| {
                let i18n = words.get();
                match saved {
                    Ok(Some(label)) => toasts.done(i18n.label(&label), workspace.next_undo()),
                    Ok(None) => toasts.done(i18n.text("quick-known"), None),
                    Err(error) => return commands::not_done(words, toasts, &error),
                }
                if let Some((on, id)) = whom.get() {
                    navigation.go(&Route::record(on, id));
                }
            },
        );
    };
    // A signature has many lines, so Enter saves as it does in a line, and not the form around.
    let pressed = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
            event.prevent_default();
            event.stop_propagation();
            save();
        }
    };
    let lines = move || text.with(|text| text.lines().count().clamp(1, 8).to_string());

    view! {
        <div class="quick">
            <label class="field__label" for="quick">{words.text("quick")}</label>
            <div class="quick__line">
                <textarea
                    class="input"
                    id="quick"
                    rows=lines
                    dir="auto"
                    autocomplete="off"
                    placeholder=words.text("quick-example")
                    aria-describedby="quick-found"
                    prop:value=move || text.get()
                    on:input=move |event| text.set(event_target_value(&event))
                    on:keydown=pressed
                ></textarea>
                <button class="button" type="button" disabled=move || !is_any.get() on:click=move |_| save()>
                    <Icon picture=Picture::Add />
                    {words.text("quick-save")}
                </button>
            </div>
            <ul class="cluster quick__found" id="quick-found" role="list" aria-live="polite">
                {move || {
                    let i18n = words.get();
                    let found = row.with(|row| row.incoming.as_ref().map(|it| chips(&i18n, it)));
                    found.into_iter().flatten().map(|(name, text)| view! {
                        <li class="quick__chip"><span class="subtle">{name}</span>" "<bdi>{text}</bdi></li>
                    }).collect_view()
                }}
            </ul>
        </div>
    }
}

/// What was recognized: of which field, and what.
fn chips(i18n: &I18n, incoming: &Incoming) -> Vec<(String, String)> {
    let mut chips = Vec::new();
    for (key, value, _) in incoming.fields.iter().filter(|(key, ..)| *key != keys::PHOTO) {
        chips.push((i18n.key(*key), in_words(value)));
    }
    if let Some((name, _)) = &incoming.organization {
        chips.push((i18n.key(keys::ORGANIZATION), name.to_string()));
    }
    chips.extend(incoming.tags.iter().map(|tag| (i18n.key(keys::TAGS), tag.to_string())));
    chips.extend(
        incoming
            .notes
            .iter()
            .map(|note| (i18n.choice_of(keys::ACTIVITY, "note"), note.text.to_string())),
    );
    chips
}
