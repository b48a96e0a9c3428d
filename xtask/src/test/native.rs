//! Tests without a browser: the app's own pure rooms, and this program's.

use anyhow::Result;

use super::{
    Plan,
    tally::{self, Tally},
};
use crate::{process::cargo, say::step};

/// The variable that says how many crashes are simulated.
const POINTS: &str = "RAPPORT_CRASH_POINTS";

/// How many crashes are simulated for each in earnest.
const POINTS_EACH: u32 = 400;

pub(super) fn run(plan: &Plan) -> Result<Tally> {
    let mut tally = Tally::default();
    // Two calls: one call for both would unify their features and compile the app a second time.
    for package in ["rapport", "xtask"] {
        tally.add(step(&format!("Native tests of {package}"), || {
            let mut command = cargo();
            command.args(["test", "--no-fail-fast", "--package", package, "--"]).args(&plan.extra);
            if let Some(crashes) = plan.crashes {
                command.arg("--nocapture");
                command.env(POINTS, crashes.saturating_mul(POINTS_EACH).to_string());
            }
            Ok(tally::count(&mut command))
        })?);
    }
    Ok(tally)
}
