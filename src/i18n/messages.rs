//! Messages of a Fluent file, made into text (<https://projectfluent.org/fluent/guide/>).
//!
//! `fluent-syntax` reads the files. What is answered here is what the files use of the language: arguments,
//! other messages, literals, and choices by a number or a word. Terms, functions and numbers in a
//! message are not used, and stand in the text as they are written.

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, VariantKey},
    parser,
    unicode::unescape_unicode_to_string,
};
use rustc_hash::FxHashMap;

use super::{Arg, I18n};

/// The messages of a file, by their names.
#[derive(Default)]
pub(super) struct Messages(FxHashMap<&'static str, Message<&'static str>>);

impl Messages {
    /// What cannot be read, and the first of two messages of one name, is left out; a test finds it.
    pub(super) fn read(file: &'static str) -> Self {
        let (Ok(resource) | Err((resource, _))) = parser::parse_runtime(file);
        let messages = resource.body.into_iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some((message.id.name, message)),
            _ => None,
        });
        Self(messages.collect())
    }

    pub(super) fn get(&self, name: &str) -> Option<&Message<&'static str>> {
        self.0.get(name)
    }
}

/// How deep messages may refer to others; one that refers to itself ends here.
const DEPTH: u8 = 4;

/// What makes a pattern into text.
#[derive(Clone, Copy)]
pub(super) struct Writer<'a> {
    i18n: &'a I18n,
    args: &'a [(&'a str, Arg<'a>)],
    depth: u8,
}

/// What an expression comes to.
enum Value<'a> {
    Text(String),
    Count(usize),
    /// A variable or a message that is not there, and whatever else is not answered, by its name.
    Missing(&'a str),
}

impl<'a> Writer<'a> {
    pub(super) fn new(i18n: &'a I18n, args: &'a [(&'a str, Arg<'a>)]) -> Self {
        Self { i18n, args, depth: DEPTH }
    }

    pub(super) fn text(self, pattern: &Pattern<&'static str>) -> String {
        let mut text = String::new();
        self.write(pattern, &mut text);
        text
    }

    fn write(self, pattern: &Pattern<&'static str>, to: &mut String) {
        // What is put into a sentence may run the other way than the sentence does. A message that is
        // nothing but its argument is part of a sentence elsewhere.
        let is_sentence = pattern.elements.len() > 1;
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => to.push_str(value),
                PatternElement::Placeable { expression } => {
                    let is_own = matches!(
                        expression,
                        Expression::Inline(
                            InlineExpression::StringLiteral { .. }
                                | InlineExpression::MessageReference { .. }
                        )
                    );
                    if is_sentence && !is_own {
                        let mut text = String::new();
                        self.write_expression(expression, &mut text);
                        isolate(&text, to);
                    } else {
                        self.write_expression(expression, to);
                    }
                }
            }
        }
    }

    fn write_expression(self, expression: &Expression<&'static str>, to: &mut String) {
        match expression {
            Expression::Inline(inline) => match self.value(inline) {
                Value::Text(text) => to.push_str(&text),
                Value::Count(count) => to.push_str(&self.i18n.number(count)),
                Value::Missing(name) => to.extend(["{", name, "}"]),
            },
            Expression::Select { selector, variants } => {
                let selector = self.value(selector);
                let chosen = variants.iter().find(|variant| self.is_meant(&selector, &variant.key));
                let chosen = chosen.or_else(|| variants.iter().find(|variant| variant.default));
                if let Some(variant) = chosen {
                    self.write(&variant.value, to);
                }
            }
        }
    }

    fn value<'e>(self, expression: &InlineExpression<&'e str>) -> Value<'e>
    where
        'static: 'e,
    {
        match expression {
            InlineExpression::StringLiteral { value } => {
                Value::Text(unescape_unicode_to_string(value).into_owned())
            }
            InlineExpression::VariableReference { id } => {
                match self.args.iter().find(|(name, _)| *name == id.name) {
                    Some((_, Arg::Text(text))) => Value::Text((*text).to_owned()),
                    Some((_, Arg::Count(count))) => Value::Count(*count),
                    None => Value::Missing(id.name),
                }
            }
            InlineExpression::MessageReference { id, .. } => {
                let pattern = self.i18n.message(id.name).and_then(|it| it.value.as_ref());
                match (pattern, self.depth.checked_sub(1)) {
                    (Some(pattern), Some(depth)) => {
                        Value::Text(Self { depth, ..self }.text(pattern))
                    }
                    _ => Value::Missing(id.name),
                }
            }
            InlineExpression::NumberLiteral { value } => Value::Missing(value),
            InlineExpression::FunctionReference { id, .. }
            | InlineExpression::TermReference { id, .. } => Value::Missing(id.name),
            InlineExpression::Placeable { .. } => Value::Missing(""),
        }
    }

    /// Whether a variant is for a value: a number is meant by itself and by its plural category.
    fn is_meant(self, value: &Value, key: &VariantKey<&str>) -> bool {
        match (value, key) {
            (Value::Text(text), VariantKey::Identifier { name }) => text == name,
            (Value::Count(count), VariantKey::NumberLiteral { value }) => {
                value.parse() == Ok(*count)
            }
            (Value::Count(count), VariantKey::Identifier { name }) => {
                self.i18n.formats.plural(*count) == *name
            }
            _ => false,
        }
    }
}

/// Appends text between isolates (UAX #9), so that nothing in it turns around what stands beside it: ends of
/// isolates that it has not begun are left out, those that it has begun are ended. The end of an isolate ends
/// the embeddings and overrides within, too.
pub(super) fn isolate(text: &str, to: &mut String) {
    let mut open = 1_u32;
    to.push('\u{2068}');
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => open += 1,
            '\u{2069}' if open == 1 => continue,
            '\u{2069}' => open -= 1,
            _ => {}
        }
        to.push(c);
    }
    to.extend((0..open).map(|_| '\u{2069}'));
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::{
        domain::value::{day::Day, number::Number, time::Time},
        i18n::{Formats, Language},
    };

    struct Plain;

    impl Formats for Plain {
        fn number(&self, number: Number) -> String {
            format!("№{number}")
        }

        fn plural(&self, count: usize) -> String {
            if count == 1 { "one" } else { "other" }.to_owned()
        }

        fn day(&self, _: Day) -> String {
            String::new()
        }

        fn date(&self, _: Time) -> String {
            String::new()
        }

        fn moment(&self, _: Time) -> String {
            String::new()
        }

        fn bytes(&self, _: u64) -> String {
            String::new()
        }
    }

    const FIRST: &str = r#"
plain = Words
comma = {", "}
given = Hello { $name }!
alone = { $name }
people = { $count ->
    [0] nobody
    [one] one person
   *[other] { $count } people
}
kind = { $kind ->
    [tag] a tag
   *[other] a record
}
circle = { circle }
lines = one
    two
 .attribute = of { $name }
"#;

    const LATER: &str = "
other = { plain } and { given }
";

    #[track_caller]
    fn check(message: &str, args: &[(&str, Arg<'_>)], expected: &str) {
        let i18n = I18n::new(Language::English, FIRST, Rc::new(Plain));
        i18n.learn(LATER);
        assert_eq!(i18n.with(message, args), expected);
    }

    #[test]
    fn messages() {
        let ada = || ("name", Arg::Text("Ada"));
        let count = |count| [("count", Arg::Count(count))];
        check("plain", &[], "Words");
        check("comma", &[], ", ");
        check("given", &[ada()], "Hello \u{2068}Ada\u{2069}!");
        check("given", &[], "Hello \u{2068}{name}\u{2069}!");
        // What a name begins ends with it, and what it has not begun it cannot end.
        let name = |text| [("name", Arg::Text(text))];
        check("given", &name("\u{2069}\u{202e}a"), "Hello \u{2068}\u{202e}a\u{2069}!");
        check("given", &name("\u{2067}a"), "Hello \u{2068}\u{2067}a\u{2069}\u{2069}!");
        check("given", &name("\u{2066}a\u{2069}"), "Hello \u{2068}\u{2066}a\u{2069}\u{2069}!");
        check("alone", &[ada()], "Ada");
        check("people", &count(0), "nobody");
        check("people", &count(1), "one person");
        check("people", &count(1200), "\u{2068}№1200\u{2069} people");
        check("kind", &[("kind", Arg::Text("tag"))], "a tag");
        check("kind", &[("kind", Arg::Text("other"))], "a record");
        check("other", &[ada()], "Words and Hello \u{2068}Ada\u{2069}!");
        check("circle", &[], "{circle}");
        check("lines", &[], "one\ntwo");
        check("nowhere", &[], "nowhere");
    }

    #[test]
    fn attributes() {
        let i18n = I18n::new(Language::English, FIRST, Rc::new(Plain));
        assert_eq!(
            i18n.attribute("lines", "attribute").as_deref(),
            Some("of \u{2068}{name}\u{2069}")
        );
        assert_eq!(i18n.attribute("lines", "other"), None);
    }
}
