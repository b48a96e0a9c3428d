//! Export profiles: what goes out when records are taken home, and how, as a person has chosen it and keeps it
//! under a name.
//!
//! A profile is kept as JSON. One that cannot be read, such as that of a later version, takes nothing out: what
//! it left out or blurred must not go out because nobody knows of it.

use serde::{Deserialize, Serialize};

use super::{
    csv::Outgoing,
    mask::{Mask, can_blur},
};
use crate::domain::{field::keys, id::RecordType, key::Key};

/// What can be made of records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    #[default]
    Csv,
    /// As every address book reads it.
    Vcard,
    NewerVcard,
    Json,
    List,
    Labels,
    Mail,
}

impl Format {
    pub const ALL: [Self; 7] = [
        Self::Csv,
        Self::Vcard,
        Self::NewerVcard,
        Self::Json,
        Self::List,
        Self::Labels,
        Self::Mail,
    ];

    /// The name in words and profiles.
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Vcard => "vcard",
            Self::NewerVcard => "newer-vcard",
            Self::Json => "json",
            Self::List => "list",
            Self::Labels => "labels",
            Self::Mail => "mail",
        }
    }

    /// Whether records of a type can be taken home so: a card, a label or a mail is for somebody who has an
    /// address.
    pub fn suits(self, on: RecordType) -> bool {
        let is_for_contacts =
            matches!(self, Self::Vcard | Self::NewerVcard | Self::Labels | Self::Mail);
        !is_for_contacts || keys::EMAILS.field().is_some_and(|field| field.is_on(on))
    }

    pub fn has_columns(self) -> bool {
        matches!(self, Self::Csv | Self::List)
    }
}

/// Which program a table is for. What that means for its form may depend on the language as well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Program {
    #[default]
    Excel,
    LibreOffice,
    Plain,
}

impl Program {
    pub const ALL: [Self; 3] = [Self::Excel, Self::LibreOffice, Self::Plain];

    /// The name in words and profiles.
    pub fn name(self) -> &'static str {
        match self {
            Self::Excel => "excel",
            Self::LibreOffice => "libreoffice",
            Self::Plain => "plain",
        }
    }
}

/// What goes out, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    pub format: Format,
    #[serde(default)]
    pub program: Program,
    /// In the order in which they go out.
    #[serde(default)]
    pub columns: Vec<Outgoing>,
}

/// A field, and whether it goes out.
pub type Choice = (Outgoing, bool);

impl Profile {
    /// Reads the form in which a record keeps it.
    pub fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// The form in which a record keeps it.
    pub fn print(&self) -> String {
        // Writing plain data to memory does not fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The fields that could go out: those of the profile in its order, and then the others, which stay. A field
    /// that is gone is left out; one that was blurred and cannot be any more, as its kind is another, stays.
    pub fn choices(&self, possible: impl IntoIterator<Item = Key>) -> Vec<Choice> {
        let possible: Vec<Key> = possible.into_iter().collect();
        let is_shown = |mask: Mask, key: Key| {
            mask == Mask::Open || key.field().is_some_and(|field| can_blur(field.kind))
        };
        let mut choices: Vec<Choice> = Vec::new();
        for column in &self.columns {
            let is_known = choices.iter().any(|(other, _)| other.key == column.key);
            if possible.contains(&column.key) && !is_known && is_shown(column.mask, column.key) {
                choices.push((*column, true));
            }
        }
        for key in possible {
            if choices.iter().all(|(other, _)| other.key != key) {
                choices.push((Outgoing { key, mask: Mask::Open }, false));
            }
        }
        choices
    }
}

/// Those that go out.
pub fn outgoing(choices: &[Choice]) -> Vec<Outgoing> {
    choices.iter().filter(|(_, is_in)| *is_in).map(|(column, _)| *column).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const POSSIBLE: [Key; 4] = [keys::DISPLAY_NAME, keys::EMAILS, keys::CHILDREN, keys::BIRTHDAY];

    fn open(key: Key) -> Outgoing {
        Outgoing { key, mask: Mask::Open }
    }

    fn blurred(key: Key) -> Outgoing {
        Outgoing { key, mask: Mask::Blurred }
    }

    #[track_caller]
    fn check(text: &str, expected: &[Choice]) {
        assert_eq!(Profile::read(text).choices(POSSIBLE), expected);
    }

    #[test]
    fn a_profile_is_kept_to_the_letter() {
        let profile = Profile {
            format: Format::NewerVcard,
            program: Program::LibreOffice,
            columns: vec![blurred(keys::EMAILS), open(keys::GIVEN)],
        };
        let text = r#"{"format":"newer-vcard","program":"libreoffice","columns":[{"field":"emails","mask":"blurred"},{"field":"given"}]}"#;
        assert_eq!(profile.print(), text);
        assert_eq!(Profile::read(text), profile);
        for format in Format::ALL {
            assert_eq!(serde_json::to_value(format).unwrap(), format.name());
        }
        for program in Program::ALL {
            assert_eq!(serde_json::to_value(program).unwrap(), program.name());
        }
    }

    #[test]
    fn its_fields_come_first_and_the_others_stay() {
        check(
            r#"{"format":"csv","columns":[{"field":"birthday","mask":"blurred"},{"field":"emails"}]}"#,
            &[
                (blurred(keys::BIRTHDAY), true),
                (open(keys::EMAILS), true),
                (open(keys::DISPLAY_NAME), false),
                (open(keys::CHILDREN), false),
            ],
        );
    }

    #[test]
    fn what_is_gone_or_cannot_be_blurred_does_not_go_out() {
        check(
            r#"{"format":"csv","columns":[{"field":"x-gone"},{"field":"children","mask":"blurred"},{"field":"emails"},{"field":"emails","mask":"blurred"}]}"#,
            &[
                (open(keys::EMAILS), true),
                (open(keys::DISPLAY_NAME), false),
                (open(keys::CHILDREN), false),
                (open(keys::BIRTHDAY), false),
            ],
        );
    }

    #[test]
    fn what_cannot_be_read_takes_nothing_out() {
        for text in [
            "",
            "=1+1",
            r#"{"format":"parquet","columns":[{"field":"emails"}]}"#,
            r#"{"format":"csv","columns":[{"field":"emails","mask":"hashed"}]}"#,
        ] {
            let profile = Profile::read(text);
            assert_eq!(outgoing(&profile.choices(POSSIBLE)), []);
        }
    }
}
