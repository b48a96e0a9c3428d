//! Calendars that we write, as another program reads them.

use calcard::{
    Entry as Read, Parser,
    common::PartialDateTime,
    icalendar::{
        ICalendar, ICalendarComponent, ICalendarComponentType as Component, ICalendarProperty,
        ICalendarStatus, ICalendarValue,
    },
};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Timelike};
use proptest::{collection::vec, option, prelude::*};
use rapport::{
    domain::{repeat::Rule, value::time::Time},
    transfer::calendar::{self, Entry, Kind, When},
};

use super::{generate, repeat, vcard::is_well_formed};

fn text() -> BoxedStrategy<Box<str>> {
    let lines = vec(generate::line(), 0..5).prop_map(|lines| lines.join("\n"));
    prop_oneof![3 => lines, 1 => any::<String>()].prop_map(Box::from).boxed()
}

fn when() -> BoxedStrategy<When> {
    let time = (0..24 * 60_u32)
        .prop_map(|minute| NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap());
    (repeat::day(), option::of(time), option::of(repeat::rule()), option::of(any::<u32>()))
        .prop_map(|(day, time, repeat, alarm)| When { day, time, repeat, alarm })
        .boxed()
}

fn entry() -> BoxedStrategy<Entry> {
    let event = when().prop_map(|start| Kind::Event { start });
    let todo = (option::of(when()), option::of(generate::time()), option::of(0..12_u8))
        .prop_map(|(due, done, priority)| Kind::Todo { due, done, priority });
    (text(), generate::time(), prop_oneof![event, todo], text(), text())
        .prop_map(|(uid, stamp, kind, summary, description)| Entry {
            uid,
            stamp,
            kind,
            summary,
            description,
        })
        .boxed()
}

/// A text without what has no place in a calendar.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|c| !c.is_ascii_control() || "\n\t".contains(*c)).collect()
}

fn value(component: &ICalendarComponent, name: ICalendarProperty) -> Option<&ICalendarValue> {
    let mut entries = component.entries.iter().filter(|entry| entry.name == name);
    let found = entries.next()?;
    assert!(entries.next().is_none(), "{name:?} stands there twice");
    assert!(found.values.len() < 2, "{found:?}");
    found.values.first()
}

fn text_of(component: &ICalendarComponent, name: ICalendarProperty) -> &str {
    value(component, name).and_then(|value| value.as_text()).unwrap_or_default()
}

/// Day, time of day where there is one, and whether it is in UTC.
type At = (NaiveDate, Option<NaiveTime>, bool);

fn at(read: &PartialDateTime) -> At {
    let date = NaiveDate::from_ymd_opt(
        read.year.unwrap().into(),
        read.month.unwrap().into(),
        read.day.unwrap().into(),
    );
    let time = read.hour.map(|hour| {
        let (minute, second) = (read.minute.unwrap(), read.second.unwrap());
        NaiveTime::from_hms_opt(hour.into(), minute.into(), second.into()).unwrap()
    });
    (date.unwrap(), time, read.tz_hour.is_some())
}

fn at_of(component: &ICalendarComponent, name: ICalendarProperty) -> Option<At> {
    Some(at(value(component, name)?.as_partial_date_time().unwrap()))
}

fn moment(time: Time) -> Option<At> {
    let at = DateTime::UNIX_EPOCH + TimeDelta::milliseconds(time.millis());
    Some((at.date_naive(), at.time().with_nanosecond(0), true))
}

fn rule_of(component: &ICalendarComponent) -> Option<(Rule, Option<At>)> {
    let Some(ICalendarValue::RecurrenceRule(rule)) = value(component, ICalendarProperty::Rrule)
    else {
        assert!(!component.has_property(&ICalendarProperty::Rrule));
        return None;
    };
    let until = rule.until.as_ref().map(at);
    Some((Rule::parse(&rule.to_string().replace("T235959", "")).unwrap(), until))
}

/// The minutes of an alarm from the moment or the midnight that it counts from.
fn alarm_of(calendar: &ICalendar, component: &ICalendarComponent) -> Option<i64> {
    let id = component.component_ids.first()?;
    let alarm = calendar.component_by_id(*id).unwrap();
    assert_eq!(alarm.component_type, Component::VAlarm);
    let Some(ICalendarValue::Duration(span)) = value(alarm, ICalendarProperty::Trigger) else {
        panic!("{alarm:?}")
    };
    assert_eq!(
        text_of(alarm, ICalendarProperty::Description),
        text_of(component, ICalendarProperty::Summary)
    );
    Some(span.as_seconds() / 60)
}

/// What another program reads is what was written.
fn same(entry: &Entry, calendar: &ICalendar, read: &ICalendarComponent) {
    assert_eq!(text_of(read, ICalendarProperty::Uid), plain(&entry.uid));
    assert_eq!(text_of(read, ICalendarProperty::Summary), plain(&entry.summary));
    assert_eq!(text_of(read, ICalendarProperty::Description), plain(&entry.description));
    assert_eq!(at_of(read, ICalendarProperty::Dtstamp), moment(entry.stamp));
    let at = |when: When| (when.day, when.time, false);
    let repeating = match entry.kind {
        Kind::Event { start } => {
            assert_eq!(read.component_type, Component::VEvent);
            assert_eq!(at_of(read, ICalendarProperty::Dtstart), Some(at(start)));
            Some(start)
        }
        Kind::Todo { due, done, priority } => {
            assert_eq!(read.component_type, Component::VTodo);
            assert_eq!(at_of(read, ICalendarProperty::Due), due.map(at));
            let priority = priority.filter(|it| (1..=9).contains(it)).map(i64::from);
            let found = value(read, ICalendarProperty::Priority);
            assert_eq!(found.and_then(ICalendarValue::as_integer), priority);
            assert_eq!(at_of(read, ICalendarProperty::Completed), done.and_then(moment));
            assert_eq!(read.status() == Some(&ICalendarStatus::Completed), done.is_some());
            let repeating = due.filter(|_| done.is_none());
            let start = repeating.filter(|due| due.repeat.is_some()).map(at);
            assert_eq!(at_of(read, ICalendarProperty::Dtstart), start);
            repeating
        }
    };
    let rule = rule_of(read);
    assert_eq!(rule.map(|(rule, _)| rule), repeating.and_then(|when| when.repeat));
    if let Some((_, Some((_, time, is_utc)))) = rule {
        // The rule ends in the form in which it starts.
        assert_eq!((time.is_some(), is_utc), (repeating.unwrap().time.is_some(), false));
    }
    let alarm = repeating.and_then(|when| {
        let begin = if when.time.is_none() { 540 } else { 0 };
        Some(begin - i64::from(when.alarm?))
    });
    assert_eq!(alarm_of(calendar, read), alarm);
}

proptest! {
    #![proptest_config(generate::cases(256))]

    #[test]
    fn others_read_what_was_written(entries in vec(entry(), 1..6)) {
        let file: Vec<u8> = calendar::write(entries.iter().cloned()).flatten().collect();
        let file = String::from_utf8(file).unwrap();
        is_well_formed(&file);
        let mut parser = Parser::new(&file);
        let Read::ICalendar(calendar) = parser.entry() else { panic!("{file}") };
        prop_assert_eq!(parser.entry(), Read::Eof);
        let lines = calendar.components.iter().flat_map(|component| &component.entries);
        for line in lines {
            prop_assert!(!matches!(line.name, ICalendarProperty::Other(_)), "{:?}", line);
        }
        let (head, _) = calendar.components.split_first().unwrap();
        prop_assert_eq!(&head.component_type, &Component::VCalendar);
        prop_assert_eq!(text_of(head, ICalendarProperty::Version), "2.0");
        prop_assert!(head.has_property(&ICalendarProperty::Prodid));
        prop_assert_eq!(head.component_ids.len(), entries.len());
        for (id, entry) in head.component_ids.iter().zip(&entries) {
            same(entry, &calendar, calendar.component_by_id(*id).unwrap());
        }
    }
}
