//! Money: an amount and the currency it is in. Nothing is ever converted.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::number::Number;

/// A currency by its code of three letters (ISO 4217), whether or not it is still in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Default for Currency {
    fn default() -> Self {
        Self::USUAL
    }
}

impl Currency {
    /// What a workspace counts in that has not said otherwise.
    pub const USUAL: Self = Self(*b"EUR");

    /// Reads a code such as `EUR`, in any case.
    pub fn parse(text: &str) -> Option<Self> {
        let code: [u8; 3] = text.trim().as_bytes().try_into().ok()?;
        code.iter().all(u8::is_ascii_alphabetic).then(|| Self(code.map(|c| c.to_ascii_uppercase())))
    }

    pub fn code(&self) -> &str {
        // Three ASCII letters are text.
        str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let code = std::borrow::Cow::<str>::deserialize(from)?;
        Self::parse(&code)
            .filter(|currency| currency.code() == code)
            .ok_or_else(|| D::Error::custom("not a currency such as EUR"))
    }
}

/// Money as files hold it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Money {
    pub amount: Number,
    pub currency: Currency,
}

/// Signs that stand for one currency only.
const SIGNS: [(char, Currency); 4] = [
    ('€', Currency(*b"EUR")),
    ('£', Currency(*b"GBP")),
    ('₹', Currency(*b"INR")),
    ('﷼', Currency(*b"IRR")),
];

/// Reads `1200`, `12.50 EUR`, `CHF 12.50` or `€12`; an amount alone is in the `usual` currency.
pub fn parse(text: &str, usual: Currency) -> Option<(Number, Currency)> {
    let sign = SIGNS.into_iter().find(|(sign, _)| text.contains(*sign));
    let text = sign.map_or_else(|| text.to_owned(), |(sign, _)| text.replacen(sign, "", 1));
    let folded = crate::domain::fold::fold(&text);
    let is_letter = |c: char| c.is_alphabetic();
    let code = folded.trim_matches(|c: char| !is_letter(c));
    let amount = Number::parse(folded.replacen(code, "", 1).trim())?;
    let currency = match (sign, code) {
        (Some((_, currency)), "") => currency,
        (None, "") => usual,
        (None, code) => Currency::parse(code)?,
        (Some(_), _) => return None,
    };
    Some((amount, currency))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let read = parse(text, Currency(*b"PLN"));
        let read = read.map(|(amount, currency)| format!("{amount} {}", currency.code()));
        assert_eq!(read.as_deref(), expected, "{text}");
    }

    #[test]
    fn amounts_with_and_without_a_currency() {
        check("1200", Some("1200 PLN"));
        check("12.50 eur", Some("12.5 EUR"));
        check("CHF -12.5", Some("-12.5 CHF"));
        check("€12", Some("12 EUR"));
        check("۱۲ IRR", Some("12 IRR"));
    }

    #[test]
    fn not_money() {
        for text in ["", "EUR", "12 euros", "twelve", "€12 USD", "1 2 EUR"] {
            check(text, None);
        }
    }
}
