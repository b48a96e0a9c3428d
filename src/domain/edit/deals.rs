//! Deals: opened, moved from stage to stage, won and lost.

use std::collections::BTreeMap;

use super::{
    change, find, interactions,
    lifecycle::{self, Trigger},
    named::Names,
    pipelines::{self, Usual},
    records::{self, Input},
    set, update,
};
use crate::domain::{
    book::Book,
    change::{Action, Change, FieldChange, Step},
    field::keys,
    id::{Id, RecordType},
    problem::{Fault, Problem},
    record::Record,
    stamp::Stamp,
    value::{Value, choice},
};

const ON: RecordType = RecordType::Deal;

/// Opens a deal in the stage that the input names, or else in the first one there is; where there is no
/// pipeline yet, the usual one is made. Whoever it is with becomes an opportunity.
pub fn create(
    book: &Book,
    input: &Input,
    names: &Names,
    usual: &Usual,
    stamp: &mut Stamp,
) -> Result<(Id, Change), Problem> {
    let mut input = input.clone();
    let mut made = Vec::new();
    if input.get(&keys::STAGE).is_none_or(Option::is_none) {
        let first = match pipelines::first_stage(book) {
            Some(first) => first,
            None => pipelines::make(usual, &mut made, stamp)?,
        };
        input.insert(keys::STAGE, Some(Value::link(first)));
    }
    let (id, mut created) = records::create_beside(book, ON, &input, names, made, stamp)?;
    let linked = input.iter().filter_map(|(key, value)| Some((*key, value.as_ref()?)));
    created.touches.extend(lifecycle::advanced(book, linked, Trigger::DealOpened, stamp.at));
    Ok((id, created))
}

/// Opens a deal with a person who was a lead until now. The organization of the deal becomes the person's.
pub fn convert(
    book: &Book,
    person: Id,
    input: &Input,
    names: &Names,
    usual: &Usual,
    stamp: &mut Stamp,
) -> Result<(Id, Change), Problem> {
    let record = find(book, RecordType::Person, person)?;
    let mut input = input.clone();
    input.insert(keys::PERSON, Some(Value::link(person)));
    let (id, mut change) = create(book, &input, names, usual, stamp)?;
    let organization = change.touches.iter().find_map(|touch| match &touch.step {
        Step::Create(fields) if touch.id == id => fields.get(keys::ORGANIZATION).cloned(),
        _ => None,
    });
    let joined = organization.and_then(|it| set(record, keys::ORGANIZATION, Some(it)));
    if let Some(joined) = joined {
        // A change touches a record once, and the lifecycle may have moved.
        let touched = change.touches.iter_mut().find(|touch| touch.id == person);
        match touched.map(|touch| &mut touch.step) {
            Some(Step::Update(changes)) => changes.push(joined),
            _ => change.touches.extend(update(RecordType::Person, person, vec![joined])),
        }
    }
    Ok((id, change))
}

/// Why deals were lost, the most frequent reason first.
pub fn reasons(book: &Book, most: usize) -> Vec<String> {
    let mut counts = BTreeMap::<&str, usize>::new();
    let deals = book.table(ON).iter();
    for reason in deals.filter_map(|(_, deal)| deal.text(keys::LOST_REASON)) {
        *counts.entry(reason).or_default() += 1;
    }
    let mut reasons: Vec<_> = counts.into_iter().collect();
    // Stable, so that those of the same number stay in the order of their words.
    reasons.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    reasons.into_iter().take(most).map(|(reason, _)| reason.to_owned()).collect()
}

/// Moves a deal to a stage; one that has ended is open again.
pub fn move_to(book: &Book, id: Id, stage: Id, stamp: &Stamp) -> Result<Change, Problem> {
    let deal = find(book, ON, id)?;
    find(book, RecordType::Stage, stage)?;
    let mut changes = reopened(deal);
    if let Some(moved) = set(deal, keys::STAGE, Some(Value::link(stage))) {
        changes.extend(records::entered(deal, &moved, stamp.at));
        changes.push(moved);
    }
    Ok(changed(deal, changes, stamp))
}

/// Ends a deal as won or lost. Who buys is a customer. A reason is kept of what was lost.
pub fn close(
    book: &Book,
    id: Id,
    outcome: &str,
    reason: Option<&str>,
    stamp: &Stamp,
) -> Result<Change, Problem> {
    let refuse = |fault| Problem::Field { key: keys::OUTCOME, fault };
    if !choice::OUTCOME.contains(&outcome) {
        return Err(refuse(Fault::NotAChoice(outcome.into())));
    }
    let deal = find(book, ON, id)?;
    let reason = reason.filter(|_| outcome == "lost").map(Value::text);
    let reason = super::accept(book, &[], ON, keys::LOST_REASON, reason)?;
    let closed = deal.get(keys::CLOSED).cloned().unwrap_or(Value::Time(stamp.at));
    let changes = [
        set(deal, keys::OUTCOME, Some(Value::text(outcome))),
        set(deal, keys::CLOSED, Some(closed)),
        set(deal, keys::LOST_REASON, reason),
    ];
    let mut change = changed(deal, changes.into_iter().flatten().collect(), stamp);
    if outcome == "won" {
        let linked = interactions::linked(ON, deal);
        let linked = linked.iter().map(|(key, value)| (*key, value));
        change.touches.extend(lifecycle::advanced(book, linked, Trigger::DealWon, stamp.at));
    }
    Ok(change)
}

/// Opens a deal again that has ended.
pub fn reopen(book: &Book, id: Id, stamp: &Stamp) -> Result<Change, Problem> {
    let deal = find(book, ON, id)?;
    Ok(changed(deal, reopened(deal), stamp))
}

fn reopened(deal: &Record) -> Vec<FieldChange> {
    let ended = [keys::OUTCOME, keys::CLOSED, keys::LOST_REASON];
    ended.into_iter().filter_map(|key| set(deal, key, None)).collect()
}

fn changed(deal: &Record, changes: Vec<FieldChange>, stamp: &Stamp) -> Change {
    let touches = update(ON, deal.id, changes).into_iter().collect();
    change(Action::Edit, ON, &super::name_of(deal), touches, stamp)
}
