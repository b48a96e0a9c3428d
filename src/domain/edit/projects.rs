//! Projects: what is done once a deal is won. They are changed and deleted like any record.

use super::{
    find, interactions, name_of,
    records::{self, Input},
};
use crate::domain::{
    book::Book,
    change::Change,
    field::keys,
    id::{Id, RecordType},
    problem::Problem,
    stamp::Stamp,
    value::{Value, day::Day},
};

/// Plans a project of a deal: under its name, with its people, from today on.
pub fn of_deal(book: &Book, deal: Id, stamp: &mut Stamp) -> Result<(Id, Change), Problem> {
    let deal = find(book, RecordType::Deal, deal)?;
    let linked = interactions::linked(RecordType::Deal, deal).into_iter();
    let mut input: Input = linked.map(|(key, value)| (key, Some(value))).collect();
    input.insert(keys::NAME, Some(Value::text(name_of(deal))));
    input.insert(keys::PROJECT_STATE, Some(Value::text("planned")));
    input.insert(keys::START, Day::from_date(book.today.date).map(Value::Day));
    records::create(book, RecordType::Project, &input, stamp)
}
