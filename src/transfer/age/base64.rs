//! Base64 as a head has it: the usual letters, without padding, and only one way to write each value.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0, |bits, byte| bits << 8 | usize::from(*byte));
        let bits = bits << (8 * (3 - group.len()));
        let letters = (0..=group.len()).filter_map(|nth| LETTERS.get(bits >> (18 - 6 * nth) & 63));
        text.extend(letters.map(|letter| char::from(*letter)));
    }
    text
}

/// `None` where the text is not what exactly so many bytes are written as.
pub(super) fn decode<const LENGTH: usize>(text: &[u8]) -> Option<[u8; LENGTH]> {
    let mut bytes = Vec::with_capacity(LENGTH);
    for group in text.chunks(4) {
        let mut bits = 0;
        for letter in group {
            bits = bits << 6 | LETTERS.iter().position(|it| it == letter)?;
        }
        let bits = u32::try_from(bits << (6 * (4 - group.len()))).ok()?.to_be_bytes();
        bytes.extend(bits.iter().skip(1).take(group.len().saturating_sub(1)));
    }
    let bytes: [u8; LENGTH] = bytes.try_into().ok()?;
    (encode(&bytes).as_bytes() == text).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check<const LENGTH: usize>(bytes: [u8; LENGTH], text: &str) {
        assert_eq!(encode(&bytes), text);
        assert_eq!(decode(text.as_bytes()), Some(bytes));
    }

    #[test]
    fn as_in_rfc_4648_without_padding() {
        check(*b"", "");
        check(*b"f", "Zg");
        check(*b"fo", "Zm8");
        check(*b"foo", "Zm9v");
        check(*b"foobar", "Zm9vYmFy");
        check([0xfb, 0xff], "+/8");
    }

    #[test]
    fn only_one_way_to_write_it() {
        for text in ["Zh", "Zg=", "Zg==", "Z", "Zg\n", "Z-"] {
            assert_eq!(decode::<1>(text.as_bytes()), None, "{text}");
        }
    }
}
