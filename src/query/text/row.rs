//! What an operator takes, as a row shows and reads it: texts and names as they are, since nobody sees there
//! that they would need quotation marks, with commas between them. All else is as in the text form.

use super::{
    Expected, Lexicon, parse_operand,
    print::quoted,
    print_operand,
    token::{self, COMMAS, QUOTATION, TokenKind},
};
use crate::{
    domain::id::{Id, RecordType},
    query::{
        filter::{Condition, Operand, Subject},
        operator::{Class, Operator, Takes, compares_fields},
    },
};

/// What stands in the row of a condition.
pub fn show_row(condition: &Condition, on: RecordType, lexicon: &dyn Lexicon) -> String {
    match (condition.operator.entry().takes, &condition.operand) {
        (Takes::Pattern, Operand::Texts(texts)) => texts.concat(),
        (Takes::Texts | Takes::Members, Operand::Texts(texts)) => {
            let shown = texts.iter().map(|text| match &**text {
                text if is_plain(text) => text.to_owned(),
                text => quoted(text),
            });
            shown.collect::<Vec<_>>().join(", ")
        }
        _ => print_operand(condition, on, lexicon),
    }
}

/// Reads what was typed in a row. Nothing comes to no texts, which is a row that is not finished.
pub fn read_row(
    typed: &str,
    operator: Operator,
    subject: Subject,
    on: RecordType,
    lexicon: &dyn Lexicon,
) -> Result<Operand, Expected> {
    if typed.trim().is_empty() {
        return Ok(Operand::Texts(Vec::new()));
    }
    let is_field = compares_fields(operator) && typed.trim_start().starts_with('@');
    let text = match operator.entry().takes {
        // One text, whatever stands in it.
        Takes::Pattern => quoted(typed),
        Takes::Texts | Takes::Members if !is_field => {
            let is_records = Class::of_subject(subject) == Some(Class::Links);
            let by_id = |piece: &str| piece.strip_prefix('#').and_then(Id::parse).is_some();
            let pieces = pieces(typed).into_iter().map(|piece| match piece {
                Piece::Quoted(piece) => piece.to_owned(),
                Piece::Plain(piece) if is_records && by_id(piece) => piece.to_owned(),
                Piece::Plain(piece) => quoted(piece),
            });
            pieces.collect::<Vec<_>>().join(",")
        }
        _ => typed.to_owned(),
    };
    parse_operand(&text, operator, subject, on, lexicon).map_err(|fault| fault.expected)
}

enum Piece<'a> {
    Plain(&'a str),
    /// With its quotation marks.
    Quoted(&'a str),
}

/// What stands between commas. Within quotation marks a comma is like any other character.
fn pieces(typed: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = typed.trim();
    while let Some(first) = rest.chars().next() {
        let quoted = QUOTATION.contains(&first).then(|| token::quoted(rest, first));
        let quoted = match quoted {
            Some((TokenKind::Quoted(_, true), length)) => rest.split_at_checked(length),
            _ => None,
        };
        // What goes on after the closing mark is no quotation.
        let quoted = quoted.filter(|(_, after)| {
            let after = after.trim_start();
            after.is_empty() || after.starts_with(COMMAS)
        });
        let (piece, after) = quoted.unwrap_or_else(|| {
            rest.split_at_checked(rest.find(COMMAS).unwrap_or(rest.len())).unwrap_or((rest, ""))
        });
        if quoted.is_some() {
            pieces.push(Piece::Quoted(piece));
        } else if !piece.trim().is_empty() {
            pieces.push(Piece::Plain(piece.trim()));
        }
        let after = after.trim_start();
        rest = after.strip_prefix(COMMAS).unwrap_or(after).trim_start();
    }
    pieces
}

/// Whether a text is read as it is.
fn is_plain(text: &str) -> bool {
    !text.is_empty()
        && text.trim() == text
        && !text.contains(COMMAS)
        && !text.starts_with(QUOTATION)
        && !text.starts_with('@')
}

#[cfg(test)]
mod tests {
    use super::{super::Canonical, *};
    use crate::domain::{field::keys, key::Key};

    #[track_caller]
    fn check(typed: &str, (operator, key): (Operator, Key), expected: Option<&str>) {
        let (subject, on) = (Subject::Field(key), RecordType::Person);
        let read = read_row(typed, operator, subject, on, &Canonical).ok();
        let shown = read
            .map(|operand| show_row(&Condition::new(subject, operator, operand), on, &Canonical));
        assert_eq!(shown.as_deref(), expected);
    }

    #[test]
    fn texts_need_no_quotation_marks() {
        let contains = (Operator::Contains, keys::GIVEN);
        check(" Anna Maria,Bo ، or ", contains, Some("Anna Maria, Bo, or"));
        check("\"a, b\" , c", contains, Some("\"a, b\", c"));
        check("the \"b\", «c» d, \"e", contains, Some("the \"b\", \"«c» d\", \"\\\"e\""));
        check("[0-9]{2,}", (Operator::Matches, keys::GIVEN), Some("[0-9]{2,}"));
        check("lead, Customer", (Operator::AnyOf, keys::LIFECYCLE), Some("lead, customer"));
        check("", contains, Some(""));
    }

    #[test]
    fn another_field_stands_for_a_text_a_number_or_a_date() {
        check("@nickname", (Operator::Is, keys::GIVEN), Some("@nickname"));
        check("\"@nickname\"", (Operator::Is, keys::GIVEN), Some("\"@nickname\""));
        check("@nickname", (Operator::Contains, keys::GIVEN), Some("\"@nickname\""));
        check("@contact-count", (Operator::Less, keys::CHILDREN), Some("@contact-count"));
        check("@updated", (Operator::After, keys::CREATED), Some("@updated"));
        check("@given", (Operator::Less, keys::CHILDREN), None);
        check("-5", (Operator::Less, keys::CHILDREN), Some("-5"));
    }

    #[test]
    fn slips_are_kept() {
        check("nowak", (Operator::Similar, keys::FAMILY), Some("~1 nowak"));
        check("~3 \"de la\"", (Operator::Similar, keys::FAMILY), Some("~3 \"de la\""));
    }

    #[test]
    fn records_are_named_or_by_their_ids() {
        let id = format!("#{}", Id::new(uuid::Uuid::from_u128(7)));
        check(&id, (Operator::AnyOf, keys::TAGS), Some(&id));
        check("nobody", (Operator::AnyOf, keys::TAGS), None);
    }
}
