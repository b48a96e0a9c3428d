//! What a wish would do to many records, in words.

use super::I18n;
use crate::domain::{
    book::Book,
    edit::bulk::{Bulk, Example},
    field::derived,
    id::RecordType,
    key::Key,
    value::Value,
};

/// A record that would become another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Becoming {
    pub name: String,
    /// What its field holds and would hold, where the wish is about one.
    pub values: Option<(Option<String>, Option<String>)>,
}

impl I18n {
    pub fn becoming(
        &self,
        book: &Book,
        on: RecordType,
        bulk: &Bulk,
        example: &Example,
    ) -> Becoming {
        let name = book.get(on, example.id).and_then(derived::name_of).unwrap_or_default();
        let values = example.change.as_ref().map(|change| {
            let shown = |value: &Option<Value>| {
                value.as_ref().map(|value| self.value_after(book, bulk, change.key, value))
            };
            (shown(&change.before), shown(&change.after))
        });
        Becoming { name, values }
    }

    /// A value that may point to what is only made along with it.
    fn value_after(&self, book: &Book, bulk: &Bulk, key: Key, value: &Value) -> String {
        let ids = match value {
            Value::Link(id) => &[**id][..],
            Value::Links(ids) => ids,
            _ => return self.value(book, key, value),
        };
        let on = book.relation_of(key).unwrap_or(RecordType::Tag);
        let name = |id| bulk.name_of(book, on, id).unwrap_or_else(|| self.text("value-gone"));
        self.list(ids.iter().map(|id| name(*id)))
    }
}
