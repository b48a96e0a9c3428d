//! Address books as vCard: versions 2.1 (versit), 3.0 (RFC 2426) and 4.0 (RFC 6350) in, 3.0 and 4.0 out.
//!
//! [`read`] takes text: content lines become cards, and each card a row of
//! [`Rows`](super::incoming::Rows), which calls its columns by the names of properties.
//! What other programs need for themselves (`UID`, `REV`, `PRODID` and the like) is passed over; what no
//! field takes is kept in words. Nothing is fetched.

mod card;
mod content;
mod read;
mod write;

pub use self::{
    read::{
        BYTES_MOST, CARDS_MOST, DEPTH_MOST, NAMES_MOST, PROPERTIES_MOST, VALUE_MOST, VcardProblem,
        is_vcard, read,
    },
    write::{Cards, Version, write},
};
