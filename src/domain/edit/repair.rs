//! Putting right what cannot come about by edits, but by damage or by files of other programs.

use super::change;
use crate::domain::{
    book::Book,
    change::{Action, Change},
    id::RecordType,
    problem::Problem,
    stamp::Stamp,
};

/// Clears the relations that point to records that are not there.
pub fn clear_lost(book: &Book, stamp: &Stamp) -> Result<Change, Problem> {
    let touches = book.clearing_lost();
    if touches.is_empty() {
        return Err(Problem::NothingLeft);
    }
    Ok(change(Action::Repair, RecordType::Workspace, "", touches, stamp))
}
