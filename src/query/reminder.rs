//! How loudly a person is reminded of a backup. Never so that it would be in the way.

use serde::{Deserialize, Serialize};

use crate::domain::{
    book::Book,
    field::keys,
    id::{Id, RecordType},
    table::Table,
    value::time::Time,
};

/// What is known of the last backup that was made in a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backup {
    pub at: Time,
    /// The store that it was made of, and the position of the last change in it.
    pub store: Id,
    pub position: u64,
}

/// What could be lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    Nothing,
    /// Records that can be made again at any moment.
    Demo,
    Records,
}

impl Held {
    pub fn of(book: &Book) -> Self {
        let has_any = |kind: &RecordType| !Table::is_empty(book.table(*kind));
        if book.workspace().is_some_and(|workspace| workspace.flag(keys::DEMO)) {
            Self::Demo
        } else if RecordType::COUNTED.iter().any(has_any) {
            Self::Records
        } else {
            Self::Nothing
        }
    }
}

/// What has come together since the last backup or, where there is none, since the workspace was begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Since {
    pub days: u64,
    pub changes: u64,
}

/// From quiet to loud.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Nothing,
    /// A quiet line.
    Line,
    Notice,
    /// Above every page, until it is put off.
    Banner,
}

/// From when on it is which level: so many days, if anything has changed in them, or so many changes.
const LEVELS: [(Level, u64, u64); 3] =
    [(Level::Banner, 90, 5_000), (Level::Notice, 30, 1_000), (Level::Line, 7, 200)];

const DAY: i64 = 24 * 60 * 60 * 1_000;

/// How long the banner stays away when it is put off, in milliseconds.
pub const PUT_OFF: i64 = DAY;

impl Since {
    /// What has come together by now. `begun` is when the workspace was, `position` how many changes it has.
    pub fn new(backup: Option<Backup>, begun: Time, position: u64, now: Time) -> Self {
        let (from, before) = backup.map_or((begun, 0), |backup| (backup.at, backup.position));
        let days = (now.millis() - from.millis()).div_euclid(DAY);
        Self {
            days: u64::try_from(days).unwrap_or_default(),
            changes: position.saturating_sub(before),
        }
    }
}

/// Whether it is time for a backup that is made by itself: a day has passed, and something has changed.
pub fn is_daily_due(last: Option<Backup>, position: u64, now: Time) -> bool {
    let (at, before) = last.map_or((None, 0), |last| (Some(last.at), last.position));
    let has_passed = at.is_none_or(|at| (now.millis() - at.millis()).abs() >= DAY);
    has_passed && position > before
}

/// How loudly it is said. What nobody could miss is not spoken of.
pub fn level(since: Since, held: Held) -> Level {
    if held != Held::Records || since.changes == 0 {
        return Level::Nothing;
    }
    let is_reached =
        |(_, days, changes): &(Level, u64, u64)| since.days >= *days || since.changes >= *changes;
    LEVELS.into_iter().find(is_reached).map_or(Level::Nothing, |(level, ..)| level)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(days: u64, changes: u64, expected: Level) {
        let since = Since { days, changes };
        assert_eq!(level(since, Held::Records), expected);
        assert_eq!(level(since, Held::Demo), Level::Nothing);
        assert_eq!(level(since, Held::Nothing), Level::Nothing);
    }

    #[test]
    fn grows_with_days_and_with_changes() {
        check(0, 1, Level::Nothing);
        check(6, 199, Level::Nothing);
        check(7, 1, Level::Line);
        check(0, 200, Level::Line);
        check(29, 999, Level::Line);
        check(30, 1, Level::Notice);
        check(0, 1_000, Level::Notice);
        check(89, 4_999, Level::Notice);
        check(90, 1, Level::Banner);
        check(0, 5_000, Level::Banner);
        check(4_000, u64::MAX, Level::Banner);
    }

    #[test]
    fn nothing_has_changed_however_long_it_is() {
        check(4_000, 0, Level::Nothing);
    }

    const BEGUN: i64 = 1_767_225_600_000;

    #[track_caller]
    fn since(backup: Option<(i64, u64)>, position: u64, days: i64, expected: (u64, u64)) {
        let backup = backup.map(|(after, position)| Backup {
            at: Time::from_millis(BEGUN + after * DAY),
            store: Id::new(uuid::Uuid::nil()),
            position,
        });
        let now = Time::from_millis(BEGUN + days * DAY + DAY / 2);
        let since = Since::new(backup, Time::from_millis(BEGUN), position, now);
        assert_eq!((since.days, since.changes), expected);
    }

    #[test]
    fn daily_is_once_a_day_and_not_for_nothing() {
        let last = |position| {
            Some(Backup {
                at: Time::from_millis(BEGUN),
                store: Id::new(uuid::Uuid::nil()),
                position,
            })
        };
        let after = |millis| Time::from_millis(BEGUN + millis);
        assert!(is_daily_due(None, 1, after(0)));
        assert!(!is_daily_due(None, 0, after(0)));
        assert!(!is_daily_due(last(5), 6, after(DAY - 1)));
        assert!(is_daily_due(last(5), 6, after(DAY)));
        assert!(!is_daily_due(last(5), 5, after(9 * DAY)));
        // A clock that was a day ahead does not end them.
        assert!(is_daily_due(last(5), 6, after(-DAY)));
    }

    #[test]
    fn counts_from_the_last_backup_or_from_the_beginning() {
        since(None, 12, 8, (8, 12));
        since(Some((5, 10)), 12, 8, (3, 2));
        since(Some((5, 10)), 10, 5, (0, 0));
        // A clock that was put back, and a store that lost its end.
        since(Some((9, 10)), 4, 8, (0, 0));
    }
}
