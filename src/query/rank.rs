//! What is nearest to a few typed letters: for the palette, over names of records and commands alike.
//!
//! A name is found by what it holds, whatever the case and accents. Where that finds little, slips of
//! typing are forgiven, and so is a keyboard layout that was not meant. Names lie folded in memory, one
//! after the other, and are scanned for each question; see `search` for why there is no index.

use std::{cmp::Ordering, collections::BTreeSet};

use memchr::memmem::Finder;

use super::layouts::other_readings;
use crate::domain::{
    book::{Book, Touched},
    field::derived,
    fold::{fold, fold_into},
    id::RecordType,
    table::Slot,
};

/// With so many hits nothing needs to be forgiven.
pub const ENOUGH: usize = 5;

/// How many bytes of a name are looked at, to the end of the letter: what has no name goes by a line of its
/// text, which may be long.
const LONGEST: usize = 120;

/// How near a name is to what is typed; the least is the nearest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate {
    pub forgiven: Forgiven,
    nearness: Nearness,
    /// Of two names that are as near, the shorter one has less beside what is typed.
    length: usize,
}

/// What had to be forgiven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Forgiven {
    Nothing,
    Layout,
    /// So many letters are wrong, missing, too many or have changed places.
    Slips(u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    Same,
    Begins,
    WordsBegin,
    Holds,
}

/// What is typed, made ready to be looked for in many names.
#[derive(Debug)]
pub struct Asked {
    /// As it is typed, and then as it would be on other layouts.
    readings: Vec<Reading>,
}

#[derive(Debug)]
struct Reading {
    text: String,
    /// The longest one first: it is the rarest.
    words: Vec<Word>,
}

#[derive(Debug)]
struct Word {
    finder: Finder<'static>,
    letters: Vec<char>,
    mask: u32,
    /// How many slips are forgiven.
    slips: u8,
}

impl Asked {
    pub fn new(typed: &str) -> Self {
        let others = other_readings(typed);
        let readings = [typed.to_owned()].into_iter().chain(others);
        let readings = readings.map(|text| Reading::new(&text)).filter(|it| !it.words.is_empty());
        Self { readings: readings.collect() }
    }

    /// Whether nothing is typed that could be looked for.
    pub fn is_empty(&self) -> bool {
        self.readings.is_empty()
    }

    /// How near a folded name is that holds all that is typed, on one layout or another.
    pub fn rate(&self, name: &str) -> Option<Rate> {
        self.readings.iter().enumerate().find_map(|(nth, reading)| {
            let forgiven = if nth == 0 { Forgiven::Nothing } else { Forgiven::Layout };
            Some(Rate { forgiven, nearness: reading.nearness(name)?, length: name.len() })
        })
    }

    /// How near a folded name is when slips are forgiven.
    pub fn rate_with_slips(&self, name: &str) -> Option<Rate> {
        let mut words = Vec::new();
        words_into(name, &mut words);
        self.rate_words(name, &words, &mut 0)
    }

    /// The same, of a name whose words are known. Counts those that are compared letter by letter.
    fn rate_words(&self, name: &str, words: &[WordIn], compared: &mut usize) -> Option<Rate> {
        let all = words.iter().fold(0, |all, word| all | word.mask);
        let mut slips = 0;
        for asked in &self.readings.first()?.words {
            // Nearly all names end here, before any of their letters is looked at.
            if asked.lacks(all) > u32::from(asked.slips) {
                return None;
            }
            if asked.lacks(all) == 0 && asked.finder.find(name.as_bytes()).is_some() {
                continue;
            }
            let near = words.iter().filter(|word| asked.lacks(word.mask) <= u32::from(asked.slips));
            let near = near.filter_map(|word| name.get(word.start as usize..));
            let slipped = near.filter(|word| asked.may_be(word)).filter_map(|word| {
                *compared += 1;
                asked.slips(word)
            });
            slips += slipped.min()?;
        }
        let forgiven = Forgiven::Slips(slips);
        let rate = Rate { forgiven, nearness: Nearness::WordsBegin, length: name.len() };
        (slips > 0).then_some(rate)
    }

    /// Whether a name begins with what is typed, as it is typed.
    fn begins(&self, name: &str) -> bool {
        self.readings.first().is_some_and(|reading| name.starts_with(&reading.text))
    }
}

impl Reading {
    fn new(text: &str) -> Self {
        let text = fold(text);
        let mut words: Vec<_> =
            text.split(' ').filter(|word| !word.is_empty()).map(Word::new).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.letters.len()));
        Self { text: text.trim().to_owned(), words }
    }

    fn nearness(&self, name: &str) -> Option<Nearness> {
        if !self.words.iter().all(|word| word.finder.find(name.as_bytes()).is_some()) {
            return None;
        }
        Some(if name == self.text {
            Nearness::Same
        } else if name.starts_with(&self.text) {
            Nearness::Begins
        } else if self.words.iter().all(|word| word.begins_one_of(name)) {
            Nearness::WordsBegin
        } else {
            Nearness::Holds
        })
    }
}

impl Word {
    fn new(word: &str) -> Self {
        let letters: Vec<char> = word.chars().collect();
        let slips = match letters.len() {
            0..4 => 0,
            4..8 => 1,
            _ => 2,
        };
        Self {
            finder: Finder::new(word.as_bytes()).into_owned(),
            mask: letters.iter().fold(0, |mask, c| mask | bit(*c)),
            letters,
            slips,
        }
    }

    fn begins_one_of(&self, name: &str) -> bool {
        self.finder.find_iter(name.as_bytes()).any(|at| {
            let before = name.get(..at).and_then(|before| before.chars().next_back());
            before.is_none_or(|c| !is_letter(c))
        })
    }

    /// How many of its letters a set lacks. A slip takes away at most one of them.
    fn lacks(&self, mask: u32) -> u32 {
        (self.mask & !mask).count_ones()
    }

    /// Whether the word at the beginning of a text could be this one with slips, going by which letters it
    /// begins with: a slip brings at most one that is foreign. Much quicker than comparing them.
    fn may_be(&self, text: &str) -> bool {
        let least = self.letters.len().saturating_sub(usize::from(self.slips));
        let (mut foreign, mut count) = (0, 0);
        for c in letters(text).take(least) {
            foreign += u8::from(self.mask & bit(c) == 0);
            count += 1;
        }
        self.slips > 0 && foreign <= self.slips && count == least
    }

    /// How many slips lead from the beginning of a text to this word; nothing if more than are forgiven.
    fn slips(&self, text: &str) -> Option<u8> {
        let other: Vec<char> =
            letters(text).take(self.letters.len() + usize::from(self.slips)).collect();
        let slips = slips(&self.letters, &other);
        u8::try_from(slips).ok().filter(|slips| *slips <= self.slips)
    }
}

/// A word of a name.
#[derive(Clone, Copy, Debug)]
struct WordIn {
    /// Where in the name it begins.
    start: u32,
    /// Its letters, as a set.
    mask: u32,
}

/// Appends the words of a folded name.
fn words_into(name: &str, words: &mut Vec<WordIn>) {
    let mut word = None::<WordIn>;
    for (start, c) in name.char_indices() {
        if is_letter(c) {
            let start = u32::try_from(start).unwrap_or(u32::MAX);
            word.get_or_insert(WordIn { start, mask: 0 }).mask |= bit(c);
        } else {
            words.extend(word.take());
        }
    }
    words.extend(word);
}

/// Of letters and digits words are made. ASCII is told apart without a look at tables.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii() && c.is_alphanumeric()
}

/// The letters of the word at the beginning of a text.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().take_while(|c| is_letter(*c))
}

/// A letter's place in a set. Two letters may share one, which only makes more words worth a look.
fn bit(c: char) -> u32 {
    1 << (u32::from(c) % 32)
}

/// The distance of what is typed from the nearest beginning of a word, in letters that are wrong, missing,
/// too many or have changed places with their neighbour ("optimal string alignment").
fn slips(typed: &[char], word: &[char]) -> usize {
    // Rows are for the letters typed, columns for those of the word; the last three rows are kept.
    let mut before: Vec<usize> = Vec::with_capacity(word.len() + 1);
    let mut above: Vec<usize> = (0..=word.len()).collect();
    let mut here: Vec<usize> = Vec::with_capacity(word.len() + 1);
    for (row, c) in typed.iter().enumerate() {
        here.clear();
        here.push(row + 1);
        for (column, other) in word.iter().enumerate() {
            let at =
                |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
            let mut least = (at(&above, column) + usize::from(c != other))
                .min(at(&above, column + 1) + 1)
                .min(at(&here, column) + 1);
            let is_swapped = row > 0
                && column > 0
                && typed.get(row - 1) == Some(other)
                && word.get(column - 1) == Some(c);
            if is_swapped {
                least = least.min(at(&before, column - 1) + 1);
            }
            here.push(least);
        }
        std::mem::swap(&mut before, &mut above);
        std::mem::swap(&mut above, &mut here);
    }
    above.into_iter().min().unwrap_or_default()
}

/// The folded names of all records of a type, slot by slot.
#[derive(Debug)]
pub struct Names {
    on: RecordType,
    text: String,
    // Where the name of each slot ends, without the line break after it. Those to come are not folded yet.
    ends: Vec<usize>,
    words: Vec<WordIn>,
    // Where the words of each slot end.
    word_ends: Vec<usize>,
    /// Slots whose name is to be folded again.
    stale: BTreeSet<Slot>,
}

/// The nearest names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nearest {
    pub slots: Vec<(Rate, Slot)>,
    /// How many words were compared letter by letter, which is what takes time.
    pub compared: usize,
}

impl Names {
    pub fn new(on: RecordType) -> Self {
        Self {
            on,
            text: String::new(),
            ends: Vec::new(),
            words: Vec::new(),
            word_ends: Vec::new(),
            stale: BTreeSet::new(),
        }
    }

    /// Takes note of what a change touched.
    pub fn follow(&mut self, touched: &Touched) {
        let own = touched.records.iter().filter(|(on, _)| *on == self.on);
        self.stale.extend(own.map(|(_, slot)| *slot));
    }

    /// Folds up to `most` names that are not folded yet. Returns whether any is left.
    pub fn renew_some(&mut self, book: &Book, most: usize) -> bool {
        let stale = std::mem::take(&mut self.stale);
        if stale.iter().any(|slot| (*slot as usize) < self.ends.len()) {
            let mut renewed = Self::new(self.on);
            for (slot, name, words) in self.each() {
                if stale.contains(&slot) {
                    renewed.fold(book, slot);
                } else {
                    renewed.text.push_str(name);
                    renewed.words.extend(words);
                    renewed.end();
                }
            }
            *self = renewed;
        }
        let folded = self.ends.len();
        let all = book.table(self.on).slots() as usize;
        for slot in (0..).skip(folded).take(most.min(all.saturating_sub(folded))) {
            self.fold(book, slot);
        }
        self.ends.len() < all
    }

    /// Appends the name of the next slot.
    fn fold(&mut self, book: &Book, slot: Slot) {
        let name = book.table(self.on).at(slot).and_then(derived::name_of).unwrap_or_default();
        let name = name.get(..name.ceil_char_boundary(LONGEST)).unwrap_or_default();
        let start = self.text.len();
        if name.contains('\n') {
            fold_into(&name.replace('\n', " "), &mut self.text);
        } else {
            fold_into(name, &mut self.text);
        }
        self.text.truncate(start + self.text.get(start..).unwrap_or_default().trim_end().len());
        words_into(self.text.get(start..).unwrap_or_default(), &mut self.words);
        self.end();
    }

    fn end(&mut self) {
        self.ends.push(self.text.len());
        self.text.push('\n');
        self.word_ends.push(self.words.len());
    }

    /// The names nearest to what is asked, at most `most`, nearest first.
    pub fn nearest(&mut self, book: &Book, asked: &Asked, most: usize) -> Nearest {
        self.renew_some(book, usize::MAX);
        let mut best = Best { slots: Vec::with_capacity(most + 1), most };
        for (nth, reading) in asked.readings.iter().enumerate() {
            if nth > 0 && best.slots.len() >= most.min(ENOUGH) {
                break;
            }
            let Some(rarest) = reading.words.first() else { continue };
            self.holding(&rarest.finder, |slot, name| {
                // Among plenty that begin with it, nothing else has a place.
                if best.is_full_of_beginnings() && !asked.begins(name) {
                    return;
                }
                if let Some(rate) = asked.rate(name) {
                    best.offer(rate, name, slot);
                }
            });
        }
        let mut compared = 0;
        if best.slots.len() < most.min(ENOUGH) {
            for (slot, name, words) in self.each() {
                if let Some(rate) = asked.rate_words(name, words, &mut compared) {
                    best.offer(rate, name, slot);
                }
            }
        }
        let slots = best.slots.into_iter().map(|(rate, _, slot)| (rate, slot)).collect();
        Nearest { slots, compared }
    }

    /// The names that hold a word, each once.
    fn holding<'a>(&'a self, word: &Finder, mut each: impl FnMut(Slot, &'a str)) {
        let (mut from, mut start) = (0, 0);
        let mut slots = (0..).zip(&self.ends);
        while let Some(at) = word.find(self.text.as_bytes().get(from..).unwrap_or_default()) {
            let at = from + at;
            // Names before it are passed by one after the other: in all, each once.
            let holding = slots.by_ref().find(|(_, end)| {
                let is_before = **end <= at;
                if is_before {
                    start = **end + 1;
                }
                !is_before
            });
            let Some((slot, end)) = holding else { break };
            each(slot, self.text.get(start..*end).unwrap_or_default());
            (from, start) = (*end + 1, *end + 1);
        }
    }

    /// Each slot with its name and the words of it.
    fn each(&self) -> impl Iterator<Item = (Slot, &str, &[WordIn])> {
        let (mut start, mut first) = (0, 0);
        (0..).zip(self.ends.iter().zip(&self.word_ends)).map(move |(slot, (end, last))| {
            let name = self.text.get(start..*end).unwrap_or_default();
            let words = self.words.get(first..*last).unwrap_or_default();
            (start, first) = (end + 1, *last);
            (slot, name, words)
        })
    }
}

/// The nearest so far, in order; of those that are as near, by name.
struct Best<'a> {
    slots: Vec<(Rate, &'a str, Slot)>,
    most: usize,
}

impl<'a> Best<'a> {
    fn is_full_of_beginnings(&self) -> bool {
        self.slots.len() >= self.most
            && self.slots.last().is_some_and(|(rate, ..)| {
                rate.forgiven == Forgiven::Nothing && rate.nearness <= Nearness::Begins
            })
    }

    fn offer(&mut self, rate: Rate, name: &'a str, slot: Slot) {
        let order = |(a, b, c): &(Rate, &str, Slot)| -> Ordering {
            a.cmp(&rate).then_with(|| (*b).cmp(name)).then_with(|| c.cmp(&slot))
        };
        let is_full = self.slots.len() >= self.most;
        if is_full && self.slots.last().is_none_or(|last| order(last).is_lt()) {
            return;
        }
        if self.slots.iter().any(|(.., other)| *other == slot) {
            return;
        }
        let at = self.slots.partition_point(|other| order(other).is_lt());
        self.slots.insert(at, (rate, name, slot));
        self.slots.truncate(self.most);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        edit::records::{self, Input},
        field::keys,
        stamp::Stamp,
        value::{Value, time::Time},
    };

    const ON: RecordType = RecordType::Organization;

    fn book(names: &[&str]) -> Book {
        let mut book = Book::default();
        for (nth, name) in (0..).zip(names) {
            let input = Input::from([(keys::NAME, Some(Value::text(*name)))]);
            let mut stamp = Stamp::new(Time::from_millis(nth), [1; 10]);
            let (_, change) = records::create(&book, ON, &input, &mut stamp).unwrap();
            book.apply(change).unwrap();
        }
        book
    }

    fn found(names: &mut Names, book: &Book, typed: &str) -> Vec<String> {
        let nearest = names.nearest(book, &Asked::new(typed), 6);
        let name = |(_, slot): (Rate, Slot)| book.table(ON).at(slot).unwrap().text(keys::NAME);
        nearest.slots.into_iter().map(|it| name(it).unwrap().to_owned()).collect()
    }

    #[track_caller]
    fn check(names: &[&str], typed: &str, expected: &[&str]) {
        assert_eq!(found(&mut Names::new(ON), &book(names), typed), expected);
    }

    #[test]
    fn nearest_first() {
        check(
            &["Contacta", "Big Acta", "Actaeon", "ÁCTA", "Zeta"],
            "acta",
            &["ÁCTA", "Actaeon", "Big Acta", "Contacta"],
        );
    }

    #[test]
    fn the_shorter_first_then_by_name() {
        check(
            &["Annabelle", "Anna B", "Anna A", "Ann"],
            "ann",
            &["Ann", "Anna A", "Anna B", "Annabelle"],
        );
    }

    #[test]
    fn words_in_any_order() {
        check(&["Ada Lovelace", "Ada Byron", "Lovelace"], "love ad", &["Ada Lovelace"]);
    }

    #[test]
    fn slips_of_typing() {
        let names = ["Smithson", "Smith", "Ng", "Bartholomew", "Nadia"];
        check(&names, "smiht", &["Smith", "Smithson"]);
        check(&names, "smth", &["Smith", "Smithson"]);
        check(&names, "smmith", &["Smith", "Smithson"]);
        check(&names, "snith", &["Smith", "Smithson"]);
        check(&names, "bratholomev", &["Bartholomew"]);
        check(&names, "nda", &[]);
        check(&names, "snihth", &[]);
    }

    #[test]
    fn slips_come_after_what_is_there_and_not_where_enough_is() {
        check(&["Martha", "Marta"], "martha", &["Martha", "Marta"]);
        check(
            &["Marla", "Maria A", "Maria B", "Maria C", "Maria D", "Maria E"],
            "maria",
            &["Maria A", "Maria B", "Maria C", "Maria D", "Maria E"],
        );
    }

    #[test]
    fn another_layout() {
        check(&["Ada", "علی", "Иван"], "شیش", &["Ada"]);
        check(&["Ada", "علی", "Иван"], "ugd", &["علی"]);
        check(&["Ada", "علی", "Иван"], "bdfy", &["Иван"]);
    }

    #[test]
    fn nothing_typed_finds_nothing() {
        check(&["Ada"], "", &[]);
        check(&["Ada"], "  ", &[]);
        assert!(Asked::new(" ").is_empty());
    }

    #[test]
    fn names_follow_the_book() {
        let mut book = book(&["Ada", "Bo", "Cy"]);
        let mut names = Names::new(ON);
        assert_eq!(found(&mut names, &book, "bo"), ["Bo"]);
        let id = book.table(ON).at(1).unwrap().id;
        let rename = Input::from([(keys::NAME, Some(Value::text("Bobby")))]);
        let mut stamp = Stamp::new(Time::from_millis(9), [2; 10]);
        let change = records::edit(&book, ON, id, &Input::new(), &rename, &stamp).unwrap();
        names.follow(&book.apply(change).unwrap());
        assert_eq!(found(&mut names, &book, "bo"), ["Bobby"]);
        let (_, change) = records::create(&book, ON, &rename, &mut stamp).unwrap();
        names.follow(&book.apply(change).unwrap());
        assert_eq!(found(&mut names, &book, "bo"), ["Bobby", "Bobby"]);
        let change = records::delete(&book, ON, &[id], &stamp).unwrap();
        names.follow(&book.apply(change).unwrap());
        assert_eq!(found(&mut names, &book, "bo"), ["Bobby"]);
        assert_eq!(found(&mut names, &book, "cy"), ["Cy"]);
    }

    #[test]
    fn distances() {
        let slips = |typed: &str, word: &str| {
            let letters = |text: &str| text.chars().collect::<Vec<_>>();
            slips(&letters(typed), &letters(word))
        };
        assert_eq!(slips("abcd", "abcd"), 0);
        assert_eq!(slips("abcd", "abcdefg"), 0);
        assert_eq!(slips("abdc", "abcd"), 1);
        assert_eq!(slips("abd", "abcd"), 1);
        assert_eq!(slips("axcd", "abcd"), 1);
        assert_eq!(slips("abxcd", "abcd"), 1);
        assert_eq!(slips("badc", "abcd"), 2);
        assert_eq!(slips("abcd", ""), 4);
    }
}
