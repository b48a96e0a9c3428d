//! Decimal numbers with four places, without floating point.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A number in ten-thousandths, between plus and minus five hundred billion.
///
/// The bound is where every step of a ten-thousandth still survives a 64-bit float, so that JSON
/// readers of any language see the same number.
// Packed to four bytes; see `value`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(Rust, packed(4))]
pub struct Number(i64);

const SCALE: i64 = 10_000;
const MOST: i64 = 500_000_000_000 * SCALE;

impl Number {
    pub const ONE: Self = Self(SCALE);

    pub fn from_ten_thousandths(units: i64) -> Option<Self> {
        (-MOST..=MOST).contains(&units).then_some(Self(units))
    }

    pub fn ten_thousandths(self) -> i64 {
        self.0
    }

    /// Reads `-12.5`: digits, at most one point, at most four places. Spaces and signs of thousands
    /// are the business of whoever knows the person's language.
    pub fn parse(text: &str) -> Option<Self> {
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !is_digits(whole) || !is_digits(places) || places.len() > 4 {
            return None;
        }
        let whole: i64 = whole.parse().ok()?;
        let places: i64 = format!("{places:0<4}").parse().ok()?;
        let units = whole.checked_mul(SCALE)?.checked_add(places)?;
        Self::from_ten_thousandths(sign * units)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let units = self.0;
        let sign = if units < 0 { "-" } else { "" };
        let (whole, places) = (units.abs() / SCALE, units.abs() % SCALE);
        if places == 0 {
            return write!(f, "{sign}{whole}");
        }
        let places = format!("{places:04}");
        write!(f, "{sign}{whole}.{}", places.trim_end_matches('0'))
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let units = self.0;
        if units % SCALE == 0 {
            return to.serialize_i64(units / SCALE);
        }
        #[expect(clippy::cast_precision_loss, reason = "`MOST` is where it would begin to lose")]
        let float = units as f64 / 1e4;
        to.serialize_f64(float)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let float = f64::deserialize(from)?;
        #[expect(clippy::cast_precision_loss, reason = "`MOST` is exact in a float")]
        let most = (MOST / SCALE) as f64;
        // Whole and places apart: multiplied at once, large numbers would be rounded twice.
        let (whole, places) = (float.trunc(), (float.fract() * 1e4).round());
        if !(-most..=most).contains(&float) {
            return Err(D::Error::custom("a number beyond five hundred billion"));
        }
        #[expect(clippy::cast_possible_truncation, reason = "bounded above")]
        Self::from_ten_thousandths(whole as i64 * SCALE + places as i64)
            .ok_or_else(|| D::Error::custom("a number beyond five hundred billion"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, printed: Option<&str>) {
        let number = Number::parse(text);
        assert_eq!(number.map(|number| number.to_string()).as_deref(), printed);
        if let Some(number) = number {
            let json = serde_json::to_string(&number).unwrap();
            assert_eq!(serde_json::from_str::<Number>(&json).unwrap(), number);
        }
    }

    #[test]
    fn whole() {
        check("1200", Some("1200"));
    }

    #[test]
    fn places_without_trailing_zeros() {
        check("-12.50", Some("-12.5"));
        check("0.0001", Some("0.0001"));
    }

    #[test]
    fn not_a_number() {
        for text in ["", "-", ".5", "1.", "1.00001", "1e3", "1,5", "NaN"] {
            check(text, if text == "1." { Some("1") } else { None });
        }
    }

    #[test]
    fn bounds() {
        check("500000000000", Some("500000000000"));
        check("499999999999.9999", Some("499999999999.9999"));
        check("371243859127.1203", Some("371243859127.1203"));
        check("500000000000.0001", None);
        check("99999999999999999999", None);
        assert!(serde_json::from_str::<Number>("1e300").is_err());
    }
}
