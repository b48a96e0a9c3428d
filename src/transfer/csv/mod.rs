//! Spreadsheets and address books as comma-separated values.
//!
//! A file goes through three steps, and a person may look at and correct the second:
//! bytes → [`Table`] → [`Mapping`] (guessed, editable) → [`Rows`](super::incoming::Rows).
//!
//! Cells that say "nothing" (`-`, `n/a`) are passed over.
//!
//! [`write()`] goes the other way, and what it writes comes back as it was.

mod guess;
mod mapping;
mod row;
mod table;
mod write;

pub use self::{
    guess::guess,
    mapping::{Column, Mapping, Target, takes_cells},
    row::rows,
    table::{BYTES_MOST, CELL_MOST, COLUMNS_MOST, Looks, ROWS_MOST, Table, TableProblem, read},
    write::{Outgoing, Preset, Writing, write},
};
