//! The calendar: tasks, birthdays, expected closes of deals and days to get back to people, as a month, a
//! week or a list of days.
//!
//! Arrows go from day to day, `[` and `]` or the page keys from month to month, Enter to what is on the day.
//! With Shift, arrows move the task that has the focus.
//!
//! Search and filter are those of tasks; while one asks, the tasks that are found stand alone.

mod agenda;
mod bar;
mod chip;
mod day;
mod grid;

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use self::{agenda::Agenda, bar::Bar, day::DayPanel, grid::Grid};
use super::filter::Filtering;
use crate::{
    state::{
        language::use_words, navigation::use_navigation, toasts::use_toasts, use_workspace,
        working::in_slices,
    },
    ui::{keyboard::use_here, tasks::acts},
};
use rapport::{
    domain::{
        calendar::{self, Calendar},
        field::keys,
        id::{Id, RecordType},
        value::day::Day,
    },
    platform::{clock, dom, intl::DayNames},
    query::agenda::{Item, Pass, What},
    route::{Route, Span},
};

/// How many days an agenda looks ahead.
const AHEAD: u64 = 30;

/// How many pages of records are read between two looks at the clock.
const PAGES: usize = 4;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Page {
    /// What is asked of tasks.
    filtering: Filtering,
    names: StoredValue<DayNames, LocalStorage>,
    calendar: Calendar,
    span: Memo<Span>,
    /// The day that the page is around.
    around: Memo<NaiveDate>,
    /// The first and the last day that are shown.
    days: Memo<(NaiveDate, NaiveDate)>,
    /// The day that the keyboard is on.
    active: RwSignal<NaiveDate>,
    items: RwSignal<Arc<Vec<Item>>>,
    /// Whether those are only the tasks that were asked for.
    is_narrowed: RwSignal<bool>,
    /// The task that is being dragged.
    dragged: RwSignal<Option<Id>>,
}

impl Page {
    fn today(self) -> NaiveDate {
        self.filtering.workspace.read(&[RecordType::Task], |book| book.today.date)
    }

    fn items_of(self, day: NaiveDate) -> Vec<Item> {
        self.items.with(|items| {
            let from = items.partition_point(|item| item.day < day);
            items.iter().skip(from).take_while(|item| item.day == day).cloned().collect()
        })
    }

    /// The address of other days or another span, with what is asked for.
    fn route(self, span: Span, day: Option<NaiveDate>) -> Route {
        Route::Calendar { span, day, list: self.filtering.list.get() }
    }

    /// Turns to a day.
    fn turn_to(self, day: NaiveDate) {
        self.filtering.navigation.replace(untrack(|| self.route(self.span.get(), Some(day))));
    }

    /// The day that stands for the month, the week or the days before or after.
    fn turned(self, forward: bool) -> NaiveDate {
        let around = self.around.get();
        let days = |days: u64| {
            let day = if forward {
                around.checked_add_days(Days::new(days))
            } else {
                around.checked_sub_days(Days::new(days))
            };
            day.unwrap_or(around)
        };
        match self.span.get() {
            Span::Month if forward => self.calendar.next_month(around),
            Span::Month => self.calendar.previous_month(around),
            Span::Week => days(7),
            Span::Agenda => days(AHEAD),
        }
    }

    /// Puts the keyboard on a day, and turns the page where it is not on it.
    fn go(self, day: NaiveDate) {
        self.active.set(day);
        let (from, to) = self.days.get_untracked();
        let is_month = self.span.get_untracked() == Span::Month;
        let month = |day| self.calendar.month(day);
        let is_seen = if is_month {
            month(day) == month(self.around.get_untracked())
        } else {
            (from..=to).contains(&day)
        };
        if !is_seen {
            let around = if is_month { month(day) } else { day };
            self.turn_to(around);
        }
    }
}

fn later(day: NaiveDate, days: i64) -> NaiveDate {
    day.checked_add_signed(chrono::TimeDelta::days(days)).unwrap_or(day)
}

/// How many days an arrow goes, in the direction of the script.
fn step(key: &str) -> Option<i64> {
    let ahead = if dom::is_right_to_left() { -1 } else { 1 };
    match key {
        "ArrowRight" => Some(ahead),
        "ArrowLeft" => Some(-ahead),
        "ArrowDown" => Some(7),
        "ArrowUp" => Some(-7),
        _ => None,
    }
}

#[component]
pub(in crate::ui) fn CalendarPage() -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let navigation = use_navigation();
    let names = DayNames::new(words.get().language);
    let calendar = names.calendar();
    let first_weekday = clock::first_weekday();
    let today = workspace.peek(|book| book.today.date);
    let asked = Memo::new(move |before: Option<&(Span, NaiveDate)>| match navigation.route() {
        Route::Calendar { span, day, .. } => (span, day.unwrap_or(today)),
        // The page is about to go.
        _ => before.copied().unwrap_or((Span::Month, today)),
    });
    let span = Memo::new(move |_| asked.get().0);
    let around = Memo::new(move |_| asked.get().1);
    let days = Memo::new(move |_| {
        let (span, around) = asked.get();
        match span {
            Span::Month => {
                let from = calendar::week(calendar.month(around), first_weekday);
                let last = later(calendar.next_month(around), -1);
                (from, later(calendar::week(last, first_weekday), 6))
            }
            Span::Week => {
                let from = calendar::week(around, first_weekday);
                (from, later(from, 6))
            }
            Span::Agenda => {
                (around, around.checked_add_days(Days::new(AHEAD - 1)).unwrap_or(around))
            }
        }
    });
    let filtering = Filtering {
        on: RecordType::Task,
        workspace,
        navigation,
        list: Memo::new(move |_| navigation.route().asked()),
        is_open: RwSignal::new(false),
    };
    use_here().filters(filtering);
    let query = filtering.query();
    let found = filtering.found(query);
    let page = Page {
        filtering,
        names: StoredValue::new_local(names),
        calendar,
        span,
        around,
        days,
        active: RwSignal::new(around.get_untracked()),
        items: RwSignal::new(Arc::default()),
        is_narrowed: RwSignal::new(false),
        dragged: RwSignal::new(None),
    };
    // Which pass is going on, and the task that takes the focus along to another day.
    let current = StoredValue::new(0_u32);
    let followed = StoredValue::new(None::<Id>);
    // The pass goes on beside the interface, which is outside the reactive system, so that it blocks nothing.
    Effect::new(move || {
        for on in Pass::FROM {
            workspace.track(on);
        }
        let (from, to) = days.get();
        let is_narrowed = query.with(|query| !query.finds_all());
        let asked = is_narrowed.then(|| found.get()).flatten();
        if is_narrowed && asked.is_none() {
            // The answer is being made ready.
            return;
        }
        let mine = current.get_value() + 1;
        current.set_value(mine);
        let mut pass = Pass::new(from, to, asked);
        in_slices(move || {
            // The page may be gone by now.
            if current.try_get_value() != Some(mine) {
                return false;
            }
            let has_more = workspace.peek(|book| (0..PAGES).all(|_| pass.read_some(book)));
            if !has_more {
                page.items.set(Arc::new(std::mem::take(&mut pass.items)));
                page.is_narrowed.set(is_narrowed);
                // A pass may end before the task has moved.
                let here = page.items_of(page.active.get_untracked());
                let is_here = |id: &Id| here.iter().any(|it| it.what == What::Task && it.id == *id);
                if let Some(id) = followed.get_value().filter(is_here) {
                    followed.set_value(None);
                    request_animation_frame(move || dom::focus(&format!("#task-{id}")));
                }
            }
            has_more
        });
    });
    // Synchronizes the day that the keyboard is on with the address, which somebody may have changed.
    Effect::new(move || {
        let around = around.get();
        let active = page.active.get_untracked();
        let is_near = match span.get() {
            Span::Month => calendar.month(active) == calendar.month(around),
            _ => (days.get().0..=days.get().1).contains(&active),
        };
        if !is_near {
            page.active.set(around);
        }
    });
    let pressed = move |event: KeyboardEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(target) = target else { return };
        let closest = |selector: &str| target.closest(selector).ok().flatten();
        let has_other = event.ctrl_key() || event.meta_key() || event.alt_key();
        if has_other || closest("input:not([type=checkbox]), select, textarea").is_some() {
            return;
        }
        let key = event.key();
        let task = closest("[data-task]").and_then(|it| Id::parse(&it.get_attribute("data-task")?));
        match (step(&key), task) {
            (Some(days), Some(id)) if event.shift_key() => {
                let due = workspace.peek(|book| {
                    book.get(RecordType::Task, id)?.day(keys::DUE).and_then(Day::date)
                });
                let to = later(due.unwrap_or(page.active.get_untracked()), days);
                followed.set_value(Some(id));
                page.go(to);
                acts::put_off(words, toasts, workspace, id, Some(to));
            }
            (Some(days), None) if closest(".calendar__day").is_some() && !event.shift_key() => {
                page.go(later(page.active.get_untracked(), days));
                focus_active();
            }
            _ if key == "[" || key == "PageUp" => turn(page, false),
            _ if key == "]" || key == "PageDown" => turn(page, true),
            _ if key == "Enter" && target.matches(".calendar__day").unwrap_or_default() => {
                dom::focus("#calendar-day a, #calendar-day input");
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };

    view! {
        <div class="sheet calendar" on:keydown=pressed>
            <Bar page />
            {move || match span.get() {
                Span::Agenda => view! { <Agenda page /> }.into_any(),
                _ => view! { <Grid page /><DayPanel page /> }.into_any(),
            }}
        </div>
    }
}

/// Turns the page, and takes the keyboard along.
fn turn(page: Page, forward: bool) {
    let day = untrack(|| page.turned(forward));
    page.active.set(day);
    page.turn_to(day);
    focus_active();
}

fn focus_active() {
    request_animation_frame(|| dom::focus(".calendar__day[tabindex='0']"));
}
