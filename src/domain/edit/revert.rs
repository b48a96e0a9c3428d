//! Undo and redo: new changes that take back old ones, never erasures.
//!
//! Which change is next follows from the causes in the journal alone, so it is the same in every
//! tab and after a reload.

use crate::domain::{
    book::Book,
    change::{Cause, Change},
    problem::Problem,
    stamp::Stamp,
};

/// What can be undone and redone, as positions in the journal, next last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undoable {
    pub undo: Vec<u64>,
    pub redo: Vec<u64>,
}

impl Undoable {
    /// Takes note of the change at a position. Positions come in ascending order.
    pub fn follow(&mut self, position: u64, cause: Cause) {
        match cause {
            Cause::Edit => {
                self.undo.push(position);
                self.redo.clear();
            }
            Cause::Undo(of) => {
                self.undo.retain(|other| *other != of);
                // An undo is itself what a redo takes back.
                self.redo.push(position);
            }
            Cause::Redo(of) => {
                self.redo.retain(|other| *other != of);
                self.undo.push(position);
            }
        }
    }
}

/// Returns the change that takes back the one at a position.
pub fn undo(book: &Book, position: u64, change: Change, stamp: &Stamp) -> Result<Change, Problem> {
    revert(book, change, Cause::Undo(position), stamp)
}

/// Returns the change that takes back the undo at a position.
pub fn redo(book: &Book, position: u64, change: Change, stamp: &Stamp) -> Result<Change, Problem> {
    revert(book, change, Cause::Redo(position), stamp)
}

fn revert(book: &Book, change: Change, cause: Cause, stamp: &Stamp) -> Result<Change, Problem> {
    let inverse = change.inverse(stamp.at, cause);
    book.check(&inverse)?;
    Ok(inverse)
}
