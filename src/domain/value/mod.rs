//! What a field can hold.
//!
//! [`Value`] is kept at twelve bytes on `wasm32` so that a (key, value) pair takes sixteen: the large
//! alternatives lie behind a box, 64-bit numbers are packed to an alignment of four.
//! In JSON a value has the shape of its field's [`Kind`]: nothing in the file repeats the kind.

pub mod address;
pub mod choice;
pub mod day;
pub mod email;
pub mod labelled;
pub mod link;
pub mod money;
pub mod number;
pub mod phone;
pub mod time;

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeSeed, Error as _},
};
use serde_json::value::RawValue;
use uuid::Uuid;

use self::{
    address::Address,
    choice::Choice,
    day::Day,
    labelled::Labelled,
    money::{Currency, Money},
    number::Number,
    time::Time,
};
use super::{field::Kind, id::Id};

/// One value of one field. A field without a value is absent from its record; there is no empty value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    Text(Box<str>),
    Number(Number),
    // Side by side and not as one struct, which would be padded beyond the twelve bytes.
    Money(Number, Currency),
    Flag(bool),
    Day(Day),
    Time(Time),
    /// Points to one record.
    Link(Box<Id>),
    /// Points to several records, each once, in ascending order.
    Links(Box<[Id]>),
    Labelled(Box<[Labelled]>),
    Addresses(Box<[Address]>),
    /// Stages entered, oldest first.
    Entries(Box<[Entry]>),
    /// Words of several choices, each once, in ascending order.
    Words(Box<[Box<str>]>),
    /// The choices that a field of one's own offers, in their order.
    Options(Box<[Choice]>),
    /// JSON of a field that nobody has defined, or that does not suit its definition, kept as it came.
    Unknown(Box<str>),
}

/// The moment at which a record entered a stage.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub stage: Box<str>,
    pub at: Time,
}

impl Value {
    pub fn text(text: impl Into<Box<str>>) -> Self {
        Self::Text(text.into())
    }

    pub fn link(id: Id) -> Self {
        Self::Link(Box::new(id))
    }

    /// Puts ids in order and drops repetitions. `None` when there are none.
    pub fn links(ids: Vec<Id>) -> Option<Self> {
        // As numbers: each type that is sorted brings a sort of its own into the app.
        let mut ids: Vec<u128> = ids.into_iter().map(Id::as_u128).collect();
        ids.sort_unstable();
        ids.dedup();
        let ids: Box<[Id]> = ids.into_iter().map(|id| Id::new(Uuid::from_u128(id))).collect();
        (!ids.is_empty()).then_some(Self::Links(ids))
    }

    /// Puts words in order and drops repetitions. `None` when there are none.
    pub fn words_of(mut words: Vec<Box<str>>) -> Option<Self> {
        words.sort_unstable();
        words.dedup();
        (!words.is_empty()).then(|| Self::Words(words.into()))
    }

    /// Every piece of text a person could search for.
    pub fn words<'a>(&'a self, each: &mut dyn FnMut(&'a str)) {
        match self {
            Self::Text(text) => each(text),
            Self::Labelled(items) => items.iter().for_each(|item| each(&item.value)),
            Self::Addresses(items) => {
                items.iter().flat_map(Address::lines).for_each(each);
            }
            Self::Words(words) => words.iter().for_each(|word| each(word)),
            Self::Options(choices) => choices.iter().for_each(|choice| each(&choice.label)),
            Self::Number(_)
            | Self::Money(..)
            | Self::Flag(_)
            | Self::Day(_)
            | Self::Time(_)
            | Self::Link(_)
            | Self::Links(_)
            | Self::Entries(_)
            | Self::Unknown(_) => {}
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(to),
            Self::Number(number) => number.serialize(to),
            Self::Money(amount, currency) => {
                Money { amount: *amount, currency: *currency }.serialize(to)
            }
            Self::Flag(flag) => flag.serialize(to),
            Self::Day(day) => day.serialize(to),
            Self::Time(time) => time.serialize(to),
            Self::Link(id) => id.serialize(to),
            Self::Links(ids) => ids.serialize(to),
            Self::Labelled(items) => items.serialize(to),
            Self::Addresses(items) => items.serialize(to),
            Self::Entries(entries) => entries.serialize(to),
            Self::Words(words) => words.serialize(to),
            Self::Options(choices) => choices.serialize(to),
            Self::Unknown(json) => match serde_json::from_str::<&RawValue>(json) {
                Ok(raw) => raw.serialize(to),
                Err(error) => Err(serde::ser::Error::custom(error)),
            },
        }
    }
}

/// Reads a value in the shape of a kind. `None` stands for JSON of an unknown field.
pub struct ValueOf(pub Option<Kind>);

impl<'de> DeserializeSeed<'de> for ValueOf {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        let Some(kind) = self.0 else {
            let raw = <Box<RawValue>>::deserialize(from)?;
            return Ok(Value::Unknown(Box::<str>::from(raw)));
        };
        Ok(match kind {
            Kind::Text
            | Kind::LongText
            | Kind::Choice(_)
            | Kind::Colour
            | Kind::Email
            | Kind::Phone
            | Kind::Link
            | Kind::Photo => Value::Text(from.deserialize_str(BoxedText)?),
            Kind::Number | Kind::Percent | Kind::Rating => {
                Value::Number(Number::deserialize(from)?)
            }
            Kind::Money => {
                let Money { amount, currency } = Money::deserialize(from)?;
                Value::Money(amount, currency)
            }
            Kind::Flag => Value::Flag(bool::deserialize(from)?),
            Kind::Day => Value::Day(Day::deserialize(from)?),
            Kind::Time => Value::Time(Time::deserialize(from)?),
            Kind::Relation(_) => Value::link(Id::deserialize(from)?),
            Kind::Relations(_) | Kind::Picked => Value::links(Vec::deserialize(from)?)
                .ok_or_else(|| D::Error::custom("an empty list of ids"))?,
            Kind::Emails | Kind::Phones | Kind::Links => Value::Labelled(Box::deserialize(from)?),
            Kind::Addresses => Value::Addresses(Box::deserialize(from)?),
            Kind::Entries => Value::Entries(Box::deserialize(from)?),
            Kind::Choices(_) => Value::words_of(Vec::deserialize(from)?)
                .ok_or_else(|| D::Error::custom("an empty list of choices"))?,
            Kind::Options => Value::Options(Box::deserialize(from)?),
        })
    }
}

/// Copies text straight into its box: going through a `String` would keep spare capacity or move twice.
struct BoxedText;

impl serde::de::Visitor<'_> for BoxedText {
    type Value = Box<str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_str<E>(self, text: &str) -> Result<Box<str>, E> {
        Ok(text.into())
    }

    fn visit_string<E>(self, text: String) -> Result<Box<str>, E> {
        Ok(text.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_stays_small_on_wasm() {
        // On 64 bits a boxed slice takes sixteen bytes instead of eight.
        assert_eq!(size_of::<Value>(), 24);
        assert_eq!(align_of::<Number>(), 4);
        assert_eq!(align_of::<Time>(), 4);
    }
}
