//! What is done from more than one place: taking back, doing again, beginning a workspace.

use leptos::prelude::{RwSignal, Set};

use crate::state::{
    Workspace, boot::Booting, language::Words, navigation::Navigation, toasts::Toasts,
};
use rapport::{
    demo,
    domain::id::RecordType,
    platform::clock,
    route::Route,
    storage::{journal::Header, session::CommitError},
};

/// The seed of the demo, so that it is the same everywhere.
const DEMO_SEED: u64 = 1;

/// Takes back the last change and says what it was.
pub(super) fn undo(words: Words, toasts: Toasts, workspace: Workspace) {
    workspace.undo(move |outcome| undone(words, toasts, outcome));
}

/// Takes back the change at a position and says what it was.
pub(super) fn undo_at(words: Words, toasts: Toasts, workspace: Workspace, position: u64) {
    workspace.undo_at(position, move |outcome| undone(words, toasts, outcome));
}

fn undone(words: Words, toasts: Toasts, outcome: Result<Header, CommitError>) {
    let i18n = words.get();
    match outcome {
        Ok(header) => {
            let sentence = i18n.caused(header.cause, &header.label);
            toasts.done(i18n.with("undone", &[("what", (&sentence).into())]), None);
        }
        Err(error) => not_done(words, toasts, &error),
    }
}

/// Does again what was undone last.
pub(super) fn redo(words: Words, toasts: Toasts, workspace: Workspace) {
    workspace.redo(move |outcome| match outcome {
        Ok(header) => {
            let i18n = words.get();
            let sentence = i18n.label(&header.label);
            toasts.done(i18n.with("redone", &[("what", (&sentence).into())]), None);
        }
        Err(error) => not_done(words, toasts, &error),
    });
}

/// Says why something was not done; that one did not want it any more is no failure.
pub(super) fn not_done(words: Words, toasts: Toasts, error: &CommitError) {
    let sentence = words.get().commit_error(error);
    if *error == CommitError::Cancelled {
        toasts.done(sentence, None);
    } else {
        toasts.failed(sentence);
    }
}

/// Begins an empty workspace in place of whatever is there, and goes somewhere in it.
pub(super) fn begin(
    words: Words,
    toasts: Toasts,
    boot: Booting,
    navigation: Navigation,
    to: Route,
) {
    boot.begin(move |begun| match begun {
        Ok(_) => navigation.go(&to),
        Err(error) => toasts.failed(words.get().store_error(&error)),
    });
}

/// How many records of a demo are on disk, of how many; nothing before and after.
pub(super) type Progress = RwSignal<Option<(usize, usize)>>;

/// Begins a demo workspace with so many people and goes to them.
pub(super) fn try_demo(
    words: Words,
    toasts: Toasts,
    boot: Booting,
    navigation: Navigation,
    people: u32,
    progress: Progress,
) {
    let changes = demo::seeded(DEMO_SEED, people, clock::now());
    let total = changes.total();
    progress.set(Some((0, total)));
    boot.begin_with(
        changes,
        move |done| progress.set(Some((done, total))),
        move |filled| {
            progress.set(None);
            match filled {
                Ok(()) => navigation.go(&Route::list(RecordType::Person)),
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            }
        },
    );
}

/// Removes everything that is here and goes back to the first screen.
pub(super) fn start_over(words: Words, toasts: Toasts, boot: Booting, navigation: Navigation) {
    boot.give_up(move |given_up| match given_up {
        Ok(()) => navigation.go(&Route::list(RecordType::Person)),
        Err(error) => toasts.failed(words.get().store_error(&error)),
    });
}
