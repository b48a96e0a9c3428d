//! Content lines: folding, groups, parameters, encodings. What a property means is not known here.

use std::{
    iter::{Enumerate, Peekable},
    str,
};

/// Most bytes of parameters; a property with more is read as if it had none.
const PARAMETERS_MOST: usize = 10_000;

/// A property of a card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// The line of the file on which it begins, from one.
    pub number: u64,
    /// What ties properties together, such as `item1`; empty where nothing does.
    pub group: Box<str>,
    /// In capital letters.
    pub name: Box<str>,
    /// Names in capital letters, values without quotes. A value without a name is a `TYPE`.
    parameters: Vec<(String, String)>,
    /// Unfolded and without transfer encoding, with its escapes.
    pub value: String,
    /// Whether the text is in an encoding that is not known; then the value is as it stands.
    pub is_undecoded: bool,
    /// Whether the card is of version 2.1.
    is_old: bool,
}

impl Line {
    /// The values of a parameter, which may stand there several times or hold several.
    pub(super) fn parameter(&self, name: &str) -> impl Iterator<Item = &str> {
        self.parameters
            .iter()
            .filter(move |(other, _)| other == name)
            .flat_map(|(_, value)| value.split(','))
            .map(str::trim)
            .filter(|value| !value.is_empty())
    }

    /// A parameter whose value is text.
    pub(super) fn text_parameter(&self, name: &str) -> Option<String> {
        let (_, value) = self.parameters.iter().find(|(other, _)| other == name)?;
        // RFC 6868; `\n` is what RFC 6350 shows.
        Some(value.replace("^n", "\n").replace("\\n", "\n").replace("^'", "\"").replace("^^", "^"))
    }

    pub(super) fn is_base64(&self) -> bool {
        let mut encodings = self.parameter("ENCODING");
        encodings.any(|it| it.eq_ignore_ascii_case("b") || it.eq_ignore_ascii_case("base64"))
    }

    fn is_quoted_printable(&self) -> bool {
        self.parameter("ENCODING").any(|it| it.eq_ignore_ascii_case("quoted-printable"))
    }

    /// The value as one text.
    pub(super) fn text(&self) -> String {
        self.parts(&[]).concat()
    }

    /// The value cut at signs that are not escaped (RFC 6350, 3.4).
    pub(super) fn parts(&self, at: &[char]) -> Vec<String> {
        let mut parts = vec![String::new()];
        let mut letters = self.value.chars();
        while let Some(letter) = letters.next() {
            if at.contains(&letter) {
                parts.push(String::new());
                continue;
            }
            let Some(part) = parts.last_mut() else { continue };
            let escaped = if letter == '\\' { letters.clone().next() } else { None };
            match escaped {
                Some('n' | 'N') if !self.is_old => part.push('\n'),
                Some(sign @ (',' | ';' | ':' | '\\')) => part.push(sign),
                _ => {
                    part.push(letter);
                    continue;
                }
            }
            letters.next();
        }
        for part in &mut parts {
            *part = part.trim().to_owned();
        }
        parts
    }
}

/// The content lines of a file.
pub(super) struct Lines<'a> {
    physical: Peekable<Enumerate<str::Lines<'a>>>,
    is_old: bool,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self { physical: text.lines().enumerate().peekable(), is_old: false }
    }

    /// Joins what follows a line and belongs to it.
    fn unfold(&mut self, mut line: String) -> String {
        let head = line.split(':').next().unwrap_or_default();
        let is_quoted = head.to_ascii_uppercase().contains("QUOTED-PRINTABLE");
        while let Some((_, next)) = self.physical.peek() {
            if is_quoted && line.ends_with('=') {
                // A soft line break (RFC 2045, 6.7).
                line.pop();
                line.push_str(next);
            } else if let Some(rest) = next.strip_prefix([' ', '\t']) {
                // Version 2.1 breaks before a space and keeps it; later ones put one in.
                line.push_str(if self.is_old { next } else { rest });
            } else if !next.trim().is_empty() && !is_property(next) {
                // Base64 without indentation, or a line break that somebody forgot to escape.
                line.push('\n');
                line.push_str(next);
            } else {
                break;
            }
            self.physical.next();
        }
        line
    }
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        loop {
            let (number, first) = self.physical.next()?;
            if !is_property(first) {
                continue;
            }
            let whole = self.unfold(first.to_owned());
            let Some(mut line) = parse(&whole) else { continue };
            line.number = number as u64 + 1;
            if &*line.name == "BEGIN" {
                self.is_old = false;
            }
            if &*line.name == "VERSION" {
                self.is_old = line.value.trim() == "2.1";
            }
            line.is_old = self.is_old;
            return Some(line);
        }
    }
}

/// Whether a line begins with the name of a property. Space before it, as some write, is none of it.
fn is_property(line: &str) -> bool {
    let name = line.split([':', ';']).next().unwrap_or_default();
    let is_sign = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    line.contains(':') && !name.is_empty() && name.chars().all(is_sign)
}

fn parse(line: &str) -> Option<Line> {
    let (head, value) = split_unquoted(line, ':').or_else(|| line.split_once(':'))?;
    let (name, mut rest) = split_unquoted(head, ';').unwrap_or((head, ""));
    if rest.len() > PARAMETERS_MOST {
        rest = "";
    }
    let (group, name) = name.split_once('.').unwrap_or(("", name));
    let mut line = Line {
        group: group.to_ascii_lowercase().into(),
        name: name.to_ascii_uppercase().into(),
        value: value.to_owned(),
        ..Line::default()
    };
    while !rest.is_empty() {
        let (parameter, more) = split_unquoted(rest, ';').unwrap_or((rest, ""));
        rest = more;
        let (name, value) = parameter.split_once('=').unwrap_or(match parameter {
            _ if is_encoding(parameter) => ("ENCODING", parameter),
            _ => ("TYPE", parameter),
        });
        line.parameters.push((name.trim().to_ascii_uppercase(), value.replace('"', "")));
    }
    if line.is_quoted_printable() {
        let text = quoted_printable(value, line.parameter("CHARSET").next());
        match text {
            Some(text) => line.value = text,
            None => line.is_undecoded = true,
        }
    }
    Some(line)
}

/// The names of encodings, which version 2.1 writes alone.
fn is_encoding(word: &str) -> bool {
    ["quoted-printable", "base64", "8bit", "7bit"].iter().any(|it| word.eq_ignore_ascii_case(it))
}

/// Cuts text at a sign that does not stand within quotes.
fn split_unquoted(text: &str, sign: char) -> Option<(&str, &str)> {
    let mut is_quoted = false;
    let (at, _) = text.char_indices().find(|(_, c)| {
        is_quoted ^= *c == '"';
        *c == sign && !is_quoted
    })?;
    Some((text.get(..at)?, text.get(at + sign.len_utf8()..)?))
}

/// Decodes text (RFC 2045, 6.7). `None` where it is in an encoding that is not known.
fn quoted_printable(text: &str, charset: Option<&str>) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, more @ ..] = rest {
        let byte = match more {
            [high, low, ..] if *first == b'=' => hexadecimal(*high).zip(hexadecimal(*low)),
            _ => None,
        };
        if let Some((high, low)) = byte {
            bytes.push(high << 4 | low);
            rest = more.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = more;
        }
    }
    let text = String::from_utf8(bytes).or_else(|error| {
        let charset = charset.unwrap_or("ISO-8859-1");
        let is_latin = ["ISO-8859-1", "US-ASCII"].iter().any(|it| charset.eq_ignore_ascii_case(it));
        let latin = || error.into_bytes().into_iter().map(char::from).collect();
        is_latin.then(latin).ok_or(())
    });
    Some(text.ok()?.replace("\r\n", "\n"))
}

fn hexadecimal(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let lines: Vec<_> = Lines::of(text).map(|line| (line.name.clone(), line.text())).collect();
        let lines: Vec<_> = lines.iter().map(|(name, text)| (&**name, &**text)).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn folded_lines() {
        check("NOTE:a\r\n b\r\n\tc\r\n\r\nFN:d", &[("NOTE", "abc"), ("FN", "d")]);
        check("VERSION:2.1\nNOTE:a\n b", &[("VERSION", "2.1"), ("NOTE", "a b")]);
        check("NOTE;ENCODING=QUOTED-PRINTABLE:a=\n=C3=A9", &[("NOTE", "aé")]);
        check("PHOTO;BASE64:ab\ncd\n\nFN:x", &[("PHOTO", "ab\ncd"), ("FN", "x")]);
    }

    #[test]
    fn escapes() {
        check("NOTE:a\\, b\\;\\nc\\\\n \\x", &[("NOTE", "a, b;\nc\\n \\x")]);
        check("VERSION:2.1\nNOTE:C:\\new\\;", &[("VERSION", "2.1"), ("NOTE", "C:\\new;")]);
    }

    #[test]
    fn encodings() {
        check("FN;QUOTED-PRINTABLE:M=FCller", &[("FN", "Müller")]);
        check("FN;QUOTED-PRINTABLE:1=2 =", &[("FN", "1=2 =")]);
        let other = Lines::of("FN;CHARSET=windows-1250;ENCODING=QUOTED-PRINTABLE:=B9").next();
        assert!(other.is_some_and(|line| line.is_undecoded && line.text() == "=B9"));
    }

    #[test]
    fn parameters() {
        let text = "item1.TEL;HOME;TYPE=\"voice,cell\";X=\"a:b;c\":1";
        let line = Lines::of(text).next().unwrap();
        assert_eq!((&*line.group, &*line.name, &*line.value), ("item1", "TEL", "1"));
        assert_eq!(line.parameter("TYPE").collect::<Vec<_>>(), ["HOME", "voice", "cell"]);
        assert_eq!(line.text_parameter("X").as_deref(), Some("a:b;c"));
    }
}
