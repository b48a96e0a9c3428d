//! `tests/browser`, run by wasm-bindgen's own runner inside each browser in turn.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};

use super::tally::{self, Tally};
use crate::{
    browser::Browser,
    paths,
    process::{cargo, find},
    say::{say, step},
    setup::{
        browsers::{self, Installed},
        cargo_tools::{self, WASM_BINDGEN},
        wasm_target,
    },
};

pub(super) fn run(wanted: &[Browser], extra: &[String]) -> Result<Tally> {
    wasm_target::ensure()?;
    cargo_tools::ensure(&WASM_BINDGEN)?;
    let runner = find(&["wasm-bindgen-test-runner"]).context("its test runner has vanished")?;

    let mut tally = Tally::default();
    for browser in wanted {
        let installed = browsers::ensure(*browser)?;
        let settings = write_settings(&installed)?;
        tally.add(step(&format!("Browser tests in {browser}"), || {
            let mut command = cargo();
            command.args(["test", "--target", "wasm32-unknown-unknown", "--package", "rapport"]);
            command.args(["--test", "browser", "--"]).args(extra);
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &runner);
            command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings);
            command.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
            // The runner takes the first driver that is named, so only one may be.
            for other in Browser::ALL {
                command.env_remove(other.driver_variable());
            }
            command.env(browser.driver_variable(), &installed.driver);
            Ok(counted_all(tally::count(&mut command), extra))
        })?);
    }
    Ok(tally)
}

/// A runner that finds no tests calls that a success; here it means that they got lost.
fn counted_all(tally: Tally, extra: &[String]) -> Tally {
    if tally == Tally::default() && extra.is_empty() {
        say("No test ran, although there should be some.");
        return Tally::check(false);
    }
    tally
}

/// Writes how the runner shall start the browser.
fn write_settings(installed: &Installed) -> Result<PathBuf> {
    let key = match installed.browser {
        Browser::Chromium => "goog:chromeOptions",
        Browser::Firefox => "moz:firefoxOptions",
    };
    let arguments = installed.browser.arguments().iter().map(|argument| quoted(argument));
    let arguments = arguments.collect::<Vec<_>>().join(", ");
    let program = quoted(&installed.program.to_string_lossy());
    let text = format!("{{\"{key}\": {{\"binary\": {program}, \"args\": [{arguments}]}}}}\n");

    let path = paths::target().join(format!("webdriver-{}.json", installed.browser.name()));
    fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(path)
}

/// Writes a JSON string. Paths and flags hold nothing else that would need a backslash.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
