//! Segments: filters and picked lists that have a name.

use super::{
    ask::{Asked, Slots},
    filter::{Condition, Group, Operand, Part, Subject, Which},
    operator::Operator,
    text::{self, Canonical, Expected, Parsed},
};
use crate::domain::{
    book::Book,
    change::Change,
    edit::records::{self, Input},
    field::keys,
    id::{Id, RecordType},
    problem::{Fault, Problem},
    stamp::Stamp,
    value::Value,
};

/// The filter of a segment. `None` where it is a picked list, or gone.
pub fn filter_of(book: &Book, id: Id) -> Option<Group> {
    parsed(book, id).map(|parsed| parsed.group)
}

fn parsed(book: &Book, id: Id) -> Option<Parsed> {
    let segment = book.get(RecordType::Segment, id)?;
    let filter = segment.text(keys::FILTER)?;
    Some(text::parse(filter, type_of(book, id)?, &Canonical))
}

/// The type of record that a segment is of.
pub fn type_of(book: &Book, id: Id) -> Option<RecordType> {
    RecordType::parse(book.get(RecordType::Segment, id)?.text(keys::SEGMENT_OF)?)
}

/// Those of these records that a segment has. None while part of its filter is not understood, such as a field
/// that is there no more: what is left of it may mean far more people. A choice that is gone is one that nobody has.
pub fn members(asked: &mut Asked, id: Id, on: RecordType, within: &Slots) -> Slots {
    let table = asked.book.table(on);
    let mut members = Slots::none(table);
    if type_of(asked.book, id) != Some(on) {
        return members;
    }
    if let Some(Parsed { group, faults }) = parsed(asked.book, id) {
        let is_understood = faults.iter().all(|it| matches!(it.expected, Expected::Choice(_)));
        return if is_understood { asked.group(&group, on, within) } else { members };
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
    if leads_to(book, filter, on, id) {
        return Err(Problem::Circular { id });
    }
    let input = Input::from([(keys::FILTER, Some(written(filter, on)))]);
    records::edit(book, RecordType::Segment, id, &Input::new(), &input, stamp)
}

fn written(filter: &Group, on: RecordType) -> Value {
    Value::text(text::print(filter, on, &Canonical))
}

/// Whether a filter asks about a segment, itself or by way of others.
fn leads_to(book: &Book, filter: &Group, on: RecordType, wanted: Id) -> bool {
    let mut leads = false;
    each_condition(book, filter, on, &mut |_, condition| {
        leads |= matches!(&condition.operand, Operand::Records(ids)
            if condition.subject == Subject::Segment && ids.contains(&wanted));
    });
    leads
}

/// Goes through all conditions that a filter on records of a type asks, with the type that each is asked of:
/// those within groups, of related records, and of the segments that it asks about, too.
pub fn each_condition(
    book: &Book,
    filter: &Group,
    on: RecordType,
    each: &mut dyn FnMut(RecordType, &Condition),
) {
    each_within(book, filter, on, &mut Vec::new(), each);
}

fn each_within(
    book: &Book,
    filter: &Group,
    on: RecordType,
    // Each segment is gone through once, so that a circle ends.
    segments: &mut Vec<Id>,
    each: &mut dyn FnMut(RecordType, &Condition),
) {
    for part in &filter.parts {
        let condition = match part {
            Part::Group(group) => {
                each_within(book, group, on, segments, each);
                continue;
            }
            Part::Condition(condition) => condition,
        };
        each(on, condition);
        match (condition.subject, &condition.operand) {
            (
                Subject::Related(relation),
                Operand::Group(group) | Operand::Counted { group, .. },
            ) => each_within(book, group, relation.to, segments, each),
            (Subject::Segment, Operand::Records(ids)) => {
                for id in ids {
                    if segments.contains(id) {
                        continue;
                    }
                    segments.push(*id);
                    if let Some(group) = filter_of(book, *id) {
                        each_within(book, &group, on, segments, each);
                    }
                }
            }
            _ => {}
        }
    }
}

/// Whether a filter names a record that is not there (any more): a segment, a tag, an organization.
pub fn names_what_is_gone(book: &Book, filter: &Group, on: RecordType) -> bool {
    let mut is_any = false;
    let mut look = |condition: &Condition| {
        let to = match condition.subject {
            Subject::Segment => Some(RecordType::Segment),
            Subject::Field(key) => book.relation_of(key),
            _ => None,
        };
        let mut operands = vec![&condition.operand];
        while let (Some(to), Some(operand)) = (to, operands.pop()) {
            match operand {
                Operand::Records(ids) => {
                    is_any |= ids.iter().any(|id| book.get(to, *id).is_none());
                }
                Operand::Step { from, to } => operands.extend([&**from, &**to]),
                _ => {}
            }
        }
    };
    // What other segments ask is said on their own pages.
    each_within(&Book::default(), filter, on, &mut Vec::new(), &mut |_, it| look(it));
    is_any
}

/// How a segment is made of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Combine {
    /// Whoever is in any of the two.
    Union,
    /// Whoever is in both.
    Intersection,
    /// Whoever is in the first and not in the second.
    Difference,
}

impl Combine {
    pub const ALL: [Self; 3] = [Self::Union, Self::Intersection, Self::Difference];

    pub fn name(self) -> &'static str {
        match self {
            Self::Union => "union",
            Self::Intersection => "intersection",
            Self::Difference => "difference",
        }
    }

    /// The filter that finds them.
    pub fn filter(self, a: Id, b: Id) -> Group {
        let segment =
            |id| Condition::new(Subject::Segment, Operator::InSegment, Operand::Records(vec![id]));
        let second = Condition { not: self == Self::Difference, ..segment(b) };
        let which = if self == Self::Union { Which::Any } else { Which::All };
        Group { which, parts: vec![Part::Condition(segment(a)), Part::Condition(second)] }
    }
}

/// Makes a segment of two of the same type.
pub fn combine(
    book: &Book,
    how: Combine,
    (a, b): (Id, Id),
    name: &str,
    stamp: &mut Stamp,
) -> Result<(Id, Change), Problem> {
    let on = RecordType::Segment;
    let type_of = |id| type_of(book, id).ok_or(Problem::Gone { on, id });
    if type_of(a)? != type_of(b)? {
        return Err(Problem::Field { key: keys::SEGMENT_OF, fault: Fault::WrongKind });
    }
    create(book, type_of(a)?, name, Some(&how.filter(a, b)), stamp)
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
    fn two_make_a_third() {
        let mut book = Book::default();
        let mut stamp = Stamp::new(Time::from_millis(1), [1; 10]);
        let mut made = |on, name: &str| {
            let (id, change) = create(&book, on, name, None, &mut stamp).unwrap();
            book.apply(change).unwrap();
            id
        };
        let (a, b) = (made(RecordType::Person, "A"), made(RecordType::Person, "B"));
        let firm = made(RecordType::Organization, "C");
        let mut filters = Combine::ALL.map(|how| {
            let (id, change) = combine(&book, how, (a, b), how.name(), &mut stamp).unwrap();
            book.apply(change).unwrap();
            book.get(RecordType::Segment, id).unwrap().text(keys::FILTER).unwrap().to_owned()
        });
        for filter in &mut filters {
            *filter = filter.replace(&a.to_string(), "a").replace(&b.to_string(), "b");
        }
        let expected =
            ["segment:#a or segment:#b", "segment:#a segment:#b", "segment:#a -segment:#b"];
        assert_eq!(filters, expected);
        assert!(combine(&book, Combine::Union, (a, firm), "D", &mut stamp).is_err());
    }

    #[test]
    fn what_is_gone_is_noticed() {
        let mut book = Book::default();
        let mut stamp = Stamp::new(Time::from_millis(1), [1; 10]);
        let on = RecordType::Person;
        let (id, change) = create(&book, on, "A", None, &mut stamp).unwrap();
        let is_gone = |book: &Book, filter: &str| {
            let filter = filter.replace("ID", &id.to_string());
            names_what_is_gone(book, &text::parse(&filter, on, &Canonical).group, on)
        };
        assert!(is_gone(&book, "given:a or (segment:#ID)"));
        assert!(is_gone(&book, "organization(tag:#ID)"));
        book.apply(change).unwrap();
        assert!(!is_gone(&book, "segment:#ID"));
        assert!(is_gone(&book, "tag went #ID to *"));
        assert!(!is_gone(&book, "given:a"));
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
