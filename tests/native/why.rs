//! Why a record is found: every part of a filter with its answer, in words.

use std::rc::Rc;

use rapport::{
    domain::{id::RecordType, record::Record},
    i18n::{I18n, Language, which_message},
    query::{
        ask::{Asked, Past, Texts},
        why::{About, Answer, why},
    },
};

use super::{
    answers::{book, parsed, today},
    words::Plain,
};

fn english() -> I18n {
    I18n::new(Language::English, Language::English.words(), Rc::new(Plain))
}

/// Without the marks that keep parts of other scripts apart.
fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

/// Checks the answers for a person: a line for each part, deeper ones further in, `+` where it holds.
#[track_caller]
fn check(filter: &str, given: &str, expected: &[&str]) {
    let on = RecordType::Person;
    let (book, _) = book();
    let is_meant =
        |record: &Record| record.text(rapport::domain::field::keys::GIVEN) == Some(given);
    let (slot, _) = book.table(on).iter().find(|(_, record)| is_meant(record)).unwrap();
    let (today, past, mut texts) = (today(), Past::default(), Texts::default());
    let mut asked = Asked::new(&book, &today, &mut texts, &past);
    let answer = why(&mut asked, &parsed(filter, on), on, slot);
    let i18n = english();
    let mut lines = Vec::new();
    let mut rest = vec![(0, &answer)];
    while let Some((depth, Answer { holds, about })) = rest.pop() {
        let sentence = match about {
            About::Condition(condition) => i18n.condition(&book, condition),
            About::Group(which, parts) => {
                rest.extend(parts.iter().rev().map(|part| (depth + 1, part)));
                i18n.text(which_message(*which))
            }
        };
        let sign = if *holds { "+" } else { "-" };
        lines.push(format!("{}{sign} {}", "  ".repeat(depth), plain(&sentence)));
    }
    assert_eq!(lines, expected);
}

#[test]
fn all_must_hold() {
    check(
        "family:nowak children > 2",
        "Anna",
        &["- All of these", "  + Last name contains “nowak”", "  - Children is more than 2"],
    );
}

#[test]
fn any_is_enough_and_says_which() {
    check(
        "given:bo (family:x or children = 2)",
        "Anna",
        &[
            "- All of these",
            "  - First name contains “bo”",
            "  + Any of these",
            "    - Last name contains “x”",
            "    + Children is 2",
        ],
    );
}

#[test]
fn none_fails_by_the_one_that_holds() {
    check(
        "-(given:an or given:bo)",
        "Anna",
        &["- None of these", "  + First name contains “an”", "  - First name contains “bo”"],
    );
    check(
        "-(given:an or given:bo)",
        "Chloé",
        &["+ None of these", "  - First name contains “an”", "  - First name contains “bo”"],
    );
}

#[test]
fn related_records_are_asked_in_groups_too() {
    check(
        "interactions(body:price or activity:call -has:solved) -interactions every(body:price)",
        "Boris",
        &[
            "+ All of these",
            "  + Timeline has one where (Any of these: Text contains “price”, \
             (All of these: Kind is any of Call, Solved is empty))",
            "  + Timeline has others than where Text contains “price”",
        ],
    );
    check(
        "interactions count(-(body:price or body:call)) >= 1 interactions count() < 1",
        "Anna",
        &[
            "- All of these",
            "  - Timeline number where (None of these: Text contains “price”, \
             Text contains “call”) >= 1",
            "  - Timeline number where < 1",
        ],
    );
}

#[test]
fn slips_are_told() {
    check(
        "given ~1 ana -family ~0 nowk family ~2 x",
        "Anna",
        &[
            "- All of these",
            "  + First name is similar to “ana” (1 slip at most)",
            "  + Last name is not similar to “nowk” (no slip)",
            "  - Last name is similar to “x” (2 slips at most)",
        ],
    );
}

#[test]
fn a_rule_says_of_each_group_how_many_must_hold() {
    let on = RecordType::Person;
    let (book, _) = book();
    let told = |filter| plain(&english().rule(&book, &parsed(filter, on)));
    assert_eq!(told("given:a family:b"), "First name contains “a”, Last name contains “b”");
    assert_eq!(
        told("given:a or (family:b children = 1) or -(given:c)"),
        "Any of these: First name contains “a”, (All of these: Last name contains “b”, \
         Children is 1), (None of these: First name contains “c”)"
    );
}
