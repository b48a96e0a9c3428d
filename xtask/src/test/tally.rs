//! Counting: tests by the lines that Rust's test programs end with, other checks one by one.

use std::process::Command;

use crate::{process::watch, say::say};

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u32,
    pub failed: u32,
}

impl Tally {
    /// One check that is no test program.
    pub const fn check(passed: bool) -> Self {
        if passed { Self { passed: 1, failed: 0 } } else { Self { passed: 0, failed: 1 } }
    }

    pub const fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Runs a command as one check.
pub(super) fn check(command: &mut Command) -> Tally {
    let result = crate::process::run(command);
    if let Err(error) = &result {
        say(format_args!("{error:#}"));
    }
    Tally::check(result.is_ok())
}

/// Runs test programs and adds up what they report.
///
/// A command that fails although no test did, because nothing compiled perhaps, counts as one.
pub(super) fn count(command: &mut Command) -> Tally {
    let mut tally = Tally::default();
    let result = watch(command, |line| {
        if let Some(counted) = parse(line) {
            tally.add(counted);
        }
    });
    if let Err(error) = result {
        say(format_args!("{error:#}"));
        if tally.failed == 0 {
            tally.failed = 1;
        }
    }
    tally
}

/// Reads `test result: ok. 3 passed; 0 failed; …`.
fn parse(line: &str) -> Option<Tally> {
    let (_, counts) = line.split_once("test result:")?;
    let before = |word: &str| {
        let (start, _) = counts.split_once(word)?;
        start.split_whitespace().last()?.parse().ok()
    };
    Some(Tally { passed: before(" passed")?, failed: before(" failed")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_result_line_is_read() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 1 filtered";
        assert_eq!(parse(line), Some(Tally { passed: 12, failed: 3 }));
    }

    #[test]
    fn other_lines_are_not() {
        assert_eq!(parse("test parses_a_test_result ... ok"), None);
        assert_eq!(parse("running 3 tests"), None);
    }

    #[test]
    fn a_command_that_fails_without_a_test_counts_as_one() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo 'test result: ok. 2 passed; 0 failed; 0 ignored'; exit 1"]);
        assert_eq!(count(&mut command), Tally { passed: 2, failed: 1 });
    }
}
