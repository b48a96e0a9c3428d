//! Tasks: written down, put off, done, and there again where they repeat.

use chrono::NaiveDate;

use super::{
    change, find, name_of,
    named::Names,
    records::{self, Input},
    set, update,
};
use crate::domain::{
    book::{Book, Conflict, created},
    change::{Action, Change, FieldChange, Step, Touch},
    checklist,
    field::keys,
    id::{Id, RecordType},
    key::Key,
    problem::{Fault, Problem},
    record::Record,
    repeat::Rule,
    stamp::Stamp,
    value::{Value, day::Day},
};

const ON: RecordType = RecordType::Task;

/// Writes a task down.
pub fn create(
    book: &Book,
    input: &Input,
    names: &Names,
    stamp: &mut Stamp,
) -> Result<(Id, Change), Problem> {
    let input = checked(input, None)?;
    records::create_naming(book, ON, &input, names, stamp)
}

/// Changes a task; see [`records::edit_naming`].
pub fn edit(
    book: &Book,
    id: Id,
    seen: &Input,
    input: &Input,
    names: &Names,
    stamp: &mut Stamp,
) -> Result<Change, Problem> {
    let input = checked(input, book.get(ON, id))?;
    records::edit_naming(book, ON, id, seen, &input, names, stamp)
}

/// Checks what fields alone cannot tell: the steps of the checklist, the time of day, how the task repeats,
/// and that there is a whole day to repeat it from, which the rule then names itself.
fn checked(input: &Input, held: Option<&Record>) -> Result<Input, Problem> {
    let mut input = input.clone();
    let text = |input: &Input, key: Key| match input.get(&key) {
        Some(Some(Value::Text(text))) => Some(text.clone()),
        _ => None,
    };
    if let Some(list) = text(&input, keys::CHECKLIST) {
        let steps = checklist::parse(&list);
        let list = (!steps.is_empty()).then(|| Value::text(checklist::print(&steps)));
        input.insert(keys::CHECKLIST, list);
    }
    if let Some(time) = text(&input, keys::DUE_TIME).filter(|time| clock(time).is_none()) {
        return Err(Problem::Field { key: keys::DUE_TIME, fault: Fault::NotADay(time) });
    }
    let Some(repeat) = text(&input, keys::REPEAT) else { return Ok(input) };
    let due = match input.get(&keys::DUE) {
        Some(Some(Value::Day(day))) => Some(*day),
        Some(_) => None,
        None => held.and_then(|task| task.day(keys::DUE)),
    };
    let missing = Problem::Field { key: keys::DUE, fault: Fault::Missing };
    let due = due.and_then(Day::date).ok_or(missing)?;
    let rule = Rule::parse(&repeat);
    let rule = rule.ok_or(Problem::Field { key: keys::REPEAT, fault: Fault::NotADay(repeat) })?;
    input.insert(keys::REPEAT, Some(Value::text(rule.anchored(due).to_string())));
    Ok(input)
}

/// Hours and minutes of a time of day such as `09:30`.
pub fn clock(text: &str) -> Option<(u8, u8)> {
    let (hours, minutes) = text.split_once(':')?;
    let part = |part: &str, end: u8| {
        (part.len() == 2).then(|| part.parse::<u8>().ok()).flatten().filter(|part| *part < end)
    };
    Some((part(hours, 24)?, part(minutes, 60)?))
}

/// Ticks a task off. One that repeats is there again for its next day, as a task of its own.
pub fn complete(book: &Book, id: Id, stamp: &mut Stamp) -> Result<Change, Problem> {
    let task = find(book, ON, id)?;
    let mut changes: Vec<FieldChange> =
        set(task, keys::DONE, Some(Value::Time(stamp.at))).into_iter().collect();
    let mut touches = Vec::new();
    if task.get(keys::DONE).is_none()
        && let Some((rule, due)) = next(task, book.today.date)
    {
        let mut again = task.fields.clone();
        for key in [keys::CREATED, keys::UPDATED] {
            again.replace(key, None);
        }
        for (key, value) in created(stamp.at).iter() {
            again.replace(key, Some(value.clone()));
        }
        again.replace(keys::DUE, Day::from_date(due).map(Value::Day));
        again.replace(keys::REPEAT, Some(Value::text(rule.to_string())));
        again.replace(keys::CHECKLIST, task.text(keys::CHECKLIST).map(unticked));
        // Taken along by the next one, so that opening this one again does not make two rows of tasks.
        changes.extend(set(task, keys::REPEAT, None));
        touches.push(Touch { on: ON, id: stamp.id(), step: Step::Create(again) });
    }
    touches.extend(update(ON, id, changes));
    let mut change = change(Action::Complete, ON, &name_of(task), touches, stamp);
    change.label.count = 1;
    Ok(change)
}

/// How the task that follows repeats, and when it is due: after the day it was due for, and not in the past.
fn next(task: &Record, today: NaiveDate) -> Option<(Rule, NaiveDate)> {
    let rule = Rule::parse(task.text(keys::REPEAT)?)?;
    let due = task.day(keys::DUE)?.date()?;
    let before_today = today.pred_opt()?;
    rule.next(due, due.max(before_today))
}

fn unticked(list: &str) -> Value {
    let steps: Vec<_> = checklist::parse(list)
        .into_iter()
        .map(|step| checklist::Step { is_done: false, ..step })
        .collect();
    Value::text(checklist::print(&steps))
}

/// Ticks a step of the checklist, or takes the tick off. `step` is the one that the person saw there.
pub fn tick(
    book: &Book,
    id: Id,
    nth: usize,
    step: &checklist::Step,
    stamp: &Stamp,
) -> Result<Change, Problem> {
    let key = keys::CHECKLIST;
    let mut steps = checklist::parse(find(book, ON, id)?.text(key).unwrap_or_default());
    match steps.get_mut(nth).filter(|held| *held == step) {
        Some(held) => held.is_done = !step.is_done,
        None => return Err(Conflict { on: ON, id, key: Some(key) }.into()),
    }
    changed(book, id, key, Some(Value::text(checklist::print(&steps))), stamp)
}

/// Opens a task again that was done.
pub fn reopen(book: &Book, id: Id, stamp: &Stamp) -> Result<Change, Problem> {
    changed(book, id, keys::DONE, None, stamp)
}

/// Puts a task off to a day, or to some day.
pub fn put_off(
    book: &Book,
    id: Id,
    to: Option<NaiveDate>,
    stamp: &Stamp,
) -> Result<Change, Problem> {
    let day = to.and_then(Day::from_date).map(Value::Day);
    changed(book, id, keys::DUE, day, stamp)
}

fn changed(
    book: &Book,
    id: Id,
    key: Key,
    value: Option<Value>,
    stamp: &Stamp,
) -> Result<Change, Problem> {
    let task = find(book, ON, id)?;
    let touches = update(ON, id, set(task, key, value).into_iter().collect());
    Ok(change(Action::Edit, ON, &name_of(task), touches.into_iter().collect(), stamp))
}
