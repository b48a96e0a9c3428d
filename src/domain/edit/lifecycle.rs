//! The lifecycle moves forward by itself, and never back. Who moves when can be changed for the workspace.

use super::{records, update, workspace};
use crate::domain::{
    book::Book,
    change::{Change, FieldChange, Touch},
    field::keys,
    id::{Id, RecordType},
    key::Key,
    problem::Problem,
    record::Record,
    stamp::Stamp,
    value::{Value, choice, time::Time},
};

/// What moves people and organizations forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    DealOpened,
    DealWon,
    Purchase,
}

impl Trigger {
    pub const ALL: [Self; 3] = [Self::DealOpened, Self::DealWon, Self::Purchase];

    /// The field of the workspace that says which stage it moves to.
    pub fn key(self) -> Key {
        match self {
            Self::DealOpened => keys::ON_DEAL_OPENED,
            Self::DealWon => keys::ON_DEAL_WON,
            Self::Purchase => keys::ON_PURCHASE,
        }
    }

    /// The stage to which it moves: the one that was chosen for the workspace, or the usual one. `stay` is
    /// none of them.
    pub fn stage(self, book: &Book) -> &str {
        let usual = match self {
            Self::DealOpened => "opportunity",
            Self::DealWon | Self::Purchase => "customer",
        };
        book.workspace().and_then(|workspace| workspace.text(self.key())).unwrap_or(usual)
    }
}

/// Says to which stage something moves from now on, or that it moves nobody (`stay`).
pub fn set_rule(
    book: &Book,
    trigger: Trigger,
    stage: &str,
    stamp: &mut Stamp,
) -> Result<Change, Problem> {
    workspace::set_choice(book, trigger.key(), stage, stamp)
}

/// Moves people and organizations that are linked forward, with the date.
pub(super) fn advanced<'a>(
    book: &Book,
    linked: impl IntoIterator<Item = (Key, &'a Value)>,
    trigger: Trigger,
    at: Time,
) -> Vec<Touch> {
    let stage = trigger.stage(book);
    let advance = |(key, value): (Key, &Value)| {
        let on = match key {
            keys::PERSON | keys::ALSO => RecordType::Person,
            keys::ORGANIZATION => RecordType::Organization,
            _ => return None,
        };
        let ids = match value {
            Value::Link(id) => std::slice::from_ref(&**id),
            Value::Links(ids) => ids,
            _ => return None,
        };
        let advance = move |id: &Id| {
            let record = book.get(on, *id)?;
            let field = forward(record, stage)?;
            let entered = records::entered(record, &field, at);
            update(on, record.id, entered.into_iter().chain([field]).collect())
        };
        Some(ids.iter().filter_map(advance).collect::<Vec<_>>())
    };
    linked.into_iter().filter_map(advance).flatten().collect()
}

/// The change of stage. None where that would be a step back, or where the stage was said to be another one.
fn forward(record: &Record, stage: &str) -> Option<FieldChange> {
    let place = |stage: &str| choice::LIFECYCLE.iter().position(|other| *other == stage);
    place(stage)?;
    let before = record.get(keys::LIFECYCLE).cloned();
    let is_forward = match &before {
        None => true,
        // Nobody is moved out of "other" but by hand.
        Some(Value::Text(held)) => &**held != "other" && place(held) < place(stage),
        Some(_) => false,
    };
    let after = Some(Value::text(stage));
    is_forward.then_some(FieldChange { key: keys::LIFECYCLE, before, after })
}
