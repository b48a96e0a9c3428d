//! Days and moments.

use super::{
    Test,
    value::read,
    when::{Dates, Today, dates_of},
};
use crate::{
    domain::{
        book::Book,
        key::Key,
        value::{Value, day::Day},
    },
    query::{
        filter::{Operand, When},
        operator::Operator,
    },
};

/// The earliest and the latest of days, for what has no end.
const EVER: Dates = Dates { first: i64::MIN, last: i64::MAX };

/// Whether something holds for a value.
pub(super) type Holds<'a> = Box<dyn Fn(&Value) -> bool + 'a>;

pub(super) fn test<'a>(
    book: &'a Book,
    today: &'a Today,
    key: Key,
    operator: Operator,
    operand: &Operand,
) -> Option<Test<'a>> {
    if let Operand::Field(other) = operand {
        let other = *other;
        return Some(Box::new(move |record| {
            let dates = |key| dates(today, &*read(book, record, key)?);
            let wanted = dates(other).and_then(|other| relative(operator, other));
            dates(key).zip(wanted).is_some_and(|(dates, wanted)| is_within(dates, wanted))
        }));
    }
    let holds = of_value(today, operator, operand)?;
    Some(Box::new(move |record| read(book, record, key).as_deref().is_some_and(&holds)))
}

/// What an operator asks of a day or a moment.
pub(super) fn of_value<'a>(
    today: &'a Today,
    operator: Operator,
    operand: &Operand,
) -> Option<Holds<'a>> {
    Some(match (operator, operand) {
        (Operator::On, Operand::When(When::Day(day))) if day.year().is_none() => {
            of_calendar(today, yearless(*day))
        }
        (Operator::Anniversary, Operand::Span(span)) => {
            let days = today.coming_round(today.ahead(*span));
            of_calendar(today, move |month, day| days.contains(&(month, day)))
        }
        (Operator::InMonth, Operand::Months(months)) => {
            let months = months.clone();
            of_calendar(today, move |month, _| months.contains(&month))
        }
        (Operator::Weekday, Operand::Weekdays(weekdays)) => {
            let weekdays = weekdays.clone();
            Box::new(move |value| {
                dates(today, value).is_some_and(|dates| {
                    dates.first == dates.last && weekdays.contains(&weekday(dates.first))
                })
            })
        }
        _ => within(today, wanted(today, operator, operand)?),
    })
}

/// The days that a value must lie within, where that is all there is to a condition.
pub(super) fn wanted(today: &Today, operator: Operator, operand: &Operand) -> Option<Dates> {
    let now = today.zone.day_of(today.now);
    Some(match (operator, operand) {
        (operator, Operand::When(when)) => relative(operator, today.dates(*when)?)?,
        (Operator::BetweenDays, Operand::Whens(from, to)) => {
            Dates { first: today.dates(*from)?.first, last: today.dates(*to)?.last }
        }
        (Operator::InLast, Operand::Span(span)) => Dates { first: today.ago(*span), last: now },
        (Operator::Older, Operand::Span(span)) => Dates { last: today.ago(*span) - 1, ..EVER },
        (Operator::InNext, Operand::Span(span)) => Dates { first: now, last: today.ahead(*span) },
        (Operator::Further, Operand::Span(span)) => Dates { first: today.ahead(*span) + 1, ..EVER },
        _ => return None,
    })
}

/// The first millisecond of these days, and the first one after them.
pub(super) fn moments(today: &Today, wanted: Dates) -> (i64, i64) {
    let starts = |day: i64| match day {
        i64::MIN | i64::MAX => day,
        day => today.zone.start_of(day),
    };
    (starts(wanted.first), starts(wanted.last.saturating_add(1)))
}

/// Whether a value lies within these days, as a whole.
fn within(today: &Today, wanted: Dates) -> Holds<'static> {
    // Moments are compared with moments: where a day begins is asked twice and not for each record.
    let (from, until) = moments(today, wanted);
    Box::new(move |value| match value {
        Value::Time(time) => (from..until).contains(&time.millis()),
        Value::Day(day) => dates_of(*day).is_some_and(|dates| is_within(dates, wanted)),
        _ => false,
    })
}

fn is_within(dates: Dates, wanted: Dates) -> bool {
    wanted.first <= dates.first && dates.last <= wanted.last
}

fn relative(operator: Operator, Dates { first, last }: Dates) -> Option<Dates> {
    Some(match operator {
        Operator::On => Dates { first, last },
        Operator::Before => Dates { last: first - 1, ..EVER },
        Operator::NotAfter => Dates { last, ..EVER },
        Operator::After => Dates { first: last + 1, ..EVER },
        Operator::NotBefore => Dates { first, ..EVER },
        _ => return None,
    })
}

fn dates(today: &Today, value: &Value) -> Option<Dates> {
    match value {
        Value::Day(day) => dates_of(*day),
        Value::Time(time) => {
            let day = today.zone.day_of(*time);
            Some(Dates { first: day, last: day })
        }
        _ => None,
    }
}

/// Looks at month and day, which a day without a year has too; a day that is not known is 0.
fn of_calendar<'a>(today: &'a Today, test: impl Fn(u8, u8) -> bool + 'a) -> Holds<'a> {
    Box::new(move |value| {
        let day = match value {
            Value::Day(day) => Some(*day),
            Value::Time(time) => day_of(today.zone.day_of(*time)),
            _ => None,
        };
        day.and_then(|day| Some((day.month()?, day.day().unwrap_or_default())))
            .is_some_and(|(month, day)| test(month, day))
    })
}

fn yearless(wanted: Day) -> impl Fn(u8, u8) -> bool {
    move |month, day| wanted.month() == Some(month) && wanted.day() == Some(day)
}

fn day_of(days: i64) -> Option<Day> {
    let date = chrono::NaiveDate::from_epoch_days(i32::try_from(days).ok()?)?;
    Day::from_date(date)
}

/// Monday is 1. The first day of 1970 was a Thursday.
fn weekday(days: i64) -> u8 {
    u8::try_from((days + 3).rem_euclid(7) + 1).unwrap_or_default()
}
