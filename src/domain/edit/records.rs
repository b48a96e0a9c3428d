//! Adding, changing and deleting people, organizations and whatever else the catalogue describes.

use std::collections::BTreeMap;

use super::{
    accept, change, find, interactions, name_of,
    named::{self, Names},
    relations, set, update,
};
use crate::domain::{
    book::{Book, Conflict, created},
    change::{Action, Change, FieldChange, Step, Touch},
    field::{CATALOGUE, keys},
    id::{Id, RecordType},
    items,
    key::Key,
    problem::{Fault, Problem},
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
    create_beside(book, on, input, names, Vec::new(), stamp)
}

/// The same beside what the same change makes, which the input may point to.
pub(super) fn create_beside(
    book: &Book,
    on: RecordType,
    input: &Input,
    names: &Names,
    made: Vec<Touch>,
    stamp: &mut Stamp,
) -> Result<(Id, Change), Problem> {
    let (input, mut touches) = named::resolve(book, input, names, made, stamp)?;
    let mut fields = created(stamp.at);
    for (key, value) in input {
        fields.replace(key, accept(book, &touches, on, key, value)?);
    }
    enter(&mut fields, stamp.at);
    if let Some((key, sum)) = summed(book, on, fields.get(keys::ITEMS))
        && fields.get(key).is_none()
    {
        fields.replace(key, Some(sum));
    }
    let id = stamp.id();
    let record = Record { id, fields };
    let name = name_of(&record);
    if name.is_empty() && has_name(on) {
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
    let (input, mut touches) = named::resolve(book, input, names, Vec::new(), stamp)?;
    let mut changes = Vec::new();
    for (key, value) in input {
        let value = accept(book, &touches, on, key, value)?;
        let Some(field) = set(record, key, value) else { continue };
        if seen.get(&key).is_some_and(|seen| *seen != field.before) {
            return Err(Conflict { on, id, key: Some(key) }.into());
        }
        if is_oneself(id, &field) {
            return Err(Problem::Field { key, fault: Fault::Oneself });
        }
        changes.extend(entered(record, &field, stamp.at));
        changes.push(field);
    }
    changes.extend(follows_items(book, on, record, &changes));
    let after = applied(record, &changes);
    let name = name_of(&after);
    if name.is_empty() && has_name(on) {
        return Err(Problem::Nameless(on));
    }
    touches.extend(update(on, id, changes));
    Ok(change(Action::Edit, on, &name, touches, stamp))
}

/// What items come to, and the field that has it where nothing else is said; in the currency of the workspace.
fn summed(book: &Book, on: RecordType, items: Option<&Value>) -> Option<(Key, Value)> {
    let key = match on {
        RecordType::Deal => keys::VALUE,
        RecordType::Interaction => keys::AMOUNT,
        _ => return None,
    };
    let Some(Value::Text(text)) = items else { return None };
    let total = items::total(&items::parse(text))?;
    Some((key, Value::Money(total, book.own().currency)))
}

/// The amount where it follows items that change: it does while it is their sum, or not said.
fn follows_items(
    book: &Book,
    on: RecordType,
    record: &Record,
    changes: &[FieldChange],
) -> Option<FieldChange> {
    let items = changes.iter().find(|change| change.key == keys::ITEMS)?;
    let (key, mut sum) = summed(book, on, items.after.as_ref())?;
    if changes.iter().any(|change| change.key == key) {
        return None;
    }
    if let Some(Value::Money(held, currency)) = record.get(key) {
        let before = summed(book, on, items.before.as_ref());
        if !matches!(before, Some((_, Value::Money(before, _))) if before == *held) {
            return None;
        }
        if let Value::Money(_, in_currency) = &mut sum {
            *in_currency = *currency;
        }
    }
    set(record, key, Some(sum))
}

/// Whether a record of a type is known by a name of its own. What happened, and who is what to whom, is known
/// by whom it is about.
fn has_name(on: RecordType) -> bool {
    !matches!(on, RecordType::Interaction | RecordType::Relation)
}

/// Whether a person would have been brought by themselves.
pub(super) fn is_oneself(id: Id, change: &FieldChange) -> bool {
    change.key == keys::REFERRED_BY && change.after == Some(Value::link(id))
}

/// Deletes records. What happened with nobody else, and what they are to others, goes with them; whatever else
/// points to them is cleared.
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
        for (_, interaction) in book.interactions_with(id) {
            if interactions::with(interaction).all(|(on, end)| end == id || self.has_gone(on, end))
            {
                let step = Step::Delete(interaction.fields.clone());
                self.steps.insert((RecordType::Interaction, interaction.id), step);
            }
        }
        for relation in relations::of(book, id) {
            let step = Step::Delete(relation.fields.clone());
            self.steps.insert((RecordType::Relation, relation.id), step);
        }
        self.steps.insert((self.on, id), Step::Delete(record.fields.clone()));
        for &(from, key) in &self.pointing {
            for (_, record) in book.linked(from, key, id) {
                let step = self.steps.entry((from, record.id));
                // What goes itself need not be cleared.
                if let Step::Update(changes) = step.or_insert(Step::Update(Vec::new())) {
                    clear(changes, record, key, id);
                }
            }
        }
    }

    fn has_gone(&self, on: RecordType, id: Id) -> bool {
        matches!(self.steps.get(&(on, id)), Some(Step::Delete(_)))
    }

    /// How many interactions and how many relations go, and how many records that stay are changed.
    pub(super) fn others(&self, on: RecordType) -> (usize, usize, usize) {
        let gone = |of: RecordType| {
            let is_gone = |(key, step): &(&(RecordType, Id), &Step)| {
                key.0 == of && on != of && matches!(step, Step::Delete(_))
            };
            self.steps.iter().filter(is_gone).count()
        };
        let stays = |step: &&Step| matches!(step, Step::Update(_));
        let changed = self.steps.values().filter(stays).count();
        (gone(RecordType::Interaction), gone(RecordType::Relation), changed)
    }

    pub(super) fn touches(self) -> Vec<Touch> {
        self.steps.into_iter().map(|((on, id), step)| Touch { on, id, step }).collect()
    }
}

/// Takes a link out of a field, from which others may have been taken before.
fn clear(changes: &mut Vec<FieldChange>, record: &Record, key: Key, id: Id) {
    let without = |value: &Value| match value {
        Value::Links(ids) => Value::links(ids.iter().copied().filter(|it| *it != id).collect()),
        _ => None,
    };
    if let Some(change) = changes.iter_mut().find(|change| change.key == key) {
        change.after = change.after.as_ref().and_then(without);
    } else {
        let before = record.get(key).cloned();
        let after = before.as_ref().and_then(without);
        changes.push(FieldChange { key, before, after });
    }
}

/// The fields that point to records of a type, with the type that has them.
fn pointing(book: &Book, to: RecordType) -> Vec<(RecordType, Key)> {
    let fields = CATALOGUE.iter().chain(book.own().iter());
    let fields = fields.filter(|field| field.points_to() == Some(to));
    fields.flat_map(|field| field.on.iter().map(|on| (*on, field.key()))).collect()
}

/// The fields whose entries are dated, each with the field that holds the dates.
pub const STAGES: [(Key, Key); 3] = [
    (keys::LIFECYCLE, keys::LIFECYCLE_ENTRIES),
    (keys::LEAD_STATUS, keys::LEAD_STATUS_ENTRIES),
    (keys::STAGE, keys::STAGE_ENTRIES),
];

/// What stands for a stage in dated entries: its word, or the id of its record.
fn word(stage: &Value) -> Option<Box<str>> {
    match stage {
        Value::Text(word) => Some(word.clone()),
        Value::Link(id) => Some(id.to_string().into()),
        _ => None,
    }
}

/// Dates the stages that a new record begins in.
pub(super) fn enter(fields: &mut Fields, at: Time) {
    for (stage, entries) in STAGES {
        if let Some(stage) = fields.get(stage).and_then(word) {
            let entry = Entry { stage, at };
            fields.replace(entries, Some(Value::Entries([entry].into())));
        }
    }
}

/// When a stage is entered, the moment is added to its entries.
pub(super) fn entered(record: &Record, change: &FieldChange, at: Time) -> Option<FieldChange> {
    let (_, entries) = STAGES.into_iter().find(|(stage, _)| *stage == change.key)?;
    let stage = word(change.after.as_ref()?)?;
    let before = record.get(entries).cloned();
    let mut list = match &before {
        Some(Value::Entries(list)) => list.to_vec(),
        _ => Vec::new(),
    };
    list.push(Entry { stage, at });
    Some(FieldChange { key: entries, before, after: Some(Value::Entries(list.into())) })
}

pub(super) fn applied(record: &Record, changes: &[FieldChange]) -> Record {
    let mut fields: Fields = record.fields.clone();
    for change in changes {
        fields.replace(change.key, change.after.clone());
    }
    Record { id: record.id, fields }
}
