//! `cargo xtask serve`: the optimized build, on this machine.

use anyhow::Result;

use crate::{
    dist, paths,
    say::say,
    server::{Server, Site},
};

/// Builds, serves and does not return before the server fails.
pub fn serve(port: u16) -> Result<bool> {
    // Asked for first: nobody should wait for a build to hear that the port is taken.
    let server = Server::start(&Site { folder: paths::dist(), port, prefix: "/".to_owned() })?;
    dist::build()?;
    say(format_args!("\nRapport is at {} (Ctrl+C ends it)", server.url()));
    server.wait();
    Ok(false)
}
