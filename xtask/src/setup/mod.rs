//! Installing what a command needs, and only when it is not there yet.
//!
//! Each part says in one line what it installs; what is there in the right version is left alone.
//! Which command needs what is the command's own affair.

pub mod wasm_target;

pub mod cargo_tools;
pub mod npm_tools;

pub mod browsers;

mod debian;

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

use crate::paths;

/// Returns the `PATH` for every program that is started: this checkout's own tools come first.
pub fn search_path() -> OsString {
    let inherited = env::var_os("PATH").unwrap_or_default();
    let own = [paths::tools().join("bin"), paths::npm().join("node_modules/.bin")];
    let folders = own.into_iter().chain(cargo_bin()).chain(env::split_paths(&inherited));
    // Joining fails only for a folder with a colon in its name, which no shell could use either.
    env::join_paths(folders).unwrap_or(inherited)
}

/// Returns where `cargo install` puts programs.
fn cargo_bin() -> Option<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(Path::new(&env::var_os("HOME")?).join(".cargo")));
    home.map(|home| home.join("bin"))
}
