//! Identity of records, and the types of record there are.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error, Unexpected, Visitor},
};
use uuid::Uuid;

/// Names one record for ever, in every export and on every device.
///
/// A version 7 UUID (RFC 9562), so that ids made later sort later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Id(Uuid);

// The crate's own takes other forms too, and brings along what is to be said of each.
impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Hyphenated;

        impl Visitor<'_> for Hyphenated {
            type Value = Id;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Id, E> {
                Id::parse(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
            }
        }

        from.deserialize_str(Hyphenated)
    }
}

impl Id {
    pub fn new(uuid: Uuid) -> Self {
        Self(uuid)
    }

    /// The id as a number.
    pub fn as_u128(self) -> u128 {
        self.0.as_u128()
    }

    /// Reads the hyphenated form. Returns `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 36).then(|| Uuid::try_parse(text).ok()).flatten().map(Self)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

/// A type of record. The order is the order in which an export lists them:
/// what is pointed at comes before what points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecordType {
    Workspace,
    Tag,
    /// The definition of a field: one of a person's own, or a built-in one that is switched off.
    Field,
    Segment,
    /// A list as somebody has arranged it.
    View,
    /// A file that was brought in: how, and what came of it.
    Import,
    /// What goes out when records are taken home, and how, under a name.
    Export,
    /// A way that deals go, from stage to stage.
    Pipeline,
    Stage,
    Organization,
    Person,
    Deal,
    Project,
    Task,
    /// A call, a mail, a purchase, a note: what happened with somebody, and when.
    #[serde(alias = "note")]
    Interaction,
    /// What a person is to somebody else, or at an organization, a deal or a project, and when.
    Relation,
}

impl RecordType {
    pub const ALL: [Self; 16] = [
        Self::Workspace,
        Self::Tag,
        Self::Field,
        Self::Segment,
        Self::View,
        Self::Import,
        Self::Export,
        Self::Pipeline,
        Self::Stage,
        Self::Organization,
        Self::Person,
        Self::Deal,
        Self::Project,
        Self::Task,
        Self::Interaction,
        Self::Relation,
    ];

    /// Those that have lists, forms, filters, and fields of one's own.
    pub const LISTED: [Self; 6] = [
        Self::Person,
        Self::Organization,
        Self::Deal,
        Self::Project,
        Self::Task,
        Self::Interaction,
    ];

    /// Those by whose numbers a person knows a workspace.
    pub const COUNTED: [Self; 7] = [
        Self::Person,
        Self::Organization,
        Self::Deal,
        Self::Project,
        Self::Task,
        Self::Interaction,
        Self::Tag,
    ];

    /// The name in files and addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Workspace => "workspace",
            Self::Tag => "tag",
            Self::Field => "field",
            Self::Segment => "segment",
            Self::View => "view",
            Self::Import => "import",
            Self::Export => "export",
            Self::Pipeline => "pipeline",
            Self::Stage => "stage",
            Self::Organization => "organization",
            Self::Person => "person",
            Self::Deal => "deal",
            Self::Project => "project",
            Self::Task => "task",
            Self::Interaction => "interaction",
            Self::Relation => "relation",
        }
    }

    /// The name of several in addresses and filters.
    pub fn plural(self) -> &'static str {
        match self {
            Self::Workspace => "workspaces",
            Self::Tag => "tags",
            Self::Field => "fields",
            Self::Segment => "segments",
            Self::View => "views",
            Self::Import => "imports",
            Self::Export => "exports",
            Self::Pipeline => "pipelines",
            Self::Stage => "stages",
            Self::Organization => "organizations",
            Self::Person => "people",
            Self::Deal => "deals",
            Self::Project => "projects",
            Self::Task => "tasks",
            Self::Interaction => "interactions",
            Self::Relation => "relations",
        }
    }

    /// By its name; that of earlier versions, too.
    pub fn parse(name: &str) -> Option<Self> {
        let name = if name == "note" { "interaction" } else { name };
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The position in [`RecordType::ALL`].
    pub fn position(self) -> usize {
        self as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_printing() {
        let text = "0190d1f0-0000-7000-8000-000000000001";
        assert_eq!(Id::parse(text).map(|id| id.to_string()).as_deref(), Some(text));
    }

    #[test]
    fn other_forms_of_uuid_are_no_ids() {
        assert_eq!(Id::parse("0190d1f0000070008000000000000001"), None);
        assert_eq!(Id::parse("{0190d1f0-0000-7000-8000-00000000000}"), None);
    }

    #[test]
    fn types_are_found_by_name_and_position() {
        for (position, kind) in RecordType::ALL.into_iter().enumerate() {
            assert_eq!(RecordType::parse(kind.name()), Some(kind));
            assert_eq!(kind.position(), position);
        }
    }
}
