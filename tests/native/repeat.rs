//! Rules of tasks that come round, beside those of another program.

use chrono::{Datelike, NaiveDate, Weekday, WeekdaySet};
use proptest::{collection::vec, option, prelude::*, sample::select};
use rapport::domain::repeat::{End, Frequency, MonthDay, Rule, YearDay};
use rrule::RRuleSet;

use super::generate;

/// How many days are compared.
const DAYS: usize = 50;

/// Any day of the years 1 to 9999, mostly of ours.
pub(crate) fn day() -> BoxedStrategy<NaiveDate> {
    let day = |(year, of_year)| NaiveDate::from_yo_opt(year, of_year).unwrap();
    prop_oneof![9 => 1900..2100_i32, 1 => 1..=9999_i32]
        .prop_flat_map(move |year| (Just(year), 1..=365_u32))
        .prop_map(day)
        .boxed()
}

fn weekday() -> impl Strategy<Value = Weekday> {
    select(WeekdaySet::ALL.iter(Weekday::Mon).collect::<Vec<_>>())
}

fn frequency() -> BoxedStrategy<Frequency> {
    let date = || prop_oneof![1..=31_u32, 28..=31_u32];
    let month_day = prop_oneof![
        date().prop_map(MonthDay::Date),
        Just(MonthDay::LastDate),
        (1..=5_u8, weekday()).prop_map(|(nth, day)| MonthDay::Nth(nth, day)),
        weekday().prop_map(MonthDay::LastWeekday),
    ];
    let year_day = prop_oneof![
        4 => (1..=12_u32, date()),
        1 => Just((2, 29)),
    ];
    let year_day = year_day.prop_map(|(month, date)| YearDay { month, date });
    prop_oneof![
        1 => Just(Frequency::Daily),
        2 => vec(weekday(), 0..5).prop_map(|days| Frequency::Weekly(days.into_iter().collect())),
        3 => option::of(month_day).prop_map(Frequency::Monthly),
        2 => option::of(year_day).prop_map(Frequency::Yearly),
    ]
    .boxed()
}

/// A rule that may be started on any day.
pub(crate) fn rule() -> BoxedStrategy<Rule> {
    let interval = prop_oneof![3 => 1..=4_u16, 1 => 1..=Rule::INTERVAL_MOST];
    let end = prop_oneof![
        2 => Just(End::Never),
        1 => day().prop_map(End::Until),
        1 => (1..60_u16).prop_map(End::Count),
    ];
    (frequency(), interval, end)
        .prop_map(|(frequency, interval, end)| Rule::new(frequency, interval, end).unwrap())
        .boxed()
}

/// A rule with the day on which it starts. The other program takes none that ends before it.
fn started() -> BoxedStrategy<(Rule, NaiveDate)> {
    (rule(), day())
        .prop_map(|(rule, day)| match rule.end() {
            End::Until(until) => (rule, day.min(until)),
            _ => (rule, day),
        })
        .boxed()
}

fn ours(rule: Rule, start: NaiveDate) -> Vec<NaiveDate> {
    rule.occurrences(start).take(DAYS).take_while(|day| day.year() < 9999).collect()
}

fn others(rule: Rule, start: NaiveDate) -> Vec<NaiveDate> {
    let midnight = if matches!(rule.end(), End::Until(_)) { "T000000Z" } else { "" };
    let start_text = start.format("%Y%m%d");
    let text = format!("DTSTART:{start_text}T000000Z\nRRULE:{rule}{midnight}");
    let set: RRuleSet = text.parse().unwrap();
    let mut days: Vec<_> = set.into_iter().map(|at| at.date_naive()).take(DAYS + 10).collect();
    // It counts the start only where the rule gives it; RFC 5545, 3.3.10, always does.
    if let End::Count(count) = rule.end() {
        let is_start_given = days.first() == Some(&start);
        days.truncate(usize::from(count) - usize::from(!is_start_given));
    }
    days.truncate(DAYS);
    days.into_iter().take_while(|day| day.year() < 9999).collect()
}

proptest! {
    #![proptest_config(generate::cases(512))]

    #[test]
    fn days_are_those_of_another_program((rule, start) in started()) {
        prop_assert_eq!(ours(rule, start), others(rule, start), "{} from {}", rule, start);
    }

    #[test]
    fn task_after_task_comes_by_all_days((rule, start) in started(), late in 0..DAYS) {
        let following: Vec<_> = ours(rule, start).into_iter().filter(|day| *day > start).collect();
        let mut task = (rule.anchored(start), start);
        let mut tasks = Vec::new();
        for _ in &following {
            task = task.0.next(task.1, task.1).unwrap();
            tasks.push(task);
        }
        prop_assert_eq!(tasks.iter().map(|(_, day)| *day).collect::<Vec<_>>(), following);

        // Whoever is late comes to where one would be who was not.
        if let Some([(_, after), expected, ..]) = tasks.get(late..) {
            prop_assert_eq!(rule.anchored(start).next(start, *after), Some(*expected));
        }
    }

    #[test]
    fn rules_are_read_as_they_are_written(rule in rule(), start in day()) {
        prop_assert_eq!(Rule::parse(&rule.to_string()), Some(rule));
        let anchored = rule.anchored(start);
        prop_assert_eq!(Rule::parse(&anchored.to_string()), Some(anchored));
        prop_assert!(anchored.occurrences(start).take(DAYS).eq(rule.occurrences(start).take(DAYS)));
    }

    #[test]
    fn any_text_is_a_rule_or_none(
        first in frequency_part(),
        more in vec(part(), 0..3),
        text in any::<String>(),
    ) {
        for text in [format!("{first};{}", more.join(";")), text] {
            if let Some(rule) = Rule::parse(&text) {
                prop_assert_eq!(Rule::parse(&rule.to_string()), Some(rule));
            }
        }
    }
}

fn frequency_part() -> impl Strategy<Value = String> {
    select(vec!["FREQ=DAILY", "freq=weekly", "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=", ""])
        .prop_map(str::to_owned)
}

/// Pieces of rules, whole or broken.
fn part() -> BoxedStrategy<String> {
    let known = select(vec![
        "BYDAY=MO,TU",
        "BYDAY=-1FR",
        "BYDAY=",
        "BYMONTHDAY=31",
        "BYMONTH=2",
        "INTERVAL=007",
        "COUNT=3",
        "UNTIL=20261231",
        "UNTIL=2026123é",
        "=",
    ]);
    prop_oneof![
        4 => known.prop_map(str::to_owned),
        1 => (0..99_999_u32).prop_map(|number| format!("COUNT={number}")),
        1 => any::<String>().prop_map(|day| format!("BYDAY={day}")),
    ]
    .boxed()
}
