//! Bytes of text files as text, whatever encoding they are in.
//!
//! The encodings and their labels are those of the [Encoding Standard](https://encoding.spec.whatwg.org/),
//! which every browser can decode. Which one a file is in stands in it only where it begins with a byte
//! order mark; else text that is valid UTF-8 is UTF-8, and of the older ones that is taken under which the
//! text reads most like words of the languages that were written in it.

use std::borrow::Cow;

/// An encoding that can be chosen.
#[derive(Debug, PartialEq, Eq)]
pub struct Encoding {
    /// Its label in the Encoding Standard.
    pub label: &'static str,
    /// What is written in it, for its name: `encoding-SCRIPT` in the language files.
    pub script: &'static str,
    /// Letters beyond ASCII that are usual in it, in lower case; behind a space the rarer ones. Encodings
    /// without are not guessed.
    letters: &'static str,
}

const fn encoding(label: &'static str, script: &'static str, letters: &'static str) -> Encoding {
    Encoding { label, script, letters }
}

const CENTRAL: &str = "łóąęśżćńźáíéčšžřěýůúťďňäöüßőű ăâîşţđľĺŕôë";
const CYRILLIC: &str = "оеаинтсрвлкмдпу яыьгзбчйхжшюцщэфъёіїєґўћђљњџјѕќѓ";
const GREEK: &str = "αοιετσνηυρπκμλςωάίέό ήώύγδθχφβξζψϊϋΐΰ";

/// All that can be chosen. Of those that fit a text alike, the first is taken.
pub static ENCODINGS: [Encoding; 24] = [
    encoding("utf-8", "unicode", ""),
    encoding("utf-16le", "unicode", ""),
    encoding("utf-16be", "unicode", ""),
    encoding("windows-1252", "western", "éèàçüöäßñáíóúãêôâåøæ ëîïûùœõìòÿ"),
    encoding("windows-1250", "central-european", CENTRAL),
    encoding("windows-1254", "turkish", "ışğüöçi̇ âîû"),
    encoding("windows-1257", "baltic", "āčēģīķļņšūžąęėįųõäöüå"),
    encoding("windows-1258", "vietnamese", "đăâêôơư\u{300}\u{301}\u{303}\u{309}\u{323}áàéèíóúùì"),
    encoding("iso-8859-2", "central-european", CENTRAL),
    encoding("windows-1251", "cyrillic", CYRILLIC),
    encoding("koi8-u", "cyrillic", CYRILLIC),
    encoding("iso-8859-5", "cyrillic", CYRILLIC),
    encoding("windows-1253", "greek", GREEK),
    encoding("iso-8859-7", "greek", GREEK),
    encoding("windows-1255", "hebrew", "יוהלארתבשמנעד קחפכםטגזסצןךףץ"),
    encoding("windows-1256", "arabic", "ایينرموهلتدبس شکكعفقزجحخپگچصطءئآأإةىضظذثغژ"),
    encoding(
        "windows-874",
        "thai",
        "านรอกเงมยลวดทตสคะปบหีแชพขจใไำโผซธณศถญภษฟฎฉฐฮฆฬฏฌฑฒฤๆ\u{e48}\u{e49}\u{e34}\u{e31}\u{e38}\u{e4c}\u{e39}\u{e37}\u{e47}\u{e36}\u{e4a}\u{e4b}",
    ),
    encoding("iso-8859-15", "western", ""),
    encoding("macintosh", "western", ""),
    encoding("ibm866", "cyrillic", ""),
    encoding("shift_jis", "japanese", ""),
    encoding("gb18030", "chinese", ""),
    encoding("big5", "chinese", ""),
    encoding("euc-kr", "korean", ""),
];

/// Decodes bytes in the encoding of a label, without a byte order mark. What is not a character becomes
/// U+FFFD. In the browser it is `TextDecoder`.
pub type Decode = fn(&str, &[u8]) -> String;

/// Returns the text of a file, and what it was decoded from: what a person has chosen, or what it looks
/// like. `None` where it does not look like text.
pub fn decode<'a>(
    bytes: &'a [u8],
    chosen: Option<&'static Encoding>,
    decode: Decode,
) -> Option<(Cow<'a, str>, &'static Encoding)> {
    let utf_8 = std::str::from_utf8(bytes).ok();
    let encoding = match chosen {
        Some(encoding) => encoding,
        None => detect(bytes, utf_8.is_some(), decode)?,
    };
    let text = match utf_8 {
        Some(text) if encoding.label == "utf-8" => {
            Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text))
        }
        _ => Cow::Owned(decode(encoding.label, bytes)),
    };
    Some((text, encoding))
}

fn named(label: &str) -> Option<&'static Encoding> {
    ENCODINGS.iter().find(|encoding| encoding.label == label)
}

fn detect(bytes: &[u8], is_utf_8: bool, decode: Decode) -> Option<&'static Encoding> {
    if bytes.starts_with(&[0xff, 0xfe]) {
        return named("utf-16le");
    }
    if bytes.starts_with(&[0xfe, 0xff]) {
        return named("utf-16be");
    }
    if memchr::memchr(0, bytes).is_some() {
        return utf_16(bytes);
    }
    if is_utf_8 {
        return named("utf-8");
    }
    let sample = sample(bytes);
    let score = |encoding: &Encoding| score(&decode(encoding.label, &sample), encoding.letters);
    let guessed = ENCODINGS.iter().rev().filter(|encoding| !encoding.letters.is_empty());
    guessed.max_by_key(|encoding| score(encoding))
}

/// Text has spaces, signs and ends of lines, of which in UTF-16 one byte is zero, always on the same side.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(4_096)).unwrap_or_default();
    let zeros = |side: usize| start.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    match (zeros(0), zeros(1)) {
        (0, 1..) => named("utf-16le"),
        (1.., 0) => named("utf-16be"),
        _ => None,
    }
}

/// How much is looked at to tell an encoding, in bytes.
const SAMPLE: usize = 8_192;

/// The first lines that have something to tell by.
fn sample(bytes: &[u8]) -> Vec<u8> {
    let mut sample = Vec::new();
    let lines = bytes.split_inclusive(|byte| *byte == b'\n');
    for line in lines.filter(|line| !line.is_ascii()) {
        let rest = SAMPLE - sample.len();
        sample.extend_from_slice(line.get(..rest).unwrap_or(line));
        if sample.len() >= SAMPLE {
            break;
        }
    }
    sample
}

/// How much a text reads like words of languages with these letters.
fn score(text: &str, letters: &str) -> i64 {
    let (frequent, rare) = letters.split_once(' ').unwrap_or((letters, ""));
    let is_word = |c: char| c.is_alphabetic() || letters.contains(c);
    // Of an alphabet of its own, no letter stands in a word together with ASCII.
    let is_apart = !letters.starts_with(|c: char| c < '\u{250}');
    let mut score = 0;
    let mut before = ' ';
    for c in text.chars() {
        let lower = c.to_lowercase().next().unwrap_or(c);
        score += match () {
            () if c.is_ascii() => 0,
            () if before.is_lowercase() && c.is_uppercase() => -3,
            () if is_apart && before.is_ascii_alphabetic() && is_word(c) => -3,
            () if frequent.contains(lower) => 3,
            () if rare.contains(lower) => 1,
            () if c == char::REPLACEMENT_CHARACTER || c.is_control() => -10,
            () if c.is_alphabetic() => -1,
            // A sign within a word.
            () if is_word(before) && c != '’' => -3,
            () => 0,
        };
        // A sign at the beginning of a word.
        let is_sign = !before.is_ascii() && !is_word(before) && !before.is_whitespace();
        if is_sign && !"’„“”«»–—".contains(before) && is_word(c) {
            score -= 3;
        }
        before = c;
    }
    score
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoder(label: &str, bytes: &[u8]) -> String {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap();
        encoding.decode(bytes).0.into_owned()
    }

    #[track_caller]
    fn check(label: &str, text: &str) {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap();
        let bytes = match label {
            "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            _ => {
                let (bytes, _, is_lossy) = encoding.encode(text);
                assert!(!is_lossy, "{label} has not all of: {text}");
                bytes.into_owned()
            }
        };
        let (decoded, found) = decode(&bytes, None, decoder).unwrap();
        assert_eq!((found.label, &*decoded), (label, text));
    }

    #[test]
    fn names_tell_the_encoding() {
        check("utf-8", "name\nZażółć gęślą jaźń\n");
        check(
            "windows-1250",
            "imię;miasto\nŻaneta Świątek;Łódź\nGrzegorz Brzęczyszczykiewicz;Kraków\n",
        );
        check("iso-8859-2", "imię;miasto\nŻaneta Świątek;Łódź\nAnna Żółć;Ćmielów\n");
        check("windows-1250", "jméno;město\nJiří Dvořák;Plzeň\nŠárka Šťastná;České Budějovice\n");
        check("windows-1250", "név;város\nFehér Győző;Székesfehérvár\nKőrösi Csűrös;Pécs\n");
        check("windows-1252", "Name;Ort\nJürgen Weiß;Köln\nMüller;Düsseldorf\n");
        check("windows-1252", "nom;ville\nFrançois Lefèvre;Orléans\nZoé Château;Besançon\n");
        check("windows-1252", "nombre\nÁngel Muñoz\nIñigo Núñez\n");
        check("windows-1254", "ad;şehir\nÜnsal Ğüler;İstanbul\nIşıl Çağrı;Muğla\n");
        check("windows-1257", "vardas\nŽydrūnas Ąžuolas\nRūta Meilutytė\nJānis Bērziņš\n");
        check("windows-1251", "имя;город\nИван Петров;Москва\nОльга Соколова;Нижний Новгород\n");
        check("koi8-u", "имя;город\nИван Петров;Москва\nОльга Соколова;Нижний Новгород\n");
        check("iso-8859-5", "имя;город\nИван Петров;Москва\nОльга Соколова;Нижний Новгород\n");
        check("windows-1253", "όνομα;πόλη\nΓιώργος Παπαδόπουλος;Θεσσαλονίκη\nΜαρία Αθήνα;Πάτρα\n");
        check("windows-1255", "שם;עיר\nדוד כהן;תל אביב\nשרה לוי;ירושלים\n");
        check("windows-1256", "نام;شهر\nمريم رضائي;تهران\nعلي كريمي;اصفهان\n");
        check("windows-874", "ชื่อ,เมือง\nสมชาย ใจดี,กรุงเทพ\nมาลี ศรีสุข,เชียงใหม่\n");
    }

    #[test]
    fn utf_16_with_and_without_a_mark() {
        for label in ["utf-16le", "utf-16be"] {
            check(label, "a\tb\nمریم\t1\n");
        }
        let marked =
            [0xff, 0xfe].into_iter().chain("a\tb".encode_utf16().flat_map(u16::to_le_bytes));
        let marked: Vec<u8> = marked.collect();
        let (text, encoding) = decode(&marked, None, decoder).unwrap();
        assert_eq!((&*text, encoding.label), ("a\tb", "utf-16le"));
    }

    #[test]
    fn what_is_no_text_and_what_a_person_says_it_is() {
        assert_eq!(decode(&[0, 1, 2, 0, 0, 5], None, decoder), None);
        let (text, _) = decode(&[0xb3], named("windows-1250"), decoder).unwrap();
        assert_eq!(text, "ł");
        let (text, _) = decode(&[0xef, 0xbb, 0xbf, b'a'], None, decoder).unwrap();
        assert_eq!(text, "a");
        let (text, _) = decode(&[b'a', 0xff], named("utf-8"), decoder).unwrap();
        assert_eq!(text, "a\u{fffd}");
    }
}
