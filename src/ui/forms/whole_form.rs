//! All fields of a new record while they are typed in, kept for a reload.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::field_input::FieldFault;
use crate::state::language::Words;
use rapport::{
    domain::{
        edit::{named::Names, records::Input},
        field::{self, DataKind, Field, draft::Draft, keys},
        id::RecordType,
        key::Key,
    },
    platform::{dom, drafts},
    route,
};

/// The inputs of a field.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Entry {
    pub field: &'static Field,
    pub draft: RwSignal<Draft>,
    pub fault: RwSignal<Option<FieldFault>>,
}

/// The inputs of all fields of a record.
#[derive(Clone, Copy)]
pub(in crate::ui) struct WholeForm {
    on: RecordType,
    entries: StoredValue<Vec<Entry>>,
    /// What stood in it before anything was typed.
    prepared: StoredValue<Kept>,
    /// Whether something was typed before the page was loaded.
    pub is_restored: bool,
}

/// What is kept of a form: the fields with something in them, by name.
type Kept = BTreeMap<String, Draft>;

impl WholeForm {
    pub(in crate::ui) fn new(on: RecordType) -> Self {
        let mut prepared: Kept = drafts::read(&prepared_name(on)).unwrap_or_default();
        drafts::forget(&prepared_name(on));
        // A field that takes another kind of input is left out below.
        let address = dom::hash();
        let given = route::parameters(&address);
        prepared.extend(given.map(|(name, value)| (name, Draft::Text(value))));
        let mut kept: Kept = drafts::read(on.name()).unwrap_or_default();
        let is_restored = !kept.is_empty();
        kept.extend(prepared.clone());
        let entries = field::fields_of(on).filter(|field| is_asked(on, field)).map(|field| {
            let empty = Draft::empty(field);
            let same_kind =
                |draft: &Draft| std::mem::discriminant(draft) == std::mem::discriminant(&empty);
            let draft = kept.remove(field.name).filter(same_kind).unwrap_or(empty);
            Entry { field, draft: RwSignal::new(draft), fault: RwSignal::new(None) }
        });
        let entries = StoredValue::new(entries.collect());
        let form = Self { on, entries, prepared: StoredValue::new(prepared), is_restored };
        // Synchronizes the tab's storage, which is outside the reactive system, with what is typed.
        Effect::new(move || form.keep());
        form
    }

    fn keep(self) {
        let kept: Kept = self
            .entries()
            .into_iter()
            .filter(|entry| is_filled(entry.field, &entry.draft.read()))
            .map(|entry| (entry.field.name.to_owned(), entry.draft.get()))
            .collect();
        let is_untouched = !self.is_restored && self.prepared.with_value(|it| *it == kept);
        if kept.is_empty() || is_untouched {
            drafts::forget(self.on.name());
        } else {
            drafts::write(self.on.name(), &kept);
        }
    }

    /// Puts something into a field of the next form for a new record.
    pub(in crate::ui) fn prepare(on: RecordType, key: Key, draft: Draft) {
        Self::prepare_all(on, [(key, draft)]);
    }

    /// The same for several fields.
    pub(in crate::ui) fn prepare_all(on: RecordType, all: impl IntoIterator<Item = (Key, Draft)>) {
        let named = all.into_iter().map(|(key, draft)| (key.name().to_owned(), draft));
        drafts::write(&prepared_name(on), &named.collect::<Kept>());
    }

    pub(in crate::ui) fn entries(self) -> Vec<Entry> {
        self.entries.get_value()
    }

    /// The fields of a kind, the ones that are filled in most often first.
    pub(in crate::ui) fn of_kind(self, data: DataKind) -> Vec<Entry> {
        let mut entries = self.entries();
        entries.retain(|entry| entry.field.data == data);
        // Stable, so that the others keep the order of the catalogue.
        entries.sort_by_key(|entry| {
            let key = entry.field.key();
            FIRST.iter().position(|first| *first == key).unwrap_or(FIRST.len())
        });
        entries
    }

    /// Empties all fields.
    pub(in crate::ui) fn clear(self) {
        // The form may be gone by now; what is kept of it is forgotten all the same.
        for entry in self.entries.try_get_value().unwrap_or_default() {
            entry.draft.set(Draft::empty(entry.field));
            entry.fault.set(None);
        }
        drafts::forget(self.on.name());
    }

    /// Whether anything is typed in a field of this kind.
    pub(in crate::ui) fn is_filled(self, data: DataKind) -> bool {
        self.entries().iter().any(|entry| {
            entry.field.data == data
                && entry.draft.with_untracked(|draft| is_filled(entry.field, draft))
        })
    }

    /// Checks all fields, shows what is wrong at each, and returns what was entered when nothing is.
    pub(in crate::ui) fn read(self, words: Words) -> Option<(Input, Names)> {
        let mut input = Input::new();
        let mut names = Names::new();
        let mut is_right = true;
        for Entry { field, draft, fault } in self.entries() {
            match draft.with_untracked(|draft| draft.read(field)) {
                Ok(entered) => {
                    fault.set(None);
                    if !entered.names.is_empty() {
                        names.insert(field.key(), entered.names);
                    }
                    if entered.value.is_some() {
                        input.insert(field.key(), entered.value);
                    }
                }
                Err(wrong) => {
                    fault.set(Some(FieldFault::of(words, &wrong)));
                    is_right = false;
                }
            }
        }
        is_right.then_some((input, names))
    }

    /// Shows what is wrong with a field.
    pub(in crate::ui) fn say(self, key: Key, text: String) {
        for entry in self.entries().into_iter().filter(|entry| entry.field.key() == key) {
            // The page may be gone by now.
            let _ = entry.fault.try_set(Some(FieldFault { row: None, text: text.clone() }));
        }
    }
}

/// Whether a form asks for a field. When and how a task comes round has inputs of its own there.
fn is_asked(on: RecordType, field: &'static Field) -> bool {
    let of_task = [keys::DUE_TIME, keys::REPEAT];
    field.is_editable() || on == RecordType::Task && of_task.contains(&field.key())
}

fn prepared_name(on: RecordType) -> String {
    format!("{}.prepared", on.name())
}

/// What one fills in first.
const FIRST: [Key; 14] = [
    keys::ACTIVITY,
    keys::HAPPENED,
    keys::PERSON,
    keys::ALSO,
    keys::BODY,
    keys::GIVEN,
    keys::FAMILY,
    keys::NAME,
    keys::EMAILS,
    keys::PHONES,
    keys::ORGANIZATION,
    keys::JOB_TITLE,
    keys::LIFECYCLE,
    keys::TAGS,
];

fn is_filled(field: &Field, draft: &Draft) -> bool {
    *draft != Draft::empty(field)
}
