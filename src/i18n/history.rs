//! Sentences for what happened.

use super::I18n;
use crate::domain::change::{Cause, Label};

impl I18n {
    /// What a change did, such as "Changed Ada Lovelace" or "Deleted 12 people".
    pub fn label(&self, label: &Label) -> String {
        let what = if label.name.is_empty() {
            self.count(label.on, label.count as usize)
        } else {
            label.name.to_string()
        };
        let count = self.count(label.on, label.count as usize);
        let message = format!("history-{}", label.action.name());
        self.with(&message, &[("what", (&what).into()), ("count", (&count).into())])
    }

    /// The same, for a change that takes another one back or does it again.
    pub fn caused(&self, cause: Cause, label: &Label) -> String {
        let sentence = self.label(label);
        match cause {
            Cause::Edit => sentence,
            Cause::Undo(_) => self.with("history-undone", &[("what", (&sentence).into())]),
            Cause::Redo(_) => self.with("history-redone", &[("what", (&sentence).into())]),
        }
    }
}
