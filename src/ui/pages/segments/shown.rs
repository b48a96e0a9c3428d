//! What pages say of a segment: its name and its rule, in words.

use crate::state::{Workspace, language::Words};
use rapport::{
    domain::{
        book::Book,
        field::keys,
        id::{Id, RecordType},
    },
    i18n::I18n,
    query::{
        Query, segment,
        text::{self, Canonical},
    },
    route::{List, Route},
};

/// A segment as its row and its page show it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Shown {
    pub id: Id,
    pub on: RecordType,
    pub name: String,
    pub colour: String,
    pub description: String,
    /// `None` for a picked list.
    pub filter: Option<String>,
}

impl Shown {
    /// `None` when it is gone.
    pub(super) fn of(book: &Book, id: Id) -> Option<Self> {
        let it = book.get(RecordType::Segment, id)?;
        let text = |key| it.text(key).unwrap_or_default().to_owned();
        Some(Self {
            id,
            on: segment::type_of(book, id).unwrap_or(RecordType::Person),
            name: text(keys::NAME),
            colour: text(keys::COLOUR),
            description: text(keys::DESCRIPTION),
            filter: it.text(keys::FILTER).map(str::to_owned),
        })
    }

    /// The address of the list of its members.
    pub(super) fn list(&self) -> String {
        let asked = || format!("segment:#{}", self.id);
        let filter = self.filter.clone().unwrap_or_else(asked);
        let query = Query { filter, ..Query::default() };
        let list = List { query, segment: Some(self.id), ..List::default() };
        Route::List { on: self.on, list, open: None }.href()
    }

    /// Its rule in words, and what is wrong with it. Again whenever what it names changes.
    pub(super) fn rule(&self, words: Words, workspace: Workspace) -> (String, String) {
        let i18n = words.get();
        let Some(filter) = &self.filter else {
            return (i18n.text("segments-picked"), String::new());
        };
        let named =
            [RecordType::Segment, RecordType::Tag, RecordType::Field, RecordType::Organization];
        workspace.read(&named, |book| rule(&i18n, book, filter, self.on))
    }
}

fn rule(i18n: &I18n, book: &Book, filter: &str, on: RecordType) -> (String, String) {
    let parsed = text::parse(filter, on, &Canonical);
    let is_gone = segment::names_what_is_gone(book, &parsed.group, on);
    let faults = parsed.faults.iter().map(|fault| i18n.expected(&fault.expected));
    let gone = is_gone.then(|| i18n.text("segments-names-gone"));
    let faults: Vec<_> = faults.chain(gone).collect();
    (i18n.rule(book, &parsed.group), faults.join(" "))
}
