//! Records that a person named instead of choosing them: found by their name, or made in the same change.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::{
    check, pipelines,
    records::{self, Input},
    tags,
};
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

/// Returns the input with the named records pointed to, and what makes those that are new behind what the same
/// change `made` before.
pub(super) fn resolve(
    book: &Book,
    input: &Input,
    names: &Names,
    mut made: Vec<Touch>,
    stamp: &mut Stamp,
) -> Result<(Input, Vec<Touch>), Problem> {
    let mut input = input.clone();
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

/// The records of a type by their names, folded. Of several of one name the first.
pub(super) fn by_name(book: &Book, on: RecordType) -> FxHashMap<String, Id> {
    let mut named = FxHashMap::default();
    for (_, record) in book.table(on).iter() {
        if let Some(name) = derived::name_of(record) {
            named.entry(fold(&name)).or_insert(record.id);
        }
    }
    named
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
        if on == RecordType::Deal {
            let first = pipelines::first_stage(book).or_else(|| {
                let stage = made.iter().find(|touch| touch.on == RecordType::Stage);
                stage.map(|touch| touch.id)
            });
            let fault = Problem::Field { key: keys::STAGE, fault: Fault::NoPipeline };
            fields.replace(keys::STAGE, Some(Value::link(first.ok_or(fault)?)));
            records::enter(&mut fields, stamp.at);
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
    use crate::domain::{
        edit::{deals, pipelines::Usual},
        value::time::Time,
    };

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

    /// A task that is of what has this name.
    fn of(key: Key, name: &str) -> (Input, Names) {
        let input = Input::from([(keys::NAME, Some(Value::text("Call")))]);
        (input, Names::from([(key, vec![name.into()])]))
    }

    #[test]
    fn a_deal_that_is_made_by_the_way_stands_in_the_first_stage() {
        let mut book = Book::default();
        let (input, names) = of(keys::DEAL, "Website");
        let on = RecordType::Task;
        let refused = records::create_naming(&book, on, &input, &names, &mut stamp(1));
        let fault = Fault::NoPipeline;
        assert_eq!(refused, Err(Problem::Field { key: keys::DEAL, fault }));

        let usual = Usual { name: "Sales".into(), stages: vec![("New".into(), 10)] };
        let first =
            pipelines::create(&book, &usual, &mut stamp(2)).map(|(_, change)| change).unwrap();
        book.apply(first).unwrap();
        let (_, change) = records::create_naming(&book, on, &input, &names, &mut stamp(3)).unwrap();
        book.apply(change).unwrap();
        let (_, made) = book.table(RecordType::Deal).iter().next().unwrap();
        // As one that was made for itself.
        let (id, change) = deals::create(
            &book,
            &Input::from([(keys::NAME, Some(Value::text("Website")))]),
            &Names::new(),
            &usual,
            &mut stamp(3),
        )
        .unwrap();
        let made_for_itself = change.touches.iter().find(|touch| touch.id == id).unwrap();
        let Step::Create(expected) = &made_for_itself.step else { panic!("it is new") };
        let updated = made.get(keys::UPDATED).cloned();
        assert_eq!(made.fields, expected.clone().with(keys::UPDATED, updated));
    }

    #[test]
    fn a_deal_points_to_one_that_is_made_with_the_first_pipeline() {
        let mut book = Book::default();
        let definition = Input::from([
            (keys::LABEL, Some(Value::text("Follows"))),
            (keys::FIELD_KIND, Some(Value::text("deal"))),
        ]);
        let on = RecordType::Deal;
        let (key, change) =
            super::super::fields::create(&book, on, &definition, &mut stamp(1)).unwrap();
        book.apply(change).unwrap();
        let usual = Usual { name: "Sales".into(), stages: vec![("New".into(), 10)] };
        let (input, names) = of(key, "Website");
        let (_, change) = deals::create(&book, &input, &names, &usual, &mut stamp(2)).unwrap();
        book.apply(change).unwrap();
        let (_, stage) = book.table(RecordType::Stage).iter().next().unwrap();
        let deals = book.table(on).iter().map(|(_, deal)| deal.link(keys::STAGE));
        assert_eq!(deals.collect::<Vec<_>>(), [Some(stage.id); 2]);
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
