//! What a cell says, as text. "Part 1" is that of ECMA-376, 5th edition.

use std::borrow::Cow;

use chrono::{Datelike, Days, NaiveDate};

/// How a cell shows its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Format {
    #[default]
    Number,
    /// Hundred times as much, with a sign behind it.
    Percent,
    /// A day, a time of day, or both.
    Moment,
    /// Hours that go on beyond a day.
    Elapsed,
}

impl Format {
    /// A format that a workbook does not tell, by its number (Part 1, 18.8.30).
    pub(super) fn built_in(id: u32) -> Self {
        match id {
            14..=22 | 27..=36 | 45 | 47 | 50..=58 => Self::Moment,
            46 => Self::Elapsed,
            9 | 10 => Self::Percent,
            _ => Self::Number,
        }
    }

    /// What a code means (Part 1, 18.8.31). The first of its sections tells.
    pub(super) fn of(code: &str) -> Self {
        let mut letters = code.chars();
        while let Some(letter) = letters.next() {
            match letter {
                // The next character stands for itself, for its width, or fills the cell.
                '\\' | '_' | '*' => drop(letters.next()),
                '"' => drop(letters.find(|c| *c == '"')),
                '[' => {
                    let inner: String = letters.by_ref().take_while(|c| *c != ']').collect();
                    let is_time = |c: char| "hms".contains(c.to_ascii_lowercase());
                    if !inner.is_empty() && inner.chars().all(is_time) {
                        return Self::Elapsed;
                    }
                }
                ';' => return Self::Number,
                '%' => return Self::Percent,
                letter if "dmyhs".contains(letter.to_ascii_lowercase()) => return Self::Moment,
                _ => {}
            }
        }
        Self::Number
    }
}

/// A number as a cell stores it, shown as its format says.
pub(super) fn number(text: &str, format: Format, is_1904: bool) -> Cow<'_, str> {
    let Some(decimal) = Decimal::parse(text) else { return text.into() };
    let shown = match format {
        Format::Number => None,
        Format::Percent => {
            let exponent = if decimal.digits == 0 { 0 } else { decimal.exponent + 2 };
            Some(Decimal { exponent, ..decimal }.plain() + "%")
        }
        Format::Moment => decimal.seconds().and_then(|seconds| moment(seconds, is_1904)),
        Format::Elapsed => decimal.seconds().map(|seconds| clock(seconds, "")),
    };
    shown.unwrap_or_else(|| decimal.plain()).into()
}

/// A number in base ten, of at most [`DIGITS`] digits.
#[derive(Clone, Copy)]
struct Decimal {
    is_negative: bool,
    digits: u64,
    /// The power of ten that the digits are times.
    exponent: i32,
}

/// How many digits of a number mean something; what spreadsheets store beyond them is rounding.
const DIGITS: usize = 15;

impl Decimal {
    /// Reads `-12.5` and `1.25E-3`, rounded. `None` for what is no number, or beyond what a spreadsheet holds.
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (is_negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (number, exponent) = match text.split_once(['e', 'E']) {
            Some((number, exponent)) => (number, exponent.parse().ok()?),
            None => (text, 0_i32),
        };
        let (whole, places) = number.split_once('.').unwrap_or((number, ""));
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let length = whole.len() + places.len();
        if length == 0 || length > 400 || !is_digits(whole) || !is_digits(places) {
            return None;
        }
        let mut exponent = exponent.checked_sub(i32::try_from(places.len()).ok()?)?;
        let all = format!("{whole}{places}");
        let mut all = all.trim_start_matches('0');
        let mut is_up = false;
        if let (Some(first), Some(cut)) = (all.get(..DIGITS), all.get(DIGITS..)) {
            exponent = exponent.checked_add(i32::try_from(cut.len()).ok()?)?;
            is_up = cut.starts_with(|c| c >= '5');
            all = first;
        }
        let mut digits = if all.is_empty() { 0 } else { all.parse::<u64>().ok()? };
        digits += u64::from(is_up);
        if digits == 0 {
            return Some(Self { is_negative: false, digits, exponent: 0 });
        }
        while digits % 10 == 0 {
            digits /= 10;
            exponent = exponent.checked_add(1)?;
        }
        (-340..=310).contains(&exponent).then_some(Self { is_negative, digits, exponent })
    }

    /// Without an exponent.
    fn plain(self) -> String {
        let sign = if self.is_negative { "-" } else { "" };
        let digits = self.digits.to_string();
        if let Ok(zeros) = usize::try_from(self.exponent) {
            return format!("{sign}{digits}{}", "0".repeat(zeros));
        }
        let places = self.exponent.unsigned_abs() as usize;
        let digits = format!("{digits:0>width$}", width = places + 1);
        let (whole, places) = digits.split_at(digits.len() - places);
        format!("{sign}{whole}.{places}")
    }

    /// So many days in seconds, rounded. `None` below zero, and beyond the year 9999, which is the last.
    fn seconds(self) -> Option<u64> {
        const MOST: u128 = 2_958_466 * 86_400;
        if self.is_negative {
            return None;
        }
        let seconds = u128::from(self.digits) * 86_400;
        let scale = 10_u128.checked_pow(self.exponent.unsigned_abs());
        let seconds = match scale {
            Some(scale) if self.exponent < 0 => (seconds + scale / 2) / scale,
            Some(scale) => seconds.checked_mul(scale)?,
            None if self.exponent < 0 => 0,
            None => return None,
        };
        (seconds < MOST).then(|| u64::try_from(seconds).ok())?
    }
}

/// A date, with the time where it is not midnight; a time alone on the day before the first.
///
/// Days count from 1904-01-01, or else from 1900-01-01, which is 1; there the day 60 is the 29th of February
/// 1900, which never was and is taken for the day before (Part 1, 18.17.4.1).
fn moment(seconds: u64, is_1904: bool) -> Option<String> {
    let (days, time) = (seconds / 86_400, seconds % 86_400);
    if days == 0 && (time > 0 || !is_1904) {
        return Some(clock(time, ""));
    }
    let (first, days) = match (is_1904, days) {
        (true, days) => (NaiveDate::from_ymd_opt(1904, 1, 1)?, days),
        (false, days @ ..60) => (NaiveDate::from_ymd_opt(1899, 12, 31)?, days),
        (false, days) => (NaiveDate::from_ymd_opt(1899, 12, 30)?, days),
    };
    let date = first.checked_add_days(Days::new(days))?;
    if date.year() > 9_999 {
        return None;
    }
    Some(if time == 0 { date.to_string() } else { clock(time, &format!("{date}T")) })
}

/// `09:12`, with the seconds where there are some.
fn clock(seconds: u64, before: &str) -> String {
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    let seconds = if seconds == 0 { String::new() } else { format!(":{seconds:02}") };
    format!("{before}{hours:02}:{minutes:02}{seconds}")
}

/// A date that is stored as text of ISO 8601 (Part 1, 18.18.11), without a time that is midnight.
pub(super) fn iso(text: &str) -> &str {
    match text.split_once('T') {
        Some((date, time)) if !time.contains(|c| !"0:.Z".contains(c)) => date,
        _ => text,
    }
}

/// Text in which `_x000D_` stands for the character of that number (Part 1, 22.9.2.19).
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return text.into();
    }
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        let number = after.get(..4).filter(|_| after.get(4..5) == Some("_"));
        let is_hex = |digits: &&str| digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = number.filter(is_hex).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        if let Some(c) = number.and_then(char::from_u32) {
            out.push(c);
            rest = after.get(5..).unwrap_or_default();
        } else {
            out.push_str("_x");
            rest = after;
        }
    }
    out.push_str(rest);
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_plain() {
        for (stored, expected) in [
            ("1", "1"),
            ("1.0", "1"),
            ("-0", "0"),
            ("100", "100"),
            ("-2.50", "-2.5"),
            (".5", "0.5"),
            ("0.30000000000000004", "0.3"),
            ("0.29999999999999999", "0.3"),
            ("9.9999999999999999E-2", "0.1"),
            ("123456789012345678", "123456789012346000"),
            ("1E+3", "1000"),
            ("1.5e-7", "0.00000015"),
            ("48123456789", "48123456789"),
            ("1e999", "1e999"),
            ("abc", "abc"),
            ("", ""),
            ("1-2", "1-2"),
        ] {
            assert_eq!(number(stored, Format::Number, false), expected);
        }
    }

    #[test]
    fn percents() {
        for (stored, expected) in [("0.5", "50%"), ("7.0000000000000007E-2", "7%"), ("0", "0%")] {
            assert_eq!(number(stored, Format::Percent, false), expected);
        }
        assert_eq!(number("-1.2345", Format::of("0.0%"), false), "-123.45%");
    }

    #[test]
    fn dates_of_both_systems() {
        for (stored, since_1900, since_1904) in [
            ("45688", "2025-01-31", "2029-02-01"),
            ("45688.383333333331", "2025-01-31T09:12", "2029-02-01T09:12"),
            ("1", "1900-01-01", "1904-01-02"),
            ("59", "1900-02-28", "1904-02-29"),
            ("60", "1900-02-28", "1904-03-01"),
            ("61", "1900-03-01", "1904-03-02"),
            ("0", "00:00", "1904-01-01"),
            ("0.75", "18:00", "18:00"),
            ("1e-300", "00:00", "1904-01-01"),
            ("0.99999999", "1900-01-01", "1904-01-02"),
            ("2958465", "9999-12-31", "2958465"),
            ("2958466", "2958466", "2958466"),
            ("-1", "-1", "-1"),
        ] {
            assert_eq!(number(stored, Format::Moment, false), since_1900);
            assert_eq!(number(stored, Format::Moment, true), since_1904);
        }
        assert_eq!(number("1.5208333333333333", Format::Elapsed, false), "36:30");
        assert_eq!(iso("2025-01-31T00:00:00.000Z"), "2025-01-31");
        assert_eq!(iso("2025-01-31T09:12:00"), "2025-01-31T09:12:00");
    }

    #[test]
    fn codes_of_formats() {
        for code in ["yyyy\\-mm\\-dd", "[$-409]d mmm", "h:mm AM/PM", "mm:ss.0", "[Red]dd.mm"] {
            assert_eq!(Format::of(code), Format::Moment, "{code}");
        }
        for code in ["[h]:mm", "[mm]", "[SS].00"] {
            assert_eq!(Format::of(code), Format::Elapsed, "{code}");
        }
        for code in ["General", "0.00E+00", "#,##0.00 \"days\"", "[Red]0;[h]", "0_d", "\\d0", "@"] {
            assert_eq!(Format::of(code), Format::Number, "{code}");
        }
    }

    #[test]
    fn characters_by_number() {
        assert_eq!(unescaped("a_x000D_b_x005F_x41_"), "a\rb_x41_");
        assert_eq!(unescaped("_xD800_ _xzz_x _x12"), "_xD800_ _xzz_x _x12");
    }
}
