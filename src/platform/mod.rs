//! The browser's own abilities, as plain functions. Thin: nothing here decides anything.

pub mod clock;
pub mod dom;
pub mod drafts;
pub mod files;
pub mod folder;
pub mod intl;
pub mod network;
pub mod notifications;
pub mod offline;
pub mod pictures;
pub mod preferences;
pub mod storage;
pub mod tabs;
