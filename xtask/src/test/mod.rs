//! `cargo xtask test`: every check there is, one after the other, with one sum at the end.
//!
//! A suite that fails does not keep the following ones from running.

mod browser;
pub mod e2e;
mod lint;
mod native;
mod tally;

use anyhow::{Result, bail};

pub use self::tally::Tally;
use crate::{
    browser::Browser,
    dist, paths,
    say::{say, step},
    size,
};

/// What is to be tested, and how.
#[derive(Debug, PartialEq, Eq)]
pub struct Plan {
    pub suites: Vec<Suite>,
    pub browsers: Vec<Browser>,
    /// Whether `dist/` is tested as it is.
    pub keep_dist: bool,
    /// Words for the test programs.
    pub extra: Vec<String>,
    /// How often the tests of crashes kill a browser, where it is not as often as usual.
    pub crashes: Option<u32>,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            suites: Vec::new(),
            browsers: Browser::ALL.to_vec(),
            keep_dist: false,
            extra: Vec::new(),
            crashes: None,
        }
    }
}

/// A group of checks that can be run by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suite {
    Native,
    Lint,
    Browser,
    Size,
    E2e,
}

impl Suite {
    /// In the order in which they run: what fails soonest comes first.
    pub const ALL: [Self; 5] = [Self::Native, Self::Lint, Self::Browser, Self::Size, Self::E2e];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Lint => "lint",
            Self::Browser => "browser",
            Self::Size => "size",
            Self::E2e => "e2e",
        }
    }
}

/// Runs the suites and prints the sum as the very last line. Returns whether nothing failed.
pub fn test(plan: &Plan) -> bool {
    let mut tally = Tally::default();
    let mut failures = Vec::new();
    let mut build = Build::new(plan.keep_dist);
    for suite in Suite::ALL.into_iter().filter(|suite| plan.suites.contains(suite)) {
        match run(suite, plan, &mut build) {
            Ok(result) => tally.add(result),
            Err(error) => {
                failures.push(format!("{}: {error:#}", suite.name()));
                tally.failed += 1;
            }
        }
    }
    for failure in failures {
        say(format_args!("\nThis went wrong in {failure}"));
    }
    // Alone on the last line and in these words: other programs read it.
    say(format_args!("\n{} passed, {} failed", tally.passed, tally.failed));
    tally.failed == 0
}

fn run(suite: Suite, plan: &Plan, build: &mut Build) -> Result<Tally> {
    match suite {
        Suite::Native => native::run(plan),
        Suite::Lint => lint::run(),
        Suite::Browser => browser::run(&plan.browsers, &plan.extra),
        Suite::Size => {
            build.ensure()?;
            step("Compare the first load with its budget", size::check).map(Tally::check)
        }
        Suite::E2e => {
            build.ensure()?;
            e2e::run(plan)
        }
    }
}

/// Builds the app for the first suite that needs it, and not again for the next one.
struct Build {
    done: bool,
}

impl Build {
    const fn new(keep_dist: bool) -> Self {
        Self { done: keep_dist }
    }

    fn ensure(&mut self) -> Result<()> {
        if !self.done {
            dist::build()?;
            self.done = true;
        }
        if !paths::dist().join("index.html").is_file() {
            bail!("there is no app in dist/; leave out --keep-dist to build it");
        }
        Ok(())
    }
}
