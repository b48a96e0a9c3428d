//! A backup tried out: it is restored into a store that is thrown away, by the code that would restore it in
//! earnest, and what comes out of there is compared with what went in.
//!
//! Reading a file shows that it can be read. This shows that a workspace can be had from it.

use std::cell::RefCell;

use rustc_hash::FxHashMap;
use xxhash_rust::xxh64::Xxh64;

use crate::{
    domain::{
        book::Book,
        edit::Making,
        id::{Id, RecordType},
        problem::Problem,
        record::Record,
        stamp::Stamp,
        value::time::Time,
    },
    storage::{
        Durability, Store, StoreError,
        opening::{self, BootError, Finding},
        session::{self, CommitError, Pace, Session, Stage},
    },
    transfer::{
        Pieces,
        json::{self, Contents, Excerpt, FileProblem, Mode},
    },
};

/// How many pages of a checkpoint are written in one go.
const PAGES: usize = 12;

/// How many records there are of each type, and a hash of all that they hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Print {
    counts: [usize; RecordType::ALL.len()],
    hash: u64,
}

impl Print {
    pub fn count(&self, on: RecordType) -> usize {
        self.counts.get(on.position()).copied().unwrap_or_default()
    }
}

/// What is known of a file that was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// When the file was made.
    pub exported: Time,
    pub print: Print,
    /// Some of its records. A workspace that has one of them is the one that the file is of.
    pub some: Vec<(RecordType, Id)>,
}

/// How many records tell a workspace: enough that not all of them are gone soon.
const SOME: usize = 500;

/// How a file that was tried stands to a workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Same,
    /// Of this workspace, in which something is other than it was.
    Changed,
    /// Of another workspace.
    Other,
}

/// Why a file is no backup that one could trust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failed {
    File(FileProblem),
    Commit(CommitError),
    Opening(BootError),
    /// What was stored was not found as it was stored.
    Found(Vec<Finding>),
    /// What was rebuilt holds something else than the file.
    Different,
}

impl From<CommitError> for Failed {
    fn from(error: CommitError) -> Self {
        Self::Commit(error)
    }
}

impl From<StoreError> for Failed {
    fn from(error: StoreError) -> Self {
        Self::Commit(error.into())
    }
}

/// Restores a file into an empty store, opens that as a workspace is opened, takes everything home from there, and
/// compares.
pub async fn try_out<S: Store>(
    store: &S,
    file: &[u8],
    mut stamp: Stamp,
    pace: &impl Pace,
) -> Result<Tried, Failed> {
    let contents = json::read(file).map_err(Failed::File)?;
    let exported = contents.exported;
    let begun = opening::begin(store, stamp.id()).await?;
    let session = RefCell::new(Session::new(begun));
    let contents = RefCell::new(Some(contents));
    let restore = |book: &Book| {
        let contents = contents.take().ok_or(Problem::Overtaken)?;
        let plan = json::plan(book, contents, Mode::Replace, "", &stamp);
        Ok(Box::new(plan.change) as Box<dyn Making>)
    };
    let (_, restored) =
        session::commit_long(store, &session, Durability::Relaxed, &restore, pace).await;
    restored?;
    checkpoint(store, &session, pace).await?;
    let witness = session.into_inner().witness();
    let opened = opening::open(store, Some(witness)).await.map_err(Failed::Opening)?;
    let opened = opened.ok_or(Failed::Different)?;
    if !opened.report.is_empty() {
        return Err(Failed::Found(opened.report));
    }
    let (print, again) = take_home(&opened.book, exported, pace).await?;
    // A file of another program may say the same in other letters.
    if again != file && !is_same(file, &again)? {
        return Err(Failed::Different);
    }
    let some = opened.book.everything().map(|(on, record)| (on, record.id)).take(SOME).collect();
    Ok(Tried { exported, print, some })
}

/// A comparison of a file that was tried with a book, in slices. Nothing may change the book meanwhile.
pub struct Comparing {
    tried: Tried,
    printing: Printing,
}

impl Comparing {
    pub fn new(book: &Book, tried: Tried) -> Self {
        let printing = Printing::new(book, tried.exported);
        Self { tried, printing }
    }

    /// Says whether there is more to do.
    pub fn go_on(&mut self, book: &Book) -> bool {
        self.printing.go_on(book).is_some()
    }

    pub fn progress(&self) -> (usize, usize) {
        self.printing.pieces.progress()
    }

    pub fn finish(self, book: &Book) -> Standing {
        let is_of_here = self.tried.some.iter().any(|(on, id)| book.get(*on, *id).is_some());
        if self.printing.finish(book) == self.tried.print {
            Standing::Same
        } else if is_of_here {
            Standing::Changed
        } else {
            Standing::Other
        }
    }
}

async fn checkpoint<S: Store>(
    store: &S,
    session: &RefCell<Session>,
    pace: &impl Pace,
) -> Result<(), Failed> {
    let failed = |error: std::fmt::Error| StoreError::Failed(error.to_string());
    let draft = {
        let session = session.borrow();
        let Session { book, tip, checkpoints, .. } = &*session;
        checkpoints.draft(book, tip.position, tip.chain, store.batch())
    };
    // Nothing was restored from a file that holds nothing.
    let Some(mut draft) = draft else { return Ok(()) };
    let mut of = 0;
    loop {
        let left = draft.write_some(&session.borrow().book, PAGES).map_err(failed)?;
        if left == 0 {
            break;
        }
        of = of.max(left);
        pace.pause(Stage::Packing, of - left, of).await?;
    }
    draft.finish(&session.borrow().checkpoints).map_err(failed)?;
    Ok(session::finish_checkpoint(store, session, draft).await?)
}

async fn take_home(
    book: &Book,
    at: Time,
    pace: &impl Pace,
) -> Result<(Print, Vec<u8>), CommitError> {
    let mut printing = Printing::new(book, at);
    let mut file = Vec::new();
    while let Some(piece) = printing.go_on(book) {
        file.extend(piece);
        let (done, of) = printing.pieces.progress();
        pace.pause(Stage::Packing, done, of).await?;
    }
    Ok((printing.finish(book), file))
}

/// A print in the making. Equal books give equal files, so the hash is one of the file.
struct Printing {
    pieces: Excerpt,
    hash: Xxh64,
}

impl Printing {
    fn new(book: &Book, at: Time) -> Self {
        Self { pieces: Excerpt::whole(book, at), hash: Xxh64::new(0) }
    }

    fn go_on(&mut self, book: &Book) -> Option<Vec<u8>> {
        let piece = self.pieces.next(book)?;
        self.hash.update(&piece);
        Some(piece)
    }

    fn finish(self, book: &Book) -> Print {
        let counts = RecordType::ALL.map(|on| book.table(on).len());
        Print { counts, hash: self.hash.digest() }
    }
}

/// Whether two files hold the same records, in whatever order.
fn is_same(file: &[u8], other: &[u8]) -> Result<bool, Failed> {
    let contents = json::read(file).map_err(Failed::File)?;
    let Ok(other) = json::read(other) else { return Ok(false) };
    Ok(RecordType::ALL.into_iter().all(|on| by_id(&contents, on) == by_id(&other, on)))
}

fn by_id(contents: &Contents, on: RecordType) -> FxHashMap<Id, &Record> {
    contents.of(on).iter().map(|record| (record.id, record)).collect()
}
