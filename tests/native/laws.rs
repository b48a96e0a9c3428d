//! Laws that hold for whatever a person does, in whatever order.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use proptest::prelude::*;
use rapport::domain::{
    book::{Book, Conflict},
    change::{Cause, Change, FieldChange, Step, Touch},
    edit::{
        Making,
        bulk::{self, Bulk, Counts, Example, Wish},
        interactions,
        named::Names,
        records::{self, Input},
        relations,
        revert::{Reverting, Undoable},
        tags,
    },
    field::{derived, draft::Entered, keys},
    fold::fold,
    id::{Id, RecordType},
    items,
    key::Key,
    problem::Problem,
    record::{Fields, Record},
    stamp::Stamp,
    value::{Entry, Value, time::Time},
};

use super::generate::{self, Op, Wished, difference};

/// The types of record that there are lists of.
pub(crate) const LISTED: [RecordType; 2] = [RecordType::Person, RecordType::Organization];

/// A workspace as the app runs it: a book, the journal behind it, and what can be undone.
#[derive(Default)]
pub(crate) struct Session {
    pub(crate) book: Book,
    pub(crate) journal: Vec<Change>,
    undoable: Undoable,
    clock: i64,
}

impl Session {
    fn stamp(&mut self) -> Stamp {
        self.clock += 1;
        let mut seed = [0; 10];
        seed[2..].copy_from_slice(&self.clock.to_be_bytes());
        Stamp::new(Time::from_millis(1_767_225_600_000 + self.clock), seed)
    }

    /// The record at a position of its table, counted around.
    fn at(&self, on: RecordType, at: usize) -> Option<Id> {
        let ids: Vec<Id> = self.book.table(on).iter().map(|(_, record)| record.id).collect();
        ids.get(at % ids.len().max(1)).copied()
    }

    fn some(&self, on: RecordType, from: usize, count: usize) -> Vec<Id> {
        let ids: BTreeSet<Id> = (from..from + count).filter_map(|at| self.at(on, at)).collect();
        ids.into_iter().collect()
    }

    /// The change that an operation asks for. `None` where there is nothing to do it to.
    pub(crate) fn ask(&mut self, op: &Op) -> Option<Result<Change, Problem>> {
        let mut stamp = self.stamp();
        let book = &self.book;
        Some(match op {
            Op::Create { on, input } => {
                let input = input.iter().cloned().map(|(key, value)| (key, Some(value))).collect();
                records::create(book, *on, &input, &mut stamp).map(|(_, change)| change)
            }
            Op::Edit { on, at, input } => {
                let input = input.iter().cloned().collect();
                records::edit(book, *on, self.at(*on, *at)?, &BTreeMap::new(), &input, &stamp)
            }
            Op::Employ { person, organization } => {
                let organization = self.at(RecordType::Organization, *organization);
                let input = [(keys::ORGANIZATION, organization.map(Value::link))].into();
                let person = self.at(RecordType::Person, *person)?;
                records::edit(book, RecordType::Person, person, &BTreeMap::new(), &input, &stamp)
            }
            Op::Bulk { on, from, count, wish } => {
                let ids = self.some(*on, *from, *count);
                bulk::edit(book, *on, ids, &self.wish(wish)?, stamp)
            }
            Op::Delete { on, from, count } => {
                let ids = self.some(*on, *from, *count);
                let deleted = records::delete(book, *on, &ids, &stamp);
                let wished = bulk::edit(book, *on, ids, &Wish::Delete, stamp);
                assert!(deleted.is_err() || deleted == wished);
                deleted
            }
            Op::RenameTag { tag, name } => {
                tags::rename(book, self.at(RecordType::Tag, *tag)?, name, &stamp)
            }
            Op::MergeTags { from, into } => {
                let (from, into) =
                    (self.at(RecordType::Tag, *from)?, self.at(RecordType::Tag, *into)?);
                tags::merge(book, from, into, &stamp)
            }
            Op::DeleteTag { tag } => tags::delete(book, self.at(RecordType::Tag, *tag)?, &stamp),
            Op::Note { on, about, with, text } => {
                let activity = generate::activity(text);
                let input = Input::from([
                    (keys::ALSO, self.people(with)),
                    (keys::BODY, Some(Value::text(text.as_str()))),
                    (keys::ACTIVITY, Some(Value::text(activity))),
                ]);
                interactions::log(
                    book,
                    *on,
                    self.at(*on, *about)?,
                    &input,
                    &Names::new(),
                    &mut stamp,
                )
            }
            Op::Meet { event, with } => {
                let on = RecordType::Interaction;
                let input = [(keys::ALSO, self.people(with))].into();
                records::edit(book, on, self.at(on, *event)?, &BTreeMap::new(), &input, &stamp)
            }
            Op::Relate { person, on, other, role } => {
                let input = Input::from([
                    (keys::PERSON, Some(Value::link(self.at(RecordType::Person, *person)?))),
                    (other_end(*on), Some(Value::link(self.at(*on, *other)?))),
                    (keys::ROLE, Some(Value::text(role.as_str()))),
                ]);
                relations::create(book, &input, &Names::new(), &mut stamp).map(|(_, made)| made)
            }
            Op::Refer { person, by } => {
                let (on, by) = (RecordType::Person, self.at(RecordType::Person, *by)?);
                let input = [(keys::REFERRED_BY, Some(Value::link(by)))].into();
                records::edit(book, on, self.at(on, *person)?, &BTreeMap::new(), &input, &stamp)
            }
            Op::Undo => {
                let position = *self.undoable.undo.last()?;
                self.revert(position, Cause::Undo(position), &stamp)
            }
            Op::Redo => {
                let position = *self.undoable.redo.last()?;
                self.revert(position, Cause::Redo(position), &stamp)
            }
        })
    }

    /// People by their positions, as a field of several holds them.
    fn people(&self, with: &[usize]) -> Option<Value> {
        Value::links(with.iter().filter_map(|at| self.at(RecordType::Person, *at)).collect())
    }

    /// What an operation on many records wishes. `None` where the tag that it is about is not there.
    fn wish(&self, wished: &Wished) -> Option<Wish> {
        let named = |name: &str| Entered { value: None, names: vec![name.into()] };
        Some(match wished {
            Wished::Set(key, value) => {
                Wish::Set(*key, Entered { value: Some(value.clone()), names: Vec::new() })
            }
            Wished::Clear(key) => Wish::Clear(*key),
            Wished::Employ(name) => Wish::Set(keys::ORGANIZATION, named(name)),
            Wished::AddTag(name) => Wish::add_tag(name),
            Wished::RemoveTag(tag) => {
                Wish::Remove(keys::TAGS, Value::links(vec![self.at(RecordType::Tag, *tag)?])?)
            }
            Wished::Note(text) => Wish::Note(text.as_str().into()),
        })
    }

    fn revert(&self, position: u64, cause: Cause, stamp: &Stamp) -> Result<Change, Problem> {
        let change = Rc::new(self.change_at(position));
        let mut reverting = Box::new(Reverting::new(change, cause, stamp));
        while matches!(reverting.go_on(&self.book), (done, of) if done < of) {}
        let inverse = reverting.finish();
        self.book.check(&inverse)?;
        Ok(inverse)
    }

    fn change_at(&self, position: u64) -> Change {
        self.journal[usize::try_from(position).unwrap()].clone()
    }

    pub(crate) fn commit(&mut self, change: Change) -> Result<(), Conflict> {
        self.book.apply(change.clone())?;
        self.undoable.follow(self.journal.len() as u64, change.cause);
        self.journal.push(change);
        Ok(())
    }

    /// Does what can be done of the operations.
    pub(crate) fn of(ops: &[Op]) -> Self {
        let mut session = Self::default();
        for op in ops {
            if let Some(Ok(change)) = session.ask(op) {
                session.commit(change).unwrap();
            }
        }
        session
    }
}

/// The field by which a relation points to its other end.
fn other_end(on: RecordType) -> Key {
    if on == RecordType::Person { keys::OTHER } else { keys::ORGANIZATION }
}

/// Equal but for the moments of the last change, which undoing does not bring back.
fn difference_but_for_moments(a: &Book, b: &Book) -> Option<String> {
    difference(&without_moments(a), &without_moments(b))
}

fn without_moments(book: &Book) -> Book {
    let mut plain = Book::default();
    let touches = book.everything().map(|(on, record)| {
        let fields = record.fields.clone().with(keys::UPDATED, Value::Time(Time::from_millis(0)));
        Touch { on, id: record.id, step: Step::Create(fields) }
    });
    plain.apply(generate::change(touches.collect())).unwrap();
    plain
}

/// What a book knows of who points to whom is what a scan finds.
fn indexes_agree(book: &Book) -> Result<(), TestCaseError> {
    for (on, key) in [
        (RecordType::Person, keys::ORGANIZATION),
        (RecordType::Interaction, keys::PERSON),
        (RecordType::Interaction, keys::ALSO),
        (RecordType::Interaction, keys::ORGANIZATION),
        (RecordType::Task, keys::PERSON),
        (RecordType::Person, keys::REFERRED_BY),
        (RecordType::Relation, keys::PERSON),
        (RecordType::Relation, keys::OTHER),
        (RecordType::Relation, keys::ORGANIZATION),
        (RecordType::Deal, keys::STAGE),
        (RecordType::Stage, keys::PIPELINE),
    ] {
        let mut scanned: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
        for (_, record) in book.table(on).iter() {
            for to in record.link(key).iter().chain(record.links(key)) {
                scanned.entry(*to).or_default().insert(record.id);
            }
        }
        for (_, record) in book.everything() {
            let known: BTreeSet<Id> =
                book.linked(on, key, record.id).map(|(_, record)| record.id).collect();
            prop_assert_eq!(known, scanned.remove(&record.id).unwrap_or_default());
        }
        prop_assert!(scanned.is_empty(), "links point somewhere: {scanned:?}");
    }
    // What happened with somebody is counted once.
    for (_, person) in book.table(RecordType::Person).iter() {
        let all = book.table(RecordType::Interaction).iter().map(|(_, event)| event);
        let theirs = all.filter(|event| {
            let chief = event.link(keys::PERSON);
            chief == Some(person.id) || event.links(keys::ALSO).contains(&person.id)
        });
        let scanned: Vec<Id> = theirs.map(|event| event.id).collect();
        let told: Vec<Id> = book.interactions_with(person.id).map(|(_, event)| event.id).collect();
        prop_assert_eq!(told, scanned);
    }
    Ok(())
}

proptest! {
    #![proptest_config(generate::cases(64))]

    #[test]
    fn a_change_and_its_inverse_leave_the_book_as_it_was(ops in generate::ops(24)) {
        let mut session = Session::default();
        for op in &ops {
            let Some(Ok(change)) = session.ask(op) else { continue };
            let before = session.book.clone();
            let mut book = before.clone();
            book.apply(change.clone()).unwrap();
            let inverse = change.clone().inverse(change.at, Cause::Undo(0));
            prop_assert_eq!(&inverse.clone().inverse(change.at, change.cause), &change);
            book.apply(inverse).unwrap();
            prop_assert_eq!(difference_but_for_moments(&book, &before), None);
            session.commit(change).unwrap();
        }
    }

    #[test]
    fn a_change_survives_json(ops in generate::ops(16)) {
        for change in Session::of(&ops).journal {
            for touch in &change.touches {
                let json = serde_json::to_string(touch).unwrap();
                prop_assert_eq!(&serde_json::from_str::<Touch>(&json).unwrap(), touch);
            }
        }
    }

    #[test]
    fn a_refused_change_changes_nothing(ops in generate::ops(16), which in any::<usize>()) {
        let mut session = Session::of(&ops);
        if session.journal.is_empty() {
            return Ok(());
        }
        // What it does may be possible a second time, but not with somebody deleted who never was.
        let mut again = session.change_at((which % session.journal.len()) as u64);
        again.touches.push(Touch {
            on: RecordType::Person,
            id: Id::parse("0190d1f0-0000-7000-8000-000000000001").unwrap(),
            step: Step::Delete(Fields::default()),
        });
        let before = session.book.clone();
        prop_assert!(session.book.apply(again).is_err());
        prop_assert_eq!(difference(&session.book, &before), None);
        indexes_agree(&session.book)?;
    }

    #[test]
    fn edits_of_different_fields_made_from_the_same_state_both_apply(
        ops in generate::ops(16),
        (at, a, b) in (any::<usize>(), generate::filled(RecordType::Person), generate::filled(RecordType::Person)),
    ) {
        let mut session = Session::of(&ops);
        let Some(id) = session.at(RecordType::Person, at) else { return Ok(()) };
        if a.0 == b.0 {
            return Ok(());
        }
        let edit = |(key, value): (Key, Value), session: &mut Session| {
            let stamp = session.stamp();
            let input = [(key, Some(value))].into();
            records::edit(&session.book, RecordType::Person, id, &BTreeMap::new(), &input, &stamp).unwrap()
        };
        let (first, second) = (edit(a.clone(), &mut session), edit(b.clone(), &mut session));
        session.commit(first).unwrap();
        session.commit(second).unwrap();
        let person = session.book.get(RecordType::Person, id).unwrap();
        prop_assert_eq!(person.get(a.0), Some(&a.1));
        prop_assert_eq!(person.get(b.0), Some(&b.1));
    }

    #[test]
    fn undone_to_the_start_and_done_again_to_the_end(ops in generate::ops(24)) {
        let mut session = Session::of(&ops);
        // Walks from where the sequence has left off.
        let end = session.book.clone();
        let mut states = vec![];
        while let Some(undo) = session.ask(&Op::Undo) {
            states.push(session.book.clone());
            session.commit(undo.unwrap()).unwrap();
        }
        prop_assert!(session.book.is_empty());
        indexes_agree(&session.book)?;
        while let Some(state) = states.pop() {
            let redo = session.ask(&Op::Redo).expect("what was undone can be done again");
            session.commit(redo.unwrap()).unwrap();
            prop_assert_eq!(difference_but_for_moments(&session.book, &state), None);
        }
        prop_assert_eq!(difference_but_for_moments(&session.book, &end), None);
    }

    #[test]
    fn a_journal_read_again_gives_the_same_book(ops in generate::ops(24)) {
        let session = Session::of(&ops);
        let mut book = Book::default();
        for change in session.journal {
            book.apply(change).unwrap();
        }
        prop_assert_eq!(difference(&book, &session.book), None);
    }

    #[test]
    fn what_is_counted_before_is_what_the_change_does(ops in generate::ops(24)) {
        let mut session = Session::default();
        for op in &ops {
            let asked = match op {
                Op::Bulk { on, from, count, wish } => Some((*on, session.some(*on, *from, *count), session.wish(wish))),
                Op::Delete { on, from, count } => Some((*on, session.some(*on, *from, *count), Some(Wish::Delete))),
                _ => None,
            };
            if let Some((on, ids, Some(wish))) = asked {
                let stamp = session.stamp();
                let bulk = Bulk::new(&session.book, on, ids.clone(), &wish, stamp);
                if let Ok(mut bulk) = bulk.map(Box::new) {
                    bulk.go_on(&session.book);
                    let (counts, examples) = (bulk.counts(), bulk.examples.clone());
                    counted(&session.book, on, &ids, &wish, &counts, &examples, &bulk.finish())?;
                }
            }
            if let Some(Ok(change)) = session.ask(op) {
                session.commit(change).unwrap();
            }
        }
    }

    #[test]
    fn edits_do_what_a_naive_model_does(ops in generate::ops(32)) {
        let mut session = Session::default();
        let mut model = Model::default();
        for op in &ops {
            // Undoing has laws of its own.
            if matches!(op, Op::Undo | Op::Redo) {
                continue;
            }
            let Some(asked) = session.ask(op) else { continue };
            let at = Time::from_millis(1_767_225_600_000 + session.clock);
            match asked {
                Ok(change) => {
                    model.follow(op, &session, &change, at);
                    session.commit(change).unwrap();
                    prop_assert_eq!(model.difference(&session.book), None, "after {:?}", op);
                }
                Err(problem) => prop_assert!(model.refuses(op, &session), "{op:?}: {problem:?}"),
            }
            indexes_agree(&session.book)?;
        }
    }
}

/// What a wish was said to come to is what is found in its change.
fn counted(
    book: &Book,
    on: RecordType,
    ids: &[Id],
    wish: &Wish,
    counts: &Counts,
    examples: &[Example],
    change: &Change,
) -> Result<(), TestCaseError> {
    let key = match wish {
        Wish::Set(key, _) | Wish::Clear(key) | Wish::Add(key, _) | Wish::Remove(key, _) => {
            Some(*key)
        }
        Wish::Note(_) | Wish::Delete => None,
    };
    let about = |touch: &Touch| match &touch.step {
        Step::Create(fields) => {
            let points = [keys::PERSON, keys::ORGANIZATION];
            let about = points.into_iter().find_map(|key| fields.get(key));
            about.and_then(|about| ids.iter().copied().find(|id| Value::link(*id) == *about))
        }
        _ => Some(touch.id).filter(|id| ids.contains(id)),
    };
    let changed: Vec<&Touch> =
        change.touches.iter().filter(|touch| about(touch).is_some()).collect();
    prop_assert_eq!(changed.len(), counts.changed);
    prop_assert_eq!(change.label.count as usize, counts.changed);
    prop_assert_eq!(counts.changed + counts.same + counts.nameless, ids.len());
    let held = |touch: &&&Touch| {
        let before = key.and_then(|key| book.get(on, touch.id)?.get(key));
        let is_added_to = matches!(wish, Wish::Add(..));
        before.is_some() && !is_added_to
    };
    prop_assert_eq!(changed.iter().filter(held).count(), counts.losing);
    let others = change.touches.iter().filter(|touch| about(touch).is_none());
    let (gone, pointing): (Vec<_>, Vec<_>) = others
        .filter(|touch| !matches!(touch.step, Step::Create(_)))
        .partition(|touch| matches!(touch.step, Step::Delete(_)));
    let (notes, relations): (Vec<_>, Vec<_>) =
        gone.into_iter().partition(|touch| touch.on == RecordType::Interaction);
    prop_assert!(relations.iter().all(|touch| touch.on == RecordType::Relation));
    let expected = (counts.notes, counts.relations, counts.pointing);
    prop_assert_eq!((notes.len(), relations.len(), pointing.len()), expected);
    prop_assert_eq!(examples.len(), counts.changed.min(bulk::EXAMPLES));
    for example in examples {
        let touch = changed.iter().find(|touch| about(touch) == Some(example.id));
        let is_in_it = match (&touch.unwrap().step, &example.change) {
            (Step::Update(fields), Some(change)) => fields.contains(change),
            (_, change) => change.is_none(),
        };
        prop_assert!(is_in_it, "{example:?} is not in {touch:?}");
    }
    Ok(())
}

/// A workspace as one would write it on a whiteboard: records by type and id, no indexes, no changes.
#[derive(Default)]
struct Model(BTreeMap<(RecordType, Id), BTreeMap<Key, Value>>);

impl Model {
    fn follow(&mut self, op: &Op, session: &Session, change: &Change, at: Time) {
        let created = || -> BTreeMap<Key, Value> {
            [(keys::CREATED, Value::Time(at)), (keys::UPDATED, Value::Time(at))].into()
        };
        // Which ids are given is up to the stamp; everything else is not looked up in the change.
        let new = |on| {
            let is_new = |touch: &&Touch| touch.on == on && matches!(touch.step, Step::Create(_));
            change.touches.iter().find(is_new).map(|touch| touch.id)
        };
        match op {
            Op::Create { on, input } => {
                let mut record = created();
                for (key, value) in input {
                    record.insert(*key, value.clone());
                }
                for (stage, entries) in STAGES {
                    if let Some(value) = record.get(&stage).cloned() {
                        enter(&mut record, entries, &value, at);
                    }
                }
                self.0.insert((*on, new(*on).unwrap()), record);
            }
            Op::Edit { on, at: position, input } => {
                let id = session.at(*on, *position).unwrap();
                // Of two values for one field the later counts.
                let input: BTreeMap<_, _> = input.iter().cloned().collect();
                self.change(*on, id, at, |record| {
                    for (key, value) in &input {
                        put(record, *key, value.clone(), at);
                    }
                });
            }
            Op::Employ { person, organization } => {
                let organization = session.at(RecordType::Organization, *organization);
                let person = session.at(RecordType::Person, *person).unwrap();
                self.change(RecordType::Person, person, at, |record| {
                    put(record, keys::ORGANIZATION, organization.map(Value::link), at);
                });
            }
            Op::Bulk { on, from, count, wish } => {
                let ids = session.some(*on, *from, *count);
                self.follow_wish(wish, *on, &ids, session, change, at);
            }
            Op::Delete { on, from, count } => {
                let ids = session.some(*on, *from, *count);
                let is_gone = |value: &Value| matches!(value, Value::Link(id) if ids.contains(id));
                for id in &ids {
                    self.0.remove(&(*on, *id));
                }
                self.0.retain(|(kind, _), record| match kind {
                    // What happened with nobody who stays goes along.
                    RecordType::Interaction => {
                        let ends = ends(record);
                        ends.is_disjoint(&ids.iter().copied().collect())
                            || ends.iter().any(|end| !ids.contains(end))
                    }
                    RecordType::Relation => !record.values().any(is_gone),
                    _ => true,
                });
                self.change_all(at, |record| {
                    record.retain(|_, value| !is_gone(value));
                    among(record, keys::ALSO, |people| people.retain(|id| !ids.contains(id)));
                });
            }
            Op::RenameTag { tag, name } => {
                let tag = session.at(RecordType::Tag, *tag).unwrap();
                self.change(RecordType::Tag, tag, at, |record| {
                    record.insert(keys::NAME, Value::text(*name));
                });
            }
            Op::MergeTags { from, into } => {
                let from = session.at(RecordType::Tag, *from).unwrap();
                let into = session.at(RecordType::Tag, *into).unwrap();
                self.0.remove(&(RecordType::Tag, from));
                self.change_all(at, |record| {
                    retag(record, |tags| {
                        if tags.remove(&from) {
                            tags.insert(into);
                        }
                    });
                });
            }
            Op::DeleteTag { tag } => {
                let tag = session.at(RecordType::Tag, *tag).unwrap();
                self.0.remove(&(RecordType::Tag, tag));
                self.change_all(at, |record| {
                    retag(record, |tags| tags.retain(|other| *other != tag));
                });
            }
            Op::Note { on, about, with, text } => {
                let about = session.at(*on, *about).unwrap();
                let activity = generate::activity(text);
                let id = new(RecordType::Interaction).unwrap();
                self.note(id, (*on, about), activity, text, at);
                let with = with.iter().filter_map(|at| session.at(RecordType::Person, *at));
                self.change(RecordType::Interaction, id, at, |record| {
                    let others = with.clone().filter(|id| *id != about);
                    among(record, keys::ALSO, |people| people.extend(others.clone()));
                });
            }
            Op::Meet { event, with } => {
                let event = session.at(RecordType::Interaction, *event).unwrap();
                let with = with.iter().filter_map(|at| session.at(RecordType::Person, *at));
                self.change(RecordType::Interaction, event, at, |record| {
                    among(record, keys::ALSO, |people| *people = with.clone().collect());
                });
            }
            Op::Relate { person, on, other, role } => {
                let mut record = created();
                let person = session.at(RecordType::Person, *person).unwrap();
                record.insert(keys::PERSON, Value::link(person));
                record.insert(other_end(*on), Value::link(session.at(*on, *other).unwrap()));
                record.insert(keys::ROLE, Value::text(role.as_str()));
                self.0.insert((RecordType::Relation, new(RecordType::Relation).unwrap()), record);
            }
            Op::Refer { person, by } => {
                let by = session.at(RecordType::Person, *by).map(Value::link);
                let person = session.at(RecordType::Person, *person).unwrap();
                self.change(RecordType::Person, person, at, |record| {
                    put(record, keys::REFERRED_BY, by.clone(), at);
                });
            }
            Op::Undo | Op::Redo => {}
        }
    }

    fn follow_wish(
        &mut self,
        wish: &Wished,
        on: RecordType,
        ids: &[Id],
        session: &Session,
        change: &Change,
        at: Time,
    ) {
        if ids.is_empty() {
            return;
        }
        let created = || -> BTreeMap<Key, Value> {
            [(keys::CREATED, Value::Time(at)), (keys::UPDATED, Value::Time(at))].into()
        };
        let mut new = change
            .touches
            .iter()
            .filter(|touch| matches!(touch.step, Step::Create(_)))
            .map(|touch| touch.id);
        match wish {
            Wished::Set(..) | Wished::Clear(_) => {
                let (key, value) = match wish {
                    Wished::Set(key, value) => (*key, Some(value.clone())),
                    Wished::Clear(key) => (*key, None),
                    _ => unreachable!(),
                };
                for id in ids {
                    let mut after = self.0[&(on, *id)].clone();
                    put(&mut after, key, value.clone(), at);
                    // A record that would have no name is left alone.
                    if is_named(&after) {
                        self.change(on, *id, at, |record| put(record, key, value.clone(), at));
                    }
                }
            }
            Wished::Employ(name) => {
                let organization =
                    self.named(RecordType::Organization, name).unwrap_or_else(|| {
                        let id = new.next().unwrap();
                        let mut record = created();
                        record.insert(keys::NAME, Value::text(*name));
                        self.0.insert((RecordType::Organization, id), record);
                        id
                    });
                for id in ids {
                    let to = Some(Value::link(organization));
                    self.change(on, *id, at, |record| {
                        put(record, keys::ORGANIZATION, to.clone(), at);
                    });
                }
            }
            Wished::AddTag(name) => {
                let tag = self.named(RecordType::Tag, name).unwrap_or_else(|| {
                    let id = new.next().unwrap();
                    let number = self.0.keys().filter(|(kind, _)| *kind == RecordType::Tag).count();
                    let colours = ["red", "orange", "yellow", "green", "teal", "blue", "purple"];
                    let mut record = created();
                    record.insert(keys::NAME, Value::text(*name));
                    record.insert(keys::COLOUR, Value::text(colours[number % 7]));
                    self.0.insert((RecordType::Tag, id), record);
                    id
                });
                for id in ids {
                    self.change(on, *id, at, |record| {
                        retag(record, |tags| {
                            tags.insert(tag);
                        });
                    });
                }
            }
            Wished::RemoveTag(tag) => {
                let tag = session.at(RecordType::Tag, *tag).unwrap();
                for id in ids {
                    self.change(on, *id, at, |record| {
                        retag(record, |tags| tags.retain(|other| *other != tag));
                    });
                }
            }
            Wished::Note(text) => {
                for id in ids {
                    self.note(new.next().unwrap(), (on, *id), "note", text, at);
                }
            }
        }
    }

    fn note(
        &mut self,
        id: Id,
        (on, about): (RecordType, Id),
        activity: &str,
        text: &str,
        at: Time,
    ) {
        let points = match on {
            RecordType::Organization => keys::ORGANIZATION,
            _ => keys::PERSON,
        };
        let record = BTreeMap::from([
            (keys::CREATED, Value::Time(at)),
            (keys::UPDATED, Value::Time(at)),
            (keys::ACTIVITY, Value::text(activity)),
            (keys::BODY, Value::text(text)),
            (keys::HAPPENED, Value::Time(at)),
            (points, Value::link(about)),
        ]);
        self.0.insert((RecordType::Interaction, id), record);
    }

    /// Whether an operation asks for something that the rules forbid.
    fn refuses(&self, op: &Op, session: &Session) -> bool {
        match op {
            Op::Create { input, .. } => !is_named(&input.iter().cloned().collect()),
            Op::Edit { on, at, input } => {
                let mut record = self.0[&(*on, session.at(*on, *at).unwrap())].clone();
                let at = Time::from_millis(0);
                for (key, value) in input {
                    put(&mut record, *key, value.clone(), at);
                }
                !is_named(&record)
            }
            Op::Delete { on, from, count } => session.some(*on, *from, *count).is_empty(),
            Op::RenameTag { tag, name } => self
                .named(RecordType::Tag, name)
                .is_some_and(|other| Some(other) != session.at(RecordType::Tag, *tag)),
            Op::MergeTags { from, into } => {
                session.at(RecordType::Tag, *from) == session.at(RecordType::Tag, *into)
            }
            Op::Relate { person, on, other, .. } => {
                session.at(RecordType::Person, *person) == session.at(*on, *other)
            }
            Op::Refer { person, by } => {
                session.at(RecordType::Person, *person) == session.at(RecordType::Person, *by)
            }
            _ => false,
        }
    }

    fn named(&self, on: RecordType, name: &str) -> Option<Id> {
        let is_it = |record: &BTreeMap<Key, Value>| matches!(record.get(&keys::NAME), Some(Value::Text(other)) if fold(other) == fold(name));
        let mut records = self.0.iter().filter(|((kind, _), _)| *kind == on);
        records.find(|(_, record)| is_it(record)).map(|((_, id), _)| *id)
    }

    /// Changes a record; when that changed something, it was changed now.
    fn change(&mut self, on: RecordType, id: Id, at: Time, by: impl Fn(&mut BTreeMap<Key, Value>)) {
        let record = self.0.get_mut(&(on, id)).unwrap();
        let before = record.clone();
        by(record);
        if *record != before {
            record.insert(keys::UPDATED, Value::Time(at));
        }
    }

    fn change_all(&mut self, at: Time, by: impl Fn(&mut BTreeMap<Key, Value>)) {
        let all: Vec<_> = self.0.keys().copied().collect();
        for (on, id) in all {
            self.change(on, id, at, &by);
        }
    }

    fn difference(&self, book: &Book) -> Option<String> {
        let in_book: BTreeMap<_, BTreeMap<_, _>> = book
            .everything()
            .map(|(kind, record)| {
                let fields = record.fields.iter().map(|(key, value)| (key, value.clone()));
                ((kind, record.id), fields.collect())
            })
            .collect();
        let only_one = |(key, record): (&(RecordType, Id), &BTreeMap<Key, Value>)| {
            (self.0.get(key) != Some(record)).then(|| format!("book {key:?} {record:?}"))
        };
        let only_other = |(key, record): (&(RecordType, Id), &BTreeMap<Key, Value>)| {
            (in_book.get(key) != Some(record)).then(|| format!("model {key:?} {record:?}"))
        };
        let differences: Vec<_> = in_book
            .iter()
            .filter_map(only_one)
            .chain(self.0.iter().filter_map(only_other))
            .collect();
        (!differences.is_empty()).then(|| differences.join("\n"))
    }
}

const STAGES: [(Key, Key); 2] =
    [(keys::LIFECYCLE, keys::LIFECYCLE_ENTRIES), (keys::LEAD_STATUS, keys::LEAD_STATUS_ENTRIES)];

fn put(record: &mut BTreeMap<Key, Value>, key: Key, value: Option<Value>, at: Time) {
    if record.get(&key) == value.as_ref() {
        return;
    }
    let Some(value) = value else {
        record.remove(&key);
        return;
    };
    if let Some((_, entries)) = STAGES.into_iter().find(|(stage, _)| *stage == key) {
        enter(record, entries, &value, at);
    }
    record.insert(key, value);
}

fn enter(record: &mut BTreeMap<Key, Value>, entries: Key, stage: &Value, at: Time) {
    let Value::Text(stage) = stage else { return };
    let mut list = match record.get(&entries) {
        Some(Value::Entries(list)) => list.to_vec(),
        _ => Vec::new(),
    };
    list.push(Entry { stage: stage.clone(), at });
    record.insert(entries, Value::Entries(list.into()));
}

fn retag(record: &mut BTreeMap<Key, Value>, by: impl Fn(&mut BTreeSet<Id>)) {
    among(record, keys::TAGS, by);
}

/// Changes which records a field of several points to.
fn among(record: &mut BTreeMap<Key, Value>, key: Key, by: impl Fn(&mut BTreeSet<Id>)) {
    let mut ids: BTreeSet<Id> = match record.get(&key) {
        Some(Value::Links(ids)) => ids.iter().copied().collect(),
        _ => BTreeSet::new(),
    };
    by(&mut ids);
    match Value::links(ids.into_iter().collect()) {
        Some(ids) => drop(record.insert(key, ids)),
        None => drop(record.remove(&key)),
    }
}

/// The records that something happened with.
fn ends(event: &BTreeMap<Key, Value>) -> BTreeSet<Id> {
    let ends = event.iter().flat_map(|(key, value)| match value {
        Value::Link(id) => vec![**id],
        Value::Links(ids) if *key == keys::ALSO => ids.to_vec(),
        _ => Vec::new(),
    });
    ends.collect()
}

fn is_named(fields: &BTreeMap<Key, Value>) -> bool {
    let mut record = Record {
        id: Id::parse("0190d1f0-0000-7000-8000-000000000001").unwrap(),
        fields: Fields::default(),
    };
    for (key, value) in fields {
        record.fields.replace(*key, Some(value.clone()));
    }
    derived::name_of(&record).is_some()
}

#[test]
fn a_stale_change_names_the_field() {
    let mut session = Session::default();
    let create =
        Op::Create { on: RecordType::Person, input: vec![(keys::GIVEN, Value::text("Ada"))] };
    let change = session.ask(&create).unwrap().unwrap();
    session.commit(change).unwrap();
    let id = session.at(RecordType::Person, 0).unwrap();
    let step = |before: &str| {
        let change = FieldChange {
            key: keys::GIVEN,
            before: Some(Value::text(before)),
            after: Some(Value::text("Eve")),
        };
        generate::change(vec![Touch {
            on: RecordType::Person,
            id,
            step: Step::Update(vec![change]),
        }])
    };
    let refused = session.book.apply(step("Bob")).unwrap_err();
    assert_eq!((refused.id, refused.key), (id, Some(keys::GIVEN)));
    session.book.apply(step("Ada")).unwrap();
}

proptest! {
    #[test]
    fn items_of_a_deal_are_read_as_they_are_printed(
        text in "([0-9.]{0,3} ?[x×*]? ?[a-z@ ]{0,6}( @ [0-9.]{1,4})?\n?){0,4}",
    ) {
        let all = items::parse(&text);
        prop_assert_eq!(items::parse(&items::print(&all)), all);
    }
}
