//! Rules of repetition as one says them: "every 2 weeks on Monday, Thursday".

use chrono::Weekday;

use super::{Arg, I18n};
use crate::domain::{
    repeat::{End, Frequency, MonthDay, Rule, YearDay},
    value::day::Day,
};

impl I18n {
    pub fn repeat(&self, rule: &Rule) -> String {
        let every = [("every", Arg::Count(rule.interval().into()))];
        let frequency = match rule.frequency() {
            Frequency::Daily => self.with("repeat-daily", &every),
            Frequency::Weekly(days) if days == Rule::WORKDAYS && rule.interval() == 1 => {
                self.text("repeat-workdays")
            }
            Frequency::Weekly(days) => {
                let period = self.with("repeat-weekly", &every);
                let days = self.list(days.iter(Weekday::Mon).map(|day| self.weekday(day)));
                self.on_days(period, days)
            }
            Frequency::Monthly(day) => {
                let period = self.with("repeat-monthly", &every);
                self.on_days(period, day.map(|day| self.month_day(day)).unwrap_or_default())
            }
            Frequency::Yearly(day) => {
                let period = self.with("repeat-yearly", &every);
                self.on_days(period, day.map(|day| self.year_day(day)).unwrap_or_default())
            }
        };
        let rule_said = ("rule", Arg::Text(&frequency));
        match rule.end() {
            End::Never => frequency,
            End::Until(day) => {
                let date = Day::from_date(day).map(|day| self.formats.day(day));
                let date = date.unwrap_or_default();
                self.with("repeat-until", &[rule_said, ("date", (&date).into())])
            }
            End::Count(count) => {
                self.with("repeat-count", &[rule_said, ("count", usize::from(count).into())])
            }
        }
    }

    pub fn weekday(&self, day: Weekday) -> String {
        self.text(&format!("weekday-{}", day.number_from_monday()))
    }

    /// "day 9", "the second Monday".
    pub fn month_day(&self, day: MonthDay) -> String {
        match day {
            MonthDay::Date(date) => {
                let date = usize::try_from(date).unwrap_or_default();
                self.with("repeat-date", &[("date", date.into())])
            }
            MonthDay::LastDate => self.text("repeat-last-date"),
            MonthDay::Nth(nth, day) => {
                let day = self.weekday(day);
                self.with("repeat-nth", &[("nth", usize::from(nth).into()), ("day", (&day).into())])
            }
            MonthDay::LastWeekday(day) => {
                self.with("repeat-last", &[("day", (&self.weekday(day)).into())])
            }
        }
    }

    fn year_day(&self, day: YearDay) -> String {
        let part = |part: u32| u8::try_from(part).ok();
        let date = Day::new(None, part(day.month), part(day.date));
        date.map(|date| self.formats.day(date)).unwrap_or_default()
    }

    fn on_days(&self, period: String, days: String) -> String {
        if days.is_empty() {
            return period;
        }
        self.with("repeat-on", &[("period", (&period).into()), ("days", (&days).into())])
    }
}
