//! Texts, compared without case and accents.

use std::cell::RefCell;

use memchr::memmem::Finder;
use regex_lite::RegexBuilder;

use super::{Test, value::read};
use crate::{
    domain::{
        book::Book,
        field::keys,
        fold::{fold, fold_into},
        key::Key,
        record::Record,
        value::{Value, phone},
    },
    query::{filter::Operand, operator::Operator},
};

pub(super) fn test<'a>(
    book: &'a Book,
    key: Key,
    operator: Operator,
    operand: &Operand,
) -> Option<Test<'a>> {
    let folded = |texts: &[Box<str>]| texts.iter().map(|text| fold(text)).collect::<Vec<_>>();
    Some(match (operator, operand) {
        (Operator::Contains, Operand::Texts(texts)) => {
            let finders: Vec<_> = folded(texts)
                .iter()
                .map(|text| Finder::new(text.as_bytes()).into_owned())
                .collect();
            any_folded(book, key, move |text| {
                finders.iter().any(|finder| finder.find(text.as_bytes()).is_some())
            })
        }
        (Operator::Is, Operand::Texts(texts)) => {
            let texts = folded(texts);
            any_folded(book, key, move |text| texts.iter().any(|other| other == text))
        }
        (Operator::Starts, Operand::Texts(texts)) => {
            let texts = folded(texts);
            any_folded(book, key, move |text| texts.iter().any(|other| text.starts_with(&**other)))
        }
        (Operator::Ends, Operand::Texts(texts)) => {
            let texts = folded(texts);
            any_folded(book, key, move |text| texts.iter().any(|other| text.ends_with(&**other)))
        }
        (Operator::Similar, Operand::Slips(text, slips)) => {
            let (text, slips) = (fold(text), usize::from(*slips));
            any_folded(book, key, move |other| is_similar(other, &text, slips))
        }
        (Operator::Matches, Operand::Texts(patterns)) => {
            let pattern = patterns.first()?;
            let regex = RegexBuilder::new(pattern).case_insensitive(true).build().ok()?;
            any(book, key, move |text| regex.is_match(text))
        }
        (Operator::Longer, Operand::Count(count)) => {
            let count = *count as usize;
            any(book, key, move |text| text.chars().nth(count).is_some())
        }
        (Operator::Shorter, Operand::Count(count)) => {
            let count = *count as usize;
            any(book, key, move |text| text.chars().count() < count)
        }
        (Operator::Is, Operand::Field(other)) => {
            let other = *other;
            Box::new(move |record| {
                let mut others = Vec::new();
                each(book, record, other, |text| others.push(fold(text)));
                let mut is_any = false;
                each(book, record, key, |text| is_any |= others.contains(&fold(text)));
                is_any
            })
        }
        _ => return None,
    })
}

/// The texts of a field, each by itself. A phone number also as it is dialled.
fn each(book: &Book, record: &Record, key: Key, mut with: impl FnMut(&str)) {
    let Some(value) = read(book, record, key) else { return };
    value.words(&mut |text| with(text));
    if key == keys::PHONES
        && let Value::Labelled(phones) = &*value
    {
        phones.iter().for_each(|phone| with(&phone::dialled(&phone.value)));
    }
}

fn any<'a>(book: &'a Book, key: Key, test: impl Fn(&str) -> bool + 'a) -> Test<'a> {
    Box::new(move |record| {
        let mut holds = false;
        each(book, record, key, |text| holds = holds || test(text));
        holds
    })
}

fn any_folded<'a>(book: &'a Book, key: Key, test: impl Fn(&str) -> bool + 'a) -> Test<'a> {
    // One text for all records, so that nothing is allocated for each.
    let folded = RefCell::new(String::new());
    any(book, key, move |text| {
        let folded = &mut *folded.borrow_mut();
        folded.clear();
        fold_into(text, folded);
        test(folded.trim_end())
    })
}

/// Whether a text, or as many words of it side by side, is another but for so many slips.
fn is_similar(text: &str, wanted: &str, slips: usize) -> bool {
    let is_near = |part: &str| {
        let apart = part.chars().count().abs_diff(wanted.chars().count());
        apart <= slips && strsim::osa_distance(part, wanted) <= slips
    };
    if is_near(text) {
        return true;
    }
    let words: Vec<_> = text.split_whitespace().collect();
    words.windows(wanted.split_whitespace().count().max(1)).any(|words| is_near(&words.join(" ")))
}
