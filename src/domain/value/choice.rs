//! Lists of choices. Stored by their words; the built-in ones are shown in the person's language, those of
//! a person's own as they have labelled them.

use serde::{Deserialize, Serialize};

/// A choice of a field of one's own. Records hold its word, which stays as it is when the choice is
/// renamed, moved or merged into another, so that none of this touches a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub word: Box<str>,
    pub label: Box<str>,
    /// Words of choices that were merged into this one.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub also: Box<[Box<str>]>,
}

impl Choice {
    pub fn new(word: impl Into<Box<str>>, label: impl Into<Box<str>>) -> Self {
        Self { word: word.into(), label: label.into(), also: Box::default() }
    }

    /// All words that mean it.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        [&self.word].into_iter().chain(&self.also).map(AsRef::as_ref)
    }
}

/// The types of record that a person may add fields to, by their names.
pub const LISTED: &[&str] = &["organization", "person"];

/// What a field of one's own may hold.
pub const FIELD_KIND: &[&str] = &[
    "text",
    "long-text",
    "number",
    "money",
    "percent",
    "rating",
    "yes-no",
    "date",
    "date-time",
    "choice",
    "choices",
    "email",
    "phone",
    "link",
    "person",
    "organization",
];

/// The kinds of customer data.
pub const DATA_KIND: &[&str] = &["identity", "descriptive", "qualitative", "quantitative"];

/// Stages of the lifecycle, in the order in which a customer moves through them.
pub const LIFECYCLE: &[&str] = &[
    "subscriber",
    "lead",
    "marketing-qualified",
    "sales-qualified",
    "opportunity",
    "customer",
    "evangelist",
    "other",
];

pub const LEAD_STATUS: &[&str] = &[
    "new",
    "open",
    "in-progress",
    "open-deal",
    "unqualified",
    "attempted",
    "connected",
    "bad-timing",
];

/// The types of record that a segment can be of, by their names.
pub const SEGMENT_OF: &[&str] = &["person", "organization"];

pub const CHANNEL: &[&str] = &["email", "phone", "chat", "social", "post", "in-person"];

pub const SIZE: &[&str] = &["1", "2-10", "11-50", "51-200", "201-1000", "1001-5000", "5001-plus"];

pub const EDUCATION: &[&str] =
    &["school", "vocational", "bachelor", "master", "doctorate", "other"];

pub const INCOME: &[&str] = &["low", "lower-middle", "middle", "upper-middle", "high"];

pub const MARITAL: &[&str] =
    &["single", "partnered", "married", "separated", "divorced", "widowed"];

pub const HOME: &[&str] = &["rents", "owns", "with-family", "other"];

pub const SENTIMENT: &[&str] = &["delighted", "satisfied", "neutral", "disappointed", "upset"];

pub const PURCHASE_FOR: &[&str] = &["self", "gift", "work"];
