//! What is offered while one types the name of a record.

use rustc_hash::FxHashMap;

use crate::domain::{
    book::{Book, relation_of},
    field::{self, Kind, derived},
    fold::fold,
    id::{Id, RecordType},
    key::Key,
    value::Value,
};

/// Records of a type whose name holds what is typed, at most `most`: those first whose name it is,
/// then those that begin with it, then those of which a word does.
pub fn offer(book: &Book, on: RecordType, typed: &str, most: usize) -> Vec<Id> {
    let typed = fold(typed);
    let mut best: Vec<(Nearness, String, Id)> = Vec::with_capacity(most + 1);
    for (_, record) in book.table(on).iter() {
        let Some(name) = derived::name_of(record).map(|name| fold(&name)) else { continue };
        let Some(nearness) = nearness(&name, &typed) else { continue };
        let offered = (nearness, name, record.id);
        if best.len() == most && best.last().is_some_and(|last| *last <= offered) {
            continue;
        }
        let at = best.partition_point(|other| *other < offered);
        best.insert(at, offered);
        best.truncate(most);
    }
    best.into_iter().map(|(_, _, id)| id).collect()
}

/// A value that records have, and how many of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// A text, a word of a choice, or the name of a record.
    pub text: String,
    pub count: usize,
}

/// The values of a field, those that most records have first. Of long texts and of pictures none.
pub fn values(book: &Book, on: RecordType, key: Key) -> Vec<Counted> {
    let mut texts: FxHashMap<String, usize> = FxHashMap::default();
    let mut ids: FxHashMap<Id, usize> = FxHashMap::default();
    if !key.field().is_some_and(|field| !matches!(field.kind, Kind::LongText | Kind::Photo)) {
        return Vec::new();
    }
    for (_, record) in book.table(on).iter() {
        match field::read(book, record, key).as_deref() {
            Some(Value::Link(id)) => *ids.entry(**id).or_default() += 1,
            Some(Value::Links(links)) => {
                links.iter().for_each(|id| *ids.entry(*id).or_default() += 1);
            }
            Some(value) => value.words(&mut |text| match texts.get_mut(text) {
                Some(count) => *count += 1,
                None => {
                    texts.insert(text.to_owned(), 1);
                }
            }),
            None => {}
        }
    }
    let to = relation_of(key).unwrap_or(on);
    #[expect(clippy::iter_over_hash_type, reason = "put in order below")]
    for (id, count) in ids {
        if let Some(name) = book.get(to, id).and_then(derived::name_of) {
            *texts.entry(name).or_default() += count;
        }
    }
    let mut values: Vec<_> =
        texts.into_iter().map(|(text, count)| Counted { text, count }).collect();
    values.sort_unstable_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
    values
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    Same,
    Begins,
    WordBegins,
    Holds,
}

fn nearness(name: &str, typed: &str) -> Option<Nearness> {
    let at = name.find(typed)?;
    Some(if name == typed {
        Nearness::Same
    } else if at == 0 {
        Nearness::Begins
    } else if name.match_indices(typed).any(|(at, _)| is_start_of_word(name, at)) {
        Nearness::WordBegins
    } else {
        Nearness::Holds
    })
}

fn is_start_of_word(name: &str, at: usize) -> bool {
    name.get(..at)
        .and_then(|before| before.chars().next_back())
        .is_none_or(|c| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        edit::records::{self, Input},
        field::keys,
        stamp::Stamp,
        value::{Value, time::Time},
    };

    #[track_caller]
    fn check(names: &[&str], typed: &str, most: usize, expected: &[&str]) {
        let mut book = Book::default();
        let on = RecordType::Organization;
        for (nth, name) in (0..).zip(names) {
            let input = Input::from([(keys::NAME, Some(Value::text(*name)))]);
            let mut stamp = Stamp::new(Time::from_millis(nth), [1; 10]);
            let (_, change) = records::create(&book, on, &input, &mut stamp).unwrap();
            book.apply(change).unwrap();
        }
        let names: Vec<_> = offer(&book, on, typed, most)
            .into_iter()
            .map(|id| book.get(on, id).unwrap().text(keys::NAME).unwrap())
            .collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn nearest_first() {
        check(
            &["Contacta", "Big Acta", "Actaeon", "ÁCTA", "Zeta"],
            "acta",
            9,
            &["ÁCTA", "Actaeon", "Big Acta", "Contacta"],
        );
    }

    #[test]
    fn at_most_so_many() {
        check(&["d", "b", "a", "c"], "", 3, &["a", "b", "c"]);
        check(&["d", "b"], "x", 3, &[]);
    }
}
