//! The calendar as a filter sees it: today, the person's clock, and which days a phrase means.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::{
    domain::value::{day::Day, time::Time},
    query::filter::{Nearby, Period, Span, Unit, When},
};

/// When and where a filter is asked. Nothing else in a filter depends on either.
#[derive(Clone, Debug)]
pub struct Today {
    pub now: Time,
    pub zone: Zone,
    /// Monday is 1.
    pub first_weekday: u8,
    /// The month with which the fiscal year begins; January is 1.
    pub fiscal_start: u8,
}

/// How far the person's clock was from UTC, when.
///
/// Data and not a database of zones: the browser knows the zone and is asked for the moments at which the
/// distance changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Zone {
    /// From which millisecond on how many minutes east, in ascending order. The first holds before it too.
    changes: Vec<(i64, i32)>,
}

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

impl Zone {
    pub fn fixed(minutes_east: i32) -> Self {
        Self { changes: vec![(i64::MIN, minutes_east)] }
    }

    /// Finds the changes between two moments, to the minute, by asking for the distance at a moment.
    /// Changes that lie less than a week apart may be missed; no zone has such.
    pub fn probe(from: Time, to: Time, minutes_east: impl Fn(Time) -> i32) -> Self {
        const STEP: i64 = 7 * DAY;
        let at = |millis: i64| minutes_east(Time::from_millis(millis));
        let mut known = (from.millis(), at(from.millis()));
        let mut changes = vec![known];
        while known.0 < to.millis() {
            let next = known.0 + STEP;
            let minutes = at(next);
            if minutes != known.1 {
                let (mut low, mut high) = (known.0 / MINUTE, next / MINUTE);
                while high - low > 1 {
                    let middle = i64::midpoint(low, high);
                    if at(middle * MINUTE) == known.1 { low = middle } else { high = middle }
                }
                changes.push((high * MINUTE, minutes));
            }
            known = (next, minutes);
        }
        Self { changes }
    }

    /// How far the clock is from UTC at a moment.
    pub(in crate::query) fn minutes_east(&self, millis: i64) -> i64 {
        let after = self.changes.partition_point(|(from, _)| *from <= millis);
        let change = self.changes.get(after.saturating_sub(1));
        change.map_or(0, |(_, minutes)| i64::from(*minutes))
    }

    /// The day that the clock shows, as days since the start of 1970.
    pub fn day_of(&self, time: Time) -> i64 {
        let millis = time.millis();
        (millis + self.minutes_east(millis) * MINUTE).div_euclid(DAY)
    }

    /// The first millisecond of a day. Where the clock is put forward at midnight, the first there is.
    pub fn start_of(&self, day: i64) -> i64 {
        let local = day.saturating_mul(DAY);
        // The distance before the day decides, unless it changes in between.
        let guess = local - self.minutes_east(local - DAY) * MINUTE;
        let after = local - self.minutes_east(guess) * MINUTE;
        if self.day_of(Time::from_millis(after.min(guess))) == day {
            after.min(guess)
        } else {
            after.max(guess)
        }
    }
}

/// Days since the start of 1970, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    pub first: i64,
    pub last: i64,
}

impl Today {
    pub fn date(&self) -> NaiveDate {
        let days = i32::try_from(self.zone.day_of(self.now)).unwrap_or_default();
        NaiveDate::from_epoch_days(days).unwrap_or_default()
    }

    /// The days that a phrase means. `None` for a day without a year, which is no stretch of days.
    pub fn dates(&self, when: When) -> Option<Dates> {
        match when {
            When::Day(day) => dates_of(day),
            When::Period(period) => self.dates_of_period(period),
        }
    }

    fn dates_of_period(&self, Period { which, unit, is_fiscal }: Period) -> Option<Dates> {
        let today = self.date();
        let start = self.start(today, unit, is_fiscal)?;
        let next = plus(start, 1, unit)?;
        let (first, after) = match which {
            Nearby::Last => (minus(start, 1, unit)?, start),
            Nearby::This => (start, next),
            Nearby::Next => (next, plus(next, 1, unit)?),
            Nearby::SoFar => (start, today.succ_opt()?),
        };
        Some(Dates { first: epoch(first), last: epoch(after) - 1 })
    }

    /// The first day of the week, month, quarter or year that a day lies in.
    fn start(&self, date: NaiveDate, unit: Unit, is_fiscal: bool) -> Option<NaiveDate> {
        let months_in = |length: u32| {
            let first = if is_fiscal { u32::from(self.fiscal_start) } else { 1 };
            let into = (date.month() + 12 - first) % length;
            date.with_day(1)?.checked_sub_months(Months::new(into))
        };
        match unit {
            Unit::Day => Some(date),
            Unit::Week => {
                let into =
                    (date.weekday().number_from_monday() + 7 - u32::from(self.first_weekday)) % 7;
                date.checked_sub_days(Days::new(into.into()))
            }
            Unit::Month => date.with_day(1),
            Unit::Quarter => months_in(3),
            Unit::Year => months_in(12),
        }
    }

    /// The day so long ago. Where the month has no such day, its last one.
    pub fn ago(&self, span: Span) -> i64 {
        minus(self.date(), span.count, span.unit).map_or(i64::from(i32::MIN), epoch)
    }

    /// The day so long from now. Where the month has no such day, its last one.
    pub fn ahead(&self, span: Span) -> i64 {
        plus(self.date(), span.count, span.unit).map_or(i64::from(i32::MAX), epoch)
    }

    /// The months and days that come round from today up to a day, at most a year ahead.
    pub fn coming_round(&self, until: i64) -> Vec<(u8, u8)> {
        let mut days = Vec::new();
        let mut date = self.date();
        while epoch(date) <= until && days.len() < 366 {
            let part = |part: u32| u8::try_from(part).unwrap_or_default();
            days.push((part(date.month()), part(date.day())));
            if (date.month(), date.day()) == (2, 28) && !date.leap_year() {
                days.push((2, 29));
            }
            let Some(next) = date.succ_opt() else { break };
            date = next;
        }
        days
    }
}

/// The days that a day of the calendar, whole or partial, stands for.
pub fn dates_of(day: Day) -> Option<Dates> {
    let year = i32::from(day.year()?);
    let month = day.month().map(u32::from);
    let first = NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.day().map_or(1, u32::from))?;
    let after = match (month, day.day()) {
        (Some(_), Some(_)) => first.succ_opt()?,
        (Some(_), None) => first.checked_add_months(Months::new(1))?,
        _ => first.checked_add_months(Months::new(12))?,
    };
    Some(Dates { first: epoch(first), last: epoch(after) - 1 })
}

fn epoch(date: NaiveDate) -> i64 {
    date.to_epoch_days().into()
}

fn months(count: u32, unit: Unit) -> Option<Months> {
    let length = match unit {
        Unit::Day | Unit::Week => return None,
        Unit::Month => 1,
        Unit::Quarter => 3,
        Unit::Year => 12,
    };
    Some(Months::new(count.saturating_mul(length)))
}

fn days(count: u32, unit: Unit) -> Days {
    Days::new(u64::from(count) * if unit == Unit::Week { 7 } else { 1 })
}

fn plus(date: NaiveDate, count: u32, unit: Unit) -> Option<NaiveDate> {
    match months(count, unit) {
        Some(months) => date.checked_add_months(months),
        None => date.checked_add_days(days(count, unit)),
    }
}

fn minus(date: NaiveDate, count: u32, unit: Unit) -> Option<NaiveDate> {
    match months(count, unit) {
        Some(months) => date.checked_sub_months(months),
        None => date.checked_sub_days(days(count, unit)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today(date: &str) -> Today {
        Today {
            now: Time::of_clock(&format!("{date}T12:00"), 0).unwrap(),
            zone: Zone::fixed(0),
            first_weekday: 1,
            fiscal_start: 4,
        }
    }

    fn date(days: i64) -> String {
        NaiveDate::from_epoch_days(i32::try_from(days).unwrap()).unwrap().to_string()
    }

    #[track_caller]
    fn check(on: &str, which: Nearby, unit: Unit, is_fiscal: bool, first: &str, last: &str) {
        let when = When::Period(Period { which, unit, is_fiscal });
        let Dates { first: a, last: b } = today(on).dates(when).unwrap();
        assert_eq!((date(a), date(b)), (first.to_owned(), last.to_owned()));
    }

    #[test]
    fn periods() {
        check("2026-03-11", Nearby::This, Unit::Week, false, "2026-03-09", "2026-03-15");
        check("2026-03-11", Nearby::Last, Unit::Month, false, "2026-02-01", "2026-02-28");
        check("2024-03-31", Nearby::Last, Unit::Month, false, "2024-02-01", "2024-02-29");
        check("2026-03-11", Nearby::Next, Unit::Quarter, false, "2026-04-01", "2026-06-30");
        check("2026-03-11", Nearby::SoFar, Unit::Year, false, "2026-01-01", "2026-03-11");
        check("2026-03-11", Nearby::This, Unit::Year, true, "2025-04-01", "2026-03-31");
        check("2026-03-11", Nearby::Last, Unit::Quarter, true, "2025-10-01", "2025-12-31");
        check("2026-01-01", Nearby::Last, Unit::Day, false, "2025-12-31", "2025-12-31");
    }

    #[test]
    fn the_end_of_a_month_stays_within_the_month() {
        let ago = |on: &str, count, unit| date(today(on).ago(Span { count, unit }));
        assert_eq!(ago("2026-03-31", 1, Unit::Month), "2026-02-28");
        assert_eq!(ago("2024-02-29", 1, Unit::Year), "2023-02-28");
        assert_eq!(ago("2026-03-01", 1, Unit::Day), "2026-02-28");
        assert_eq!(ago("2026-05-31", 1, Unit::Quarter), "2026-02-28");
    }

    #[test]
    fn the_leap_day_comes_round_each_year() {
        let round =
            |on: &str| today(on).coming_round(today(on).ahead(Span { count: 2, unit: Unit::Day }));
        assert_eq!(round("2026-02-27"), [(2, 27), (2, 28), (2, 29), (3, 1)]);
        assert_eq!(round("2024-02-27"), [(2, 27), (2, 28), (2, 29)]);
    }

    #[test]
    fn a_day_begins_when_the_clock_shows_it() {
        // Berlin: on 2026-03-29 at 01:00 UTC from one hour to two.
        let spring = Time::of_clock("2026-03-29T01:00", 0).unwrap();
        let berlin = |at: Time| if at < spring { 60 } else { 120 };
        let from = Time::of_clock("2026-01-01T00:00", 0).unwrap();
        let to = Time::of_clock("2026-06-01T00:00", 0).unwrap();
        let zone = Zone::probe(from, to, berlin);
        assert_eq!(zone.changes.len(), 2);
        let check = |day: &str, start: &str| {
            let dates = dates_of(Day::parse(day).unwrap()).unwrap();
            let start = Time::of_clock(start, 0).unwrap();
            assert_eq!(zone.start_of(dates.first), start.millis(), "{day}");
            assert_eq!(zone.day_of(start), dates.first);
            assert_eq!(zone.day_of(Time::from_millis(start.millis() - 1)), dates.first - 1);
        };
        check("2026-03-28", "2026-03-27T23:00");
        check("2026-03-29", "2026-03-28T23:00");
        check("2026-03-30", "2026-03-29T22:00");
    }
}
