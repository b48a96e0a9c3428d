//! When an open workspace is locked by itself: after a while without a sign of its person, and when the computer
//! has slept.

/// After how many minutes, where nothing else is chosen, and what can be chosen. Zero is never.
pub const USUAL: u32 = 15;
pub const CHOICES: [u32; 7] = [1, 5, 15, 30, 60, 240, 0];

/// How much time may lie between two looks, in milliseconds. A page in the background is let look once a minute;
/// where more has passed, the computer has slept or the browser has stopped the page.
const SLEPT: i64 = 90_000;

/// What is known at a look. Moments are in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    pub now: i64,
    /// The look before this one.
    pub before: i64,
    /// The last sign of the person, in any tab.
    pub sign: i64,
    pub minutes: u32,
}

impl Look {
    pub fn is_to_lock(self) -> bool {
        let Self { now, before, sign, minutes } = self;
        let has_slept = now - before > SLEPT;
        let is_idle = minutes > 0 && now - sign >= i64::from(minutes) * 60_000;
        has_slept || is_idle
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seconds since the look before and since the last sign.
    #[track_caller]
    fn check(before: i64, sign: i64, minutes: u32, expected: bool) {
        let now = 1_767_225_600_000;
        let look = Look { now, before: now - before * 1000, sign: now - sign * 1000, minutes };
        assert_eq!(look.is_to_lock(), expected, "{look:?}");
    }

    #[test]
    fn locks_when_nobody_was_there_for_long_enough() {
        check(5, 14 * 60 + 59, 15, false);
        check(5, 15 * 60, 15, true);
        check(60, 61, 1, true);
    }

    #[test]
    fn never_means_that_only_sleep_locks() {
        check(5, 1_000_000, 0, false);
        check(60, 1_000_000, 0, false);
        check(91, 0, 0, true);
    }

    #[test]
    fn clock_that_is_put_back_locks_nothing() {
        check(-3_600, -3_600, 15, false);
    }
}
