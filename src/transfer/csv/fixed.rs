//! What everybody gets of whom the file does not say it: a tag, a stage, an organization.

use serde::{Deserialize, Serialize};

use super::mapping::takes_cells;
use crate::{
    domain::{
        book::Book,
        field::{
            Field, Kind, check, derived,
            draft::{Draft, Pick},
            keys,
        },
        fold::fold,
        id::RecordType,
        key::Key,
        value::Value,
    },
    transfer::incoming::{Incoming, NO_COLUMN, Pointer, RowFault, in_words, key_name},
};

/// A value for everybody, in the form in which an import remembers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fixed {
    #[serde(with = "key_name")]
    pub field: Key,
    /// Names of tags stand on lines of their own.
    pub text: Box<str>,
}

/// Whether a field can be the same for everybody.
pub fn can_be_fixed(field: &'static Field) -> bool {
    takes_cells(field) || [keys::TAGS, keys::ORGANIZATION].contains(&field.key())
}

/// What is wrong with what a person has entered. A file makes organizations, and nothing else that a field points
/// to.
pub fn wrong(field: &'static Field, draft: &Draft) -> Option<RowFault> {
    match draft {
        Draft::Relation(Pick::New(name)) if field.points_to() != Some(RecordType::Organization) => {
            Some(RowFault::NoRecord { key: field.key(), name: name.trim().into() })
        }
        other => other.read(field).err().map(|wrong| RowFault::Value(wrong.fault)),
    }
}

impl Fixed {
    /// What a person has entered. `None` where that is nothing, or not right.
    pub fn entered(field: &'static Field, draft: &Draft) -> Option<Self> {
        let text = match draft {
            Draft::Relation(_) if wrong(field, draft).is_some() => return None,
            Draft::Relations(picks) => picks.iter().map(Pick::name).collect::<Vec<_>>().join("\n"),
            Draft::Relation(Pick::Typed(_)) => return None,
            Draft::Relation(pick) => pick.name().to_owned(),
            other => in_words(&other.read(field).ok()?.value?),
        };
        (!text.is_empty()).then(|| Self { field: field.key(), text: text.into() })
    }

    /// The field with what is entered for it. `None` where the field does not take it any more.
    pub fn draft(&self, book: &Book) -> Option<(&'static Field, Draft)> {
        let field = book.field(self.field).filter(|field| can_be_fixed(field))?;
        let pick = |on: RecordType, name: &str| {
            let is_called = |it: String| fold(&it) == fold(name);
            let mut named = book.table(on).iter();
            let found = named.find(|(_, it)| derived::name_of(it).is_some_and(is_called));
            let name = name.to_owned();
            found.map_or(Pick::New(name.clone()), |(_, it)| Pick::Chosen { id: it.id, name })
        };
        let draft = match field.kind {
            Kind::Relations(to) => {
                Draft::Relations(self.text.lines().map(|name| pick(to, name)).collect())
            }
            Kind::Relation(to) => Draft::Relation(pick(to, &self.text)),
            _ => Draft::of(book, field, Some(&check::parse(field, &self.text).ok()??)),
        };
        Some((field, draft))
    }
}

/// What everybody gets, read once for all rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Everybody {
    fields: Vec<(Key, Value)>,
    organization: Option<Box<str>>,
    pointers: Vec<Pointer>,
    tags: Vec<Box<str>>,
}

impl Everybody {
    /// What does not fit its field is left out.
    pub(super) fn of(fixed: &[Fixed]) -> Self {
        let mut everybody = Self::default();
        let name = |text: &str| match check::parse(keys::NAME.field()?, text) {
            Ok(Some(Value::Text(name))) => Some(name),
            _ => None,
        };
        for Fixed { field: key, text } in fixed {
            match *key {
                keys::TAGS => everybody.tags.extend(text.lines().filter_map(name)),
                keys::ORGANIZATION => everybody.organization = name(text),
                key => match key.field().filter(|field| takes_cells(field)) {
                    Some(field) if matches!(field.kind, Kind::Relation(_)) => {
                        let pointer = |name| Pointer { key, name, column: NO_COLUMN };
                        everybody.pointers.extend(name(text).map(pointer));
                    }
                    field => {
                        let value = field.and_then(|field| check::parse(field, text).ok()?);
                        everybody.fields.extend(value.map(|value| (key, value)));
                    }
                },
            }
        }
        everybody
    }

    /// Fills what a row says nothing of. Tags are added to those that it names.
    pub(super) fn give(&self, row: &mut Incoming) {
        let is_its = |key: Key| key.field().is_some_and(|field| field.is_on(row.on));
        for (key, value) in self.fields.iter().filter(|(key, _)| is_its(*key)) {
            if row.get(*key).is_none() {
                row.fields.push((*key, value.clone(), NO_COLUMN));
            }
        }
        for pointer in self.pointers.iter().filter(|it| is_its(it.key)) {
            if row.pointers.iter().all(|it| it.key != pointer.key) {
                row.pointers.push(pointer.clone());
            }
        }
        if row.on == RecordType::Person && row.organization.is_none() {
            row.organization = self.organization.clone().map(|name| (name, NO_COLUMN));
        }
        row.common_tags.clone_from(&self.tags);
    }
}
