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

    /// How near a folded name is when slips are forgiven. Counts the words compared letter by letter.
    pub fn rate_with_slips(&self, name: &str, compared: &mut usize) -> Option<Rate> {
        let reading = self.readings.first()?;
        let mut slips = 0;
        for word in &reading.words {
            if word.finder.find(name.as_bytes()).is_none() {
                let others = words_of(name).filter(|other| word.may_be(other));
                let slipped = others.filter_map(|other| {
                    *compared += 1;
                    word.slips(other)
                });
                slips += slipped.min()?;
            }
        }
        let forgiven = Forgiven::Slips(slips);
        let rate = Rate { forgiven, nearness: Nearness::WordsBegin, length: name.len() };
        (slips > 0).then_some(rate)
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
            before.is_none_or(|c| !c.is_alphanumeric())
        })
    }

    /// Whether another word, or its beginning, could be this one with slips: a look at which letters they
    /// have, which is much quicker than comparing them. Each slip makes at most one letter of either
    /// that the other does not have.
    fn may_be(&self, other: &str) -> bool {
        let (length, most) = (self.letters.len(), usize::from(self.slips));
        let (mut mask, mut foreign, mut count) = (0, 0, 0);
        for (nth, c) in other.chars().take(length + most).enumerate() {
            mask |= bit(c);
            count += 1;
            foreign += usize::from(nth + most < length && self.mask & bit(c) == 0);
        }
        let missing = (self.mask & !mask).count_ones() as usize;
        most > 0 && missing <= most && foreign <= most && count + most >= length
    }

    /// How many slips lead from a word, or its beginning, to this one; nothing if more than are forgiven.
    fn slips(&self, other: &str) -> Option<u8> {
        let most = usize::from(self.slips);
        let other: Vec<char> = other.chars().take(self.letters.len() + most).collect();
        let slips = slips(&self.letters, &other);
        u8::try_from(slips).ok().filter(|slips| *slips <= self.slips)
    }
}

/// The words of a folded name.
fn words_of(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// A letter's place in a set. Two letters may share one, which only makes more words worth a look.
fn bit(c: char) -> u32 {
    1 << (u32::from(c) % 32)
}

/// The distance of what is typed from the nearest beginning of a word, in letters that are wrong, missing,
/// too many or have changed places with their neighbour ("optimal string alignment").
fn slips(typed: &[char], word: &[char]) -> usize {
    // Rows are for the letters typed, columns for those of the word; the last three rows are kept.
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=word.len()).collect();
    for (row, c) in typed.iter().enumerate() {
        let mut here = Vec::with_capacity(above.len());
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
        before = std::mem::replace(&mut above, here);
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
        Self { on, text: String::new(), ends: Vec::new(), stale: BTreeSet::new() }
    }

    /// Takes note of what a change touched.
    pub fn follow(&mut self, touched: &Touched) {
        let own = touched.records.iter().filter(|(on, _)| *on == self.on);
        self.stale.extend(own.map(|(_, slot)| *slot));
    }

    /// Folds up to `most` names that are not folded yet. Returns whether any is left.
    pub fn renew_some(&mut self, book: &Book, most: usize) -> bool {
        let name_into = |slot: Slot, to: &mut String| {
            let name = book.table(self.on).at(slot).and_then(derived::name_of).unwrap_or_default();
            fold_into(&name.replace('\n', " "), to);
            to.truncate(to.trim_end_matches(' ').len());
        };
        if self.stale.iter().any(|slot| (*slot as usize) < self.ends.len()) {
            let mut text = String::with_capacity(self.text.len());
            let mut ends = Vec::with_capacity(self.ends.len());
            for (slot, name) in (0..).zip(self.names()) {
                if self.stale.contains(&slot) {
                    name_into(slot, &mut text);
                } else {
                    text.push_str(name);
                }
                ends.push(text.len());
                text.push('\n');
            }
            (self.text, self.ends) = (text, ends);
        }
        self.stale.clear();
        let folded = self.ends.len();
        let all = book.table(self.on).slots() as usize;
        for slot in (0..).skip(folded).take(most.min(all - folded.min(all))) {
            name_into(slot, &mut self.text);
            self.ends.push(self.text.len());
            self.text.push('\n');
        }
        self.ends.len() < all
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
                if let Some(rate) = asked.rate(name) {
                    best.offer(rate, name, slot);
                }
            });
        }
        let mut compared = 0;
        if best.slots.len() < most.min(ENOUGH) {
            for (slot, name) in (0..).zip(self.names()) {
                if let Some(rate) = asked.rate_with_slips(name, &mut compared) {
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

    fn names(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().map(|end| end + 1));
        starts.zip(&self.ends).map(|(start, end)| self.text.get(start..*end).unwrap_or_default())
    }
}

/// The nearest so far, in order; of those that are as near, by name.
struct Best<'a> {
    slots: Vec<(Rate, &'a str, Slot)>,
    most: usize,
}

impl<'a> Best<'a> {
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
