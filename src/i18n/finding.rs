//! Sentences for what opening found damaged, and for why nothing was opened.

use super::I18n;
use crate::storage::{
    check::Checked,
    mirror::Copied,
    opening::{BootError, Finding},
};

impl I18n {
    pub fn finding(&self, finding: &Finding) -> String {
        match finding {
            Finding::Head { .. } => self.text("finding-head"),
            Finding::Rebuilt { .. } => self.text("finding-rebuilt"),
            Finding::PageLost { page: (kind, _), .. } => self.with(
                "finding-page-lost",
                &[("kind", (&self.text(&format!("kind-{}", kind.name()))).into())],
            ),
            Finding::ChangeLost { position, .. } | Finding::ChangeUnfit { position } => {
                let position = usize::try_from(*position).unwrap_or(usize::MAX);
                self.with("finding-change-lost", &[("position", position.into())])
            }
        }
    }

    /// What a look over all that is stored has found.
    pub fn checked(&self, checked: &Checked) -> Vec<String> {
        let values = self.with("check-values", &[("count", checked.values.into())]);
        let count = |message: &str, count: usize| {
            (count > 0).then(|| self.with(message, &[("count", count.into())]))
        };
        let found = [
            count("check-pages", checked.damaged_pages),
            count("check-changes", checked.damaged_changes),
            count("check-different", checked.disagreements.len()),
        ];
        let findings = checked.findings.iter().map(|finding| self.finding(finding));
        let clean = checked.is_clean().then(|| self.text("check-clean"));
        let found = found.into_iter().flatten().chain(findings).chain(clean);
        [values].into_iter().chain(found).collect()
    }

    /// What a second copy has, and what it lacks.
    pub fn copied(&self, copy: &Copied, missing: Option<u64>) -> String {
        let records = self.with("recovery-copied", &[("records", copy.records.into())]);
        let changed = copy.changed.map(|at| {
            let moment = self.formats.moment(at);
            self.with("recovery-copied-changed", &[("moment", (&moment).into())])
        });
        let missing = missing.map(|missing| {
            let count = usize::try_from(missing).unwrap_or(usize::MAX);
            self.with("recovery-copied-missing", &[("count", count.into())])
        });
        let sentences = [Some(records), changed, missing];
        sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    pub fn boot_error(&self, error: &BootError) -> String {
        let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        match error {
            BootError::Missing(witness) => {
                self.with("boot-missing", &[("records", count(witness.records).into())])
            }
            BootError::Replaced(witness) => {
                self.with("boot-replaced", &[("records", count(witness.records).into())])
            }
            BootError::RolledBack { witness, found } => {
                let lost = count(witness.position.saturating_sub(*found));
                self.with("boot-rolled-back", &[("changes", lost.into())])
            }
            BootError::Emptied => self.text("boot-emptied"),
            BootError::Unreadable => self.text("boot-unreadable"),
            BootError::Newer => self.text("boot-newer"),
            BootError::Store(error) => self.store_error(error),
        }
    }
}
