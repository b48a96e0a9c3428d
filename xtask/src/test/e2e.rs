//! `tests/e2e` against the built app, once per browser.

use std::fs;

use anyhow::Result;

use super::{
    Plan,
    tally::{self, Tally},
};
use crate::{
    paths,
    process::cargo,
    say::step,
    server::{Server, Site},
    setup::{browsers, npm_tools},
};

/// Hosts put apps anywhere, so the tests run where a path that begins with `/` would fail.
const PREFIX: &str = "/some/sub/path/";

/// The variables that tell the tests where everything is.
pub mod variable {
    pub const BASE_URL: &str = "RAPPORT_E2E_BASE_URL";
    pub const BROWSER: &str = "RAPPORT_E2E_BROWSER";
    pub const BROWSER_PROGRAM: &str = "RAPPORT_E2E_BROWSER_PROGRAM";
    pub const DRIVER: &str = "RAPPORT_E2E_DRIVER";
    pub const DIST: &str = "RAPPORT_E2E_DIST";
    pub const AXE: &str = "RAPPORT_E2E_AXE";
    pub const NPM: &str = "RAPPORT_E2E_NPM";
    /// Screenshots, browser profiles and the drivers' logs go below this folder.
    pub const OUTPUT: &str = "RAPPORT_E2E_OUTPUT";
    /// How often the story of kills kills a browser; set by whoever asks for more of them.
    pub const KILLS: &str = "RAPPORT_E2E_KILLS";
    /// The number that the moments of the kills are made of; set by whoever wants those of an earlier run.
    pub const SEED: &str = "RAPPORT_E2E_SEED";
}

pub(super) fn run(plan: &Plan) -> Result<Tally> {
    npm_tools::ensure()?;
    // Logs and profiles of earlier runs only confuse; there may be none, which is as good.
    let _ = fs::remove_dir_all(paths::target().join("e2e"));
    let site = Site { folder: paths::dist(), port: 0, prefix: PREFIX.to_owned() };
    let server = Server::start(&site)?;

    let mut tally = Tally::default();
    for browser in &plan.browsers {
        let installed = browsers::ensure(*browser)?;
        tally.add(step(&format!("End-to-end tests in {browser}"), || {
            let mut command = cargo();
            command.args(["test", "--no-fail-fast", "--package", "rapport-e2e"]);
            // A browser is at rest half of the time, so two keep two cores busy; more would wait for each other.
            command.args(["--", "--test-threads=2"]).args(&plan.extra);
            command.env(variable::BASE_URL, server.url());
            command.env(variable::BROWSER, browser.name());
            command.env(variable::BROWSER_PROGRAM, &installed.program);
            command.env(variable::DRIVER, &installed.driver);
            command.env(variable::DIST, paths::dist());
            command.env(variable::AXE, npm_tools::axe_script());
            command.env(variable::NPM, npm_tools::packages());
            command.env(variable::OUTPUT, paths::target());
            if let Some(crashes) = plan.crashes {
                command.arg("--nocapture").env(variable::KILLS, crashes.to_string());
            }
            // What a test was waiting for says more than the inner life of the runtime.
            command.env("RUST_LIB_BACKTRACE", "0");
            Ok(tally::count(&mut command))
        })?);
    }
    Ok(tally)
}
