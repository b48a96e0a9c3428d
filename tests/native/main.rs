//! All native tests in one binary, so that they are linked once.
#![cfg(test)]

mod generate;

mod csv;
mod demo;
mod json;
mod laws;
mod schema;
