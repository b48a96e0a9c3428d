//! The choices of one's own that a field offers: named, put in order, merged, added and taken away.

use leptos::prelude::*;

use super::definition_form::Options;
use crate::{
    state::{language::use_words, use_workspace},
    ui::components::icon::{Icon, Picture},
};
use rapport::domain::{
    edit::fields::{added_word_for, is_chosen, word_for},
    field::{Field, Kind},
    key::Key,
    value::choice::Choice,
};

#[component]
pub(super) fn OptionsInput(
    options: Options,
    fault: RwSignal<Option<String>>,
    /// Choices made of what records hold by now.
    suggested: Callback<(), Vec<Choice>>,
    /// The built-in field to whose choices these are added, where they are.
    #[prop(optional)]
    added_to: Option<&'static Field>,
) -> impl IntoView {
    let words = use_words();
    let name = RwSignal::new(String::new());
    let is_built_in = move |word: &str| added_to.is_some_and(|field| is_built_in(field, word));
    let add = move || {
        // Leaving comes also when the form is gone.
        let label = name.try_get_untracked().unwrap_or_default().trim().to_owned();
        if !label.is_empty() {
            name.set(String::new());
            options.update(|options| {
                let word = match added_to {
                    Some(_) => added_word_for(&label, options),
                    None => word_for(&label, options),
                };
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
    let rows = move || {
        let words = options.get().into_iter().map(|choice| choice.word);
        words.filter(|word| !is_built_in(word)).collect::<Vec<_>>()
    };
    let legend = if added_to.is_some() { "fields-choices-added" } else { "field-choices" };

    view! {
        <fieldset class="field">
            <legend class="field__label">{words.text(legend)}</legend>
            <ul class="rows" role="list">
                <For each=rows key=Clone::clone let:word>
                    <Row options word added_to />
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
fn Row(options: Options, word: Box<str>, added_to: Option<&'static Field>) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    // What records hold is merged into another choice, and not taken away.
    let is_chosen =
        added_to.is_some_and(|field| workspace.peek(|book| is_chosen(book, field, &word)));
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
            let is_built_in =
                |choice: &&Choice| added_to.is_some_and(|field| is_built_in(field, &choice.word));
            let first = options.iter().take_while(is_built_in).count();
            let last = options.len().saturating_sub(1);
            let to = at.saturating_add_signed(by).max(first).min(last);
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
    // A built-in one without a label goes by its language.
    let called = move |choice: &Choice| match added_to {
        Some(field) if choice.label.trim().is_empty() => {
            words.get().usual_choice(field, &choice.word)
        }
        _ => choice.label.to_string(),
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
                    <option value=choice.word.to_string()>{called(&choice)}</option>
                }).collect_view()}
            </select>
            <button class="button button--plain button--icon" type="button" aria-label=move || named("fields-up") on:click=move |_| moved(-1)>
                <Icon picture=Picture::Up />
            </button>
            <button class="button button--plain button--icon" type="button" aria-label=move || named("fields-down") on:click=move |_| moved(1)>
                <Icon picture=Picture::Down />
            </button>
            {(!is_chosen).then(|| view! {
                <button class="button button--plain button--icon" type="button" aria-label=move || named("fields-remove") on:click=clicked_remove>
                    <Icon picture=Picture::Close />
                </button>
            })}
        </li>
    }
}

fn is_built_in(field: &Field, word: &str) -> bool {
    let kind = Key::of(field.name).and_then(Key::built_in_kind);
    matches!(kind, Some(Kind::Choice(words)) if words.contains(&word))
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
