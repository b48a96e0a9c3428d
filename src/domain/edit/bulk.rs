//! What is done to many records at once: one wish, one change.
//!
//! A hundred thousand records take a moment, so the change is made in slices. What a person is shown before
//! is counted while the same change is made, and cannot differ from it.

use super::{
    Making, accept, change, find, interactions, name_of,
    named::{self, Names},
    records::{Deletion, Input, entered, is_oneself},
    set, update,
};
use crate::domain::{
    book::Book,
    change::{Action, Change, FieldChange, Label, Step, Touch},
    field::{self, derived, draft::Entered, keys},
    id::{Id, RecordType},
    key::Key,
    problem::{Fault, Problem},
    record::Record,
    stamp::Stamp,
    value::Value,
};

/// What a person wants of many records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// A field gets this in place of what it holds.
    Set(Key, Entered),
    Clear(Key),
    /// Tags, lists or words of several choices are added to those of a field.
    Add(Key, Entered),
    Remove(Key, Value),
    /// Each gets a note with this text.
    Note(Box<str>),
    Delete,
}

impl Wish {
    /// A record that goes into a field of several.
    pub fn add(key: Key, id: Id) -> Self {
        Self::Add(key, Entered { value: Value::links(vec![id]), names: Vec::new() })
    }

    pub fn remove(key: Key, id: Id) -> Self {
        Self::Remove(key, Value::Links([id].into()))
    }

    /// A tag by its name, which is made where there is none.
    pub fn add_tag(name: &str) -> Self {
        Self::Add(keys::TAGS, Entered { value: None, names: vec![name.trim().into()] })
    }
}

/// What a wish comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Records that become other ones, get a note or go.
    pub changed: usize,
    /// Those that are as they are wanted already.
    pub same: usize,
    /// Those among the changed that hold something which is not kept.
    pub losing: usize,
    /// Those that would have no name and are left alone.
    pub nameless: usize,
    /// Notes that go with records.
    pub notes: usize,
    /// What the records are to others, which goes with them.
    pub relations: usize,
    /// Other records that point to what goes, and will not.
    pub pointing: usize,
}

/// A record that becomes another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    pub id: Id,
    /// The field that the wish is about, where it is about one.
    pub change: Option<FieldChange>,
}

/// How many examples there are of a wish.
pub const EXAMPLES: usize = 5;

/// How many records a slice is: some milliseconds.
const SLICE: usize = 500;

/// A wish on its way to a change.
pub struct Bulk {
    on: RecordType,
    ids: Vec<Id>,
    taken: usize,
    does: Does,
    /// The wish in the history.
    label: Label,
    touches: Vec<Touch>,
    counts: Counts,
    pub examples: Vec<Example>,
    stamp: Stamp,
}

/// A wish that was checked once for all records.
enum Does {
    Put(Key, Option<Value>),
    Add(Key, Value),
    Remove(Key, Value),
    Note(Value),
    Delete(Deletion),
}

/// Does to records what is wished. Ids that are gone are passed over.
pub fn edit(
    book: &Book,
    on: RecordType,
    ids: Vec<Id>,
    wish: &Wish,
    stamp: Stamp,
) -> Result<Change, Problem> {
    let mut bulk = Box::new(Bulk::new(book, on, ids, wish, stamp)?);
    bulk.take(book, usize::MAX);
    Ok(bulk.finish())
}

impl Bulk {
    pub fn new(
        book: &Book,
        on: RecordType,
        ids: Vec<Id>,
        wish: &Wish,
        mut stamp: Stamp,
    ) -> Result<Self, Problem> {
        let mut touches = Vec::new();
        let does = match wish {
            Wish::Set(key, entered) => {
                Does::Put(*key, Some(found(book, on, *key, entered, &mut touches, &mut stamp)?))
            }
            Wish::Clear(key) => Does::Put(*key, accept(book, &[], on, *key, None)?),
            Wish::Add(key, entered) => {
                Does::Add(*key, found(book, on, *key, entered, &mut touches, &mut stamp)?)
            }
            Wish::Remove(key, value) => Does::Remove(*key, value.clone()),
            Wish::Note(_) if interactions::link_key(on).is_none() => {
                return Err(Problem::NothingLeft);
            }
            Wish::Note(text) => Does::Note(interactions::body(text)?),
            Wish::Delete => Does::Delete(Deletion::new(book, on)),
        };
        let label = label(book, on, wish, &does, &touches);
        let counts = Counts::default();
        Ok(Self { on, ids, taken: 0, does, label, touches, counts, examples: Vec::new(), stamp })
    }

    /// Goes on with so many records.
    fn take(&mut self, book: &Book, most: usize) {
        let until = self.ids.len().min(self.taken.saturating_add(most));
        for at in self.taken..until {
            let record = self.ids.get(at).and_then(|id| book.get(self.on, *id));
            if let Some(record) = record {
                self.take_one(book, record);
            }
        }
        self.taken = until;
    }

    fn take_one(&mut self, book: &Book, record: &Record) {
        let about = match &mut self.does {
            Does::Delete(deletion) => {
                deletion.take(book, record);
                None
            }
            Does::Note(body) => {
                let body = body.clone();
                self.touches.push(interactions::note(self.on, record, body, &mut self.stamp));
                None
            }
            Does::Put(key, _) | Does::Add(key, _) | Does::Remove(key, _) => Some(*key),
        };
        if let Some(key) = about {
            let held = field::read(book, record, key);
            let after = match &self.does {
                Does::Put(_, value) => value.clone(),
                Does::Add(_, value) => joined(held.as_deref(), value),
                Does::Remove(_, value) => without(held.as_deref(), value),
                Does::Note(_) | Does::Delete(_) => return,
            };
            let is_same = after.as_ref() == held.as_deref();
            let field = set(record, key, after).filter(|_| !is_same);
            let Some(field) = field.filter(|field| !is_oneself(record.id, field)) else {
                self.counts.same += 1;
                return;
            };
            if is_last_name(record, &field) {
                self.counts.nameless += 1;
                return;
            }
            self.counts.losing += usize::from(is_losing(&field));
            self.note_example(record.id, Some(&field));
            let changes = entered(record, &field, self.stamp.at).into_iter().chain([field]);
            self.touches.extend(update(self.on, record.id, changes.collect()));
        } else {
            self.note_example(record.id, None);
        }
        self.counts.changed += 1;
    }

    fn note_example(&mut self, id: Id, change: Option<&FieldChange>) {
        if self.examples.len() < EXAMPLES {
            self.examples.push(Example { id, change: change.cloned() });
        }
    }

    /// What it has come to so far.
    pub fn counts(&self) -> Counts {
        let mut counts = self.counts.clone();
        if let Does::Delete(deletion) = &self.does {
            (counts.notes, counts.relations, counts.pointing) = deletion.others(self.on);
        }
        counts
    }

    /// What a record is called that may only be made by this very change.
    pub fn name_of(&self, book: &Book, on: RecordType, id: Id) -> Option<String> {
        let made = || match self.touches.iter().find(|touch| touch.on == on && touch.id == id) {
            Some(Touch { step: Step::Create(fields), .. }) => {
                derived::name_of(&Record { id, fields: fields.clone() })
            }
            _ => None,
        };
        book.get(on, id).and_then(derived::name_of).or_else(made)
    }
}

impl Making for Bulk {
    fn go_on(&mut self, book: &Book) -> (usize, usize) {
        self.take(book, SLICE);
        (self.taken, self.ids.len())
    }

    fn finish(mut self: Box<Self>) -> Change {
        if self.counts.changed == 0 {
            // What it would point to is not made for nobody.
            self.touches.clear();
        }
        let Label { action, on, mut name, .. } = self.label;
        if let Does::Delete(mut deletion) = self.does {
            if self.counts.changed == 1 {
                name = std::mem::take(&mut deletion.name).into();
            }
            self.touches = deletion.touches();
        }
        let mut change = change(action, on, &name, self.touches, &self.stamp);
        // Not those that are made or changed beside.
        change.label.count = u32::try_from(self.counts.changed).unwrap_or(u32::MAX);
        change
    }
}

/// The value that was entered, with what it names, which is made where there is none.
fn found(
    book: &Book,
    on: RecordType,
    key: Key,
    entered: &Entered,
    made: &mut Vec<Touch>,
    stamp: &mut Stamp,
) -> Result<Value, Problem> {
    let input = Input::from([(key, entered.value.clone())]);
    let names = match &*entered.names {
        [] => Names::new(),
        names => Names::from([(key, names.to_vec())]),
    };
    let (mut input, new) = named::resolve(book, &input, &names, Vec::new(), stamp)?;
    *made = new;
    let value = input.remove(&key).flatten();
    accept(book, made, on, key, value)?.ok_or(Problem::Field { key, fault: Fault::Missing })
}

/// Putting one tag on or taking it off has a sentence of its own, as have lists.
fn label(book: &Book, on: RecordType, wish: &Wish, does: &Does, made: &[Touch]) -> Label {
    let one = |value: &Value| {
        let Value::Links(ids) = value else { return None };
        let [id] = **ids else { return None };
        let new = made.iter().find(|touch| touch.id == id).map(|touch| &touch.step);
        match new {
            Some(Step::Create(fields)) => match fields.get(keys::NAME) {
                Some(Value::Text(name)) => Some(name.clone()),
                _ => None,
            },
            _ => [RecordType::Tag, RecordType::Segment]
                .into_iter()
                .find_map(|on| find(book, on, id).ok().map(|record| name_of(record).into())),
        }
    };
    let of_one = |key: Key, value: &Value, tag, list| match key {
        keys::TAGS => one(value).map(|name| (tag, on, name)),
        keys::PICKED => one(value).map(|name| (list, on, name)),
        _ => None,
    };
    let of_field = |action, key: Key| (action, on, Box::from(key.name()));
    let (action, on, name) = match (wish, does) {
        (Wish::Note(_), _) => (Action::Create, RecordType::Interaction, "".into()),
        (Wish::Delete, _) => (Action::Delete, on, "".into()),
        (Wish::Clear(key), _) => of_field(Action::Clear, *key),
        (Wish::Add(key, _), Does::Add(_, value)) => {
            of_one(*key, value, Action::AddTag, Action::Pick)
                .unwrap_or_else(|| of_field(Action::Set, *key))
        }
        (Wish::Remove(key, value), _) => of_one(*key, value, Action::RemoveTag, Action::Unpick)
            .unwrap_or_else(|| of_field(Action::Set, *key)),
        (Wish::Set(key, _) | Wish::Add(key, _), _) => of_field(Action::Set, *key),
    };
    Label { action, on, name, count: 0 }
}

/// What is held, and what is added.
fn joined(held: Option<&Value>, more: &Value) -> Option<Value> {
    match (held, more) {
        (Some(Value::Links(held)), Value::Links(more)) => Value::links([&**held, more].concat()),
        (Some(Value::Words(held)), Value::Words(more)) => Value::words_of([&**held, more].concat()),
        _ => Some(more.clone()),
    }
}

/// What is held, but for this.
fn without(held: Option<&Value>, less: &Value) -> Option<Value> {
    match (held, less) {
        (Some(Value::Links(held)), Value::Links(less)) => {
            Value::links(held.iter().copied().filter(|id| !less.contains(id)).collect())
        }
        (Some(Value::Words(held)), Value::Words(less)) => {
            Value::words_of(held.iter().filter(|word| !less.contains(word)).cloned().collect())
        }
        (held, _) => held.cloned(),
    }
}

/// Whether a record would have no name without this field.
fn is_last_name(record: &Record, change: &FieldChange) -> bool {
    let is_naming = change.after.is_none() && derived::NAMED_BY.contains(&change.key);
    is_naming && {
        let mut fields = record.fields.clone();
        fields.replace(change.key, None);
        name_of(&Record { id: record.id, fields }).is_empty()
    }
}

/// Whether something that is held is not held afterwards.
fn is_losing(change: &FieldChange) -> bool {
    match (&change.before, &change.after) {
        (None, _) => false,
        (Some(Value::Links(before)), Some(Value::Links(after))) => {
            before.iter().any(|id| !after.contains(id))
        }
        (Some(Value::Words(before)), Some(Value::Words(after))) => {
            before.iter().any(|word| !after.contains(word))
        }
        (Some(_), _) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        edit::{fields, records},
        value::{choice::Choice, time::Time},
    };

    const ON: RecordType = RecordType::Person;

    #[test]
    fn choices_are_added_and_removed_and_the_others_stay() {
        let mut book = Book::default();
        let mut stamp = Stamp::new(Time::from_millis(1), [1; 10]);
        let choices = ["tea", "coffee", "cake"].map(|word| Choice::new(word, word));
        let definition = Input::from([
            (keys::LABEL, Some(Value::text("Likes"))),
            (keys::FIELD_KIND, Some(Value::text("choices"))),
            (keys::OPTIONS, Some(Value::Options(choices.into()))),
        ]);
        let (key, change) = fields::create(&book, ON, &definition, &mut stamp).unwrap();
        book.apply(change).unwrap();
        let words =
            |words: &[&str]| Value::words_of(words.iter().map(|it| Box::from(*it)).collect());
        let ids: Vec<Id> = [&["tea"][..], &["cake", "tea"], &[]]
            .into_iter()
            .map(|likes| {
                let input =
                    Input::from([(keys::GIVEN, Some(Value::text("Ada"))), (key, words(likes))]);
                let (id, change) = records::create(&book, ON, &input, &mut stamp).unwrap();
                book.apply(change).unwrap();
                id
            })
            .collect();
        let likes = |book: &Book| -> Vec<Option<Value>> {
            ids.iter().map(|id| book.get(ON, *id).unwrap().get(key).cloned()).collect()
        };
        let entered = Entered { value: words(&["coffee", "tea"]), names: Vec::new() };
        let change = edit(&book, ON, ids.clone(), &Wish::Add(key, entered), stamp.clone()).unwrap();
        book.apply(change).unwrap();
        let both = words(&["coffee", "tea"]);
        assert_eq!(likes(&book), [both.clone(), words(&["cake", "coffee", "tea"]), both]);

        let wish = Wish::Remove(key, words(&["coffee", "tea"]).unwrap());
        let mut bulk = Box::new(Bulk::new(&book, ON, ids.clone(), &wish, stamp.clone()).unwrap());
        bulk.go_on(&book);
        let counts = Counts { changed: 3, losing: 3, ..Counts::default() };
        assert_eq!(bulk.counts(), counts);
        book.apply(bulk.finish()).unwrap();
        assert_eq!(likes(&book), [None, words(&["cake"]), None]);

        // A word that is none of the choices is refused.
        let other = Entered { value: words(&["beer"]), names: Vec::new() };
        assert!(edit(&book, ON, ids.clone(), &Wish::Add(key, other), stamp.clone()).is_err());
    }
}
