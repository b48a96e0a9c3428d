//! How far long work is, with a way out of it.

use leptos::prelude::*;

use crate::state::{Workspace, language::use_words};

#[component]
pub(super) fn WorkingBar(workspace: Workspace) -> impl IntoView {
    let words = use_words();
    let work = workspace.work();
    let can_cancel = Memo::new(move |_| work.get().is_some_and(|work| work.can_cancel));
    let percent = move || work.get().map_or(100, |work| work.percent).to_string();
    let sentence =
        move || words.text(if can_cancel.get() { "work-going-on" } else { "work-storing" });

    view! {
        <section class="working" id="working" aria-label=words.text("work-going-on")>
            <p role="status">{sentence}</p>
            <Show when=move || !can_cancel.get()>
                <p class="working__late subtle">{words.text("work-storing-late")}</p>
            </Show>
            <progress class="progress" max="100" value=percent aria-label=sentence></progress>
            <button class="button" type="button" disabled=move || !can_cancel.get() on:click=move |_| workspace.cancel()>
                {words.text("cancel")}
            </button>
        </section>
    }
}
