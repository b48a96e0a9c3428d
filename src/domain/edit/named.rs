//! Records that a person named instead of choosing them: found by their name, or made in the same change.

use std::collections::BTreeMap;

use super::{check, records::Input, tags};
use crate::domain::{
    book::{Book, created},
    change::{Step, Touch},
    field::{Kind, derived, keys},
    fold::fold,
    id::{Id, RecordType},
    key::Key,
    problem::{Fault, Problem},
    record::Record,
    stamp::Stamp,
    value::Value,
};

/// Names of records to point to, by the field that points.
pub type Names = BTreeMap<Key, Vec<Box<str>>>;

/// Returns the input with the named records pointed to, and what makes those that are new.
pub(super) fn resolve(
    book: &Book,
    input: &Input,
    names: &Names,
    stamp: &mut Stamp,
) -> Result<(Input, Vec<Touch>), Problem> {
    let mut input = input.clone();
    let mut made = Vec::new();
    for (&key, names) in names {
        let refuse = |fault| Problem::Field { key, fault };
        let to = book.relation_of(key).ok_or(refuse(Fault::WrongKind))?;
        let mut ids = match input.get(&key) {
            Some(Some(Value::Links(ids))) => ids.to_vec(),
            _ => Vec::new(),
        };
        for name in names {
            let id = match find(book, &made, to, name) {
                Some(id) => id,
                None => {
                    make(book, &mut made, to, name, stamp).map_err(|problem| match problem {
                        // The fault is in what was typed, so it stands at the field it was typed into.
                        Problem::Field { fault, .. } => refuse(fault),
                        other => other,
                    })?
                }
            };
            ids.push(id);
        }
        let value = match book.field(key).map(|field| field.kind) {
            Some(Kind::Relation(_)) => ids.last().copied().map(Value::link),
            _ => Value::links(ids),
        };
        input.insert(key, value);
    }
    Ok((input, made))
}

fn find(book: &Book, made: &[Touch], on: RecordType, name: &str) -> Option<Id> {
    let name = fold(name);
    let is_it = |other: Option<String>| other.is_some_and(|other| fold(&other) == name);
    let there = book.table(on).iter().map(|(_, record)| (record.id, derived::name_of(record)));
    let new = made.iter().filter(|touch| touch.on == on).filter_map(|touch| match &touch.step {
        Step::Create(fields) => {
            let record = Record { id: touch.id, fields: fields.clone() };
            Some((touch.id, derived::name_of(&record)))
        }
        _ => None,
    });
    there.chain(new).find_map(|(id, other)| is_it(other).then_some(id))
}

fn make(
    book: &Book,
    made: &mut Vec<Touch>,
    on: RecordType,
    name: &str,
    stamp: &mut Stamp,
) -> Result<Id, Problem> {
    // What has a place among others is not made by the way.
    if on == RecordType::Stage {
        let fault = Fault::NotAChoice(name.into());
        return Err(Problem::Field { key: keys::STAGE, fault });
    }
    let fields = if on == RecordType::Tag {
        let nth = made.iter().filter(|touch| touch.on == RecordType::Tag).count();
        tags::fields(book, name, nth, stamp)?
    } else {
        // Of a person's name the last word is taken for the family's.
        let name = name.trim();
        let parts = match name.rsplit_once(' ').filter(|_| on == RecordType::Person) {
            Some((given, family)) => vec![(keys::GIVEN, given), (keys::FAMILY, family)],
            None if on == RecordType::Person => vec![(keys::GIVEN, name)],
            None => vec![(keys::NAME, name)],
        };
        let mut fields = created(stamp.at);
        for (key, part) in parts {
            let refuse = |fault| Problem::Field { key, fault };
            let field = key.field().ok_or(refuse(Fault::WrongKind))?;
            let part = check::normalize(field, Value::text(part)).map_err(refuse)?;
            fields.replace(key, Some(part.ok_or(refuse(Fault::Missing))?));
        }
        fields
    };
    let id = stamp.id();
    made.push(Touch { on, id, step: Step::Create(fields) });
    Ok(id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{edit::records, value::time::Time};

    fn stamp(seed: u8) -> Stamp {
        Stamp::new(Time::from_millis(1_767_225_600_000), [seed; 10])
    }

    fn person(organization: &str, tags: &[&str]) -> (Input, Names) {
        let input = Input::from([(keys::GIVEN, Some(Value::text("Ada")))]);
        let tags = tags.iter().map(|name| Box::from(*name)).collect();
        (input, Names::from([(keys::ORGANIZATION, vec![organization.into()]), (keys::TAGS, tags)]))
    }

    #[test]
    fn new_names_are_made_in_the_same_change_and_known_ones_are_found() {
        let mut book = Book::default();
        let (input, names) = person("Acme", &["vip", "VIP", "new"]);
        let (ada, change) =
            records::create_naming(&book, RecordType::Person, &input, &names, &mut stamp(1))
                .unwrap();
        book.apply(change).unwrap();
        assert_eq!(book.table(RecordType::Organization).len(), 1);
        assert_eq!(book.table(RecordType::Tag).len(), 2);
        assert_eq!(book.get(RecordType::Person, ada).unwrap().links(keys::TAGS).len(), 2);

        let (input, names) = person(" ACME", &["Vip"]);
        let (_, change) =
            records::create_naming(&book, RecordType::Person, &input, &names, &mut stamp(2))
                .unwrap();
        assert_eq!(change.touches.len(), 1);
        assert_eq!(change.label.count, 1);
    }

    #[test]
    fn an_edit_points_to_what_it_makes() {
        let mut book = Book::default();
        let input = Input::from([(keys::GIVEN, Some(Value::text("Ada")))]);
        let on = RecordType::Person;
        let (ada, change) = records::create(&book, on, &input, &mut stamp(1)).unwrap();
        book.apply(change).unwrap();
        let names = Names::from([(keys::ORGANIZATION, vec!["Acme".into()])]);
        let nothing = Input::new();
        let change =
            records::edit_naming(&book, on, ada, &nothing, &nothing, &names, &mut stamp(2))
                .unwrap();
        let undo = change.clone().inverse(stamp(3).at, change.cause);
        book.apply(change).unwrap();
        let acme = book.get(on, ada).unwrap().link(keys::ORGANIZATION).unwrap();
        assert_eq!(
            book.get(RecordType::Organization, acme).unwrap().text(keys::NAME),
            Some("Acme")
        );
        book.apply(undo).unwrap();
        assert!(book.table(RecordType::Organization).is_empty());
    }

    #[test]
    fn a_name_that_cannot_be_is_a_fault_of_the_field_it_was_typed_into() {
        let (input, names) = person(" ", &[]);
        let problem = records::create_naming(
            &Book::default(),
            RecordType::Person,
            &input,
            &names,
            &mut stamp(1),
        );
        let fault = Fault::Missing;
        assert_eq!(problem, Err(Problem::Field { key: keys::ORGANIZATION, fault }));
    }
}
