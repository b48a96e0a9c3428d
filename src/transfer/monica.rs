//! The export of Monica, the personal CRM, as JSON: its contacts as rows.
//!
//! The file is an `account` with lists of what it has, in groups that name their type: contacts, activities,
//! relationships, photos. A contact has `properties` and groups of its own, and points by `uuid` to what
//! belongs to several. Empty objects are written as empty lists, and a list may be an object of its positions.
//!
//! What was said and done becomes notes, each at its moment, an activity of several contacts one note with all of
//! them; whatever else has no field goes to the note that is headed by the name of the file, called as Monica calls
//! it. What Monica keeps for itself is passed over.
//!
//! Of a relationship, `of_contact` is to `contact_is` what its type says, and the other way round stands as one
//! more. Of both one relation comes, where both contacts do and the type is one that Monica has by itself; what
//! types of one's own mean is not known, so these go to the note.
//!
//! # Limitations
//! - Photos and documents are left out, but for the photo that is somebody's picture.
//! - Entries of the journal are about nobody, and are left out.

use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

use serde::Deserialize;
use serde_json::{Map, Value, value::RawValue};

use super::incoming::{Builder, DayOrder, Relative, Row, RowFault, Rows, Written, which};
use crate::domain::{
    field::keys,
    id::RecordType,
    key::Key,
    value::{address::Address, email, link, phone, time::Time},
};

/// Most bytes of a file.
pub const BYTES_MOST: usize = 200 * 1024 * 1024;

/// What the columns of problems are called.
const COLUMNS: [&str; 16] = [
    "contact",
    "first_name",
    "middle_name",
    "last_name",
    "nickname",
    "description",
    "job",
    "company",
    "first_met_through",
    "birthdate",
    "tags",
    "avatar",
    "contact_field",
    "address",
    "note",
    "journal_entries",
];

/// What Monica keeps for itself, or computes from something else.
const PASSED_OVER: [&str; 14] = [
    "created_at",
    "delible",
    "distant_etag",
    "favorited_at",
    "is_favorited",
    "is_partial",
    "last_consulted_at",
    "latitude",
    "longitude",
    "number_of_views",
    "stay_in_touch_trigger_date",
    "updated_at",
    "uuid",
    "vcard",
];

/// Types of relationships that Monica has by itself: what somebody is, what the other one is to them, and how the
/// first is called here.
const ROLES: [(&str, &str, &str); 19] = [
    ("partner", "partner", "Partner"),
    ("spouse", "spouse", "Spouse"),
    ("date", "date", "Date"),
    ("lover", "lover", "Lover"),
    ("inlovewith", "lovedby", "In love with them"),
    ("ex", "ex", "Former partner"),
    ("ex_husband", "ex_husband", "Former spouse"),
    ("parent", "child", "Parent"),
    ("stepparent", "stepchild", "Step-parent"),
    ("sibling", "sibling", "Sibling"),
    ("grandparent", "grandchild", "Grandparent"),
    ("uncle", "nephew", "Uncle or aunt"),
    ("cousin", "cousin", "Cousin"),
    ("godfather", "godson", "Godparent"),
    ("friend", "friend", "Friend"),
    ("bestfriend", "bestfriend", "Best friend"),
    ("colleague", "colleague", "Colleague"),
    ("boss", "subordinate", "Boss"),
    ("mentor", "protege", "Mentor"),
];

#[derive(Deserialize)]
struct File<'a> {
    #[serde(borrow)]
    account: Account<'a>,
}

#[derive(Deserialize)]
struct Account<'a> {
    #[serde(borrow)]
    data: &'a RawValue,
    #[serde(default)]
    properties: Value,
    #[serde(default)]
    instance: Value,
}

#[derive(Deserialize)]
struct Group<'a> {
    #[serde(rename = "type")]
    kind: String,
    #[serde(borrow)]
    values: &'a RawValue,
}

/// Reads a file. `None` where it is none of Monica's.
pub fn read(bytes: &[u8]) -> Option<Rows> {
    if bytes.len() > BYTES_MOST {
        return None;
    }
    let text = str::from_utf8(bytes).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let file: File<'_> = serde_json::from_str(text).ok()?;
    let mut known = Known::of(&file.account.instance);
    let mut contacts = Vec::new();
    for group in listed::<Group<'_>>(file.account.data)? {
        let values = listed::<&RawValue>(group.values)?;
        if group.kind == "contact" {
            contacts.extend(values.into_iter().filter_map(|raw| Some((raw, parsed(raw)?))));
        } else {
            values.into_iter().filter_map(parsed).for_each(|value| known.learn(&group.kind, value));
        }
    }
    for (_, contact) in contacts.iter().filter(|(_, contact)| !uuid(contact).is_empty()) {
        known.names.insert(uuid(contact).to_owned(), name(contact));
    }
    let headers: Arc<[Box<str>]> = COLUMNS.map(Into::into).into();
    let mut lines = Lines { text, line: 1, at: 0 };
    let rows = contacts.iter().map(|(raw, contact)| {
        let mut builder = Builder::new(&headers);
        known.contact(&mut builder, contact);
        let (incoming, faults) = builder.finish();
        let line = lines.of(raw.get());
        let row = Row { line, incoming: Some(incoming), faults, cells: Vec::new() };
        // All of the contact stands in the first column.
        row.keeping(|| vec![contact.to_string().into()])
    });
    let mut rows: Vec<Row> = rows.collect();
    relate(&mut rows, &contacts, &known);
    let journal = list(get(&file.account.properties, "journal_entries")).len();
    if journal > 0 {
        let faults = vec![(position("journal_entries"), RowFault::AboutNobody)];
        rows.push(Row { line: 1, faults, ..Row::default() });
    }
    Some(Rows { headers, rows })
}

/// Says of each contact what it is to others. What is not clear goes to the note.
fn relate(rows: &mut [Row], contacts: &[(&RawValue, Value)], known: &Known) {
    let positions: BTreeMap<&str, usize> = contacts
        .iter()
        .enumerate()
        .map(|(at, (_, contact))| (uuid(contact), at))
        .filter(|(uuid, _)| !uuid.is_empty())
        .collect();
    for (at, (_, contact)) in contacts.iter().enumerate() {
        for relationship in known.relationships.get(uuid(contact)).into_iter().flatten() {
            let properties = get(relationship, "properties");
            let kind = text(properties, "type");
            let other = positions.get(text(properties, "of_contact")).copied();
            let clear = other.and_then(|other| relative(rows, at, other, kind));
            if let Some((person, relative)) = clear {
                let incoming = rows.get_mut(person).and_then(|row| row.incoming.as_mut());
                if let Some(incoming) = incoming.filter(|it| !it.relatives.contains(&relative)) {
                    incoming.relatives.push(relative);
                }
            } else if let Some(Row { incoming: Some(incoming), .. }) = rows.get_mut(at) {
                let other = known.words(get(properties, "of_contact"));
                incoming.kept.push(format!("relationship: {kind}, {other}"));
            }
        }
    }
}

/// Who is what to whom, where a contact has another one as a relative of a kind: the row of the person, and the
/// other one's with the role. `None` where one of them does not come, or the kind is none of Monica's own.
fn relative(rows: &[Row], contact: usize, other: usize, kind: &str) -> Option<(usize, Relative)> {
    let comes = |at: usize| {
        let incoming = rows.get(at).and_then(|row| row.incoming.as_ref());
        incoming.is_some_and(|it| it.on == RecordType::Person && it.can_be_told())
    };
    if contact == other || !comes(contact) || !comes(other) {
        return None;
    }
    let (first, second, role) =
        ROLES.into_iter().find(|(first, second, _)| [first, second].contains(&&kind))?;
    let person = if first == second {
        // Both say the same; it is written down once.
        contact.min(other)
    } else if kind == first {
        other
    } else {
        contact
    };
    let of = if person == contact { other } else { contact };
    Some((person, Relative { of, role: role.into() }))
}

/// The line on which a part of the text begins. The parts come in their order.
struct Lines<'a> {
    text: &'a str,
    line: u64,
    at: usize,
}

impl Lines<'_> {
    fn of(&mut self, part: &str) -> u64 {
        let at = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        if let Some(between) = self.text.get(self.at..at) {
            self.line += between.matches('\n').count() as u64;
            self.at = at;
        }
        self.line
    }
}

/// A list, which may be an object of its positions.
fn listed<'a, T: Deserialize<'a>>(raw: &'a RawValue) -> Option<Vec<T>> {
    let list = serde_json::from_str(raw.get());
    list.or_else(|_| {
        serde_json::from_str::<BTreeMap<Cow<'_, str>, T>>(raw.get())
            .map(|map| map.into_values().collect())
    })
    .ok()
}

fn parsed(raw: &RawValue) -> Option<Value> {
    serde_json::from_str(raw.get()).ok()
}

fn position(column: &str) -> usize {
    COLUMNS.iter().position(|other| *other == column).unwrap_or_default()
}

fn get<'a>(value: &'a Value, name: &str) -> &'a Value {
    value.get(name).unwrap_or(&Value::Null)
}

/// The text of a member; empty where it has none.
fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    get(value, name).as_str().unwrap_or_default().trim()
}

fn uuid(value: &Value) -> &str {
    text(value, "uuid")
}

fn list(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(items) => items.values().collect(),
        _ => Vec::new(),
    }
}

fn members(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let members = value.as_object().map(Map::iter).into_iter().flatten();
    members.map(|(name, value)| (name.as_str(), value))
}

/// The whole name of a contact.
fn name(contact: &Value) -> String {
    let properties = get(contact, "properties");
    let parts = ["first_name", "middle_name", "last_name"].map(|part| text(properties, part));
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A day, or a moment, as we write them: `2024-03-09`, `2024-03-09 18:30`. Other text stays as it is.
fn moment(text: &str) -> Cow<'_, str> {
    let is_moment = text.len() >= 16
        && text.get(10..11) == Some("T")
        && text.get(..10).is_some_and(|day| day.bytes().all(|c| c.is_ascii_digit() || c == b'-'));
    match (text.get(..10), text.get(11..16)) {
        (Some(day), Some("00:00")) if is_moment => day.into(),
        (Some(day), Some(clock)) if is_moment => format!("{day} {clock}").into(),
        _ => text.into(),
    }
}

/// The moment of what [`moment`] gives, in UTC as all of Monica's. A day without a clock is at noon, so that it is
/// the same day nearly everywhere.
fn happened(moment: &str) -> Option<Time> {
    match moment.split_once(' ') {
        Some((day, clock)) => Time::of_clock(&format!("{day}T{clock}"), 0),
        None => Time::of_clock(&format!("{moment}T12:00"), 0),
    }
}

/// The day of a special date: without the year where it is not known, and the year alone where only an age is.
fn day(date: &Value) -> Option<&str> {
    let day = get(date, "date").as_str()?.get(..10)?;
    let is = |name: &str| [Value::Bool(true), 1.into()].contains(get(date, name));
    if is("is_age_based") {
        day.get(..4)
    } else if is("is_year_unknown") {
        // What stands before the month is the sign for no year.
        day.get(5..)
    } else {
        Some(day)
    }
}

/// What several contacts point to.
#[derive(Default)]
struct Known {
    /// Names of contacts and of types, by `uuid`.
    names: BTreeMap<String, String>,
    /// Types of contact fields.
    types: BTreeMap<String, Value>,
    activities: BTreeMap<String, Value>,
    documents: BTreeMap<String, Value>,
    photos: BTreeMap<String, Value>,
    /// By the contact that they are shown with.
    relationships: BTreeMap<String, Vec<Value>>,
}

impl Known {
    fn of(instance: &Value) -> Self {
        let mut known = Self::default();
        for (group, types) in members(instance) {
            for value in list(types).into_iter().filter(|value| !uuid(value).is_empty()) {
                let properties = get(value, "properties");
                let name = [text(properties, "name"), text(properties, "translation_key")];
                let name = name.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
                known.names.insert(uuid(value).to_owned(), name.to_owned());
                if group == "contact_field_types" {
                    known.types.insert(uuid(value).to_owned(), properties.clone());
                }
            }
        }
        known
    }

    fn learn(&mut self, kind: &str, value: Value) {
        let uuid = uuid(&value).to_owned();
        if uuid.is_empty() && kind != "relationship" {
            return;
        }
        match kind {
            "activity" => {
                self.activities.insert(uuid, value);
            }
            "document" => {
                self.documents.insert(uuid, value);
            }
            "photo" => {
                self.photos.insert(uuid, value);
            }
            "relationship" => {
                let of = text(get(&value, "properties"), "contact_is").to_owned();
                self.relationships.entry(of).or_default().push(value);
            }
            _ => {}
        }
    }

    fn contact(&self, builder: &mut Builder<'_>, contact: &Value) {
        let properties = get(contact, "properties");
        builder.changed(&moment(text(contact, "updated_at")), written());
        for (name, value) in members(properties) {
            self.property(builder, name, value);
        }
        let avatar = text(get(properties, "avatar"), "avatar_photo");
        for group in list(get(contact, "data")) {
            let kind = text(group, "type");
            for value in list(get(group, "values")) {
                self.entry(builder, kind, value, avatar);
            }
        }
    }

    fn property(&self, builder: &mut Builder<'_>, name: &str, value: &Value) {
        let at = position(name);
        let words = value.as_str().unwrap_or_default().trim();
        let mut field = |key: Key, words: &str| builder.field(at, key, words, written());
        match name {
            "first_name" => field(keys::GIVEN, words),
            "middle_name" => field(keys::MIDDLE, words),
            "last_name" => field(keys::FAMILY, words),
            "nickname" => field(keys::NICKNAME, words),
            "description" => field(keys::BACKGROUND, words),
            "job" => field(keys::JOB_TITLE, words),
            "company" => builder.organization(at, words),
            "first_met_through" => {
                builder.pointer(at, keys::REFERRED_BY, &self.words(value));
            }
            "birthdate" => match day(value) {
                Some(day) if day.len() == 5 => field(keys::BIRTHDAY, &format!("--{day}")),
                Some(day) => field(keys::BIRTHDAY, day),
                None => {}
            },
            "tags" => {
                for tag in list(value) {
                    builder.tag(at, tag.as_str().unwrap_or_default());
                }
            }
            "avatar" => {
                let photo = self.photos.get(text(value, "avatar_photo"));
                let picture = photo.map(|photo| text(get(photo, "properties"), "dataUrl"));
                if let Some(picture) = picture.filter(|picture| !picture.is_empty()) {
                    builder.photo(at, picture.to_owned());
                }
            }
            // Whoever is not is the exception.
            "is_active" if *value == Value::Bool(false) => builder.keep_as(name, "no"),
            "is_active" => {}
            _ => self.keep(builder, name, value),
        }
    }

    /// What belongs to a contact alone, or is shared and stands here by its `uuid`.
    fn entry(&self, builder: &mut Builder<'_>, kind: &str, value: &Value, avatar: &str) {
        let properties = get(value, "properties");
        match kind {
            "contact_field" => self.contact_field(builder, properties),
            "address" => {
                let part = |name: &str| {
                    let words = text(properties, name).split_whitespace();
                    Box::from(words.collect::<Vec<_>>().join(" "))
                };
                let address = Address {
                    label: which(text(properties, "name"), ""),
                    street: text(properties, "street").into(),
                    city: part("city"),
                    region: part("province"),
                    postcode: part("postal_code"),
                    country: part("country"),
                };
                builder.whole_address(position("address"), address);
            }
            "activity" => match self.activities.get(value.as_str().unwrap_or_default()) {
                Some(activity) => self.note(builder, kind, activity),
                None => self.keep(builder, kind, value),
            },
            "note" | "call" | "conversation" | "life_event" => self.note(builder, kind, value),
            "photo" if value.as_str() == Some(avatar) => {}
            "photo" => builder.report(position("avatar"), RowFault::LeftOut),
            "document" => {
                let document = self.documents.get(value.as_str().unwrap_or_default());
                let name = document.map(|it| text(get(it, "properties"), "original_filename"));
                builder.keep_as(kind, name.unwrap_or_default());
                builder.report(position("contact"), RowFault::LeftOut);
            }
            _ => self.keep(builder, kind, value),
        }
    }

    fn contact_field(&self, builder: &mut Builder<'_>, properties: &Value) {
        let at = position("contact_field");
        let data = text(properties, "data");
        let kind = self.types.get(text(properties, "type")).unwrap_or(&Value::Null);
        let name = text(kind, "name");
        let is = |it: &str| text(kind, "type") == it || text(kind, "name").eq_ignore_ascii_case(it);
        // What its kind is called says which one it is, unless it is the usual one.
        let is_usual = is("email") || is("phone");
        let label = || if is_usual && !name.contains(' ') { "".into() } else { which(name, "") };
        let is_link = data.starts_with("http") || data.starts_with("www.");
        if data.is_empty() {
        } else if is("email") || email::parse(data).is_some() {
            builder.emails(at, data, label());
        } else if is("phone") || phone::parse(data).is_some() && data.starts_with('+') {
            builder.phones(at, data, label());
        } else if is_link && link::parse(data).is_some() {
            builder.links(at, data, which(&name.to_lowercase(), ""));
        } else {
            builder.keep_as(name, data);
        }
    }

    /// A note of its own, at the moment it happened: what it is unless it is a note; its text; then all else that
    /// is said of it. What it says of when stands with it only where that is no moment.
    fn note(&self, builder: &mut Builder<'_>, kind: &str, value: &Value) {
        const DAYS: [&str; 2] = ["happened_at", "called_at"];
        const TEXTS: [&str; 4] = ["body", "content", "summary", "name"];
        let properties = get(value, "properties");
        let day = DAYS.into_iter().map(|name| text(properties, name)).find(|day| !day.is_empty());
        let day = moment(day.unwrap_or_else(|| text(value, "created_at")));
        let happened = happened(&day);
        let kind = if kind == "note" { "" } else { kind };
        let heads = [kind, if happened.is_some() { "" } else { &*day }]
            .into_iter()
            .filter(|part| !part.is_empty());
        let mut lines = vec![heads.collect::<Vec<_>>().join(" ")];
        let main = TEXTS.into_iter().find(|name| !text(properties, name).is_empty());
        lines.extend(main.map(|name| text(properties, name).to_owned()));
        for (name, value) in members(properties) {
            if Some(name) == main || DAYS.contains(&name) {
                continue;
            }
            if name == "messages" {
                lines.extend(list(value).into_iter().map(|message| self.words(message)));
            } else if let Some(words) = self.said(name, value) {
                lines.push(format!("{name}: {words}"));
            }
        }
        lines.retain(|line| !line.is_empty());
        let shared = (kind == "activity").then(|| uuid(value).into());
        builder.note_of(position("note"), &lines.join("\n"), happened, shared);
    }

    /// Into the note with all that has no field.
    fn keep(&self, builder: &mut Builder<'_>, name: &str, value: &Value) {
        if let Some(words) = self.said(name, value) {
            builder.keep_as(name, &words);
        }
    }

    /// A member in words. `None` where it says nothing.
    fn said(&self, name: &str, value: &Value) -> Option<String> {
        let says_nothing = PASSED_OVER.contains(&name) || *value == Value::Bool(false);
        let words = if says_nothing { String::new() } else { self.words(value) };
        (!words.is_empty()).then_some(words)
    }

    /// A value in words: what is pointed to by its name, a special date by its day.
    fn words(&self, value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::Bool(flag) => (if *flag { "yes" } else { "no" }).to_owned(),
            Value::Number(number) => number.to_string(),
            Value::String(text) => match self.names.get(text) {
                Some(name) if !name.is_empty() => name.clone(),
                _ => moment(text.trim()).into_owned(),
            },
            Value::Array(items) => {
                let words = items.iter().map(|item| self.words(item));
                words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ")
            }
            Value::Object(_) => {
                let is_date = value.get("is_year_unknown").is_some();
                if let Some(day) = day(value).filter(|_| is_date) {
                    return day.to_owned();
                }
                let within = get(value, "properties");
                let all = members(value).filter(|(name, _)| *name != "properties");
                let said: Vec<_> = all
                    .chain(members(within))
                    .filter_map(|(name, value)| Some((name, self.said(name, value)?)))
                    .collect();
                match &said[..] {
                    [(_, words)] => words.clone(),
                    said => {
                        let said = said.iter().map(|(name, words)| format!("{name}: {words}"));
                        said.collect::<Vec<_>>().join(", ")
                    }
                }
            }
        }
    }
}

/// Days are written as ISO 8601 has them.
fn written() -> Written {
    Written { days: DayOrder::Standard, ..Written::default() }
}
