//! Work that takes longer than a moment: how far it is, what lets others come in between, and the wish to
//! have no more of it.

use std::{cell::Cell, rc::Rc};

use leptos::prelude::*;

use super::start;
use rapport::{
    platform::clock,
    storage::session::{CommitError, Pace, Stage},
};

/// How long input may have to wait, in milliseconds.
const SLICE: i64 = 12;

/// After how long it is worth saying that something is done, in milliseconds.
const LONG: i64 = 500;

/// How far long work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work {
    pub percent: usize,
    /// From a moment on it can only be waited for.
    pub can_cancel: bool,
}

/// Time that is given back to the browser in slices.
#[derive(Debug)]
pub struct Slices(Cell<i64>);

impl Slices {
    pub fn new() -> Self {
        Self(Cell::new(clock::now().millis()))
    }

    pub fn is_over(&self) -> bool {
        clock::now().millis() - self.0.get() >= SLICE
    }

    /// Lets the browser handle input and paint.
    pub async fn pause(&self) {
        clock::breathe().await;
        self.0.set(clock::now().millis());
    }
}

/// Does something step by step, until a step says that it was the last. It begins when what is shown now is.
pub fn in_slices(mut step: impl FnMut() -> bool + 'static) {
    start(async move {
        let slices = Slices::new();
        slices.pause().await;
        while step() {
            if slices.is_over() {
                slices.pause().await;
            }
        }
    });
}

/// The pace of one piece of work.
pub struct Working {
    shown: RwSignal<Option<Work>>,
    is_cancelled: Rc<Cell<bool>>,
    began: i64,
    slices: Slices,
}

impl Working {
    pub fn new(shown: RwSignal<Option<Work>>, is_cancelled: Rc<Cell<bool>>) -> Self {
        is_cancelled.set(false);
        Self { shown, is_cancelled, began: clock::now().millis(), slices: Slices::new() }
    }

    fn check(&self) -> Result<(), CommitError> {
        if self.is_cancelled.get() { Err(CommitError::Cancelled) } else { Ok(()) }
    }
}

impl Pace for Working {
    async fn pause(&self, stage: Stage, done: usize, of: usize) -> Result<(), CommitError> {
        if stage == Stage::Applying && !self.slices.is_over() {
            return Ok(());
        }
        let can_cancel = !matches!(stage, Stage::Storing | Stage::Applying);
        self.wait(percent(stage, done, of), can_cancel).await
    }
}

impl Working {
    /// Gives time back, if a slice is over, and tells how far the work is.
    pub async fn wait(&self, percent: usize, can_cancel: bool) -> Result<(), CommitError> {
        self.check()?;
        if can_cancel && !self.slices.is_over() {
            return Ok(());
        }
        let is_long = clock::now().millis() - self.began >= LONG;
        if is_long {
            self.shown.set(Some(Work { percent, can_cancel }));
        }
        if is_long || can_cancel {
            self.slices.pause().await;
        }
        self.check()
    }
}

impl Drop for Working {
    fn drop(&mut self) {
        // The workspace may be gone by now.
        if self.shown.try_get_untracked().flatten().is_some() {
            let _ = self.shown.try_set(None);
        }
    }
}

/// How much of the whole is done. What is read before a change is taken back stands in for its making.
fn percent(stage: Stage, done: usize, of: usize) -> usize {
    let (from, to) = match stage {
        Stage::Opening => (0, 20),
        Stage::Reading => (20, 50),
        Stage::Making => (0, 40),
        Stage::Checking => (40, 50),
        Stage::Writing => (50, 85),
        Stage::Packing => (85, 90),
        Stage::Storing => (90, 98),
        Stage::Applying => (98, 100),
    };
    from + (to - from) * done.min(of) / of.max(1)
}
