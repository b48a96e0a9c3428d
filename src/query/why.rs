//! Why a record is found by a filter, or why not: each condition with its answer.

use super::{
    ask::{Asked, Slots},
    filter::{Condition, Group, Part, Which},
};
use crate::domain::{id::RecordType, table::Slot};

/// A filter as it is answered for one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub holds: bool,
    pub about: About,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    Group(Which, Vec<Answer>),
    Condition(Condition),
}

/// Answers a filter and all its parts for one record.
pub fn why(asked: &mut Asked, group: &Group, on: RecordType, slot: Slot) -> Answer {
    let mut one = Slots::none(asked.book.table(on));
    one.insert(slot);
    of_group(asked, group, on, &one)
}

fn of_group(asked: &mut Asked, group: &Group, on: RecordType, one: &Slots) -> Answer {
    let answers: Vec<_> = group
        .parts
        .iter()
        .map(|part| match part {
            Part::Group(group) => of_group(asked, group, on, one),
            Part::Condition(condition) => Answer {
                holds: !asked.condition(condition, on, one).is_empty(),
                about: About::Condition(condition.clone()),
            },
        })
        .collect();
    let mut holding = answers.iter().map(|answer| answer.holds);
    let holds = match group.which {
        Which::All => holding.all(|holds| holds),
        Which::Any => holding.any(|holds| holds),
        Which::None => !holding.any(|holds| holds),
    };
    Answer { holds, about: About::Group(group.which, answers) }
}
