//! The search box: every word must stand somewhere in the record, whatever its case and accents.
//!
//! The folded text of all records lies page by page in memory and is scanned for each question.
//! Measured for 100,000 people (15 MB of folded text), a scan takes about a millisecond with SIMD;
//! an inverted index would cost more at every change than it would save. A change makes the text of
//! its records stale; it is folded again when it is next looked at, or at idle.

use std::collections::BTreeSet;

use memchr::memmem::Finder;

use crate::domain::{
    book::{Book, Touched},
    field::{CATALOGUE, Field, Kind, derived, keys},
    fold::{fold, fold_into},
    id::{Id, RecordType},
    record::Record,
    table::{Slot, Table},
    value::{Value, phone},
};

/// Stands after each record's text. No keyboard types it and no field takes it.
const RECORD: char = '\u{1e}';

/// The words of a search, folded.
#[derive(Clone, Debug)]
pub struct Words(Vec<Finder<'static>>);

impl Words {
    pub fn new(search: &str) -> Self {
        let mut words: Vec<_> =
            fold(search).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        // The longest word is the rarest, so it goes first.
        if let Some((at, _)) = words.iter().enumerate().max_by_key(|(_, word)| word.len()) {
            words.swap(0, at);
        }
        Self(words.iter().map(|word| Finder::new(word.as_bytes()).into_owned()).collect())
    }

    /// Words that must stand side by side, as they are written. The text is folded already.
    pub fn phrase(folded: &str) -> Self {
        Self(vec![Finder::new(folded.as_bytes()).into_owned()])
    }

    /// Whether all of the words stand in a record. For few records: nothing is kept.
    pub fn are_in(&self, book: &Book, record: &Record) -> bool {
        let mut text = String::new();
        fold_words(book, record, &mut text);
        self.0.iter().all(|word| word.find(text.as_bytes()).is_some())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn are(&self, other: &Self) -> bool {
        self.needles().eq(other.needles())
    }

    fn needles(&self) -> impl Iterator<Item = &[u8]> {
        self.0.iter().map(Finder::needle)
    }

    /// Whether whatever has these words has the others too, as when a letter is added.
    fn narrow(&self, Self(others): &Self) -> bool {
        // No words find nothing, and any word more.
        !others.is_empty()
            && others.iter().all(|other| self.needles().any(|word| other.find(word).is_some()))
    }
}

/// How many answers are kept. While one types, each search narrows one of them, or goes back to it.
const RECENT: usize = 8;

/// Folded text of the records of one type.
#[derive(Debug, Default)]
pub struct SearchIndex {
    pages: Vec<Page>,
    /// The last answers, as long as no text has changed.
    recent: Vec<Found>,
}

#[derive(Debug)]
struct Found {
    words: Words,
    hits: Vec<bool>,
    count: usize,
}

/// Nothing is folded yet where it is empty.
#[derive(Debug, Default)]
struct Page {
    text: String,
    // Where the text of each slot ends. It begins where the one before it ends.
    ends: Vec<u32>,
    /// Slots whose text is to be folded again.
    stale: BTreeSet<Slot>,
}

impl SearchIndex {
    /// Takes note of what a change touched.
    pub fn follow(&mut self, book: &Book, on: RecordType, touched: &Touched) {
        let slots = |kind| {
            let records = touched.records.iter().filter(move |(other, _)| *other == kind);
            records.map(|(_, slot)| *slot)
        };
        slots(on).for_each(|slot| self.touch(slot));
        // The names of tags are among the words of what has them. Nobody keeps who that is.
        let tags = book.table(RecordType::Tag);
        let ids: BTreeSet<Id> =
            slots(RecordType::Tag).filter_map(|slot| Some(tags.at(slot)?.id)).collect();
        if !ids.is_empty() {
            let has_any = |slot: &Slot| {
                let record = book.table(on).at(*slot);
                record.is_some_and(|it| it.links(keys::TAGS).iter().any(|tag| ids.contains(tag)))
            };
            let pages = (0..).zip(&self.pages);
            let folded = pages.flat_map(|(number, page)| page.folded(number));
            let tagged: Vec<Slot> = folded.filter(has_any).collect();
            for slot in tagged {
                self.touch(slot);
            }
        }
        // So is the name of whatever else a record points to.
        let fields = CATALOGUE.iter().chain(book.own().iter()).filter(|field| field.is_on(on));
        let relations = fields.filter_map(|field| match field.kind {
            Kind::Relation(to) | Kind::Relations(to) => Some((field.key(), to)),
            _ => None,
        });
        for (key, to) in relations {
            for slot in slots(to) {
                let Some(pointed_at) = book.table(to).at(slot) else { continue };
                book.pointing(on, key, pointed_at.id).for_each(|slot| self.touch(slot));
            }
        }
        // And the roles that somebody has.
        if slots(RecordType::Relation).next().is_some() {
            let related = touched.related.iter().filter(|(other, _)| *other == on);
            related.for_each(|(_, slot)| self.touch(*slot));
        }
        // A definition says what the values of all records are called.
        if slots(RecordType::Field).next().is_some() {
            *self = Self::default();
        }
    }

    /// The record in this slot is another one now, or its words are.
    pub fn touch(&mut self, slot: Slot) {
        self.recent.clear();
        if let Some(page) = self.pages.get_mut((slot / Table::PAGE) as usize) {
            page.stale.insert(slot);
        }
    }

    /// Folds what is stale on up to `most` pages. Returns whether any is left.
    pub fn renew_some(&mut self, book: &Book, on: RecordType, most: usize) -> bool {
        self.pages.resize_with(book.table(on).pages() as usize, Page::default);
        let stale = (0..).zip(&mut self.pages).filter(|(_, page)| page.is_stale());
        for (done, (number, page)) in stale.enumerate() {
            if done == most {
                return true;
            }
            page.renew(book, on, number);
            self.recent.clear();
        }
        false
    }

    /// Whether the record in a slot has all of the words. What is stale counts as it was.
    pub fn has(&self, slot: Slot, words: &Words) -> bool {
        let page = self.pages.get((slot / Table::PAGE) as usize);
        let text = page.and_then(|page| page.text_of((slot % Table::PAGE) as usize));
        text.is_some_and(|text| words.0.iter().all(|word| word.find(text.as_bytes()).is_some()))
    }

    /// Whether each slot's record has all of the words.
    pub fn find(&mut self, book: &Book, on: RecordType, words: &Words) -> Vec<bool> {
        self.renew_some(book, on, usize::MAX);
        if let Some(known) = self.recent.iter().find(|known| known.words.are(words)) {
            return known.hits.clone();
        }
        let wider = self.recent.iter().filter(|known| words.narrow(&known.words));
        let wider = wider.min_by_key(|known| known.count);
        let mut hits = vec![false; book.table(on).slots() as usize];
        let mut rest = wider.map(|wider| wider.hits.as_slice());
        for (page, hits) in self.pages.iter().zip(hits.chunks_mut(Table::PAGE as usize)) {
            let within = rest.and_then(|rest| rest.split_at_checked(hits.len()));
            rest = within.map(|(_, rest)| rest);
            page.find(words, within.map(|(within, _)| within), hits);
        }
        if self.recent.len() == RECENT {
            self.recent.remove(0);
        }
        let count = hits.iter().filter(|hit| **hit).count();
        self.recent.push(Found { words: words.clone(), hits: hits.clone(), count });
        hits
    }
}

impl Page {
    fn is_stale(&self) -> bool {
        self.ends.is_empty() || !self.stale.is_empty()
    }

    /// The slots of this page, the so many-th, whose text is as it should be.
    fn folded(&self, number: u32) -> impl Iterator<Item = Slot> {
        let first = number * Table::PAGE;
        let all = if self.ends.is_empty() { first..first } else { first..first + Table::PAGE };
        all.filter(|slot| !self.stale.contains(slot))
    }

    fn renew(&mut self, book: &Book, on: RecordType, number: u32) {
        let mut text = String::with_capacity(self.text.len());
        let mut ends = Vec::with_capacity(Table::PAGE as usize);
        let first = number * Table::PAGE;
        for (nth, slot) in (first..first + Table::PAGE).enumerate() {
            match self.text_of(nth) {
                Some(folded) if !self.stale.contains(&slot) => text.push_str(folded),
                _ => {
                    if let Some(record) = book.table(on).at(slot) {
                        fold_words(book, record, &mut text);
                    }
                    text.push(RECORD);
                }
            }
            ends.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        }
        text.shrink_to_fit();
        *self = Self { text, ends, stale: BTreeSet::new() };
    }

    /// The folded text of the nth record.
    fn text_of(&self, nth: usize) -> Option<&str> {
        let start = nth.checked_sub(1).map_or(Some(&0), |before| self.ends.get(before))?;
        self.text.get(*start as usize..*self.ends.get(nth)? as usize)
    }

    /// Looks through all of the text, or only where a wider search has found something.
    fn find(&self, words: &Words, within: Option<&[bool]>, hits: &mut [bool]) {
        // Above this, starting anew for each record takes longer than running through all of them.
        const FEW: usize = Table::PAGE as usize / 4;
        match within {
            Some(within) if within.iter().filter(|is_in| **is_in).count() <= FEW => {
                for (nth, (hit, _)) in
                    hits.iter_mut().zip(within).enumerate().filter(|(_, (_, is_in))| **is_in)
                {
                    let text = self.text_of(nth).unwrap_or_default().as_bytes();
                    *hit = words.0.iter().all(|word| word.find(text).is_some());
                }
            }
            _ => self.find_anywhere(words, hits),
        }
    }

    fn find_anywhere(&self, Words(words): &Words, hits: &mut [bool]) {
        let Some((first, others)) = words.split_first() else { return };
        let text = self.text.as_bytes();
        let mut from = 0;
        while let Some(at) = first.find(text.get(from..).unwrap_or_default()) {
            let at = from + at;
            let slot = self.ends.partition_point(|end| *end as usize <= at);
            let end = self.ends.get(slot).map_or(text.len(), |end| *end as usize);
            let record = self.text_of(slot).unwrap_or_default().as_bytes();
            if let Some(hit) = hits.get_mut(slot) {
                *hit = others.iter().all(|word| word.find(record).is_some());
            }
            from = end;
        }
    }
}

/// Appends, folded, all words by which a person might look for the record. Values are kept apart by a
/// line break, which no search has.
fn fold_words(book: &Book, record: &Record, to: &mut String) {
    let mut each = |text: &str| {
        if text.contains(RECORD) {
            fold_into(&text.replace(RECORD, ""), to);
        } else {
            fold_into(text, to);
        }
        to.push('\n');
    };
    for (key, value) in record.fields.iter() {
        if key == keys::PHOTO {
            continue;
        }
        match book.field(key) {
            Some(field) if field.own.is_some() || !field.choices.is_empty() => {
                called(book, field, value, &mut each);
            }
            _ => value.words(&mut each),
        }
        match (key, value) {
            (keys::PHONES, Value::Labelled(phones)) => {
                phones.iter().for_each(|phone| each(&phone::dialled(&phone.value)));
            }
            // Nobody looks for all deals of a stage, or all that are in a list, by its name.
            (keys::STAGE | keys::PICKED, _) => {}
            (key, Value::Link(_) | Value::Links(_)) if key.is_built_in() => {
                let ids = match value {
                    Value::Link(id) => std::slice::from_ref(&**id),
                    Value::Links(ids) => ids,
                    _ => &[],
                };
                let to = key.field().and_then(Field::points_to);
                let name = |id: &Id| derived::name_of(book.get(to?, *id)?);
                ids.iter().filter_map(name).for_each(|name| each(&name));
            }
            _ => {}
        }
    }
    for slot in book.pointing(RecordType::Relation, keys::PERSON, record.id) {
        let relation = book.table(RecordType::Relation).at(slot);
        if let Some(role) = relation.and_then(|relation| relation.text(keys::ROLE)) {
            each(role);
        }
    }
    // A name is looked for across its parts, too.
    if let (Some(given), Some(family)) = (record.text(keys::GIVEN), record.text(keys::FAMILY)) {
        each(&format!("{given} {family}"));
    }
}

/// The same of a value in a field of one's own, whose choices are looked for by their labels.
fn called(book: &Book, field: &Field, value: &Value, each: &mut dyn FnMut(&str)) {
    match (field.kind, value) {
        (Kind::Choice(_) | Kind::Choices(_), value) => value.words(&mut |word| {
            each(field.meant(word).map_or(word, |choice| &choice.label));
        }),
        (Kind::Relation(to), Value::Link(id)) => {
            let name = book.get(to, **id).and_then(derived::name_of);
            if let Some(name) = name {
                each(&name);
            }
        }
        (Kind::Phone, Value::Text(number)) => {
            each(number);
            each(&phone::dialled(number));
        }
        (_, value) => value.words(&mut |word| each(word)),
    }
}
