//! Files that go out, and what is said when they are there or are not.

use super::commands;
use crate::state::{
    Workspace,
    language::Words,
    saving::{self, NewFile, NotSaved, Piece},
    toasts::Toasts,
};
use rapport::transfer::Pieces;

/// Writes a file in slices and saves it, unless that is cancelled.
pub(in crate::ui) fn save(
    words: Words,
    toasts: Toasts,
    workspace: Workspace,
    file: NewFile,
    pieces: Box<dyn Pieces>,
) {
    save_and(words, toasts, workspace, file, pieces, |_| ());
}

/// The same; `then` hears whether there is a file.
pub(in crate::ui) fn save_and(
    words: Words,
    toasts: Toasts,
    workspace: Workspace,
    file: NewFile,
    mut pieces: Box<dyn Pieces>,
    then: impl FnOnce(bool) + 'static,
) {
    saving::save(
        workspace,
        file,
        move |book| {
            let bytes = pieces.next(book)?;
            let (done, of) = pieces.progress();
            Some(Piece { bytes, done, of })
        },
        move |saved| {
            then(saved.is_ok());
            let i18n = words.get();
            match saved {
                Ok(name) => {
                    toasts.done(i18n.with("transfer-saved", &[("name", (&name).into())]), None);
                }
                Err(NotSaved::Ended(error)) => commands::not_done(words, toasts, &error),
                Err(NotSaved::Browser(error)) => {
                    toasts.failed(i18n.with("transfer-not-saved", &[("words", (&error).into())]));
                }
            }
        },
    );
}
