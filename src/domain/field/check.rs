//! What a field accepts: the one door for typed, pasted and imported values.

use std::{borrow::Cow, mem::take};

use super::{Field, Kind, own};
use crate::domain::{
    fold::fold,
    problem::Fault,
    value::{
        Value, choice::Choice, day::Day, email, labelled::Labelled, link, money, number::Number,
        phone, time::Time,
    },
};

/// Most characters of a line of text.
pub const TEXT_MOST: u32 = 1_000;
/// Most characters of a long text.
pub const LONG_TEXT_MOST: u32 = 100_000;
/// Most values in a list.
pub const LIST_MOST: u32 = 500;
/// Most characters of a picture's `data:` address: some 90 kB of picture.
pub const PHOTO_MOST: u32 = 120_000;

/// The best rating.
pub const RATING_MOST: u8 = 5;

/// The colours that a tag may have, by the names of their design tokens.
pub const COLOURS: [&str; 8] =
    ["gray", "red", "orange", "yellow", "green", "teal", "blue", "purple"];

/// Checks a value against a field and brings it into the form in which it is kept: trimmed, without
/// empty parts. `None` means that nothing is left and the field is to be cleared.
pub fn normalize(field: &Field, value: Value) -> Result<Option<Value>, Fault> {
    Ok(match (field.kind, value) {
        (Kind::Text, Value::Text(text)) => line(text)?.map(Value::Text),
        (Kind::LongText, Value::Text(text)) => long_text(text)?.map(Value::Text),
        (Kind::Choice(_), Value::Text(text)) => {
            if field.choice(&text).is_some() {
                Some(Value::Text(text))
            } else {
                return Err(Fault::NotAChoice(text));
            }
        }
        (Kind::Choices(_), Value::Words(words)) => {
            bounded(words.len())?;
            let other = words.iter().find(|word| field.choice(word).is_none());
            if let Some(other) = other {
                return Err(Fault::NotAChoice(other.clone()));
            }
            Value::words_of(words.into_vec())
        }
        (Kind::Options, Value::Options(choices)) => options(choices.into_vec())?,
        (kind @ (Kind::Email | Kind::Phone | Kind::Link), Value::Text(text)) => match line(text)? {
            Some(text) => Some(Value::Text(entry(kind, text)?)),
            None => None,
        },
        (Kind::Rating, Value::Number(number)) => {
            let stars = (1..=RATING_MOST).map(|stars| i64::from(stars) * 10_000);
            if !stars.into_iter().any(|stars| number.ten_thousandths() == stars) {
                return Err(Fault::NotAChoice(number.to_string().into()));
            }
            Some(Value::Number(number))
        }
        (Kind::Colour, Value::Text(text)) => {
            if COLOURS.contains(&&*text) {
                Some(Value::Text(text))
            } else {
                return Err(Fault::NotAChoice(text));
            }
        }
        (Kind::Photo, Value::Text(text)) => Some(Value::Text(picture(text)?)),
        (Kind::Number | Kind::Percent, value @ Value::Number(_))
        | (Kind::Money, value @ Value::Money(..))
        | (Kind::Flag, value @ Value::Flag(_))
        | (Kind::Day, value @ Value::Day(_))
        | (Kind::Time, value @ Value::Time(_))
        | (Kind::Relation(_), value @ Value::Link(_)) => Some(value),
        (Kind::Entries, Value::Entries(entries)) => {
            (!entries.is_empty()).then_some(Value::Entries(entries))
        }
        (Kind::Relations(_) | Kind::Picked, Value::Links(ids)) => {
            bounded(ids.len())?;
            Value::links(ids.into_vec())
        }
        (kind @ (Kind::Emails | Kind::Phones | Kind::Links), Value::Labelled(items)) => {
            labelled(items.into_vec(), |value| entry(kind, value))?
        }
        (Kind::Addresses, Value::Addresses(items)) => {
            bounded(items.len())?;
            let mut kept = items.into_vec();
            for item in &mut kept {
                item.street = long_text(take(&mut item.street))?.unwrap_or_default();
                for part in [
                    &mut item.label,
                    &mut item.city,
                    &mut item.region,
                    &mut item.postcode,
                    &mut item.country,
                ] {
                    *part = line(take(part))?.unwrap_or_default();
                }
            }
            kept.retain(|item| !item.is_empty());
            (!kept.is_empty()).then(|| Value::Addresses(kept.into()))
        }
        _ => return Err(Fault::WrongKind),
    })
}

/// As [`normalize`] does with e-mails, phones or links, which have been read one by one already.
pub fn read_before(items: Vec<Labelled>) -> Result<Option<Value>, Fault> {
    labelled(items, Ok)
}

fn labelled(
    mut items: Vec<Labelled>,
    read: impl Fn(Box<str>) -> Result<Box<str>, Fault>,
) -> Result<Option<Value>, Fault> {
    bounded(items.len())?;
    for item in &mut items {
        if let Some(value) = line(take(&mut item.value))? {
            item.value = read(value)?;
        }
        item.label = line(take(&mut item.label))?.unwrap_or_default();
    }
    items.retain(|item| !item.value.is_empty());
    Ok((!items.is_empty()).then(|| Value::Labelled(items.into())))
}

/// Reads one line that a person typed into a field of one value. Digits of any script count; lists and
/// relations have inputs of their own.
pub fn parse(field: &Field, text: &str) -> Result<Option<Value>, Fault> {
    let text = trim(text);
    if text.is_empty() {
        return Ok(None);
    }
    let ascii = || fold(text);
    let number = |text: &str| {
        Number::parse(text.trim()).map(Value::Number).ok_or_else(|| Fault::NotANumber(text.into()))
    };
    let value = match field.kind {
        Kind::Number | Kind::Rating => number(&ascii())?,
        Kind::Percent => number(ascii().trim_end_matches(['%', '٪', ' ']))?,
        Kind::Money => match money::parse(text, own::open().currency) {
            Some((amount, currency)) => Value::Money(amount, currency),
            None => return Err(Fault::NotMoney(text.into())),
        },
        Kind::Flag => match &*ascii() {
            YES | "true" | "1" => Value::Flag(true),
            NO | "false" | "0" => Value::Flag(false),
            _ => return Err(Fault::NotAChoice(text.into())),
        },
        Kind::Time => {
            // In UTC; the clock on the wall is the input's business.
            let clock = text.strip_suffix('Z').and_then(|clock| Time::of_clock(clock, 0));
            clock.map(Value::Time).ok_or_else(|| Fault::NotADay(text.into()))?
        }
        Kind::Choice(_) => Value::text(word(field, text)),
        Kind::Choices(_) => {
            let words = text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
            match Value::words_of(words.map(|part| word(field, part).into()).collect()) {
                Some(words) => words,
                None => return Ok(None),
            }
        }
        Kind::Day => {
            Day::parse(&ascii()).map(Value::Day).ok_or_else(|| Fault::NotADay(text.into()))?
        }
        _ => Value::text(text),
    };
    normalize(field, value)
}

/// How one says yes and no to a field of that kind.
pub const YES: &str = "yes";
pub const NO: &str = "no";

/// The word of a choice that is called by its word or its label.
fn word<'a>(field: &'a Field, text: &'a str) -> &'a str {
    if field.choices.is_empty() {
        return text;
    }
    let folded = fold(text);
    let called = field.choices.iter().find(|choice| fold(&choice.label) == folded);
    called.map_or(text, |choice| &choice.word)
}

/// What a person calls choices: each with a word of its own and a label.
fn options(mut choices: Vec<Choice>) -> Result<Option<Value>, Fault> {
    bounded(choices.len())?;
    for choice in &mut choices {
        choice.label = line(take(&mut choice.label))?.ok_or(Fault::EmptyOrTwice)?;
    }
    let mut words: Vec<_> = choices.iter().flat_map(Choice::words).collect();
    let count = words.len();
    words.sort_unstable();
    words.dedup();
    if words.len() < count || !words.into_iter().all(is_word) {
        return Err(Fault::EmptyOrTwice);
    }
    Ok((!choices.is_empty()).then(|| Value::Options(choices.into())))
}

/// Most bytes of the word of a choice.
const WORD_MOST: usize = 100;

/// Whether it can be the word of a choice.
pub(super) fn is_word(word: &str) -> bool {
    !word.is_empty()
        && word.len() <= WORD_MOST
        && word.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-')
}

fn entry(kind: Kind, text: Box<str>) -> Result<Box<str>, Fault> {
    let parsed = match kind {
        Kind::Emails | Kind::Email => email::parse(&text).map(Cow::Borrowed),
        Kind::Phones | Kind::Phone => phone::parse(&text).map(Cow::Borrowed),
        _ => link::parse(&text),
    };
    match parsed {
        Some(Cow::Borrowed(same)) if same.len() == text.len() => Ok(text),
        Some(other) => Ok(other.into()),
        None => Err(match kind {
            Kind::Emails | Kind::Email => Fault::NotAnEmail(text),
            Kind::Phones | Kind::Phone => Fault::NotAPhone(text),
            _ => Fault::NotALink(text),
        }),
    }
}

fn line(text: Box<str>) -> Result<Option<Box<str>>, Fault> {
    let text = trimmed(text);
    if has_control(&text, |_| false) {
        return Err(Fault::ControlCharacter);
    }
    short(text, TEXT_MOST)
}

fn long_text(text: Box<str>) -> Result<Option<Box<str>>, Fault> {
    let text = trimmed(text);
    let text = if text.contains('\r') { text.replace("\r\n", "\n").into() } else { text };
    if has_control(&text, |c| c == '\n' || c == '\t') {
        return Err(Fault::ControlCharacter);
    }
    short(text, LONG_TEXT_MOST)
}

/// As [`str::trim`] does, and at once where there is nothing to take off, as mostly.
pub fn trim(text: &str) -> &str {
    // Most texts begin and end with a letter or a digit of ASCII, or are empty.
    let is_sign = |end: Option<&u8>| end.is_none_or(u8::is_ascii_graphic);
    let bytes = text.as_bytes();
    if is_sign(bytes.first()) && is_sign(bytes.last()) { text } else { text.trim() }
}

/// The same box where there is nothing to trim: files are read by the hundred thousand records.
fn trimmed(text: Box<str>) -> Box<str> {
    let trimmed = trim(&text);
    if trimmed.len() == text.len() { text } else { trimmed.into() }
}

fn has_control(text: &str, is_fine: fn(char) -> bool) -> bool {
    // As bytes, since decoding takes longer than looking. U+0080 to U+009F are those behind C2.
    let mut before = 0;
    for byte in text.bytes() {
        let is_control = byte.is_ascii_control() || before == 0xc2 && byte < 0xa0;
        if is_control && !is_fine(char::from(byte)) {
            return true;
        }
        before = byte;
    }
    false
}

fn short(text: Box<str>, most: u32) -> Result<Option<Box<str>>, Fault> {
    if text.len() > most as usize && text.chars().count() > most as usize {
        return Err(Fault::TooLong { most });
    }
    Ok((!text.is_empty()).then_some(text))
}

fn bounded(length: usize) -> Result<(), Fault> {
    if length > LIST_MOST as usize { Err(Fault::TooMany { most: LIST_MOST }) } else { Ok(()) }
}

fn picture(text: Box<str>) -> Result<Box<str>, Fault> {
    const KINDS: [&str; 3] =
        ["data:image/jpeg;base64,", "data:image/png;base64,", "data:image/webp;base64,"];
    if text.len() > PHOTO_MOST as usize {
        return Err(Fault::TooLong { most: PHOTO_MOST });
    }
    let data = KINDS.iter().find_map(|kind| text.strip_prefix(kind)).ok_or(Fault::NotAPicture)?;
    let is_base64 = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte);
    if data.is_empty() || !data.bytes().all(is_base64) {
        return Err(Fault::NotAPicture);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        field::keys,
        key::Key,
        value::{address::Address, labelled::Labelled},
    };

    #[track_caller]
    fn check(key: Key, value: Value, expected: Result<Option<Value>, Fault>) {
        assert_eq!(normalize(key.field().unwrap(), value), expected);
    }

    #[test]
    fn text_is_trimmed_and_empty_text_clears() {
        check(keys::GIVEN, Value::text("  Ada "), Ok(Some(Value::text("Ada"))));
        check(keys::GIVEN, Value::text("  "), Ok(None));
        check(keys::GIVEN, Value::text("\u{a0}Zoë\u{3000}"), Ok(Some(Value::text("Zoë"))));
        for control in ["A\u{0}", "A\u{7f}", "A\u{80}", "A\u{9f}é"] {
            check(keys::GIVEN, Value::text(control), Err(Fault::ControlCharacter));
        }
        // Of the same bytes, and no control characters.
        for letters in ["\u{a1}A", "É", "à"] {
            check(keys::GIVEN, Value::text(letters), Ok(Some(Value::text(letters))));
        }
        check(keys::GIVEN, Value::text("x".repeat(1001)), Err(Fault::TooLong { most: 1000 }));
        check(keys::NEEDS, Value::text("a\r\nb"), Ok(Some(Value::text("a\nb"))));
    }

    #[test]
    fn lists_lose_empty_parts_and_name_the_bad_one() {
        let list = |values: &[&str]| {
            Value::Labelled(values.iter().map(|value| Labelled::new("work", *value)).collect())
        };
        check(keys::EMAILS, list(&["ada@x.org", " "]), Ok(Some(list(&["ada@x.org"]))));
        check(keys::EMAILS, list(&["x"]), Err(Fault::NotAnEmail("x".into())));
        check(keys::LINKS, list(&["a.example"]), Ok(Some(list(&["https://a.example"]))));
        check(keys::ADDRESSES, Value::Addresses([Address::default()].into()), Ok(None));
    }

    #[test]
    fn other_kinds_are_refused() {
        check(keys::GIVEN, Value::Flag(true), Err(Fault::WrongKind));
        check(keys::LIFECYCLE, Value::text("king"), Err(Fault::NotAChoice("king".into())));
        check(keys::PHOTO, Value::text("data:text/html;base64,AA"), Err(Fault::NotAPicture));
    }

    #[test]
    fn typed_lines() {
        let typed = |key: Key, text| parse(key.field().unwrap(), text);
        assert_eq!(
            typed(keys::CHILDREN, "۲"),
            Ok(Some(Value::Number(Number::parse("2").unwrap())))
        );
        assert_eq!(
            typed(keys::BIRTHDAY, "--12-10"),
            Ok(Some(Value::Day(Day::parse("--12-10").unwrap())))
        );
        assert_eq!(typed(keys::BIRTHDAY, "soon"), Err(Fault::NotADay("soon".into())));
        assert_eq!(typed(keys::BIRTHDAY, ""), Ok(None));
    }
}
