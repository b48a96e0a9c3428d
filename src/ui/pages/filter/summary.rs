//! What a list is filtered by, in a line, while the panel is closed.

use leptos::prelude::*;

use super::Filtering;
use crate::{
    state::language::use_words,
    ui::components::icon::{Icon, Picture},
};
use rapport::{
    i18n::which_message,
    query::{
        filter::{Part, Which},
        text::{self, Canonical},
    },
};

#[component]
pub(in crate::ui) fn FilterSummary(filtering: Filtering) -> impl IntoView {
    let words = use_words();
    let on = filtering.on;
    let group = Memo::new(move |_| {
        filtering.list.with(|list| text::parse(&list.query.filter, on, &Canonical).group)
    });
    let removed = move |nth: usize| {
        let mut group = group.get_untracked();
        group.parts.remove(nth);
        filtering.ask(|list| list.query.filter = text::print(&group, on, &Canonical), true);
    };
    let chip = move |nth: usize, part: Part| {
        let i18n = words.get();
        let what = filtering.workspace.peek(|book| match &part {
            Part::Condition(condition) => i18n.condition(book, condition),
            Part::Group(group) => i18n.group(book, group),
        });
        let remove = i18n.with("list-remove-filter", &[("what", (&what).into())]);
        view! {
            <li class="tag">
                <button class="tag__name tag__open" type="button" dir="auto" on:click=move |_| filtering.open()>
                    {what}
                </button>
                <button class="tag__remove" type="button" aria-label=remove on:click=move |_| removed(nth)>"×"</button>
            </li>
        }
    };

    view! {
        <ul class="cluster toolbar__chips" role="list">
            {move || {
                let group = group.get();
                let lead = (group.which != Which::All)
                    .then(|| view! { <li class="toolbar__lead">{words.text(which_message(group.which))}</li> });
                (lead, group.parts.into_iter().enumerate().map(|(nth, part)| chip(nth, part)).collect_view())
            }}
            <li>
                <button
                    class="button button--plain"
                    type="button"
                    on:click=move |_| filtering.ask(|list| list.query.filter.clear(), true)
                >
                    <Icon picture=Picture::Close />
                    {words.text("list-clear")}
                </button>
            </li>
        </ul>
    }
}
