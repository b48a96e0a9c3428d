//! Moments.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// Milliseconds since the start of 1970 in UTC, within the years 0 to 9999.
// Packed to four bytes; see `value`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(Rust, packed(4))]
pub struct Time(i64);

const FIRST: i64 = -62_167_219_200_000;
const LAST: i64 = 253_402_300_799_999;

impl Time {
    /// Brings `millis` into the years that can be shown.
    pub fn from_millis(millis: i64) -> Self {
        Self(millis.clamp(FIRST, LAST))
    }

    pub fn millis(self) -> i64 {
        self.0
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i64(self.0)
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let millis = i64::deserialize(from)?;
        if !(FIRST..=LAST).contains(&millis) {
            return Err(D::Error::custom("a moment outside the years 0 to 9999"));
        }
        Ok(Self(millis))
    }
}
