//! Postal addresses.

use serde::{Deserialize, Serialize};

/// An address in the parts that vCard (RFC 6350, 6.3.1) knows. A part that is not known is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Address {
    #[serde(skip_serializing_if = "str::is_empty")]
    pub label: Box<str>,
    /// Street and house number, and whatever else stands above the city; may have several lines.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub street: Box<str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub city: Box<str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub region: Box<str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub postcode: Box<str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub country: Box<str>,
}

impl Address {
    /// The parts that are known, without the label, in the order of an envelope.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        [&self.street, &self.postcode, &self.city, &self.region, &self.country]
            .into_iter()
            .map(AsRef::as_ref)
            .filter(|line: &&str| !line.is_empty())
    }

    pub fn is_empty(&self) -> bool {
        self.lines().next().is_none()
    }
}
