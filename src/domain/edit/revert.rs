//! Undo and redo: new changes that take back old ones, never erasures.
//!
//! Which change is next follows from the causes in the journal alone, so it is the same in every
//! tab and after a reload.

use std::rc::Rc;

use super::Making;
use crate::domain::{
    book::Book,
    change::{Cause, Change},
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
            Cause::Base(_) => {}
        }
    }

    /// The changes up to a position are there no more.
    pub fn forget(&mut self, until: u64) {
        self.undo.retain(|position| *position > until);
        self.redo.retain(|position| *position > until);
    }
}

/// How many records a slice is: some milliseconds.
const SLICE: usize = 500;

/// What takes a long change back, made in slices. Whether it fits the book is asked when it is saved.
pub struct Reverting {
    change: Rc<Change>,
    inverse: Change,
}

impl Reverting {
    pub fn new(change: Rc<Change>, cause: Cause, stamp: &Stamp) -> Self {
        let touches = Vec::with_capacity(change.touches.len());
        let inverse = Change { at: stamp.at, cause, label: change.label.clone(), touches };
        Self { change, inverse }
    }
}

impl Making for Reverting {
    fn go_on(&mut self, _: &Book) -> (usize, usize) {
        // Backwards, so that what was made last is unmade first.
        let left = self.change.touches.iter().rev().skip(self.inverse.touches.len());
        self.inverse.touches.extend(left.take(SLICE).map(|touch| touch.clone().inverse()));
        (self.inverse.touches.len(), self.change.touches.len())
    }

    fn finish(self: Box<Self>) -> Change {
        self.inverse
    }
}
