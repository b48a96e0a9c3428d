//! What is to be done by today.

use leptos::prelude::*;

use super::card::All;
use crate::{
    state::{language::use_words, use_workspace},
    ui::tasks::{QuickAdd, TaskRow},
};
use rapport::{
    domain::id::RecordType,
    query::home::{self, MOST},
    route::Route,
};

#[component]
pub(super) fn Due() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let due = Memo::new(move |_| workspace.read(&[RecordType::Task], |book| home::due(book).0));
    let first = move || due.with(|due| due.iter().copied().take(MOST).collect::<Vec<_>>());
    let count = move || due.with(Vec::len);

    view! {
        <Show when=move || count() == 0><p class="subtle">{words.text("home-due-none")}</p></Show>
        <ul class="tasks" role="list"><For each=first key=|id| *id let:id><TaskRow id /></For></ul>
        {move || (count() > MOST).then(|| view! {
            <All href=Route::filtered(RecordType::Task, home::DUE).href() count=count() />
        })}
        <QuickAdd />
    }
}
