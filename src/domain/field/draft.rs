//! What stands in the inputs of a field while a person types, and the value that it makes.
//!
//! A draft keeps what was typed, right or wrong, and can be stored: it outlives a reload. Whether it is
//! right, [`check`](super::check) knows.

use serde::{Deserialize, Serialize};

use super::{
    Field, Kind,
    check::{self, NO, YES},
};
use crate::domain::{
    book::Book,
    field::derived,
    id::{Id, RecordType},
    problem::Fault,
    value::{Value, address::Address, labelled::Labelled},
};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Draft {
    /// Whatever has one input: text, number, day, choice, colour, picture.
    Text(String),
    Labelled(Vec<Labelled>),
    Addresses(Vec<Address>),
    Relation(Pick),
    // As an earlier version may have left it in the tab.
    #[serde(alias = "tags")]
    Relations(Vec<Pick>),
    /// Words of several choices.
    Words(Vec<Box<str>>),
}

/// A record that is pointed to, while one types its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pick {
    /// Typed, and nothing chosen yet.
    Typed(String),
    Chosen {
        id: Id,
        name: String,
    },
    /// To be made under this name.
    New(String),
}

/// What a draft comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entered {
    pub value: Option<Value>,
    /// Names of records that are to be made and pointed to as well.
    pub names: Vec<Box<str>>,
}

/// What is wrong with a draft, and in which row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    pub row: Option<usize>,
    pub fault: Fault,
}

impl Pick {
    pub fn name(&self) -> &str {
        match self {
            Self::Typed(name) | Self::Chosen { name, .. } | Self::New(name) => name,
        }
    }

    /// Whether both are the same record: of two that are there, names say nothing.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Chosen { id, .. }, Self::Chosen { id: other, .. }) => id == other,
            _ => self.name() == other.name(),
        }
    }
}

impl Draft {
    /// Inputs of a field with nothing in them: lists have one empty row to type into.
    pub fn empty(field: &Field) -> Self {
        match field.kind {
            Kind::Emails | Kind::Phones | Kind::Links => {
                Self::Labelled(vec![Labelled::new("", "")])
            }
            Kind::Addresses => Self::Addresses(vec![Address::default()]),
            Kind::Relation(_) => Self::Relation(Pick::Typed(String::new())),
            Kind::Relations(_) => Self::Relations(Vec::new()),
            Kind::Choices(_) => Self::Words(Vec::new()),
            _ => Self::Text(String::new()),
        }
    }

    /// Inputs that hold a value.
    pub fn of(book: &Book, field: &'static Field, value: Option<&Value>) -> Self {
        let on = field.points_to().unwrap_or(RecordType::Tag);
        let now = |word: &str| field.choice(word).unwrap_or(word).to_owned();
        let chosen = |id: Id| {
            let name = book.get(on, id).and_then(derived::name_of).unwrap_or_default();
            Pick::Chosen { id, name }
        };
        match value {
            Some(Value::Text(text)) => Self::Text(now(text)),
            Some(Value::Words(words)) => {
                Self::Words(words.iter().map(|word| now(word).into()).collect())
            }
            Some(Value::Money(amount, currency)) => {
                Self::Text(format!("{amount} {}", currency.code()))
            }
            Some(Value::Flag(flag)) => Self::Text((if *flag { YES } else { NO }).to_owned()),
            Some(Value::Time(time)) => Self::Text(format!("{}Z", time.on_clock(0))),
            Some(Value::Number(number)) => Self::Text(number.to_string()),
            Some(Value::Day(day)) => Self::Text(day.to_string()),
            Some(Value::Labelled(items)) => Self::Labelled(items.to_vec()),
            Some(Value::Addresses(items)) => Self::Addresses(items.to_vec()),
            Some(Value::Link(id)) => Self::Relation(chosen(**id)),
            Some(Value::Links(ids)) => Self::Relations(ids.iter().copied().map(chosen).collect()),
            _ => Self::empty(field),
        }
    }

    /// Checks what was typed and makes a value of it.
    pub fn read(&self, field: &'static Field) -> Result<Entered, Wrong> {
        let whole = |fault| Wrong { row: None, fault };
        let value = match self {
            Self::Text(text) => check::parse(field, text).map_err(whole)?,
            Self::Labelled(items) => {
                for (row, item) in items.iter().enumerate() {
                    let one = Value::Labelled([item.clone()].into());
                    check::normalize(field, one).map_err(|fault| in_row(row, fault))?;
                }
                check::normalize(field, Value::Labelled(items.clone().into())).map_err(whole)?
            }
            Self::Addresses(items) => {
                for (row, item) in items.iter().enumerate() {
                    let one = Value::Addresses([item.clone()].into());
                    check::normalize(field, one).map_err(|fault| in_row(row, fault))?;
                }
                check::normalize(field, Value::Addresses(items.clone().into())).map_err(whole)?
            }
            Self::Relation(Pick::Typed(text)) if text.trim().is_empty() => None,
            Self::Relation(Pick::Typed(text)) => {
                let name = text.trim().into();
                return Err(whole(Fault::NoRecord { key: field.key(), name }));
            }
            Self::Relation(Pick::Chosen { id, .. }) => Some(Value::link(*id)),
            Self::Relation(Pick::New(name)) => {
                return Ok(Entered { value: None, names: vec![name.as_str().into()] });
            }
            Self::Relations(picks) => {
                // Tags are made by the way, whoever else is typed has to be chosen.
                let is_loose = |pick: &&Pick| {
                    matches!(pick, Pick::Typed(_)) && field.points_to() != Some(RecordType::Tag)
                };
                if let Some(pick) = picks.iter().find(is_loose) {
                    let name = pick.name().into();
                    return Err(whole(Fault::NoRecord { key: field.key(), name }));
                }
                let ids = picks.iter().filter_map(|pick| match pick {
                    Pick::Chosen { id, .. } => Some(*id),
                    _ => None,
                });
                let names = picks.iter().filter_map(|pick| match pick {
                    Pick::Chosen { .. } => None,
                    Pick::New(name) | Pick::Typed(name) => Some(Box::from(name.as_str())),
                });
                return Ok(Entered { value: Value::links(ids.collect()), names: names.collect() });
            }
            Self::Words(words) => match Value::words_of(words.clone()) {
                Some(words) => check::normalize(field, words).map_err(whole)?,
                None => None,
            },
        };
        Ok(Entered { value, names: Vec::new() })
    }

    /// The text of a field that has one input.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Relation(pick) => pick.name(),
            _ => "",
        }
    }

    /// How many rows a list has.
    pub fn rows(&self) -> usize {
        match self {
            Self::Labelled(items) => items.len(),
            Self::Addresses(items) => items.len(),
            Self::Relations(picks) => picks.len(),
            Self::Text(_) | Self::Relation(_) | Self::Words(_) => 0,
        }
    }

    /// Adds an empty row to a list.
    pub fn add_row(&mut self) {
        match self {
            Self::Labelled(items) => items.push(Labelled::new("", "")),
            Self::Addresses(items) => items.push(Address::default()),
            _ => {}
        }
    }

    /// Takes a row out of a list.
    pub fn remove_row(&mut self, row: usize) {
        match self {
            Self::Labelled(items) if row < items.len() => {
                items.remove(row);
            }
            Self::Addresses(items) if row < items.len() => {
                items.remove(row);
            }
            Self::Relations(picks) if row < picks.len() => {
                picks.remove(row);
            }
            _ => {}
        }
    }
}

fn in_row(row: usize, fault: Fault) -> Wrong {
    Wrong { row: Some(row), fault }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{field::keys, key::Key, value::day::Day};

    #[track_caller]
    fn check(key: Key, draft: Draft, expected: Result<Option<Value>, Wrong>) {
        let entered = draft.read(key.field().unwrap());
        assert_eq!(entered.map(|entered| entered.value), expected);
    }

    fn rows(values: &[&str]) -> Vec<Labelled> {
        values.iter().map(|value| Labelled::new("work", *value)).collect()
    }

    #[test]
    fn what_has_one_input() {
        check(keys::GIVEN, Draft::Text(" Ada ".into()), Ok(Some(Value::text("Ada"))));
        check(keys::LIFECYCLE, Draft::Text(String::new()), Ok(None));
        let day = Day::parse("--12-10").map(Value::Day);
        check(keys::BIRTHDAY, Draft::Text("--12-10".into()), Ok(day));
    }

    #[test]
    fn a_list_names_its_faulty_row_and_loses_its_empty_ones() {
        check(
            keys::EMAILS,
            Draft::Labelled(rows(&["ada@x.org", "", "ada"])),
            Err(Wrong { row: Some(2), fault: Fault::NotAnEmail("ada".into()) }),
        );
        check(
            keys::EMAILS,
            Draft::Labelled(rows(&["", "ada@x.org"])),
            Ok(Some(Value::Labelled(rows(&["ada@x.org"]).into()))),
        );
        check(keys::ADDRESSES, Draft::Addresses(vec![Address::default()]), Ok(None));
    }

    #[test]
    fn a_name_that_was_typed_but_not_chosen_is_no_relation() {
        let typed = |text: &str| Draft::Relation(Pick::Typed(text.into()));
        check(keys::ORGANIZATION, typed("  "), Ok(None));
        let fault = Fault::NoRecord { key: keys::ORGANIZATION, name: "Acm".into() };
        check(keys::ORGANIZATION, typed("Acm"), Err(Wrong { row: None, fault }));
    }

    #[test]
    fn of_several_people_each_was_chosen_or_is_new() {
        let people = |pick: Pick| Draft::Relations(vec![Pick::New("Ada".into()), pick]);
        let field = keys::ALSO.field().unwrap();
        let entered = people(Pick::New("Ben".into())).read(field).unwrap();
        assert_eq!(entered.names, ["Ada".into(), "Ben".into()]);
        let fault = Fault::NoRecord { key: keys::ALSO, name: "Be".into() };
        check(keys::ALSO, people(Pick::Typed("Be".into())), Err(Wrong { row: None, fault }));
    }

    #[test]
    fn what_an_earlier_version_left_is_read() {
        let draft: Draft = serde_json::from_str(r#"{"tags":[{"new":"vip"}]}"#).unwrap();
        assert_eq!(draft, Draft::Relations(vec![Pick::New("vip".into())]));
    }

    #[test]
    fn two_people_of_one_name_are_two() {
        let chosen = |id: u128, name: &str| Pick::Chosen {
            id: Id::new(uuid::Uuid::from_u128(id)),
            name: name.into(),
        };
        assert!(!chosen(1, "Ada").is(&chosen(2, "Ada")));
        assert!(chosen(1, "Ada").is(&chosen(1, "Ada King")));
        assert!(Pick::New("Ada".into()).is(&Pick::Typed("Ada".into())));
    }

    #[test]
    fn new_records_are_named() {
        let tags = Draft::Relations(vec![Pick::New("vip".into())]);
        let entered = tags.read(keys::TAGS.field().unwrap()).unwrap();
        assert_eq!(entered, Entered { value: None, names: vec!["vip".into()] });
    }

    #[test]
    fn a_draft_survives_json_and_reads_back_the_value_it_was_made_of() {
        let book = Book::default();
        for (key, value) in [
            (keys::GIVEN, Value::text("Ada")),
            (keys::BIRTHDAY, Value::Day(Day::parse("1815-12-10").unwrap())),
            (keys::EMAILS, Value::Labelled(rows(&["ada@x.org"]).into())),
        ] {
            let field = key.field().unwrap();
            let draft = Draft::of(&book, field, Some(&value));
            let json = serde_json::to_string(&draft).unwrap();
            let draft: Draft = serde_json::from_str(&json).unwrap();
            assert_eq!(draft.read(field).unwrap().value, Some(value));
        }
    }
}
