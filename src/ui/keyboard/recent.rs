//! What was opened and done last, newest first, so that the palette begins with it. Kept in this browser.

use rapport::{
    domain::id::{Id, RecordType},
    keys::COMMANDS,
    platform::preferences,
};

const NAME: &str = "recent";

/// How many are kept. Some of them may be gone when they are shown.
const MOST: usize = 24;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Recent {
    /// By its position in the table.
    Command(usize),
    Record(RecordType, Id),
}

impl Recent {
    /// A command goes by its name: positions change from version to version.
    fn print(self) -> Option<String> {
        Some(match self {
            Self::Command(at) => format!("command:{}", COMMANDS.get(at)?.name),
            Self::Record(on, id) => format!("{}:{id}", on.name()),
        })
    }

    fn parse(text: &str) -> Option<Self> {
        match text.split_once(':')? {
            ("command", name) => {
                COMMANDS.iter().position(|command| command.name == name).map(Self::Command)
            }
            (on, id) => Some(Self::Record(RecordType::parse(on)?, Id::parse(id)?)),
        }
    }
}

pub(in crate::ui) fn all() -> Vec<Recent> {
    let kept = preferences::read::<Vec<String>>(NAME).unwrap_or_default();
    kept.iter().filter_map(|text| Recent::parse(text)).collect()
}

/// Puts one first.
pub(in crate::ui) fn note(recent: Recent) {
    let others = all().into_iter().filter(|other| *other != recent);
    let kept = [recent].into_iter().chain(others).take(MOST);
    let kept: Vec<_> = kept.filter_map(Recent::print).collect();
    // A browser that keeps nothing has nothing recent.
    let _ = preferences::write(NAME, &kept);
}
