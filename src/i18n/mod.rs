//! Words: facts in, text in the person's language out.
//!
//! The words are in `locales/`, one Fluent file per language (<https://projectfluent.org>); a test holds
//! that all have the same messages and that every message the code asks for exists.
//! How numbers and dates look comes from [`Formats`], which in the app is the browser's `Intl`.

mod file;
mod finding;
mod history;
mod keys;
mod problem;
mod spreadsheet;
mod value;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::domain::{
    field::Field,
    id::RecordType,
    key::Key,
    value::{day::Day, number::Number, time::Time},
};

pub use value::Line;

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

    /// Its words, as a Fluent file. What stands below [`LATER`] is for later parts of the app.
    pub const fn words(self) -> &'static str {
        match self {
            Self::English => include_str!("../../locales/en.ftl"),
            Self::Persian => include_str!("../../locales/fa.ftl"),
        }
    }
}

/// Above it stand the words of the first screen.
pub const LATER: &str = "\n### Later:";

/// How a language writes numbers and dates.
pub trait Formats {
    fn number(&self, number: Number) -> String;
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
    /// A number of bytes in the nearest unit.
    fn bytes(&self, bytes: u64) -> String;
}

/// The words and formats of one language.
pub struct I18n {
    pub language: Language,
    pub formats: Rc<dyn Formats>,
    bundle: RefCell<FluentBundle<FluentResource>>,
    is_whole: Cell<bool>,
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

thread_local! {
    // Fluent asks a plain function how to write a number; this is where it finds the formats.
    static FORMATS: RefCell<Option<Rc<dyn Formats>>> = const { RefCell::new(None) };
}

impl I18n {
    /// Reads the words of a language, which are a Fluent file.
    pub fn new(language: Language, words: &str, formats: Rc<dyn Formats>) -> Self {
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![tag]);
        // A message that is broken or defined twice is found by a test; here the rest still serves.
        let resource = match FluentResource::try_new(words.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        FORMATS.with(|held| held.replace(Some(formats.clone())));
        bundle.set_formatter(Some(|value, _| {
            let FluentValue::Number(number) = value else { return None };
            let number = Number::parse(&number.as_string())?;
            FORMATS.with(|formats| Some(formats.borrow().as_ref()?.number(number)))
        }));
        Self { language, formats, bundle: RefCell::new(bundle), is_whole: Cell::new(false) }
    }

    /// Adds the words that came later, once.
    pub fn complete(&self, words: &str) {
        if self.is_whole.replace(true) {
            return;
        }
        let resource = match FluentResource::try_new(words.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        self.bundle.borrow_mut().add_resource_overriding(resource);
    }

    /// A message without arguments. One that does not exist is shown by its name.
    pub fn text(&self, message: &str) -> String {
        self.with(message, &[])
    }

    /// A message with arguments.
    pub fn with(&self, message: &str, args: &[(&str, Arg<'_>)]) -> String {
        let bundle = self.bundle.borrow();
        let pattern = bundle.get_message(message).and_then(|message| message.value());
        format(&bundle, pattern, args).unwrap_or_else(|| message.to_owned())
    }

    /// An attribute of a message, where it has it.
    pub fn attribute(&self, message: &str, attribute: &str) -> Option<String> {
        let bundle = self.bundle.borrow();
        let attribute = bundle.get_message(message)?.get_attribute(attribute)?;
        format(&bundle, Some(attribute.value()), &[])
    }

    pub fn field(&self, field: &Field) -> String {
        self.text(&format!("field-{}", field.name))
    }

    /// A field's label; the name of one that this version does not know.
    pub fn key(&self, key: Key) -> String {
        key.field().map_or_else(|| key.name().to_owned(), |field| self.field(field))
    }

    /// What a field means and how to fill it in.
    pub fn guide(&self, field: &Field) -> Option<String> {
        self.attribute(&format!("field-{}", field.name), "guide")
    }

    /// A choice of a field.
    pub fn choice(&self, field: &Field, choice: &str) -> String {
        self.text(&format!("choice-{}-{choice}", field.name))
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

fn format(
    bundle: &FluentBundle<FluentResource>,
    pattern: Option<&fluent_syntax::ast::Pattern<&str>>,
    args: &[(&str, Arg<'_>)],
) -> Option<String> {
    let mut fluent = FluentArgs::with_capacity(args.len());
    for (name, arg) in args {
        match arg {
            Arg::Text(text) => fluent.set(*name, *text),
            Arg::Count(count) => fluent.set(*name, *count),
        }
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern?, Some(&fluent), &mut errors);
    Some(text.into_owned())
}
