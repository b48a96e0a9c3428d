//! Records by their texts. A long file has hundreds of thousands of them, so they lie in one piece: a box for each would
//! be made and given back one by one.

use std::hash::BuildHasher;

use hashbrown::{HashTable, hash_table::Entry};
use rustc_hash::{FxBuildHasher, FxHashMap};

/// What has a text, in the order in which it was noted. Most texts are those of one.
#[derive(Debug)]
pub(super) struct Index<T> {
    /// All texts, one behind the other.
    texts: String,
    places: HashTable<Place<T>>,
    /// What came after the first that has a text, by where the text begins.
    later: FxHashMap<usize, Vec<T>>,
    /// How many texts there may be: growing hashes all of them again.
    most: usize,
}

#[derive(Debug)]
struct Place<T> {
    from: usize,
    to: usize,
    first: T,
}

/// How many bytes a text mostly has at least.
const USUAL: usize = 12;

impl<T: Copy + PartialEq> Index<T> {
    pub(super) fn new(most: usize) -> Self {
        let (places, later) = (HashTable::new(), FxHashMap::default());
        Self { texts: String::new(), places, later, most }
    }

    pub(super) fn get(&self, text: &str) -> impl Iterator<Item = T> + use<'_, T> {
        let bytes = text.as_bytes();
        let place = self.places.find(hash(bytes), |place| bytes == of(&self.texts, place));
        let later = place.and_then(|place| self.later.get(&place.from));
        place.map(|place| place.first).into_iter().chain(later.into_iter().flatten().copied())
    }

    /// Notes that it has a text. A text may be that of thousands, and what is new stands in none of their lists but at
    /// the end, where it has the same text twice.
    pub(super) fn note(&mut self, text: &str, it: T, is_new: bool) {
        let Self { texts, places, later, most } = self;
        if places.is_empty() {
            texts.reserve(*most * USUAL);
            places.reserve(*most, |place| hash(of(texts, place)));
        }
        let bytes = text.as_bytes();
        let is_it = |place: &Place<T>| bytes == of(texts, place);
        match places.entry(hash(bytes), is_it, |place| hash(of(texts, place))) {
            Entry::Vacant(vacant) => {
                let from = texts.len();
                vacant.insert(Place { from, to: from + text.len(), first: it });
                texts.push_str(text);
            }
            Entry::Occupied(place) if place.get().first == it => {}
            Entry::Occupied(place) => {
                let later = later.entry(place.get().from).or_default();
                let is_there = if is_new { later.last() == Some(&it) } else { later.contains(&it) };
                if !is_there {
                    later.push(it);
                }
            }
        }
    }
}

fn of<'t, T>(texts: &'t str, place: &Place<T>) -> &'t [u8] {
    texts.as_bytes().get(place.from..place.to).unwrap_or_default()
}

fn hash(text: &[u8]) -> u64 {
    FxBuildHasher.hash_one(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_text_comes_in_order_and_once() {
        let mut index = Index::new(2);
        for (text, it) in [("ada", 1), ("bob", 2), ("ada", 3), ("ada", 3), ("", 4), ("ada", 1)] {
            index.note(text, it, true);
        }
        index.note("ada", 5, false);
        index.note("ada", 3, false);
        let of = |text| index.get(text).collect::<Vec<_>>();
        assert_eq!(
            (of("ada"), of("bob"), of(""), of("ad")),
            (vec![1, 3, 5], vec![2], vec![4], vec![])
        );
    }

    #[test]
    fn more_texts_than_there_was_room_for() {
        let mut index = Index::new(1);
        for it in 0..1_000 {
            index.note(&it.to_string(), it, true);
        }
        assert!((0..1_000).all(|it| index.get(&it.to_string()).eq([it])));
    }
}
