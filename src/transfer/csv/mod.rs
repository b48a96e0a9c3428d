//! Spreadsheets and address books as comma-separated values.
//!
//! A file goes through three steps, and a person may look at and correct the second:
//! text → [`Table`] → [`Mapping`] (guessed, editable) → [`Mapped`] rows.
//!
//! Cells that say "nothing" (`-`, `n/a`) are passed over.
//!
//! [`write()`] goes the other way, and what it writes comes back as it was.

mod aside;
mod fixed;
mod guess;
mod mapping;
mod row;
mod table;
mod write;

pub use self::{
    aside::with_reason,
    fixed::{Fixed, can_be_fixed, wrong},
    guess::{guess, written},
    mapping::{Column, Mapping, Remembered, Target, has_days, has_numbers, recall, takes_cells},
    row::{Mapped, Mended},
    table::{
        BYTES_MOST, CELL_MOST, COLUMNS_MOST, Cells, DELIMITERS, ROWS_MOST, Reading, SAMPLE, Table,
        TableProblem, read,
    },
    write::{Outgoing, Preset, Writing, write},
};
