//! Numbers that look random and are the same everywhere, for demo data only.

/// `SplitMix64` (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014;
/// constants as in Vigna's public-domain `splitmix64.c`). Integers only, so that every machine
/// draws the same.
pub(super) struct Random(u64);

impl Random {
    /// The numbers for one item of a series. Items do not share their numbers, so that one drawing
    /// more or less leaves the others as they are.
    pub(super) fn of(seed: u64, series: u64, item: u32) -> Self {
        let mut start = Self(seed ^ series.rotate_left(32) ^ u64::from(item));
        Self(start.next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Draws from 0 to `end`, without it. Zero where there is nothing to draw from.
    pub(super) fn below<T: TryFrom<u32> + Default>(&mut self, end: u32) -> T {
        // The upper half of the product: no division, and a bias too small to see.
        let drawn = (u64::from(end) * (self.next() >> 32)) >> 32;
        u32::try_from(drawn).ok().and_then(|drawn| drawn.try_into().ok()).unwrap_or_default()
    }

    /// Is true for so many in a hundred.
    pub(super) fn percent(&mut self, chance: u32) -> bool {
        self.below::<u32>(100) < chance
    }

    /// Draws one of several. Empty where there are none.
    pub(super) fn pick(&mut self, from: &[&'static str]) -> &'static str {
        let at: usize = self.below(u32::try_from(from.len()).unwrap_or(u32::MAX));
        from.get(at).copied().unwrap_or_default()
    }

    pub(super) fn bytes(&mut self) -> [u8; 10] {
        let mut bytes = [0; 10];
        for (to, from) in bytes
            .iter_mut()
            .zip(self.next().to_le_bytes().into_iter().chain(self.next().to_le_bytes()))
        {
            *to = from;
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_what_the_reference_draws() {
        // The first numbers that `splitmix64.c` gives for the seed 1234567.
        let mut random = Random(1_234_567);
        assert_eq!(random.next(), 6_457_827_717_110_365_317);
        assert_eq!(random.next(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn stays_below() {
        let mut random = Random::of(1, 2, 3);
        assert!((0..1000).all(|_| random.below::<u32>(7) < 7));
        assert_eq!(random.below::<u8>(0), 0);
        assert_eq!(random.pick(&[]), "");
    }
}
