//! Tags: making, renaming, merging and deleting. They are put on and taken off as [`bulk`](super::bulk) says.

use std::collections::BTreeMap;

use super::{change, find, set, update};
use crate::domain::{
    book::{Book, created},
    change::{Action, Change, Step, Touch},
    field::{check, keys},
    fold::fold,
    id::{Id, RecordType},
    problem::{Fault, Problem},
    record::Record,
    stamp::Stamp,
    value::Value,
};

/// The tag of this name, whatever its case and accents.
pub fn named<'a>(book: &'a Book, name: &str) -> Option<&'a Record> {
    let name = fold(name);
    let tags = book.table(RecordType::Tag);
    tags.iter()
        .map(|(_, tag)| tag)
        .find(|tag| tag.text(keys::NAME).is_some_and(|other| fold(other) == name))
}

/// The fields of a new tag. Colours are handed out in turn.
pub fn fields(
    book: &Book,
    name: &str,
    nth: usize,
    stamp: &Stamp,
) -> Result<crate::domain::record::Fields, Problem> {
    let refuse = |fault| Problem::Field { key: keys::NAME, fault };
    let field = keys::NAME.field().ok_or(refuse(Fault::WrongKind))?;
    let name = check::normalize(field, Value::text(name))
        .map_err(refuse)?
        .ok_or(refuse(Fault::Missing))?;
    let position = book.table(RecordType::Tag).len() + nth;
    // The first colour is gray, which a new tag would hide behind.
    let colour =
        check::COLOURS.iter().skip(1).cycle().nth(position % 70).copied().unwrap_or_default();
    Ok(created(stamp.at).with(keys::NAME, name).with(keys::COLOUR, Value::text(colour)))
}

/// Makes a tag that nothing has yet.
pub fn create(book: &Book, name: &str, stamp: &mut Stamp) -> Result<Change, Problem> {
    if let Some(tag) = named(book, name) {
        return Err(Problem::TagExists { id: tag.id });
    }
    let step = Step::Create(fields(book, name, 0, stamp)?);
    let touch = Touch { on: RecordType::Tag, id: stamp.id(), step };
    Ok(change(Action::Create, RecordType::Tag, name.trim(), vec![touch], stamp))
}

/// Renames a tag. A name that another tag has is refused: that is a merge.
pub fn rename(book: &Book, id: Id, name: &str, stamp: &Stamp) -> Result<Change, Problem> {
    let tag = find(book, RecordType::Tag, id)?;
    if let Some(other) = named(book, name).filter(|other| other.id != id) {
        return Err(Problem::TagExists { id: other.id });
    }
    let renamed = fields(book, name, 0, stamp)?;
    let after = renamed.get(keys::NAME).cloned();
    let touches =
        set(tag, keys::NAME, after).and_then(|field| update(RecordType::Tag, id, vec![field]));
    Ok(change(Action::Edit, RecordType::Tag, name.trim(), touches.into_iter().collect(), stamp))
}

/// Moves everything that has `from` to `into` and deletes `from`.
pub fn merge(book: &Book, from: Id, into: Id, stamp: &Stamp) -> Result<Change, Problem> {
    let gone = find(book, RecordType::Tag, from)?;
    let kept = find(book, RecordType::Tag, into)?;
    if from == into {
        return Err(Problem::NothingLeft);
    }
    let mut touches = everywhere(book, from, |tags| {
        tags.retain(|tag| *tag != from);
        tags.push(into);
    });
    touches.push(Touch { on: RecordType::Tag, id: from, step: Step::Delete(gone.fields.clone()) });
    Ok(change(
        Action::MergeTags,
        RecordType::Tag,
        kept.text(keys::NAME).unwrap_or_default(),
        touches,
        stamp,
    ))
}

/// Deletes a tag and takes it off everything.
pub fn delete(book: &Book, id: Id, stamp: &Stamp) -> Result<Change, Problem> {
    let tag = find(book, RecordType::Tag, id)?;
    let mut touches = everywhere(book, id, |tags| tags.retain(|other| *other != id));
    touches.push(Touch { on: RecordType::Tag, id, step: Step::Delete(tag.fields.clone()) });
    Ok(change(
        Action::Delete,
        RecordType::Tag,
        tag.text(keys::NAME).unwrap_or_default(),
        touches,
        stamp,
    ))
}

/// How many records of a type have each tag.
pub fn counts(book: &Book, on: RecordType) -> BTreeMap<Id, usize> {
    let mut counts = BTreeMap::new();
    for (_, record) in book.table(on).iter() {
        for tag in record.links(keys::TAGS) {
            *counts.entry(*tag).or_default() += 1;
        }
    }
    counts
}

fn everywhere(book: &Book, tag: Id, to: impl Fn(&mut Vec<Id>) + Copy) -> Vec<Touch> {
    let mut touches = Vec::new();
    for on in RecordType::ALL {
        let tagged =
            book.table(on).iter().filter(|(_, record)| record.links(keys::TAGS).contains(&tag));
        let ids: Vec<_> = tagged.map(|(_, record)| record.id).collect();
        touches.extend(retag(book, on, &ids, to));
    }
    touches
}

fn retag(
    book: &Book,
    on: RecordType,
    ids: &[Id],
    to: impl Fn(&mut Vec<Id>),
) -> impl Iterator<Item = Touch> {
    ids.iter().filter_map(move |&id| {
        let record = book.get(on, id)?;
        let mut tags = record.links(keys::TAGS).to_vec();
        to(&mut tags);
        update(on, id, set(record, keys::TAGS, Value::links(tags)).into_iter().collect())
    })
}
