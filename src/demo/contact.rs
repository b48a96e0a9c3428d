//! Phone numbers and postal addresses that belong to nobody.

use super::{
    random::Random,
    words::{City, ENGLISH, PERSIAN, POLISH, THAI, VIETNAMESE, Words},
};
use crate::domain::value::address::Address;

/// Where somebody is to be found. `serial` counts within a language, so that numbers do not repeat.
pub(super) struct Place<'a> {
    pub words: &'a Words,
    pub language: usize,
    pub city: City,
    serial: u32,
}

impl<'a> Place<'a> {
    pub(super) fn new(words: &'a Words, language: usize, serial: u32) -> Self {
        let count = u32::try_from(words.cities.len()).unwrap_or(1).max(1);
        // A third of English is in Britain, where fewer numbers are set aside; its cities are the even ones.
        let at = match serial % 3 {
            _ if language != ENGLISH => serial % count,
            0 => serial / 3 * 2 % count,
            _ => (serial / 3 * 2 + serial * 2 + 1) % count,
        };
        let city = words.cities.get(at as usize).copied().unwrap_or_default();
        Self { words, language, city, serial }
    }

    fn is_american(&self) -> bool {
        self.language == ENGLISH && self.city.area.is_empty()
    }

    /// A number in a range kept for fiction: in Britain those that Ofcom lists for drama, in the
    /// United States 555-0100 to 0199 of any area. The other countries keep none; there a subscriber's
    /// number that begins with zero is never given out.
    pub(super) fn phone(&self, of_person: bool) -> String {
        let area = self.city.area;
        let number = if of_person { self.serial } else { 50_000 + self.serial };
        let (high, low) = (number / 1_000 % 100, number % 1_000);
        match self.language {
            ENGLISH if self.is_american() => {
                let hundreds = self.serial / 100;
                // No area code ends in 11.
                let first = if of_person { 212 } else { 712 };
                let area = first + hundreds + hundreds / 99;
                format!("+1 ({area}) 555-01{:02}", self.serial % 100)
            }
            ENGLISH if of_person => format!("+44 {area} {:04}", self.serial / 21 % 1_000),
            ENGLISH => format!("+44 1632 960{:03}", self.serial / 3 % 1_000),
            POLISH => format!(
                "+48 {area} 0{:02} {:02} {:02}",
                number / 10_000,
                number / 100 % 100,
                number % 100
            ),
            VIETNAMESE => format!("+84 {area} 00{high:02} {low:03}"),
            THAI => format!("+66 {area} 0{high:02} {low:03}"),
            PERSIAN if number.is_multiple_of(2) => {
                let (area, number) = (area, persian(&format!("۰۰{high:02} {low:03}0")));
                format!("۰{area} {number}")
            }
            _ => format!("+98 {} 00{high:02} {low:03}0", western(area)),
        }
    }

    pub(super) fn address(&self, label: &str, random: &mut Random) -> Address {
        let words = self.words;
        let number = 1 + random.below::<u32>(120);
        let code: u32 = random.below(1_000);
        let street = random.pick(&words.streets);
        let start = self.city.postcode;
        let mut letter = || char::from(b'A' + random.below::<u8>(20));
        let (house, postcode) = match self.language {
            ENGLISH if self.is_american() => {
                (number.to_string(), format!("{start}{:02}", code % 100))
            }
            ENGLISH => {
                let (first, last) = (letter(), letter());
                (number.to_string(), format!("{start}{} {}{first}{last}", 1 + code % 9, code / 100))
            }
            POLISH if number.is_multiple_of(3) => {
                (format!("{number}/{}", 1 + code % 20), format!("{start}-{code:03}"))
            }
            POLISH => (number.to_string(), format!("{start}-{code:03}")),
            THAI => (format!("{number}/{}", 1 + code % 9), format!("{start}{:02}0", code % 100)),
            VIETNAMESE => (number.to_string(), format!("{start}{code:03}")),
            _ => (
                persian(&number.to_string()),
                persian(&format!("{start}{:03}۰۰{code:03}", code / 7 + 300)),
            ),
        };
        Address {
            label: label.into(),
            street: street.replace('#', &house).into(),
            city: self.city.name.into(),
            region: self.city.region.into(),
            postcode: postcode.into(),
            country: if self.is_american() { "United States" } else { words.country }.into(),
        }
    }
}

/// With the digits that Persian writes.
pub(super) fn persian(text: &str) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|digit| char::from_u32(u32::from('۰') + digit));
    text.chars().map(|c| digit(c).unwrap_or(c)).collect()
}

fn western(text: &str) -> String {
    crate::domain::fold::fold(text)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::demo::words::languages;

    #[test]
    fn phone_numbers_of_a_hundred_thousand_differ() {
        for (language, words) in languages().iter().enumerate() {
            let number = |serial, of_person| Place::new(words, language, serial).phone(of_person);
            let people = (0..20_000).map(|serial| number(serial, true));
            let numbers: BTreeSet<_> =
                people.chain((0..2_000).map(|serial| number(serial, false))).collect();
            assert_eq!(numbers.len(), 22_000, "{}", words.language);
        }
    }
}
