//! What is offered while one types the name of a record.

use crate::domain::{book::Book, field::derived, fold::fold, id::Id, id::RecordType};

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
