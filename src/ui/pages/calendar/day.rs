//! What is on a day: tasks as everywhere, the rest as links.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::{
    Page,
    chip::{name_of, picture_of},
};
use crate::{
    state::language::use_words,
    ui::{
        components::icon::Icon,
        tasks::{QuickAdd, TaskRow},
    },
};
use rapport::{
    query::agenda::{Item, What},
    route::Route,
};

/// The day that the keyboard is on.
#[component]
pub(super) fn DayPanel(page: Page) -> impl IntoView {
    let words = use_words();
    let is_empty = move || page.items_of(page.active.get()).is_empty();
    let title = move || page.names.with_value(|names| names.day(page.active.get()));

    view! {
        <section class="sheet__section" id="calendar-day" aria-labelledby="calendar-day-title">
            <h2 id="calendar-day-title">{title}</h2>
            <Show when=is_empty><p class="subtle">{words.text("calendar-day-none")}</p></Show>
            {move || view! { <Items page day=page.active.get() /> }}
            {move || view! { <QuickAdd on_day=page.active.get() /> }}
        </section>
    }
}

/// All entries of a day.
#[component]
pub(super) fn Items(page: Page, day: NaiveDate) -> impl IntoView {
    let items = Memo::new(move |_| page.items_of(day));

    view! {
        <ul class="tasks" role="list">
            <For each=move || items.get() key=|item| (item.what, item.id) let:item>
                {if item.what == What::Task {
                    view! { <TaskRow id=item.id /> }.into_any()
                } else {
                    view! { <Line page item /> }.into_any()
                }}
            </For>
        </ul>
    }
}

#[component]
fn Line(page: Page, item: Item) -> impl IntoView {
    let words = use_words();
    let kind = item.what.name();
    let picture = picture_of(item.what);
    let href = Route::record(item.what.on(), item.id).href();
    let name = move || name_of(page, &item);

    view! {
        <li>
            <a class="people__link" href=href>
                <Icon picture />
                <span class="people__name" dir="auto">{name}</span>
                <span class="people__title">{words.text(&format!("calendar-kind-{kind}"))}</span>
            </a>
        </li>
    }
}
