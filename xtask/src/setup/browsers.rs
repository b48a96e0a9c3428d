//! The browsers that tests run in, and the programs that steer them.

use std::{env, path::PathBuf};

use anyhow::{Result, bail};

use super::{
    cargo_tools::{self, GECKODRIVER},
    debian,
};
use crate::{browser::Browser, process::find};

/// With the fonts for the scripts that the app is translated into: screenshots would show boxes.
const PACKAGES: [&str; 5] =
    ["chromium", "chromium-driver", "firefox-esr", "fonts-noto-core", "fonts-thai-tlwg"];

/// A browser and its driver, as found on this machine.
#[derive(Clone, Debug)]
pub struct Installed {
    pub browser: Browser,
    pub program: PathBuf,
    pub driver: PathBuf,
}

/// Finds the browser and its driver, and installs them if one of them is missing.
pub fn ensure(browser: Browser) -> Result<Installed> {
    if find_program(browser).is_none() || (find_driver(browser).is_none() && !has_crate(browser)) {
        debian::install(&PACKAGES, &format!("{browser} (the browser tests need it)"))?;
    }
    if find_driver(browser).is_none() && has_crate(browser) {
        cargo_tools::ensure(&GECKODRIVER)?;
    }
    match (find_program(browser), find_driver(browser)) {
        (Some(program), Some(driver)) => Ok(Installed { browser, program, driver }),
        (None, _) => bail!("{browser} was not found on the PATH, even after installing it"),
        (_, None) => bail!(
            "the driver of {browser} was not found on the PATH; name it in the variable {}",
            browser.driver_variable()
        ),
    }
}

fn find_program(browser: Browser) -> Option<PathBuf> {
    find(match browser {
        Browser::Chromium => {
            &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
        }
        Browser::Firefox => &["firefox-esr", "firefox"],
    })
}

fn find_driver(browser: Browser) -> Option<PathBuf> {
    if let Some(named) = env::var_os(browser.driver_variable()) {
        return Some(named.into());
    }
    find(match browser {
        Browser::Chromium => &["chromedriver"],
        Browser::Firefox => &["geckodriver"],
    })
}

/// Debian packages one of the two drivers; the other one is a Rust program.
fn has_crate(browser: Browser) -> bool {
    browser == Browser::Firefox
}
