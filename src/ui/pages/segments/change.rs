//! Changing what a segment is called, and deleting it: the same in the list and on its page.

use leptos::prelude::*;

use super::shown::Shown;
use crate::{
    state::{language::use_words, toasts::use_toasts, use_workspace},
    ui::components::{
        dialog::Dialog,
        icon::{Icon, Picture},
    },
};
use rapport::domain::{
    edit::{
        picks,
        records::{self, Input},
    },
    field::{check::COLOURS, keys},
    id::RecordType,
    value::Value,
};

#[component]
pub(super) fn ChangeSegment(
    it: Shown,
    /// Called when it is deleted.
    #[prop(optional, into)]
    on_delete: Option<Callback<()>>,
) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let id = it.id;
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
                    // The page may be gone by now.
                    on_delete.and_then(|on_delete| on_delete.try_run(()));
                }
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };
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
                // What shows it may have been made anew by then.
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
        <span class="cluster">
            <button class="button button--plain button--icon" type="button" aria-label=named("segments-edit-of") title=words.text("segments-edit") on:click=move |_| is_editing.set(true)>
                <Icon picture=Picture::Edit />
            </button>
            <button class="button button--plain button--icon" type="button" aria-label=named("segments-delete") title=named("segments-delete") on:click=clicked_delete>
                <Icon picture=Picture::Delete />
            </button>
        </span>
        <Dialog open=is_editing title>{editor()}</Dialog>
    }
}
