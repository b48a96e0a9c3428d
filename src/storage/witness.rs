//! The witness: a few words outside the database about what it must hold.
//!
//! Browsers reset a damaged database without a word: it then opens, empty. And a lost end of the
//! journal gives no error at all. The witness lies in `localStorage`, so one store speaks for the other.

use serde::{Deserialize, Serialize};

use crate::domain::id::Id;

/// What was last known to be on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witness {
    pub store: Id,
    /// Position of the last change.
    pub position: u64,
    /// The number of records.
    pub records: u64,
}
