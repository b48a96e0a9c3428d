//! What a timeline tells, gathered from the records that belong to one.

use std::collections::BTreeSet;

use crate::ui::components::icon::Picture;
use rapport::{
    domain::{
        book::Book,
        field::{derived, keys},
        id::{Id, RecordType},
        key::Key,
        record::Record,
        value::{Value, time::Time},
    },
    i18n::I18n,
};

/// One entry of a timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Story {
    pub at: Time,
    pub what: What,
}

/// What happened. Ids tell one from the other.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum What {
    Event {
        id: Id,
        activity: Box<str>,
    },
    /// A record came to a stage of this field, the nth time that it came to one.
    Entered {
        on: RecordType,
        id: Id,
        field: Key,
        stage: Box<str>,
        nth: usize,
    },
    Closed {
        deal: Id,
        outcome: Box<str>,
    },
    Done {
        task: Id,
    },
}

/// When an interaction happened.
pub(super) fn happened(event: &Record) -> Time {
    let at = event.time(keys::HAPPENED).or_else(|| event.time(keys::CREATED));
    at.unwrap_or(Time::from_millis(0))
}

/// What happened with a record and with what belongs to it, newest first. An organization's people belong to
/// it, and to a project the deal that it came from.
pub(super) fn story(book: &Book, on: RecordType, id: Id) -> Vec<Story> {
    let mut of = vec![(on, id)];
    if on == RecordType::Organization {
        let people = book.linked(RecordType::Person, keys::ORGANIZATION, id);
        of.extend(people.map(|(_, person)| (RecordType::Person, person.id)));
    }
    if on == RecordType::Project {
        let deal = book.get(on, id).and_then(|project| project.link(keys::DEAL));
        of.extend(deal.map(|deal| (RecordType::Deal, deal)));
    }
    let mut stories = Vec::new();
    let mut seen = BTreeSet::new();
    for (on, id) in of {
        if let Some(record) = book.get(on, id) {
            entered(on, record, &mut stories);
        }
        for event in book.of(RecordType::Interaction, id).filter(|event| seen.insert(event.id)) {
            let activity = event.text(keys::ACTIVITY).unwrap_or("note").into();
            stories
                .push(Story { at: happened(event), what: What::Event { id: event.id, activity } });
        }
        for task in book.of(RecordType::Task, id).filter(|task| seen.insert(task.id)) {
            if let Some(at) = task.time(keys::DONE) {
                stories.push(Story { at, what: What::Done { task: task.id } });
            }
        }
        for deal in book.of(RecordType::Deal, id).filter(|deal| seen.insert(deal.id)) {
            entered(RecordType::Deal, deal, &mut stories);
        }
    }
    stories.sort_by_key(|story| std::cmp::Reverse(story.at));
    stories
}

/// The stages that a record came to.
fn entered(on: RecordType, record: &Record, stories: &mut Vec<Story>) {
    let fields: &[(Key, Key)] = match on {
        RecordType::Deal => &[(keys::STAGE, keys::STAGE_ENTRIES)],
        _ => &[
            (keys::LIFECYCLE, keys::LIFECYCLE_ENTRIES),
            (keys::LEAD_STATUS, keys::LEAD_STATUS_ENTRIES),
        ],
    };
    for &(field, entries) in fields {
        let Some(Value::Entries(entries)) = record.get(entries) else { continue };
        for (nth, entry) in entries.iter().enumerate() {
            let stage = entry.stage.clone();
            let what = What::Entered { on, id: record.id, field, stage, nth };
            stories.push(Story { at: entry.at, what });
        }
    }
    if let (Some(at), Some(outcome)) = (record.time(keys::CLOSED), record.text(keys::OUTCOME)) {
        let what = What::Closed { deal: record.id, outcome: outcome.into() };
        stories.push(Story { at, what });
    }
}

impl What {
    pub(super) fn picture(&self) -> Picture {
        match self {
            Self::Entered { on: RecordType::Deal, .. } | Self::Closed { .. } => Picture::Deal,
            Self::Done { .. } => Picture::Check,
            _ => Picture::Up,
        }
    }

    /// Told on the page of a record, which is not named again.
    pub(super) fn sentence(&self, i18n: &I18n, book: &Book, of: Id) -> String {
        let name = |on, id| book.get(on, id).and_then(derived::name_of).unwrap_or_default();
        match self {
            Self::Event { .. } => String::new(),
            Self::Entered { on, id, field, stage, .. } => {
                let stage = i18n.stage(book, *field, stage);
                let field = i18n.key(*field);
                let name = name(*on, *id);
                if *id == of {
                    return i18n.with(
                        "timeline-entered",
                        &[("field", (&field).into()), ("stage", (&stage).into())],
                    );
                }
                i18n.with(
                    "timeline-entered-other",
                    &[
                        ("name", (&name).into()),
                        ("field", (&field).into()),
                        ("stage", (&stage).into()),
                    ],
                )
            }
            Self::Closed { deal, outcome } => {
                let name = name(RecordType::Deal, *deal);
                let outcome = i18n.text(&format!("choice-outcome-{outcome}"));
                i18n.with(
                    "timeline-closed",
                    &[("name", (&name).into()), ("outcome", (&outcome).into())],
                )
            }
            Self::Done { task } => {
                let name = name(RecordType::Task, *task);
                i18n.with("history-complete", &[("what", (&name).into())])
            }
        }
    }
}
