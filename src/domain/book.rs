//! The workspace in memory: all records, and the few indexes that a scan is too slow for.

use std::{collections::BTreeSet, sync::Arc};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    change::{Change, FieldChange, Step, Touch, same},
    field::{Field, keys, own::OwnFields},
    id::{Id, RecordType},
    key::Key,
    record::{Fields, Record},
    table::{Slot, Table},
    today::Today,
    value::{Value, money::Currency, time::Time},
};

/// All records of a workspace.
///
/// [`Book::apply`] is the only way it changes once it is loaded. At 100,000 records a scan costs
/// milliseconds, so filters and counts are functions over a book; it keeps only who points to whom.
#[derive(Clone, Debug, Default)]
pub struct Book {
    tables: [Table; RecordType::ALL.len()],
    // Slots of the records of a type whose relation field holds the id. Who has a tag is not among them: that
    // is asked of all records at once.
    pointing: FxHashMap<(RecordType, Key, Id), Pointing>,
    // What the definitions among the records come to. Every value has the form that it gives.
    own: Arc<OwnFields>,
    /// What derived fields are counted from. Whoever keeps the book sets it, and again when the day ends.
    pub today: Today,
}

/// The relations by which deals, projects, tasks and interactions belong to something.
pub const OF: [Key; 4] = [keys::PERSON, keys::ORGANIZATION, keys::DEAL, keys::PROJECT];

/// Slots of those that point to one record: mostly a few, sometimes as many as there are.
#[derive(Clone, Debug)]
enum Pointing {
    /// In no order.
    Few(Vec<Slot>),
    Many(BTreeSet<Slot>),
}

impl Pointing {
    const FEW: usize = 64;

    fn len(&self) -> usize {
        match self {
            Self::Few(slots) => slots.len(),
            Self::Many(slots) => slots.len(),
        }
    }

    fn iter(&self) -> impl Iterator<Item = Slot> {
        let (few, many) = match self {
            Self::Few(slots) => (&**slots, None),
            Self::Many(slots) => (&[][..], Some(slots)),
        };
        few.iter().chain(many.into_iter().flatten()).copied()
    }

    fn add(&mut self, slot: Slot) {
        match self {
            Self::Few(slots) if slots.len() < Self::FEW => slots.push(slot),
            Self::Few(_) => {
                *self = Self::Many(self.iter().collect());
                self.add(slot);
            }
            Self::Many(slots) => {
                slots.insert(slot);
            }
        }
    }

    fn remove(&mut self, slot: Slot) {
        match self {
            Self::Few(slots) => slots.retain(|other| *other != slot),
            Self::Many(slots) => {
                slots.remove(&slot);
            }
        }
    }
}

/// What a change touched, so that lists and pages know what to renew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    pub records: Vec<(RecordType, Slot)>,
    /// What these pointed to before, or point to now: figures that are counted of them may be others.
    pub related: BTreeSet<(RecordType, Slot)>,
    /// The fields that any of the records has another value in.
    pub fields: BTreeSet<(RecordType, Key)>,
    /// The types of which a record is new or gone.
    pub numbers: BTreeSet<RecordType>,
}

impl Touched {
    /// Both one after the other.
    pub fn extend(&mut self, other: Self) {
        self.records.extend(other.records);
        self.related.extend(other.related);
        self.fields.extend(other.fields);
        self.numbers.extend(other.numbers);
    }

    /// Slots of a type whose records, or what is counted for them, may be others now. Some may come twice.
    pub fn slots(&self, on: RecordType) -> impl Iterator<Item = Slot> {
        let all = self.records.iter().chain(&self.related);
        all.filter(move |(other, _)| *other == on).map(|(_, slot)| *slot)
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

/// A change that was checked, on its way into the book.
#[derive(Debug)]
pub struct Applying {
    touches: std::vec::IntoIter<Touch>,
    /// How many of them are definitions.
    defining: usize,
    at: Time,
    /// What is another one now.
    pub touched: Touched,
}

impl Applying {
    pub fn new(Change { touches, at, .. }: Change) -> Self {
        let mut touched = Touched::default();
        touched.records.reserve_exact(touches.len());
        // What is defined comes first, since it says what the values of the others are.
        let (mut ordered, others): (Vec<_>, Vec<_>) =
            touches.into_iter().partition(|touch| is_defining(touch.on));
        let defining = ordered.len();
        ordered.extend(others);
        Self { touches: ordered.into_iter(), defining, at, touched }
    }
}

/// The records of a change that were checked.
#[derive(Debug, Default)]
pub struct Checked(FxHashSet<(RecordType, Id)>);

/// Why a change cannot be applied: the book is not in the state that the change starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub on: RecordType,
    pub id: Id,
    /// The field whose value is another one by now; `None` when the record itself is there or gone.
    pub key: Option<Key>,
}

/// In what two books that should be the same are not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disagreement {
    /// A record is another one, or only in one of them.
    Record(RecordType, Id),
    /// Who points to a record is told in other ways.
    Pointing(RecordType, Key, Id),
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

    /// The fields that a person has defined, and those that are switched off.
    pub fn own(&self) -> &Arc<OwnFields> {
        &self.own
    }

    /// The field of a key: built in, or defined here.
    pub fn field(&self, key: Key) -> Option<&'static Field> {
        self.own.field(key)
    }

    /// The kind of record that a relation field points to.
    pub fn relation_of(&self, key: Key) -> Option<RecordType> {
        self.field(key)?.points_to()
    }

    /// The currency of money that is typed without one.
    pub fn currency(&self) -> Currency {
        let chosen = self.workspace().and_then(|workspace| workspace.text(keys::CURRENCY));
        chosen.and_then(Currency::parse).unwrap_or(Currency::USUAL)
    }

    /// The month with which the fiscal year begins; January is 1.
    pub fn fiscal_start(&self) -> u8 {
        let number = self.workspace().and_then(|workspace| workspace.number(keys::FISCAL_START));
        let month = number.map_or(1, |number| number.ten_thousandths() / 10_000);
        u8::try_from(month).ok().filter(|month| (1..=12).contains(month)).unwrap_or(1)
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
        let slots: BTreeSet<Slot> = self.pointing(kind, key, id).collect();
        slots.into_iter().filter_map(move |slot| Some((slot, self.table(kind).at(slot)?)))
    }

    /// The number of records of a type whose relation `key` points to `id`.
    pub fn linked_count(&self, kind: RecordType, key: Key, id: Id) -> usize {
        self.pointing.get(&(kind, key, id)).map_or(0, Pointing::len)
    }

    /// Slots of the records of a type whose relation `key` points to `id`, in no order.
    pub fn pointing(&self, kind: RecordType, key: Key, id: Id) -> impl Iterator<Item = Slot> {
        self.pointing.get(&(kind, key, id)).into_iter().flat_map(Pointing::iter)
    }

    /// Deals, projects, tasks or interactions of a record, each once, in no order.
    pub fn of(&self, kind: RecordType, id: Id) -> impl Iterator<Item = &Record> {
        self.slots_of(kind, id).filter_map(move |slot| self.table(kind).at(slot))
    }

    /// What happened with a record, each once, in order of slot.
    pub fn interactions_with(&self, id: Id) -> impl Iterator<Item = (Slot, &Record)> {
        const ON: RecordType = RecordType::Interaction;
        let slots: BTreeSet<Slot> = self.slots_of(ON, id).collect();
        slots.into_iter().filter_map(move |slot| Some((slot, self.table(ON).at(slot)?)))
    }

    fn slots_of(&self, kind: RecordType, id: Id) -> impl Iterator<Item = Slot> {
        let chiefly = OF.into_iter().flat_map(move |key| self.pointing(kind, key, id));
        let is_chief = move |slot: &Slot| {
            self.table(kind).at(*slot).is_some_and(|record| record.link(keys::PERSON) == Some(id))
        };
        // A file may have somebody in both fields.
        chiefly.chain(self.pointing(kind, keys::ALSO, id).filter(move |slot| !is_chief(slot)))
    }

    /// Applies a change whole, or not at all.
    pub fn apply(&mut self, change: Change) -> Result<Touched, Conflict> {
        self.check(&change)?;
        Ok(self.apply_checked(change))
    }

    /// The same for a change that was checked, after which the book has not changed.
    pub fn apply_checked(&mut self, change: Change) -> Touched {
        let mut applying = Applying::new(change);
        self.apply_some(&mut applying, usize::MAX);
        applying.touched
    }

    /// Applies up to `most` more touches of a change. Returns whether any is left; until none is, the book is in
    /// no state that it ever was in.
    pub fn apply_some(&mut self, applying: &mut Applying, most: usize) -> bool {
        let Applying { touches, defining, at, touched } = applying;
        for Touch { on, id, step } in touches.by_ref().take(most) {
            touched.note(on, &step);
            self.relate(on, id, &mut touched.related);
            if let Some(slot) = self.apply_touch(on, id, step, *at) {
                touched.records.push((on, slot));
            }
            self.relate(on, id, &mut touched.related);
            if is_defining(on) {
                *defining -= 1;
                if *defining == 0 {
                    self.define();
                }
            }
        }
        !touches.as_slice().is_empty()
    }

    /// Notes what a record points to.
    fn relate(&self, on: RecordType, id: Id, related: &mut BTreeSet<(RecordType, Slot)>) {
        let Some(record) = self.get(on, id) else { return };
        for (key, value) in record.fields.iter() {
            let Some(to) = self.relation_of(key) else { continue };
            let slots = linked_ids(key, value).iter().filter_map(|id| self.table(to).slot(*id));
            related.extend(slots.map(|slot| (to, slot)));
        }
    }

    /// Whether a change starts from the state that the book is in, and touches each record once.
    pub fn check(&self, change: &Change) -> Result<(), Conflict> {
        self.check_some(&change.touches, &mut Checked::default())
    }

    /// The same for some of the touches of a change, after others that were checked.
    pub fn check_some(&self, touches: &[Touch], checked: &mut Checked) -> Result<(), Conflict> {
        for touch in touches {
            let conflict = |key| Conflict { on: touch.on, id: touch.id, key };
            if !checked.0.insert((touch.on, touch.id)) {
                return Err(conflict(None));
            }
            let record = self.get(touch.on, touch.id);
            match (&touch.step, record) {
                (Step::Create(_), None) => {}
                (Step::Delete(fields), Some(record))
                    if same(fields, &record.fields)
                        || same(&self.typed(fields.clone()), &record.fields) => {}
                (Step::Update(changes), Some(record)) => {
                    let is_stale = |change: &&FieldChange| {
                        let held = record.get(change.key);
                        let is_held = |before: &Value| {
                            Some(&self.own.typed(change.key, before.clone())) == held
                        };
                        held != change.before.as_ref()
                            && !change.before.as_ref().is_some_and(is_held)
                    };
                    if let Some(change) = changes.iter().find(is_stale) {
                        return Err(conflict(Some(change.key)));
                    }
                }
                _ => return Err(conflict(None)),
            }
        }
        Ok(())
    }

    /// The same with every value in the form that its definition gives it.
    fn typed(&self, mut fields: Fields) -> Fields {
        let others: Vec<_> = fields.others().map(|(key, value)| (key, value.clone())).collect();
        for (key, value) in others {
            fields.replace(key, Some(self.own.typed(key, value)));
        }
        fields
    }

    /// Learns what the definitions say, and brings the values that it is about into their form.
    fn define(&mut self) {
        let usual = self.currency();
        let definitions = self.table(RecordType::Field).iter().map(|(_, record)| record);
        let own = Arc::new(OwnFields::of(definitions, usual, &self.own));
        let before = std::mem::replace(&mut self.own, own.clone());
        let other = before.difference(&own);
        if other.is_empty() {
            return;
        }
        for on in RecordType::ALL {
            for slot in 0..self.table(on).slots() {
                let Some(record) = self.table(on).at(slot) else { continue };
                let held = record.fields.others().filter(|(key, _)| other.contains(key));
                let held: Vec<_> = held.map(|(key, value)| (key, value.clone())).collect();
                for (key, value) in held {
                    self.set(on, slot, key, Some(own.typed(key, value)));
                }
            }
        }
    }

    fn set(&mut self, on: RecordType, slot: Slot, key: Key, value: Option<Value>) -> Option<()> {
        let new = value.as_ref().map_or(Vec::new(), |value| linked_ids(key, value).to_vec());
        let record = self.table_mut(on).at_mut(slot)?;
        if let Some(old) = record.fields.replace(key, value) {
            self.unpoint(on, key, &old, slot);
        }
        for id in new {
            self.point(on, key, id, slot);
        }
        Some(())
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
                    let after = after.map(|after| self.own.typed(key, after));
                    self.set(on, slot, key, after)?;
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
                    self.unpoint(on, key, value, slot);
                }
                Some(slot)
            }
        }
    }

    /// Adds records that a checkpoint holds as a page, at the slots of that page.
    /// Leaves out and counts those whose id is there already.
    pub fn load_page(&mut self, kind: RecordType, page: u32, records: Vec<Record>) -> usize {
        self.table_mut(kind).reserve_slots(page.saturating_mul(Table::PAGE));
        let twice = records
            .into_iter()
            .filter_map(|record| self.insert(kind, record).is_none().then_some(()))
            .count();
        if is_defining(kind) {
            self.define();
        }
        twice
    }

    /// Leaves slots free up to `slots`, so that the next record gets the slot that it gets in every tab.
    pub fn reserve_slots(&mut self, kind: RecordType, slots: Slot) {
        self.table_mut(kind).reserve_slots(slots);
    }

    fn insert(&mut self, kind: RecordType, Record { id, fields }: Record) -> Option<Slot> {
        let record = Record { id, fields: self.typed(fields) };
        let links: Vec<_> = record
            .fields
            .iter()
            .flat_map(|(key, value)| linked_ids(key, value).iter().map(move |id| (key, *id)))
            .collect();
        let slot = self.table_mut(kind).insert(record).ok()?;
        for (key, id) in links {
            self.point(kind, key, id, slot);
        }
        Some(slot)
    }

    fn point(&mut self, on: RecordType, key: Key, to: Id, slot: Slot) {
        self.pointing.entry((on, key, to)).or_insert(Pointing::Few(Vec::new())).add(slot);
    }

    fn unpoint(&mut self, on: RecordType, key: Key, from: &Value, slot: Slot) {
        for id in linked_ids(key, from) {
            if let Some(slots) = self.pointing.get_mut(&(on, key, *id)) {
                slots.remove(slot);
                if slots.len() == 0 {
                    self.pointing.remove(&(on, key, *id));
                }
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

    /// In what another book, whose indexes were made anew, is not as this one.
    pub fn disagreements(&self, other: &Self) -> Vec<Disagreement> {
        let missing = |a: &Self, b: &Self| {
            let all = a.everything();
            let missing = all.filter(|(on, record)| b.get(*on, record.id) != Some(record));
            missing.map(|(on, record)| (on, record.id)).collect::<BTreeSet<_>>()
        };
        let records = &missing(self, other) | &missing(other, self);
        let told = |book: &Self, (on, key, id): (RecordType, Key, Id)| {
            book.linked(on, key, id).map(|record| record.1.id).collect::<BTreeSet<_>>()
        };
        let places: BTreeSet<_> = self.pointing.keys().chain(other.pointing.keys()).collect();
        let pointing =
            places.into_iter().filter(|place| told(self, **place) != told(other, **place));
        let records = records.into_iter().map(|(on, id)| Disagreement::Record(on, id));
        records
            .chain(pointing.map(|(on, key, id)| Disagreement::Pointing(*on, *key, *id)))
            .collect()
    }

    /// The relations that point to records that are not there, as the changes that would clear them.
    pub fn clearing_lost(&self) -> Vec<Touch> {
        let lost = |key: Key, value: &Value| {
            let to = self.relation_of(key)?;
            let is_lost = |id: &&Id| self.get(to, **id).is_none();
            let after = match value {
                Value::Link(id) if self.get(to, **id).is_none() => None,
                Value::Links(ids) if ids.iter().any(|id| is_lost(&id)) => {
                    Value::links(ids.iter().filter(|id| !is_lost(id)).copied().collect())
                }
                _ => return None,
            };
            Some(FieldChange { key, before: Some(value.clone()), after })
        };
        let touch = |(on, record): (RecordType, &Record)| {
            let changes = record.fields.iter().filter_map(|(key, value)| lost(key, value));
            let changes: Vec<_> = changes.collect();
            let step = (!changes.is_empty()).then_some(Step::Update(changes))?;
            Some(Touch { on, id: record.id, step })
        };
        self.everything().filter_map(touch).collect()
    }

    /// All records as one change that makes them: what an export, a snapshot or a test compares.
    pub fn everything(&self) -> impl Iterator<Item = (RecordType, &Record)> {
        RecordType::ALL
            .into_iter()
            .flat_map(|kind| self.table(kind).iter().map(move |(_, record)| (kind, record)))
    }
}

/// Whether records of a type say what fields there are, or what their values are.
fn is_defining(on: RecordType) -> bool {
    matches!(on, RecordType::Workspace | RecordType::Field)
}

/// What a value points to, as far as it is kept who points there.
fn linked_ids(key: Key, value: &Value) -> &[Id] {
    match value {
        Value::Link(id) => std::slice::from_ref(id),
        Value::Links(ids) if key == keys::ALSO => ids,
        _ => &[],
    }
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

/// The kind of record that a relation field of the open workspace points to.
pub fn relation_of(key: Key) -> Option<RecordType> {
    key.field()?.points_to()
}

/// Fields of a record for building changes in tests and edits.
pub fn created(at: Time) -> Fields {
    Fields::default().with(keys::CREATED, Value::Time(at))
}
