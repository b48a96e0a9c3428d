//! The entry of `cargo xtask`. Decides the exit code; everything else is in the library.

use std::{env, process::ExitCode};

use xtask::{command, say::say};

fn main() -> ExitCode {
    match command::parse(env::args().skip(1)).and_then(command::run) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            say(format_args!("\nThis went wrong: {error:#}"));
            ExitCode::FAILURE
        }
    }
}
