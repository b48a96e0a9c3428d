//! The standard library for WebAssembly.

use anyhow::{Context, Result, bail};

use crate::{
    process::{command, find, output, run},
    say::step,
};

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target to the pinned toolchain.
///
/// `rust-toolchain.toml` names it, but where rustup may not install by itself that line does nothing.
pub fn ensure() -> Result<()> {
    let library = output(command("rustc").args(["--print", "target-libdir", "--target", TARGET]))
        .context("`rustc` did not answer; install Rust from rustup.rs")?;
    if std::path::Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    if find(&["rustup"]).is_none() {
        bail!(
            "the Rust target {TARGET} is missing, and there is no rustup to add it; \
             install it the way Rust was installed here"
        );
    }
    step(&format!("Add the Rust target {TARGET}"), || {
        run(command("rustup").args(["target", "add", TARGET]))
            .context("without it the app cannot be compiled")
    })
}
