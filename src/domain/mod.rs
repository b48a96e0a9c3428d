//! Nouns and laws: what a workspace holds and how it may change.
//!
//! Everything here is plain data and pure functions.
//! There is no clock, no random source, no language and no storage: time and fresh ids arrive in a
//! [`stamp::Stamp`], words are found in `i18n`, bytes are moved by `storage`.

pub mod id;
pub mod key;
pub mod stamp;

pub mod calendar;
pub mod checklist;
pub mod items;
pub mod value;

pub mod field;
pub mod record;
pub mod repeat;
pub mod table;
pub mod today;

pub mod book;
pub mod change;
pub mod edit;
pub mod problem;

pub mod fold;
