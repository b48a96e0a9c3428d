//! Random histories from a seed: the same seed makes the same edits.

use rapport::domain::{
    book::Book,
    change::Change,
    edit::{
        bulk::{self, Wish},
        interactions,
        named::Names,
        records::{self, Input},
        tags,
    },
    field::{check::COLOURS, keys},
    id::{Id, RecordType},
    problem::Problem,
    stamp::Stamp,
    value::{Value, labelled::Labelled, time::Time},
};

/// SplitMix64 (Steele, Lea, Flood 2014).
#[derive(Clone)]
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % most as u64).unwrap()
    }

    pub(crate) fn stamp(&mut self) -> Stamp {
        let mut seed = [0; 10];
        seed[..8].copy_from_slice(&self.next().to_le_bytes());
        Stamp::new(Time::from_millis(1_767_225_600_000), seed)
    }
}

/// A random edit of a book. The same random numbers ask for the same edit of another book.
pub(crate) fn edit(book: &Book, mut random: Random) -> Result<Change, Problem> {
    let stamp = &mut random.stamp();
    let on = [RecordType::Person, RecordType::Organization][random.below(2)];
    let name_key = if on == RecordType::Person { keys::GIVEN } else { keys::NAME };
    let name = Value::text(format!(
        "{} {}",
        ["Ada", "Zoë", "سارا", "ทราย"][random.below(4)],
        random.below(1000)
    ));
    match random.below(10) {
        0..=3 => {
            let mut input = Input::from([(name_key, Some(name))]);
            let email = Labelled::new("work", format!("a{}@x.example", random.below(100)));
            input.insert(keys::EMAILS, Some(Value::Labelled([email].into())));
            if random.below(2) == 0 {
                input.insert(keys::LIFECYCLE, Some(Value::text("lead")));
            }
            if on == RecordType::Person
                && let Some(organization) = any(book, RecordType::Organization, &mut random)
            {
                input.insert(keys::ORGANIZATION, Some(Value::link(organization)));
            }
            records::create(book, on, &input, stamp).map(|(_, change)| change)
        }
        4 | 5 => {
            let id = some(book, on, &mut random)?;
            let input = Input::from([
                (name_key, Some(name)),
                (keys::LIFECYCLE, Some(Value::text("customer"))),
                (
                    keys::NEEDS,
                    (random.below(2) == 0).then(|| Value::text("x".repeat(random.below(3000) + 1))),
                ),
            ]);
            records::edit(book, on, id, &Input::new(), &input, stamp)
        }
        6 => {
            let ids: Vec<_> = (0..3).filter_map(|_| any(book, on, &mut random)).collect();
            let name = ["vip", "Familie", "مشتری"][random.below(3)];
            bulk::edit(book, on, ids, &Wish::add_tag(name), stamp.clone())
        }
        7 => {
            let about = some(book, on, &mut random)?;
            let also = (0..2).filter_map(|_| any(book, RecordType::Person, &mut random)).collect();
            let input = Input::from([
                (keys::BODY, Some(Value::text("Called, no answer."))),
                (keys::ACTIVITY, Some(Value::text("call"))),
                (keys::ALSO, Value::links(also)),
            ]);
            interactions::log(book, on, about, &input, &Names::new(), stamp)
        }
        8 => match (any(book, RecordType::Tag, &mut random), random.below(3)) {
            (Some(tag), 0) => tags::delete(book, tag, stamp),
            (Some(tag), 1) => tags::rename(book, tag, COLOURS[random.below(8)], stamp),
            (Some(tag), _) => {
                tags::merge(book, tag, some(book, RecordType::Tag, &mut random)?, stamp)
            }
            (None, _) => Err(Problem::NothingLeft),
        },
        _ => {
            let ids: Vec<_> = (0..2).filter_map(|_| any(book, on, &mut random)).collect();
            records::delete(book, on, &ids, stamp)
        }
    }
}

fn any(book: &Book, on: RecordType, random: &mut Random) -> Option<Id> {
    let mut ids: Vec<_> = book.table(on).iter().map(|(_, record)| record.id).collect();
    // By id and not by slot, so that books with the same records in other slots give the same answer.
    ids.sort_unstable();
    let at = random.next();
    ids.get(usize::try_from(at % ids.len().max(1) as u64).unwrap()).copied()
}

fn some(book: &Book, on: RecordType, random: &mut Random) -> Result<Id, Problem> {
    any(book, on, random).ok_or(Problem::NothingLeft)
}
