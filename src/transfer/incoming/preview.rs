//! What a file would bring, row by row.

use std::{borrow::Cow, sync::Arc};

use super::{
    Incoming, Row, RowFault, Rows,
    merge::{Draft, Merging},
    plan::new_tags,
};
use crate::domain::{
    book::Book,
    field::keys,
    id::{Id, RecordType},
};

/// What would come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    pub(super) headers: Arc<[Box<str>]>,
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

/// Finds out whom the rows meet.
pub fn preview(rows: Rows, book: &Book) -> Preview {
    let Rows { headers, rows } = rows;
    let mut merging = Merging::new(book, &headers);
    let mut counts = Counts::default();
    let mut problems = Vec::new();
    let mut fates = Vec::with_capacity(rows.len());
    for (row, Row { line, incoming, faults }) in rows.iter().enumerate() {
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
        problems.extend(faults.iter().map(|(column, fault)| RowProblem {
            row,
            line: *line,
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
    let rows = fates.into_iter().zip(rows.into_iter().map(|row| row.incoming)).collect();
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
