//! Conditions on the records at the other end of a relation.

use super::{Asked, Slots};
use crate::{
    domain::{
        field::{Kind, derived, keys},
        id::{Id, RecordType},
        key::Key,
        record::Record,
        table::Slot,
    },
    query::{
        filter::{Compare, Operand, Relation, Way},
        operator::Operator,
    },
};

/// How many related records a record has, and for how many of them it holds.
#[derive(Clone, Copy, Default)]
struct Tally {
    all: u32,
    held: u32,
}

impl Asked<'_> {
    pub(super) fn related(
        &mut self,
        relation: Relation,
        operator: Operator,
        operand: &Operand,
        on: RecordType,
        within: &Slots,
    ) -> Slots {
        let table = self.book.table(on);
        let (group, compare, count) = match operand {
            Operand::Group(group) => (group, Compare::AtLeast, 1),
            Operand::Counted { group, compare, count } => (group, *compare, *count),
            _ => return Slots::none(table),
        };
        let held = self.find(group, relation.to);
        let mut hits = Slots::none(table);
        let mut decide = |slot: Slot, Tally { all, held }: Tally| {
            let is_in = match operator {
                Operator::EveryRelated => all > 0 && held == all,
                _ => compare.holds(&held, &count),
            };
            if is_in {
                hits.insert(slot);
            }
        };
        let others = self.book.table(relation.to);
        let field = self.book.field(relation.key);
        let is_single = field.is_some_and(|field| matches!(field.kind, Kind::Relation(_)));
        match relation.way {
            // It points to one at most, and who points to whom is known.
            Way::Along if is_single => {
                let mut holders = Slots::none(table);
                for other in held.iter().filter_map(|other| others.at(other)) {
                    let pointing = self.book.pointing(on, relation.key, other.id);
                    pointing.for_each(|slot| holders.insert(slot));
                }
                for slot in within.iter() {
                    let held = holders.has(slot).into();
                    decide(slot, Tally { all: held, held });
                }
            }
            Way::Along => {
                for slot in within.iter() {
                    let Some(record) = table.at(slot) else { continue };
                    let mut tally = Tally::default();
                    for id in ends(record, relation.key) {
                        tally.all += 1;
                        let other = others.slot(id);
                        tally.held += u32::from(other.is_some_and(|other| held.has(other)));
                    }
                    decide(slot, tally);
                }
            }
            Way::Against => {
                let mut tallies = vec![Tally::default(); table.slots() as usize];
                // How many there are is asked only where each has to be so.
                let all = (operator == Operator::EveryRelated).then(|| Slots::all(others));
                for other in all.as_ref().unwrap_or(&held).iter() {
                    let Some(record) = others.at(other) else { continue };
                    for id in ends(record, relation.key) {
                        let slot = table.slot(id);
                        let tally = slot.and_then(|slot| tallies.get_mut(slot as usize));
                        if let Some(tally) = tally {
                            tally.all += 1;
                            tally.held += u32::from(held.has(other));
                        }
                    }
                }
                for slot in within.iter() {
                    decide(slot, tallies.get(slot as usize).copied().unwrap_or_default());
                }
            }
        }
        hits
    }
}

/// What a record points to by a field.
fn ends(record: &Record, key: Key) -> impl Iterator<Item = Id> {
    let people = (key == keys::PEOPLE).then(|| derived::people_of(record));
    let others = record.links(key).iter().copied().chain(record.link(key));
    people.into_iter().flatten().chain(others)
}
