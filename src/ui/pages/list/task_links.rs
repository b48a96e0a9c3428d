//! The usual questions about tasks, as links above their list.

use leptos::prelude::*;

use super::Listing;
use crate::state::language::use_words;
use rapport::{
    domain::{field::keys, id::RecordType, value::choice},
    query::{Query, Sort, home::OPEN_TASKS},
    route::{List, Route},
};

#[component]
pub(in crate::ui) fn TaskLinks(listing: Listing) -> impl IntoView {
    let words = use_words();
    let link = move |filter: String, name: String| {
        // What was done last is of interest, and else what is due first.
        let is_done = filter == "task-status:done";
        let key = if is_done { keys::DONE } else { keys::DUE };
        let sort = vec![Sort { key, descending: is_done }];
        let query = Query { filter: filter.clone(), sort, ..Query::default() };
        let list = List { query, ..List::default() };
        let href = Route::List { on: RecordType::Task, list, open: None }.href();
        let is_asked = move || listing.list.with(|list| list.query.filter == filter);
        view! {
            <li>
                <a class="task-links__link" href=href aria-current=move || is_asked().then_some("true")>{name}</a>
            </li>
        }
    };
    let statuses = choice::TASK_STATUS.iter().map(|status| {
        link(format!("task-status:{status}"), words.text(&format!("choice-task-status-{status}")))
    });

    view! {
        <ul class="task-links" role="list" aria-label=words.get().key(keys::TASK_STATUS)>
            {link(OPEN_TASKS.to_owned(), words.text("task-links-open"))}
            {statuses.collect_view()}
            {link(String::new(), words.text("timeline-all"))}
        </ul>
    }
}
