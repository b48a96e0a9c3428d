//! Everything that can be shown without a browser, in one binary.

mod crashes;
mod random_edits;
mod storage;
mod tabs;
mod words;
