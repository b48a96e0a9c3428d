//! Text as it is compared and searched: without case, accents and variants of the same letter.

use std::{cell::RefCell, sync::OnceLock};

use rustc_hash::FxHashMap;

/// Decomposes text as Unicode's NFKD does (UAX #15), and puts it in lower case.
pub type Simplify = fn(&str) -> String;

static SIMPLIFY: OnceLock<Simplify> = OnceLock::new();

/// Brings what simplifies. Its tables are large and every browser has them anyway, so the app takes the
/// browser's; without one, accents and case stay. Only the first call counts.
pub fn simplify_with(simplify: Simplify) {
    // A second call brings the same.
    let _ = SIMPLIFY.set(simplify);
}

#[cfg(not(target_arch = "wasm32"))]
fn simplify(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let native = |text: &str| text.nfkd().flat_map(char::to_lowercase).collect();
    SIMPLIFY.get().map_or_else(|| native(text), |simplify| simplify(text))
}

#[cfg(target_arch = "wasm32")]
fn simplify(text: &str) -> String {
    SIMPLIFY.get().map_or_else(|| text.to_owned(), |simplify| simplify(text))
}

/// Folds text for comparison.
///
/// Compatibility decomposition, marks dropped, lower case, digits of any script as ASCII, Arabic yeh
/// and kaf as their Persian forms, letters that have no decomposition as their base (`ł` as `l`, `đ`
/// as `d`), and runs of space as one space. Line breaks and record separators (U+001E) stay.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded.truncate(folded.trim_end().len());
    folded
}

/// Appends folded text, see [`fold`]. A space at its end may remain.
pub fn fold_into(text: &str, to: &mut String) {
    let start = to.len();
    if is_plain(text) {
        to.push_str(text);
        if let Some(folded) = to.get_mut(start..) {
            folded.make_ascii_lowercase();
        }
        return;
    }
    if !LETTERS.with_borrow_mut(|letters| fold_by_letter(text, start, to, letters)) {
        to.truncate(start);
        fold_whole(text, start, to);
    }
}

/// Whether only the case has to go: ASCII with its spaces one by one, as most text is.
fn is_plain(text: &str) -> bool {
    let is_space = |byte: u8| byte == b' ' || byte == b'\n' || char::from(byte) == RECORD;
    let (mut before, mut is_plain) = (b' ', true);
    for byte in text.bytes() {
        is_plain &= match byte {
            b' ' => !is_space(before),
            b'\t' | 0x0b | 0x0c | b'\r' => false,
            byte => byte.is_ascii(),
        };
        before = byte;
    }
    is_plain
}

fn fold_whole(text: &str, start: usize, to: &mut String) {
    simplify(text).chars().for_each(|c| push_folded(c, start, to));
}

thread_local! {
    /// The characters met so far. What is simple is asked for each only once: a text crosses to
    /// the browser and back at a price that is many times that of folding it.
    static LETTERS: RefCell<FxHashMap<char, Letter>> = RefCell::default();
}

/// A character folded by itself.
struct Letter {
    folded: Box<str>,
    /// Holds a mark that may change places with a mark beside it.
    has_mark: bool,
}

impl Letter {
    fn new(c: char) -> Self {
        let simple = simplify(c.encode_utf8(&mut [0; 4]));
        let mut folded = String::new();
        for part in simple.chars() {
            // Space at the start is dropped, and here is not the start.
            if part.is_whitespace() { folded.push(part) } else { push_folded(part, 0, &mut folded) }
        }
        Self { has_mark: folded.chars().any(is_mark), folded: folded.into() }
    }
}

/// Whether marks around it may change places with a character. Shown by one that comes after all others.
fn is_mark(c: char) -> bool {
    const LAST: char = '\u{345}';
    !c.is_ascii() && !simplify(&String::from_iter([LAST, c])).starts_with(LAST)
}

/// Folds letter by letter. `false` where marks stand side by side that stay: their order is a matter of
/// the whole text.
fn fold_by_letter(
    text: &str,
    start: usize,
    to: &mut String,
    letters: &mut FxHashMap<char, Letter>,
) -> bool {
    let mut is_after_mark = false;
    for c in text.chars() {
        if c.is_ascii() {
            push(c.to_ascii_lowercase(), start, to);
            is_after_mark = false;
            continue;
        }
        let letter = letters.entry(c).or_insert_with(|| Letter::new(c));
        if letter.has_mark && is_after_mark {
            return false;
        }
        if !letter.folded.is_empty() {
            is_after_mark = letter.has_mark;
            letter.folded.chars().for_each(|c| push(c, start, to));
        }
    }
    true
}

fn push_folded(c: char, start: usize, to: &mut String) {
    if is_dropped(c) {
        return;
    }
    match base(c) {
        Base::Char(c) => push(c, start, to),
        Base::Pair(pair) => to.push_str(pair),
    }
}

/// Folds many texts of one line each at the price of one.
pub fn fold_lines<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> Vec<String> {
    let joined = texts.clone().collect::<Vec<_>>().join("\n");
    let mut folded = String::with_capacity(joined.len());
    fold_into(&joined, &mut folded);
    let lines: Vec<String> = folded.split('\n').map(|line| line.trim_end().to_owned()).collect();
    if lines.len() == texts.clone().count() { lines } else { texts.map(fold).collect() }
}

fn push(c: char, start: usize, to: &mut String) {
    if !c.is_whitespace() || c == '\n' {
        to.push(c);
    } else if to.len() > start && !to.ends_with([' ', '\n', RECORD]) {
        to.push(' ');
    }
}

const RECORD: char = '\u{1e}';

/// Accents, and signs that steer layout and are not typed when one searches: joiners, direction
/// marks, kashida. Marks that are letters to their readers, as in Thai and the scripts of India, stay.
fn is_dropped(c: char) -> bool {
    let is_invisible = matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}' | '\u{640}');
    let is_accent = matches!(c,
        // Latin, Greek, Cyrillic and signs.
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}'
        // Hebrew and Arabic vowel points.
        | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}'
        // Thai tones.
        | '\u{e47}'..='\u{e4e}'
    );
    is_invisible || is_accent
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
        // At the end of a word, sigma has another small form.
        'ς' => 'σ',
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
        check("ΟΔΥΣΣΕΥΣ Οδυσσεύς", "οδυσσευσ οδυσσευσ");
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
    fn letter_by_letter_is_as_all_at_once() {
        let whole = |text: &str| {
            let mut folded = String::new();
            fold_whole(text, 0, &mut folded);
            folded.trim_end().to_owned()
        };
        // Nukta, virama, Hebrew and Arabic points, sara u, phinthu: in and out of their order.
        let marks = ['\u{93c}', '\u{94d}', '\u{5b0}', '\u{651}', '\u{e38}', '\u{e3a}', '\u{327}'];
        let texts = marks.iter().flat_map(|a| marks.map(|b| format!("क\u{958}{a}\u{200d}{b}{a}")));
        let letters = (' '..'\u{30000}').map(|c| format!("a{c}{c} é{c}"));
        for text in letters.chain(texts) {
            assert_eq!(fold(&text), whole(&text), "{text:?}");
        }
        assert_ne!(whole("क\u{94d}\u{93c}"), "क\u{94d}\u{93c}", "the order of marks matters");
    }

    #[test]
    fn many_lines_fold_as_each_does() {
        let texts = ["Łódź ", " é", "", "ASCII"];
        assert_eq!(fold_lines(texts.into_iter()), texts.map(fold));
        assert_eq!(fold_lines(["a\nb", "c"].into_iter()), ["a\nb", "c"]);
    }

    #[test]
    fn space_is_one_space() {
        check("  JOHN\t  SMITH", "john smith");
    }
}
