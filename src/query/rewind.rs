//! A book as it was: a copy that goes back through the journal, change by change.
//!
//! The inverse of a change is the swap of before and after, and an undo in the journal is a change like any
//! other, so going back needs nothing but the changes. Each step takes as many records as the caller has
//! time for.

use rustc_hash::FxHashMap;

use super::{
    ask::{Asked, Past, Slots, Texts, Wanted, when::Today},
    filter::{Condition, Group, Operand, Subject},
    operator::{Class, Operator},
    segment,
};
use crate::domain::{
    book::{Book, Conflict},
    change::{Change, FieldChange, Step, Touch},
    field::keys,
    id::{Id, RecordType},
    record::Fields,
    today,
    value::{Value, time::Time},
};

/// What says how records are asked, and stays as it is today: fields mean what they mean now, and so do
/// segments.
pub const RULES: [RecordType; 3] = [RecordType::Workspace, RecordType::Field, RecordType::Segment];

/// A copy of a book, and the changes that lead back from it.
#[derive(Debug)]
pub struct Rewind {
    pub book: Book,
    texts: Texts,
    /// Types of record that do not go back.
    kept: &'static [RecordType],
    /// Newest first. What is taken back is empty.
    changes: Vec<Taken>,
    /// How many of the changes are taken back.
    done: usize,
    /// The oldest known change or deletion of each record, while it is not known when it had changed before.
    open: FxHashMap<(RecordType, Id), (usize, usize)>,
    /// How far the copy is: types, and pages of the next one.
    copied: (usize, u32),
}

#[derive(Debug)]
struct Taken {
    position: u64,
    /// Without what new records were made of: they are there.
    change: Change,
    /// For each record that was touched, the moment that it held before, where that is known.
    moments: Vec<Option<Value>>,
}

/// What has to be known of the journal to ask a filter of the past.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    pub past: Wanted,
    /// It asks when records had changed.
    pub moments: bool,
    /// Whose words it looks for.
    pub words: Vec<RecordType>,
}

impl Needs {
    pub fn of(book: &Book, group: &Group, on: RecordType) -> Self {
        let mut needs = Self::default();
        needs.past.add(book, group, on);
        segment::each_condition(book, group, on, &mut |on, condition| {
            needs.moments |= condition.subject == Subject::Field(keys::UPDATED)
                || condition.operand == Operand::Field(keys::UPDATED);
            if looks_for_words(condition) && !needs.words.contains(&on) {
                needs.words.push(on);
            }
        });
        needs
    }
}

fn looks_for_words(condition: &Condition) -> bool {
    condition.subject == Subject::Words
        || condition.operator == Operator::Contains
            && Class::of_subject(condition.subject) == Some(Class::Text)
}

impl Rewind {
    /// Begins with an empty copy. Records of the kept types will stay as they are.
    pub fn new(kept: &'static [RecordType]) -> Self {
        Self {
            book: Book::default(),
            texts: Texts::new(),
            kept,
            changes: Vec::new(),
            done: 0,
            open: FxHashMap::default(),
            copied: (0, 0),
        }
    }

    /// Copies up to so many pages of records. Returns whether any is left.
    pub fn copy_some(&mut self, from: &Book, mut pages: u32) -> bool {
        while let Some(on) = RecordType::ALL.get(self.copied.0).copied() {
            let table = from.table(on);
            while self.copied.1 < table.pages() {
                if pages == 0 {
                    return true;
                }
                let page = self.copied.1;
                let records = table.page(page).map(|(_, record)| record.clone()).collect();
                self.book.load_page(on, page, records);
                self.copied.1 += 1;
                pages -= 1;
            }
            self.copied = (self.copied.0 + 1, 0);
        }
        false
    }

    /// Takes note of a change. They come newest first, from the one that the copy ends with.
    pub fn learn(&mut self, position: u64, mut change: Change) {
        let nth = self.changes.len();
        change.touches.retain(|touch| !self.kept.contains(&touch.on));
        for (at, touch) in change.touches.iter_mut().enumerate() {
            let record = (touch.on, touch.id);
            let held = match &mut touch.step {
                Step::Create(fields) => {
                    let held = fields.get(keys::UPDATED).cloned();
                    *fields = Fields::default();
                    held.or(Some(Value::Time(change.at)))
                }
                Step::Update(changes) => match moment(changes) {
                    Some(brought) => brought.after.clone(),
                    None => Some(Value::Time(change.at)),
                },
                Step::Delete(_) => None,
            };
            let later = self.open.remove(&record);
            if let Some((nth, at)) = later
                && let Some(later) = self.changes.get_mut(nth)
                && let Some(moment) = later.moments.get_mut(at)
            {
                *moment = held;
            }
            // What was deleted need not say when it had changed last: a change does not ask for that.
            let is_open = match &touch.step {
                Step::Create(_) => false,
                Step::Update(changes) => moment(changes).is_none(),
                Step::Delete(_) => true,
            };
            if is_open {
                self.open.insert(record, (nth, at));
            }
        }
        let moments = vec![None; change.touches.len()];
        self.changes.push(Taken { position, change, moments });
    }

    /// Whether enough is known to go back to a moment.
    pub fn reaches(&self, moment: Time, needs: &Needs) -> bool {
        let Some(last) = self.changes.last() else { return false };
        let is_far = last.change.at <= moment
            && needs.past.is_empty()
            && (self.open.is_empty() || !needs.moments);
        last.position == 1 || is_far
    }

    /// The position of the last change that was made by a moment, 0 before the first. `None` where the
    /// changes that are known do not lead so far.
    pub fn position_at(&self, moment: Time) -> Option<u64> {
        let rest = self.changes.get(self.done..).unwrap_or_default();
        if let Some(last) = rest.iter().find(|taken| taken.change.at <= moment) {
            return Some(last.position);
        }
        self.changes.last().filter(|first| first.position == 1).map(|_| 0)
    }

    /// Takes back up to so many records' part of the changes after a position. Returns whether any is left.
    pub fn take_back(&mut self, position: u64, most: usize) -> Result<bool, Conflict> {
        let mut left = most;
        while let Some(taken) = self.changes.get_mut(self.done) {
            if taken.position <= position {
                return Ok(false);
            }
            if left == 0 {
                return Ok(true);
            }
            let from = taken.change.touches.len().saturating_sub(left);
            let moments = taken.moments.split_off(from);
            let Change { at, cause, ref label, ref mut touches } = taken.change;
            let touches = touches.split_off(from);
            left -= touches.len();
            let part = Change { at, cause, label: label.clone(), touches };
            let mut inverse = part.inverse(at, cause);
            for (touch, moment) in inverse.touches.iter_mut().zip(moments.into_iter().rev()) {
                complete(&self.book, touch, moment);
            }
            let changed = self.book.apply(inverse)?;
            for (on, index) in &mut self.texts {
                index.follow(&self.book, *on, &changed);
            }
            if from == 0 {
                self.done += 1;
            }
        }
        Ok(false)
    }

    /// Makes up to so many pages of text ready to be searched. Returns whether any is left.
    pub fn fold_some(&mut self, needs: &Needs, pages: usize) -> bool {
        needs.words.iter().any(|on| {
            let index = self.texts.entry(*on).or_default();
            index.renew_some(&self.book, *on, pages)
        })
    }

    /// The records for which a filter holds, on a day and with what was known of the past by then.
    pub fn find(&mut self, group: &Group, on: RecordType, today: &Today, needs: &Needs) -> Slots {
        let mut past = Past::default();
        if !needs.past.is_empty() {
            past.begin(&needs.past);
            for taken in self.changes.iter().skip(self.done).rev() {
                past.follow(taken.position, &taken.change);
            }
        }
        let east =
            |at: Time| i32::try_from(today.zone.minutes_east(at.millis())).unwrap_or_default();
        self.book.today = today::Today::at(today.now, east);
        Asked::new(&self.book, today, &mut self.texts, &past).find(group, on)
    }
}

/// The moment that a change brings along, as one that takes over a file does.
fn moment(changes: &[FieldChange]) -> Option<&FieldChange> {
    changes.iter().find(|change| change.key == keys::UPDATED)
}

/// Adds to an inverse what the change did not say: what a new record was made of, and when it had changed
/// before.
fn complete(book: &Book, touch: &mut Touch, moment: Option<Value>) {
    let held = book.get(touch.on, touch.id);
    match (&mut touch.step, held, moment) {
        (Step::Delete(fields), Some(record), _) => *fields = record.fields.clone(),
        (Step::Update(changes), Some(record), Some(after)) => {
            let before = record.get(keys::UPDATED).cloned();
            changes.push(FieldChange { key: keys::UPDATED, before, after: Some(after) });
        }
        (Step::Create(fields), None, moment @ Some(_)) => {
            fields.replace(keys::UPDATED, moment);
        }
        _ => {}
    }
}
