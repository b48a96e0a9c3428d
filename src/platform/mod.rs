//! The browser's own abilities, as plain functions. Thin: nothing here decides anything.

pub mod clock;
pub mod dom;
pub mod drafts;
pub mod files;
pub mod intl;
pub mod pictures;
pub mod preferences;
pub mod storage;
pub mod tabs;
