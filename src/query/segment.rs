//! Segments: filters and picked lists that have a name.

use super::{
    ask::{Asked, Slots},
    filter::{Group, Operand, Part, Subject},
    text::{self, Canonical},
};
use crate::domain::{
    book::Book,
    change::Change,
    edit::records::{self, Input},
    field::keys,
    id::{Id, RecordType},
    problem::Problem,
    stamp::Stamp,
    value::Value,
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

/// Makes a segment: of those for whom a filter holds, or, without one, of those who will be picked.
pub fn create(
    book: &Book,
    on: RecordType,
    name: &str,
    filter: Option<&Group>,
    stamp: &mut Stamp,
) -> Result<(Id, Change), Problem> {
    let mut input = Input::from([
        (keys::NAME, Some(Value::text(name))),
        (keys::SEGMENT_OF, Some(Value::text(on.name()))),
    ]);
    if let Some(filter) = filter {
        input.insert(keys::FILTER, Some(written(filter, on)));
    }
    records::create(book, RecordType::Segment, &input, stamp)
}

/// Gives a segment another filter. One that leads back to the segment is refused.
pub fn refilter(book: &Book, id: Id, filter: &Group, stamp: &Stamp) -> Result<Change, Problem> {
    let on = type_of(book, id).ok_or(Problem::Gone { on: RecordType::Segment, id })?;
    if leads_to(book, filter, id, &mut Vec::new()) {
        return Err(Problem::Circular { id });
    }
    let input = Input::from([(keys::FILTER, Some(written(filter, on)))]);
    records::edit(book, RecordType::Segment, id, &Input::new(), &input, stamp)
}

fn written(filter: &Group, on: RecordType) -> Value {
    Value::text(text::print(filter, on, &Canonical))
}

/// Whether a filter asks about a segment, itself or by way of others.
fn leads_to(book: &Book, filter: &Group, wanted: Id, seen: &mut Vec<Id>) -> bool {
    filter.parts.iter().any(|part| {
        let condition = match part {
            Part::Group(group) => return leads_to(book, group, wanted, seen),
            Part::Condition(condition) => condition,
        };
        match (condition.subject, &condition.operand) {
            (_, Operand::Group(group) | Operand::Counted { group, .. }) => {
                leads_to(book, group, wanted, seen)
            }
            (Subject::Segment, Operand::Records(ids)) => ids.iter().any(|id| {
                if *id == wanted {
                    return true;
                }
                // Another circle is not this one's.
                if seen.contains(id) {
                    return false;
                }
                seen.push(*id);
                filter_of(book, *id).is_some_and(|filter| leads_to(book, &filter, wanted, seen))
            }),
            _ => false,
        }
    })
}

/// Segments that a workspace can begin with: the name of each in the language files, the type of record,
/// and its filter.
pub const STARTERS: [(&str, RecordType, &str); 4] = [
    ("starter-not-contacted", RecordType::Person, "lifecycle:customer -last-contact < 60d"),
    ("starter-birthdays", RecordType::Person, "birthday anniversary +14d"),
    ("starter-no-email", RecordType::Person, "lifecycle:customer -has:emails"),
    ("starter-new", RecordType::Person, "created < 30d"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::value::time::Time;

    #[test]
    fn circles_are_refused() {
        let mut book = Book::default();
        let mut stamp = Stamp::new(Time::from_millis(1), [1; 10]);
        let on = RecordType::Person;
        let group = |text: &str| text::parse(text, on, &Canonical).group;
        let (one, change) = create(&book, on, "One", Some(&group("given:a")), &mut stamp).unwrap();
        book.apply(change).unwrap();
        let asks_one = group(&format!("given:b or -(segment:#{one})"));
        let (two, change) = create(&book, on, "Two", Some(&asks_one), &mut stamp).unwrap();
        book.apply(change).unwrap();
        for id in [one, two] {
            let asks = group(&format!("segment:#{id}"));
            let refused = refilter(&book, one, &asks, &stamp);
            assert_eq!(refused.unwrap_err(), Problem::Circular { id: one });
        }
        let asks_one = group(&format!("segment:#{one}"));
        assert!(refilter(&book, two, &asks_one, &stamp).is_ok());
    }

    #[test]
    fn starters_can_be_read() {
        for (_, on, filter) in STARTERS {
            let parsed = text::parse(filter, on, &Canonical);
            assert_eq!(parsed.faults, []);
            assert_eq!(text::print(&parsed.group, on, &Canonical), filter);
        }
    }
}
