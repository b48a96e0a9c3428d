//! Whole names, taken apart.
//!
//! # Limitations
//! - The order is taken to be given name first, unless a comma says otherwise. A name that is written
//!   family first is cut in the wrong place; joined again it still reads as it was typed.
//! - Two family names without a hyphen are taken as a middle and a family name.

/// The parts of a name. A part that is not there is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub prefix: String,
    pub given: String,
    pub middle: String,
    pub family: String,
    pub suffix: String,
}

const PREFIXES: [&str; 18] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "sir",
    "rev",
    "herr",
    "frau",
    "pan",
    "pani",
    "mgr",
    "inż",
    "mme",
    "คุณ",
    "دکتر",
];
const SUFFIXES: [&str; 9] = ["jr", "sr", "ii", "iii", "iv", "phd", "ph.d", "md", "esq"];
/// Words that belong to the family name behind them.
const PARTICLES: [&str; 16] = [
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "bin",
    "al", "ten",
];

/// Takes a name apart: `Dr. Ada King Lovelace`, `Lovelace, Ada`, `Ludwig van Beethoven Jr.`
///
/// What does not look like a name, such as a formula, stays in one piece.
pub(super) fn split(name: &str) -> Parts {
    let mut parts = Parts::default();
    let is_odd = |c: char| c.is_ascii_digit() || "=<>@/\"\\|{}[]&".contains(c);
    if name.chars().any(is_odd) {
        parts.given = joined(name.split_whitespace());
        return parts;
    }
    let (name, behind) = name.split_once(',').unwrap_or((name, ""));
    let mut words: Vec<&str> = name.split_whitespace().collect();
    let mut rest: Vec<&str> =
        behind.split([',', ' ']).map(str::trim).filter(|word| !word.is_empty()).collect();
    while let Some(word) = rest.pop_if(|word| is_one_of(word, &SUFFIXES)) {
        parts.suffix = joined([word, &parts.suffix]);
    }
    while words.len() > 1
        && let Some(word) = words.pop_if(|word| is_one_of(word, &SUFFIXES))
    {
        parts.suffix = joined([word, &parts.suffix]);
    }
    let mut prefixes = Vec::new();
    // With a comma the title may stand on either side.
    for side in [&mut words, &mut rest] {
        while side.len() > 1 && side.first().is_some_and(|word| is_one_of(word, &PREFIXES)) {
            prefixes.push(side.remove(0));
        }
    }
    parts.prefix = joined(prefixes);
    if !rest.is_empty() {
        parts.family = joined(words);
        parts.given = joined(rest.drain(..1));
        parts.middle = joined(rest);
        return parts;
    }
    if words.len() > 1 {
        let mut start = words.len() - 1;
        let is_particle = |at: usize| {
            words.get(at).is_some_and(|word| PARTICLES.contains(&&*word.to_lowercase()))
        };
        while start > 1 && is_particle(start - 1) {
            start -= 1;
        }
        parts.family = joined(words.split_off(start));
    }
    parts.given = joined(words.first().copied());
    parts.middle = joined(words.into_iter().skip(1));
    parts
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    let lower = word.to_lowercase();
    list.contains(&&*lower) || list.contains(&lower.trim_end_matches('.'))
}

/// The words with one space between.
fn joined<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words = words.into_iter().filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: [&str; 5]) {
        let Parts { prefix, given, middle, family, suffix } = split(name);
        assert_eq!([&*prefix, &given, &middle, &family, &suffix], expected, "{name}");
    }

    #[test]
    fn given_name_first() {
        check("  JOHN   SMITH ", ["", "JOHN", "", "SMITH", ""]);
        check("Bob", ["", "Bob", "", "", ""]);
        check("Dr. Ada King Lovelace", ["Dr.", "Ada", "King", "Lovelace", ""]);
        check("Ludwig van der Berg Jr.", ["", "Ludwig", "", "van der Berg", "Jr."]);
        check("Prof. Dr. Jürgen Weiß", ["Prof. Dr.", "Jürgen", "", "Weiß", ""]);
        check("สมชาย ใจดี", ["", "สมชาย", "", "ใจดี", ""]);
        check("Van Morris", ["", "Van", "", "Morris", ""]);
        check("", ["", "", "", "", ""]);
    }

    #[test]
    fn family_name_and_a_comma() {
        check("Smith, John", ["", "John", "", "Smith", ""]);
        check("Smith, Dr. John Paul", ["Dr.", "John", "Paul", "Smith", ""]);
        check("de la Cruz, Ana", ["", "Ana", "", "de la Cruz", ""]);
        check("John Smith, PhD", ["", "John", "", "Smith", "PhD"]);
    }

    #[test]
    fn what_is_no_name_stays_whole() {
        check("=HYPERLINK(\"a\",\"b\")", ["", "=HYPERLINK(\"a\",\"b\")", "", "", ""]);
        check("Anna & Paul", ["", "Anna & Paul", "", "", ""]);
    }
}
