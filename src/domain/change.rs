//! Changes: what happened to which fields, before and after.
//!
//! A change is the only way in which a [`Book`](super::book::Book) changes, and the only thing that the
//! journal holds. Its inverse is the swap of before and after, so an undo can forget nothing.

use serde::{Deserialize, Serialize, ser::SerializeMap};

use super::{
    field::keys,
    id::{Id, RecordType},
    key::Key,
    record::Fields,
    value::{Value, ValueOf, time::Time},
};

/// One action of a person. Touches each record at most once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub at: Time,
    pub cause: Cause,
    pub label: Label,
    pub touches: Vec<Touch>,
}

/// Why a change came about. Numbers are positions in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    Edit,
    /// Takes back the change at this position.
    Undo(u64),
    /// Does again what the change at this position did.
    Redo(u64),
    /// Makes all that there was at its own position, where the changes up to there were let go. The number is
    /// the checksum of the entry in whose place it is.
    Base(u64),
}

impl Cause {
    pub fn is_base(self) -> bool {
        matches!(self, Self::Base(_))
    }
}

/// What a change did, as facts that `i18n` makes a sentence of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    pub action: Action,
    pub on: RecordType,
    /// The name of the record, tag, file or field that the sentence is about.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub name: Box<str>,
    /// How many records of the type it was done to.
    pub count: u32,
}

/// The verbs of the history. The name of each is the name of its sentence in the language files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    Create,
    Edit,
    Set,
    Clear,
    Delete,
    AddTag,
    RemoveTag,
    MergeTags,
    Pick,
    Unpick,
    Import,
    Replace,
    Demo,
    SwitchOff,
    SwitchOn,
    Convert,
    Complete,
    Repair,
    Rename,
}

impl Action {
    pub const ALL: [Self; 19] = [
        Self::Create,
        Self::Edit,
        Self::Set,
        Self::Clear,
        Self::Delete,
        Self::AddTag,
        Self::RemoveTag,
        Self::MergeTags,
        Self::Pick,
        Self::Unpick,
        Self::Import,
        Self::Replace,
        Self::Demo,
        Self::SwitchOff,
        Self::SwitchOn,
        Self::Convert,
        Self::Complete,
        Self::Repair,
        Self::Rename,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Edit => "edit",
            Self::Set => "set",
            Self::Clear => "clear",
            Self::Delete => "delete",
            Self::AddTag => "add-tag",
            Self::RemoveTag => "remove-tag",
            Self::MergeTags => "merge-tags",
            Self::Pick => "pick",
            Self::Unpick => "unpick",
            Self::Import => "import",
            Self::Replace => "replace",
            Self::Demo => "demo",
            Self::SwitchOff => "switch-off",
            Self::SwitchOn => "switch-on",
            Self::Convert => "convert",
            Self::Complete => "complete",
            Self::Repair => "repair",
            Self::Rename => "rename",
        }
    }
}

/// What happened to one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touch {
    pub on: RecordType,
    pub id: Id,
    pub step: Step,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Create(Fields),
    Update(Vec<FieldChange>),
    /// Holds all that the record held, so that it can come back.
    Delete(Fields),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    pub key: Key,
    pub before: Option<Value>,
    pub after: Option<Value>,
}

impl Change {
    /// Returns the change that takes this one back.
    #[must_use]
    pub fn inverse(self, at: Time, cause: Cause) -> Self {
        // Backwards, so that what was made last is unmade first.
        let touches = self.touches.into_iter().rev().map(Touch::inverse).collect();
        Self { at, cause, label: self.label, touches }
    }
}

impl Touch {
    pub(super) fn inverse(self) -> Self {
        let step = match self.step {
            Step::Create(fields) => Step::Delete(fields),
            Step::Delete(fields) => Step::Create(fields),
            Step::Update(changes) => Step::Update(
                changes
                    .into_iter()
                    .map(|FieldChange { key, before, after }| FieldChange {
                        key,
                        before: after,
                        after: before,
                    })
                    .collect(),
            ),
        };
        Self { on: self.on, id: self.id, step }
    }
}

/// Whether two states of a record are the same to a change. The moment of the last change is not
/// part of what a person entered: `apply` writes it.
pub(super) fn same(a: &Fields, b: &Fields) -> bool {
    let entered = |(key, _): &(Key, &Value)| *key != keys::UPDATED;
    a.iter().filter(entered).eq(b.iter().filter(entered))
}

impl Serialize for Touch {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("on", &self.on)?;
        map.serialize_entry("id", &self.id)?;
        match &self.step {
            Step::Create(fields) => map.serialize_entry("create", fields)?,
            Step::Delete(fields) => map.serialize_entry("delete", fields)?,
            Step::Update(changes) => map.serialize_entry("update", &Updates(changes))?,
        }
        map.end()
    }
}

struct Updates<'a>(&'a [FieldChange]);

impl Serialize for Updates<'_> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(
            self.0.iter().map(|change| (change.key.name(), (&change.before, &change.after))),
        )
    }
}

impl<'de> Deserialize<'de> for Touch {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        struct Form {
            on: RecordType,
            id: Id,
            create: Option<Fields>,
            delete: Option<Fields>,
            update: Option<UpdatesIn>,
        }
        let form = Form::deserialize(from)?;
        let step = match (form.create, form.delete, form.update) {
            (Some(fields), None, None) => Step::Create(fields),
            (None, Some(fields), None) => Step::Delete(fields),
            (None, None, Some(updates)) => Step::Update(updates.0),
            _ => {
                return Err(serde::de::Error::custom("one of create, delete and update is needed"));
            }
        };
        Ok(Self { on: form.on, id: form.id, step })
    }
}

struct UpdatesIn(Vec<FieldChange>);

impl<'de> Deserialize<'de> for UpdatesIn {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Vec<FieldChange>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object of fields with before and after")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                mut map: A,
            ) -> Result<Self::Value, A::Error> {
                let mut changes = Vec::new();
                while let Some(name) = map.next_key::<std::borrow::Cow<'de, str>>()? {
                    let key = Key::of(&name).ok_or_else(|| {
                        serde::de::Error::custom("too many different field names")
                    })?;
                    let (before, after) = map.next_value_seed(BeforeAfter(key))?;
                    changes.push(FieldChange { key, before, after });
                }
                Ok(changes)
            }
        }
        from.deserialize_map(Visitor).map(Self)
    }
}

/// Reads `[before, after]`, where `null` stands for no value.
struct BeforeAfter(Key);

impl<'de> serde::de::DeserializeSeed<'de> for BeforeAfter {
    type Value = (Option<Value>, Option<Value>);

    fn deserialize<D: serde::Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_tuple(2, self)
    }
}

impl<'de> serde::de::Visitor<'de> for BeforeAfter {
    type Value = (Option<Value>, Option<Value>);

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the value before and after")
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut next = || seq.next_element_seed(Maybe(self.0));
        match (next()?, next()?) {
            (Some(before), Some(after)) => Ok((before, after)),
            _ => Err(serde::de::Error::invalid_length(1, &"two values")),
        }
    }
}

struct Maybe(Key);

impl<'de> serde::de::DeserializeSeed<'de> for Maybe {
    type Value = Option<Value>;

    fn deserialize<D: serde::Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_option(self)
    }
}

impl<'de> serde::de::Visitor<'de> for Maybe {
    type Value = Option<Value>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: serde::Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        use serde::de::DeserializeSeed;
        ValueOf(self.0.built_in_kind()).deserialize(from).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_touch_survives_json() {
        for json in [
            r#"{"on":"person","id":"0190d1f0-0000-7000-8000-000000000001","create":{"given":"Ada"}}"#,
            r#"{"on":"person","id":"0190d1f0-0000-7000-8000-000000000001","delete":{"given":"Ada"}}"#,
            r#"{"on":"tag","id":"0190d1f0-0000-7000-8000-000000000001","update":{"name":["a",null],"later":[null,{"x":1}]}}"#,
        ] {
            let touch: Touch = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&touch).unwrap(), json);
        }
    }

    #[test]
    fn a_touch_does_one_thing() {
        let json = r#"{"on":"tag","id":"0190d1f0-0000-7000-8000-000000000001"}"#;
        assert!(serde_json::from_str::<Touch>(json).is_err());
    }
}
