//! Why a sealed workspace does not open, in words.

use super::I18n;
use crate::storage::seal::Problem;

impl I18n {
    pub fn seal_problem(&self, problem: &Problem) -> String {
        match problem {
            Problem::Wrong => self.text("lock-wrong"),
            Problem::Cancelled => self.text("passkey-cancelled"),
            Problem::NoSecret => self.text("passkey-no-secret"),
            Problem::Damaged => self.text("lock-damaged"),
            Problem::Newer => self.text("store-newer"),
            Problem::TooMuchWork => self.text("lock-too-much-work"),
            Problem::NoRoom => self.text("age-no-room"),
            Problem::Store(error) => self.store_error(error),
        }
    }
}
