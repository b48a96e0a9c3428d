//! Text as it is compared and searched: without case, accents and variants of the same letter.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Folds text for comparison.
///
/// Compatibility decomposition (UAX #15), marks dropped, lower case, digits of any script as ASCII,
/// Arabic yeh and kaf as their Persian forms, letters that have no decomposition as their base
/// (`ł` as `l`, `đ` as `d`), and runs of space as one space.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded.truncate(folded.trim_end().len());
    folded
}

/// Appends folded text, see [`fold`]. A space at its end may remain.
pub fn fold_into(text: &str, to: &mut String) {
    let start = to.len();
    if text.is_ascii() {
        for byte in text.bytes() {
            push(char::from(byte.to_ascii_lowercase()), start, to);
        }
        return;
    }
    for c in text.nfkd() {
        if c.is_ascii() {
            push(c.to_ascii_lowercase(), start, to);
        } else if !is_dropped(c) {
            for lower in c.to_lowercase().filter(|&c| !is_dropped(c)) {
                match base(lower) {
                    Base::Char(c) => push(c, start, to),
                    Base::Pair(pair) => to.push_str(pair),
                }
            }
        }
    }
}

fn push(c: char, start: usize, to: &mut String) {
    if !c.is_whitespace() {
        to.push(c);
    } else if to.len() > start && !to.ends_with(' ') {
        to.push(' ');
    }
}

/// Accents, and signs that steer layout and are not typed when one searches: joiners, direction
/// marks, kashida. Thai vowels above and below the line are letters to their readers and stay.
fn is_dropped(c: char) -> bool {
    let is_thai_vowel = matches!(c, '\u{e31}'..='\u{e3a}');
    let is_invisible = matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}' | '\u{640}');
    is_invisible || is_combining_mark(c) && !is_thai_vowel
}

enum Base {
    Char(char),
    Pair(&'static str),
}

fn base(c: char) -> Base {
    let digit =
        |zero: u32| char::from(b'0' + u8::try_from(u32::from(c) - zero).unwrap_or_default());
    Base::Char(match c {
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'ة' => 'ه',
        '٠'..='٩' => digit(0x660),
        '۰'..='۹' => digit(0x6f0),
        '๐'..='๙' => digit(0xe50),
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ø' => 'o',
        'ħ' => 'h',
        'ı' => 'i',
        'ŧ' => 't',
        'ß' => return Base::Pair("ss"),
        'æ' => return Base::Pair("ae"),
        'œ' => return Base::Pair("oe"),
        'þ' => return Base::Pair("th"),
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, folded: &str) {
        assert_eq!(fold(text), folded);
        assert_eq!(fold(folded), folded, "folding again changes nothing");
    }

    #[test]
    fn case_and_accents() {
        check("Tomáš ŘÍHA", "tomas riha");
        check("Ünsal Ğüler, İstanbul", "unsal guler, istanbul");
        check("Nguyễn Đức", "nguyen duc");
        check("Łódź", "lodz");
        check("WEISS Weiß", "weiss weiss");
    }

    #[test]
    fn persian_variants_and_digits() {
        check("علي كريمي ۱۲۳ ٤٥", "علی کریمی 123 45");
        check("می\u{200c}خواهم", "میخواهم");
    }

    #[test]
    fn thai_keeps_its_vowels() {
        check("กิน ๑๒๓", "กิน 123");
    }

    #[test]
    fn space_is_one_space() {
        check("  JOHN\t  SMITH", "john smith");
    }
}
