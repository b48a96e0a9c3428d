//! Days of the calendar, whole or partial.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A day in the Gregorian calendar of which the year may be unknown (a birthday), or the day, or
/// month and day.
///
/// Written as ISO 8601 and vCard 4.0 (RFC 6350, 4.3.1) write it: `1987-03-09`, `--03-09`, `1987-03`,
/// `1987`. Unknown parts are zero inside, which sorts them first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    date: u8,
}

impl Day {
    /// Checks that the parts name a day that exists; without a year the 29th of February does.
    /// At least a year, or a month and a day, must be known.
    pub fn new(year: Option<u16>, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let known = match (year, month, day) {
            (Some(1..=9999), None, None) => true,
            (Some(1..=9999), Some(month), None) => (1..=12).contains(&month),
            (Some(1..=9999) | None, Some(month), Some(day)) => {
                let year = i32::from(year.unwrap_or(2000));
                NaiveDate::from_ymd_opt(year, month.into(), day.into()).is_some()
            }
            _ => false,
        };
        let part = |part: Option<u8>| part.unwrap_or_default();
        known.then(|| Self { year: year.unwrap_or_default(), month: part(month), date: part(day) })
    }

    pub fn year(self) -> Option<u16> {
        (self.year > 0).then_some(self.year)
    }

    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    pub fn day(self) -> Option<u8> {
        (self.date > 0).then_some(self.date)
    }

    /// The whole date, where every part is known.
    pub fn date(self) -> Option<NaiveDate> {
        let (year, month, day) = (self.year()?, self.month()?, self.day()?);
        NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
    }

    pub fn from_date(date: NaiveDate) -> Option<Self> {
        let part = |part: u32| u8::try_from(part).ok();
        Self::new(u16::try_from(date.year()).ok(), part(date.month()), part(date.day()))
    }

    /// Reads what [`Display`](fmt::Display) writes.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(rest) = text.strip_prefix("--") {
            let (month, day) = rest.split_once('-')?;
            return Self::new(None, Some(digits(month, 2)?), Some(digits(day, 2)?));
        }
        let mut parts = text.split('-');
        let year: u16 = digits(parts.next()?, 4)?;
        let month = parts.next().map(|part| digits(part, 2));
        let day = parts.next().map(|part| digits(part, 2));
        match (month, day, parts.next()) {
            (None, None, None) => Self::new(Some(year), None, None),
            (Some(month), None, None) => Self::new(Some(year), Some(month?), None),
            (Some(month), Some(day), None) => Self::new(Some(year), Some(month?), Some(day?)),
            _ => None,
        }
    }
}

fn digits<T: std::str::FromStr>(text: &str, length: usize) -> Option<T> {
    let fits = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.year, self.month, self.date) {
            (0, month, day) => write!(f, "--{month:02}-{day:02}"),
            (year, 0, _) => write!(f, "{year:04}"),
            (year, month, 0) => write!(f, "{year:04}-{month:02}"),
            (year, month, day) => write!(f, "{year:04}-{month:02}-{day:02}"),
        }
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(from)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("not a day such as 1987-03-09"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_survives_printing() {
        for text in ["1987-03-09", "--11-30", "--02-29", "1987-03", "1987", "2024-02-29"] {
            assert_eq!(Day::parse(text).map(|day| day.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn days_that_do_not_exist() {
        for text in ["2026-13-40", "2023-02-29", "--02-30", "0000", "87-3-9", "2024-1-1", "", "1-"]
        {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn order_is_that_of_the_calendar() {
        let days: Vec<_> =
            ["--01-01", "1987", "1987-03", "1987-03-09"].into_iter().map(Day::parse).collect();
        assert!(days.is_sorted());
    }
}
