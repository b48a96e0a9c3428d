//! The days with something in them, one below the other.

use leptos::prelude::*;

use super::{super::filter::NothingFound, Page, day::Items};
use crate::state::language::use_words;

#[component]
pub(super) fn Agenda(page: Page) -> impl IntoView {
    let words = use_words();
    let days = Memo::new(move |_| {
        page.items.with(|items| {
            let mut days: Vec<_> = items.iter().map(|item| item.day).collect();
            days.dedup();
            days
        })
    });

    view! {
        <Show when=move || days.with(Vec::is_empty)>
            <Show
                when=move || page.is_narrowed.get()
                fallback=move || view! { <p class="empty">{words.text("calendar-days-none")}</p> }
            >
                <div class="empty"><NothingFound filtering=page.filtering /></div>
            </Show>
        </Show>
        <For each=move || days.get() key=|day| *day let:day>
            <section class="sheet__section calendar__agenda" data-today=move || (page.today() == day).then_some("")>
                <h2 class="calendar__heading">{page.names.with_value(|names| names.day(day))}</h2>
                <Items page day />
            </section>
        </For>
    }
}
