//! Words: facts in, text in the person's language out.
//!
//! The words are in `locales/`, one Fluent file per language (<https://projectfluent.org>); a test holds
//! that all have the same messages and that every message the code asks for exists.
//! How numbers and dates look comes from [`Formats`], which in the app is the browser's `Intl`.

mod cards;
mod deals;
mod file;
mod filter;
mod finding;
mod history;
mod keys;
mod lexicon;
mod messages;
mod problem;
mod repeat;
mod seal;
mod spreadsheet;
mod task;
mod value;
mod wish;

use std::{cell::OnceCell, rc::Rc};

use fluent_syntax::ast::{Message, Pattern};

use self::messages::{Messages, Writer};
use crate::domain::{
    field::{Field, Kind, check},
    id::RecordType,
    key::Key,
    value::{day::Day, money::Currency, number::Number, time::Time},
};

pub use filter::which_message;
pub use lexicon::Spoken;
pub use value::Line;
pub use wish::Becoming;

/// The languages that there are words in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    English,
    Persian,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::English, Self::Persian];

    /// The tag of the language (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Persian => "fa",
        }
    }

    /// What its speakers call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Persian => "فارسی",
        }
    }

    /// The direction of its script, as `dir` wants it.
    pub fn direction(self) -> &'static str {
        match self {
            Self::English => "ltr",
            Self::Persian => "rtl",
        }
    }

    /// The language of a tag such as `fa-IR`.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The one that is there without being fetched.
    pub const BUILT_IN: Self = Self::English;

    /// All of its words, as a Fluent file.
    pub const fn words(self) -> &'static str {
        match self {
            Self::English => include_str!("../../locales/en.ftl"),
            Self::Persian => include_str!("../../locales/fa.ftl"),
        }
    }
}

/// What stands in a language file before the words that the first screen does without.
const LATER: &[u8] = b"\n### Later";

/// The two halves of a language file, each copied, so that it is only where it is asked for.
macro_rules! halves {
    ($(#[$doc:meta])* $name:ident: $language:expr) => {
        $(#[$doc])*
        pub mod $name {
            use super::{Language, cut, part};

            const ALL: &[u8] = $language.words().as_bytes();
            const CUT: usize = cut(ALL);

            /// The words that the first screen needs.
            pub fn first() -> &'static str {
                static FIRST: [u8; CUT] = part(ALL, 0);
                str::from_utf8(&FIRST).unwrap_or_default()
            }

            /// The rest of them.
            pub fn later() -> &'static str {
                static REST: [u8; ALL.len() - CUT] = part(ALL, CUT);
                str::from_utf8(&REST).unwrap_or_default()
            }
        }
    };
}

halves! { english: Language::English }
halves! { persian: Language::Persian }

/// Where the later words begin.
const fn cut(text: &[u8]) -> usize {
    let mut at = 0;
    while !starts(text, at, LATER) {
        at += 1;
    }
    at
}

const fn starts(text: &[u8], at: usize, with: &[u8]) -> bool {
    let mut nth = 0;
    while nth < with.len() {
        #[expect(clippy::indexing_slicing, reason = "checked when it is compiled")]
        if text[at + nth] != with[nth] {
            return false;
        }
        nth += 1;
    }
    true
}

/// A stretch of a file, with empty lines for the remarks, which only translators need.
const fn part<const LENGTH: usize>(text: &[u8], from: usize) -> [u8; LENGTH] {
    let mut part = [b'\n'; LENGTH];
    let (mut at, mut is_start, mut is_remark) = (0, true, false);
    while at < LENGTH {
        #[expect(clippy::indexing_slicing, reason = "checked when it is compiled")]
        let byte = text[from + at];
        is_remark = if is_start { byte == b'#' } else { is_remark && byte != b'\n' };
        is_start = byte == b'\n';
        if !is_remark {
            #[expect(clippy::indexing_slicing, reason = "checked when it is compiled")]
            {
                part[at] = byte;
            }
        }
        at += 1;
    }
    part
}

/// How a language writes numbers and dates.
pub trait Formats {
    fn number(&self, number: Number) -> String;
    /// The plural category of a count, as CLDR names it: `one`, `few`, `other`.
    fn plural(&self, count: usize) -> String;
    /// An amount with the sign of its currency.
    fn money(&self, amount: Number, currency: Currency) -> String {
        format!("{} {}", self.number(amount), currency.code())
    }
    /// A number of hundredths.
    fn percent(&self, number: Number) -> String {
        format!("{} %", self.number(number))
    }
    /// A whole or partial day.
    fn day(&self, day: Day) -> String;
    /// A moment's day, in the person's time zone.
    fn date(&self, time: Time) -> String;
    /// A moment's day and time.
    fn moment(&self, time: Time) -> String;
    /// A moment's time of day.
    fn clock(&self, time: Time) -> String {
        self.moment(time)
    }
    /// The name of a country, from its code in ISO 3166-1.
    fn country(&self, code: &str) -> String {
        code.to_owned()
    }
    /// How far a day is from today, such as "in 3 days" or "yesterday".
    fn relative(&self, days: i64) -> String {
        days.to_string()
    }
    /// A time of day that belongs to no time zone.
    fn hour(&self, hours: u8, minutes: u8) -> String {
        format!("{hours:02}:{minutes:02}")
    }
    /// A number of bytes in the nearest unit.
    fn bytes(&self, bytes: u64) -> String;
}

/// The words and formats of one language.
pub struct I18n {
    pub language: Language,
    pub formats: Rc<dyn Formats>,
    messages: Messages,
    /// What came after the first screen.
    later: OnceCell<Messages>,
}

/// What a message is given.
#[derive(Clone, Debug)]
pub enum Arg<'a> {
    Text(&'a str),
    Count(usize),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl I18n {
    /// Reads the words of a language, which are a Fluent file.
    pub fn new(language: Language, words: &'static str, formats: Rc<dyn Formats>) -> Self {
        Self { language, formats, messages: Messages::read(words), later: OnceCell::new() }
    }

    /// Adds words that came later. Only the first call counts.
    pub fn learn(&self, words: &'static str) {
        self.later.get_or_init(|| Messages::read(words));
    }

    fn message(&self, name: &str) -> Option<&Message<&'static str>> {
        self.messages.get(name).or_else(|| self.later.get()?.get(name))
    }

    /// Whether there are words under a name.
    fn has(&self, message: &str) -> bool {
        self.message(message).is_some()
    }

    /// A message without arguments. One that does not exist is shown by its name.
    pub fn text(&self, message: &str) -> String {
        self.with(message, &[])
    }

    /// A message with arguments.
    pub fn with(&self, message: &str, args: &[(&str, Arg<'_>)]) -> String {
        let pattern = self.message(message).and_then(|message| message.value.as_ref());
        pattern.map_or_else(|| message.to_owned(), |pattern| self.written(pattern, args))
    }

    /// An attribute of a message, where it has it.
    pub fn attribute(&self, message: &str, attribute: &str) -> Option<String> {
        let attributes = &self.message(message)?.attributes;
        let attribute = attributes.iter().find(|other| other.id.name == attribute)?;
        Some(self.written(&attribute.value, &[]))
    }

    fn written(&self, pattern: &Pattern<&'static str>, args: &[(&str, Arg<'_>)]) -> String {
        Writer::new(self, args).text(pattern)
    }

    pub fn field(&self, field: &Field) -> String {
        match &field.own {
            Some(own) => own.label.to_string(),
            None => self.text(&format!("field-{}", field.name)),
        }
    }

    /// A field's label; the name of one that this version does not know.
    pub fn key(&self, key: Key) -> String {
        key.field().map_or_else(|| key.name().to_owned(), |field| self.field(field))
    }

    /// What a field means and how to fill it in.
    pub fn guide(&self, field: &Field) -> Option<String> {
        let Some(own) = &field.own else {
            let message = format!("guide-{}", field.name);
            return self.has(&message).then(|| self.text(&message));
        };
        let parts: Vec<&str> =
            [&own.definition, &own.convention].into_iter().flatten().map(AsRef::as_ref).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// A choice of a field, by a word that records hold.
    pub fn choice(&self, field: &Field, choice: &str) -> String {
        match (field.meant(choice), &field.own) {
            (Some(meant), _) => meant.label.to_string(),
            (None, Some(_)) => choice.to_owned(),
            (None, None) => self.usual_choice(field, choice),
        }
    }

    /// What a choice of a built-in field is called before a person calls it otherwise.
    pub fn usual_choice(&self, field: &Field, choice: &str) -> String {
        let message = format!("choice-{}-{choice}", field.name);
        if self.has(&message) { self.text(&message) } else { choice.to_owned() }
    }

    /// See [`choice`](Self::choice), by the key of the field.
    pub fn choice_of(&self, key: Key, choice: &str) -> String {
        key.field().map_or_else(|| choice.to_owned(), |field| self.choice(field, choice))
    }

    /// What one chooses from in a field, by what is stored or typed, with how one reads it. `None` where one types
    /// freely.
    pub fn choices(&self, field: &Field) -> Option<Vec<(&'static str, String)>> {
        const STARS: [&str; check::RATING_MOST as usize] = ["1", "2", "3", "4", "5"];
        let named = |words: &[&'static str], name: &dyn Fn(&str) -> String| {
            words.iter().map(|word| (*word, name(word))).collect()
        };
        Some(match field.kind {
            Kind::Choice(words) | Kind::Choices(words) => {
                named(words, &|word| self.choice(field, word))
            }
            Kind::Colour => named(&check::COLOURS, &|name| self.text(&format!("colour-{name}"))),
            Kind::Flag => {
                named(&[check::YES, check::NO], &|word| self.text(&format!("value-{word}")))
            }
            Kind::Rating => named(&STARS, &|stars| "★".repeat(stars.parse().unwrap_or_default())),
            _ => return None,
        })
    }

    /// "3 people", "1 organization".
    pub fn count(&self, on: RecordType, count: usize) -> String {
        self.with(&format!("count-{}", on.name()), &[("count", count.into())])
    }

    pub fn number(&self, count: usize) -> String {
        let units = i64::try_from(count).ok().and_then(|count| count.checked_mul(10_000));
        let number = units.and_then(Number::from_ten_thousandths);
        number.map_or_else(|| count.to_string(), |number| self.formats.number(number))
    }
}
