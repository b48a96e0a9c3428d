//! Numbers, choices, links and flags.

use std::borrow::Cow;

use super::{Slots, Test};
use crate::{
    domain::{
        book::Book,
        field,
        id::RecordType,
        key::Key,
        record::Record,
        value::{Value, number::Number},
    },
    query::{filter::Operand, operator::Operator},
};

pub(super) fn read<'r>(book: &Book, record: &'r Record, key: Key) -> Option<Cow<'r, Value>> {
    field::read(book, record, key)
}

pub(super) fn number(book: &Book, record: &Record, key: Key) -> Option<Number> {
    number_of(&*read(book, record, key)?)
}

pub(super) fn number_of(value: &Value) -> Option<Number> {
    match value {
        // Amounts are compared as they stand: nobody here knows the rates.
        Value::Number(number) | Value::Money(number, _) => Some(*number),
        _ => None,
    }
}

pub(super) fn test<'a>(
    book: &'a Book,
    key: Key,
    operator: Operator,
    operand: &Operand,
) -> Option<Test<'a>> {
    Some(match operand {
        Operand::Numbers(numbers) => numbers_test(book, key, operator, numbers.clone())?,
        Operand::Range(from, to) => {
            let (from, to) = (*from, *to);
            Box::new(move |record| {
                number(book, record, key).is_some_and(|number| from <= number && number <= to)
            })
        }
        Operand::Field(other) => {
            let (other, holds) = (*other, compare(operator)?);
            Box::new(move |record| {
                let (a, b) = (number(book, record, key), number(book, record, other));
                a.zip(b).is_some_and(|(a, b)| holds(a, b))
            })
        }
        Operand::Texts(words) => {
            let words = words.clone();
            Box::new(move |record| match read(book, record, key).as_deref() {
                Some(Value::Text(word)) => words.contains(word),
                Some(Value::Words(held)) => are_members(operator, &words, held),
                _ => false,
            })
        }
        Operand::Flag(flag) => {
            let flag = *flag;
            Box::new(
                move |record| matches!(read(book, record, key).as_deref(), Some(Value::Flag(held)) if *held == flag),
            )
        }
        Operand::Records(ids) => {
            let ids = ids.clone();
            Box::new(move |record| {
                let value = read(book, record, key);
                let held = match value.as_deref() {
                    Some(Value::Links(held)) => &held[..],
                    Some(Value::Link(held)) => std::slice::from_ref(&**held),
                    _ => return false,
                };
                are_members(operator, &ids, held)
            })
        }
        _ => return None,
    })
}

/// Whether what is held has any of what is wanted, all of it, or nothing else.
fn are_members<T: PartialEq>(operator: Operator, wanted: &[T], held: &[T]) -> bool {
    let all = || wanted.iter().all(|one| held.contains(one));
    match operator {
        Operator::AllOf => all(),
        Operator::Exactly => all() && held.iter().all(|one| wanted.contains(one)),
        _ => wanted.iter().any(|one| held.contains(one)),
    }
}

fn numbers_test(
    book: &Book,
    key: Key,
    operator: Operator,
    numbers: Vec<Number>,
) -> Option<Test<'_>> {
    if operator == Operator::Equal {
        return Some(Box::new(move |record| {
            number(book, record, key).is_some_and(|number| numbers.contains(&number))
        }));
    }
    let (bound, holds) = (*numbers.first()?, compare(operator)?);
    Some(Box::new(move |record| {
        number(book, record, key).is_some_and(|number| holds(number, bound))
    }))
}

fn compare(operator: Operator) -> Option<fn(Number, Number) -> bool> {
    Some(match operator {
        Operator::Equal => |a, b| a == b,
        Operator::Less => |a, b| a < b,
        Operator::AtMost => |a, b| a <= b,
        Operator::More => |a, b| a > b,
        Operator::AtLeast => |a, b| a >= b,
        _ => return None,
    })
}

/// The highest or the lowest of all records of a type; who shares the last place is in.
pub(super) fn share(
    book: &Book,
    on: RecordType,
    key: Key,
    operator: Operator,
    (count, is_percent): (u32, bool),
    within: &Slots,
) -> Slots {
    let is_top = operator == Operator::Top;
    let table = book.table(on);
    let mut hits = Slots::none(table);
    let mut numbers: Vec<Number> =
        table.iter().filter_map(|(_, record)| number(book, record, key)).collect();
    let count = count as usize;
    // Of ten, five percent are one: better too many than none.
    let count = if is_percent { (numbers.len() * count).div_ceil(100) } else { count };
    let Some(last) = count.min(numbers.len()).checked_sub(1) else { return hits };
    let (_, &mut bound, _) = if is_top {
        numbers.select_nth_unstable_by(last, |a, b| b.cmp(a))
    } else {
        numbers.select_nth_unstable(last)
    };
    for slot in within.iter() {
        let number = table.at(slot).and_then(|record| number(book, record, key));
        if number.is_some_and(|number| if is_top { number >= bound } else { number <= bound }) {
            hits.insert(slot);
        }
    }
    hits
}
