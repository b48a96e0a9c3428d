//! Which column goes where. Plain data, so that a person can correct what was guessed.

use serde::{Deserialize, Serialize};

use super::fixed::Fixed;
use crate::{
    domain::{
        book::Book,
        field::{Field, Kind, keys},
        id::RecordType,
        key::Key,
        record::Record,
    },
    transfer::incoming::{How, Part, Written, joins, key_name},
};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// One entry per column of the table.
    pub columns: Vec<Column>,
    /// What everybody gets of whom the file does not say it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fixed: Vec<Fixed>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// The name in the file.
    pub header: Box<str>,
    pub target: Target,
    #[serde(default, skip_serializing_if = "Written::is_usual")]
    pub written: Written,
    /// Whether its text is put behind that of an earlier column which goes to the same place. If not, it
    /// counts where that one is blank.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub joins: bool,
}

impl Mapping {
    /// Whether an earlier column goes to the same place, and the texts of both can be joined.
    pub fn can_join(&self, column: usize) -> bool {
        let Some(Column { target, .. }) = self.columns.get(column) else { return false };
        let is_text = match target {
            Target::FullName => true,
            Target::Field(key) => key.field().is_some_and(|field| joins(field).is_some()),
            _ => false,
        };
        is_text && self.columns.iter().take(column).any(|other| other.target == *target)
    }

    /// Sends a column to a place. Where another one goes there already, a person wants both.
    pub fn send(&mut self, column: usize, target: Target, written: Written) {
        if let Some(column) = self.columns.get_mut(column) {
            column.target = target;
            column.written = written;
        }
        let joins = self.can_join(column);
        if let Some(column) = self.columns.get_mut(column) {
            column.joins = joins;
        }
    }
}

/// Where the cells of a column go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// Left out.
    Skip,
    /// Into a note about the person, with the name of the column before it.
    Keep,
    /// Says which one the value in the next column is.
    Label,
    /// Into a field of the person that holds one value.
    Field(#[serde(with = "key_name")] Key),
    /// A whole name, taken apart.
    FullName,
    /// The name of the organization.
    Organization,
    /// Tags by name.
    Tags,
    Email {
        label: Box<str>,
    },
    Phone {
        label: Box<str>,
    },
    Link {
        label: Box<str>,
    },
    /// A part of a postal address. Columns of the same group make one address.
    Address {
        group: u8,
        label: Box<str>,
        part: Part,
    },
    /// A note of its own.
    Note,
    /// When the row was last changed where it comes from.
    Changed,
}

/// Whether a cell can be a field's value: it holds one, several words of a list, or the name of what a field of
/// one's own points to, or of who brought somebody.
pub fn takes_cells(field: &Field) -> bool {
    let has_other_input = match field.kind {
        Kind::Relation(_) => field.own.is_none() && field.name != keys::REFERRED_BY.name(),
        kind => matches!(
            kind,
            Kind::Emails
                | Kind::Phones
                | Kind::Links
                | Kind::Addresses
                | Kind::Relations(_)
                | Kind::Colour
                | Kind::Photo
                | Kind::Entries
                | Kind::Options
        ),
    };
    field.is_editable() && !has_other_input
}

/// Whether the cells of a column are days.
pub fn has_days(target: &Target) -> bool {
    match target {
        Target::Changed => true,
        Target::Field(key) => key.field().is_some_and(|field| field.kind == Kind::Day),
        _ => false,
    }
}

/// Whether the cells of a column are numbers.
pub fn has_numbers(target: &Target) -> bool {
    let is_number =
        |kind| matches!(kind, Kind::Number | Kind::Percent | Kind::Rating | Kind::Money);
    matches!(target, Target::Field(key) if key.field().is_some_and(|field| is_number(field.kind)))
}

/// A mapping and what went with it, as an import remembers them.
#[derive(Debug, Serialize, Deserialize)]
pub struct Remembered {
    pub how: How,
    #[serde(flatten)]
    pub mapping: Mapping,
}

/// How a file with these columns was last brought in, with the record that remembers it. Columns without names
/// may be those of any file.
pub fn recall<'a>(book: &'a Book, header: &[Box<str>]) -> Option<(Remembered, &'a Record)> {
    if header.iter().all(|name| name.is_empty()) {
        return None;
    }
    let mut imports: Vec<_> = book.table(RecordType::Import).iter().map(|(_, it)| it).collect();
    imports.sort_by_key(|it| it.time(keys::CREATED));
    imports.into_iter().rev().find_map(|import| {
        let remembered: Remembered = serde_json::from_str(import.text(keys::MAPPING)?).ok()?;
        let columns = &remembered.mapping.columns;
        columns.iter().map(|column| &column.header).eq(header).then_some((remembered, import))
    })
}
