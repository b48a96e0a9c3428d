//! Tests without a browser: the app's own pure rooms, and this program's.

use anyhow::Result;

use super::tally::{self, Tally};
use crate::{process::cargo, say::step};

pub(super) fn run(extra: &[String]) -> Result<Tally> {
    let mut tally = Tally::default();
    // Two calls: one call for both would unify their features and compile the app a second time.
    for package in ["rapport", "xtask"] {
        tally.add(step(&format!("Native tests of {package}"), || {
            let mut command = cargo();
            command.args(["test", "--no-fail-fast", "--package", package, "--"]).args(extra);
            Ok(tally::count(&mut command))
        })?);
    }
    Ok(tally)
}
