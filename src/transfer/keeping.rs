//! Backups that are made by themselves: how their files are called, and which of them are kept.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use crate::domain::id::Id;

/// How many days are kept, and from how many weeks before them one day each.
const DAYS: usize = 7;
const WEEKS: usize = 4;

/// How the names begin, so that no other file of a folder is ever touched.
const START: &str = "rapport-daily-";

const ENDINGS: [&str; 2] = [".json", ".json.age"];

/// The name of the backup of a day, such as `rapport-daily-1f2e3d4c-2026-03-09.json`. Two workspaces may share a
/// folder, so it says which one it is of.
pub fn name(store: Id, day: NaiveDate, is_locked: bool) -> String {
    let [plain, locked] = ENDINGS;
    format!("{}{day}{}", start(store), if is_locked { locked } else { plain })
}

/// How the names of a workspace begin.
fn start(store: Id) -> String {
    let end = u32::try_from(store.as_u128() & u128::from(u32::MAX)).unwrap_or_default();
    format!("{START}{end:08x}-")
}

/// The day of a file that was made by itself. `None` for any other file.
fn day(start: &str, name: &str) -> Option<NaiveDate> {
    let rest = name.strip_prefix(start)?;
    let date = ENDINGS.iter().find_map(|ending| rest.strip_suffix(ending))?;
    let day = date.parse().ok()?;
    ENDINGS.iter().any(|ending| name == format!("{start}{day}{ending}")).then_some(day)
}

/// Which of the files of a folder go: those of all days but the newest, and but the last of the weeks before them.
pub fn outdated(store: Id, names: &[String]) -> Vec<&str> {
    let start = start(store);
    let day = |name: &str| day(&start, name);
    let days: BTreeSet<NaiveDate> = names.iter().filter_map(|name| day(name)).collect();
    let mut kept: BTreeSet<NaiveDate> = days.iter().rev().take(DAYS).copied().collect();
    let mut weeks = BTreeSet::new();
    for day in days.iter().rev().skip(DAYS) {
        if weeks.len() < WEEKS && weeks.insert(day.iso_week()) {
            kept.insert(*day);
        }
    }
    let goes = |name: &&str| day(name).is_some_and(|day| !kept.contains(&day));
    names.iter().map(String::as_str).filter(goes).collect()
}
