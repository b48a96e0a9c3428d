//! Days as files write them.

use serde::{Deserialize, Serialize};

use crate::domain::{calendar, fold::fold, value::day::Day};

/// What comes first in a day of numbers only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayOrder {
    /// Not to be told from the column; a day that reads both ways is reported.
    #[default]
    Unknown,
    DayFirst,
    MonthFirst,
    /// The year, as ISO 8601 has it, and always of our calendar.
    Standard,
}

/// What a cell of a column of days says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    Is(Day),
    /// That there is none, such as Outlook's `0/0/00`.
    None,
    /// One of several days: the order is not known, or the century.
    Ambiguous,
    NotADay,
}

/// Reads a day: as [`Day::parse`] does, `3 Feb 2024`, `Feb 3, 2024`, `30.06.2025`, `6/30/2025`,
/// `2025/06/30`, `20250630`; a time of day behind it is passed over.
pub(super) fn read(text: &str, order: DayOrder) -> Reading {
    let folded = fold(text);
    let text = match folded.split_once([' ', 't']) {
        Some((day, time)) if is_time(time) => day,
        _ => &folded,
    };
    if let Some(day) = Day::parse(text)
        .filter(|day| order == DayOrder::Standard || day.year().is_none_or(|year| year >= OURS))
    {
        return Reading::Is(day);
    }
    if text.contains('0') && text.bytes().all(|byte| b"0/-. ".contains(&byte)) {
        return Reading::None;
    }
    let day = match numbers(text) {
        Some((year @ 1000.., month, day)) => new(year, month, day),
        Some((first, second, year @ 1000..)) => {
            let (day_first, month_first) = (new(year, second, first), new(year, first, second));
            match order {
                // Nobody writes the month first with dots, or in another calendar.
                _ if text.contains('.') || !(OURS..2400).contains(&year) => day_first,
                _ if day_first == month_first || month_first.is_none() => day_first,
                _ if day_first.is_none() => month_first,
                DayOrder::DayFirst => day_first,
                DayOrder::MonthFirst => month_first,
                DayOrder::Unknown | DayOrder::Standard => return Reading::Ambiguous,
            }
        }
        Some((..)) => return Reading::Ambiguous,
        None => named(text).or_else(|| together(text)),
    };
    day.map_or(Reading::NotADay, Reading::Is)
}

/// What comes first in a column, told from the cells that can be read one way only.
pub fn order<'a>(cells: impl Iterator<Item = &'a str>) -> DayOrder {
    let (mut day_first, mut month_first) = (false, false);
    for cell in cells {
        let Some((first, second, _)) = numbers(&fold(cell)) else { continue };
        day_first |= (13..=31).contains(&first) && (1..=12).contains(&second);
        month_first |= (13..=31).contains(&second) && (1..=12).contains(&first);
    }
    match (day_first, month_first) {
        (true, false) => DayOrder::DayFirst,
        (false, true) => DayOrder::MonthFirst,
        _ => DayOrder::Unknown,
    }
}

fn is_time(text: &str) -> bool {
    text.contains(':')
        && text.bytes().all(|byte| byte.is_ascii_digit() || b":.+-z ".contains(&byte))
}

/// Years before this are not of our calendar.
const OURS: u16 = 1600;

/// A day of whichever calendar has such years: the Persian one, the Thai one that counts from the Buddha, or
/// ours.
fn new(year: u16, month: u16, day: u16) -> Option<Day> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    match year {
        1244..=1472 => calendar::of_persian(year, month, day).and_then(Day::from_date),
        2400..=2700 => Day::new(Some(year - 543), Some(month), Some(day)),
        OURS.. => Day::new(Some(year), Some(month), Some(day)),
        _ => None,
    }
}

/// Three numbers with the same sign between them.
fn numbers(text: &str) -> Option<(u16, u16, u16)> {
    let sign = text.chars().find(|c| "/.-".contains(*c))?;
    let mut parts = text.split(sign).map(|part| part.trim().parse::<u16>().ok());
    let numbers = (parts.next()??, parts.next()??, parts.next()??);
    parts.next().is_none().then_some(numbers)
}

/// A day with the English name of its month; without a year, a partial one.
fn named(text: &str) -> Option<Day> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let parts = || text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let is_month = |part: &str| MONTHS.iter().position(|month| part.starts_with(month));
    let month = u8::try_from(parts().find_map(is_month)? + 1).ok()?;
    // The letters of 1st, 2nd, 3rd and 4th.
    let number = |part: &str| part.trim_end_matches(|c| "stndrh".contains(c)).parse::<u16>().ok();
    let mut numbers = parts().filter(|part| is_month(part).is_none()).map(number);
    let (day, year, more) = (numbers.next()??, numbers.next(), numbers.next());
    let year = match year {
        None => None,
        Some(year) => Some(year.filter(|year| *year >= 1600)?),
    };
    let day = Day::new(year, Some(month), Some(u8::try_from(day).ok()?));
    day.filter(|_| more.is_none())
}

/// Eight digits, the year first.
fn together(text: &str) -> Option<Day> {
    let is_digits = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number: u32 = is_digits.then(|| text.parse().ok()).flatten()?;
    let part = |number: u32| u16::try_from(number).ok();
    new(part(number / 10_000)?, part(number / 100 % 100)?, part(number % 100)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, order: DayOrder, expected: &str) {
        let read = match read(text, order) {
            Reading::Is(day) => day.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(read, expected);
    }

    #[test]
    fn days_that_read_one_way() {
        for (text, expected) in [
            ("1987-03-09", "1987-03-09"),
            ("--11-30", "--11-30"),
            ("1987", "1987"),
            ("2025-01-15 09:12", "2025-01-15"),
            ("2025-01-15T09:12:00Z", "2025-01-15"),
            ("03 Feb 2024", "2024-02-03"),
            ("5 Jan 2026", "2026-01-05"),
            ("January 5th, 2026", "2026-01-05"),
            ("30 Nov", "--11-30"),
            ("30.06.2025", "2025-06-30"),
            ("5.6.2025", "2025-06-05"),
            ("6/30/2025", "2025-06-30"),
            ("30/6/2025", "2025-06-30"),
            ("5/5/2025", "2025-05-05"),
            ("2025/06/30", "2025-06-30"),
            ("19870309", "1987-03-09"),
            ("۱۹۸۷-۰۳-۰۹", "1987-03-09"),
            // The Persian calendar; 1403 and 1370 are leap years.
            ("۱۳۶۵/۰۲/۱۴", "1986-05-04"),
            ("1403/01/01", "2024-03-20"),
            ("1403-12-30", "2025-03-20"),
            ("1370/12/30", "1992-03-20"),
            ("1348/10/11", "1970-01-01"),
            ("12/5/1403", "2024-08-02"),
            // The Thai one.
            ("26/11/2568", "2025-11-26"),
        ] {
            check(text, DayOrder::Unknown, expected);
        }
    }

    #[test]
    fn days_that_read_both_ways() {
        check("12/5/1964", DayOrder::Unknown, "Ambiguous");
        check("12/5/1964", DayOrder::MonthFirst, "1964-12-05");
        check("12/5/1964", DayOrder::DayFirst, "1964-05-12");
        check("01/05/26", DayOrder::MonthFirst, "Ambiguous");
    }

    #[test]
    fn no_day_and_not_a_day() {
        check("0/0/00", DayOrder::MonthFirst, "None");
        check("0000-00-00", DayOrder::Unknown, "None");
        for text in [
            "2026-13-40",
            "soon",
            "30.02.2024",
            "1404/12/30",
            "1403/13/01",
            "Marchioness",
            "31 Nov 2024",
            "1 2 3 May",
        ] {
            check(text, DayOrder::Unknown, "NotADay");
        }
    }

    #[test]
    fn a_column_tells_its_order() {
        let order = |cells: &[&str]| order(cells.iter().copied());
        assert_eq!(order(&["1/2/2020", "13/2/2020"]), DayOrder::DayFirst);
        assert_eq!(order(&["1/2/2020", "2/13/2020"]), DayOrder::MonthFirst);
        assert_eq!(order(&["1/2/2020", "13/2/2020", "2/13/2020"]), DayOrder::Unknown);
        assert_eq!(order(&["1/2/2020", "2026-01-20"]), DayOrder::Unknown);
    }
}
