//! What fields held before, read from the journal.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Test,
    date::{self, Holds},
    value::number_of,
    when::Today,
};
use crate::{
    domain::{
        book::Book,
        change::{Action, Cause, Change, Step as Done},
        field::{Kind, keys},
        fold::fold,
        id::{Id, RecordType},
        key::Key,
        record::Record,
        value::{Value, time::Time},
    },
    query::{
        filter::{Group, Operand, Subject},
        operator::Operator,
        segment,
    },
};

/// The steps of the fields that filters have asked about, and which records an import touched.
///
/// What a field held from the beginning is not kept: it is what the first step found, or what the record
/// holds. A change that was undone is taken out again, and what undid it never comes in.
#[derive(Clone, Debug, Default)]
pub struct Past {
    fields: BTreeMap<(RecordType, Key), FxHashMap<Id, Vec<Step>>>,
    /// By the position of the import in the journal.
    imports: BTreeMap<u64, FxHashSet<(RecordType, Id)>>,
}

/// A change of one field of one record.
#[derive(Clone, Debug)]
struct Step {
    at: Time,
    position: u64,
    before: Option<Value>,
    after: Option<Value>,
}

/// What a filter has to know of the past.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    pub fields: BTreeSet<(RecordType, Key)>,
    pub imports: bool,
}

impl Wanted {
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && !self.imports
    }

    /// Adds what a filter on records of a type needs, with the segments and relations that it asks about.
    pub fn add(&mut self, book: &Book, group: &Group, on: RecordType) {
        segment::each_condition(book, group, on, &mut |on, condition| match condition.subject {
            Subject::Field(key) if is_of_past(condition.operator) => {
                self.fields.insert((on, key));
            }
            Subject::Import => self.imports = true,
            _ => {}
        });
    }
}

pub(super) fn is_of_past(operator: Operator) -> bool {
    matches!(operator, Operator::Was | Operator::Changed | Operator::Went | Operator::Held)
}

impl Past {
    /// What of this is not known yet.
    pub fn missing(&self, wanted: &Wanted) -> Wanted {
        let fields = wanted.fields.iter().filter(|field| !self.fields.contains_key(field));
        Wanted {
            fields: fields.copied().collect(),
            imports: wanted.imports && self.imports.is_empty(),
        }
    }

    /// Begins to follow more fields, and those it knows anew. All changes have to come, from the first on.
    pub fn begin(&mut self, wanted: &Wanted) {
        let fields: BTreeSet<_> = self.fields.keys().chain(&wanted.fields).copied().collect();
        self.fields = fields.into_iter().map(|field| (field, FxHashMap::default())).collect();
        if wanted.imports || !self.imports.is_empty() {
            // Position 0 has no change: it says that imports are known.
            self.imports = BTreeMap::from([(0, FxHashSet::default())]);
        }
    }

    /// Takes note of the change at a position. Positions come in ascending order.
    pub fn follow(&mut self, position: u64, change: &Change) {
        if let Cause::Undo(of) = change.cause {
            self.forget(of, change);
            return;
        }
        if change.label.action == Action::Import && !self.imports.is_empty() {
            let touched = change.touches.iter().map(|touch| (touch.on, touch.id));
            self.imports.entry(position).or_default().extend(touched);
        }
        for touch in &change.touches {
            let Done::Update(changes) = &touch.step else { continue };
            for field in changes {
                if let Some(records) = self.fields.get_mut(&(touch.on, field.key)) {
                    records.entry(touch.id).or_default().push(Step {
                        at: change.at,
                        position,
                        before: field.before.clone(),
                        after: field.after.clone(),
                    });
                }
            }
        }
    }

    /// Takes out the change at a position, given the one that undid it, which touches the same.
    fn forget(&mut self, position: u64, undo: &Change) {
        self.imports.remove(&position);
        for touch in &undo.touches {
            let Done::Update(changes) = &touch.step else { continue };
            for field in changes {
                let records = self.fields.get_mut(&(touch.on, field.key));
                if let Some(steps) = records.and_then(|records| records.get_mut(&touch.id)) {
                    steps.retain(|step| step.position != position);
                }
            }
        }
    }

    fn of_field(&self, on: RecordType, key: Key) -> Steps<'_> {
        Steps(self.fields.get(&(on, key)))
    }

    /// The records of which a field has changed.
    pub(super) fn changed(&self, on: RecordType, key: Key) -> impl Iterator<Item = Id> {
        self.fields.get(&(on, key)).into_iter().flat_map(FxHashMap::keys).copied()
    }

    pub(super) fn is_of_import(&self, on: RecordType, id: Id, positions: &[u64]) -> bool {
        let mut imports = positions.iter().filter_map(|position| self.imports.get(position));
        imports.any(|touched| touched.contains(&(on, id)))
    }
}

/// The steps of one field, by record.
#[derive(Clone, Copy)]
struct Steps<'a>(Option<&'a FxHashMap<Id, Vec<Step>>>);

impl<'a> Steps<'a> {
    fn of(self, id: Id) -> &'a [Step] {
        self.0.and_then(|records| records.get(&id)).map_or(&[], Vec::as_slice)
    }

    /// When the field came to hold what it holds: at the last step, or when the record was made.
    fn since(self, key: Key, record: &Record) -> Option<Time> {
        let last = self.of(record.id).last().map(|step| step.at);
        last.or_else(|| record.get(key).and_then(|_| record.time(keys::CREATED)))
    }
}

pub(super) fn test<'a>(
    book: &'a Book,
    past: &'a Past,
    today: &'a Today,
    on: RecordType,
    key: Key,
    operator: Operator,
    operand: &Operand,
) -> Option<Test<'a>> {
    let steps = past.of_field(on, key);
    Some(match (operator, operand) {
        (Operator::Changed, Operand::Span(span)) => {
            let start = today.zone.start_of(today.ago(*span));
            Box::new(move |record| {
                steps.since(key, record).is_some_and(|since| since.millis() >= start)
            })
        }
        (Operator::Held, Operand::Span(span)) => {
            let start = today.zone.start_of(today.ago(*span));
            Box::new(move |record| {
                record.get(key).is_some()
                    && steps.since(key, record).is_some_and(|since| since.millis() < start)
            })
        }
        (Operator::Was, wanted) => {
            let is_wanted = is_one_of(book, today, key, wanted)?;
            Box::new(move |record| {
                let held = steps.of(record.id).iter().flat_map(|step| [&step.before, &step.after]);
                held.filter_map(Option::as_ref).chain(record.get(key)).any(&is_wanted)
            })
        }
        (Operator::Went, Operand::Step { from, to }) => {
            let end = |end: &Operand| match end {
                Operand::Nothing => Some(None),
                end => is_one_of(book, today, key, end).map(Some),
            };
            let (from, to) = (end(from)?, end(to)?);
            let suits = |end: &Option<Holds<'_>>, value: &Option<Value>| {
                end.as_ref().is_none_or(|is_one| value.as_ref().is_some_and(is_one))
            };
            Box::new(move |record| {
                steps
                    .of(record.id)
                    .iter()
                    .any(|step| suits(&from, &step.before) && suits(&to, &step.after))
            })
        }
        _ => return None,
    })
}

/// Whether a value of the journal is one of these, by what it means today: in the form of its field, and of a
/// choice that was merged into another, the other.
fn is_one_of<'a>(
    book: &'a Book,
    today: &'a Today,
    key: Key,
    operand: &Operand,
) -> Option<Holds<'a>> {
    let field = book.field(key)?;
    let is_one = is_one_of_all(today, field.kind, operand)?;
    if field.own.is_none() {
        return Some(is_one);
    }
    Some(Box::new(move |value| {
        let typed = book.own().typed(key, value.clone());
        is_one(&field.merged(&typed).unwrap_or(typed))
    }))
}

fn is_one_of_all<'a>(today: &'a Today, kind: Kind, operand: &Operand) -> Option<Holds<'a>> {
    Some(match operand {
        Operand::Texts(texts) if matches!(kind, Kind::Choice(_) | Kind::Choices(_)) => {
            let texts = texts.clone();
            Box::new(move |value| match value {
                Value::Text(word) => texts.contains(word),
                Value::Words(held) => held.iter().any(|word| texts.contains(word)),
                _ => false,
            })
        }
        Operand::Texts(texts) => {
            let texts: Vec<_> = texts.iter().map(|text| fold(text)).collect();
            Box::new(move |value| {
                let mut is_any = false;
                value.words(&mut |text| is_any |= texts.contains(&fold(text)));
                is_any
            })
        }
        Operand::Numbers(numbers) => {
            let numbers = numbers.clone();
            Box::new(move |value| number_of(value).is_some_and(|number| numbers.contains(&number)))
        }
        Operand::When(_) => date::of_value(today, Operator::On, operand)?,
        Operand::Flag(flag) => {
            let flag = *flag;
            Box::new(move |value| matches!(value, Value::Flag(held) if *held == flag))
        }
        Operand::Records(ids) => {
            let ids = ids.clone();
            Box::new(move |value| match value {
                Value::Link(id) => ids.contains(id),
                Value::Links(held) => held.iter().any(|id| ids.contains(id)),
                _ => false,
            })
        }
        _ => return None,
    })
}
