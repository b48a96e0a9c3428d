//! Everything that can be shown without a browser, in one binary, so that it is linked once.
#![cfg(not(target_arch = "wasm32"))]
// Tells clippy that helpers are tests too.
#![cfg(test)]

mod generate;
mod random_edits;

mod answers;
mod filters;
mod laws;
mod lists;
mod rewind;
mod slices;

mod crashes;
mod fuzz;
mod golden;
mod history;
mod storage;
mod tabs;

mod csv;
mod demo;
mod json;
mod keys;
mod schema;
mod search;
mod taking_home;
mod vcard;
mod words;
mod xlsx;

mod tidy;
