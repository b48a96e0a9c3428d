//! Spreadsheets and address books as comma-separated values.
//!
//! A file goes through four steps, and a person may look at and correct the second:
//! bytes → [`Table`] → [`Mapping`] (guessed, editable) → [`Preview`] (what each row becomes, with its
//! problems) → one change.
//!
//! **How rows and people meet.** A row joins a person, of the book or of an earlier row, when they share
//! an e-mail address. A row without one joins a person of the same name when they share a phone number
//! or a link, or when the person already has all that the row says. Joining fills what is blank and adds
//! to lists; it overwrites nothing. So the same file a second time adds nothing.
//!
//! **What does not fit is kept.** A cell that its field does not accept is reported, and its text goes to
//! a note about the person, headed by the name of the file; so does what a joining row says otherwise, and
//! every column that nobody found a field for. Only cells that say "nothing" (`-`, `n/a`) are passed over.

mod days;
mod guess;
mod mapping;
mod merge;
mod names;
mod preview;
mod row;
mod table;

pub use self::{
    days::DayOrder,
    guess::guess,
    mapping::{Column, Mapping, Part, Target, takes_cells},
    preview::{Counts, Fate, Preview, RowFault, RowProblem, plan, preview},
    row::Incoming,
    table::{BYTES_MOST, CELL_MOST, COLUMNS_MOST, Looks, ROWS_MOST, Table, TableProblem, read},
};
