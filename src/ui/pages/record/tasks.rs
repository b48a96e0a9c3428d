//! The open tasks of a record, and a line to write another one.

use leptos::prelude::*;

use crate::{
    state::{language::use_words, use_workspace},
    ui::tasks::{QuickAdd, TaskRow},
};
use rapport::{
    domain::id::{Id, RecordType},
    query::agenda,
};

/// How many are shown before one asks for all.
const MOST: usize = 10;

#[component]
pub(super) fn Tasks(on: RecordType, id: Id) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let is_whole = RwSignal::new(false);
    let open =
        Memo::new(move |_| workspace.read(&[RecordType::Task], |book| agenda::open_of(book, id)));
    let count = move || open.with(Vec::len);
    let shown = move || {
        let most = if is_whole.get() { usize::MAX } else { MOST };
        open.with(|open| open.iter().copied().take(most).collect::<Vec<_>>())
    };
    let all_of_them = move || {
        let count = words.get().count(RecordType::Task, count());
        words.get().with("record-people-all", &[("count", (&count).into())])
    };

    view! {
        <section class="record__section">
            <h2 class="record__heading">
                {words.text("nav-tasks")}
                <span class="record__count">{move || Some(count()).filter(|count| *count > 0).map(|count| words.get().number(count))}</span>
            </h2>
            <ul class="tasks" role="list">
                <For each=shown key=|task| *task let:task><TaskRow id=task beside=id /></For>
            </ul>
            <Show when=move || { count() > MOST && !is_whole.get() }>
                <button class="button" type="button" on:click=move |_| is_whole.set(true)>{all_of_them}</button>
            </Show>
            <QuickAdd of=(on, id) />
        </section>
    }
}
