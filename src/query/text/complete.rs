//! What can stand where a person is typing.

use std::ops::Range;

use super::{
    Lexicon,
    lexicon::field_of,
    token::{Token, TokenKind, tokens},
};
use crate::{
    domain::{id::RecordType, key::Key},
    query::{
        operator::{Class, Operator, operators_of},
        relation,
    },
};

/// The word that is being typed, and what it may become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// Bytes of the text that a choice takes the place of.
    pub at: Range<usize>,
    pub typed: String,
    /// The type of record that is asked about here, within a relation another.
    pub on: RecordType,
    pub wanted: Wanted,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A condition: the name of a field or of a relation.
    Start,
    /// The name of a field, after `has:`.
    Field,
    /// A sign or word of one of the field's operators.
    Operator(Key),
    Value(Key),
    Segment,
    /// The position of an import in the journal.
    Import,
}

/// What is wanted at a place of the text, given in bytes.
pub fn complete(text: &str, cursor: usize, on: RecordType, lexicon: &dyn Lexicon) -> Completion {
    let tokens = tokens(text);
    // The token that the cursor stands in or at the end of; what follows does not matter.
    let until = tokens.iter().take_while(|token| token.at.start < cursor).count();
    let before = tokens.get(..until).unwrap_or_default();
    let (current, before) = match before.split_last() {
        Some((last, before)) if last.at.end >= cursor && is_text(&last.kind) => {
            (Some(last), before)
        }
        _ => (None, before),
    };
    let at = current.map_or(cursor..cursor, |token| token.at.clone());
    let typed = match current.map(|token| &token.kind) {
        Some(TokenKind::Word(word)) => word.clone(),
        Some(TokenKind::Quoted(text, _)) => text.clone(),
        _ => String::new(),
    };
    let on = innermost(before, on, lexicon);
    let wanted = wanted(before, current.is_some(), on, lexicon);
    Completion { at, typed, on, wanted }
}

fn is_text(kind: &TokenKind) -> bool {
    matches!(kind, TokenKind::Word(_) | TokenKind::Quoted(..))
}

/// The type of record that the innermost open parenthesis asks about.
fn innermost(before: &[Token], on: RecordType, lexicon: &dyn Lexicon) -> RecordType {
    let mut types = vec![on];
    for (at, token) in before.iter().enumerate() {
        let current = types.last().copied().unwrap_or(on);
        match token.kind {
            TokenKind::Open => {
                let words = before.get(at.saturating_sub(2)..at).unwrap_or_default();
                let related = words.iter().rev().find_map(|token| {
                    let TokenKind::Word(word) = &token.kind else { return None };
                    let named = relation::named(current, &word.to_lowercase()).or_else(|| {
                        let key = field_of(lexicon, current, word)?;
                        relation::named(current, key.name())
                    });
                    named.map(|it| it.to)
                });
                types.push(related.filter(|_| token.is_joined).unwrap_or(current));
            }
            TokenKind::Close if types.len() > 1 => {
                types.pop();
            }
            _ => {}
        }
    }
    types.last().copied().unwrap_or(on)
}

fn wanted(before: &[Token], is_typing: bool, on: RecordType, lexicon: &dyn Lexicon) -> Wanted {
    // Values before this one, with commas between them, lead back to the sign.
    let mut before = before;
    while let [rest @ .., value, comma] = before {
        if comma.kind != TokenKind::Comma || !is_text(&value.kind) {
            break;
        }
        before = rest;
    }
    let key = |token: &Token| match &token.kind {
        TokenKind::Word(word) => field_of(lexicon, on, word),
        _ => None,
    };
    match before {
        [.., field, sign] if matches!(sign.kind, TokenKind::Sign(_) | TokenKind::About(_)) => {
            match &field.kind {
                TokenKind::Word(word) if word == "has" || word == "no" => Wanted::Field,
                TokenKind::Word(word) if word == "segment" => Wanted::Segment,
                TokenKind::Word(word) if word == "import" => Wanted::Import,
                _ => key(field).map_or(Wanted::Start, Wanted::Value),
            }
        }
        [.., field, word] if key(field).is_some_and(|key| is_operator(key, &word.kind)) => {
            key(field).map_or(Wanted::Start, Wanted::Value)
        }
        [.., field] if key(field).is_some() && !is_value(before) => {
            if is_typing {
                // A second word may as well begin the next condition.
                return Wanted::Start;
            }
            key(field).map_or(Wanted::Start, Wanted::Operator)
        }
        _ => Wanted::Start,
    }
}

/// Whether the last of these stands after a sign.
fn is_value(before: &[Token]) -> bool {
    matches!(before, [.., sign, _] if matches!(sign.kind, TokenKind::Sign(_) | TokenKind::About(_) | TokenKind::Comma))
}

fn is_operator(key: Key, kind: &TokenKind) -> bool {
    let TokenKind::Word(word) = kind else { return false };
    let class = key.field().map(|field| Class::of(field.kind));
    class.is_some_and(|class| {
        operators_of(class)
            .any(|entry| entry.operator != Operator::Filled && entry.sign == word.as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::{super::Canonical, *};
    use crate::domain::field::keys;

    /// `|` is the cursor.
    #[track_caller]
    fn check(text: &str, typed: &str, on: RecordType, wanted: Wanted) {
        let cursor = text.find('|').unwrap();
        let text = text.replace('|', "");
        let found = complete(&text, cursor, RecordType::Person, &Canonical);
        assert_eq!((found.typed.as_str(), found.on, found.wanted), (typed, on, wanted));
    }

    #[test]
    fn fields_operators_and_values() {
        let on = RecordType::Person;
        check("|", "", on, Wanted::Start);
        check("life|", "life", on, Wanted::Start);
        check("has:em|", "em", on, Wanted::Field);
        check("lifecycle |", "", on, Wanted::Operator(keys::LIFECYCLE));
        check("lifecycle:|", "", on, Wanted::Value(keys::LIFECYCLE));
        check("lifecycle:lead,cu|", "cu", on, Wanted::Value(keys::LIFECYCLE));
        check("lifecycle was cu|", "cu", on, Wanted::Value(keys::LIFECYCLE));
        check("children < @|", "@", on, Wanted::Value(keys::CHILDREN));
        check("children < @cont|", "@cont", on, Wanted::Value(keys::CHILDREN));
        check("given:anna |", "", on, Wanted::Start);
        check("tag:\"big cli|", "big cli", on, Wanted::Value(keys::TAGS));
        check("segment:|", "", on, Wanted::Segment);
        check("import:12,1|", "1", on, Wanted::Import);
    }

    #[test]
    fn within_a_relation_the_other_type_is_asked_about() {
        check("organization(ind|", "ind", RecordType::Organization, Wanted::Start);
        check("interactions every(body:x) giv|", "giv", RecordType::Person, Wanted::Start);
        check("organization(people(giv|))", "giv", RecordType::Person, Wanted::Start);
    }
}
