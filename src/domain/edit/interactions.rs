//! What happened with somebody: calls, mails, purchases, tickets, notes. They are changed and deleted like any
//! record.

use super::{
    find,
    lifecycle::{self, Trigger},
    name_of,
    named::Names,
    records::{self, Input},
};
use crate::domain::{
    book::{Book, OF, created},
    change::{Change, Step, Touch},
    field::{Field, check, derived, keys},
    id::{Id, RecordType},
    key::Key,
    problem::{Fault, Problem},
    record::Record,
    stamp::Stamp,
    value::Value,
};

/// The field by which others belong to a record of a type. None where nothing does: nothing happens with a
/// task.
pub fn link_key(on: RecordType) -> Option<Key> {
    OF.into_iter().find(|key| key.field().and_then(Field::points_to) == Some(on))
}

/// Writes down what happened with a record, and with others; see [`create`].
pub fn log(
    book: &Book,
    on: RecordType,
    about: Id,
    input: &Input,
    names: &Names,
    stamp: &mut Stamp,
) -> Result<Change, Problem> {
    let record = find(book, on, about)?;
    let key = link_key(on).ok_or(Problem::NothingLeft)?;
    let mut input = input.clone();
    input.insert(key, Some(Value::link(about)));
    let (_, mut logged) = create(book, &input, names, stamp)?;
    logged.label.name = name_of(record).into();
    Ok(logged)
}

/// Writes down what happened: a note, and now, where the input does not say otherwise. What happened with a
/// deal or a project happened with its people, too. A purchase makes customers.
pub fn create(
    book: &Book,
    input: &Input,
    names: &Names,
    stamp: &mut Stamp,
) -> Result<(Id, Change), Problem> {
    let mut input = input.clone();
    let given = |input: &Input, key| input.get(&key).cloned().flatten();
    let activity = given(&input, keys::ACTIVITY).unwrap_or_else(|| Value::text("note"));
    let happened = given(&input, keys::HAPPENED).unwrap_or(Value::Time(stamp.at));
    if activity == Value::text("note") && given(&input, keys::BODY).is_none() {
        return Err(Problem::Field { key: keys::BODY, fault: Fault::Missing });
    }
    let is_purchase = activity == Value::text("purchase");
    input.insert(keys::ACTIVITY, Some(activity));
    input.insert(keys::HAPPENED, Some(happened));
    for on in [RecordType::Project, RecordType::Deal] {
        let link = link_key(on).and_then(|key| given(&input, key));
        let Some(Value::Link(id)) = link else { continue };
        let above = book.get(on, *id).map(|record| linked(on, record));
        for (key, value) in above.into_iter().flatten() {
            input.entry(key).or_insert(Some(value));
        }
    }
    let people = (given(&input, keys::PERSON), given(&input, keys::ALSO));
    if let (Some(Value::Link(chief)), Some(Value::Links(also))) = people {
        let others = also.into_iter().filter(|id| *id != *chief);
        input.insert(keys::ALSO, Value::links(others.collect()));
    }
    let (id, mut created) =
        records::create_naming(book, RecordType::Interaction, &input, names, stamp)?;
    if is_purchase {
        let linked = input.iter().filter_map(|(key, value)| Some((*key, value.as_ref()?)));
        created.touches.extend(lifecycle::advanced(book, linked, Trigger::Purchase, stamp.at));
    }
    Ok((id, created))
}

/// What something that is of this record is linked to: the record, and what it belongs to itself.
pub fn linked(on: RecordType, record: &Record) -> Vec<(Key, Value)> {
    let own = link_key(on).map(|key| (key, Value::link(record.id)));
    let above: &[Key] = match on {
        RecordType::Deal | RecordType::Project => &OF,
        _ => &[],
    };
    let above = above.iter().filter_map(|key| Some((*key, record.get(*key)?.clone())));
    own.into_iter().chain(above).collect()
}

/// The records that an interaction is with, people first, each once.
pub fn with(interaction: &Record) -> impl Iterator<Item = (RecordType, Id)> {
    let people = derived::people_of(interaction).map(|id| (RecordType::Person, id));
    let others = OF.iter().filter(|key| **key != keys::PERSON);
    people
        .chain(others.filter_map(|key| Some((key.field()?.points_to()?, interaction.link(*key)?))))
}

/// The text of a note as it is kept.
pub(super) fn body(text: &str) -> Result<Value, Problem> {
    let key = keys::BODY;
    let refuse = |fault| Problem::Field { key, fault };
    let field = key.field().ok_or(refuse(Fault::WrongKind))?;
    check::normalize(field, Value::text(text)).map_err(refuse)?.ok_or(refuse(Fault::Missing))
}

/// A note of this moment about a record, and about what that belongs to.
pub(super) fn note(on: RecordType, about: &Record, body: Value, stamp: &mut Stamp) -> Touch {
    let mut fields = created(stamp.at)
        .with(keys::ACTIVITY, Value::text("note"))
        .with(keys::BODY, body)
        .with(keys::HAPPENED, Value::Time(stamp.at));
    for (key, value) in linked(on, about) {
        fields.replace(key, Some(value));
    }
    Touch { on: RecordType::Interaction, id: stamp.id(), step: Step::Create(fields) }
}
