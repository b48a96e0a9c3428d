//! `cargo xtask bench`: builds and serves the app, then hands over to the driver in `benches/`.
//!
//! What is measured, and how, is the driver's affair.

use anyhow::{Result, bail};

use crate::{
    browser::Browser,
    dist, paths,
    process::{cargo, command, run},
    say::step,
    server::{Server, Site},
    setup::browsers,
};

const DRIVER: &str = "benches/run.mjs";

/// Compiles `benches/questions.rs` as the app is compiled, for the peers' page.
fn questions() -> Result<()> {
    run(cargo()
        .args(["build", "--release", "--target", "wasm32-unknown-unknown"])
        .args(["--example", "questions"]))?;
    let compiled = paths::target().join("wasm32-unknown-unknown/release/examples/questions.wasm");
    let folder = paths::target().join("bench/questions");
    run(command("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .arg(folder)
        .arg(compiled))
}

/// Runs the driver with the address of the app as its first argument.
pub fn bench(extra: &[String]) -> Result<bool> {
    if !paths::root().join(DRIVER).is_file() {
        bail!("there is no {DRIVER}, which drives the browser and measures");
    }
    let chromium = browsers::ensure(Browser::Chromium)?;
    dist::build()?;
    step("Build the query by itself", questions)?;
    let server = Server::start(&Site { folder: paths::dist(), port: 0, prefix: "/".to_owned() })?;
    step("Measure in the browser", || {
        let mut node = command("node");
        node.arg(DRIVER).arg(server.url()).args(extra);
        node.env("RAPPORT_CHROMIUM", &chromium.program);
        run(node.env("CHROMEDRIVER", &chromium.driver))
    })?;
    Ok(true)
}
