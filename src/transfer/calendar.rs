//! Events and tasks as a calendar (iCalendar, RFC 5545). Calendars are only written; which records
//! become entries, and with what words, is not known here.
//!
//! Days and times of day have no time zone: nine o'clock is what the person's own clock shows, wherever
//! they are. Sections are those of RFC 5545.

use std::iter;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::lines::{self, escaped};
use crate::domain::{
    repeat::{End, Rule},
    value::time::Time,
};

/// What stands in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Tells an entry from all others, in every calendar, and stays when it is written again.
    pub uid: Box<str>,
    /// When the entry last changed.
    pub stamp: Time,
    pub kind: Kind,
    pub summary: Box<str>,
    /// Empty where there is none.
    pub description: Box<str>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What takes place, such as a meeting or a birthday.
    Event { start: When },
    Todo {
        due: Option<When>,
        /// When it was done. What follows a task is an entry for itself, so one that is done does not
        /// repeat, nor does it ring.
        done: Option<Time>,
        /// From 1, the highest, to 9, the lowest; others are left out.
        priority: Option<u8>,
    },
}

/// When an entry takes place, or is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// Of the years 1 to 9999.
    pub day: NaiveDate,
    /// The whole day where there is none.
    pub time: Option<NaiveTime>,
    pub repeat: Option<Rule>,
    /// How many minutes before it an alarm rings. A whole day is taken to begin at nine o'clock.
    pub alarm: Option<u32>,
}

/// Writes a calendar, an entry at a time. It should have one at least: RFC 5545 knows no empty ones.
pub fn write(entries: impl Iterator<Item = Entry>) -> impl Iterator<Item = Vec<u8>> {
    let begin = |to: &mut Lines| {
        to.put("BEGIN", "VCALENDAR");
        to.put("VERSION", "2.0");
        to.put("PRODID", "-//Rapport//Rapport//EN");
    };
    iter::once(piece(begin))
        .chain(entries.map(|entry| piece(|to| to.put_entry(&entry))))
        .chain(iter::once(piece(|to| to.put("END", "VCALENDAR"))))
}

fn piece(put: impl FnOnce(&mut Lines)) -> Vec<u8> {
    let mut lines = Lines(Vec::new());
    put(&mut lines);
    lines.0
}

/// A part of a calendar in the making.
struct Lines(Vec<u8>);

impl Lines {
    fn put(&mut self, head: &str, value: &str) {
        lines::put(head, value, &mut self.0);
    }

    fn put_entry(&mut self, entry: &Entry) {
        let component = match entry.kind {
            Kind::Event { .. } => "VEVENT",
            Kind::Todo { .. } => "VTODO",
        };
        self.put("BEGIN", component);
        self.put("UID", &escaped(&entry.uid));
        self.put("DTSTAMP", &moment(entry.stamp));
        self.put("SUMMARY", &escaped(&entry.summary));
        if !entry.description.is_empty() {
            self.put("DESCRIPTION", &escaped(&entry.description));
        }
        match entry.kind {
            Kind::Event { start } => {
                self.put_when("DTSTART", start);
                if start.time.is_none() {
                    // A birthday keeps nobody from meeting others.
                    self.put("TRANSP", "TRANSPARENT");
                }
                self.put_repeat(start);
                self.put_alarm("TRIGGER", start, &entry.summary);
            }
            Kind::Todo { due, done, priority } => {
                if let Some(due) = due {
                    self.put_when("DUE", due);
                }
                if let Some(priority) = priority.filter(|priority| (1..=9).contains(priority)) {
                    self.put("PRIORITY", &priority.to_string());
                }
                if let Some(done) = done {
                    self.put("STATUS", "COMPLETED");
                    self.put("COMPLETED", &moment(done));
                    self.put("PERCENT-COMPLETE", "100");
                } else {
                    self.put("STATUS", "NEEDS-ACTION");
                }
                if let Some(due) = due.filter(|_| done.is_none()) {
                    if due.repeat.is_some() {
                        // What repeats has to have a start (3.6.2). It should be before `DUE` (3.8.2.3),
                        // but the rule would then count from a day that is not one of its own.
                        self.put_when("DTSTART", due);
                        self.put_repeat(due);
                    }
                    // A task ends when it is due.
                    self.put_alarm("TRIGGER;RELATED=END", due, &entry.summary);
                }
            }
        }
        self.put("END", component);
    }

    fn put_when(&mut self, name: &str, when: When) {
        match when.time {
            None => self.put(&format!("{name};VALUE=DATE"), &date(when.day)),
            Some(time) => self.put(name, &clock(when.day.and_time(time))),
        }
    }

    fn put_repeat(&mut self, when: When) {
        let Some(rule) = when.repeat else { return };
        // A rule ends with a day where it starts with one, and else with a time (3.3.10); its end is the
        // last of its parts.
        let has_time = when.time.is_some() && matches!(rule.end(), End::Until(_));
        self.put("RRULE", &format!("{rule}{}", if has_time { "T235959" } else { "" }));
    }

    fn put_alarm(&mut self, trigger: &str, when: When, summary: &str) {
        let Some(before) = when.alarm else { return };
        // Where there is no time, alarms count from midnight (3.8.6.3).
        let begin = if when.time.is_none() { NINE } else { 0 };
        self.put("BEGIN", "VALARM");
        self.put("ACTION", "DISPLAY");
        self.put("DESCRIPTION", &escaped(summary));
        self.put(trigger, &duration(begin - i64::from(before)));
        self.put("END", "VALARM");
    }
}

/// When a whole day begins, in minutes from midnight.
const NINE: i64 = 9 * 60;

/// A span of minutes, such as `-PT1H30M` (3.3.6).
fn duration(minutes: i64) -> String {
    let sign = if minutes < 0 { "-" } else { "" };
    let minutes = minutes.unsigned_abs();
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{sign}PT{minutes}M"),
        (hours, 0) => format!("{sign}PT{hours}H"),
        (hours, minutes) => format!("{sign}PT{hours}H{minutes}M"),
    }
}

/// A day such as `20260309`.
fn date(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A day and a time of day, such as `20260309T140500`.
fn clock(at: NaiveDateTime) -> String {
    format!("{}T{:02}{:02}{:02}", date(at.date()), at.hour(), at.minute(), at.second())
}

/// A moment in UTC, such as `20260309T140500Z`.
fn moment(time: Time) -> String {
    let at = DateTime::from_timestamp_millis(time.millis()).unwrap_or_default();
    format!("{}Z", clock(at.naive_utc()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(day: &str, time: Option<&str>) -> When {
        let time = time.map(|time| time.parse().unwrap());
        When { day: day.parse().unwrap(), time, repeat: None, alarm: None }
    }

    /// The lines of an entry, but for those that every entry has.
    #[track_caller]
    fn check(kind: Kind, expected: &str) {
        let entry = Entry {
            uid: "1".into(),
            stamp: Time::from_millis(0),
            kind,
            summary: "Call Ada".into(),
            description: "".into(),
        };
        let file = String::from_utf8(write(iter::once(entry)).flatten().collect()).unwrap();
        let (head, rest) = file.split_once("SUMMARY:Call Ada\r\n").unwrap();
        assert!(head.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"), "{head}");
        assert!(head.ends_with("\r\nUID:1\r\nDTSTAMP:19700101T000000Z\r\n"), "{head}");
        let lines: Vec<_> = rest.split_terminator("\r\n").collect();
        let (end, lines) = lines.split_last().unwrap();
        assert_eq!((*end, lines.join("|")), ("END:VCALENDAR", expected.to_owned()));
    }

    #[test]
    fn whole_days() {
        let repeat = Rule::parse("FREQ=YEARLY;UNTIL=20301231");
        let start = When { repeat, ..when("2026-03-09", None) };
        check(
            Kind::Event { start },
            "DTSTART;VALUE=DATE:20260309|TRANSP:TRANSPARENT|\
             RRULE:FREQ=YEARLY;UNTIL=20301231|END:VEVENT",
        );
    }

    #[test]
    fn times_are_those_of_the_persons_clock() {
        let repeat = Rule::parse("FREQ=DAILY;UNTIL=20301231");
        let start = When { repeat, ..when("2026-03-09", Some("14:05:00")) };
        check(
            Kind::Event { start },
            "DTSTART:20260309T140500|RRULE:FREQ=DAILY;UNTIL=20301231T235959|END:VEVENT",
        );
    }

    #[test]
    fn tasks() {
        let todo = |due, done, priority| Kind::Todo { due, done, priority };
        check(todo(None, None, None), "STATUS:NEEDS-ACTION|END:VTODO");
        let repeat = Rule::parse("FREQ=WEEKLY;COUNT=3");
        let due = When { repeat, alarm: Some(0), ..when("2026-03-09", None) };
        check(
            todo(Some(due), None, Some(1)),
            "DUE;VALUE=DATE:20260309|PRIORITY:1|STATUS:NEEDS-ACTION|\
             DTSTART;VALUE=DATE:20260309|RRULE:FREQ=WEEKLY;COUNT=3|\
             BEGIN:VALARM|ACTION:DISPLAY|DESCRIPTION:Call Ada|TRIGGER;RELATED=END:PT9H|END:VALARM|\
             END:VTODO",
        );
        check(
            todo(Some(due), Some(Time::from_millis(1_767_225_661_234)), Some(0)),
            "DUE;VALUE=DATE:20260309|\
             STATUS:COMPLETED|COMPLETED:20260101T000101Z|PERCENT-COMPLETE:100|END:VTODO",
        );
    }

    #[test]
    fn spans() {
        let spans = [0, -15, 540, -900, -90, 61].map(duration);
        assert_eq!(spans, ["PT0M", "-PT15M", "PT9H", "-PT15H", "-PT1H30M", "PT1H1M"]);
    }
}
