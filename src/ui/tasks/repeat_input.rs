//! How a task comes round: a period, its days, and an end. What is chosen is the rule itself, and each
//! input changes a part of it.

use chrono::{Datelike, Months, NaiveDate, Weekday, WeekdaySet};
use leptos::prelude::*;

use crate::{
    state::{
        language::{Words, use_words},
        use_workspace,
    },
    ui::forms::Entry,
};
use rapport::{
    domain::{
        field::draft::Draft,
        repeat::{End, Frequency, MonthDay, Rule},
        value::day::Day,
    },
    platform::clock,
};

/// What is offered, by its name in the language files.
const PERIODS: [&str; 5] = ["daily", "workdays", "weekly", "monthly", "yearly"];

/// How often something comes round that is to end after some times, to begin with.
const TIMES: u16 = 10;

fn period(rule: &Rule) -> &'static str {
    match rule.frequency() {
        Frequency::Daily => "daily",
        Frequency::Weekly(days) if days == Rule::WORKDAYS && rule.interval() == 1 => "workdays",
        Frequency::Weekly(_) => "weekly",
        Frequency::Monthly(_) => "monthly",
        Frequency::Yearly(_) => "yearly",
    }
}

/// The rule of another period, which ends as the one before.
fn of_period(name: &str, before: Option<&Rule>) -> Option<Rule> {
    let frequency = match name {
        "daily" => Frequency::Daily,
        "workdays" => Frequency::Weekly(Rule::WORKDAYS),
        "weekly" => Frequency::Weekly(WeekdaySet::EMPTY),
        "monthly" => Frequency::Monthly(None),
        "yearly" => Frequency::Yearly(None),
        _ => return None,
    };
    Rule::new(frequency, 1, before.map_or(End::Never, Rule::end))
}

/// The days of a month that a day may stand for: its date, its weekday, and the last ones.
fn month_days(day: NaiveDate) -> Vec<MonthDay> {
    let left = u32::from(day.num_days_in_month()) - day.day();
    let nth = u8::try_from((day.day() - 1) / 7 + 1).unwrap_or(1);
    let last = [
        (left < 7).then_some(MonthDay::LastWeekday(day.weekday())),
        (left == 0).then_some(MonthDay::LastDate),
    ];
    [MonthDay::Date(day.day()), MonthDay::Nth(nth, day.weekday())]
        .into_iter()
        .chain(last.into_iter().flatten())
        .collect()
}

/// What the parts share.
#[derive(Clone, Copy)]
struct Repeating {
    words: Words,
    rule: Memo<Option<Rule>>,
    /// The day that the rule counts from.
    start: Memo<NaiveDate>,
    repeat: RwSignal<Draft>,
    due: Option<RwSignal<Draft>>,
    scope: &'static str,
}

impl Repeating {
    fn set(self, rule: Option<Rule>) {
        let text = rule.map(|rule| rule.to_string()).unwrap_or_default();
        self.repeat.set(Draft::Text(text));
        // What comes round has a day to begin with.
        if let Some(due) = self.due.filter(|due| due.with_untracked(|due| due.text().is_empty()))
            && rule.is_some()
        {
            due.set(Draft::Text(self.start.get_untracked().to_string()));
        }
    }

    /// Changes a part of the rule. What is out of its bounds changes nothing.
    fn change(self, with: impl FnOnce(&Rule) -> Option<Rule>) {
        if let Some(rule) = self.rule.get_untracked().as_ref().and_then(with) {
            self.set(Some(rule));
        }
    }

    fn frequency(self) -> Option<Frequency> {
        self.rule.with(|rule| rule.as_ref().map(Rule::frequency))
    }
}

#[component]
pub(super) fn RepeatInput(
    repeat: Entry,
    #[prop(optional_no_strip)] due: Option<Entry>,
    scope: &'static str,
) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let Entry { field, draft, fault } = repeat;
    let due = due.map(|due| due.draft);
    let today = workspace.peek(|book| book.today.date);
    let rule = Memo::new(move |_| draft.with(|draft| Rule::parse(draft.text())));
    let start = Memo::new(move |_| {
        let day = due.and_then(|due| due.with(|due| Day::parse(due.text())));
        day.and_then(Day::date).unwrap_or(today)
    });
    let it = Repeating { words, rule, start, repeat: draft, due, scope };
    let id = format!("{scope}-{}", field.name);
    let is_period = move |name: &str| rule.with(|rule| rule.as_ref().map(period) == Some(name));
    let sentence = move || {
        let rule = rule.get()?.anchored(start.get());
        Some(words.get().repeat(&rule))
    };

    view! {
        <div class="field" data-wide="">
            <label class="field__label" for=id.clone()>{words.get().field(field)}</label>
            <div class="task-form__repeat">
                <select
                    class="input"
                    id=id
                    on:change=move |event| it.set(of_period(&event_target_value(&event), rule.get_untracked().as_ref()))
                >
                    <option value="" prop:selected=move || rule.with(Option::is_none)>{words.text("repeat-never")}</option>
                    {PERIODS.into_iter().map(|name| view! {
                        <option value=name prop:selected=move || is_period(name)>{words.text(&format!("repeat-period-{name}"))}</option>
                    }).collect_view()}
                </select>
                <Show when=move || rule.with(Option::is_some)>
                    <Interval it />
                    <Weekdays it />
                    <MonthDays it />
                    <Ending it />
                </Show>
            </div>
            <p class="task-form__sentence" role="status">{sentence}</p>
            <p class="field__fault" role="alert">
                {move || fault.with(|fault| fault.as_ref().map(|fault| fault.text.clone()))}
            </p>
        </div>
    }
}

/// "Every 2 weeks".
#[component]
fn Interval(it: Repeating) -> impl IntoView {
    let Repeating { words, rule, .. } = it;
    let name = Memo::new(move |_| rule.with(|rule| rule.as_ref().map(period)).unwrap_or("daily"));
    let interval = move || rule.with(|rule| rule.as_ref().map_or(1, Rule::interval));
    let unit = move || {
        let count = ("count", usize::from(interval()).into());
        words.get().with(&format!("repeat-unit-{}", name.get()), &[count])
    };
    let typed = move |text: String| {
        let interval = text.trim().parse().unwrap_or_default();
        it.change(|rule| Rule::new(rule.frequency(), interval, rule.end()));
    };

    view! {
        <label class="task-form__part" hidden=move || name.get() == "workdays">
            {words.text("repeat-every")}
            <input
                class="input task-form__number"
                type="number"
                inputmode="numeric"
                min="1"
                max=Rule::INTERVAL_MOST.to_string()
                prop:value=move || interval().to_string()
                on:input=move |event| typed(event_target_value(&event))
            />
            {unit}
        </label>
    }
}

#[component]
fn Weekdays(it: Repeating) -> impl IntoView {
    let Repeating { words, rule, start, .. } = it;
    let days = Memo::new(move |_| match it.frequency() {
        Some(Frequency::Weekly(days)) if days.is_empty() => {
            Some(WeekdaySet::single(start.get().weekday()))
        }
        Some(Frequency::Weekly(days)) => Some(days),
        _ => None,
    });
    let is_shown = move || {
        days.get().is_some() && rule.with(|rule| rule.as_ref().map(period) == Some("weekly"))
    };
    let clicked = move |day: Weekday| {
        let Some(mut days) = days.get_untracked() else { return };
        if !days.remove(day) {
            days.insert(day);
        }
        it.change(|rule| Rule::new(Frequency::Weekly(days), rule.interval(), rule.end()));
    };
    let is_chosen = move |day| days.get().is_some_and(|days| days.contains(day));
    // One has to stay.
    let is_last = move |day| days.get() == Some(WeekdaySet::single(day));
    let first = Weekday::try_from(clock::first_weekday() - 1).unwrap_or(Weekday::Mon);

    view! {
        <fieldset class="choices" hidden=move || !is_shown()>
            <legend class="visually-hidden">{words.text("repeat-weekdays")}</legend>
            {WeekdaySet::ALL.iter(first).map(|day| view! {
                <label class="choices__choice">
                    <input
                        type="checkbox"
                        prop:checked=move || is_chosen(day)
                        prop:disabled=move || is_last(day)
                        on:change=move |_| clicked(day)
                    />
                    <span>{words.get().weekday(day)}</span>
                </label>
            }).collect_view()}
        </fieldset>
    }
}

#[component]
fn MonthDays(it: Repeating) -> impl IntoView {
    let Repeating { words, start, .. } = it;
    let chosen = Memo::new(move |_| match it.frequency() {
        Some(Frequency::Monthly(day)) => Some(day.unwrap_or(MonthDay::Date(start.get().day()))),
        _ => None,
    });
    let offered = move || {
        let Some(chosen) = chosen.get() else { return Vec::new() };
        let mut days = month_days(start.get());
        if !days.contains(&chosen) {
            days.insert(0, chosen);
        }
        days
    };
    let options = move || {
        offered()
            .into_iter()
            .enumerate()
            .map(|(at, day)| {
                let is_chosen = chosen.get() == Some(day);
                view! { <option value=at.to_string() selected=is_chosen>{words.get().month_day(day)}</option> }
            })
            .collect_view()
    };
    let chose = move |at: String| {
        let day = at.parse().ok().and_then(|at: usize| untrack(offered).get(at).copied());
        it.change(|rule| Rule::new(Frequency::Monthly(Some(day?)), rule.interval(), rule.end()));
    };

    view! {
        <Show when=move || chosen.get().is_some()>
            <select
                class="input"
                aria-label=words.text("repeat-month-day")
                on:change=move |event| chose(event_target_value(&event))
            >
                {options}
            </select>
        </Show>
    }
}

#[component]
fn Ending(it: Repeating) -> impl IntoView {
    let Repeating { words, rule, start, scope, .. } = it;
    let end = move || rule.with(|rule| rule.as_ref().map_or(End::Never, Rule::end));
    let name = move || match end() {
        End::Never => "never",
        End::Until(_) => "until",
        End::Count(_) => "count",
    };
    let name = Memo::new(move |_| name());
    let set = move |end: End| it.change(|rule| Rule::new(rule.frequency(), rule.interval(), end));
    let chose = move |name: String| {
        let in_a_year = start.get_untracked().checked_add_months(Months::new(12));
        set(match (&*name, in_a_year) {
            ("until", Some(day)) => End::Until(day),
            ("count", _) => End::Count(TIMES),
            _ => End::Never,
        });
    };
    let until = move || match end() {
        End::Until(day) => day.to_string(),
        _ => String::new(),
    };
    let count = move || match end() {
        End::Count(count) => count.to_string(),
        _ => String::new(),
    };

    view! {
        <div class="task-form__part">
            <select
                class="input"
                id=format!("{scope}-repeat-end")
                aria-label=words.text("repeat-end")
                on:change=move |event| chose(event_target_value(&event))
            >
                {["never", "until", "count"].into_iter().map(|it| view! {
                    <option value=it prop:selected=move || name.get() == it>{words.text(&format!("repeat-end-{it}"))}</option>
                }).collect_view()}
            </select>
            <Show when=move || name.get() == "until">
                <input
                    class="input"
                    type="date"
                    dir="ltr"
                    aria-label=words.text("repeat-end-until")
                    prop:value=until
                    on:input=move |event| {
                        let day = Day::parse(&event_target_value(&event));
                        if let Some(day) = day.and_then(Day::date) {
                            set(End::Until(day));
                        }
                    }
                />
            </Show>
            <Show when=move || name.get() == "count">
                <input
                    class="input task-form__number"
                    type="number"
                    inputmode="numeric"
                    min="1"
                    aria-label=words.text("repeat-end-times")
                    prop:value=count
                    on:input=move |event| {
                        if let Ok(count) = event_target_value(&event).parse() {
                            set(End::Count(count));
                        }
                    }
                />
            </Show>
        </div>
    }
}
