//! Bytes in, bytes out: files that people take home and bring along.
//!
//! Reading never touches the book. What a file holds becomes a [`Change`](crate::domain::change::Change)
//! like any other, so an import is saved, shown in the history and undone like any other.

pub mod csv;
pub mod incoming;
pub mod json;
pub mod mail;
pub mod mask;
