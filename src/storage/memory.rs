//! A store in memory, for tests and for simulating crashes.

use std::{cell::RefCell, collections::BTreeMap};

use super::{Area, Batch, Durability, Store, StoreError, StoreKey};

/// Values by area and key. What it holds can be copied at any moment, which is what a crash leaves.
#[derive(Debug, Default)]
pub struct Memory {
    pub values: RefCell<Values>,
}

pub type Values = BTreeMap<(Area, StoreKey), Vec<u8>>;

/// Writes that wait for their commit.
#[derive(Clone, Debug, Default)]
pub struct MemoryBatch(Vec<Write>);

#[derive(Clone, Debug)]
enum Write {
    Add(Area, StoreKey, Vec<u8>),
    Put(Area, StoreKey, Vec<u8>),
    Delete(Area, StoreKey, StoreKey),
}

impl Memory {
    pub fn holding(values: Values) -> Self {
        Self { values: RefCell::new(values) }
    }
}

impl Batch for MemoryBatch {
    fn add(&mut self, area: Area, key: StoreKey, value: &[u8]) {
        self.0.push(Write::Add(area, key, value.to_vec()));
    }

    fn put(&mut self, area: Area, key: StoreKey, value: &[u8]) {
        self.0.push(Write::Put(area, key, value.to_vec()));
    }

    fn delete(&mut self, area: Area, first: StoreKey, last: StoreKey) {
        self.0.push(Write::Delete(area, first, last));
    }
}

impl Store for Memory {
    type Batch = MemoryBatch;

    fn batch(&self) -> MemoryBatch {
        MemoryBatch::default()
    }

    async fn commit(&self, batch: MemoryBatch, _: Durability) -> Result<(), StoreError> {
        let mut values = self.values.borrow().clone();
        for write in batch.0 {
            match write {
                Write::Add(area, key, value) => {
                    if values.insert((area, key), value).is_some() {
                        return Err(StoreError::Taken);
                    }
                }
                Write::Put(area, key, value) => {
                    values.insert((area, key), value);
                }
                Write::Delete(area, first, last) => {
                    values.retain(|(other, key), _| *other != area || *key < first || *key > last);
                }
            }
        }
        self.values.replace(values);
        Ok(())
    }

    async fn read(
        &self,
        area: Area,
        first: StoreKey,
        last: StoreKey,
        each: &mut dyn FnMut(StoreKey, Vec<u8>),
    ) -> Result<(), StoreError> {
        let values = self.values.borrow().clone();
        for ((_, key), value) in values.range((area, first)..=(area, last)) {
            each(*key, value.clone());
        }
        Ok(())
    }
}
