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

/// Deletes a segment and takes everyone off it. Filters that ask about it find nobody by it from then on.
pub fn delete(book: &Book, id: Id, stamp: &Stamp) -> Result<Change, Problem> {
    let segment = find(book, RecordType::Segment, id)?;
    let mut touches = Vec::new();
    for on in RecordType::LISTED {
        for (_, record) in book.table(on).iter() {
            let mut lists = record.links(keys::PICKED).to_vec();
            lists.retain(|other| *other != id);
            let change = set(record, keys::PICKED, Value::links(lists));
            touches.extend(update(on, record.id, change.into_iter().collect()));
        }
    }
    let step = Step::Delete(segment.fields.clone());
    touches.push(Touch { on: RecordType::Segment, id, step });
    let name = segment.text(keys::NAME).unwrap_or_default();
    Ok(change(Action::Delete, RecordType::Segment, name, touches, stamp))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        edit::{
            bulk::{self, Wish},
            records::{self, Input},
        },
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
        let on_it = Wish::add(keys::PICKED, list);
        let change = bulk::edit(&book, RecordType::Person, vec![ada], &on_it, stamp.clone());
        book.apply(change.unwrap()).unwrap();
        assert_eq!(lists(&book), 1);
        book.apply(delete(&book, list, &stamp).unwrap()).unwrap();
        assert_eq!(lists(&book), 0);
        assert!(book.get(RecordType::Segment, list).is_none());
    }
}
