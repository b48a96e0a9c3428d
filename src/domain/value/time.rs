//! Moments.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::day::Day;

/// Milliseconds since the start of 1970 in UTC, within the years 0 to 9999.
// Packed to four bytes; see `value`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(Rust, packed(4))]
pub struct Time(i64);

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;
const FIRST: i64 = -62_167_219_200_000;
const LAST: i64 = 253_402_300_799_999;

impl Time {
    /// Brings `millis` into the years that can be shown.
    pub fn from_millis(millis: i64) -> Self {
        Self(millis.clamp(FIRST, LAST))
    }

    pub fn millis(self) -> i64 {
        self.0
    }

    /// The moment on a clock so far east of UTC, as an input of day and time holds it:
    /// `2026-03-09T14:05`.
    pub fn on_clock(self, minutes_east: i32) -> String {
        let millis = self.0.saturating_add(i64::from(minutes_east) * MINUTE);
        let days = millis.div_euclid(DAY);
        let minutes = millis.rem_euclid(DAY) / MINUTE;
        let days = i32::try_from(days).unwrap_or_default();
        let day = NaiveDate::from_epoch_days(days).and_then(Day::from_date);
        let day = day.map(|day| day.to_string()).unwrap_or_default();
        format!("{day}T{:02}:{:02}", minutes / 60, minutes % 60)
    }

    /// Reads what [`Time::on_clock`] writes.
    pub fn of_clock(text: &str, minutes_east: i32) -> Option<Self> {
        let (day, clock) = text.split_once('T')?;
        let date = Day::parse(day)?.date()?;
        let (hours, minutes) = clock.split_once(':')?;
        let minutes = minutes.split(':').next()?;
        let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
        if !(0..24).contains(&hours) || !(0..60).contains(&minutes) {
            return None;
        }
        let minutes = hours * 60 + minutes - i64::from(minutes_east);
        let millis = i64::from(date.to_epoch_days()) * DAY + minutes * MINUTE;
        Some(Self::from_millis(millis))
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i64(self.0)
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let millis = i64::deserialize(from)?;
        if !(FIRST..=LAST).contains(&millis) {
            return Err(D::Error::custom("a moment outside the years 0 to 9999"));
        }
        Ok(Self(millis))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(millis: i64, minutes_east: i32, text: &str) {
        let time = Time::from_millis(millis);
        assert_eq!(time.on_clock(minutes_east), text);
        assert_eq!(Time::of_clock(text, minutes_east), Some(time));
    }

    #[test]
    fn clocks() {
        check(0, 0, "1970-01-01T00:00");
        check(1_767_225_600_000, 210, "2026-01-01T03:30");
        check(1_767_225_600_000, -60, "2025-12-31T23:00");
        check(-60_000, 0, "1969-12-31T23:59");
    }

    #[test]
    fn not_clocks() {
        for text in ["", "2026-01-01", "2026-01T10:00", "2026-01-01T24:00", "2026-01-01T10:60"] {
            assert_eq!(Time::of_clock(text, 0), None, "{text}");
        }
    }
}
