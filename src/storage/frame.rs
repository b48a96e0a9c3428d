//! The form of every stored value: a seal, a checksum and the packed payload, at most 60 KiB together.
//!
//! | bytes | what |
//! |---|---|
//! | 1 | version of this form: 1 |
//! | 1 | seal: 0 is none, 3 is AES-256-GCM; others will name another encryption |
//! | 8 | XXH64 (<https://xxhash.com>), little endian, of what follows; seeded with that of area and key |
//! | 1 | packing: 0 is none, 1 an LZ4 block |
//! | 4 | with LZ4: the unpacked length, little endian |
//! | … | payload |
//!
//! What follows the checksum of a sealed value is a nonce of 12 bytes, a value as above in its sealed form, and
//! a tag of 16 bytes; see [`super::sealed`].
//!
//! The checksum covers the place, so a value that turns up under another key is damage too.
//!
//! Every form to come keeps the first ten bytes as they are here. So a value of another version or seal
//! whose checksum is right was written by a newer version of Rapport, and nothing else is. Numbers of
//! versions and seals to come differ from those here in two bits at least (2, 4, 6 …; 5, 6, 9 …), so
//! that one flipped bit is still damage.
//!
//! Values are packed because bytes are what IndexedDB is slow at: the pages of 100,000 demo people are
//! 103 MB of JSON, and reading them took longer than taking them apart.
//! Chromium and Firefox move values above 64 KiB into files of their own, and one missing file makes
//! a whole read fail; so larger payloads are cut into parts, each packed by itself.

use lz4_flex::block;
use xxhash_rust::xxh64::Xxh64;

use super::{Area, StoreKey};

/// The largest stored value, in bytes; a seal adds 38 to it.
pub const MOST: usize = 60 * 1024;

const HEADER: usize = 10;
const VERSION: u8 = 1;
const PLAIN: u8 = 0;
const SEALED: u8 = 3;
const UNPACKED: u8 = 0;
const LZ4: u8 = 1;

/// How much of a payload one value holds: as much as mostly packs well enough, or as much as fits
/// however badly it packs.
pub(super) const HOPED: usize = 144 * 1024;
pub(super) const SURE: usize = 56 * 1024;

/// Shorter payloads are not worth packing, in bytes.
const WORTH: usize = 512;

/// A part of a payload in the form in which it is stored.
pub struct Packed(pub Vec<u8>);

/// What is wrong with a stored value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The bytes are not those that were written here.
    Checksum,
    /// The value has no form that there is or can be.
    Form,
    /// No damage at all: a newer version of Rapport has written it, in a form that this one cannot read.
    Newer,
    /// The value is sealed, and not with the key that there is, or not for this place; or it is not sealed where
    /// all is.
    Sealed,
    /// Parts are missing or too many.
    Parts,
    /// The bytes are as written, yet they do not say what they should.
    Content,
}

/// Closes a part for one place.
pub fn close(area: Area, key: StoreKey, Packed(packed): &Packed) -> Vec<u8> {
    let mut value = Vec::with_capacity(HEADER + packed.len());
    value.extend([VERSION, PLAIN]);
    value.extend(checksum(area, key, packed).to_le_bytes());
    value.extend(packed);
    value
}

/// Opens a value found at a place and returns its part of the payload.
pub fn open(area: Area, key: StoreKey, value: &[u8]) -> Result<Vec<u8>, Damage> {
    let Some(([version, seal, sum @ ..], packed)) = value.split_first_chunk::<HEADER>() else {
        return Err(Damage::Form);
    };
    if u64::from_le_bytes(*sum) != checksum(area, key, packed) {
        return Err(Damage::Checksum);
    }
    let distance = |known: u8| (version ^ VERSION).count_ones() + (seal ^ known).count_ones();
    match (distance(PLAIN), distance(SEALED)) {
        (0, _) => {}
        (_, 0) => return Err(Damage::Sealed),
        (1, _) | (_, 1) => return Err(Damage::Form),
        _ => return Err(Damage::Newer),
    }
    match packed.split_first() {
        Some((&UNPACKED, payload)) => Ok(payload.to_vec()),
        Some((&LZ4, packed)) => {
            let (length, packed) = packed.split_first_chunk().ok_or(Damage::Form)?;
            let length = u32::from_le_bytes(*length) as usize;
            if length > HOPED {
                return Err(Damage::Content);
            }
            let payload = block::decompress(packed, length).map_err(|_| Damage::Content)?;
            if payload.len() == length { Ok(payload) } else { Err(Damage::Content) }
        }
        Some(_) => Err(Damage::Newer),
        None => Err(Damage::Form),
    }
}

/// The form of a value that is sealed.
pub(super) fn wrap(area: Area, key: StoreKey, sealed: &[u8]) -> Vec<u8> {
    let mut value = Vec::with_capacity(HEADER + sealed.len());
    value.extend([VERSION, SEALED]);
    value.extend(checksum(area, key, sealed).to_le_bytes());
    value.extend(sealed);
    value
}

/// What is sealed in a value found at a place; `None` where it is no sealed value, or a damaged one.
pub(super) fn unwrap(area: Area, key: StoreKey, value: &[u8]) -> Option<&[u8]> {
    let ([version, seal, sum @ ..], sealed) = value.split_first_chunk::<HEADER>()?;
    let is_ours = (*version, *seal) == (VERSION, SEALED);
    (is_ours && u64::from_le_bytes(*sum) == checksum(area, key, sealed)).then_some(sealed)
}

/// A value that the seal refuses, in a form that cannot be taken for one that was opened. What a newer version
/// has written stays as it is.
pub(super) fn refused(mut value: Vec<u8>) -> Vec<u8> {
    if let [VERSION, seal @ PLAIN, ..] = &mut *value {
        *seal = SEALED;
    }
    value
}

/// Cuts a payload into parts that fit a value each, and packs them. An empty payload is one empty part.
pub fn parts(payload: &[u8]) -> impl Iterator<Item = (u64, Packed)> {
    let mut rest = Some(payload);
    (0..).map_while(move |part| {
        let left = rest?;
        let (packed, taken) = pack_some(left);
        rest = left.get(taken..).filter(|left| !left.is_empty());
        Some((part, packed))
    })
}

/// Packs the start of a payload and says how many bytes of it that is.
pub(super) fn pack_some(payload: &[u8]) -> (Packed, usize) {
    for most in [HOPED, SURE] {
        let start = payload.get(..most).unwrap_or(payload);
        let packed = pack(start);
        if packed.0.len() <= MOST - HEADER {
            return (packed, start.len());
        }
    }
    let start = payload.get(..SURE).unwrap_or(payload);
    (unpacked(start), start.len())
}

/// Packs what is one part, as it is short enough for.
pub(super) fn pack(payload: &[u8]) -> Packed {
    if payload.len() < WORTH {
        return unpacked(payload);
    }
    let mut packed = vec![LZ4];
    packed.extend(u32::try_from(payload.len()).unwrap_or(u32::MAX).to_le_bytes());
    packed.extend(block::compress(payload));
    Packed(packed)
}

fn unpacked(payload: &[u8]) -> Packed {
    Packed([&[UNPACKED], payload].concat())
}

fn checksum(area: Area, StoreKey(a, b, c): StoreKey, packed: &[u8]) -> u64 {
    let place =
        [area.name().as_bytes(), &a.to_le_bytes(), &b.to_le_bytes(), &c.to_le_bytes()].concat();
    seeded(packed, sum(&place))
}

/// The checksum of bytes, wherever they lie.
pub fn sum(bytes: &[u8]) -> u64 {
    seeded(bytes, 0)
}

/// By what sums up longer texts piece by piece, so that there is one of them.
fn seeded(bytes: &[u8], seed: u64) -> u64 {
    let mut sum = Xxh64::new(seed);
    sum.update(bytes);
    sum.digest()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: StoreKey = StoreKey(7, 1, 0);

    fn value(area: Area, payload: &[u8]) -> Vec<u8> {
        close(area, KEY, &parts(payload).next().unwrap().1)
    }

    #[test]
    fn golden() {
        assert_eq!(
            value(Area::Pages, b"{}"),
            [1, 0, 0x4b, 0x19, 0xab, 0xa9, 0x77, 0xa6, 0x67, 0x49, 0, b'{', b'}']
        );
    }

    #[test]
    fn what_is_closed_opens_only_where_it_was_closed() {
        let value = value(Area::Pages, b"Ada");
        assert_eq!(open(Area::Pages, KEY, &value), Ok(b"Ada".to_vec()));
        assert_eq!(open(Area::Journal, KEY, &value), Err(Damage::Checksum));
        assert_eq!(open(Area::Pages, StoreKey(7, 2, 0), &value), Err(Damage::Checksum));
    }

    #[test]
    fn every_flipped_bit_and_every_lost_byte_is_seen() {
        for payload in [b"{\"given\":\"Ada\"}".to_vec(), b"{\"given\":\"Ada\"}".repeat(60)] {
            let value = value(Area::Journal, &payload);
            for bit in 0..value.len() * 8 {
                let mut damaged = value.clone();
                damaged[bit / 8] ^= 1 << (bit % 8);
                assert!(open(Area::Journal, KEY, &damaged).is_err(), "bit {bit}");
            }
            for length in 0..value.len() {
                assert!(open(Area::Journal, KEY, &value[..length]).is_err(), "length {length}");
            }
        }
    }

    #[test]
    fn a_form_to_come_is_newer_and_no_damage() {
        let newer = |at: usize, byte: u8| {
            let mut value = value(Area::Pages, b"Ada");
            value[at] = byte;
            open(Area::Pages, KEY, &value)
        };
        assert_eq!(newer(0, 2), Err(Damage::Newer));
        assert_eq!(newer(1, 5), Err(Damage::Newer));
        assert_eq!(newer(1, 3), Err(Damage::Sealed));
        assert_eq!(newer(1, 2), Err(Damage::Form));
        assert_eq!(newer(2, 3), Err(Damage::Checksum));
        let packing = close(Area::Pages, KEY, &Packed(vec![2, b'A']));
        assert_eq!(open(Area::Pages, KEY, &packing), Err(Damage::Newer));
    }

    #[test]
    fn a_length_that_would_fill_the_memory_is_refused() {
        let bomb = Packed(vec![LZ4, 0xff, 0xff, 0xff, 0x7f, 0]);
        assert_eq!(open(Area::Pages, KEY, &close(Area::Pages, KEY, &bomb)), Err(Damage::Content));
    }

    #[track_caller]
    fn joins(payload: &[u8], expected: usize) {
        let mut joined = Vec::new();
        let mut count = 0;
        for (part, packed) in parts(payload) {
            let key = StoreKey(0, 0, part);
            let value = close(Area::Pages, key, &packed);
            assert!(value.len() <= MOST);
            joined.extend(open(Area::Pages, key, &value).unwrap());
            count += 1;
        }
        assert_eq!(joined, payload);
        assert_eq!(count, expected);
    }

    #[test]
    fn parts_fit_and_join() {
        joins(b"", 1);
        joins(&b"{\"given\":\"Ada\"}".repeat(30_000), 4);
        // Bytes that do not pack at all.
        let mut state = 1_u32;
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_le_bytes()[3]
        })
        .take(150_000)
        .collect();
        joins(&noise, 3);
    }
}
