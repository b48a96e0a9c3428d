//! A picture: chosen, dropped or pasted, made small in the browser.

use leptos::prelude::*;
use web_sys::{Blob, ClipboardEvent, DataTransfer, DragEvent, HtmlInputElement};

use super::field_input::Control;
use crate::{
    state::start,
    ui::components::icon::{Icon, Picture},
};
use rapport::{
    domain::{
        field::{check, draft::Draft},
        problem::Fault,
    },
    platform::pictures,
};

/// Width and height at most, in pixels.
const SIZE: u32 = 256;

#[component]
pub(super) fn PhotoInput(control: Control) -> impl IntoView {
    let Control { words, draft, .. } = control;
    let photo = Memo::new(move |_| draft.with(|draft| draft.text().to_owned()));
    let has_photo = move || photo.with(|photo| !photo.is_empty());
    let take = move |blob: Blob| {
        start(async move {
            match pictures::shrink(&blob, SIZE, check::PHOTO_MOST as usize).await {
                // The form may be gone by now.
                Some(photo) => drop(draft.try_set(Draft::Text(photo))),
                None => control.say(&Fault::NotAPicture),
            }
        });
    };
    let take_from = move |from: Option<DataTransfer>| {
        let file = from.and_then(|from| from.files()).and_then(|files| files.get(0));
        if let Some(file) = file.clone() {
            take(file.into());
        }
        file.is_some()
    };
    let chose = move |event: web_sys::Event| {
        let input: HtmlInputElement = event_target(&event);
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            take(file.into());
        }
        // The same file may be chosen again.
        input.set_value("");
    };
    let pasted = move |event: ClipboardEvent| {
        if take_from(event.clipboard_data()) {
            event.prevent_default();
        }
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        take_from(event.data_transfer());
    };

    view! {
        <div
            class="photo-input"
            on:paste=pasted
            on:dragover=|event| event.prevent_default()
            on:drop=dropped
        >
            <span class="photo-input__picture">
                {move || if has_photo() {
                    view! { <img class="avatar__picture" src=photo.get() alt="" /> }.into_any()
                } else {
                    view! { <Icon picture=Picture::Person /> }.into_any()
                }}
            </span>
            <span class="photo-input__choose">
                <span class="button" aria-hidden="true">{words.text("form-choose-photo")}</span>
                // Lies over the button: a file input looks like nothing else.
                <input
                    class="photo-input__file"
                    id=control.id()
                    type="file"
                    accept="image/*"
                    aria-invalid=move || control.aria_invalid(0)
                    aria-describedby=control.described_by()
                    on:change=chose
                />
            </span>
            <Show when=has_photo>
                <button class="button button--plain" type="button" on:click=move |_| {
                    rapport::platform::dom::focus(&format!("#{}", control.id()));
                    draft.set(Draft::Text(String::new()));
                }>
                    {words.text("form-remove-photo")}
                </button>
            </Show>
            <span class="field__guide">{words.text("form-photo-hint")}</span>
        </div>
    }
}
