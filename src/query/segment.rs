//! Segments: filters and picked lists that have a name.

use super::{
    ask::{Asked, Slots},
    filter::Group,
    text::{self, Canonical},
};
use crate::domain::{
    book::Book,
    field::keys,
    id::{Id, RecordType},
};

/// The filter of a segment. `None` where it is a picked list, or gone.
pub fn filter_of(book: &Book, id: Id) -> Option<Group> {
    let segment = book.get(RecordType::Segment, id)?;
    let filter = segment.text(keys::FILTER)?;
    Some(text::parse(filter, type_of(book, id)?, &Canonical).group)
}

/// The type of record that a segment is of.
pub fn type_of(book: &Book, id: Id) -> Option<RecordType> {
    RecordType::parse(book.get(RecordType::Segment, id)?.text(keys::SEGMENT_OF)?)
}

/// Those of these records that a segment has.
pub fn members(asked: &mut Asked, id: Id, on: RecordType, within: &Slots) -> Slots {
    let table = asked.book.table(on);
    let mut members = Slots::none(table);
    if type_of(asked.book, id) != Some(on) {
        return members;
    }
    if let Some(filter) = filter_of(asked.book, id) {
        return asked.group(&filter, on, within);
    }
    for slot in within.iter() {
        if table.at(slot).is_some_and(|record| record.links(keys::PICKED).contains(&id)) {
            members.insert(slot);
        }
    }
    members
}
