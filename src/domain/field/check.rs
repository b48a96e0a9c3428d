//! What a field accepts: the one door for typed, pasted and imported values.

use std::{borrow::Cow, mem::take};

use super::{Field, Kind};
use crate::domain::{
    problem::Fault,
    value::{Value, day::Day, email, link, number::Number, phone},
};

/// Most characters of a line of text.
pub const TEXT_MOST: u32 = 1_000;
/// Most characters of a long text.
pub const LONG_TEXT_MOST: u32 = 100_000;
/// Most values in a list.
pub const LIST_MOST: u32 = 500;
/// Most characters of a picture's `data:` address: some 90 kB of picture.
pub const PHOTO_MOST: u32 = 120_000;

/// The colours that a tag may have, by the names of their design tokens.
pub const COLOURS: [&str; 8] =
    ["gray", "red", "orange", "yellow", "green", "teal", "blue", "purple"];

/// Checks a value against a field and brings it into the form in which it is kept: trimmed, without
/// empty parts. `None` means that nothing is left and the field is to be cleared.
pub fn normalize(field: &Field, value: Value) -> Result<Option<Value>, Fault> {
    Ok(match (field.kind, value) {
        (Kind::Text, Value::Text(text)) => line(text)?.map(Value::Text),
        (Kind::LongText, Value::Text(text)) => long_text(text)?.map(Value::Text),
        (Kind::Choice(words), Value::Text(text)) => {
            if words.contains(&&*text) {
                Some(Value::Text(text))
            } else {
                return Err(Fault::NotAChoice(text));
            }
        }
        (Kind::Colour, Value::Text(text)) => {
            if COLOURS.contains(&&*text) {
                Some(Value::Text(text))
            } else {
                return Err(Fault::NotAChoice(text));
            }
        }
        (Kind::Photo, Value::Text(text)) => Some(Value::Text(picture(text)?)),
        (Kind::Number, value @ Value::Number(_))
        | (Kind::Flag, value @ Value::Flag(_))
        | (Kind::Day, value @ Value::Day(_))
        | (Kind::Time, value @ Value::Time(_))
        | (Kind::Relation(_), value @ Value::Link(_)) => Some(value),
        (Kind::Entries, Value::Entries(entries)) => {
            (!entries.is_empty()).then_some(Value::Entries(entries))
        }
        (Kind::Tags | Kind::Picked, Value::Links(ids)) => {
            bounded(ids.len())?;
            Value::links(ids.into_vec())
        }
        (kind @ (Kind::Emails | Kind::Phones | Kind::Links), Value::Labelled(items)) => {
            bounded(items.len())?;
            let mut kept = items.into_vec();
            for item in &mut kept {
                if let Some(value) = line(take(&mut item.value))? {
                    item.value = entry(kind, value)?;
                }
                item.label = line(take(&mut item.label))?.unwrap_or_default();
            }
            kept.retain(|item| !item.value.is_empty());
            (!kept.is_empty()).then(|| Value::Labelled(kept.into()))
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

/// Reads one line that a person typed into a field of one value. Digits of any script count; lists and
/// relations have inputs of their own.
pub fn parse(field: &Field, text: &str) -> Result<Option<Value>, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let ascii = || crate::domain::fold::fold(text);
    let value = match field.kind {
        Kind::Number => Number::parse(&ascii())
            .map(Value::Number)
            .ok_or_else(|| Fault::NotANumber(text.into()))?,
        Kind::Day => {
            Day::parse(&ascii()).map(Value::Day).ok_or_else(|| Fault::NotADay(text.into()))?
        }
        _ => Value::text(text),
    };
    normalize(field, value)
}

fn entry(kind: Kind, text: Box<str>) -> Result<Box<str>, Fault> {
    let parsed = match kind {
        Kind::Emails => email::parse(&text).map(Cow::Borrowed),
        Kind::Phones => phone::parse(&text).map(Cow::Borrowed),
        _ => link::parse(&text),
    };
    match parsed {
        Some(Cow::Borrowed(same)) if same.len() == text.len() => Ok(text),
        Some(other) => Ok(other.into()),
        None if kind == Kind::Emails => Err(Fault::NotAnEmail(text)),
        None if kind == Kind::Phones => Err(Fault::NotAPhone(text)),
        None => Err(Fault::NotALink(text)),
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

/// The same box where there is nothing to trim: files are read by the hundred thousand records.
fn trimmed(text: Box<str>) -> Box<str> {
    let trimmed = text.trim();
    if trimmed.len() == text.len() { text } else { trimmed.into() }
}

fn has_control(text: &str, is_fine: fn(char) -> bool) -> bool {
    if text.is_ascii() {
        text.bytes().any(|byte| byte.is_ascii_control() && !is_fine(char::from(byte)))
    } else {
        text.chars().any(|c| c.is_control() && !is_fine(c))
    }
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
        check(keys::GIVEN, Value::text("A\u{0}"), Err(Fault::ControlCharacter));
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
