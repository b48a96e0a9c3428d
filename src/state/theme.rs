//! Light, dark, or as the system has it.

use rapport::platform::{dom, preferences};

const NAME: &str = "theme";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    System,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub fn current() -> Self {
        let name = preferences::read::<String>(NAME).unwrap_or_default();
        Self::ALL.into_iter().find(|theme| theme.name() == name).unwrap_or(Self::System)
    }

    /// The opposite of what is seen.
    pub fn toggled() -> Self {
        let is_dark = match Self::current() {
            Self::System => dom::is_dark_preferred(),
            theme => theme == Self::Dark,
        };
        if is_dark { Self::Light } else { Self::Dark }
    }

    pub fn choose(self) {
        preferences::write(NAME, &self.name());
        dom::set_theme((self != Self::System).then(|| self.name()));
    }
}
