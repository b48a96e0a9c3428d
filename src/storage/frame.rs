//! The form of every stored value: a seal, a checksum and the payload, at most 60 KiB together.
//!
//! | bytes | what |
//! |---|---|
//! | 1 | version of this form: 1 |
//! | 1 | seal: 0 is none; others will name an encryption |
//! | 4 | CRC-32 (IEEE 802.3), little endian, over area, key and payload |
//! | … | payload |
//!
//! The checksum covers the place, so a value that turns up under another key is damage too.
//! Chromium and Firefox move values above 64 KiB into files of their own, and one missing file makes
//! a whole read fail; so larger payloads are split into parts.

use super::{Area, StoreKey};

/// The largest stored value, in bytes.
pub const MOST: usize = 60 * 1024;

const HEADER: usize = 6;
const VERSION: u8 = 1;
const PLAIN: u8 = 0;

/// The largest payload of one value, in bytes.
pub const MOST_PAYLOAD: usize = MOST - HEADER;

/// What is wrong with a stored value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The bytes are not those that were written here.
    Checksum,
    /// The form or the seal is one that this version does not know.
    Form,
    /// Parts are missing or too many.
    Parts,
    /// The bytes are as written, yet they do not say what they should.
    Content,
}

/// Closes a payload for one place.
pub fn close(area: Area, key: StoreKey, payload: &[u8]) -> Vec<u8> {
    let mut value = Vec::with_capacity(HEADER + payload.len());
    value.extend([VERSION, PLAIN]);
    value.extend(checksum(area, key, payload).to_le_bytes());
    value.extend(payload);
    value
}

/// Opens a value found at a place.
pub fn open(area: Area, key: StoreKey, value: &[u8]) -> Result<&[u8], Damage> {
    let Some(([version, seal, sum @ ..], payload)) = value.split_first_chunk::<HEADER>() else {
        return Err(Damage::Form);
    };
    if (*version, *seal) != (VERSION, PLAIN) {
        return Err(Damage::Form);
    }
    if u32::from_le_bytes(*sum) != checksum(area, key, payload) {
        return Err(Damage::Checksum);
    }
    Ok(payload)
}

/// Cuts a payload into parts that fit a value each. An empty payload is one empty part.
pub fn parts(payload: &[u8]) -> impl Iterator<Item = (u64, &[u8])> {
    let chunks = payload.chunks(MOST_PAYLOAD);
    let empty = payload.is_empty().then_some(payload);
    (0..).zip(chunks.chain(empty))
}

fn checksum(area: Area, StoreKey(a, b, c): StoreKey, payload: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(area.name().as_bytes());
    for number in [a, b, c] {
        hasher.update(&number.to_le_bytes());
    }
    hasher.update(payload);
    hasher.finalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: StoreKey = StoreKey(7, 1, 0);

    #[test]
    fn golden() {
        assert_eq!(close(Area::Pages, KEY, b"{}"), [1, 0, 0xbc, 0xb5, 0x4b, 0x62, b'{', b'}']);
    }

    #[test]
    fn what_is_closed_opens_only_where_it_was_closed() {
        let value = close(Area::Pages, KEY, b"Ada");
        assert_eq!(open(Area::Pages, KEY, &value), Ok(b"Ada".as_slice()));
        assert_eq!(open(Area::Journal, KEY, &value), Err(Damage::Checksum));
        assert_eq!(open(Area::Pages, StoreKey(7, 2, 0), &value), Err(Damage::Checksum));
    }

    #[test]
    fn every_flipped_bit_and_every_lost_byte_is_seen() {
        let value = close(Area::Journal, KEY, b"{\"given\":\"Ada\"}");
        for bit in 0..value.len() * 8 {
            let mut damaged = value.clone();
            damaged[bit / 8] ^= 1 << (bit % 8);
            assert!(open(Area::Journal, KEY, &damaged).is_err(), "bit {bit}");
        }
        for length in 0..value.len() {
            assert!(open(Area::Journal, KEY, &value[..length]).is_err(), "length {length}");
        }
    }

    #[test]
    fn parts_fit_and_join() {
        let payload: Vec<u8> = (0..=255).cycle().take(150_000).collect();
        let cut: Vec<_> = parts(&payload).collect();
        assert_eq!(cut.len(), 3);
        assert!(cut.iter().all(|(part, bytes)| close(Area::Pages, StoreKey(0, 0, *part), bytes).len() <= MOST));
        assert_eq!(
            cut.iter().flat_map(|(_, bytes)| bytes.iter().copied()).collect::<Vec<_>>(),
            payload
        );
        assert_eq!(parts(b"").count(), 1);
    }
}
