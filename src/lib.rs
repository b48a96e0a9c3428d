//! Rapport: a CRM that lives in the browser and nowhere else.
//!
//! A tour of the rooms, in reading order. Each may use those above it; `ARCHITECTURE.md` has the matrix
//! and `tests/native/tidy.rs` holds it. Two more, `state` and `ui`, are the app itself: see `main.rs`.

pub mod domain;

pub mod query;
pub mod storage;
pub mod transfer;

pub mod trial;

pub mod demo;
pub mod keys;

pub mod i18n;
pub mod route;

#[cfg(target_arch = "wasm32")]
pub mod platform;
