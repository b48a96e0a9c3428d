//! Rapport: a CRM that lives in the browser and nowhere else.
//!
//! A tour of the rooms, in reading order. Each may use those above it; `ARCHITECTURE.md` has the matrix
//! and `tests/native/tidy.rs` holds it.

pub mod domain;
pub mod transfer;

pub mod demo;
