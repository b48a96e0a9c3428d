//! Addresses within the app: the part after `#`, which no host ever sees.
//!
//! The address holds all that a reload must not forget: the page, the open record, and the list's
//! search, conditions, order and columns. [`Route::parse`] and [`Route::href`] are each other's inverse;
//! what cannot be parsed is [`Route::NotFound`].

use crate::{
    domain::{
        field::{self, Kind, Source, keys},
        id::{Id, RecordType},
        key::Key,
        value::{number::Number, time::Time},
    },
    query::{
        Query, Sort,
        condition::{Condition, Test},
    },
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// A list of people or organizations, with the record that is open beside it.
    List {
        on: RecordType,
        list: List,
        open: Option<Id>,
    },
    /// A form for a new record.
    New {
        on: RecordType,
    },
    Tags,
    Transfer,
    History,
    Settings,
    NotFound,
}

/// What a list is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    pub query: Query,
    /// The columns, when they are not the usual ones.
    pub columns: Option<Vec<Key>>,
}

impl Route {
    pub fn list(on: RecordType) -> Self {
        Self::List { on, list: List::default(), open: None }
    }

    pub fn record(on: RecordType, id: Id) -> Self {
        Self::List { on, list: List::default(), open: Some(id) }
    }

    /// Reads the part after `#`, with or without it.
    pub fn parse(hash: &str) -> Self {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        let (path, search) = hash.split_once('?').unwrap_or((hash, ""));
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        let route = match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Some(Self::list(RecordType::Person)),
            (Some("tags"), None, _) => Some(Self::Tags),
            (Some("transfer"), None, _) => Some(Self::Transfer),
            (Some("history"), None, _) => Some(Self::History),
            (Some("settings"), None, _) => Some(Self::Settings),
            (Some(name), then, None) => listed(name).and_then(|on| match then {
                None => Some(Self::List { on, list: List::parse(on, search), open: None }),
                Some("new") => Some(Self::New { on }),
                Some(id) => {
                    let open = Some(Id::parse(id)?);
                    Some(Self::List { on, list: List::parse(on, search), open })
                }
            }),
            _ => None,
        };
        route.unwrap_or(Self::NotFound)
    }

    /// The address, with `#`.
    pub fn href(&self) -> String {
        match self {
            Self::List { on, list, open } => {
                let search = list.print();
                let open = open.map(|id| format!("/{id}")).unwrap_or_default();
                let mark = if search.is_empty() { "" } else { "?" };
                format!("#/{}{open}{mark}{search}", plural(*on))
            }
            Self::New { on } => format!("#/{}/new", plural(*on)),
            Self::Tags => "#/tags".to_owned(),
            Self::Transfer => "#/transfer".to_owned(),
            Self::History => "#/history".to_owned(),
            Self::Settings => "#/settings".to_owned(),
            Self::NotFound => "#/not-found".to_owned(),
        }
    }
}

/// The types of record that have a list, with its name in addresses.
const LISTED: [(RecordType, &str); 2] =
    [(RecordType::Person, "people"), (RecordType::Organization, "organizations")];

fn listed(name: &str) -> Option<RecordType> {
    LISTED.into_iter().find(|(_, other)| *other == name).map(|(on, _)| on)
}

fn plural(on: RecordType) -> &'static str {
    LISTED.into_iter().find(|(other, _)| *other == on).map_or("people", |(_, name)| name)
}

impl List {
    /// Parameters: `q` the search, `sort` a field, `-` before it for descending, `columns` fields, `has` and
    /// `without` fields with and without a value, and any field with the values asked for.
    /// What is not understood is left out: an old bookmark still opens a list.
    fn parse(on: RecordType, search: &str) -> Self {
        let mut list = Self::default();
        for pair in search.split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = decode(value);
            match name {
                "q" => list.query.search = value,
                "sort" => {
                    let (descending, name) =
                        value.strip_prefix('-').map_or((false, &*value), |name| (true, name));
                    if let Some(key) = field_key(on, name) {
                        list.query.sort = Sort { key, descending };
                    }
                }
                "columns" => list.columns = Some(field_keys(on, &value)),
                "has" | "without" => {
                    let test = if name == "has" { Test::Present } else { Test::Missing };
                    for key in field_keys(on, &value) {
                        list.query.ask(Condition { key, test: test.clone() });
                    }
                }
                name => {
                    if let Some(condition) =
                        field_key(on, name).and_then(|key| condition(key, &value))
                    {
                        list.query.ask(condition);
                    }
                }
            }
        }
        list
    }

    fn print(&self) -> String {
        let mut pairs = Vec::new();
        if !self.query.search.is_empty() {
            pairs.push(format!("q={}", encode(&self.query.search)));
        }
        let mut with = Vec::new();
        let mut without = Vec::new();
        for Condition { key, test } in &self.query.conditions {
            let name = key.name();
            match test {
                Test::Present => with.push(name),
                Test::Missing => without.push(name),
                Test::AnyOf(words) => {
                    pairs.push(format!(
                        "{name}={}",
                        words.iter().map(|word| encode(word)).collect::<Vec<_>>().join(",")
                    ));
                }
                Test::All(ids) => {
                    pairs.push(format!(
                        "{name}={}",
                        ids.iter().map(Id::to_string).collect::<Vec<_>>().join(",")
                    ));
                }
                Test::AtLeast(number) => pairs.push(format!("{name}={number}..")),
                Test::Since(time) => pairs.push(format!("{name}={}..", time.millis())),
            }
        }
        for (name, keys) in [("has", with), ("without", without)] {
            if !keys.is_empty() {
                pairs.push(format!("{name}={}", keys.join(",")));
            }
        }
        if self.query.sort != Sort::default() {
            let Sort { key, descending } = self.query.sort;
            pairs.push(format!("sort={}{}", if descending { "-" } else { "" }, key.name()));
        }
        if let Some(columns) = &self.columns {
            pairs.push(format!(
                "columns={}",
                columns.iter().map(|key| key.name()).collect::<Vec<_>>().join(",")
            ));
        }
        pairs.join("&")
    }
}

/// The columns of a list that nobody has arranged.
pub fn usual_columns(on: RecordType) -> Vec<Key> {
    match on {
        RecordType::Organization => {
            vec![
                keys::DISPLAY_NAME,
                keys::PEOPLE_COUNT,
                keys::INDUSTRY,
                keys::LOCATION,
                keys::LIFECYCLE,
                keys::TAGS,
                keys::UPDATED,
            ]
        }
        _ => vec![
            keys::DISPLAY_NAME,
            keys::ORGANIZATION,
            keys::JOB_TITLE,
            keys::EMAILS,
            keys::PHONES,
            keys::LIFECYCLE,
            keys::TAGS,
            keys::UPDATED,
        ],
    }
}

/// The fields that a list can show and sort by.
pub fn possible_columns(on: RecordType) -> impl Iterator<Item = Key> {
    field::fields_of(on)
        .filter(|field| !matches!(field.kind, Kind::Photo | Kind::Entries))
        .filter(|field| !matches!(field.from, Source::Edit) || matches!(field.kind, Kind::Time))
        .map(field::Field::key)
}

fn field_key(on: RecordType, name: &str) -> Option<Key> {
    field::fields_of(on).find(|field| field.name == name).map(field::Field::key)
}

fn field_keys(on: RecordType, names: &str) -> Vec<Key> {
    names.split(',').filter_map(|name| field_key(on, name)).collect()
}

fn condition(key: Key, value: &str) -> Option<Condition> {
    let at_least = || value.strip_suffix("..");
    let test = match key.field()?.kind {
        Kind::Choice(words) | Kind::Choices(words) => {
            let asked = words.iter().filter(|word| value.split(',').any(|part| part == **word));
            Test::AnyOf(asked.map(|word| Box::from(*word)).collect())
        }
        Kind::Tags | Kind::Relation(_) => {
            Test::All(value.split(',').filter_map(Id::parse).collect())
        }
        Kind::Number | Kind::Money(_) | Kind::Percent | Kind::Rating => {
            Test::AtLeast(Number::parse(at_least()?)?)
        }
        Kind::Time => Test::Since(Time::from_millis(at_least()?.parse().ok()?)),
        _ => return None,
    };
    let is_empty = matches!(&test, Test::AnyOf(words) if words.is_empty())
        || matches!(&test, Test::All(ids) if ids.is_empty());
    (!is_empty).then_some(Condition { key, test })
}

/// Percent-encoding of a value (RFC 3986, 2.1). Letters of all scripts stay readable in the address bar.
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() || "-_.~@".contains(c) {
            encoded.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                let digit =
                    |half: u8| char::from_digit(half.into(), 16).map(|c| c.to_ascii_uppercase());
                encoded.push('%');
                encoded.extend([digit(byte >> 4), digit(byte & 0xf)].into_iter().flatten());
            }
        }
    }
    encoded
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (byte, after) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, after @ ..]) => {
                let digit = |byte: &u8| {
                    char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
                };
                match (digit(high), digit(low)) {
                    (Some(high), Some(low)) => {
                        bytes.push(high * 16 + low);
                        rest = after;
                    }
                    _ => bytes.push(byte),
                }
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn survives(hash: &str) {
        let route = Route::parse(hash);
        assert_ne!(route, Route::NotFound);
        assert_eq!(route.href(), hash);
    }

    #[test]
    fn every_address_survives() {
        survives("#/people");
        survives("#/organizations/new");
        survives("#/people/0190d1f0-0000-7000-8000-000000000001");
        survives(
            "#/people/0190d1f0-0000-7000-8000-000000000001?q=anna%20nowak&lifecycle=lead,customer&sort=-created",
        );
        survives(
            "#/people?q=علی%20100%25&children=2..&tags=0190d1f0-0000-7000-8000-000000000001&has=emails&without=phones&columns=display-name,tags",
        );
        for route in [Route::Tags, Route::Transfer, Route::History, Route::Settings] {
            assert_eq!(Route::parse(&route.href()), route);
        }
    }

    #[test]
    fn the_empty_address_is_the_list_of_people() {
        assert_eq!(Route::parse(""), Route::list(RecordType::Person));
        assert_eq!(Route::parse("#"), Route::list(RecordType::Person));
    }

    #[test]
    fn what_is_not_understood_is_left_out_of_a_list() {
        let list =
            Route::parse("#/people?tags=x&lifecycle=king&sort=colour&has=nothing&%&=&q=%zz%");
        let Route::List { list, .. } = list else { panic!("{list:?}") };
        assert_eq!(list.query, Query { search: "%zz%".to_owned(), ..Query::default() });
    }

    #[test]
    fn conditions_have_one_order_and_stand_once() {
        let one = Route::parse("#/people?has=emails&lifecycle=lead&without=phones");
        let other =
            Route::parse("#/people?without=phones&lifecycle=lead&has=emails&lifecycle=lead");
        assert_eq!(one, other);
    }

    #[test]
    fn other_addresses_are_not_found() {
        for hash in ["#/nowhere", "#/people/x", "#/tags/x", "#/people/new/x"] {
            assert_eq!(Route::parse(hash), Route::NotFound, "{hash}");
        }
    }
}
