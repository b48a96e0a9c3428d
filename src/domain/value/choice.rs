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

/// The types of record that have lists, by their names; see [`RecordType::LISTED`](crate::domain::id::RecordType::LISTED).
pub const LISTED: &[&str] = &["person", "organization", "deal", "project", "task", "interaction"];

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
    "deal",
    "project",
    "task",
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

/// Where something may move people and organizations by itself: a stage, or nowhere.
pub const MOVES: &[&str] = &[
    "stay",
    "lead",
    "marketing-qualified",
    "sales-qualified",
    "opportunity",
    "customer",
    "evangelist",
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

/// What can happen with somebody. The first is what one writes down by itself.
pub const ACTIVITY: &[&str] = &[
    "note", "call", "email", "meeting", "chat", "social", "letter", "visit", "purchase", "ticket",
    "survey", "feedback",
];

/// The activities by which one is in touch.
pub const CONTACT: &[&str] = &["call", "email", "meeting", "chat", "social", "letter"];

pub const TICKET_STATUS: &[&str] = &["open", "waiting", "solved"];

pub const DEAL_STATUS: &[&str] = &["open", "won", "lost"];

/// How a deal has ended.
pub const OUTCOME: &[&str] = &["won", "lost"];

pub const PROJECT_STATE: &[&str] = &["planned", "active", "on-hold", "done", "cancelled"];

/// When a task is to be done, seen from today.
pub const TASK_STATUS: &[&str] = &["overdue", "today", "upcoming", "someday", "done"];

pub const PRIORITY: &[&str] = &["low", "normal", "high"];

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
