//! Keys as they are called on keyboards, and what commands are called.

use super::I18n;
use crate::keys::{Command, stroke::Stroke};

impl I18n {
    /// What a command is called.
    pub fn command(&self, command: &Command) -> String {
        self.text(&command.message())
    }

    /// The caps to press for a stroke, all at once.
    pub fn caps(&self, stroke: &Stroke, is_mac: bool) -> Vec<String> {
        let with_mod = stroke.with_mod.then_some(if is_mac { "⌘" } else { "Ctrl" });
        let with_shift = stroke.with_shift.then_some(if is_mac { "⇧" } else { "Shift" });
        let key = match stroke.key {
            "ArrowDown" => "↓".to_owned(),
            "ArrowUp" => "↑".to_owned(),
            // A letter or a sign is on its cap in every language, and so is F2.
            key if key.len() <= 2 => key.to_owned(),
            key => self.text(&format!("key-{}", key.to_ascii_lowercase())),
        };
        with_mod.into_iter().chain(with_shift).map(str::to_owned).chain([key]).collect()
    }
}
