//! Numbers as files write them.

use serde::{Deserialize, Serialize};

use crate::domain::fold::fold;

/// Which sign stands before the decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decimal {
    /// Not to be told from the column; a number that reads both ways is reported.
    #[default]
    Unknown,
    Point,
    Comma,
}

/// Brings the number in a text into the form `-1234.5` and leaves what stands around it, such as a
/// currency. Digits may be of any script; thousands may be set apart by spaces, apostrophes, points or
/// commas. `None` where it reads in more than one way.
pub(super) fn read(text: &str, decimal: Decimal) -> Option<String> {
    let text = fold(text);
    let is_digit = |c: char| c.is_ascii_digit();
    let (Some(first), Some(last)) = (text.find(is_digit), text.rfind(is_digit)) else {
        return Some(text);
    };
    let (before, rest) = text.split_at(first);
    let (number, behind) = rest.split_at(last + 1 - first);
    let is_negative = before.contains(['-', '−', '(']) || behind.trim_end().ends_with('-');
    let is_around = |c: &char| !"-−()+".contains(*c);
    let around = |text: &str| text.chars().filter(is_around).collect::<String>();
    let number = plain(number, decimal)?;
    let sign = if is_negative { "-" } else { "" };
    Some(format!("{}{sign}{number}{}", around(before), around(behind)))
}

/// A number without a sign.
fn plain(number: &str, decimal: Decimal) -> Option<String> {
    let is_between = |c: &char| !c.is_whitespace() && !"'’٬".contains(*c);
    let number: String = number.chars().filter(is_between).collect::<String>().replace('٫', ".");
    let digits = |text: &str| text.replace(['.', ','], "");
    let Some(at) = number.rfind(['.', ',']) else { return Some(number) };
    let (whole, places) = (number.get(..at)?, number.get(at + 1..)?);
    let is_point = number.get(at..)?.starts_with('.');
    let (sign, other) = if is_point { ('.', ',') } else { (',', '.') };
    let is_decimal = if whole.contains(sign) {
        false
    } else if whole.contains(other) || places.len() != 3 {
        true
    } else if whole.len() > 3 || whole.starts_with('0') {
        // Nobody sets these apart so.
        true
    } else {
        match decimal {
            Decimal::Unknown => return None,
            Decimal::Point => is_point,
            Decimal::Comma => !is_point,
        }
    };
    Some(if is_decimal { format!("{}.{places}", digits(whole)) } else { digits(&number) })
}

/// Which sign stands before the decimals in a column, told from the cells that can be read one way only.
pub fn decimal<'a>(cells: impl Iterator<Item = &'a str>) -> Decimal {
    let (mut point, mut comma) = (false, false);
    for cell in cells {
        let cell = fold(cell);
        let signs = || cell.chars().filter(|c| ".,".contains(*c));
        let Some(last) = signs().next_back() else { continue };
        // Read one way and the other: what can be read only if the last sign is of the decimals tells.
        let is_decimal = signs().filter(|sign| *sign == last).count() == 1
            && (signs().any(|sign| sign != last) || read(&cell, Decimal::Unknown).is_some());
        let is_thousands = signs().filter(|sign| *sign == last).count() > 1;
        point |= is_decimal && last == '.' || is_thousands && last == ',';
        comma |= is_decimal && last == ',' || is_thousands && last == '.';
    }
    match (point, comma) {
        (true, false) => Decimal::Point,
        (false, true) => Decimal::Comma,
        _ => Decimal::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, decimal: Decimal, expected: Option<&str>) {
        assert_eq!(read(text, decimal).as_deref(), expected, "{text} {decimal:?}");
    }

    #[test]
    fn numbers_that_read_one_way() {
        for (text, expected) in [
            ("1200", "1200"),
            ("12 345,67", "12345.67"),
            ("12\u{a0}345,67", "12345.67"),
            ("12'345.67", "12345.67"),
            ("1,234,567", "1234567"),
            ("1.234.567,8", "1234567.8"),
            ("$1,200.00", "$1200.00"),
            ("-150,5", "-150.5"),
            ("(12.50)", "-12.50"),
            ("12.50-", "-12.50"),
            ("0,125", "0.125"),
            ("1234,567", "1234.567"),
            ("3,5 %", "3.5 %"),
            ("1 200 zł", "1200 zl"),
            ("۱۲۳۴٫۵", "1234.5"),
            ("n/a", "n/a"),
        ] {
            check(text, Decimal::Unknown, Some(expected));
        }
    }

    #[test]
    fn numbers_that_read_both_ways() {
        for (text, point, comma) in [("1,200", "1200", "1.200"), ("1.200", "1.200", "1200")] {
            check(text, Decimal::Unknown, None);
            check(text, Decimal::Point, Some(point));
            check(text, Decimal::Comma, Some(comma));
        }
    }

    #[test]
    fn a_column_tells_its_sign() {
        let decimal = |cells: &[&str]| decimal(cells.iter().copied());
        assert_eq!(decimal(&["1,200", "3.50"]), Decimal::Point);
        assert_eq!(decimal(&["1.200", "3,50"]), Decimal::Comma);
        assert_eq!(decimal(&["1.200.300"]), Decimal::Comma);
        assert_eq!(decimal(&["$1,200.00", "1200"]), Decimal::Point);
        assert_eq!(decimal(&["1,200"]), Decimal::Unknown);
        assert_eq!(decimal(&["1.5", "1,5"]), Decimal::Unknown);
    }
}
