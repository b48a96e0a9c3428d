//! A file that is locked: its passphrase is asked, and what it holds is handed on.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::SubmitEvent;

use crate::state::{self, language::use_words, working::in_slices};
use rapport::{
    platform::{clock, dom},
    transfer::age::{self, Opening, Problem},
};

/// A file that is being opened.
struct Going {
    opening: Opening,
    bytes: Vec<u8>,
}

#[component]
pub(super) fn Locked(
    /// Names the field: there may be another one on the page.
    id: &'static str,
    name: String,
    file: Arc<Vec<u8>>,
    /// Hears what the file holds.
    #[prop(into)]
    opened: Callback<Vec<u8>>,
    #[prop(into)] done: Callback<()>,
) -> impl IntoView {
    let words = use_words();
    let passphrase = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<Problem>);
    // How far it is, in hundredths.
    let going = RwSignal::new(None::<usize>);
    let file = StoredValue::new(file);
    let refuse = move |refused: Problem| {
        // The page may be gone by now.
        let _ = going.try_set(None);
        let _ = problem.try_set(Some(refused));
        request_animation_frame(move || dom::focus(&format!("#{id}")));
    };
    let begin = move |file: Arc<Vec<u8>>, opening: Opening| {
        let mut going_on = Going { opening, bytes: Vec::with_capacity(file.len()) };
        in_slices(move || match going_on.opening.go_on(&file, &mut going_on.bytes) {
            // Ends when the page is gone.
            Ok(true) => {
                let percent = going_on.opening.at().saturating_mul(100) / file.len().max(1);
                going.try_set(Some(percent)).is_none()
            }
            Ok(false) => {
                if going.try_set(None).is_none() {
                    opened.run(std::mem::take(&mut going_on.bytes));
                }
                false
            }
            Err(refused) => {
                refuse(refused);
                false
            }
        });
    };
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        if going.get_untracked().is_some() {
            return;
        }
        problem.set(None);
        going.set(Some(0));
        let (file, passphrase) = (file.get_value(), passphrase.get_untracked());
        state::start(async move {
            // The work for the passphrase goes on at one go, so what is done is painted first.
            clock::pause(0).await;
            match age::open(&file, &passphrase) {
                Ok(opening) => begin(file, opening),
                Err(refused) => refuse(refused),
            }
        });
    };
    let percent = move || {
        going
            .get()
            .map(|percent| words.get().with("transfer-opening", &[("percent", percent.into())]))
    };
    let fault = format!("{id}-problem");

    view! {
        <form class="restore" aria-label=name novalidate on:submit=submitted>
            <h3 dir="auto">{name.clone()}</h3>
            <p>{words.text("transfer-locked")}</p>
            <div class="field lock">
                <label class="field__label" for=id>{words.text("transfer-passphrase")}</label>
                <input
                    class="input"
                    id=id
                    type="password"
                    autocomplete="current-password"
                    dir="auto"
                    aria-describedby=fault.clone()
                    prop:value=move || passphrase.get()
                    on:input=move |event| passphrase.set(event_target_value(&event))
                />
            </div>
            <p class="field__fault" id=fault role="alert">
                {move || problem.get().map(|problem| words.get().age_problem(problem))}
            </p>
            <p role="status">{percent}</p>
            <div class="cluster">
                <button class="button button--primary" id=format!("{id}-open") type="submit" disabled=move || going.get().is_some()>
                    {words.text("transfer-open")}
                </button>
                <button class="button" type="button" on:click=move |_| done.run(())>{words.text("cancel")}</button>
            </div>
        </form>
    }
}
