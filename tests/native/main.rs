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
mod repeat;
mod rewind;
mod slices;
mod why;

mod check;
mod crashes;
mod faults;
mod fuzz;
mod golden;
mod history;
mod mirror;
mod past;
mod retention;
mod seal;
mod storage;
mod tabs;

mod age;
mod calendar;
mod choices;
mod csv;
mod demo;
mod hostile;
mod json;
mod keeping;
mod keys;
mod monica;
mod relations;
mod schema;
mod search;
mod taking_home;
mod trial;
mod vcard;
mod words;
mod work;
mod xlsx;

mod tidy;
