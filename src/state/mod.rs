//! The live workspace: what is on disk, in memory and on screen, kept in step.
//!
//! Asynchronous code lives here and nowhere else in the app: [`boot`], the commits of
//! [`workspace`], [`saving`], and [`looking_back`]. Memory changes only after the disk has said yes.

#![expect(unreachable_pub, reason = "`pub` tells what the room is for from its inside")]

mod asking;
pub mod backups;
pub mod boot;
pub mod copying;
pub mod daily;
pub mod keeping;
pub mod language;
pub mod lists;
pub mod lock;
pub mod looking_back;
pub mod navigation;
pub mod retention;
pub mod saving;
pub mod theme;
pub mod toasts;
pub mod working;
pub mod workspace;

pub use workspace::{Workspace, use_workspace};

use std::future::Future;

/// Starts something that goes on beside the interface, in the wasm thread's queue.
#[expect(clippy::disallowed_methods, reason = "this is the one place")]
pub fn start(task: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(task);
}
