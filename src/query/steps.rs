//! A way through the records of some types, a page at a time.

use crate::domain::{book::Book, id::RecordType};

/// How far one has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Steps {
    nth: usize,
    page: u32,
}

impl Steps {
    /// The next page, by its type and number. None once all have been passed.
    pub(super) fn next(&mut self, book: &Book, types: &[RecordType]) -> Option<(RecordType, u32)> {
        let on = *types.get(self.nth)?;
        let page = self.page;
        let is_last = page + 1 >= book.table(on).pages();
        (self.nth, self.page) = if is_last { (self.nth + 1, 0) } else { (self.nth, page + 1) };
        Some((on, page))
    }
}
