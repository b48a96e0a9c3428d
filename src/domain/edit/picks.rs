//! Picked lists: segments whose members a person chose one by one. Each record knows the lists it is in.

use super::{change, find, set, update};
use crate::domain::{
    book::Book,
    change::{Action, Change, Step, Touch},
    field::keys,
    id::{Id, RecordType},
    problem::Problem,
    stamp::Stamp,
    value::Value,
};

/// Puts records on a list. Those that are on it are left alone.
pub fn add(
    book: &Book,
    on: RecordType,
    ids: &[Id],
    list: Id,
    stamp: &Stamp,
) -> Result<Change, Problem> {
    let name = find(book, RecordType::Segment, list)?.text(keys::NAME).unwrap_or_default();
    let touches = repick(book, on, ids, |lists| lists.push(list)).collect();
    Ok(change(Action::Pick, on, name, touches, stamp))
}

/// Takes records off a list.
pub fn remove(
    book: &Book,
    on: RecordType,
    ids: &[Id],
    list: Id,
    stamp: &Stamp,
) -> Result<Change, Problem> {
    let name = find(book, RecordType::Segment, list)?.text(keys::NAME).unwrap_or_default();
    let touches = repick(book, on, ids, |lists| lists.retain(|other| *other != list)).collect();
    Ok(change(Action::Unpick, on, name, touches, stamp))
}

/// Deletes a segment and takes everyone off it. Filters that ask about it find nobody by it from then on.
pub fn delete(book: &Book, id: Id, stamp: &Stamp) -> Result<Change, Problem> {
    let segment = find(book, RecordType::Segment, id)?;
    let mut touches = Vec::new();
    for on in [RecordType::Person, RecordType::Organization] {
        let on_it = book.table(on).iter().map(|(_, record)| record);
        let ids: Vec<_> = on_it
            .filter(|record| record.links(keys::PICKED).contains(&id))
            .map(|record| record.id)
            .collect();
        touches.extend(repick(book, on, &ids, |lists| lists.retain(|other| *other != id)));
    }
    let step = Step::Delete(segment.fields.clone());
    touches.push(Touch { on: RecordType::Segment, id, step });
    let name = segment.text(keys::NAME).unwrap_or_default();
    Ok(change(Action::Delete, RecordType::Segment, name, touches, stamp))
}

fn repick(
    book: &Book,
    on: RecordType,
    ids: &[Id],
    to: impl Fn(&mut Vec<Id>),
) -> impl Iterator<Item = Touch> {
    ids.iter().filter_map(move |&id| {
        let record = book.get(on, id)?;
        let mut lists = record.links(keys::PICKED).to_vec();
        to(&mut lists);
        update(on, id, set(record, keys::PICKED, Value::links(lists)).into_iter().collect())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        edit::records::{self, Input},
        value::time::Time,
    };

    #[test]
    fn deleting_a_list_keeps_its_people() {
        let mut book = Book::default();
        let mut stamp = Stamp::new(Time::from_millis(1), [1; 10]);
        let mut create = |on, key, name: &str| {
            let input = Input::from([(key, Some(Value::text(name)))]);
            let (id, change) = records::create(&book, on, &input, &mut stamp).unwrap();
            book.apply(change).unwrap();
            id
        };
        let list = create(RecordType::Segment, keys::NAME, "Friends");
        let ada = create(RecordType::Person, keys::GIVEN, "Ada");
        let lists =
            |book: &Book| book.get(RecordType::Person, ada).unwrap().links(keys::PICKED).len();
        book.apply(add(&book, RecordType::Person, &[ada], list, &stamp).unwrap()).unwrap();
        assert_eq!(lists(&book), 1);
        book.apply(delete(&book, list, &stamp).unwrap()).unwrap();
        assert_eq!(lists(&book), 0);
        assert!(book.get(RecordType::Segment, list).is_none());
    }
}
