//! Packages of Debian and its relatives.

use std::sync::OnceLock;

use anyhow::{Context, Result, bail};

use crate::{
    process::{command, find, output, run},
    say::step,
};

/// Installs packages, or says how a person can, where this program may not.
pub(super) fn install(packages: &[&str], what: &str) -> Result<()> {
    let list = packages.join(" ");
    if find(&["apt-get"]).is_none() {
        bail!(
            "{what} is missing; install it (on Debian the packages are {list}) and run this again"
        );
    }
    if !is_root() {
        bail!("{what} is missing; run `sudo apt-get install {list}` and then this again");
    }
    step(&format!("Install with apt-get: {list}"), || {
        update()?;
        let mut install = command("apt-get");
        install.args(["install", "--yes", "--no-install-recommends"]).args(packages);
        run(install.env("DEBIAN_FRONTEND", "noninteractive"))
            .with_context(|| format!("{what} is missing; see above what apt-get says about it"))
    })
}

fn is_root() -> bool {
    output(command("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}

/// Fetches the lists of packages, once.
fn update() -> Result<()> {
    static DONE: OnceLock<()> = OnceLock::new();
    if DONE.get().is_none() {
        run(command("apt-get").args(["update", "--quiet"]))
            .context("the lists of Debian's packages could not be fetched")?;
        DONE.get_or_init(|| ());
    }
    Ok(())
}
