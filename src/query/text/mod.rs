//! The text form of a filter, for the query bar, for addresses and for what is stored.
//!
//! ```text
//! tags:vip last-contact > 30d children >= 2 (city:"New York" or country:us) -lifecycle:customer
//! ```
//!
//! Conditions side by side must all hold; `or` stands between those of which any must; `-` or `not`
//! turns one around. A condition is the name of a field, a sign or word of the operator table and a
//! value; several values with commas between them stand for any of them. A word alone must stand
//! somewhere in the record. Parentheses group.
//!
//! [`print`] and [`parse`] are each other's inverse for every filter. Anything that people write is read
//! too, as far as it can be understood, with the faults that were found on the way.

mod complete;
mod lexicon;
mod parse;
mod print;
mod row;
mod token;

pub use complete::{Completion, Wanted, complete};
pub use lexicon::{Canonical, Lexicon};
pub use parse::{DEEPEST, Expected, Fault, Parsed, parse, parse_operand};
pub use print::{print, print_operand, print_when, quote};
pub use row::{read_row, show_row};
