//! Words for a file of cards that cannot be read.

use super::I18n;
use crate::transfer::vcard::VcardProblem;

impl I18n {
    pub fn vcard_problem(&self, problem: &VcardProblem) -> String {
        let line = |line: u64| usize::try_from(line).unwrap_or(usize::MAX).into();
        match problem {
            VcardProblem::TooLarge { most } => {
                let most = self.formats.bytes(*most as u64);
                self.with("file-too-large", &[("most", (&most).into())])
            }
            VcardProblem::Empty => self.text("csv-empty"),
            VcardProblem::TooManyCards { most } => {
                self.with("card-too-many", &[("most", (*most).into())])
            }
            VcardProblem::TooDeep { line: at, most } => {
                self.with("card-too-deep", &[("line", line(*at)), ("most", (*most).into())])
            }
            VcardProblem::TooManyNames { most } => {
                self.with("file-too-many-names", &[("most", (*most).into())])
            }
            VcardProblem::TooManyProperties { line: at, most } => self
                .with("card-too-many-properties", &[("line", line(*at)), ("most", (*most).into())]),
            VcardProblem::LongValue { line: at, most } => {
                let most = self.formats.bytes(*most as u64);
                self.with("card-long-value", &[("line", line(*at)), ("most", (&most).into())])
            }
        }
    }
}
