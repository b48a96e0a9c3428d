//! E-mails, phones and links: a value with a word that says which one it is.

use serde::{Deserialize, Serialize};

/// A value and its label. The label is one of [`LABELS`], which are shown in the person's language,
/// or a word of the person's own, or empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labelled {
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub label: Box<str>,
    pub value: Box<str>,
}

/// The labels that are translated.
pub const LABELS: [&str; 9] =
    ["home", "work", "mobile", "main", "fax", "postal", "shipping", "billing", "other"];

impl Labelled {
    pub fn new(label: impl Into<Box<str>>, value: impl Into<Box<str>>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}
