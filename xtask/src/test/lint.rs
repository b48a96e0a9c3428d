//! Formatting and clippy, on this machine and for WebAssembly. Each call counts as one test.

use anyhow::Result;

use super::tally::{self, Tally};
use crate::{process::cargo, say::step, setup::wasm_target};

pub(super) fn run() -> Result<Tally> {
    wasm_target::ensure()?;
    let wasm = ["clippy", "--target", "wasm32-unknown-unknown", "--package", "rapport"];
    let calls: [(&str, &[&str], &[&str]); 3] = [
        ("Formatting", &["fmt", "--all", "--check"], &[]),
        ("Clippy", &["clippy", "--workspace"], &["--all-targets", "--", "-D", "warnings"]),
        ("Clippy for WebAssembly", &wasm, &["--all-targets", "--", "-D", "warnings"]),
    ];
    let mut tally = Tally::default();
    for (title, start, end) in calls {
        tally.add(step(title, || Ok(tally::check(cargo().args(start).args(end))))?);
    }
    Ok(tally)
}
