//! The order of a list by one field.
//!
//! Text is put in the order of the person's language by a [`Collation`], which the browser has and
//! tests stand in for. It is asked once for all texts, which are handed over nearly in order; after a
//! change only the records that it touched are moved.

use std::{
    cmp::Ordering,
    collections::{BTreeSet, HashMap},
    hash::BuildHasher,
};

use rustc_hash::FxBuildHasher;

use super::arrange::{self, Bucket};
use crate::domain::{
    book::{Book, Touched},
    field::{self, Field, Kind, Source, derived, keys},
    fold::fold_lines,
    id::RecordType,
    key::Key,
    record::Record,
    table::Slot,
    value::Value,
};

/// The order of text in a language.
pub trait Collation {
    /// Puts texts in order. They hold no line break and are nearly in order already.
    fn sort(&self, texts: Vec<String>) -> Vec<String>;
    fn compare(&self, a: &str, b: &str) -> Ordering;
}

/// The order of text where there is no language: by code point.
pub struct ByCodePoint;

impl Collation for ByCodePoint {
    fn sort(&self, mut texts: Vec<String>) -> Vec<String> {
        texts.sort_unstable();
        texts
    }

    fn compare(&self, a: &str, b: &str) -> Ordering {
        a.cmp(b)
    }
}

/// The slots of all records of a type in ascending order of a field. Records without a value come last,
/// whichever way the list runs.
#[derive(Clone, Debug)]
pub struct Order {
    on: RecordType,
    key: Key,
    present: Vec<Slot>,
    missing: Vec<Slot>,
}

/// What a record is sorted by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum SortValue {
    Number(i64),
    Text(String),
}

impl Order {
    pub fn new(book: &Book, on: RecordType, key: Key, collation: &impl Collation) -> Self {
        let mut numbers = Vec::new();
        let mut texts = Vec::new();
        let mut missing = Vec::new();
        for (slot, record) in book.table(on).iter() {
            match sort_value(book, record, key) {
                Some(SortValue::Number(number)) => numbers.push(ranked(number, slot)),
                Some(SortValue::Text(text)) => texts.push((text, slot)),
                None => missing.push(slot),
            }
        }
        numbers.sort_unstable();
        let mut present: Vec<_> = numbers.into_iter().map(slot_of).collect();
        present.extend(sort_texts(texts, collation));
        Self { on, key, present, missing }
    }

    /// All slots, in this order or the other way round.
    pub fn slots(&self, descending: bool) -> impl Iterator<Item = Slot> {
        let ascending = (!descending).then(|| self.present.iter());
        let reversed = descending.then(|| self.present.iter().rev());
        let present = ascending.into_iter().flatten().chain(reversed.into_iter().flatten());
        present.chain(&self.missing).copied()
    }

    /// The rank of each record's value by its slot; equal values share one. Records without a value have
    /// [`MISSING`](super::arrange::MISSING).
    pub fn ranks(&self, book: &Book, bucket: &Bucket) -> Vec<u32> {
        let table = book.table(self.on);
        let mut ranks = vec![arrange::MISSING; table.slots() as usize];
        let mut before = None;
        let mut rank = 0;
        for slot in &self.present {
            let here = table.at(*slot).and_then(|record| self.sorted_by(book, record, bucket));
            if before.is_some() && here != before {
                rank += 1;
            }
            before = here;
            if let Some(place) = ranks.get_mut(*slot as usize) {
                *place = rank;
            }
        }
        ranks
    }

    /// A number that tells the values of a record apart from others, the same for those that share a rank.
    pub fn mark(&self, book: &Book, slot: Slot, bucket: &Bucket) -> u32 {
        let record = book.table(self.on).at(slot);
        let value = record.and_then(|record| self.sorted_by(book, record, bucket));
        // The lower half: where addresses have 32 bits, the upper one is empty.
        #[expect(clippy::cast_possible_truncation, reason = "half of a hash is one, too")]
        let mark = FxBuildHasher.hash_one(value) as u32;
        mark
    }

    fn sorted_by(&self, book: &Book, record: &Record, bucket: &Bucket) -> Option<SortValue> {
        let value = sort_value(book, record, self.key)?;
        let coarse = || bucket(&*field::read(book, record, self.key)?);
        Some(coarse().map_or(value, SortValue::Number))
    }

    /// Moves the records in these slots to where they belong now. Slots of deleted records leave.
    pub fn renew(&mut self, book: &Book, touched: &[Slot], collation: &impl Collation) {
        if touched.len() > self.present.len() / 8 + 64 {
            *self = Self::new(book, self.on, self.key, collation);
            return;
        }
        let leaving: BTreeSet<Slot> = touched.iter().copied().collect();
        let stays = |slot: &Slot| !leaving.contains(slot);
        self.present.retain(stays);
        self.missing.retain(stays);
        let table = book.table(self.on);
        for slot in leaving {
            let Some(record) = table.at(slot) else { continue };
            let Some(value) = sort_value(book, record, self.key) else {
                let at = self.missing.partition_point(|other| *other < slot);
                self.missing.insert(at, slot);
                continue;
            };
            let at = self.present.partition_point(|other| {
                let held = table.at(*other).and_then(|record| sort_value(book, record, self.key));
                let order =
                    held.map_or(Ordering::Greater, |held| compare(&held, &value, collation));
                order.then(other.cmp(&slot)) == Ordering::Less
            });
            self.present.insert(at, slot);
        }
    }

    /// Whether any record of this list may belong elsewhere after a change of the list's own records.
    pub fn is_moved_by(&self, touched: &Touched) -> bool {
        let is_derived = self.key.field().is_some_and(|field| !field.is_stored());
        let is_moved = |key: Key| match self.key {
            keys::DISPLAY_NAME => derived::NAMED_BY.contains(&key),
            own => own == key || is_derived,
        };
        touched.numbers.contains(&self.on)
            || touched.fields.iter().any(|(on, key)| *on == self.on && is_moved(*key))
            || self.is_counted() && touched.related.iter().any(|(on, _)| *on == self.on)
    }

    /// Whether it is by a field that is computed of other records.
    fn is_counted(&self) -> bool {
        self.key.field().is_some_and(|field| matches!(field.from, Source::Book(_)))
    }

    /// Whether the order is by what a change has touched of other types, and is to be made anew.
    pub fn is_outdated_by(&self, touched: &Touched) -> bool {
        let has =
            |is_it: &dyn Fn(RecordType) -> bool| touched.records.iter().any(|(on, _)| is_it(*on));
        let points_to = self.key.field().and_then(Field::points_to);
        let is_renamed = || {
            let own = touched.fields.iter().filter(|(on, _)| *on == self.on);
            own.map(|(_, key)| key).any(|key| derived::NAMED_BY.contains(key))
        };
        points_to.is_some_and(|to| if to == self.on { is_renamed() } else { has(&|on| on == to) })
            // Whatever has a list tells what it is counted for; stages and tags do not.
            || self.is_counted() && has(&|on| !RecordType::LISTED.contains(&on))
            || !self.key.is_built_in() && has(&|on| on == RecordType::Field)
    }
}

fn compare(a: &SortValue, b: &SortValue, collation: &impl Collation) -> Ordering {
    match (a, b) {
        (SortValue::Number(a), SortValue::Number(b)) => a.cmp(b),
        (SortValue::Text(a), SortValue::Text(b)) => collation.compare(a, b).then_with(|| a.cmp(b)),
        (SortValue::Number(_), SortValue::Text(_)) => Ordering::Less,
        (SortValue::Text(_), SortValue::Number(_)) => Ordering::Greater,
    }
}

fn sort_texts(mut texts: Vec<(String, Slot)>, collation: &impl Collation) -> Vec<Slot> {
    // By code point first, to find texts that are equal; each is compared once.
    texts.sort_unstable();
    let mut different: Vec<&str> = texts.iter().map(|(text, _)| text.as_str()).collect();
    different.dedup();
    // Folded text is nearly the order of every language that we know of.
    let folded = fold_lines(different.iter().copied());
    let mut folded: Vec<(String, u32)> = folded.into_iter().zip(0..).collect();
    folded.sort_unstable();
    let nearly = folded
        .iter()
        .filter_map(|(_, at)| different.get(*at as usize).map(|text| (*text).to_owned()));
    let sorted = collation.sort(nearly.collect());
    let mut ranks: HashMap<&str, i64> = HashMap::with_capacity(sorted.len());
    // Texts that a language holds equal stay apart by code point, so that lists do not jump.
    for (rank, text) in (0..).zip(&sorted) {
        ranks.insert(text, rank);
    }
    let mut slots: Vec<_> = texts
        .iter()
        .map(|(text, slot)| ranked(ranks.get(text.as_str()).copied().unwrap_or_default(), *slot))
        .collect();
    slots.sort_unstable();
    slots.into_iter().map(slot_of).collect()
}

/// A number and a slot in one, which is in order as both are. One type for all that is sorted here and by
/// id: each that is sorted brings a sort of its own into the app.
fn ranked(number: i64, slot: Slot) -> u128 {
    let number = number.cast_unsigned() ^ (1 << 63);
    u128::from(number) << 32 | u128::from(slot)
}

fn slot_of(ranked: u128) -> Slot {
    #[expect(clippy::cast_possible_truncation, reason = "the slot is what the last bits hold")]
    let slot = ranked as Slot;
    slot
}

fn sort_value(book: &Book, record: &Record, key: Key) -> Option<SortValue> {
    let value = field::read(book, record, key)?;
    let line = |text: &str| SortValue::Text(text.lines().next().unwrap_or_default().to_owned());
    let name = |on: RecordType, id| derived::name_of(book.get(on, id)?).map(SortValue::Text);
    Some(match &*value {
        Value::Text(text) => match book.field(key).map(|field| field.kind) {
            Some(Kind::Choice(words)) => {
                let at = words.iter().position(|word| *word == &**text)?;
                SortValue::Number(i64::try_from(at).ok()?)
            }
            _ => line(text),
        },
        Value::Number(number) | Value::Money(number, _) => {
            SortValue::Number(number.ten_thousandths())
        }
        Value::Flag(flag) => SortValue::Number((*flag).into()),
        Value::Day(day) => {
            let part = |part: Option<u8>| i64::from(part.unwrap_or_default());
            let year = i64::from(day.year().unwrap_or_default());
            SortValue::Number(year * 10_000 + part(day.month()) * 100 + part(day.day()))
        }
        Value::Time(time) => SortValue::Number(time.millis()),
        Value::Link(id) => name(book.relation_of(key)?, **id)?,
        Value::Links(ids) => name(book.relation_of(key)?, *ids.first()?)?,
        Value::Labelled(items) => line(&items.first()?.value),
        Value::Addresses(items) => line(items.first()?.lines().next()?),
        Value::Entries(entries) => SortValue::Number(entries.last()?.at.millis()),
        // By the first of them in the order of the list.
        Value::Words(words) => {
            let Some(Kind::Choices(list)) = book.field(key).map(|field| field.kind) else {
                return None;
            };
            let at = list.iter().position(|word| words.iter().any(|held| **held == **word))?;
            SortValue::Number(i64::try_from(at).ok()?)
        }
        Value::Options(_) | Value::Unknown(_) => return None,
    })
}
