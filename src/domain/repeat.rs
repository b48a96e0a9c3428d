//! How a task comes round: the part of iCalendar's recurrence rules (RFC 5545, 3.3.10) that a list of
//! tasks needs. What becomes of a task when it is done is not known here.

use std::{collections::BTreeMap, fmt};

use chrono::{Datelike, Days, Months, NaiveDate, Weekday, WeekdaySet};

/// A rule by which days follow each other.
///
/// Written as the value of an `RRULE`, such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=5`. The parts
/// always stand in this order, and what goes without saying is left out.
// What `new` has checked can be written and read again, so the fields are private.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    frequency: Frequency,
    interval: u16,
    end: End,
}

/// The period of a rule, and its days within a period.
///
/// Where these are not given they are those of the day on which the rule starts, see [`Rule::anchored`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    Daily,
    /// Weeks begin on Monday. The empty set stands for the weekday of the start.
    Weekly(WeekdaySet),
    Monthly(Option<MonthDay>),
    Yearly(Option<YearDay>),
}

/// A day of every month. A month without such a day is passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthDay {
    /// From the 1st to the 31st.
    Date(u32),
    LastDate,
    /// From the first to the fifth of its weekdays.
    Nth(u8, Weekday),
    LastWeekday(Weekday),
}

/// A day of every year. A year without it, such as most without a 29th of February, is passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearDay {
    pub month: u32,
    pub date: u32,
}

/// When a rule ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Never,
    /// After this day, of the years 1 to 9999.
    Until(NaiveDate),
    /// After so many days, of which the start is the first, even where the rule does not give it.
    Count(u16),
}

/// The calendar comes round after so many months, which are 400 years. Where none of so many periods
/// one after another has a day, none has.
const CYCLE: u32 = 400 * 12;

impl Rule {
    /// From Monday to Friday.
    pub const WORKDAYS: WeekdaySet = WeekdaySet::from_array([
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
    ]);

    /// The longest interval.
    pub const INTERVAL_MOST: u16 = 999;

    /// Checks that all numbers are within their bounds. An interval of 2 is every other period.
    pub fn new(frequency: Frequency, interval: u16, end: End) -> Option<Self> {
        let is_date = |date: u32| (1..=31).contains(&date);
        let are_days = match frequency {
            Frequency::Monthly(Some(MonthDay::Date(date))) => is_date(date),
            Frequency::Monthly(Some(MonthDay::Nth(nth, _))) => (1..=5).contains(&nth),
            Frequency::Yearly(Some(YearDay { month, date })) => {
                (1..=12).contains(&month) && is_date(date)
            }
            _ => true,
        };
        let is_end = match end {
            End::Never => true,
            End::Until(day) => (1..=9999).contains(&day.year()),
            End::Count(count) => count > 0,
        };
        let is_interval = (1..=Self::INTERVAL_MOST).contains(&interval);
        (are_days && is_end && is_interval).then_some(Self { frequency, interval, end })
    }

    pub fn frequency(&self) -> Frequency {
        self.frequency
    }

    pub fn interval(&self) -> u16 {
        self.interval
    }

    pub fn end(&self) -> End {
        self.end
    }

    /// Fills in the days that are not given from the day on which the rule starts.
    ///
    /// A rule that goes from task to task has to be filled in at its beginning: "monthly" that began on
    /// the 30th would else go on as "monthly on the 28th" from a task that somebody has put to that day.
    #[must_use]
    pub fn anchored(self, start: NaiveDate) -> Self {
        let frequency = match self.frequency {
            Frequency::Weekly(days) if days.is_empty() => {
                Frequency::Weekly(WeekdaySet::single(start.weekday()))
            }
            Frequency::Monthly(None) => Frequency::Monthly(Some(MonthDay::Date(start.day()))),
            Frequency::Yearly(None) => {
                Frequency::Yearly(Some(YearDay { month: start.month(), date: start.day() }))
            }
            given => given,
        };
        Self { frequency, ..self }
    }

    /// The days of the rule from a start on, in order.
    ///
    /// The start is one of them only where the rule gives it: every Monday from a Tuesday on begins with
    /// the Monday after. A count counts the start nevertheless, as RFC 5545 has it, so five Mondays
    /// from a Tuesday on are four. Periods are counted from the one in which the start lies.
    pub fn occurrences(&self, start: NaiveDate) -> impl Iterator<Item = NaiveDate> + use<> {
        let rule = self.anchored(start);
        let mut empty = 0;
        let mut days = (0..)
            .map_while(move |nth| rule.period(start, nth))
            .take_while(move |days| {
                empty = if days.is_empty() { empty + 1 } else { 0 };
                empty <= CYCLE
            })
            .flatten()
            .filter(move |day| *day >= start)
            .peekable();
        let is_start_given = days.peek() == Some(&start);
        let (last, most) = match self.end {
            End::Never => (NaiveDate::MAX, usize::MAX),
            End::Until(day) => (day, usize::MAX),
            End::Count(count) => {
                (NaiveDate::MAX, usize::from(count) - usize::from(!is_start_given))
            }
        };
        days.take_while(move |day| *day <= last).take(most)
    }

    /// What follows a task: the rule that the next one carries, and its day.
    ///
    /// `from` is the day of the present task, from which the rule counts. The next one is later than it
    /// and later than `after`, which is today for a task that was done late. Days between them have
    /// gone by and are taken off a count. `None` where the rule has ended.
    pub fn next(&self, from: NaiveDate, after: NaiveDate) -> Option<(Self, NaiveDate)> {
        let following = self.occurrences(from).filter(|day| *day > from);
        let (gone, day) = (1..).zip(following).find(|(_, day)| *day > after)?;
        let end = match self.end {
            End::Count(count) => End::Count(count - gone),
            end => end,
        };
        Some((Self { end, ..*self }, day))
    }

    /// The days of a period, counted from that of the start. `None` beyond the calendar.
    fn period(&self, start: NaiveDate, nth: u32) -> Option<Vec<NaiveDate>> {
        let steps = nth.checked_mul(self.interval.into())?;
        let month = |months: u32| start.with_day(1)?.checked_add_months(Months::new(months));
        let day = match self.frequency {
            Frequency::Daily => Some(start.checked_add_days(Days::new(steps.into()))?),
            Frequency::Weekly(days) => {
                let monday = start.week(Weekday::Mon).checked_first_day()?;
                let day = |day: Weekday| {
                    let days = 7 * u64::from(steps) + u64::from(day.num_days_from_monday());
                    monday.checked_add_days(Days::new(days))
                };
                return days.iter(Weekday::Mon).map(day).collect();
            }
            Frequency::Monthly(day) => day?.within(month(steps)?),
            Frequency::Yearly(day) => day?.within(month(steps.checked_mul(12)?)?.year()),
        };
        Some(Vec::from_iter(day))
    }

    /// Reads what [`Display`](fmt::Display) writes, in any order and case. `None` for rules that are no
    /// part of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.to_ascii_uppercase();
        let mut parts = BTreeMap::new();
        for part in text.split(';') {
            let (name, value) = part.split_once('=')?;
            if parts.insert(name, value).is_some() {
                return None;
            }
        }
        let mut take = |name| parts.remove(name);
        let frequency = match take("FREQ")? {
            "DAILY" => Frequency::Daily,
            "WEEKLY" => Frequency::Weekly(match take("BYDAY") {
                None => WeekdaySet::EMPTY,
                Some(days) => days.split(',').map(weekday).collect::<Option<_>>()?,
            }),
            "MONTHLY" => Frequency::Monthly(match (take("BYMONTHDAY"), take("BYDAY")) {
                (None, None) => None,
                (Some("-1"), None) => Some(MonthDay::LastDate),
                (Some(date), None) => Some(MonthDay::Date(number(unsigned(date))?)),
                (None, Some(day)) => Some(MonthDay::of_weekday(day)?),
                (Some(_), Some(_)) => return None,
            }),
            "YEARLY" => Frequency::Yearly(match (take("BYMONTH"), take("BYMONTHDAY")) {
                (None, None) => None,
                (Some(month), Some(date)) => {
                    Some(YearDay { month: number(month)?, date: number(unsigned(date))? })
                }
                _ => return None,
            }),
            _ => return None,
        };
        let interval = take("INTERVAL").map_or(Some(1), number)?;
        let end = match (take("UNTIL"), take("COUNT")) {
            (None, None) => End::Never,
            (Some(until), None) => End::Until(date(until)?),
            (None, Some(count)) => End::Count(number(count)?),
            (Some(_), Some(_)) => return None,
        };
        parts.is_empty().then(|| Self::new(frequency, interval, end)).flatten()
    }
}

impl MonthDay {
    /// The day of the month that begins on `first`.
    fn within(self, first: NaiveDate) -> Option<NaiveDate> {
        let nth_weekday =
            |nth, day| NaiveDate::from_weekday_of_month_opt(first.year(), first.month(), day, nth);
        match self {
            Self::Date(date) => first.with_day(date),
            Self::LastDate => first.with_day(first.num_days_in_month().into()),
            Self::Nth(nth, day) => nth_weekday(nth, day),
            Self::LastWeekday(day) => nth_weekday(5, day).or_else(|| nth_weekday(4, day)),
        }
    }

    /// Reads a weekday with its number, such as `2TU` or `-1FR`.
    fn of_weekday(text: &str) -> Option<Self> {
        let (nth, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
        let day = weekday(day)?;
        Some(match nth {
            "-1" => Self::LastWeekday(day),
            nth => Self::Nth(number(unsigned(nth))?, day),
        })
    }
}

impl YearDay {
    fn within(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.date)
    }
}

fn weekday(text: &str) -> Option<Weekday> {
    WeekdaySet::ALL.iter(Weekday::Mon).find(|day| code(*day) == text)
}

fn code(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

/// Days are counted from the beginning with or without a sign.
fn unsigned(text: &str) -> &str {
    text.strip_prefix('+').unwrap_or(text)
}

fn number<T: std::str::FromStr>(digits: &str) -> Option<T> {
    let are_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    are_digits.then(|| digits.parse().ok()).flatten()
}

/// Reads a day such as `20261231`.
fn date(text: &str) -> Option<NaiveDate> {
    let digits: u32 = number(text).filter(|_| text.len() == 8)?;
    let year = i32::try_from(digits / 10_000).ok()?;
    NaiveDate::from_ymd_opt(year, digits / 100 % 100, digits % 100)
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.frequency {
            Frequency::Daily => "FREQ=DAILY",
            Frequency::Weekly(_) => "FREQ=WEEKLY",
            Frequency::Monthly(_) => "FREQ=MONTHLY",
            Frequency::Yearly(_) => "FREQ=YEARLY",
        })?;
        if self.interval > 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        match self.frequency {
            Frequency::Weekly(days) if !days.is_empty() => {
                let codes: Vec<_> = days.iter(Weekday::Mon).map(code).collect();
                write!(f, ";BYDAY={}", codes.join(","))?;
            }
            Frequency::Monthly(Some(day)) => match day {
                MonthDay::Date(date) => write!(f, ";BYMONTHDAY={date}")?,
                MonthDay::LastDate => f.write_str(";BYMONTHDAY=-1")?,
                MonthDay::Nth(nth, day) => write!(f, ";BYDAY={nth}{}", code(day))?,
                MonthDay::LastWeekday(day) => write!(f, ";BYDAY=-1{}", code(day))?,
            },
            Frequency::Yearly(Some(YearDay { month, date })) => {
                write!(f, ";BYMONTH={month};BYMONTHDAY={date}")?;
            }
            _ => {}
        }
        match self.end {
            End::Never => Ok(()),
            End::Until(day) => {
                write!(f, ";UNTIL={:04}{:02}{:02}", day.year(), day.month(), day.day())
            }
            End::Count(count) => write!(f, ";COUNT={count}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(text: &str) -> Rule {
        Rule::parse(text).unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// The first days of a rule.
    #[track_caller]
    fn check(text: &str, start: &str, expected: &[&str]) {
        let days: Vec<_> = rule(text).occurrences(day(start)).take(expected.len().max(1)).collect();
        assert_eq!(days, expected.iter().map(|it| day(it)).collect::<Vec<_>>());
    }

    /// All days of a rule.
    #[track_caller]
    fn check_all(text: &str, start: &str, expected: &[&str]) {
        check(text, start, expected);
        assert_eq!(rule(text).occurrences(day(start)).count(), expected.len());
    }

    #[test]
    fn examples_of_rfc_5545() {
        check_all("FREQ=DAILY;COUNT=3", "1997-09-02", &["1997-09-02", "1997-09-03", "1997-09-04"]);
        check_all(
            "FREQ=DAILY;INTERVAL=10;COUNT=5",
            "1997-09-02",
            &["1997-09-02", "1997-09-12", "1997-09-22", "1997-10-02", "1997-10-12"],
        );
        check_all(
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4",
            "1997-08-05",
            &["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"],
        );
        check_all(
            "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=19970911",
            "1997-09-02",
            &["1997-09-02", "1997-09-04", "1997-09-09", "1997-09-11"],
        );
        check(
            "FREQ=MONTHLY;BYDAY=1FR",
            "1997-09-05",
            &["1997-09-05", "1997-10-03", "1997-11-07", "1997-12-05", "1998-01-02"],
        );
        check(
            "FREQ=MONTHLY;INTERVAL=18;BYMONTHDAY=10",
            "1997-09-10",
            &["1997-09-10", "1999-03-10", "2000-09-10"],
        );
    }

    #[test]
    fn months_and_years_without_the_day_are_passed_over() {
        check("FREQ=MONTHLY", "2026-01-31", &["2026-01-31", "2026-03-31", "2026-05-31"]);
        check("FREQ=MONTHLY;BYDAY=5MO", "2026-03-01", &["2026-03-30", "2026-06-29"]);
        check("FREQ=YEARLY", "1896-02-29", &["1896-02-29", "1904-02-29", "1908-02-29"]);
    }

    #[test]
    fn last_days_of_months() {
        check("FREQ=MONTHLY;BYMONTHDAY=-1", "2028-01-31", &["2028-01-31", "2028-02-29"]);
        check("FREQ=MONTHLY;BYDAY=-1FR", "2026-01-01", &["2026-01-30", "2026-02-27"]);
    }

    #[test]
    fn a_start_that_the_rule_does_not_give() {
        check("FREQ=WEEKLY;BYDAY=MO", "2026-03-10", &["2026-03-16", "2026-03-23"]);
        check("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2026-03-10", &["2026-03-23", "2026-04-06"]);
        // It counts all the same.
        check_all("FREQ=WEEKLY;BYDAY=MO;COUNT=2", "2026-03-10", &["2026-03-16"]);
        check_all("FREQ=WEEKLY;BYDAY=MO;COUNT=1", "2026-03-10", &[]);
    }

    #[test]
    fn rules_that_give_no_day_end() {
        check_all("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-01-01", &[]);
        check_all("FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29", "2026-01-01", &[]);
        check_all("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31", "2026-02-01", &[]);
        check_all("FREQ=DAILY;UNTIL=20260101", "2026-01-02", &[]);
    }

    #[test]
    fn rules_end_with_the_calendar() {
        for text in ["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"] {
            let days: Vec<_> = rule(text).occurrences(NaiveDate::MAX).collect();
            assert_eq!(days, [NaiveDate::MAX], "{text}");
            rule(text).occurrences(NaiveDate::MIN).take(2).for_each(drop);
        }
    }

    #[track_caller]
    fn next(text: &str, from: &str, after: &str, expected: Option<(&str, &str)>) {
        let next = rule(text).next(day(from), day(after));
        let expected = expected.map(|(text, at)| (rule(text), day(at)));
        assert_eq!(next, expected);
    }

    #[test]
    fn the_task_that_follows() {
        let workdays = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
        assert_eq!(rule(workdays).frequency(), Frequency::Weekly(Rule::WORKDAYS));
        // Friday, done on time, early and late.
        next(workdays, "2026-03-13", "2026-03-13", Some((workdays, "2026-03-16")));
        next(workdays, "2026-03-13", "2026-03-01", Some((workdays, "2026-03-16")));
        next(workdays, "2026-03-13", "2026-03-17", Some((workdays, "2026-03-18")));
        let until = "FREQ=DAILY;UNTIL=20260314";
        next(until, "2026-03-13", "2026-03-13", Some((until, "2026-03-14")));
        next(until, "2026-03-14", "2026-03-14", None);
    }

    #[test]
    fn days_gone_by_are_taken_off_the_count() {
        let on_time = Some(("FREQ=DAILY;COUNT=4", "2026-03-14"));
        next("FREQ=DAILY;COUNT=5", "2026-03-13", "2026-03-13", on_time);
        let late = Some(("FREQ=DAILY;COUNT=1", "2026-03-17"));
        next("FREQ=DAILY;COUNT=5", "2026-03-13", "2026-03-16", late);
        next("FREQ=DAILY;COUNT=5", "2026-03-13", "2026-03-17", None);
        next("FREQ=DAILY;COUNT=1", "2026-03-13", "2026-03-13", None);
        // A task of Tuesday is the first of five Mondays.
        let monday = Some(("FREQ=WEEKLY;BYDAY=MO;COUNT=4", "2026-03-16"));
        next("FREQ=WEEKLY;BYDAY=MO;COUNT=5", "2026-03-10", "2026-03-10", monday);
    }

    #[test]
    fn an_anchored_rule_stays_on_its_day() {
        let monthly = rule("FREQ=MONTHLY").anchored(day("2026-01-31")).to_string();
        assert_eq!(monthly, "FREQ=MONTHLY;BYMONTHDAY=31");
        // Somebody has put the task to the end of February.
        next(&monthly, "2026-02-28", "2026-02-28", Some((&monthly, "2026-03-31")));
        let anchored = |text: &str| rule(text).anchored(day("2026-03-10")).to_string();
        assert_eq!(anchored("FREQ=WEEKLY"), "FREQ=WEEKLY;BYDAY=TU");
        assert_eq!(anchored("FREQ=YEARLY"), "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=10");
        for given in ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=SU", "FREQ=MONTHLY;BYDAY=2TU"] {
            assert_eq!(anchored(given), given);
        }
    }

    #[test]
    fn every_form_survives_printing() {
        for text in [
            "FREQ=DAILY",
            "FREQ=WEEKLY",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH,SU;COUNT=5",
            "FREQ=MONTHLY;INTERVAL=999",
            "FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20261231",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "FREQ=MONTHLY;BYDAY=5WE",
            "FREQ=MONTHLY;BYDAY=-1FR",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;UNTIL=00010101",
        ] {
            assert_eq!(rule(text).to_string(), text);
        }
    }

    #[test]
    fn other_spellings_become_ours() {
        let check = |text: &str, ours: &str| assert_eq!(rule(text).to_string(), ours);
        check("count=05;byday=th,mo,th;interval=1;freq=weekly", "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=5");
        check("FREQ=MONTHLY;BYDAY=+1FR", "FREQ=MONTHLY;BYDAY=1FR");
        check("FREQ=MONTHLY;BYMONTHDAY=+9", "FREQ=MONTHLY;BYMONTHDAY=9");
    }

    #[test]
    fn not_rules_of_ours() {
        for text in [
            "",
            "FREQ",
            "FREQ=",
            "FREQ=HOURLY",
            "FREQ=DAILY;",
            "INTERVAL=2",
            "FREQ=DAILY;FREQ=DAILY",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=DAILY;INTERVAL=1000",
            "FREQ=DAILY;INTERVAL=+2",
            "FREQ=DAILY;INTERVAL=",
            "FREQ=DAILY;COUNT=0",
            "FREQ=DAILY;COUNT=65536",
            "FREQ=DAILY;COUNT=2;UNTIL=20261231",
            "FREQ=DAILY;UNTIL=20260230",
            "FREQ=DAILY;UNTIL=00000101",
            "FREQ=DAILY;UNTIL=20261231T000000Z",
            "FREQ=DAILY;BYDAY=MO",
            "FREQ=WEEKLY;BYDAY=",
            "FREQ=WEEKLY;BYDAY=1MO",
            "FREQ=WEEKLY;BYDAY=MO,",
            "FREQ=WEEKLY;WKST=SU",
            "FREQ=MONTHLY;BYDAY=FR",
            "FREQ=MONTHLY;BYDAY=0FR",
            "FREQ=MONTHLY;BYDAY=6FR",
            "FREQ=MONTHLY;BYDAY=-2FR",
            "FREQ=MONTHLY;BYDAY=é",
            "FREQ=MONTHLY;BYDAY=€",
            "FREQ=MONTHLY;BYMONTHDAY=32",
            "FREQ=MONTHLY;BYMONTHDAY=1,15",
            "FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=1FR",
            "FREQ=YEARLY;BYMONTH=3",
            "FREQ=YEARLY;BYMONTHDAY=9",
            "FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=9",
        ] {
            assert_eq!(Rule::parse(text), None, "{text}");
        }
    }
}
