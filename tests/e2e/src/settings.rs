//! What `cargo xtask test e2e` tells the tests through variables.

use std::{
    env,
    hash::{BuildHasher, RandomState},
    path::PathBuf,
};

use anyhow::{Context, Result};
use xtask::{browser::Browser, test::e2e::variable};

/// Where everything is.
pub struct Settings {
    /// The address of the app, with a slash at its end.
    pub base_url: String,
    pub browser: Browser,
    pub browser_program: PathBuf,
    pub driver: PathBuf,
    /// The built app, for tests that serve it themselves.
    pub dist: PathBuf,
    /// The script that checks for accessibility.
    pub axe: PathBuf,
    /// The packages from npm, each in a folder of its name.
    pub npm: PathBuf,
    /// Screenshots, profiles and logs go below this folder.
    pub output: PathBuf,
    /// How often the browser is killed by the story of kills.
    pub kills: u32,
    /// What the moments of the kills are made of: the same number gives the same moments.
    pub seed: u64,
}

/// How often, where nobody asks for more: each kind of work and of end, some times over.
const KILLS: u32 = 25;

/// Reads the settings; an error says how to run these tests.
pub fn settings() -> Result<Settings> {
    Ok(Settings {
        base_url: text(variable::BASE_URL)?,
        browser: Browser::from_name(&text(variable::BROWSER)?)
            .with_context(|| format!("{} names no browser", variable::BROWSER))?,
        browser_program: path(variable::BROWSER_PROGRAM)?,
        driver: path(variable::DRIVER)?,
        dist: path(variable::DIST)?,
        axe: path(variable::AXE)?,
        npm: path(variable::NPM)?,
        output: path(variable::OUTPUT)?,
        kills: env::var(variable::KILLS).map_or(Ok(KILLS), |kills| kills.parse())?,
        // One that differs from run to run, where nobody says one.
        seed: env::var(variable::SEED)
            .map_or_else(|_| Ok(RandomState::new().hash_one(0)), |seed| seed.parse())?,
    })
}

fn text(variable: &str) -> Result<String> {
    env::var(variable).with_context(|| {
        format!(
            "{variable} is not set: these tests need the built app and a browser. \
             Run `cargo xtask test e2e`, or for some of them \
             `cargo xtask test e2e --browser chromium --keep-dist -- part_of_the_name`"
        )
    })
}

fn path(variable: &str) -> Result<PathBuf> {
    text(variable).map(PathBuf::from)
}
