//! Time and fresh ids, brought to an edit from outside, so that the domain asks nobody.

use uuid::Builder;

use super::{id::Id, value::time::Time};

/// What an edit may not know by itself. The same stamp gives the same ids in the same order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// When the person acted.
    pub at: Time,
    seed: [u8; 10],
    given: u32,
}

impl Stamp {
    /// `seed` is random in the app and fixed in tests.
    pub fn new(at: Time, seed: [u8; 10]) -> Self {
        Self { at, seed, given: 0 }
    }

    /// Returns an id that this stamp has not given before. Later ids sort later.
    pub fn id(&mut self) -> Id {
        let mut random = self.seed;
        // The counter stands in front of the random tail, where it decides the order within one
        // millisecond. Version and variant take bits of the first and third byte, so it lies in two
        // pieces: 12 bits and 14 bits, enough for sixty-seven million ids.
        let low = self.given & 0x3f_ff;
        let high = self.given >> 14;
        random[0] = (high >> 8 & 0x0f) as u8;
        random[1] = (high & 0xff) as u8;
        random[2] = (low >> 8) as u8;
        random[3] = (low & 0xff) as u8;
        self.given += 1;
        let millis = u64::try_from(self.at.millis()).unwrap_or_default();
        Id::new(Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_stamp_differ_and_sort_in_order() {
        let mut stamp = Stamp::new(Time::from_millis(1_767_225_600_000), [0xff; 10]);
        let ids: Vec<Id> = (0..100_000).map(|_| stamp.id()).collect();
        assert!(ids.is_sorted_by(|a, b| a < b));
    }
}
