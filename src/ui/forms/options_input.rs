//! The choices that a field of one's own offers: named, put in order, merged, added and taken away.

use leptos::prelude::*;

use super::definition_form::Options;
use crate::{
    state::language::use_words,
    ui::components::icon::{Icon, Picture},
};
use rapport::domain::{edit::fields::word_for, value::choice::Choice};

#[component]
pub(super) fn OptionsInput(
    options: Options,
    fault: RwSignal<Option<String>>,
    /// Choices made of what records hold by now.
    suggested: Callback<(), Vec<Choice>>,
) -> impl IntoView {
    let words = use_words();
    let name = RwSignal::new(String::new());
    let add = move || {
        let label = name.get_untracked().trim().to_owned();
        if !label.is_empty() {
            name.set(String::new());
            options.update(|options| {
                let word = word_for(&label, options);
                options.push(Choice::new(word, label));
            });
        }
    };
    let pressed = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            // Else the form would be sent.
            event.prevent_default();
            add();
        }
    };
    let clicked_suggest = move |_| options.set(suggested.run(()));
    // A row is known by its word: renaming leaves the inputs as they are.
    let rows = move || options.with(|it| it.iter().map(|it| it.word.clone()).collect::<Vec<_>>());

    view! {
        <fieldset class="field">
            <legend class="field__label">{words.text("field-choices")}</legend>
            <ul class="rows" role="list">
                <For each=rows key=Clone::clone let:word>
                    <Row options word />
                </For>
            </ul>
            <div class="cluster">
                <input
                    class="input"
                    id="define-choice"
                    type="text"
                    autocomplete="off"
                    dir="auto"
                    placeholder=words.text("fields-choice-new")
                    aria-label=words.text("fields-choice-new")
                    prop:value=move || name.get()
                    on:input=move |event| name.set(event_target_value(&event))
                    on:keydown=pressed
                    on:blur=move |_| add()
                />
                <button class="button" type="button" on:click=move |_| add()>
                    <Icon picture=Picture::Add />
                    {words.text("fields-choice-add")}
                </button>
                <Show when=move || options.with(Vec::is_empty) && !suggested.run(()).is_empty()>
                    <button class="button" type="button" on:click=clicked_suggest>{words.text("fields-choice-suggest")}</button>
                </Show>
            </div>
            <p class="field__guide">{words.text("guide-choices")}</p>
            <p class="field__fault" role="alert">{move || fault.get()}</p>
        </fieldset>
    }
}

#[component]
fn Row(options: Options, word: Box<str>) -> impl IntoView {
    let words = use_words();
    let word = StoredValue::new(word);
    let place = move || {
        let is_it = |choice: &Choice| word.with_value(|word| choice.word == *word);
        options.with(|options| options.iter().position(is_it))
    };
    let label = move || {
        let at = place()?;
        options.with(|options| Some(options.get(at)?.label.to_string()))
    };
    let name = move || label().unwrap_or_default();
    let typed = move |label: String| {
        let Some(at) = untrack(place) else { return };
        options.update(|options| {
            if let Some(choice) = options.get_mut(at) {
                choice.label = label.into();
            }
        });
    };
    let moved = move |by: isize| {
        let Some(at) = untrack(place) else { return };
        options.update(|options| {
            let to = at.saturating_add_signed(by).min(options.len().saturating_sub(1));
            let choice = options.remove(at);
            options.insert(to, choice);
        });
    };
    let clicked_remove = move |_| {
        if let Some(at) = untrack(place) {
            options.update(|options| drop(options.remove(at)));
        }
    };
    let merged = move |into: String| {
        if let Some(at) = untrack(place) {
            options.update(|options| merge(options, at, &into));
        }
    };
    let others = move || {
        let others = options.get().into_iter();
        others.filter(move |choice| word.with_value(|word| choice.word != *word))
    };
    let named = move |message: &str| words.get().with(message, &[("name", (&name()).into())]);

    view! {
        <li class="rows__row">
            <input
                class="input"
                type="text"
                autocomplete="off"
                dir="auto"
                aria-label=words.text("fields-choice-label")
                prop:value=name
                on:input=move |event| typed(event_target_value(&event))
            />
            <select class="input fields__merge" aria-label=move || named("fields-choice-merge") on:change=move |event| merged(event_target_value(&event))>
                <option value="">{words.text("fields-choice-merge-into")}</option>
                {move || others().map(|choice| view! {
                    <option value=choice.word.to_string()>{choice.label.to_string()}</option>
                }).collect_view()}
            </select>
            <button class="button button--plain button--icon" type="button" aria-label=move || named("fields-up") on:click=move |_| moved(-1)>
                <Icon picture=Picture::Up />
            </button>
            <button class="button button--plain button--icon" type="button" aria-label=move || named("fields-down") on:click=move |_| moved(1)>
                <Icon picture=Picture::Down />
            </button>
            <button class="button button--plain button--icon" type="button" aria-label=move || named("fields-remove") on:click=clicked_remove>
                <Icon picture=Picture::Close />
            </button>
        </li>
    }
}

/// Lets the choice of a word stand for the one at a place too. What records hold stays as it is.
fn merge(options: &mut Vec<Choice>, at: usize, into: &str) {
    if !options.iter().any(|choice| &*choice.word == into) || at >= options.len() {
        return;
    }
    let gone = options.remove(at);
    if let Some(kept) = options.iter_mut().find(|choice| &*choice.word == into) {
        let words = kept.also.iter().cloned().chain(gone.words().map(Box::from));
        kept.also = words.collect();
    }
}
