//! Names of fields as small numbers.
//!
//! A record is a sorted list of (key, value); a key of two bytes instead of a name keeps a hundred
//! thousand records small and makes finding a field a comparison of integers.
//! Keys of the built-in fields are the positions of the field catalogue. Any other name, from a field of
//! one's own or from a file that a later version wrote, is given the next number for as long as the
//! program runs; numbers are never stored, names are.

use std::{
    collections::HashMap,
    fmt,
    sync::{LazyLock, PoisonError, RwLock},
};

use rustc_hash::FxHashMap;

use super::field::{self, Field, Kind, keys};

/// Names one field. Ordered as the catalogue is, other names after it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(u16);

impl Key {
    /// Returns the key for a name. `None` when more names are in use than a workspace can have
    /// ([`Key::MOST`]), which only a hostile file reaches.
    pub fn of(name: &str) -> Option<Self> {
        if let Some(&key) = BUILT_IN.get(name) {
            return Some(key);
        }
        let known =
            OTHERS.read().unwrap_or_else(PoisonError::into_inner).by_name.get(name).copied();
        known.or_else(|| OTHERS.write().unwrap_or_else(PoisonError::into_inner).insert(name))
    }

    /// The number that stands for the name as long as the program runs.
    pub(super) fn number(self) -> u16 {
        self.0
    }

    /// How many different names fit.
    pub const MOST: usize = 20_000;

    /// The key of the built-in field at a position of the catalogue.
    pub(crate) const fn built_in(position: u16) -> Self {
        Self(position)
    }

    pub fn name(self) -> &'static str {
        if let Some(field) = field::CATALOGUE.get(usize::from(self.0)) {
            return field.name;
        }
        let others = OTHERS.read().unwrap_or_else(PoisonError::into_inner);
        others.names.get(usize::from(self.0) - field::CATALOGUE.len()).copied().unwrap_or_default()
    }

    /// The entry of the catalogue, or the field of one's own in the workspace that is open; whoever has a
    /// book asks [`Book::field`](super::book::Book::field). `None` for a name that nobody has defined.
    pub fn field(self) -> Option<&'static Field> {
        field::own::find(self)
    }

    /// The entry of the catalogue.
    pub fn catalogued(self) -> Option<&'static Field> {
        field::CATALOGUE.get(usize::from(self.0))
    }

    /// The form of its values in files, where the name alone tells it.
    pub fn built_in_kind(self) -> Option<Kind> {
        self.catalogued().map(|field| field.kind)
    }

    /// Whether it is in the catalogue of this version.
    pub fn is_built_in(self) -> bool {
        usize::from(self.0) < field::CATALOGUE.len()
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

// What earlier versions called fields.
const EARLIER: [(&str, Key); 3] = [
    ("about-person", keys::PERSON),
    ("about-organization", keys::ORGANIZATION),
    ("noted", keys::HAPPENED),
];

// The names are ours, so nobody can make them collide.
static BUILT_IN: LazyLock<FxHashMap<&'static str, Key>> = LazyLock::new(|| {
    let names = (0..).zip(field::CATALOGUE).map(|(position, field)| (field.name, Key(position)));
    names.chain(EARLIER).collect()
});

static OTHERS: LazyLock<RwLock<Others>> = LazyLock::new(RwLock::default);

#[derive(Default)]
struct Others {
    by_name: HashMap<&'static str, Key>,
    names: Vec<&'static str>,
}

impl Others {
    fn insert(&mut self, name: &str) -> Option<Key> {
        if let Some(&key) = self.by_name.get(name) {
            return Some(key);
        }
        let position = field::CATALOGUE.len() + self.names.len();
        if position >= Key::MOST {
            return None;
        }
        let key = Key(u16::try_from(position).ok()?);
        // Names live as long as the program; their number is bounded above.
        let name: &'static str = Box::leak(name.into());
        self.names.push(name);
        self.by_name.insert(name, key);
        Some(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_and_other_names_are_given_back() {
        for name in ["given", "tags", "colour-of-the-cat"] {
            assert_eq!(Key::of(name).map(Key::name), Some(name));
        }
        assert_eq!(Key::of("colour-of-the-cat"), Key::of("colour-of-the-cat"));
    }
}
