//! Adding, changing and deleting people, organizations and whatever else the catalogue describes.

use std::collections::BTreeMap;

use super::{
    accept, change, find, name_of,
    named::{self, Names},
    set, update,
};
use crate::domain::{
    book::{Book, Conflict, created},
    change::{Action, Change, FieldChange, Step, Touch},
    field::{Kind, keys},
    id::{Id, RecordType},
    key::Key,
    problem::Problem,
    record::{Fields, Record},
    stamp::Stamp,
    value::{Entry, Value, time::Time},
};

/// What a person filled in. `None` clears a field.
pub type Input = BTreeMap<Key, Option<Value>>;

/// Adds a record and returns its id beside the change.
pub fn create(
    book: &Book,
    on: RecordType,
    input: &Input,
    stamp: &mut Stamp,
) -> Result<(Id, Change), Problem> {
    create_naming(book, on, input, &Names::new(), stamp)
}

/// The same, pointing also to records of these names, which are made where there are none.
pub fn create_naming(
    book: &Book,
    on: RecordType,
    input: &Input,
    names: &Names,
    stamp: &mut Stamp,
) -> Result<(Id, Change), Problem> {
    let (input, mut touches) = named::resolve(book, input, names, stamp)?;
    let mut fields = created(stamp.at);
    for (key, value) in input {
        fields.replace(key, accept(book, &touches, on, key, value)?);
    }
    for (stage, entries) in STAGES {
        if let Some(Value::Text(stage)) = fields.get(stage) {
            let entry = Entry { stage: stage.clone(), at: stamp.at };
            fields.replace(entries, Some(Value::Entries([entry].into())));
        }
    }
    let id = stamp.id();
    let record = Record { id, fields };
    let name = name_of(&record);
    if name.is_empty() && on != RecordType::Note {
        return Err(Problem::Nameless(on));
    }
    touches.push(Touch { on, id, step: Step::Create(record.fields) });
    Ok((id, change(Action::Create, on, &name, touches, stamp)))
}

/// Changes fields of one record. `seen` is what the person saw in them when starting to type: a field
/// that holds something else by now is not overwritten but reported.
pub fn edit(
    book: &Book,
    on: RecordType,
    id: Id,
    seen: &Input,
    input: &Input,
    stamp: &Stamp,
) -> Result<Change, Problem> {
    edit_naming(book, on, id, seen, input, &Names::new(), &mut stamp.clone())
}

/// The same, pointing also to records of these names, which are made where there are none.
pub fn edit_naming(
    book: &Book,
    on: RecordType,
    id: Id,
    seen: &Input,
    input: &Input,
    names: &Names,
    stamp: &mut Stamp,
) -> Result<Change, Problem> {
    let record = find(book, on, id)?;
    let (input, mut touches) = named::resolve(book, input, names, stamp)?;
    let mut changes = Vec::new();
    for (key, value) in input {
        let value = accept(book, &touches, on, key, value)?;
        let Some(field) = set(record, key, value) else { continue };
        if seen.get(&key).is_some_and(|seen| *seen != field.before) {
            return Err(Conflict { on, id, key: Some(key) }.into());
        }
        changes.extend(entered(record, &field, stamp.at));
        changes.push(field);
    }
    let after = applied(record, &changes);
    let name = name_of(&after);
    if name.is_empty() && on != RecordType::Note {
        return Err(Problem::Nameless(on));
    }
    touches.extend(update(on, id, changes));
    Ok(change(Action::Edit, on, &name, touches, stamp))
}

/// Deletes records. Notes about them go with them; whatever else points to them is cleared.
/// Ids that are gone already are passed over.
pub fn delete(book: &Book, on: RecordType, ids: &[Id], stamp: &Stamp) -> Result<Change, Problem> {
    let mut deletion = Deletion::new(book, on);
    let mut deleted = 0;
    for record in ids.iter().filter_map(|id| book.get(on, *id)) {
        deletion.take(book, record);
        deleted += 1;
    }
    if deleted == 0 {
        return Err(ids.first().map_or(Problem::NothingLeft, |&id| Problem::Gone { on, id }));
    }
    let name = if deleted == 1 { std::mem::take(&mut deletion.name) } else { String::new() };
    let mut change = change(Action::Delete, on, &name, deletion.touches(), stamp);
    change.label.count = u32::try_from(deleted).unwrap_or(u32::MAX);
    Ok(change)
}

/// Records that go, one after the other, and what goes with them.
pub(super) struct Deletion {
    on: RecordType,
    /// The name of the last one.
    pub name: String,
    steps: BTreeMap<(RecordType, Id), Step>,
    pointing: Vec<(RecordType, Key)>,
}

impl Deletion {
    pub(super) fn new(book: &Book, on: RecordType) -> Self {
        let (name, steps) = (String::new(), BTreeMap::new());
        Self { on, name, steps, pointing: pointing(book, on) }
    }

    pub(super) fn take(&mut self, book: &Book, record: &Record) {
        let id = record.id;
        self.name = name_of(record);
        for (_, note) in book.notes_about(id) {
            self.steps.insert((RecordType::Note, note.id), Step::Delete(note.fields.clone()));
        }
        self.steps.insert((self.on, id), Step::Delete(record.fields.clone()));
        for &(from, key) in &self.pointing {
            for (_, record) in book.linked(from, key, id) {
                let before = record.get(key).cloned();
                let field = FieldChange { key, before, after: None };
                let step = self.steps.entry((from, record.id));
                // What goes itself need not be cleared.
                if let Step::Update(changes) = step.or_insert(Step::Update(Vec::new())) {
                    changes.push(field);
                }
            }
        }
    }

    /// How many notes go, and how many records that stay are changed.
    pub(super) fn others(&self, on: RecordType) -> (usize, usize) {
        let gone = |key: &(RecordType, Id), step: &Step| {
            key.0 == RecordType::Note && on != RecordType::Note && matches!(step, Step::Delete(_))
        };
        let notes = self.steps.iter().filter(|(key, step)| gone(key, step)).count();
        let stays = |step: &&Step| matches!(step, Step::Update(_));
        (notes, self.steps.values().filter(stays).count())
    }

    pub(super) fn touches(self) -> Vec<Touch> {
        self.steps.into_iter().map(|((on, id), step)| Touch { on, id, step }).collect()
    }
}

/// The fields that point to records of a type, but for those of notes, with the type that has them.
fn pointing(book: &Book, to: RecordType) -> Vec<(RecordType, Key)> {
    let built_in = (RecordType::Person, keys::ORGANIZATION);
    let own = book.own().iter().filter(|field| field.kind == Kind::Relation(to));
    let own = own.flat_map(|field| field.on.iter().map(|on| (*on, field.key())));
    let built_in = (to == RecordType::Organization).then_some(built_in);
    built_in.into_iter().chain(own).collect()
}

/// The fields whose entries are dated, each with the field that holds the dates.
pub(crate) const STAGES: [(Key, Key); 2] =
    [(keys::LIFECYCLE, keys::LIFECYCLE_ENTRIES), (keys::LEAD_STATUS, keys::LEAD_STATUS_ENTRIES)];

/// When a stage is entered, the moment is added to its entries.
pub(super) fn entered(record: &Record, change: &FieldChange, at: Time) -> Option<FieldChange> {
    let (_, entries) = STAGES.into_iter().find(|(stage, _)| *stage == change.key)?;
    let Some(Value::Text(stage)) = &change.after else { return None };
    let before = record.get(entries).cloned();
    let mut list = match &before {
        Some(Value::Entries(list)) => list.to_vec(),
        _ => Vec::new(),
    };
    list.push(Entry { stage: stage.clone(), at });
    Some(FieldChange { key: entries, before, after: Some(Value::Entries(list.into())) })
}

fn applied(record: &Record, changes: &[FieldChange]) -> Record {
    let mut fields: Fields = record.fields.clone();
    for change in changes {
        fields.replace(change.key, change.after.clone());
    }
    Record { id: record.id, fields }
}
