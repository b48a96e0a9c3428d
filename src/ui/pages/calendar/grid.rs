//! The days of a month or a week, a row for each week.

use chrono::NaiveDate;
use leptos::prelude::*;
use web_sys::DragEvent;

use super::{Page, chip::Chip, later};
use crate::{
    state::{language::use_words, toasts::use_toasts},
    ui::tasks::acts,
};
use rapport::route::Span;

/// How many entries a day of a month shows; those of the day one is on stand below.
const MOST: usize = 3;

#[component]
pub(super) fn Grid(page: Page) -> impl IntoView {
    let weeks = move || {
        let (from, to) = page.days.get();
        let count = (to.signed_duration_since(from).num_days() + 1) / 7;
        (0..count).map(|nth| later(from, nth * 7)).collect::<Vec<_>>()
    };
    let heads = move || {
        let (from, _) = page.days.get();
        let head = |nth| {
            let day = later(from, nth);
            let (name, letter) =
                page.names.with_value(|names| (names.weekday(day), names.letter_of_weekday(day)));
            view! {
                <div class="calendar__weekday" role="columnheader" data-letter=letter><span>{name}</span></div>
            }
        };
        (0..7).map(head).collect_view()
    };
    let title = move || page.names.with_value(|names| names.month(page.around.get()));

    view! {
        <div class="calendar__grid" role="grid" aria-label=title data-span=move || page.span.get().name()>
            <div class="calendar__week" role="row">{heads}</div>
            <For each=weeks key=|first| *first let:first>
                <div class="calendar__week" role="row">
                    {(0..7).map(|nth| view! { <DayCell page day=later(first, nth) /> }).collect_view()}
                </div>
            </For>
        </div>
    }
}

#[component]
fn DayCell(page: Page, day: NaiveDate) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let items = Memo::new(move |_| page.items_of(day));
    let is_active = Memo::new(move |_| page.active.get() == day);
    let is_over = RwSignal::new(false);
    let most = move || if page.span.get() == Span::Month { MOST } else { usize::MAX };
    let rest = move || items.with(Vec::len).saturating_sub(most());
    let is_other = move || {
        page.span.get() == Span::Month
            && page.calendar.month(day) != page.calendar.month(page.around.get())
    };
    let label = move || {
        let name = page.names.with_value(|names| names.day(day));
        let count = items.with(Vec::len);
        words.get().with("calendar-day", &[("day", (&name).into()), ("count", count.into())])
    };
    let date = usize::try_from(page.calendar.date(day)).unwrap_or_default();
    let dragged_over = move |event: DragEvent| {
        if page.dragged.get_untracked().is_some() {
            event.prevent_default();
            is_over.set(true);
        }
    };
    let dropped = move |event: DragEvent| {
        is_over.set(false);
        if let Some(id) = page.dragged.get_untracked() {
            event.prevent_default();
            page.dragged.set(None);
            page.active.set(day);
            acts::put_off(words, toasts, page.filtering.workspace, id, Some(day));
        }
    };

    view! {
        <div
            class="calendar__day"
            role="gridcell"
            tabindex=move || if is_active.get() { "0" } else { "-1" }
            aria-selected=move || is_active.get().to_string()
            aria-current=move || (page.today() == day).then_some("date")
            data-other=move || is_other().then_some("")
            data-over=move || is_over.get().then_some("")
            on:click=move |_| page.active.set(day)
            on:dragover=dragged_over
            on:dragleave=move |_| is_over.set(false)
            on:drop=dropped
        >
            <span class="calendar__date" aria-hidden="true">{words.get().number(date)}</span>
            <span class="visually-hidden">{label}</span>
            <ul class="calendar__chips" role="list">
                <For each=move || { items.get().into_iter().take(most()) } key=|item| item.clone() let:item>
                    <Chip page item />
                </For>
            </ul>
            {move || Some(rest()).filter(|rest| *rest > 0).map(|rest| view! {
                <span class="calendar__rest">{words.get().with("calendar-more", &[("count", rest.into())])}</span>
            })}
        </div>
    }
}
