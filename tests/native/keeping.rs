//! Which backups stay in a folder.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use rapport::{domain::id::Id, transfer::keeping};

use super::generate;

fn store() -> Id {
    Id::parse("0190d1f0-0000-7000-8000-00001f2e3d4c").unwrap()
}

fn name(day: NaiveDate, is_locked: bool) -> String {
    keeping::name(store(), day, is_locked)
}

fn day(nth: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(nth)
}

fn names(days: impl IntoIterator<Item = u64>) -> Vec<String> {
    days.into_iter().map(|nth| name(day(nth), nth % 3 == 0)).collect()
}

fn gone(names: &[String]) -> Vec<&str> {
    keeping::outdated(store(), names)
}

#[test]
fn the_name_says_what_and_when() {
    assert_eq!(name(day(67), false), "rapport-daily-1f2e3d4c-2026-03-09.json");
    assert_eq!(name(day(67), true), "rapport-daily-1f2e3d4c-2026-03-09.json.age");
}

#[test]
fn a_week_stays_and_the_end_of_each_week_before() {
    // The first of 2026 is a Thursday, so the 18th, the 25th and the first of February are Sundays.
    let names = names(0..40);
    let gone: BTreeSet<&str> = gone(&names).into_iter().collect();
    let kept: Vec<&str> =
        names.iter().map(String::as_str).filter(|it| !gone.contains(it)).collect();
    let expected = [17, 24, 31, 32, 33, 34, 35, 36, 37, 38, 39];
    let expected: Vec<String> = expected.map(|nth| name(day(nth), nth % 3 == 0)).into();
    assert_eq!(kept, expected);
}

#[test]
fn other_files_are_never_touched() {
    let others = [
        "rapport-2026-01-01.json",
        "rapport-daily-1f2e3d4c-2026-1-1.json",
        "rapport-daily-1f2e3d4c-2026-02-30.json",
        "rapport-daily-1f2e3d4c-2026-01-01.json.bak",
        "rapport-daily-1f2e3d4c-2026-01-01 (1).json",
        "rapport-daily-00000000-2026-01-01.json",
        "rapport-daily-1f2e3d4c-.json",
        "holiday.jpg",
    ];
    let mut names = names(100..150);
    names.extend(others.map(str::to_owned));
    assert!(gone(&names).iter().all(|name| !others.contains(name)));
}

proptest! {
    #![proptest_config(generate::cases(200))]

    #[test]
    fn newest_days_stay_and_no_more_than_there_is_room_for(
        days in proptest::collection::btree_set(0..400_u64, 0..80),
    ) {
        let names = names(days.iter().copied());
        let gone: BTreeSet<&str> = gone(&names).into_iter().collect();
        let kept: Vec<&String> = names.iter().filter(|name| !gone.contains(name.as_str())).collect();
        prop_assert!(kept.len() <= 11);
        prop_assert!(kept.len() >= names.len().min(7));
        for name in names.iter().rev().take(7) {
            prop_assert!(!gone.contains(name.as_str()), "{name}");
        }
        // Whatever stays, stays when it is asked again.
        let again: Vec<String> = kept.into_iter().cloned().collect();
        prop_assert_eq!(self::gone(&again), Vec::<&str>::new());
    }

    #[test]
    fn weeks_back_are_there_after_many_days(start in 0..300_u64, count in 40..100_u64) {
        let mut there: Vec<String> = Vec::new();
        for nth in start..start + count {
            there.push(name(day(nth), false));
            let gone: Vec<String> = gone(&there).into_iter().map(str::to_owned).collect();
            there.retain(|name| !gone.contains(name));
        }
        prop_assert_eq!(there.len(), 11);
        prop_assert!(there[0] <= name(day(start + count - 1 - 21), false), "{:?}", there);
    }
}
