//! Pipelines and their stages.

use super::{accept, change, find, name_of, records, set, update};
use crate::domain::{
    book::{Book, created},
    change::{Action, Change, Step, Touch},
    field::keys,
    id::{Id, RecordType},
    key::Key,
    problem::Problem,
    record::Record,
    stamp::Stamp,
    value::{Value, number::Number},
};

/// A pipeline in words of the person's language.
#[derive(Clone, Debug)]
pub struct Usual {
    pub name: Box<str>,
    /// Names with the percentage of deals that are won from there.
    pub stages: Vec<(Box<str>, u8)>,
}

/// Pipelines in their order.
pub fn all(book: &Book) -> Vec<&Record> {
    placed(book.table(RecordType::Pipeline).iter().map(|(_, pipeline)| pipeline))
}

/// The stages of a pipeline in their order.
pub fn stages(book: &Book, pipeline: Id) -> Vec<&Record> {
    let stages = book.linked(RecordType::Stage, keys::PIPELINE, pipeline);
    placed(stages.map(|(_, stage)| stage))
}

fn placed<'a>(records: impl Iterator<Item = &'a Record>) -> Vec<&'a Record> {
    let mut records: Vec<_> = records.collect();
    records.sort_by_key(|record| {
        let place = record.number(keys::PLACE).map(Number::ten_thousandths);
        (place.unwrap_or(i64::MAX), record.id)
    });
    records
}

/// Where a deal begins of which nothing else was said.
pub fn first_stage(book: &Book) -> Option<Id> {
    all(book).into_iter().find_map(|pipeline| Some(stages(book, pipeline.id).first()?.id))
}

/// Makes a pipeline with stages.
pub fn create(book: &Book, usual: &Usual, stamp: &mut Stamp) -> Result<(Id, Change), Problem> {
    let mut made = Vec::new();
    make(usual, &mut made, stamp)?;
    let place = all(book).len();
    let mut pipeline = None;
    for touch in &mut made {
        if let (RecordType::Pipeline, Step::Create(fields)) = (touch.on, &mut touch.step) {
            fields.replace(keys::PLACE, number(place));
            pipeline = Some(touch.id);
        }
    }
    let change = change(Action::Create, RecordType::Pipeline, &usual.name, made, stamp);
    Ok((pipeline.ok_or(Problem::NothingLeft)?, change))
}

/// Appends what makes the pipeline, and returns its first stage.
pub(super) fn make(usual: &Usual, made: &mut Vec<Touch>, stamp: &mut Stamp) -> Result<Id, Problem> {
    let pipeline = stamp.id();
    let at = stamp.at;
    let named = |name: &str, place| {
        let fields = created(at).with(keys::NAME, Value::text(name));
        fields.with(keys::PLACE, number(place))
    };
    let fields = named(&usual.name, 0);
    made.push(Touch { on: RecordType::Pipeline, id: pipeline, step: Step::Create(fields) });
    let mut first = None;
    for (place, (name, percent)) in usual.stages.iter().enumerate() {
        let fields = named(name, place)
            .with(keys::PIPELINE, Value::link(pipeline))
            .with(keys::PROBABILITY, number((*percent).into()));
        let id = stamp.id();
        first = first.or(Some(id));
        made.push(Touch { on: RecordType::Stage, id, step: Step::Create(fields) });
    }
    first.ok_or(Problem::NothingLeft)
}

/// Adds a stage at the end of a pipeline, half as far from being won as the one before it.
pub fn add_stage(
    book: &Book,
    pipeline: Id,
    name: &str,
    stamp: &mut Stamp,
) -> Result<Change, Problem> {
    find(book, RecordType::Pipeline, pipeline)?;
    let on = RecordType::Stage;
    let given = accept(book, &[], on, keys::NAME, Some(Value::text(name)))?;
    let given = given.ok_or(Problem::Nameless(on))?;
    let others = stages(book, pipeline);
    let before = others.last().and_then(|stage| stage.number(keys::PROBABILITY));
    let before = before.map_or(0, |percent| percent.ten_thousandths() / 10_000);
    let percent = usize::try_from(before.min(100).midpoint(100)).unwrap_or_default();
    let fields = created(stamp.at)
        .with(keys::NAME, given)
        .with(keys::PIPELINE, Value::link(pipeline))
        .with(keys::PROBABILITY, number(percent))
        .with(keys::PLACE, number(others.len()));
    let touch = Touch { on, id: stamp.id(), step: Step::Create(fields) };
    Ok(change(Action::Create, on, name.trim(), vec![touch], stamp))
}

/// Puts a stage or a pipeline one place earlier or later among its like.
pub fn shift(
    book: &Book,
    on: RecordType,
    id: Id,
    is_earlier: bool,
    stamp: &Stamp,
) -> Result<Change, Problem> {
    let record = find(book, on, id)?;
    let mut order: Vec<&Record> = match record.link(keys::PIPELINE) {
        Some(pipeline) => stages(book, pipeline),
        None => all(book),
    };
    let at = order.iter().position(|other| other.id == id).ok_or(Problem::NothingLeft)?;
    let to = if is_earlier { at.checked_sub(1) } else { Some(at + 1) };
    let to = to.filter(|to| *to < order.len()).ok_or(Problem::NothingLeft)?;
    order.swap(at, to);
    let touches = order.iter().enumerate().filter_map(|(place, record)| {
        update(on, record.id, set(record, keys::PLACE, number(place)).into_iter().collect())
    });
    Ok(change(Action::Edit, on, &name_of(record), touches.collect(), stamp))
}

/// Deletes a stage. Its deals go on in another one, which must be given where there are any.
pub fn delete_stage(
    book: &Book,
    id: Id,
    into: Option<Id>,
    stamp: &Stamp,
) -> Result<Change, Problem> {
    let stage = find(book, RecordType::Stage, id)?;
    let mut touches = moved(book, id, into, stamp)?;
    let step = Step::Delete(stage.fields.clone());
    touches.push(Touch { on: RecordType::Stage, id, step });
    Ok(change(Action::Delete, RecordType::Stage, &name_of(stage), touches, stamp))
}

/// Deletes a pipeline with its stages. Its deals go on in a stage of another one, which must be given where
/// there are any.
pub fn delete(book: &Book, id: Id, into: Option<Id>, stamp: &Stamp) -> Result<Change, Problem> {
    let pipeline = find(book, RecordType::Pipeline, id)?;
    let mut touches = Vec::new();
    for stage in stages(book, id) {
        touches.extend(moved(book, stage.id, into, stamp)?);
        let step = Step::Delete(stage.fields.clone());
        touches.push(Touch { on: RecordType::Stage, id: stage.id, step });
    }
    let step = Step::Delete(pipeline.fields.clone());
    touches.push(Touch { on: RecordType::Pipeline, id, step });
    Ok(change(Action::Delete, RecordType::Pipeline, &name_of(pipeline), touches, stamp))
}

fn moved(book: &Book, stage: Id, into: Option<Id>, stamp: &Stamp) -> Result<Vec<Touch>, Problem> {
    let key: Key = keys::STAGE;
    let deals = book.linked(RecordType::Deal, key, stage);
    let mut touches = Vec::new();
    for (_, deal) in deals {
        let into = into.filter(|into| *into != stage);
        let into = into.ok_or(Problem::InUse { on: RecordType::Stage, id: stage })?;
        find(book, RecordType::Stage, into)?;
        let Some(field) = set(deal, key, Some(Value::link(into))) else { continue };
        let entered = records::entered(deal, &field, stamp.at);
        touches.extend(update(
            RecordType::Deal,
            deal.id,
            entered.into_iter().chain([field]).collect(),
        ));
    }
    Ok(touches)
}

fn number(number: usize) -> Option<Value> {
    let units = i64::try_from(number).ok()?.checked_mul(10_000)?;
    Number::from_ten_thousandths(units).map(Value::Number)
}
