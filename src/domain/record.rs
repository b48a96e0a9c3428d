//! Records: an id and what is known about it.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, MapAccess, Visitor},
    ser::SerializeMap,
};

use super::{
    id::Id,
    key::Key,
    value::{
        Value, ValueOf, address::Address, day::Day, labelled::Labelled, number::Number, time::Time,
    },
};

/// One record of any type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub id: Id,
    pub fields: Fields,
}

/// The filled fields, each once, in the order of their keys.
///
/// Measured against structs with one member per field for 100,000 people, see `ARCHITECTURE.md`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(Vec<(Key, Value)>);

impl Fields {
    /// None yet, with room for so many.
    pub fn with_capacity(count: usize) -> Self {
        Self(Vec::with_capacity(count))
    }

    pub fn get(&self, key: Key) -> Option<&Value> {
        // A record has some twenty fields: walking them in order beats halving.
        self.0
            .iter()
            .find(|(other, _)| *other >= key)
            .filter(|(other, _)| *other == key)
            .map(|(_, value)| value)
    }

    /// Sets or clears a field and returns what it held.
    pub fn replace(&mut self, key: Key, value: Option<Value>) -> Option<Value> {
        match (self.0.binary_search_by_key(&key, |(other, _)| *other), value) {
            (Ok(at), Some(value)) => {
                self.0.get_mut(at).map(|(_, held)| std::mem::replace(held, value))
            }
            (Ok(at), None) => Some(self.0.remove(at).1),
            (Err(at), Some(value)) => {
                self.0.insert(at, (key, value));
                None
            }
            (Err(_), None) => None,
        }
    }

    /// Sets a field, unless it is filled.
    pub fn fill(&mut self, key: Key, value: Value) {
        // Mostly they come in order.
        if self.0.last().is_none_or(|(last, _)| *last < key) {
            self.0.push((key, value));
        } else if let Err(at) = self.0.binary_search_by_key(&key, |(other, _)| *other) {
            self.0.insert(at, (key, value));
        }
    }

    /// The same with a field set or left out; for building records.
    #[must_use]
    pub fn with(mut self, key: Key, value: impl Into<Option<Value>>) -> Self {
        self.replace(key, value.into());
        self
    }

    pub fn iter(&self) -> impl Iterator<Item = (Key, &Value)> {
        self.0.iter().map(|(key, value)| (*key, value))
    }

    /// Those whose names the catalogue does not have.
    pub fn others(&self) -> impl Iterator<Item = (Key, &Value)> {
        let start = self.0.partition_point(|(key, _)| key.is_built_in());
        self.0.iter().skip(start).map(|(key, value)| (*key, value))
    }

    /// In the order of files: as the catalogue has them, then by name, since the keys of other names are not
    /// the same from one day to the next.
    fn in_order(&self) -> impl Iterator<Item = (&'static str, &Value)> {
        let built_in = self.iter().take_while(|(key, _)| key.is_built_in());
        let mut others: Vec<_> = self.others().map(|(key, value)| (key.name(), value)).collect();
        others.sort_unstable_by_key(|(name, _)| *name);
        built_in.map(|(key, value)| (key.name(), value)).chain(others)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Gives back the memory that building left unused.
    pub fn shrink(&mut self) {
        self.0.shrink_to_fit();
    }
}

impl Record {
    pub fn get(&self, key: Key) -> Option<&Value> {
        self.fields.get(key)
    }

    pub fn text(&self, key: Key) -> Option<&str> {
        if let Some(Value::Text(text)) = self.get(key) { Some(text) } else { None }
    }

    pub fn number(&self, key: Key) -> Option<Number> {
        if let Some(Value::Number(number)) = self.get(key) { Some(*number) } else { None }
    }

    pub fn flag(&self, key: Key) -> bool {
        matches!(self.get(key), Some(Value::Flag(true)))
    }

    pub fn time(&self, key: Key) -> Option<Time> {
        if let Some(Value::Time(time)) = self.get(key) { Some(*time) } else { None }
    }

    pub fn day(&self, key: Key) -> Option<Day> {
        if let Some(Value::Day(day)) = self.get(key) { Some(*day) } else { None }
    }

    pub fn link(&self, key: Key) -> Option<Id> {
        if let Some(Value::Link(id)) = self.get(key) { Some(**id) } else { None }
    }

    pub fn links(&self, key: Key) -> &[Id] {
        if let Some(Value::Links(ids)) = self.get(key) { ids } else { &[] }
    }

    pub fn labelled(&self, key: Key) -> &[Labelled] {
        if let Some(Value::Labelled(items)) = self.get(key) { items } else { &[] }
    }

    pub fn addresses(&self, key: Key) -> &[Address] {
        if let Some(Value::Addresses(items)) = self.get(key) { items } else { &[] }
    }
}

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.in_order())
    }
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("id", &self.id)?;
        for (name, value) in self.fields.in_order() {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(FieldsVisitor { takes_id: false }).map(|(_, fields)| fields)
    }
}

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let (id, fields) = from.deserialize_map(FieldsVisitor { takes_id: true })?;
        Ok(Self { id: id.ok_or_else(|| D::Error::missing_field("id"))?, fields })
    }
}

struct FieldsVisitor {
    takes_id: bool,
}

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = (Option<Id>, Fields);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of fields")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut id = None;
        let mut fields = Vec::with_capacity(24);
        while let Some(name) = map.next_key_seed(KeyName { takes_id: self.takes_id })? {
            match name {
                Name::Id if id.is_none() => id = Some(map.next_value()?),
                Name::Id => return Err(A::Error::custom("the id stands here twice")),
                Name::Field(key) => {
                    fields.push((key, map.next_value_seed(ValueOf(key.built_in_kind()))?));
                }
            }
        }
        if !fields.is_sorted_by_key(|(key, _)| *key) {
            fields = in_order(fields);
        }
        if let Some(pair) = fields.windows(2).find(|pair| matches!(pair, [a, b] if a.0 == b.0)) {
            let name = pair.first().map_or("", |(key, _)| key.name());
            return Err(A::Error::custom(format_args!("the field {name} stands here twice")));
        }
        fields.shrink_to_fit();
        Ok((id, Fields(fields)))
    }
}

/// Puts fields in the order of their keys, by sorting numbers: each type that is sorted brings a sort of its
/// own into the app.
fn in_order(fields: Vec<(Key, Value)>) -> Vec<(Key, Value)> {
    let place =
        |(at, (key, _)): (usize, &(Key, Value))| u128::from(key.number()) << 64 | at as u128;
    let mut places: Vec<u128> = fields.iter().enumerate().map(place).collect();
    places.sort_unstable();
    let mut fields: Vec<_> = fields.into_iter().map(Some).collect();
    let at = |place: u128| usize::try_from(place & u128::from(u64::MAX)).ok();
    places.into_iter().filter_map(|place| fields.get_mut(at(place)?)?.take()).collect()
}

enum Name {
    Id,
    Field(Key),
}

struct KeyName {
    takes_id: bool,
}

impl<'de> serde::de::DeserializeSeed<'de> for KeyName {
    type Value = Name;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Name, D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for KeyName {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Name, E> {
        if self.takes_id && name == "id" {
            return Ok(Name::Id);
        }
        Key::of(name).map(Name::Field).ok_or_else(|| E::custom("too many different field names"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::keys;

    #[test]
    fn a_record_survives_json() {
        let json = r#"{"id":"0190d1f0-0000-7000-8000-000000000001","given":"Ada","emails":[{"label":"work","value":"ada@x.org"}],"birthday":"--12-10","children":2.5,"favourite-colour":{"a":[1,"x"]}}"#;
        let record: Record = serde_json::from_str(json).unwrap();
        assert_eq!(record.text(keys::GIVEN), Some("Ada"));
        assert_eq!(serde_json::to_string(&record).unwrap(), json);
    }

    #[test]
    fn order_in_the_file_does_not_matter_and_twice_is_an_error() {
        let fields: Fields = serde_json::from_str(r#"{"family":"L","given":"A"}"#).unwrap();
        assert_eq!(serde_json::to_string(&fields).unwrap(), r#"{"given":"A","family":"L"}"#);
        assert!(serde_json::from_str::<Fields>(r#"{"given":"A","given":"B"}"#).is_err());
    }

    #[test]
    fn replacing_gives_back_what_was_held() {
        let mut fields = Fields::default().with(keys::GIVEN, Value::text("A"));
        assert_eq!(fields.replace(keys::GIVEN, Some(Value::text("B"))), Some(Value::text("A")));
        assert_eq!(fields.replace(keys::GIVEN, None), Some(Value::text("B")));
        assert_eq!(fields.replace(keys::GIVEN, None), None);
        assert!(fields.is_empty());
    }
}
