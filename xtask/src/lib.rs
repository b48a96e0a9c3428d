//! What `cargo xtask` can do: set the machine up, build the app, serve it, test it, measure it.
//!
//! It is a library so that the end-to-end tests can use the same server and browser settings.
//! Nothing of the app lives here, and the app uses nothing of this.

pub mod command;

pub mod bench;
pub mod dist;
pub mod finish;
pub mod serve;
pub mod size;
pub mod test;

pub mod setup;

pub mod server;

pub mod browser;
pub mod headers;
pub mod imports;
pub mod offline;
pub mod paths;
pub mod process;
pub mod say;
