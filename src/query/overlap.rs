//! What segments have in common.

use super::ask::Slots;
use crate::domain::id::Id;

/// One segment beside another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlap {
    pub other: Id,
    /// How many are in both.
    pub shared: usize,
    /// How many are in the other.
    pub size: usize,
}

/// Compares a segment's members with those of others: the largest overlap first, and of equal ones the
/// smaller segment, which lies closer.
pub fn overlaps(own: &Slots, others: &[(Id, Slots)]) -> Vec<Overlap> {
    let overlap = |(other, members): &(Id, Slots)| {
        let mut shared = members.clone();
        shared.keep(own);
        Overlap { other: *other, shared: shared.count(), size: members.count() }
    };
    let mut overlaps: Vec<_> = others.iter().map(overlap).collect();
    overlaps.sort_by_key(|it| (usize::MAX - it.shared, it.size, it.other));
    overlaps
}

/// How much of a whole a part is, in percent, rounded. Nothing of nothing is none.
pub fn percent(part: usize, whole: usize) -> usize {
    (part * 200 + whole).checked_div(whole * 2).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        book::Book,
        id::RecordType,
        record::{Fields, Record},
        table::Slot,
    };
    use uuid::Uuid;

    #[test]
    fn largest_overlap_first() {
        let id = |number: u128| Id::new(Uuid::from_u128(number));
        let records = (1..=9).map(|nth| Record { id: id(nth), fields: Fields::default() });
        let mut book = Book::default();
        book.load_page(RecordType::Person, 0, records.collect());
        let slots = |slots: &[Slot]| {
            let mut set = Slots::none(book.table(RecordType::Person));
            for slot in slots {
                set.insert(*slot);
            }
            set
        };
        let others = [
            (id(1), slots(&[8])),
            (id(2), slots(&[0, 1, 2, 3, 4])),
            (id(3), slots(&[0, 1])),
            (id(4), slots(&[])),
        ];
        let found = overlaps(&slots(&[0, 1, 8]), &others);
        let seen: Vec<_> = found.iter().map(|it| (it.other, it.shared, it.size)).collect();
        assert_eq!(seen, [(id(3), 2, 2), (id(2), 2, 5), (id(1), 1, 1), (id(4), 0, 0)]);
    }

    #[test]
    fn percents_are_rounded() {
        assert_eq!([percent(1, 3), percent(2, 3), percent(1, 200), percent(0, 0)], [33, 67, 1, 0]);
    }
}
