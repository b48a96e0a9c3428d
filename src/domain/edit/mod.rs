//! Edits: pure functions from a book and what a person wants to a change, or to the problem with it.
//!
//! An edit may be asked again when another tab was quicker, so it reads all it needs from the book
//! that it is given. It never changes the book; [`Book::apply`] does, once the change is on disk.

pub mod bulk;
pub mod deals;
pub mod fields;
pub mod interactions;
pub mod lifecycle;
pub mod named;
pub mod picks;
pub mod pipelines;
pub mod projects;
pub mod records;
pub mod relations;
pub mod repair;
pub mod revert;
pub mod tags;
pub mod tasks;
pub mod workspace;

use super::{
    book::{Book, relation_of},
    change::{Action, Cause, Change, FieldChange, Label, Step, Touch},
    field::{Kind, check, derived},
    id::{Id, RecordType},
    key::Key,
    problem::{Fault, Problem},
    record::Record,
    stamp::Stamp,
    value::Value,
};

/// A change in the making. A long one is made in slices, between which others may do something; the book
/// must not change meanwhile.
pub trait Making {
    /// Makes some more of it. Says how much is done, of how much.
    fn go_on(&mut self, book: &Book) -> (usize, usize);

    fn finish(self: Box<Self>) -> Change;
}

impl Making for Change {
    fn go_on(&mut self, _: &Book) -> (usize, usize) {
        (1, 1)
    }

    fn finish(self: Box<Self>) -> Change {
        *self
    }
}

fn change(
    action: Action,
    on: RecordType,
    name: &str,
    touches: Vec<Touch>,
    stamp: &Stamp,
) -> Change {
    let count = touches.iter().filter(|touch| touch.on == on).count();
    let label =
        Label { action, on, name: name.into(), count: u32::try_from(count).unwrap_or(u32::MAX) };
    Change { at: stamp.at, cause: Cause::Edit, label, touches }
}

fn find(book: &Book, on: RecordType, id: Id) -> Result<&Record, Problem> {
    book.get(on, id).ok_or(Problem::Gone { on, id })
}

/// Brings a value into the form of its field; see [`check::normalize`]. Links must point somewhere: to
/// what is in the book or among what the same change makes.
fn accept(
    book: &Book,
    made: &[Touch],
    on: RecordType,
    key: Key,
    value: Option<Value>,
) -> Result<Option<Value>, Problem> {
    let refuse = |fault| Problem::Field { key, fault };
    let field = book.field(key).filter(|field| field.is_on(on)).ok_or(refuse(Fault::WrongKind))?;
    let Some(value) = value else { return Ok(None) };
    let value = check::normalize(field, value).map_err(refuse)?;
    let is_gone = |on: RecordType, id: Id| {
        let is_made = || made.iter().any(|touch| touch.on == on && touch.id == id);
        book.get(on, id).is_none() && !is_made()
    };
    let dangling = match (field.kind, &value) {
        (Kind::Relation(to), Some(Value::Link(id))) => Some(**id).filter(|id| is_gone(to, *id)),
        (_, Some(Value::Links(ids))) => {
            let to = relation_of(field.key()).unwrap_or(RecordType::Tag);
            ids.iter().copied().find(|id| is_gone(to, *id))
        }
        _ => None,
    };
    dangling.map_or(Ok(value), |id| Err(refuse(Fault::Dangling(id))))
}

/// The change of one field, or `None` when it holds the value already.
fn set(record: &Record, key: Key, after: Option<Value>) -> Option<FieldChange> {
    let before = record.get(key).cloned();
    (before != after).then_some(FieldChange { key, before, after })
}

fn update(on: RecordType, id: Id, changes: Vec<FieldChange>) -> Option<Touch> {
    (!changes.is_empty()).then_some(Touch { on, id, step: Step::Update(changes) })
}

fn name_of(record: &Record) -> String {
    derived::name_of(record).unwrap_or_default()
}
