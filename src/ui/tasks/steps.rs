//! The steps of a task, ticked where they are read.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use crate::state::{language::use_words, toasts::use_toasts, use_workspace};
use rapport::domain::{
    checklist,
    edit::tasks,
    field::keys,
    id::{Id, RecordType},
};

#[component]
pub(in crate::ui) fn Steps(id: Id) -> impl IntoView {
    const ON: RecordType = RecordType::Task;
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let steps = Memo::new(move |_| {
        workspace.read(&[ON], |book| {
            let list = book.get(ON, id).and_then(|task| task.text(keys::CHECKLIST));
            list.map(checklist::parse).unwrap_or_default()
        })
    });
    let clicked = move |nth: usize, tick: HtmlInputElement| {
        let Some(step) = steps.with_untracked(|steps| steps.get(nth).cloned()) else { return };
        // The tick changes once that is saved.
        tick.set_checked(step.is_done);
        workspace.commit(
            move |book, stamp| tasks::tick(book, id, nth, &step, stamp),
            move |ticked| {
                if let Err(error) = ticked {
                    toasts.failed(words.get().commit_error(&error));
                }
            },
        );
    };
    let row = move |nth: usize| {
        let step =
            Memo::new(move |_| steps.with(|steps| steps.get(nth).cloned()).unwrap_or_default());
        view! {
            <li>
                <label class="steps__step">
                    <input type="checkbox" prop:checked=move || step.get().is_done on:change=move |event| clicked(nth, event_target(&event)) />
                    <span class="steps__text" dir="auto">{move || step.get().text}</span>
                </label>
            </li>
        }
    };

    view! {
        <ul class="steps" role="list" hidden=move || steps.with(Vec::is_empty) aria-label=words.get().key(keys::CHECKLIST)>
            <For each=move || 0..steps.with(Vec::len) key=|nth| *nth let:nth>{row(nth)}</For>
        </ul>
    }
}
