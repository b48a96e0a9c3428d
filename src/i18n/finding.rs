//! Sentences for what opening found damaged, and for why nothing was opened.

use super::I18n;
use crate::storage::opening::{BootError, Finding};

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
            BootError::Unreadable => self.text("boot-unreadable"),
            BootError::Newer => self.text("boot-newer"),
            BootError::Store(error) => self.store_error(error),
        }
    }
}
