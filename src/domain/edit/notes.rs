//! Notes about people and organizations. They are changed and deleted like any record.

use super::{change, find, name_of};
use crate::domain::{
    book::{Book, created},
    change::{Action, Change, Step, Touch},
    field::{check, keys},
    id::{Id, RecordType},
    key::Key,
    problem::{Fault, Problem},
    stamp::Stamp,
    value::{Value, time::Time},
};

/// Adds a note about a person or an organization. `noted` is when it happened, which may lie before
/// the moment of writing; `channel` how the customer was reached, where it was by one.
pub fn add(
    book: &Book,
    on: RecordType,
    about: Id,
    text: &str,
    noted: Time,
    channel: Option<&str>,
    stamp: &mut Stamp,
) -> Result<Change, Problem> {
    let record = find(book, on, about)?;
    let body = checked(keys::BODY, text)?;
    let channel = channel.map(|channel| checked(keys::CHANNEL, channel)).transpose()?;
    let touch = touch(on, about, body, noted, channel, stamp);
    Ok(change(Action::Create, RecordType::Note, &name_of(record), vec![touch], stamp))
}

/// The text of a note as it is kept.
pub(super) fn body(text: &str) -> Result<Value, Problem> {
    checked(keys::BODY, text)
}

fn checked(key: Key, text: &str) -> Result<Value, Problem> {
    let refuse = |fault| Problem::Field { key, fault };
    let field = key.field().ok_or(refuse(Fault::WrongKind))?;
    check::normalize(field, Value::text(text)).map_err(refuse)?.ok_or(refuse(Fault::Missing))
}

pub(super) fn touch(
    on: RecordType,
    about: Id,
    body: Value,
    noted: Time,
    channel: Option<Value>,
    stamp: &mut Stamp,
) -> Touch {
    let points =
        if on == RecordType::Organization { keys::ABOUT_ORGANIZATION } else { keys::ABOUT_PERSON };
    let fields = created(stamp.at)
        .with(keys::BODY, body)
        .with(keys::NOTED, Value::Time(noted))
        .with(keys::CHANNEL, channel)
        .with(points, Value::link(about));
    Touch { on: RecordType::Note, id: stamp.id(), step: Step::Create(fields) }
}
