//! The built-in lists of choices. Stored by these words; shown in the person's language.

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
