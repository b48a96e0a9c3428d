//! `cargo xtask dist`: the optimized build, ready for any static host.

use anyhow::{Context, Result};

use crate::{
    paths,
    process::{command, run},
    say::{say, step},
    setup::{cargo_tools, npm_tools, wasm_target},
    size,
};

/// Builds and lists what was built.
pub fn dist() -> Result<bool> {
    build()?;
    for line in size::table(&size::weigh(&paths::dist())?) {
        say(line);
    }
    say("\nUpload everything in dist/ to any static host; any path will do.");
    Ok(true)
}

/// Sets up what the build needs and builds into `dist/`.
pub fn build() -> Result<()> {
    wasm_target::ensure()?;
    cargo_tools::ensure(&cargo_tools::TRUNK)?;
    cargo_tools::ensure(&cargo_tools::WASM_BINDGEN)?;
    cargo_tools::ensure(&cargo_tools::WASM_SPLIT)?;
    npm_tools::ensure()?;
    step("Build the app into dist/", || {
        let mut trunk = command("trunk");
        trunk.args(["build", "--release", "--skip-version-check"]);
        // Trunk refuses to start on the usual `NO_COLOR=1`: it wants the word `true`.
        trunk.env_remove("NO_COLOR");
        // With it, a mistake in the app's code is followed by a page about Trunk's inner life.
        trunk.env_remove("RUST_BACKTRACE");
        run(&mut trunk).context("the app could not be built")
    })
}
