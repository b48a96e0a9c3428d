//! What day it is for the person: what ages and spans of days are counted from.

use chrono::{Datelike, Days, NaiveDate};

use super::value::{day::Day, time::Time};

/// The day that the person's clock shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Today {
    pub date: NaiveDate,
    /// The first moment after it.
    pub end: Time,
}

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

impl Today {
    /// The day at a moment. `minutes_east` is the clock's distance from UTC at a moment.
    pub fn at(now: Time, minutes_east: impl Fn(Time) -> i32) -> Self {
        let east = |at: i64| i64::from(minutes_east(Time::from_millis(at))) * MINUTE;
        let now = now.millis();
        let next = (now + east(now)).div_euclid(DAY) + 1;
        // The distance that holds at midnight, which the clock may be put to in the night.
        let end = next * DAY - east(next * DAY - east(now));
        let date = i32::try_from(next - 1).ok().and_then(NaiveDate::from_epoch_days);
        Self { date: date.unwrap_or_default(), end: Time::from_millis(end) }
    }

    /// How many days ago a moment was; 0 is today or later. Counted in steps of 24 hours back from the end
    /// of today, so that where the clock was put forward or back since, its last hour belongs to the day beside.
    pub fn days_since(&self, time: Time) -> i64 {
        ((self.end.millis() - 1 - time.millis()) / DAY).max(0)
    }

    /// The first day of the next week. Monday is 1.
    pub fn next_week(&self, first_weekday: u8) -> NaiveDate {
        let ahead = (u32::from(first_weekday) + 6 - self.date.weekday().num_days_from_monday()) % 7;
        let days = if ahead == 0 { 7 } else { ahead };
        self.date.checked_add_days(Days::new(days.into())).unwrap_or(self.date)
    }

    /// Whole years since a day. `None` where a part of it is unknown or it has not come yet.
    pub fn years_since(&self, day: Day) -> Option<i32> {
        let years = self.date.year() - day.date()?.year();
        let is_to_come = in_year(day, self.date.year())? > self.date;
        Some(years - i32::from(is_to_come)).filter(|years| *years >= 0)
    }

    /// The next day, today included, on which month and day of a day come round.
    pub fn next(&self, day: Day) -> Option<NaiveDate> {
        let years = [self.date.year(), self.date.year() + 1];
        years.into_iter().filter_map(|year| in_year(day, year)).find(|next| *next >= self.date)
    }
}

impl Default for Today {
    /// The first day of 1970.
    fn default() -> Self {
        Self::at(Time::from_millis(0), |_| 0)
    }
}

/// A day as it comes round in a year. The 29th of February comes round on the 28th in years that have no 29th.
pub fn in_year(day: Day, year: i32) -> Option<NaiveDate> {
    let (month, day) = (day.month()?.into(), day.day()?.into());
    NaiveDate::from_ymd_opt(year, month, day).or_else(|| NaiveDate::from_ymd_opt(year, month, 28))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today(date: &str) -> Today {
        let noon = Time::of_clock(&format!("{date}T12:00"), 0).unwrap();
        Today::at(noon, |_| 0)
    }

    #[track_caller]
    fn years(today_is: &str, day: &str, expected: Option<i32>) {
        assert_eq!(today(today_is).years_since(Day::parse(day).unwrap()), expected);
    }

    #[test]
    fn ages() {
        years("2026-03-08", "1987-03-09", Some(38));
        years("2026-03-09", "1987-03-09", Some(39));
        years("2026-03-09", "2026-03-09", Some(0));
        years("2026-03-09", "2026-03-10", None);
        years("2026-03-09", "--03-09", None);
        years("2026-03-09", "1987-03", None);
        years("2026-02-27", "2000-02-29", Some(25));
        years("2026-02-28", "2000-02-29", Some(26));
    }

    #[track_caller]
    fn next(today_is: &str, day: &str, expected: &str) {
        let next = today(today_is).next(Day::parse(day).unwrap()).unwrap();
        assert_eq!(next.to_string(), expected);
    }

    #[test]
    fn next_birthdays() {
        next("2026-03-09", "1987-03-09", "2026-03-09");
        next("2026-03-10", "--03-09", "2027-03-09");
        next("2026-01-01", "2000-02-29", "2026-02-28");
        next("2027-12-31", "--02-29", "2028-02-29");
        assert_eq!(today("2026-01-01").next(Day::parse("1987-03").unwrap()), None);
    }

    #[test]
    fn weeks_begin_where_the_person_lives() {
        // A Monday, and the Saturday after it.
        let next = |date, first| today(date).next_week(first).to_string();
        assert_eq!(next("2026-03-09", 1), "2026-03-16");
        assert_eq!(next("2026-03-09", 7), "2026-03-15");
        assert_eq!(next("2026-03-14", 6), "2026-03-21");
        assert_eq!(next("2026-03-14", 1), "2026-03-16");
    }

    #[test]
    fn the_day_is_that_of_the_persons_clock() {
        // Midnight in Tehran is half past eight in the evening.
        let at = |clock: &str| Time::of_clock(clock, 0).unwrap();
        let today = |clock: &str| Today::at(at(clock), |_| 210);
        assert_eq!(today("2026-03-08T20:29").date.to_string(), "2026-03-08");
        let next = today("2026-03-08T20:30");
        assert_eq!(next.date.to_string(), "2026-03-09");
        assert_eq!(next.end, at("2026-03-09T20:30"));
        assert_eq!(next.days_since(at("2026-03-08T20:30")), 0);
        assert_eq!(next.days_since(at("2026-03-08T20:29")), 1);
        assert_eq!(next.days_since(at("2026-03-10T00:00")), 0);
    }
}
