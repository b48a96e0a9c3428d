//! The workspace in memory: all records, and the few indexes that a scan is too slow for.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    change::{Change, FieldChange, Step, Touch, same},
    field::{Kind, keys},
    id::{Id, RecordType},
    key::Key,
    record::{Fields, Record},
    table::{Slot, Table},
    value::{Value, time::Time},
};

/// All records of a workspace.
///
/// [`Book::apply`] is the only way it changes once it is loaded. At 100,000 records a scan costs
/// milliseconds, so filters and counts are functions over a book; it keeps only who points to whom.
#[derive(Clone, Debug, Default)]
pub struct Book {
    tables: [Table; RecordType::ALL.len()],
    // Slots of the records whose relation field holds the id. In no order.
    pointing: FxHashMap<(Key, Id), Vec<Slot>>,
}

/// What a change touched, so that lists and pages know what to renew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    pub records: Vec<(RecordType, Slot)>,
    /// The fields that any of the records has another value in.
    pub fields: BTreeSet<(RecordType, Key)>,
    /// The types of which a record is new or gone.
    pub numbers: BTreeSet<RecordType>,
}

impl Touched {
    /// Both one after the other.
    pub fn extend(&mut self, other: Self) {
        self.records.extend(other.records);
        self.fields.extend(other.fields);
        self.numbers.extend(other.numbers);
    }

    fn note(&mut self, on: RecordType, step: &Step) {
        if let Step::Update(changes) = step {
            self.fields.extend(changes.iter().map(|change| (on, change.key)));
            self.fields.insert((on, keys::UPDATED));
        } else {
            self.numbers.insert(on);
        }
    }
}

/// Why a change cannot be applied: the book is not in the state that the change starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub on: RecordType,
    pub id: Id,
    /// The field whose value is another one by now; `None` when the record itself is there or gone.
    pub key: Option<Key>,
}

impl Book {
    pub fn table(&self, kind: RecordType) -> &Table {
        #[expect(clippy::indexing_slicing, reason = "one table per type")]
        &self.tables[kind.position()]
    }

    fn table_mut(&mut self, kind: RecordType) -> &mut Table {
        #[expect(clippy::indexing_slicing, reason = "one table per type")]
        &mut self.tables[kind.position()]
    }

    pub fn get(&self, kind: RecordType, id: Id) -> Option<&Record> {
        self.table(kind).get(id)
    }

    /// The one record that describes the workspace itself, once there is one.
    pub fn workspace(&self) -> Option<&Record> {
        self.table(RecordType::Workspace).iter().next().map(|(_, record)| record)
    }

    /// How many records there are, of all types.
    pub fn len(&self) -> usize {
        self.tables.iter().map(Table::len).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Records of a type whose relation `key` points to `id`, in order of slot.
    pub fn linked(
        &self,
        kind: RecordType,
        key: Key,
        id: Id,
    ) -> impl Iterator<Item = (Slot, &Record)> {
        let mut slots = self.pointing.get(&(key, id)).cloned().unwrap_or_default();
        slots.sort_unstable();
        slots.into_iter().filter_map(move |slot| Some((slot, self.table(kind).at(slot)?)))
    }

    /// The number of records whose relation `key` points to `id`.
    pub fn linked_count(&self, key: Key, id: Id) -> usize {
        self.pointing.get(&(key, id)).map_or(0, Vec::len)
    }

    /// Notes about a person or an organization, in order of slot.
    pub fn notes_about(&self, id: Id) -> impl Iterator<Item = (Slot, &Record)> {
        [keys::ABOUT_PERSON, keys::ABOUT_ORGANIZATION]
            .into_iter()
            .flat_map(move |key| self.linked(RecordType::Note, key, id))
    }

    /// Applies a change whole, or not at all.
    pub fn apply(&mut self, change: Change) -> Result<Touched, Conflict> {
        self.check(&change)?;
        let mut touched = Touched::default();
        touched.records.reserve_exact(change.touches.len());
        for touch in change.touches {
            touched.note(touch.on, &touch.step);
            if let Some(slot) = self.apply_touch(touch.on, touch.id, touch.step, change.at) {
                touched.records.push((touch.on, slot));
            }
        }
        Ok(touched)
    }

    /// Whether a change starts from the state that the book is in, and touches each record once.
    pub fn check(&self, change: &Change) -> Result<(), Conflict> {
        let mut seen = FxHashSet::default();
        for touch in &change.touches {
            let conflict = |key| Conflict { on: touch.on, id: touch.id, key };
            if change.touches.len() > 1 && !seen.insert((touch.on, touch.id)) {
                return Err(conflict(None));
            }
            let record = self.get(touch.on, touch.id);
            match (&touch.step, record) {
                (Step::Create(_), None) => {}
                (Step::Delete(fields), Some(record)) if same(fields, &record.fields) => {}
                (Step::Update(changes), Some(record)) => {
                    // The moment of the last change is nothing that one could overwrite unseen.
                    let stale = |change: &&FieldChange| {
                        change.key != keys::UPDATED
                            && record.get(change.key) != change.before.as_ref()
                    };
                    if let Some(change) = changes.iter().find(stale) {
                        return Err(conflict(Some(change.key)));
                    }
                }
                _ => return Err(conflict(None)),
            }
        }
        Ok(())
    }

    fn apply_touch(&mut self, on: RecordType, id: Id, step: Step, at: Time) -> Option<Slot> {
        match step {
            Step::Create(mut fields) => {
                if fields.get(keys::UPDATED).is_none() {
                    fields.replace(keys::UPDATED, Some(Value::Time(at)));
                }
                fields.shrink();
                self.insert(on, Record { id, fields })
            }
            Step::Update(changes) => {
                let slot = self.table(on).slot(id)?;
                // A change that takes over a file brings the moment along.
                let brings_moment = changes.iter().any(|change| change.key == keys::UPDATED);
                for FieldChange { key, after, .. } in changes {
                    let new = after.as_ref().and_then(linked_id);
                    let record = self.table_mut(on).at_mut(slot)?;
                    let old = record.fields.replace(key, after).as_ref().and_then(linked_id);
                    self.unpoint(key, old, slot);
                    self.point(key, new, slot);
                }
                if !brings_moment {
                    let record = self.table_mut(on).at_mut(slot)?;
                    record.fields.replace(keys::UPDATED, Some(Value::Time(at)));
                }
                Some(slot)
            }
            Step::Delete(_) => {
                let (slot, record) = self.table_mut(on).remove(id)?;
                for (key, value) in record.fields.iter() {
                    self.unpoint(key, linked_id(value), slot);
                }
                Some(slot)
            }
        }
    }

    /// Adds records that a checkpoint holds as a page, at the slots of that page.
    /// Leaves out and counts those whose id is there already.
    pub fn load_page(&mut self, kind: RecordType, page: u32, records: Vec<Record>) -> usize {
        self.table_mut(kind).reserve_slots(page.saturating_mul(Table::PAGE));
        records
            .into_iter()
            .filter_map(|record| self.insert(kind, record).is_none().then_some(()))
            .count()
    }

    /// Leaves slots free up to `slots`, so that the next record gets the slot that it gets in every tab.
    pub fn reserve_slots(&mut self, kind: RecordType, slots: Slot) {
        self.table_mut(kind).reserve_slots(slots);
    }

    fn insert(&mut self, kind: RecordType, record: Record) -> Option<Slot> {
        let links: Vec<_> = record
            .fields
            .iter()
            .filter_map(|(key, value)| linked_id(value).map(|id| (key, id)))
            .collect();
        let slot = self.table_mut(kind).insert(record).ok()?;
        for (key, id) in links {
            self.point(key, Some(id), slot);
        }
        Some(slot)
    }

    fn point(&mut self, key: Key, to: Option<Id>, slot: Slot) {
        if let Some(id) = to {
            self.pointing.entry((key, id)).or_default().push(slot);
        }
    }

    fn unpoint(&mut self, key: Key, from: Option<Id>, slot: Slot) {
        let Some(id) = from else { return };
        if let Some(slots) = self.pointing.get_mut(&(key, id)) {
            slots.retain(|other| *other != slot);
            if slots.is_empty() {
                self.pointing.remove(&(key, id));
            }
        }
    }

    /// Every field that points to `id`, as the changes that would clear it: for deleting what they
    /// point to. Relations and tags alike.
    pub fn clearing(&self, id: Id) -> Vec<Touch> {
        let mut touches = Vec::new();
        for on in RecordType::ALL {
            for (_, record) in self.table(on).iter() {
                let changes: Vec<_> = record
                    .fields
                    .iter()
                    .filter_map(|(key, value)| without(key, value, id))
                    .collect();
                if !changes.is_empty() {
                    touches.push(Touch { on, id: record.id, step: Step::Update(changes) });
                }
            }
        }
        touches
    }

    /// All records as one change that makes them: what an export, a snapshot or a test compares.
    pub fn everything(&self) -> impl Iterator<Item = (RecordType, &Record)> {
        RecordType::ALL
            .into_iter()
            .flat_map(|kind| self.table(kind).iter().map(move |(_, record)| (kind, record)))
    }
}

fn linked_id(value: &Value) -> Option<Id> {
    if let Value::Link(id) = value { Some(**id) } else { None }
}

fn without(key: Key, value: &Value, id: Id) -> Option<FieldChange> {
    let after = match value {
        Value::Link(to) if **to == id => None,
        Value::Links(ids) if ids.contains(&id) => {
            Value::links(ids.iter().copied().filter(|other| *other != id).collect())
        }
        _ => return None,
    };
    Some(FieldChange { key, before: Some(value.clone()), after })
}

impl PartialEq for Book {
    /// Equal records, wherever they lie.
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self.everything().all(|(kind, record)| other.get(kind, record.id) == Some(record))
    }
}

/// The kind of record that a relation field points to.
pub fn relation_of(key: Key) -> Option<RecordType> {
    match key.field()?.kind {
        Kind::Relation(kind) => Some(kind),
        Kind::Tags => Some(RecordType::Tag),
        Kind::Picked => Some(RecordType::Segment),
        _ => None,
    }
}

/// Fields of a record for building changes in tests and edits.
pub fn created(at: Time) -> Fields {
    Fields::default().with(keys::CREATED, Value::Time(at))
}
