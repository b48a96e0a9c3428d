//! The change that brings in what a preview shows.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    merge::{Draft, Merging, Note},
    preview::{Fate, Preview},
};
use crate::domain::{
    book::{Book, created},
    change::{Action, Cause, Change, FieldChange, Label, Step, Touch},
    edit::{records::STAGES, tags},
    field::keys,
    fold::fold,
    id::{Id, RecordType},
    record::Fields,
    stamp::Stamp,
    value::{Entry, Value},
};

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
pub(super) fn new_tags<'a>(book: &Book, drafts: &[Draft<'a>]) -> Vec<&'a str> {
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
