//! What holds for the workspace as a whole: one record, made when it is first needed.

use super::{accept, change, set, update};
use crate::domain::{
    book::{Book, created},
    change::{Action, Change, Step, Touch},
    field::keys,
    id::RecordType,
    key::Key,
    problem::{Fault, Problem},
    stamp::Stamp,
    value::{Value, number::Number},
};

/// Says with which month the fiscal year begins; January is 1.
pub fn set_fiscal_start(book: &Book, month: u8, stamp: &mut Stamp) -> Result<Change, Problem> {
    let key = keys::FISCAL_START;
    let number = Some(month).filter(|month| (1..=12).contains(month));
    let number = number.and_then(|month| Number::from_ten_thousandths(i64::from(month) * 10_000));
    let number = number.ok_or(Problem::Field { key, fault: Fault::WrongKind })?;
    set_field(book, key, Value::Number(number), stamp)
}

/// Chooses one of a list of words for the workspace.
pub(super) fn set_choice(
    book: &Book,
    key: Key,
    word: &str,
    stamp: &mut Stamp,
) -> Result<Change, Problem> {
    let value = accept(book, &[], RecordType::Workspace, key, Some(Value::text(word)))?;
    set_field(book, key, value.ok_or(Problem::Field { key, fault: Fault::Missing })?, stamp)
}

pub(super) fn set_field(
    book: &Book,
    key: Key,
    value: Value,
    stamp: &mut Stamp,
) -> Result<Change, Problem> {
    let on = RecordType::Workspace;
    let touch = if let Some(held) = book.workspace() {
        update(on, held.id, set(held, key, Some(value)).into_iter().collect())
    } else {
        let fields = created(stamp.at).with(key, value);
        Some(Touch { on, id: stamp.id(), step: Step::Create(fields) })
    };
    Ok(change(Action::Edit, on, "", touch.into_iter().collect(), stamp))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::value::time::Time;

    #[test]
    fn the_fiscal_year_begins_with_a_month() {
        let mut book = Book::default();
        let mut stamp = Stamp::new(Time::from_millis(1), [1; 10]);
        for month in [4, 10] {
            book.apply(set_fiscal_start(&book, month, &mut stamp).unwrap()).unwrap();
            let held = book.workspace().unwrap().number(keys::FISCAL_START).unwrap();
            assert_eq!(held.to_string(), month.to_string());
        }
        assert_eq!(book.len(), 1);
        assert!(set_fiscal_start(&book, 13, &mut stamp).is_err());
    }
}
