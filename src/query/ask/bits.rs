//! A set of slots of one table.

use crate::domain::table::{Slot, Table};

/// Which slots are in, one bit for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slots(Vec<u64>);

const WORD: u32 = u64::BITS;

impl Slots {
    pub fn none(table: &Table) -> Self {
        Self(vec![0; table.slots().div_ceil(WORD) as usize])
    }

    /// All slots that have a record.
    pub fn all(table: &Table) -> Self {
        let mut slots = Self::none(table);
        table.iter().for_each(|(slot, _)| slots.insert(slot));
        slots
    }

    pub fn insert(&mut self, slot: Slot) {
        if let Some(word) = self.0.get_mut((slot / WORD) as usize) {
            *word |= 1 << (slot % WORD);
        }
    }

    pub fn take_out(&mut self, slot: Slot) {
        if let Some(word) = self.0.get_mut((slot / WORD) as usize) {
            *word &= !(1 << (slot % WORD));
        }
    }

    pub fn has(&self, slot: Slot) -> bool {
        let word = self.0.get((slot / WORD) as usize).copied().unwrap_or_default();
        word >> (slot % WORD) & 1 == 1
    }

    pub fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// In ascending order.
    pub fn iter(&self) -> impl Iterator<Item = Slot> {
        (0..).zip(&self.0).flat_map(|(at, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = rest.trailing_zeros();
                rest &= rest.wrapping_sub(1);
                (bit < WORD).then_some(at * WORD + bit)
            })
        })
    }

    pub fn keep(&mut self, others: &Self) {
        self.each(others, |a, b| a & b);
    }

    pub fn add(&mut self, others: &Self) {
        self.each(others, |a, b| a | b);
    }

    pub fn remove(&mut self, others: &Self) {
        self.each(others, |a, b| a & !b);
    }

    /// Those that are in either.
    #[must_use]
    pub fn or(mut self, others: Self) -> Self {
        self.add(&others);
        self
    }

    /// Those that are in both.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.keep(&others);
        self
    }

    fn each(&mut self, Self(others): &Self, with: impl Fn(u64, u64) -> u64) {
        let others = others.iter().copied().chain(std::iter::repeat(0));
        self.0.iter_mut().zip(others).for_each(|(word, other)| *word = with(*word, other));
    }
}
