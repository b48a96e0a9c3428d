//! The harness of the end-to-end tests: a browser, driven like a person would.
//!
//! `cargo xtask test e2e` builds and serves the app, then runs the files in `tests/` once per
//! browser. What the app does is told there; nothing of the app is known here.

mod axe;
mod browser;
mod console;
mod driver;
mod process_tree;
mod profile;
mod published;
mod scenario;
mod settings;
mod wait;

pub use self::{
    axe::Violation,
    browser::{Browser, readable},
    profile::Profile,
    published::{JsonCase, TableCase, json_cases, naughty_texts, table_cases},
    scenario::{explained, scenario, visit},
    settings::{Settings, settings},
    wait::until,
};
pub use thirtyfour::{Key, TypingData, WindowHandle};
