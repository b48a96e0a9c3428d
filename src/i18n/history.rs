//! Sentences for what happened.

use super::I18n;
use crate::domain::{
    change::{Action, Cause, Label},
    key::Key,
    value::time::Time,
};

impl I18n {
    /// What a change did, such as "Changed Ada Lovelace" or "Deleted 12 people".
    pub fn label(&self, label: &Label) -> String {
        let is_of_field = matches!(
            label.action,
            Action::SwitchOff | Action::SwitchOn | Action::Set | Action::Clear | Action::Rename
        );
        let what = match Key::of(&label.name).filter(|_| is_of_field) {
            // A field is named by its key, since a built-in one has no name of its own.
            Some(key) => self.key(key),
            None if label.name.is_empty() => self.count(label.on, label.count as usize),
            None => label.name.to_string(),
        };
        let count = self.count(label.on, label.count as usize);
        let message = format!("history-{}", label.action.name());
        self.with(&message, &[("what", (&what).into()), ("count", (&count).into())])
    }

    /// What tells an import from others: the file, how much came, and when.
    pub fn import(&self, label: &Label, at: Time) -> String {
        let count = self.count(label.on, label.count as usize);
        let parts = [label.name.to_string(), count, self.formats.date(at)];
        self.list(parts.into_iter().filter(|part| !part.is_empty()))
    }

    /// What a change did, also where it takes another one back or does it again.
    pub fn caused(&self, cause: Cause, label: &Label) -> String {
        let sentence = self.label(label);
        match cause {
            Cause::Edit => sentence,
            Cause::Undo(_) => self.with("history-undone", &[("what", (&sentence).into())]),
            Cause::Redo(_) => self.with("history-redone", &[("what", (&sentence).into())]),
            Cause::Base(_) => {
                let count = self.count(label.on, label.count as usize);
                self.with("history-base", &[("count", (&count).into())])
            }
        }
    }
}
