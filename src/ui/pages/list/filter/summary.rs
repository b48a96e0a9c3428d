//! What a list is filtered by, in a line, while the panel is closed.

use leptos::prelude::*;

use super::Listing;
use crate::{
    state::language::use_words,
    ui::components::icon::{Icon, Picture},
};
use rapport::query::{
    filter::{Condition, Group, Part, Which},
    text::{self, Canonical},
};

#[component]
pub(in crate::ui) fn FilterSummary(listing: Listing) -> impl IntoView {
    let words = use_words();
    let on = listing.on;
    let group = Memo::new(move |_| {
        listing.list.with(|list| text::parse(&list.query.filter, on, &Canonical).group)
    });
    let removed = move |nth: usize| {
        let mut group = group.get_untracked();
        group.parts.remove(nth);
        listing.ask(|list| list.query.filter = text::print(&group, on, &Canonical), true);
    };
    let chip = move |nth: usize, part: Part| {
        let i18n = words.get();
        let what = listing.workspace.peek(|book| match &part {
            Part::Condition(condition) => i18n.condition(book, condition),
            Part::Group(group) => {
                let all = group.conditions();
                let sentences = all.into_iter().map(|it: &Condition| i18n.condition(book, it));
                format!("{}: {}", i18n.text(which(group)), i18n.list(sentences))
            }
        });
        let remove = i18n.with("list-remove-filter", &[("what", (&what).into())]);
        view! {
            <li class="tag">
                <button class="tag__name tag__open" type="button" dir="auto" on:click=move |_| listing.is_filtering.set(true)>
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
                    .then(|| view! { <li class="toolbar__lead">{words.text(which(&group))}</li> });
                (lead, group.parts.into_iter().enumerate().map(|(nth, part)| chip(nth, part)).collect_view())
            }}
            <li>
                <button
                    class="button button--plain"
                    type="button"
                    on:click=move |_| listing.ask(|list| list.query.filter.clear(), true)
                >
                    <Icon picture=Picture::Close />
                    {words.text("list-clear")}
                </button>
            </li>
        </ul>
    }
}

pub(super) fn which(group: &Group) -> &'static str {
    match group.which {
        Which::All => "filter-all",
        Which::Any => "filter-any",
        Which::None => "filter-none",
    }
}
