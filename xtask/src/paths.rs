//! Where things are. Says nothing about whether they exist.

use std::{env, path::PathBuf};

/// Returns the folder of the repository.
///
/// Known since compilation: this program is always run from the checkout that it was built in.
pub fn root() -> PathBuf {
    let mut path = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    path.pop();
    path
}

/// Returns the folder of the built app.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Returns the folder for everything that is made on the way and may be deleted.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// Returns the folder of the tools that were installed for this checkout alone.
pub fn tools() -> PathBuf {
    target().join("tools")
}

/// Returns the folder that holds `node_modules` of the tools from npm.
pub fn npm() -> PathBuf {
    tools().join("npm")
}
