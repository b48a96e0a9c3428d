//! Files that only a passphrase opens, in the form of [age](https://age-encryption.org/v1), version 1: whoever
//! has the passphrase opens them with the `age` program, too.
//!
//! A passphrase, a random salt and much work give a key, which locks a random key of the file, which locks the
//! rest in chunks. Other recipients than a passphrase are not read. Randomness comes in from outside.

mod base64;
mod head;
mod stream;

use hkdf::Hkdf;
use sha2::Sha256;

use self::{
    head::Head,
    stream::{Opened, Sealing},
};
use super::Pieces;
use crate::domain::book::Book;

/// How much work a passphrase of ours asks for, as a power of two: 64 MB and one to two seconds in a browser.
pub const WORK: u8 = 16;

/// The most that is done for a file: 1 GB and up to half a minute.
pub const WORK_MOST: u8 = 20;

/// How a file begins, whatever its version.
const FAMILY: &[u8] = b"age-encryption.org/";

/// What is added to the name of a file that is locked.
pub const EXTENSION: &str = "age";

/// Why a file is not opened. Nothing of it has been taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Another version of the form.
    OtherVersion,
    /// Locked with keys and not with a passphrase.
    OtherKey,
    /// The beginning, which says how the file is locked, is damaged.
    Head,
    /// More work than is done for a file.
    TooMuchWork,
    /// The device has not the memory that the passphrase asks for.
    NoRoom,
    /// Another passphrase; or the beginning is damaged where it cannot be told apart from that.
    WrongPassphrase,
    /// Not as it was written, from the byte on.
    Damaged { byte: usize },
    /// The file ends where more was to come.
    BreaksOff { byte: usize },
}

/// Randomness for one file, and for no other one.
pub struct Chance {
    key: [u8; 16],
    salt: [u8; 16],
    nonce: [u8; 16],
}

impl Chance {
    /// From bytes that nobody can guess.
    pub fn new(key: [u8; 16], salt: [u8; 16], nonce: [u8; 16]) -> Self {
        Self { key, salt, nonce }
    }
}

/// Whether a file says of itself that it is one of these.
pub fn is_age(bytes: &[u8]) -> bool {
    bytes.starts_with(FAMILY)
}

/// Another file in the making, locked while it is made.
pub struct Sealed {
    of: Box<dyn Pieces>,
    step: Step,
}

enum Step {
    /// The work for the passphrase is still to be done.
    Passphrase {
        passphrase: String,
        work: u8,
        chance: Chance,
    },
    Chunks(Sealing),
    End,
}

impl Sealed {
    /// The first piece takes as long as the work does.
    pub fn new(
        of: Box<dyn Pieces>,
        passphrase: String,
        work: u8,
        chance: Chance,
    ) -> Result<Self, Problem> {
        head::has_room(work)?;
        Ok(Self { of, step: Step::Passphrase { passphrase, work, chance } })
    }
}

impl Pieces for Sealed {
    fn next(&mut self, book: &Book) -> Option<Vec<u8>> {
        match std::mem::replace(&mut self.step, Step::End) {
            Step::Passphrase { passphrase, work, chance } => {
                let Chance { key, salt, nonce } = chance;
                let mut piece = head::write(&key, &passphrase, work, salt);
                piece.extend_from_slice(&nonce);
                self.step = Step::Chunks(Sealing::new(&payload_key(&key, &nonce)));
                Some(piece)
            }
            Step::Chunks(mut sealing) => match self.of.next(book) {
                Some(piece) => {
                    let sealed = sealing.write(&piece);
                    self.step = Step::Chunks(sealing);
                    Some(sealed)
                }
                None => Some(sealing.finish()),
            },
            Step::End => None,
        }
    }

    fn progress(&self) -> (usize, usize) {
        self.of.progress()
    }
}

/// A file that is being opened.
pub struct Opening {
    opened: Opened,
    at: usize,
}

/// Opens a file, which takes as long as the work for its passphrase does.
pub fn open(file: &[u8], passphrase: &str) -> Result<Opening, Problem> {
    let (head, rest) = Head::read(file)?;
    let key = head.unlock(file, passphrase)?;
    let byte = file.len();
    let (nonce, chunks) = rest.split_first_chunk().ok_or(Problem::BreaksOff { byte })?;
    let opened = Opened::new(&payload_key(&key, nonce));
    Ok(Opening { opened, at: byte - chunks.len() })
}

impl Opening {
    /// Appends another piece of what was locked. Says whether there is more. What has been appended is not to be
    /// used before that is all, for the rest may be missing.
    pub fn go_on(&mut self, file: &[u8], to: &mut Vec<u8>) -> Result<bool, Problem> {
        let rest = file.get(self.at..).unwrap_or_default();
        let taken = self.opened.next(rest, self.at, to)?;
        self.at += taken;
        Ok(taken < rest.len())
    }

    /// How many bytes of the file are done.
    pub fn at(&self) -> usize {
        self.at
    }
}

/// Opens a file at one go.
pub fn open_whole(file: &[u8], passphrase: &str) -> Result<Vec<u8>, Problem> {
    let mut opening = open(file, passphrase)?;
    let mut bytes = Vec::with_capacity(file.len());
    while opening.go_on(file, &mut bytes)? {}
    Ok(bytes)
}

/// What the chunks of a file are locked with.
fn payload_key(key: &[u8; 16], nonce: &[u8; 16]) -> [u8; 32] {
    derived(key, nonce, b"payload")
}

#[expect(clippy::expect_used, reason = "one block of the hash can always be had")]
fn derived(key: &[u8; 16], salt: &[u8], what: &[u8]) -> [u8; 32] {
    let mut derived = [0; 32];
    Hkdf::<Sha256>::new(Some(salt), key).expand(what, &mut derived).expect("a key");
    derived
}
