//! What a file would bring, row by row, and the change that brings it.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    mapping::Mapping,
    merge::{Draft, Merging, Note},
    row::{self, Incoming},
    table::Table,
};
use crate::domain::{
    book::{Book, created},
    change::{Action, Cause, Change, FieldChange, Label, Step, Touch},
    edit::{records::STAGES, tags},
    field::keys,
    fold::fold,
    id::{Id, RecordType},
    key::Key,
    problem::Fault,
    record::Fields,
    stamp::Stamp,
    value::{Entry, Value},
};

/// What would come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    headers: Vec<Box<str>>,
    pub rows: Vec<(Fate, Option<Incoming>)>,
    /// In the order of the file.
    pub problems: Vec<RowProblem>,
    pub counts: Counts,
}

impl Preview {
    /// The name of a column; empty where the header has none.
    pub fn header(&self, column: usize) -> &str {
        self.headers.get(column).map_or("", AsRef::as_ref)
    }
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Becomes a record of this type.
    New(RecordType),
    /// Adds to a record that the book has.
    Joins(RecordType, Id),
    /// Adds to what this row has become.
    JoinsRow(usize),
    /// Has neither a name nor an e-mail address nor a phone number.
    SetAside,
    /// All cells are blank.
    Blank,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// People who are new.
    pub people: usize,
    /// Organizations that are new, whether from rows of their own or from those of people.
    pub organizations: usize,
    /// Tags that are new.
    pub tags: usize,
    pub notes: usize,
    /// Rows that join a record of the book or an earlier row.
    pub joined: usize,
    pub set_aside: usize,
    pub blank: usize,
}

/// Something about a cell that a person may want to look at. Nothing of it is lost: what a field does not
/// take is kept in a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// From zero, below the header.
    pub row: usize,
    /// The line of the file, from one.
    pub line: u64,
    pub column: usize,
    pub fault: RowFault,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// The field does not accept the value.
    Value(Fault),
    /// A day that reads in more than one way.
    AmbiguousDay,
    /// A cell beyond the last column of the header.
    NoColumn,
    /// The value stood in the wrong column and went to this field.
    Moved(Key),
    /// The record that the row joins has another value, which stays.
    Differs(Key),
    /// The row has neither a name nor an e-mail address nor a phone number, and is left out.
    SetAside,
}

/// Reads all rows as the mapping says and finds out whom they meet.
pub fn preview(table: &Table, mapping: &Mapping, book: &Book) -> Preview {
    let headers: Vec<_> = mapping.columns.iter().map(|column| column.header.clone()).collect();
    let rows: Vec<_> = (0..table.rows()).map(|row| row::read(table, mapping, row)).collect();
    let mut merging = Merging::new(book, &headers);
    let mut counts = Counts::default();
    let mut problems = Vec::new();
    let mut fates = Vec::with_capacity(rows.len());
    for (row, (incoming, faults)) in rows.iter().enumerate() {
        let mut faults = Cow::Borrowed(faults);
        let fate = match incoming {
            None => Fate::Blank,
            Some(incoming) if !can_be_told(incoming) => {
                faults = Cow::Owned(vec![(0, RowFault::SetAside)]);
                Fate::SetAside
            }
            Some(incoming) => {
                let (at, differs) = merging.take(row, incoming);
                if !differs.is_empty() {
                    let differs = differs.into_iter();
                    let faults = faults.to_mut();
                    faults.extend(differs.map(|(column, key)| (column, RowFault::Differs(key))));
                    faults.sort_by_key(|(column, _)| *column);
                }
                fate(row, incoming, merging.drafts.get(at))
            }
        };
        match fate {
            Fate::Blank => counts.blank += 1,
            Fate::SetAside => counts.set_aside += 1,
            Fate::Joins(..) | Fate::JoinsRow(_) => counts.joined += 1,
            Fate::New(_) => {}
        }
        let line = table.line(row);
        problems.extend(faults.iter().map(|(column, fault)| RowProblem {
            row,
            line,
            column: *column,
            fault: fault.clone(),
        }));
        fates.push(fate);
    }
    for draft in &merging.drafts {
        match draft.on {
            _ if draft.held.is_some() => {}
            RecordType::Organization => counts.organizations += 1,
            _ => counts.people += 1,
        }
        counts.notes += draft.notes.len();
    }
    counts.tags = new_tags(book, &merging.drafts).len();
    drop(merging);
    let rows = fates.into_iter().zip(rows.into_iter().map(|(incoming, _)| incoming)).collect();
    Preview { headers, rows, problems, counts }
}

fn fate(row: usize, incoming: &Incoming, draft: Option<&Draft<'_>>) -> Fate {
    match draft.map(|draft| (draft.held, draft.row)) {
        Some((Some(held), _)) => Fate::Joins(incoming.on, held.id),
        Some((None, Some((first, _)))) if first != row => Fate::JoinsRow(first),
        _ => Fate::New(incoming.on),
    }
}

/// Whether a record would have something to call it by.
fn can_be_told(incoming: &Incoming) -> bool {
    let names = [keys::NAME, keys::GIVEN, keys::MIDDLE, keys::FAMILY, keys::NICKNAME];
    let contacts = [keys::EMAILS, keys::PHONES];
    names.into_iter().chain(contacts).any(|key| incoming.get(key).is_some())
}

/// Returns the change that brings in what a preview shows, all of it or nothing. Whom the rows meet is
/// found out anew, since the book may have changed meanwhile. `file` is the name of the file.
pub fn plan(preview: &Preview, book: &Book, file: &str, stamp: &mut Stamp) -> Change {
    let mut merging = Merging::new(book, &preview.headers);
    for (row, (fate, incoming)) in preview.rows.iter().enumerate() {
        if let Some(incoming) = incoming.as_ref().filter(|_| *fate != Fate::SetAside) {
            merging.take(row, incoming);
        }
    }
    let drafts = merging.drafts;
    let mut touches = Vec::new();
    let tag_ids = tag_ids(book, &drafts, &mut touches, stamp);
    let ids: Vec<Id> =
        drafts.iter().map(|draft| draft.held.map_or_else(|| stamp.id(), |held| held.id)).collect();
    // What is pointed at comes first.
    for on in [RecordType::Organization, RecordType::Person] {
        for (draft, id) in drafts.iter().zip(&ids).filter(|(draft, _)| draft.on == on) {
            let organization = draft.organization.and_then(|at| ids.get(at).copied());
            touches.extend(touch(draft, *id, organization, &tag_ids, stamp));
        }
    }
    for (draft, id) in drafts.iter().zip(&ids) {
        for note in &draft.notes {
            let fields = note_about(draft.on, *id, note, file, stamp);
            touches.push(Touch {
                on: RecordType::Note,
                id: stamp.id(),
                step: Step::Create(fields),
            });
        }
    }
    let count = |on| touches.iter().filter(|touch| touch.on == on).count();
    let (people, organizations) = (count(RecordType::Person), count(RecordType::Organization));
    let (on, count) = if people > 0 || organizations == 0 {
        (RecordType::Person, people)
    } else {
        (RecordType::Organization, organizations)
    };
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let label = Label { action: Action::Import, on, name: file.into(), count };
    Change { at: stamp.at, cause: Cause::Edit, label, touches }
}

/// Names of tags that the book does not have, as they were first written.
fn new_tags<'a>(book: &Book, drafts: &[Draft<'a>]) -> Vec<&'a str> {
    let mut seen: FxHashSet<String> = held_tags(book).into_keys().collect();
    // The same few names again and again: each is folded once.
    let mut names = FxHashSet::default();
    let names = drafts.iter().flat_map(|draft| &draft.tags).filter(|name| names.insert(**name));
    names.filter(|name| seen.insert(fold(name))).copied().collect()
}

fn held_tags(book: &Book) -> FxHashMap<String, Id> {
    let tags = book.table(RecordType::Tag).iter();
    tags.filter_map(|(_, tag)| Some((fold(tag.text(keys::NAME)?), tag.id))).collect()
}

/// The ids of all tags by folded name. Makes those that are missing.
fn tag_ids(
    book: &Book,
    drafts: &[Draft<'_>],
    touches: &mut Vec<Touch>,
    stamp: &mut Stamp,
) -> FxHashMap<String, Id> {
    let mut ids = held_tags(book);
    for (nth, name) in new_tags(book, drafts).into_iter().enumerate() {
        // Names have been checked when their row was read.
        let Ok(fields) = tags::fields(book, name, nth, stamp) else { continue };
        let id = stamp.id();
        ids.insert(fold(name), id);
        touches.push(Touch { on: RecordType::Tag, id, step: Step::Create(fields) });
    }
    ids
}

fn touch(
    draft: &Draft<'_>,
    id: Id,
    organization: Option<Id>,
    tag_ids: &FxHashMap<String, Id>,
    stamp: &Stamp,
) -> Option<Touch> {
    let on = draft.on;
    let mut fields = draft.fields();
    if let Some(organization) = organization {
        fields.replace(keys::ORGANIZATION, Some(Value::link(organization)));
    }
    let held_tags = draft.held.map_or(&[][..], |held| held.links(keys::TAGS));
    let named = draft.tags.iter().filter_map(|name| tag_ids.get(&fold(name)));
    fields.replace(keys::TAGS, Value::links(held_tags.iter().chain(named).copied().collect()));
    for (stage, entries) in STAGES {
        let held = draft.held.and_then(|held| held.get(stage));
        if let Some(Value::Text(stage)) = fields.get(stage).filter(|stage| Some(*stage) != held) {
            let entry = Entry { stage: stage.clone(), at: stamp.at };
            let mut list = match fields.get(entries) {
                Some(Value::Entries(list)) => list.to_vec(),
                _ => Vec::new(),
            };
            list.push(entry);
            fields.replace(entries, Some(Value::Entries(list.into())));
        }
    }
    let Some(held) = draft.held else {
        fields.replace(keys::CREATED, Some(Value::Time(stamp.at)));
        return Some(Touch { on, id, step: Step::Create(fields) });
    };
    let changes: Vec<_> = fields
        .iter()
        .filter(|(key, after)| held.get(*key) != Some(*after))
        .map(|(key, after)| FieldChange {
            key,
            before: held.get(key).cloned(),
            after: Some(after.clone()),
        })
        .collect();
    (!changes.is_empty()).then_some(Touch { on, id, step: Step::Update(changes) })
}

fn note_about(on: RecordType, about: Id, note: &Note, file: &str, stamp: &Stamp) -> Fields {
    let points =
        if on == RecordType::Organization { keys::ABOUT_ORGANIZATION } else { keys::ABOUT_PERSON };
    let body = match note {
        Note::Own(text) => Value::Text(text.clone()),
        Note::Kept(text) => Value::text(format!("{}\n{text}", heading(file))),
    };
    created(stamp.at)
        .with(points, Value::link(about))
        .with(keys::BODY, body)
        .with(keys::NOTED, Value::Time(stamp.at))
}

/// The name of the file, fit to stand in a note.
fn heading(file: &str) -> String {
    let name: String = file.chars().filter(|c| !c.is_control()).take(200).collect();
    if name.trim().is_empty() { "CSV".to_owned() } else { name.trim().to_owned() }
}
