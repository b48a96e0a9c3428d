//! Checkpoints: writing the pages that changed, so that the next opening is fast.
//!
//! A checkpoint changes nothing that a person sees. It is made at idle, in one transaction beside
//! the journal's, and may fail or be lost at any moment: the journal has everything.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Area, Batch, StoreKey,
    head::{FORMAT, Head, TableRef},
    pages::{self, PageId},
};
use crate::domain::{
    book::{Book, Touched},
    id::RecordType,
    table::Table,
};

/// What a tab knows of the last two checkpoints, and which pages have changed since.
#[derive(Clone, Debug)]
pub struct Checkpoints {
    pub newest: Head,
    pub before: Option<Head>,
    /// Pages that differ from the newest head's, with the position of the last change on them.
    dirty: BTreeMap<PageId, u64>,
    /// Whether the book's records lie on the pages of the newest head.
    same_layout: bool,
}

/// The transaction of a checkpoint in the making.
pub struct Draft<B> {
    batch: B,
    head: Head,
    waiting: Vec<PageId>,
    /// Everything before it is replaced.
    is_fresh: bool,
}

impl Checkpoints {
    /// After an opening that read these heads' pages as they are.
    pub fn new(newest: Head, before: Option<Head>) -> Self {
        Self { newest, before, dirty: BTreeMap::new(), same_layout: true }
    }

    /// Takes note of the pages that the change at a position touched.
    pub fn follow(&mut self, position: u64, touched: &Touched) {
        for (kind, slot) in &touched.records {
            self.dirty.insert((*kind, slot / Table::PAGE), position);
        }
    }

    /// The book was not read from the newest head's pages: the next checkpoint writes all anew.
    pub fn start_over(&mut self) {
        self.same_layout = false;
    }

    pub fn is_needed(&self) -> bool {
        !self.dirty.is_empty() || !self.same_layout
    }

    /// Pages that wait to be written.
    pub fn waiting(&self) -> usize {
        self.dirty.len()
    }

    /// Another tab has made a checkpoint: what is dirty counts from there.
    pub fn found(&mut self, newest: Head, before: Option<Head>) {
        if newest.store != self.newest.store || newest.generation <= self.newest.generation {
            return;
        }
        self.same_layout &= newest.layout == self.newest.layout;
        self.dirty.retain(|_, position| *position > newest.position);
        self.newest = newest;
        self.before = before;
    }

    /// Begins a checkpoint of the book as it is at `position`. `None` when there is nothing to write, or
    /// when another tab's checkpoint is further than this book.
    pub fn draft<B: Batch>(
        &self,
        book: &Book,
        position: u64,
        chain: u64,
        mut batch: B,
    ) -> Option<Draft<B>> {
        if !self.is_needed() || position < self.newest.position {
            return None;
        }
        // A tab may have slept through checkpoints of others, whose heads are gone by now. All tabs have the
        // same pages at a position, so those that it writes over are what it writes.
        let generation = position.max(self.newest.generation + 1);
        if !self.same_layout {
            // After damage there may be pages that no readable head names, so all are swept away.
            batch.delete(Area::Pages, StoreKey::FIRST, StoreKey::LAST);
            Head::delete_until(self.newest.generation, &mut batch);
        }
        let layout = if self.same_layout { self.newest.layout } else { generation };
        let waiting =
            if self.same_layout { self.dirty.keys().copied().collect() } else { all_pages(book) };
        let mut tables = BTreeMap::new();
        for kind in RecordType::ALL {
            let table = book.table(kind);
            let known = self.newest.tables.get(&kind).filter(|_| self.same_layout);
            let pages = known.map(|known| known.pages.clone()).unwrap_or_default();
            tables.insert(kind, TableRef { slots: table.slots(), pages });
        }
        let is_fresh = !self.same_layout;
        let head = Head {
            format: FORMAT,
            generation,
            position,
            chain,
            layout,
            tables,
            ..self.newest.clone()
        };
        Some(Draft { batch, head, waiting, is_fresh })
    }

    /// The draft is on disk.
    pub fn written(&mut self, draft: Written) {
        self.dirty.retain(|_, position| *position > draft.head.position);
        self.same_layout = true;
        let before = std::mem::replace(&mut self.newest, draft.head);
        self.before = (!draft.is_fresh).then_some(before);
    }
}

fn all_pages(book: &Book) -> Vec<PageId> {
    let pages = |kind| (0..book.table(kind).pages()).map(move |page| (kind, page));
    RecordType::ALL.into_iter().flat_map(pages).collect()
}

/// What a draft leaves in memory once it is on disk.
pub struct Written {
    head: Head,
    is_fresh: bool,
}

impl<B: Batch> Draft<B> {
    /// The transaction, and what to tell [`Checkpoints::written`] when it is complete.
    pub fn split(self) -> (B, Written) {
        (self.batch, Written { head: self.head, is_fresh: self.is_fresh })
    }

    /// Writes some of the waiting pages and returns how many are left. The book must be the one that
    /// the draft was begun with.
    pub fn write_some(&mut self, book: &Book, most: usize) -> Result<usize, std::fmt::Error> {
        for _ in 0..most {
            let Some(page) = self.waiting.pop() else { break };
            let written = pages::write(book, page, self.head.generation, &mut self.batch)?;
            let table = self.head.tables.entry(page.0).or_default();
            let at = page.1 as usize;
            if table.pages.len() <= at {
                // Pages come last first, so the gap is filled by those that follow.
                table.pages.resize(at + 1, written);
            }
            if let Some(held) = table.pages.get_mut(at) {
                *held = written;
            }
        }
        Ok(self.waiting.len())
    }

    /// Adds the head, and removes what neither it nor the head before it names.
    pub fn finish(&mut self, checkpoints: &Checkpoints) -> Result<(), std::fmt::Error> {
        self.head.add_to(&mut self.batch)?;
        let Some(oldest) = checkpoints.before.as_ref().filter(|_| !self.is_fresh) else {
            return Ok(());
        };
        Head::delete_until(oldest.generation, &mut self.batch);
        let kept: BTreeSet<_> = checkpoints.newest.pages().map(|(id, page)| (id, page.0)).collect();
        for (id, page) in oldest.pages() {
            if !kept.contains(&(id, page.0)) {
                pages::delete(id, page, &mut self.batch);
            }
        }
        Ok(())
    }
}
