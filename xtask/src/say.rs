//! Speaking to the person at the terminal: plain lines, and how long each step took.

use std::{
    fmt::Display,
    io::{self, Write},
    time::{Duration, Instant},
};

use anyhow::Result;

/// Prints one line.
pub fn say(line: impl Display) {
    let mut out = io::stdout().lock();
    // Nobody is left to tell when the terminal itself is gone.
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

/// Does one step between two lines: what it is, and how long it took.
pub fn step<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    say(format_args!("\n== {title}"));
    let start = Instant::now();
    let result = work();
    let outcome = if result.is_ok() { "took" } else { "failed after" };
    say(format_args!("== {title}: {outcome} {}", seconds(start.elapsed())));
    result
}

/// Returns a duration as a person reads it.
pub fn seconds(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    if seconds < 60.0 {
        format!("{seconds:.1} s")
    } else {
        format!("{} min {:.0} s", duration.as_secs() / 60, seconds % 60.0)
    }
}
