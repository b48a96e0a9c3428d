//! The text of a filter in tokens, each with its place.

use std::ops::Range;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: TokenKind,
    /// Bytes of the text.
    pub at: Range<usize>,
    /// Whether it follows the one before without a space.
    pub is_joined: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    Open,
    Close,
    Comma,
    /// Turns around what follows.
    Minus,
    Sign(&'static str),
    /// `~` and how many slips it forgives.
    About(u8),
    Word(String),
    /// What stood in quotation marks, and whether they were closed.
    Quoted(String, bool),
}

/// Longer ones first.
const SIGNS: [&str; 7] = ["!=", "<=", ">=", ":", "=", "<", ">"];

/// Signs of other keyboards and of word processors.
const OTHER_SIGNS: [(char, &str); 5] =
    [('≠', "!="), ('≤', "<="), ('≥', ">="), ('：', ":"), ('＝', "=")];

/// Marks that a quotation may begin with.
pub(super) const QUOTATION: [char; 5] = ['"', '“', '”', '«', '»'];

/// What stands between several values.
pub(super) const COMMAS: [char; 2] = [',', '،'];

/// Whether a character may stand in a word without quotation marks.
pub(super) fn is_of_word(c: char) -> bool {
    !c.is_whitespace()
        && !QUOTATION.contains(&c)
        && !COMMAS.contains(&c)
        && !matches!(c, '(' | ')' | '~')
        && !matches!(c, ':' | '=' | '<' | '>' | '≠' | '≤' | '≥' | '：' | '＝')
}

pub(super) fn tokens(text: &str) -> Vec<Token> {
    tokens_after(None, text)
}

/// The tokens of what stands after a sign.
pub(super) fn operand_tokens(text: &str) -> Vec<Token> {
    tokens_after(Some(&TokenKind::Sign("=")), text)
}

fn tokens_after(before: Option<&TokenKind>, text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    let mut is_joined = false;
    while let Some(rest) = text.get(at..) {
        let Some(first) = rest.chars().next() else { break };
        if first.is_whitespace() {
            at += first.len_utf8();
            is_joined = false;
            continue;
        }
        let before = tokens.last().map(|token| &token.kind).or(before);
        let (kind, length) = token(rest, first, before);
        tokens.push(Token { kind, at: at..at + length, is_joined });
        at += length;
        is_joined = true;
    }
    tokens
}

fn token(rest: &str, first: char, before: Option<&TokenKind>) -> (TokenKind, usize) {
    let one = first.len_utf8();
    match first {
        '(' => return (TokenKind::Open, one),
        ')' => return (TokenKind::Close, one),
        first if COMMAS.contains(&first) => return (TokenKind::Comma, one),
        first if QUOTATION.contains(&first) => return quoted(rest, first),
        '~' => {
            let slips = rest.chars().nth(1).and_then(|c| c.to_digit(10));
            let slips = slips.and_then(|slips| u8::try_from(slips).ok());
            return (TokenKind::About(slips.unwrap_or(1)), one + usize::from(slips.is_some()));
        }
        // After a sign it belongs to a value: a number, a day without a year.
        '-' | '−'
            if !matches!(before, Some(TokenKind::Sign(_) | TokenKind::Comma))
                && rest.len() > one =>
        {
            return (TokenKind::Minus, one);
        }
        _ => {}
    }
    if let Some(sign) = SIGNS.into_iter().find(|sign| rest.starts_with(sign)) {
        return (TokenKind::Sign(sign), sign.len());
    }
    if let Some((_, sign)) = OTHER_SIGNS.into_iter().find(|(other, _)| *other == first) {
        return (TokenKind::Sign(sign), one);
    }
    let end = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
    // `!=` ends a word as well.
    let end = rest
        .get(..end)
        .and_then(|word| {
            let followed = rest.get(end..).is_some_and(|rest| rest.starts_with('='));
            (followed && word.len() > 1 && word.ends_with('!')).then(|| end - 1)
        })
        .unwrap_or(end);
    let word = rest.get(..end).unwrap_or_default();
    (TokenKind::Word(word.to_owned()), end.max(one))
}

/// A backslash takes away the meaning of what follows it.
pub(super) fn quoted(rest: &str, open: char) -> (TokenKind, usize) {
    let close = match open {
        '“' => '”',
        '«' => '»',
        '»' => '«',
        other => other,
    };
    let mut inner = String::new();
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if is_escaped {
            inner.push(c);
            is_escaped = false;
        } else if c == '\\' {
            is_escaped = true;
        } else if c == close {
            return (TokenKind::Quoted(inner, true), at + c.len_utf8());
        } else {
            inner.push(c);
        }
    }
    (TokenKind::Quoted(inner, false), rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let tokens = tokens(text);
        let found: Vec<_> = tokens.iter().map(|token| &text[token.at.clone()]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn signs_end_words() {
        check("a>=2 b!=c d : e", &["a", ">=", "2", "b", "!=", "c", "d", ":", "e"]);
        check("x:1,2،3", &["x", ":", "1", ",", "2", "،", "3"]);
        check("a≥2", &["a", "≥", "2"]);
    }

    #[test]
    fn a_minus_turns_around_or_belongs_to_a_number() {
        check("-a (-b) x = -5", &["-", "a", "(", "-", "b", ")", "x", "=", "-5"]);
        check("last-contact --x -", &["last-contact", "-", "-", "x", "-"]);
    }

    #[test]
    fn quotation_marks_of_any_kind() {
        check(r#"a:"b \" c" «d e» "f"#, &["a", ":", r#""b \" c""#, "«d e»", "\"f"]);
        assert_eq!(tokens(r#""b \" \\c""#)[0].kind, TokenKind::Quoted(r#"b " \c"#.into(), true));
    }

    #[test]
    fn slips() {
        check("a ~2 b ~ c", &["a", "~2", "b", "~", "c"]);
    }
}
