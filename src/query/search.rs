//! The search box: every word must stand somewhere in the record, whatever its case and accents.
//!
//! The folded text of all records lies page by page in memory and is scanned for each question.
//! Measured for 100,000 people (15 MB of folded text), a scan takes about a millisecond with SIMD;
//! an inverted index would cost more at every change than it would save. A change makes the text of
//! its pages stale; stale pages are folded again when they are next looked at, or at idle.

use memchr::memmem::Finder;

use crate::domain::{
    book::Book,
    field::keys,
    fold::{fold, fold_into},
    id::RecordType,
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
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        Self(words.iter().map(|word| Finder::new(word.as_bytes()).into_owned()).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Folded text of the records of one type.
#[derive(Debug, Default)]
pub struct SearchIndex {
    // `None` is stale.
    pages: Vec<Option<Page>>,
}

#[derive(Debug)]
struct Page {
    text: String,
    // Where the text of each slot ends. It begins where the one before it ends.
    ends: Vec<u32>,
}

impl SearchIndex {
    /// The record in this slot is another one now, or its words are.
    pub fn touch(&mut self, slot: Slot) {
        if let Some(page) = self.pages.get_mut((slot / Table::PAGE) as usize) {
            *page = None;
        }
    }

    /// Every record may have other words now.
    pub fn touch_all(&mut self) {
        self.pages.clear();
    }

    /// Folds up to `most` stale pages. Returns whether any are left.
    pub fn renew_some(&mut self, book: &Book, on: RecordType, most: usize) -> bool {
        self.pages.resize_with(book.table(on).pages() as usize, || None);
        let stale = (0..).zip(&mut self.pages).filter(|(_, page)| page.is_none());
        for (done, (number, page)) in stale.enumerate() {
            if done == most {
                return true;
            }
            *page = Some(Page::fold(book, on, number));
        }
        false
    }

    /// Whether each slot's record has all of the words.
    pub fn find(&mut self, book: &Book, on: RecordType, words: &Words) -> Vec<bool> {
        self.renew_some(book, on, usize::MAX);
        let mut found = vec![false; book.table(on).slots() as usize];
        for (page, hits) in self.pages.iter().zip(found.chunks_mut(Table::PAGE as usize)) {
            if let Some(page) = page {
                page.find(words, hits);
            }
        }
        found
    }
}

impl Page {
    fn fold(book: &Book, on: RecordType, number: u32) -> Self {
        // All at once, since folding has a price for each call.
        let mut raw = String::new();
        let first = number * Table::PAGE;
        for slot in first..first + Table::PAGE {
            if let Some(record) = book.table(on).at(slot) {
                words_of(book, record, &mut raw);
            }
            raw.push(RECORD);
        }
        let mut text = String::with_capacity(raw.len());
        fold_into(&raw, &mut text);
        text.shrink_to_fit();
        let ends =
            text.match_indices(RECORD).map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX));
        Self { ends: ends.collect(), text }
    }

    fn find(&self, Words(words): &Words, hits: &mut [bool]) {
        let Some((first, others)) = words.split_first() else { return };
        let text = self.text.as_bytes();
        let mut from = 0;
        while let Some(at) = first.find(text.get(from..).unwrap_or_default()) {
            let at = from + at;
            let slot = self.ends.partition_point(|end| *end as usize <= at);
            let start = slot
                .checked_sub(1)
                .and_then(|before| self.ends.get(before))
                .copied()
                .unwrap_or_default();
            let end = self.ends.get(slot).map_or(text.len(), |end| *end as usize);
            let record = text.get(start as usize..end).unwrap_or_default();
            if let Some(hit) = hits.get_mut(slot) {
                *hit = others.iter().all(|word| word.find(record).is_some());
            }
            from = end;
        }
    }
}

/// Appends all words by which a person might look for the record. Values are kept apart by a line
/// break, which no search has.
fn words_of(book: &Book, record: &Record, to: &mut String) {
    let mut each = |text: &str| {
        to.extend(text.chars().filter(|c| *c != RECORD));
        to.push('\n');
    };
    for (key, value) in record.fields.iter() {
        if key == keys::PHOTO {
            continue;
        }
        value.words(&mut each);
        match (key, value) {
            (keys::PHONES, Value::Labelled(phones)) => {
                phones.iter().for_each(|phone| each(&phone::dialled(&phone.value)));
            }
            (keys::ORGANIZATION, Value::Link(id)) => {
                let organization = book.get(RecordType::Organization, **id);
                organization.and_then(|it| it.text(keys::NAME)).into_iter().for_each(&mut each);
            }
            (keys::TAGS, Value::Links(ids)) => {
                let tags =
                    ids.iter().filter_map(|id| book.get(RecordType::Tag, *id)?.text(keys::NAME));
                tags.for_each(&mut each);
            }
            _ => {}
        }
    }
    // A name is looked for across its parts, too.
    if let (Some(given), Some(family)) = (record.text(keys::GIVEN), record.text(keys::FAMILY)) {
        each(&format!("{given} {family}"));
    }
}
