//! Showing less of a value than there is, for files that go to others.

use serde::{Deserialize, Serialize};

use crate::domain::{field::Kind, id::RecordType};

/// How much of a column's values goes out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mask {
    /// All of it.
    #[default]
    Open,
    /// What [`blur`] leaves.
    Blurred,
}

impl Mask {
    /// Whether nothing is hidden.
    pub fn is_open(&self) -> bool {
        *self == Self::Open
    }
}

/// Whether values of a kind have something that tells little of them. Of a choice, a number or a yes, any
/// part is all of it: such columns are shown or left out.
pub fn can_blur(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Text
            | Kind::LongText
            | Kind::Email
            | Kind::Emails
            | Kind::Phone
            | Kind::Phones
            | Kind::Link
            | Kind::Links
            | Kind::Addresses
            | Kind::Relation(_)
            | Kind::Relations(RecordType::Person)
            | Kind::Day
            | Kind::Time
    )
}

/// What is left of one value, as text: of an e-mail its domain, of a link its host, of a phone number the last
/// digits, of a day its year, of anything else the first letter. Empty where nothing can be left.
pub fn blur(kind: Kind, text: &str) -> String {
    /// How many digits of a phone number are left.
    const DIGITS: usize = 3;
    match kind {
        Kind::Email | Kind::Emails => {
            text.rsplit_once('@').map_or("", |(_, domain)| domain).to_owned()
        }
        Kind::Link | Kind::Links => {
            let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
            rest.split(['/', '?', '#']).next().unwrap_or_default().to_owned()
        }
        Kind::Phone | Kind::Phones => {
            let digits = text.chars().filter(|c| c.is_numeric()).count();
            let last = text.chars().filter(|c| c.is_numeric()).skip(digits.saturating_sub(DIGITS));
            ['…'].into_iter().chain(last).collect()
        }
        Kind::Day | Kind::Time => {
            // A day without its year begins with a sign.
            let year: String = text.chars().take_while(char::is_ascii_digit).collect();
            if year.len() == 4 { year } else { String::new() }
        }
        _ => text.chars().find(|c| c.is_alphanumeric()).into_iter().chain(['…']).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: Kind, text: &str, expected: &str) {
        assert!(can_blur(kind));
        assert_eq!(blur(kind, text), expected);
    }

    #[test]
    fn the_first_letter_of_text() {
        check(Kind::Text, "Lovelace", "L…");
        check(Kind::LongText, "“Łódź” is home", "Ł…");
        check(Kind::Text, "สมชาย", "ส…");
        check(Kind::Text, "!?", "…");
        check(Kind::Relations(RecordType::Person), "Ada; Ben", "A…");
    }

    #[test]
    fn where_an_email_or_a_link_leads() {
        check(Kind::Emails, "ada@mail.example", "mail.example");
        check(Kind::Email, "ada", "");
        check(Kind::Links, "https://social.example/ada?x", "social.example");
    }

    #[test]
    fn the_last_digits_of_a_number() {
        check(Kind::Phones, "+44 20 7946-0018", "…018");
        check(Kind::Phones, "۰۲۱ ۵۵۵ ۰۱۲۳", "…۱۲۳");
        check(Kind::Phone, "12", "…12");
    }

    #[test]
    fn the_year_of_a_day() {
        check(Kind::Day, "1815-12-10", "1815");
        check(Kind::Day, "--12-10", "");
        check(Kind::Time, "2026-03-09T14:05Z", "2026");
    }

    #[test]
    fn what_has_no_part() {
        for kind in [
            Kind::Flag,
            Kind::Number,
            Kind::Rating,
            Kind::Relations(RecordType::Tag),
            Kind::Choice(&["a"]),
        ] {
            assert!(!can_blur(kind));
        }
    }
}
