//! The calendars by which people count months. Days are kept in ours, whatever is shown.

use chrono::{Datelike, Days, Months, NaiveDate};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendar {
    Gregorian,
    /// The solar Hijri calendar: six months of 31 days, five of 30, and one of 29 or, in leap years, 30.
    Persian,
}

/// Its years that are known here. Days of others are counted by our calendar.
const YEARS: std::ops::RangeInclusive<u16> = 1244..=1472;

/// From 1244 to 1472 the leap years are eight in each 33 years (K. Borkowski, The Persian calendar for 3000
/// years, 1996).
fn is_leap(year: u16) -> bool {
    [1, 5, 9, 13, 17, 22, 26, 30].contains(&(year % 33))
}

fn length(year: u16, month: u8) -> Option<u8> {
    match month {
        1..=6 => Some(31),
        7..=11 => Some(30),
        12 => Some(29 + u8::from(is_leap(year))),
        _ => None,
    }
}

fn year_length(year: u16) -> u64 {
    365 + u64::from(is_leap(year))
}

/// The first of Farvardin 1244.
fn start() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(1865, 3, 21)
}

/// A day of the solar Hijri calendar, where it exists.
pub fn of_persian(year: u16, month: u8, day: u8) -> Option<NaiveDate> {
    let is_day = YEARS.contains(&year) && (1..=length(year, month)?).contains(&day);
    let years: u64 = (*YEARS.start()..year).map(year_length).sum();
    let before = u64::from(month.checked_sub(1)?);
    let months = before * 30 + before.min(6);
    let days = years + months + u64::from(day).checked_sub(1)?;
    start()?.checked_add_days(Days::new(days)).filter(|_| is_day)
}

/// Year, month and day of a day in the solar Hijri calendar.
fn to_persian(day: NaiveDate) -> Option<(u16, u8, u8)> {
    let mut left = u64::try_from(day.signed_duration_since(start()?).num_days()).ok()?;
    for year in YEARS {
        if left >= year_length(year) {
            left -= year_length(year);
            continue;
        }
        for month in 1..=12 {
            let days = u64::from(length(year, month)?);
            if left < days {
                return Some((year, month, u8::try_from(left + 1).ok()?));
            }
            left -= days;
        }
    }
    None
}

impl Calendar {
    fn persian(self, day: NaiveDate) -> Option<(u16, u8, u8)> {
        if self == Self::Persian { to_persian(day) } else { None }
    }

    /// The number of a day in its month.
    pub fn date(self, day: NaiveDate) -> u32 {
        self.persian(day).map_or(day.day(), |(_, _, date)| date.into())
    }

    /// The first day of the month in which a day lies.
    pub fn month(self, day: NaiveDate) -> NaiveDate {
        let before = Days::new(u64::from(self.date(day)) - 1);
        day.checked_sub_days(before).unwrap_or(day)
    }

    /// The first day of the month after the one in which a day lies.
    pub fn next_month(self, day: NaiveDate) -> NaiveDate {
        let first = self.month(day);
        let length = self.persian(day).and_then(|(year, month, _)| length(year, month));
        let next = match length {
            Some(length) => first.checked_add_days(Days::new(length.into())),
            None => first.checked_add_months(Months::new(1)),
        };
        next.unwrap_or(first)
    }

    /// The first day of the month before the one in which a day lies.
    pub fn previous_month(self, day: NaiveDate) -> NaiveDate {
        self.month(self.month(day).pred_opt().unwrap_or(day))
    }
}

/// The first day of the week in which a day lies. Monday is 1.
pub fn week(day: NaiveDate, first_weekday: u8) -> NaiveDate {
    let since = (day.weekday().number_from_monday() + 7 - u32::from(first_weekday)) % 7;
    day.checked_sub_days(Days::new(since.into())).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_survive_the_other_calendar() {
        for text in ["1865-03-21", "1979-02-11", "2026-03-20", "2026-03-21", "2094-03-19"] {
            let (year, month, date) = to_persian(day(text)).unwrap();
            assert_eq!(of_persian(year, month, date), Some(day(text)), "{text}");
        }
        assert_eq!(to_persian(day("1979-02-11")), Some((1357, 11, 22)));
        assert_eq!(to_persian(day("2026-03-21")), Some((1405, 1, 1)));
        assert_eq!(to_persian(day("1865-03-20")), None);
        assert_eq!(of_persian(1404, 12, 30), None);
    }

    #[track_caller]
    fn check(calendar: Calendar, of: &str, expected: [&str; 3]) {
        let of = day(of);
        let months = [calendar.previous_month(of), calendar.month(of), calendar.next_month(of)];
        assert_eq!(months, expected.map(day));
    }

    #[test]
    fn months() {
        check(Calendar::Gregorian, "2026-03-31", ["2026-02-01", "2026-03-01", "2026-04-01"]);
        // Esfand has 29 days in 1404, and Farvardin 31.
        check(Calendar::Persian, "2026-03-20", ["2026-01-21", "2026-02-20", "2026-03-21"]);
        check(Calendar::Persian, "2026-03-21", ["2026-02-20", "2026-03-21", "2026-04-21"]);
        assert_eq!(Calendar::Persian.date(day("2026-03-20")), 29);
    }

    #[test]
    fn weeks() {
        assert_eq!(week(day("2026-03-11"), 1), day("2026-03-09"));
        assert_eq!(week(day("2026-03-11"), 7), day("2026-03-08"));
        assert_eq!(week(day("2026-03-14"), 6), day("2026-03-14"));
    }
}
