//! One page per route, and the screens that stand in for them.

pub(super) mod board;
pub(super) mod calendar;
pub(super) mod deal_ways;
pub(super) mod filter;
pub(super) mod first_run;
pub(super) mod help;
pub(super) mod history;
pub(super) mod home;
pub(super) mod list;
pub(super) mod locked;
pub(super) mod new_record;
pub(super) mod not_found;
mod quick_entry;
pub(super) mod record;
pub(super) mod recovery;
pub(super) mod segments;
pub(super) mod settings;
pub(super) mod tags;
pub(super) mod transfer;
mod unread;
pub(super) mod your_data;
