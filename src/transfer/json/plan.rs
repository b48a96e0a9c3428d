//! From what a file holds to the change that takes it over.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::read::Contents;
use crate::domain::{
    book::Book,
    change::{Action, Cause, Change, FieldChange, Label, Step, Touch},
    field::{keys, own},
    fold::fold,
    id::{Id, RecordType},
    record::Record,
    stamp::Stamp,
    value::Value,
};

/// What to do with what is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The workspace becomes what the file holds; what is not in the file is deleted.
    Replace,
    /// Records whose id is new are added, all others are left as they are. A tag of a name that is in
    /// use becomes the tag that is there.
    AddNew,
}

/// A change and what it will do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub change: Change,
    counts: [Count; RecordType::ALL.len()],
}

/// How the records of one type in the file compare with those in the book.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// In the file only.
    pub new: usize,
    /// In both, and equal.
    pub same: usize,
    /// In both, with other values.
    pub different: usize,
    /// In the book only.
    pub absent: usize,
}

impl Plan {
    pub fn count(&self, kind: RecordType) -> Count {
        self.counts.get(kind.position()).copied().unwrap_or_default()
    }
}

/// Compares a file with the book. `file` is its name, for the history.
pub fn plan(book: &Book, contents: Contents, mode: Mode, file: &str, stamp: &Stamp) -> Plan {
    let tags = if mode == Mode::AddNew { same_tags(book, &contents) } else { FxHashMap::default() };
    let has_workspace = book.workspace().is_some();
    let defined: BTreeSet<_> =
        book.table(RecordType::Field).iter().filter_map(|(_, held)| own::defines(held)).collect();
    let mut counts = [Count::default(); RecordType::ALL.len()];
    let mut touches = Vec::new();
    for ((on, records), count) in contents.into_tables().zip(&mut counts) {
        let ids: FxHashSet<Id> = records.iter().map(|record| record.id).collect();
        for record in records {
            if on == RecordType::Tag && tags.contains_key(&record.id) {
                count.same += 1;
                continue;
            }
            match book.get(on, record.id) {
                // A workspace describes itself once.
                None if on == RecordType::Workspace && mode == Mode::AddNew && has_workspace => {
                    count.different += 1;
                }
                // A field that is there already under another id is that one.
                None if on == RecordType::Field
                    && mode == Mode::AddNew
                    && own::defines(&record).is_some_and(|it| defined.contains(&it)) =>
                {
                    count.same += 1;
                }
                None => {
                    count.new += 1;
                    touches.push(create(on, record, &tags));
                }
                Some(held) if *held == record => count.same += 1,
                Some(held) => {
                    count.different += 1;
                    if mode == Mode::Replace {
                        touches.push(update(on, held, record));
                    }
                }
            }
        }
        let gone =
            book.table(on).iter().map(|(_, held)| held).filter(|held| !ids.contains(&held.id));
        for held in gone {
            count.absent += 1;
            if mode == Mode::Replace {
                touches.push(Touch { on, id: held.id, step: Step::Delete(held.fields.clone()) });
            }
        }
    }
    let action = if mode == Mode::Replace { Action::Replace } else { Action::Import };
    let people = touches.iter().filter(|touch| touch.on == RecordType::Person).count();
    let count = u32::try_from(people).unwrap_or(u32::MAX);
    let label = Label { action, on: RecordType::Person, name: file.into(), count };
    Plan { change: Change { at: stamp.at, cause: Cause::Edit, label, touches }, counts }
}

/// How the records of each type in a file compare with those in the book, in the order of
/// [`RecordType::ALL`].
pub fn compare(book: &Book, contents: &Contents) -> [Count; RecordType::ALL.len()] {
    RecordType::ALL.map(|on| {
        let mut count = Count::default();
        for record in contents.of(on) {
            match book.get(on, record.id) {
                None => count.new += 1,
                Some(held) if held == record => count.same += 1,
                Some(_) => count.different += 1,
            }
        }
        count.absent = book.table(on).len().saturating_sub(count.same + count.different);
        count
    })
}

/// The tags of the file that are in the book under another id, with that id.
fn same_tags(book: &Book, contents: &Contents) -> FxHashMap<Id, Id> {
    let name = |tag: &Record| tag.text(keys::NAME).map(fold);
    let held = book.table(RecordType::Tag).iter();
    let held: FxHashMap<String, Id> =
        held.filter_map(|(_, tag)| Some((name(tag)?, tag.id))).collect();
    contents
        .of(RecordType::Tag)
        .iter()
        .filter(|tag| book.get(RecordType::Tag, tag.id).is_none())
        .filter_map(|tag| Some((tag.id, *held.get(&name(tag)?)?)))
        .collect()
}

fn create(on: RecordType, record: Record, tags: &FxHashMap<Id, Id>) -> Touch {
    let mut fields = record.fields;
    if let Some(Value::Links(ids)) = fields.get(keys::TAGS).filter(|_| !tags.is_empty()) {
        let ids = ids.iter().map(|id| tags.get(id).copied().unwrap_or(*id)).collect();
        fields.replace(keys::TAGS, Value::links(ids));
    }
    Touch { on, id: record.id, step: Step::Create(fields) }
}

fn update(on: RecordType, held: &Record, record: Record) -> Touch {
    let mut changes = Vec::new();
    for (key, before) in held.fields.iter() {
        if record.get(key).is_none() {
            changes.push(FieldChange { key, before: Some(before.clone()), after: None });
        }
    }
    for (key, after) in record.fields.iter() {
        let before = held.get(key);
        if before != Some(after) {
            changes.push(FieldChange { key, before: before.cloned(), after: Some(after.clone()) });
        }
    }
    Touch { on, id: record.id, step: Step::Update(changes) }
}
