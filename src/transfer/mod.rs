//! Bytes in, bytes out: files that people take home and bring along.
//!
//! Reading never touches the book. What a file holds becomes a [`Change`](crate::domain::change::Change)
//! like any other, so an import is saved, shown in the history and undone like any other.

pub mod age;
pub mod agenda;
pub mod calendar;
pub mod csv;
pub mod encoding;
pub mod incoming;
pub mod json;
pub mod keeping;
mod lines;
pub mod mail;
pub mod mask;
pub mod monica;
pub mod naming;
pub mod profile;
pub mod quick;
pub mod vcard;
pub mod xlsx;

use crate::domain::book::Book;

/// A file in the making. It does not hold the book, so that input can be handled between its pieces.
pub trait Pieces {
    /// The next piece, which may be empty. `None` when all is written.
    fn next(&mut self, book: &Book) -> Option<Vec<u8>>;

    /// How far it is, and of how much.
    fn progress(&self) -> (usize, usize);
}

/// All pieces, one after the other.
pub fn pieces(mut of: impl Pieces, book: &Book) -> impl Iterator<Item = Vec<u8>> {
    std::iter::from_fn(move || of.next(book)).filter(|piece| !piece.is_empty())
}
