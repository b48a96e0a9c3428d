//! Reading a file: whole and sound, or not at all.
//!
//! One pass over the text builds the records and checks every value. Only what cannot be told before
//! the end, namely links that point nowhere, is looked for afterwards; its place is then found by
//! reading once more up to there.

use std::{borrow::Cow, cell::RefCell};

use rustc_hash::FxHashSet;
use serde::{
    Deserializer,
    de::{DeserializeSeed, MapAccess, SeqAccess, Visitor},
};
use serde_json::value::RawValue;

use super::{
    FORMAT, VERSION,
    problem::{FileProblem, Kind, Place},
};
use crate::domain::{
    field::{
        Field, check, keys,
        own::{self, OwnFields},
    },
    fold::fold,
    id::{Id, RecordType},
    key::Key,
    problem::Fault,
    record::{Fields, Record},
    value::{Value, ValueOf, money::Currency, time::Time},
};

/// Most bytes of a file. A hundred thousand people take some sixty megabytes.
pub const BYTES_MOST: usize = 512 * 1024 * 1024;
/// Most records, of all types.
pub const RECORDS_MOST: usize = 2_000_000;
/// Most levels of brackets, those of the file itself included.
pub const DEPTH_MOST: usize = 32;
/// Most names of fields that this version does not know.
pub const NAMES_MOST: usize = 1_000;
/// Most bytes of such a name.
pub const NAME_MOST: usize = 200;
/// Most bytes of the value of such a field.
pub const UNKNOWN_MOST: u32 = 1_000_000;

/// What a file holds: every value in the form in which it is kept, every link pointing to something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    pub exported: Time,
    tables: [Vec<Record>; RecordType::ALL.len()],
}

impl Contents {
    /// Records of a type, in the order of the file.
    pub fn of(&self, kind: RecordType) -> &[Record] {
        self.tables.get(kind.position()).map_or(&[], Vec::as_slice)
    }

    /// How many records there are, of all types.
    pub fn len(&self) -> usize {
        self.tables.iter().map(Vec::len).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Brings the values of fields that the file defines into their form, wherever in it the definitions stand.
    /// A value that does not suit its definition stays as it came.
    fn define(&mut self) -> OwnFields {
        let usual = self.of(RecordType::Workspace).first();
        let usual = usual.and_then(|it| Currency::parse(it.text(keys::CURRENCY)?));
        let definitions = self.of(RecordType::Field).iter();
        let own = OwnFields::of(definitions, usual.unwrap_or(Currency::USUAL), &own::open());
        for record in self.tables.iter_mut().flatten() {
            let others = record.fields.others().map(|(key, value)| (key, value.clone()));
            for (key, value) in others.collect::<Vec<_>>() {
                record.fields.replace(key, Some(own.typed(key, value)));
            }
        }
        own
    }

    pub(super) fn into_tables(self) -> impl Iterator<Item = (RecordType, Vec<Record>)> {
        RecordType::ALL.into_iter().zip(self.tables)
    }
}

/// Reads a file. A byte-order mark in front, which editors add, is passed over.
pub fn read(bytes: &[u8]) -> Result<Contents, FileProblem> {
    if bytes.len() > BYTES_MOST {
        return Err(FileProblem { kind: Kind::TooLarge { most: BYTES_MOST }, place: None });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let place = Place { byte: error.valid_up_to(), ..Place::default() };
        FileProblem { kind: Kind::NotUtf8, place: Some(place) }
    })?;
    let (mut contents, ids) = pass(text, None)?;
    let own = contents.define();
    match dangling(&contents, &own, &ids) {
        None => Ok(contents),
        // Fails at the trap, with its place.
        Some(trap) => pass(text, Some(trap)).map(|(contents, _)| contents),
    }
}

type Ids = FxHashSet<(RecordType, Id)>;

fn pass(text: &str, trap: Option<Trap>) -> Result<(Contents, Ids), FileProblem> {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let state = RefCell::new(State { trap, ..State::default() });
    let part = text.get(mark..).unwrap_or_default();
    let mut from = serde_json::Deserializer::from_str(part);
    let read = File(&state).deserialize(&mut from).and_then(|file| from.end().map(|()| file));
    let (start, error) = match read {
        Ok((contents, None)) => return Ok((contents, state.into_inner().ids)),
        // The records came before format and version were known.
        Ok((contents, Some(records))) => {
            let mut from = serde_json::Deserializer::from_str(records.get());
            match Records(&state).deserialize(&mut from) {
                Ok(tables) => {
                    return Ok((Contents { tables, ..contents }, state.into_inner().ids));
                }
                Err(error) => (records.get().as_ptr().addr() - text.as_ptr().addr(), error),
            }
        }
        Err(error) => (mark, error),
    };
    Err(problem(text, start, &error, state.into_inner()))
}

/// What went wrong in the part of the text that begins at `start`, and where.
fn problem(text: &str, start: usize, error: &serde_json::Error, state: State) -> FileProblem {
    let byte = start + byte_of(text.get(start..).unwrap_or_default(), error);
    let before = text.get(..byte).unwrap_or(text);
    let place = Place {
        byte,
        line: 1 + memchr::memchr_iter(b'\n', before.as_bytes()).count(),
        column: before.rsplit('\n').next().unwrap_or_default().chars().count().max(1),
        on: state.on,
        position: state.position,
        id: state.id,
        field: state.field,
    };
    let kind = state.problem.unwrap_or_else(|| {
        if error.is_eof() {
            Kind::BreaksOff
        } else if error.is_syntax() {
            not_json(error)
        } else if state.has_format {
            Kind::WrongShape
        } else {
            Kind::OtherFormat
        }
    });
    FileProblem { kind, place: Some(place) }
}

/// Why what was read is not JSON. The error has no code that one could ask, only words.
fn not_json(error: &serde_json::Error) -> Kind {
    if error.to_string().contains("hex escape") { Kind::HalfCharacter } else { Kind::NotJson }
}

/// How far into the text an error lies, on the border of a character.
fn byte_of(text: &str, error: &serde_json::Error) -> usize {
    let skipped: usize =
        text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let mut byte = (skipped + error.column()).min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

/// What is known while reading: where one is, what has been seen, and what went wrong.
#[derive(Default)]
struct State {
    has_format: bool,
    on: Option<RecordType>,
    position: Option<usize>,
    id: Option<Id>,
    field: Option<Key>,
    count: usize,
    ids: Ids,
    tag_names: FxHashSet<String>,
    other_names: FxHashSet<Key>,
    problem: Option<Kind>,
    trap: Option<Trap>,
}

/// A field of which it is known from an earlier pass that it points nowhere.
struct Trap {
    on: RecordType,
    position: usize,
    field: Key,
    to: Id,
}

type Shared<'a> = &'a RefCell<State>;

/// Notes what is wrong; serde's own error then carries the place only.
fn refuse<T, E: serde::de::Error>(state: Shared<'_>, kind: Kind) -> Result<T, E> {
    state.borrow_mut().problem.get_or_insert(kind);
    Err(E::custom("refused"))
}

/// The file as a whole. Gives back the records unread where format and version stand after them.
struct File<'a>(Shared<'a>);

impl<'de> DeserializeSeed<'de> for File<'_> {
    type Value = (Contents, Option<&'de RawValue>);

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for File<'_> {
    type Value = (Contents, Option<&'de RawValue>);

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a workspace")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let Self(state) = self;
        let (mut format, mut version, mut exported) = (None, None, None);
        let (mut tables, mut unread) = (None, None);
        while let Some(name) = map.next_key::<Cow<'de, str>>()? {
            let twice = match &*name {
                "format" => format.replace(map.next_value::<Cow<'de, str>>()?).is_some(),
                "version" => version.replace(map.next_value::<u64>()?).is_some(),
                "exported" => exported.replace(map.next_value::<Time>()?).is_some(),
                "records" if tables.is_some() || unread.is_some() => true,
                "records" if format.is_some() && version.is_some() => {
                    tables = Some(map.next_value_seed(Records(state))?);
                    false
                }
                "records" => {
                    unread = Some(map.next_value::<&'de RawValue>()?);
                    false
                }
                _ if format.is_none() => return refuse(state, Kind::OtherFormat),
                _ => return refuse(state, Kind::UnknownMember(name.into())),
            };
            if twice {
                return refuse(state, Kind::Twice(name.into()));
            }
            if format.as_ref().is_some_and(|format| format != FORMAT) {
                return refuse(state, Kind::OtherFormat);
            }
            if let Some(version) = version.filter(|version| *version > VERSION) {
                return refuse(state, Kind::Newer { version });
            }
            state.borrow_mut().has_format = format.is_some();
        }
        if format.is_none() {
            return refuse(state, Kind::OtherFormat);
        }
        if version.is_none_or(|version| version == 0) {
            return refuse(state, Kind::MissingMember("version"));
        }
        if tables.is_none() && unread.is_none() {
            return refuse(state, Kind::MissingMember("records"));
        }
        let Some(exported) = exported else {
            return refuse(state, Kind::MissingMember("exported"));
        };
        Ok((Contents { exported, tables: tables.unwrap_or_default() }, unread))
    }
}

/// The member `records`.
struct Records<'a>(Shared<'a>);

impl<'de> DeserializeSeed<'de> for Records<'_> {
    type Value = [Vec<Record>; RecordType::ALL.len()];

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Records<'_> {
    type Value = [Vec<Record>; RecordType::ALL.len()];

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object of lists of records")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let Self(state) = self;
        let mut tables = Self::Value::default();
        let mut seen = [false; RecordType::ALL.len()];
        while let Some(name) = map.next_key::<Cow<'de, str>>()? {
            let Some(on) = RecordType::parse(&name) else {
                return refuse(state, Kind::UnknownMember(name.into()));
            };
            let slots = tables.get_mut(on.position()).zip(seen.get_mut(on.position()));
            let Some((table, seen)) = slots.filter(|(_, seen)| !**seen) else {
                return refuse(state, Kind::Twice(name.into()));
            };
            *seen = true;
            *table = map.next_value_seed(Table { state, on })?;
            state.borrow_mut().on = None;
        }
        Ok(tables)
    }
}

/// The list of records of one type.
struct Table<'a> {
    state: Shared<'a>,
    on: RecordType,
}

impl<'de> DeserializeSeed<'de> for Table<'_> {
    type Value = Vec<Record>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Table<'_> {
    type Value = Vec<Record>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let Self { state, on } = self;
        let mut records = Vec::new();
        loop {
            {
                let mut state = state.borrow_mut();
                (state.on, state.position) = (Some(on), Some(records.len()));
            }
            let Some(record) = list.next_element_seed(One { state, on })? else { break };
            records.push(record);
            let mut state = state.borrow_mut();
            (state.id, state.field) = (None, None);
        }
        state.borrow_mut().position = None;
        Ok(records)
    }
}

/// One record.
struct One<'a> {
    state: Shared<'a>,
    on: RecordType,
}

impl<'de> DeserializeSeed<'de> for One<'_> {
    type Value = Record;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Record, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for One<'_> {
    type Value = Record;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a record")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Record, A::Error> {
        let Self { state, on } = self;
        begin(state, on)?;
        let mut id = None;
        let mut fields = Fields::with_capacity(24);
        while let Some(name) = map.next_key_seed(Name(state))? {
            let Some(key) = name else {
                let new = map.next_value()?;
                meet(state, on, new)?;
                id = Some(new);
                continue;
            };
            state.borrow_mut().field = Some(key);
            let value = map.next_value_seed(ValueOf(key.built_in_kind()))?;
            let value = accept(state, on, key, value)?;
            if fields.replace(key, value).is_some() {
                return refuse(state, Kind::Twice(key.name().into()));
            }
            state.borrow_mut().field = None;
        }
        let Some(id) = id else { return refuse(state, Kind::MissingMember("id")) };
        let record = Record { id, fields };
        if on == RecordType::Tag {
            name_once(state, &record)?;
        }
        Ok(record)
    }
}

fn begin<E: serde::de::Error>(state: Shared<'_>, on: RecordType) -> Result<(), E> {
    let (count, is_second) = {
        let mut state = state.borrow_mut();
        state.count += 1;
        (state.count, on == RecordType::Workspace && state.position != Some(0))
    };
    if count > RECORDS_MOST {
        return refuse(state, Kind::TooManyRecords { most: RECORDS_MOST });
    }
    if is_second {
        return refuse(state, Kind::SecondWorkspace);
    }
    Ok(())
}

/// Takes note of a record's id.
fn meet<E: serde::de::Error>(state: Shared<'_>, on: RecordType, id: Id) -> Result<(), E> {
    let (is_new, is_second) = {
        let mut state = state.borrow_mut();
        (state.ids.insert((on, id)), state.id.replace(id).is_some())
    };
    if is_second {
        return refuse(state, Kind::Twice("id".into()));
    }
    if is_new { Ok(()) } else { refuse(state, Kind::SameId) }
}

fn name_once<E: serde::de::Error>(state: Shared<'_>, tag: &Record) -> Result<(), E> {
    let Some(name) = tag.text(keys::NAME) else { return Ok(()) };
    let is_new = state.borrow_mut().tag_names.insert(fold(name));
    if is_new { Ok(()) } else { refuse(state, Kind::SameTagName(name.into())) }
}

/// Brings a value into the form in which it is kept. `None` when nothing is left of it.
fn accept<E: serde::de::Error>(
    state: Shared<'_>,
    on: RecordType,
    key: Key,
    value: Value,
) -> Result<Option<Value>, E> {
    if state.borrow().trap.is_some() {
        spring(state, on, key)?;
    }
    if let Value::Unknown(json) = value {
        return match unknown(&json) {
            Ok(json) => Ok(Some(Value::Unknown(json))),
            Err(kind) => refuse(state, kind),
        };
    }
    let Some(field) = key.field().filter(|field| field.is_on(on) && field.is_stored()) else {
        return refuse(state, Kind::Misplaced);
    };
    check::normalize(field, value).or_else(|fault| refuse(state, Kind::Field(fault)))
}

fn spring<E: serde::de::Error>(state: Shared<'_>, on: RecordType, key: Key) -> Result<(), E> {
    let found = {
        let state = state.borrow();
        let is_here = |trap: &&Trap| {
            (trap.on, trap.field) == (on, key) && Some(trap.position) == state.position
        };
        state.trap.as_ref().filter(is_here).map(|trap| trap.to)
    };
    found.map_or(Ok(()), |id| refuse(state, Kind::Field(Fault::Dangling(id))))
}

/// Checks JSON of an unknown field and takes out space between its parts, so that it fits its line.
fn unknown(json: &str) -> Result<Box<str>, Kind> {
    if json.len() > UNKNOWN_MOST as usize {
        return Err(Kind::Field(Fault::TooLong { most: UNKNOWN_MOST }));
    }
    // The record stands on the fifth level: file, records, list, record, value.
    let mut depth = 4;
    let mut compact = String::with_capacity(json.len());
    let (mut is_text, mut is_escaped) = (false, false);
    for c in json.chars() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' if is_text => is_escaped = true,
            '"' => is_text = !is_text,
            _ if is_text => {}
            '[' | '{' => depth += 1,
            ']' | '}' => depth -= 1,
            ' ' | '\n' | '\r' | '\t' => continue,
            _ => {}
        }
        if depth > DEPTH_MOST {
            return Err(Kind::TooDeep { most: DEPTH_MOST });
        }
        compact.push(c);
    }
    // Reads what raw JSON leaves unread: escapes of half a character, numbers beyond all bounds.
    match serde_json::from_str::<serde_json::Value>(&compact) {
        Ok(_) => Ok(compact.into()),
        Err(error) => Err(not_json(&error)),
    }
}

/// The name of a field. `None` for `id`.
struct Name<'a>(Shared<'a>);

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = Option<Key>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = Option<Key>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Self::Value, E> {
        let Self(state) = self;
        if name == "id" {
            return Ok(None);
        }
        if name.len() > NAME_MOST {
            return refuse(state, Kind::LongName { most: NAME_MOST });
        }
        let most = NAMES_MOST;
        let Some(key) = Key::of(name) else { return refuse(state, Kind::TooManyNames { most }) };
        let is_known = key.is_built_in();
        let is_over = !is_known && {
            let mut state = state.borrow_mut();
            state.other_names.insert(key);
            state.other_names.len() > most
        };
        if is_over { refuse(state, Kind::TooManyNames { most }) } else { Ok(Some(key)) }
    }
}

/// The first link that points to nothing in the file.
fn dangling(contents: &Contents, own: &OwnFields, ids: &Ids) -> Option<Trap> {
    for on in RecordType::ALL {
        for (position, record) in contents.of(on).iter().enumerate() {
            for (field, value) in record.fields.iter() {
                let links = match value {
                    Value::Link(id) => std::slice::from_ref(&**id),
                    Value::Links(ids) => ids,
                    _ => continue,
                };
                let Some(kind) = own.field(field).and_then(Field::points_to) else { continue };
                if let Some(&to) = links.iter().find(|id| !ids.contains(&(kind, **id))) {
                    return Some(Trap { on, position, field, to });
                }
            }
        }
    }
    None
}
