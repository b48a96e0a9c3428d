//! The question why a deal was lost, with the reasons that were given before.

use leptos::prelude::*;
use web_sys::SubmitEvent;

use crate::{
    state::{language::use_words, toasts::use_toasts, use_workspace},
    ui::{commands, components::dialog::Dialog},
};
use rapport::{
    domain::{
        edit::deals,
        field::keys,
        id::{Id, RecordType},
    },
    platform::dom,
};

/// Most reasons that are offered.
const MOST: usize = 20;

#[component]
pub(in crate::ui) fn LostDialog(
    /// The deal that is asked about, while the dialog is open.
    deal: RwSignal<Option<Id>>,
) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let open = RwSignal::new(false);
    let reason = RwSignal::new(String::new());
    // The dialog is open while a deal is asked about, and closing it ends that.
    Effect::new(move || {
        let is_asked = deal.get().is_some();
        open.set(is_asked);
        if is_asked {
            reason.set(String::new());
            request_animation_frame(|| dom::focus("#lost-reason"));
        }
    });
    let title = Signal::derive(move || {
        let name = deal.get().map(|deal| commands::name_of(workspace, RecordType::Deal, deal));
        words.get().with("deal-lose-title", &[("name", (&name.unwrap_or_default()).into())])
    });
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(lost) = deal.get_untracked() {
            let given = reason.get_untracked().trim().to_owned();
            let given = (!given.is_empty()).then_some(given);
            commands::lose(words, toasts, workspace, lost, given);
        }
        deal.set(None);
    };

    view! {
        <Dialog open title on_close=move || deal.set(None)>
            <form class="stack" on:submit=submitted>
                <div class="field">
                    <label class="field__label" for="lost-reason">{words.get().key(keys::LOST_REASON)}</label>
                    <input
                        class="input"
                        id="lost-reason"
                        type="text"
                        autocomplete="off"
                        dir="auto"
                        list="lost-reasons"
                        prop:value=move || reason.get()
                        on:input=move |event| reason.set(event_target_value(&event))
                    />
                    <datalist id="lost-reasons">
                        {workspace.peek(|book| deals::reasons(book, MOST)).into_iter().map(|reason| view! {
                            <option value=reason></option>
                        }).collect_view()}
                    </datalist>
                </div>
                <div class="dialog__actions">
                    <button class="button" type="button" on:click=move |_| deal.set(None)>{words.text("cancel")}</button>
                    <button class="button button--primary" type="submit">{words.text("deal-lose")}</button>
                </div>
            </form>
        </Dialog>
    }
}
