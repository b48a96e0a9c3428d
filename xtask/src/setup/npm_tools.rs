//! Programs and scripts from npm, kept inside `target/`: the app itself has nothing from there.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};

use super::debian;
use crate::{
    paths,
    process::{command, find, run},
    say::step,
};

/// `binaryen` brings `wasm-opt`, which makes the app smaller, `esbuild` does so with scripts and style
/// sheets; `axe-core` checks accessibility.
const PACKAGES: [(&str, &str); 3] =
    [("axe-core", "4.14.1"), ("binaryen", "132.0.0"), ("esbuild", "0.28.2")];

/// Installs the packages unless they are there.
pub fn ensure() -> Result<()> {
    if find(&["node"]).is_none() || find(&["npm"]).is_none() {
        debian::install(&["nodejs", "npm"], "Node.js with npm (it runs wasm-opt and esbuild)")?;
    }
    if PACKAGES.iter().all(|(name, version)| is_installed(name, version)) {
        return Ok(());
    }

    step("Install wasm-opt, esbuild and axe-core from npm into target/tools/npm", || {
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

/// Returns the script that checks a page for accessibility.
pub fn axe_script() -> PathBuf {
    paths::npm().join("node_modules/axe-core/axe.min.js")
}

fn is_installed(name: &str, version: &str) -> bool {
    let manifest = paths::npm().join("node_modules").join(name).join("package.json");
    fs::read_to_string(manifest)
        .is_ok_and(|text| text.contains(&format!("\"version\": \"{version}\"")))
}
