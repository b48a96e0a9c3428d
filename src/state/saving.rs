//! Files that go out while they are made: to where a person has chosen, or among the downloads.

use super::{Workspace, start};
use rapport::{
    domain::book::Book,
    platform::{
        clock,
        files::{Place, Sink, ask_where},
    },
    storage::session::CommitError,
};

/// From how many records on a file is not held in memory, where the browser can write it to disk: some 5 MB.
const LARGE: usize = 7_500;

/// What a file is to be.
pub struct NewFile {
    pub name: String,
    pub mime: &'static str,
    /// How many records it has, or more.
    pub records: usize,
}

/// A part of a file, which may be empty, and how far the file is with it.
pub struct Piece {
    pub bytes: Vec<u8>,
    pub done: usize,
    pub of: usize,
}

/// Why there is no file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSaved {
    Ended(CommitError),
    /// In the browser's words.
    Browser(String),
}

/// Saves a file in slices. `then` hears under which name. To be called while a click is handled, for only then
/// may a person be asked where a large file goes.
pub fn save(
    workspace: Workspace,
    file: NewFile,
    piece: impl FnMut(&Book) -> Option<Piece> + 'static,
    then: impl FnOnce(Result<String, NotSaved>) + 'static,
) {
    let NewFile { name, mime, records } = file;
    let asked = if records >= LARGE { ask_where(&name, mime) } else { None };
    start(async move {
        let place = match asked {
            Some(asked) => asked.answer().await,
            None => Place::Downloads,
        };
        // What takes long from the beginning is said before it begins.
        clock::pause(0).await;
        match place {
            Place::Chosen(stream) => workspace.write_long(piece, Sink::Disk(stream), then),
            Place::Downloads => workspace.write_long(piece, Sink::downloads(name, mime), then),
            Place::Nowhere => then(Err(NotSaved::Ended(CommitError::Cancelled))),
        }
    });
}
