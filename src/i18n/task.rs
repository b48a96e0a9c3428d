//! When something is due, as one says it.

use chrono::NaiveDate;

use super::I18n;
use crate::domain::{edit::tasks::clock, value::day::Day};

/// How many days from today are told by their distance.
const NEAR: i64 = 13;

impl I18n {
    /// "yesterday", "in 3 days, 09:30"; days that are far away by their date.
    pub fn due(&self, today: NaiveDate, due: Day, time: Option<&str>) -> String {
        let days = due.date().map(|date| date.signed_duration_since(today).num_days());
        let day = match days.filter(|days| days.abs() <= NEAR) {
            Some(days) => self.formats.relative(days),
            None => self.formats.day(due),
        };
        match time.and_then(clock) {
            Some((hours, minutes)) => {
                self.list([day, self.formats.hour(hours, minutes)].into_iter())
            }
            None => day,
        }
    }
}
