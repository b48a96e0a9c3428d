//! The form for what the choices of a built-in field are called.

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::SubmitEvent;

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
    let Kind::Choice(choices) = field.kind else { return ().into_any() };
    // What stands in the inputs: nothing where the language has the word.
    let called = choices.iter().map(|word| {
        let label = field.meant(word).map(|choice| choice.label.to_string());
        (*word, RwSignal::new(label.unwrap_or_default()))
    });
    let called = StoredValue::new(called.collect::<Vec<_>>());
    let fault = RwSignal::new(None::<String>);
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        fault.set(None);
        let i18n = words.get();
        let choices: Vec<Choice> = called.with_value(|called| {
            called.iter().map(|(word, label)| Choice::new(*word, label.get_untracked())).collect()
        });
        let what = i18n.key(key);
        let usual = move |word: &str| i18n.usual_choice(field, word);
        let usual: Rc<dyn Fn(&str) -> String> = Rc::new(usual);
        workspace.commit(
            move |book, stamp| fields::rename(book, key, &field.choices, &choices, &*usual, stamp),
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
    let first = choices.first().map(|word| format!("#{}", id(word))).unwrap_or_default();
    // Synchronizes the focus, which is outside the reactive system, with the form that has opened.
    Effect::new(move || {
        let first = first.clone();
        request_animation_frame(move || dom::focus(&first));
    });

    view! {
        <form class="stack" novalidate on:submit=submitted>
            <p class="field__guide" id="rename-guide">{words.text("fields-rename-guide")}</p>
            {called.get_value().into_iter().map(|(word, label)| {
                let usual = i18n.usual_choice(field, word);
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
                            prop:value=move || label.get()
                            on:input=move |event| label.set(event_target_value(&event))
                        />
                    </div>
                }
            }).collect_view()}
            <p class="field__fault" id="rename-fault" role="alert">{move || fault.get()}</p>
            <div class="dialog__actions">
                <button class="button" type="button" on:click=move |_| on_done.run(())>{words.text("cancel")}</button>
                <button class="button button--primary" type="submit">{words.text("save")}</button>
            </div>
        </form>
    }
    .into_any()
}
