//! The form for what the choices of a built-in field are called, and for those that are added to them.

use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::options_input::OptionsInput;
use crate::state::{language::use_words, toasts::use_toasts, use_workspace};
use rapport::{
    domain::{
        edit::fields,
        field::{Kind, keys},
        key::Key,
        problem::Problem,
        value::choice::Choice,
    },
    platform::dom,
};

/// Begins the ids of the inputs.
const SCOPE: &str = "rename";

#[component]
pub(in crate::ui) fn RenameForm(
    key: Key,
    /// Hears that it is saved, or given up.
    on_done: Callback<()>,
) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let i18n = words.get();
    let Some(field) = workspace.peek(|book| book.field(key)) else { return ().into_any() };
    let Some(Kind::Choice(built_in)) = key.built_in_kind() else { return ().into_any() };
    let Kind::Choice(choices) = field.kind else { return ().into_any() };
    // What stands in the inputs: nothing where the language has the word. Those of one's own follow.
    let options = choices.iter().map(|word| {
        let called = field.meant(word).cloned();
        called.unwrap_or_else(|| Choice::new(*word, ""))
    });
    let options = RwSignal::new(options.collect::<Vec<_>>());
    let fault = RwSignal::new(None::<String>);
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        fault.set(None);
        let i18n = words.get();
        let choices = options.get_untracked();
        let what = i18n.key(key);
        let usual = move |word: &str| i18n.usual_choice(field, word);
        workspace.commit(
            move |book, stamp| fields::rename(book, key, &field.choices, &choices, &usual, stamp),
            move |saved| match saved {
                Ok(()) => {
                    let done = words.get().with("history-rename", &[("what", (&what).into())]);
                    toasts.done(done, untrack(|| workspace.next_undo()));
                    // The dialog may be gone by now.
                    let _ = on_done.try_run(());
                }
                Err(error) => {
                    let i18n = words.get();
                    let text = match error.problem() {
                        Some(Problem::Field { key: keys::OPTIONS, fault }) => i18n.fault(fault),
                        _ => i18n.commit_error(&error),
                    };
                    if let Some(text) = fault.try_set(Some(text)).flatten() {
                        toasts.failed(text);
                    }
                }
            },
        );
    };
    let id = |word: &str| format!("{SCOPE}-{word}");
    let first = built_in.first().map(|word| format!("#{}", id(word))).unwrap_or_default();
    // Synchronizes the focus, which is outside the reactive system, with the form that has opened.
    Effect::new(move || {
        let first = first.clone();
        request_animation_frame(move || dom::focus(&first));
    });

    view! {
        <form class="stack" novalidate on:submit=submitted>
            <p class="field__guide" id="rename-guide">{words.text("fields-rename-guide")}</p>
            {built_in.iter().map(|word| {
                let usual = i18n.usual_choice(field, word);
                let label = move || options.with(|options| {
                    let called = options.iter().find(|choice| *choice.word == **word);
                    called.map(|choice| choice.label.to_string())
                });
                let typed = move |label: String| options.update(|options| {
                    if let Some(choice) = options.iter_mut().find(|choice| *choice.word == **word) {
                        choice.label = label.into();
                    }
                });
                view! {
                    <div class="field">
                        <label class="field__label" for=id(word)>{usual.clone()}</label>
                        <input
                            class="input"
                            id=id(word)
                            type="text"
                            autocomplete="off"
                            dir="auto"
                            placeholder=usual
                            aria-describedby="rename-guide rename-fault"
                            prop:value=move || label().unwrap_or_default()
                            on:input=move |event| typed(event_target_value(&event))
                        />
                    </div>
                }
            }).collect_view()}
            {field.takes_more().then(|| view! {
                <OptionsInput
                    options
                    fault=RwSignal::new(None)
                    suggested=Callback::new(|()| Vec::new())
                    added_to=field
                />
            })}
            <p class="field__fault" id="rename-fault" role="alert">{move || fault.get()}</p>
            <div class="dialog__actions">
                <button class="button" type="button" on:click=move |_| on_done.run(())>{words.text("cancel")}</button>
                <button class="button button--primary" type="submit">{words.text("save")}</button>
            </div>
        </form>
    }
    .into_any()
}
