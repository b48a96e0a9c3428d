//! Demo data: a workspace of any size to try Rapport with, made of words and numbers.
//!
//! The same seed gives the same records on every machine and in steps of any size.
//! Nobody in it exists: names are put together from lists, e-mail addresses lie in domains that
//! RFC 2606 sets aside, phone numbers in ranges that Ofcom and the North American Numbering Plan keep
//! for fiction or, where a country has none, in a form that is never given out.

mod contact;
mod notes;
mod organizations;
mod people;
mod random;
mod relations;
mod words;
mod work;

use std::collections::VecDeque;

use self::{
    organizations::Employer,
    random::Random,
    relations::Known,
    words::{TAGS, TAGS_COUNT, Words, languages},
    work::{PIPELINE_COUNT, Work},
};
use crate::domain::{
    book::created,
    change::{Action, Cause, Change, Label, Step, Touch},
    field::keys,
    id::{Id, RecordType},
    record::Fields,
    stamp::Stamp,
    value::{Value, time::Time},
};

/// Most records in one change.
pub const STEP_MOST: usize = 5_000;
/// Most people. Beyond this the phone numbers set aside for fiction would repeat too often.
pub const PEOPLE_MOST: u32 = 100_000;

/// Makes a workspace of so many people, as it would look at a moment. For an empty book, since it brings
/// the record of the workspace along. The changes are applied one after the other.
pub fn seeded(seed: u64, people: u32, at: Time) -> Demo {
    let people = people.min(PEOPLE_MOST);
    let organizations = (people / 10).max(8);
    let stamp = Stamp::new(at, Random::of(seed, series::STAMP, 0).bytes());
    let maker = Maker {
        seed,
        at,
        people,
        stamp,
        languages: languages(),
        tags: Vec::new(),
        stages: Vec::new(),
        employers: Vec::with_capacity(organizations as usize),
        last: None,
    };
    let items = 2 + TAGS_COUNT + organizations + people;
    Demo { maker, organizations, items, done: 0, waiting: VecDeque::new(), step: STEP_MOST }
}

/// A demo workspace in the making: an iterator of changes.
pub struct Demo {
    maker: Maker,
    organizations: u32,
    /// What there is to make: the workspace, tags, the pipeline, organizations and people. Each is made
    /// together with what happened and what is to be done.
    items: u32,
    done: u32,
    waiting: VecDeque<Touch>,
    step: usize,
}

impl Demo {
    /// The same records in changes of at most so many.
    #[must_use]
    pub fn in_steps_of(mut self, records: usize) -> Self {
        self.step = records.clamp(1, STEP_MOST);
        self
    }

    /// How many records there will be, of all types.
    pub fn total(&self) -> usize {
        let people = self.maker.people;
        let beside = (0..people).map(|item| {
            let (work, known) = (Work::of(item, people), Known::of(item, people));
            self.maker.notes_about(item) + work.count() + known.count()
        });
        let beside: u32 = beside.sum();
        (self.items - 1 + PIPELINE_COUNT + beside) as usize
    }

    fn make_next(&mut self) {
        const FIRST: u32 = 2 + TAGS_COUNT;
        match self.done {
            0 => self.waiting.push_back(self.maker.workspace()),
            1 => self.maker.pipeline(&mut self.waiting),
            item @ 2..FIRST => self.waiting.extend(self.maker.tag(item - 2)),
            item if item < FIRST + self.organizations => {
                self.waiting.extend(self.maker.organization(item - FIRST));
            }
            item => self.maker.person(item - FIRST - self.organizations, &mut self.waiting),
        }
        self.done += 1;
    }
}

impl Iterator for Demo {
    type Item = Change;

    fn next(&mut self) -> Option<Change> {
        while self.waiting.len() < self.step && self.done < self.items {
            self.make_next();
        }
        let count = self.step.min(self.waiting.len());
        let touches: Vec<_> = self.waiting.drain(..count).collect();
        let people = touches.iter().filter(|touch| touch.on == RecordType::Person).count();
        let label = Label {
            action: Action::Demo,
            on: RecordType::Person,
            name: "".into(),
            count: u32::try_from(people).unwrap_or(u32::MAX),
        };
        let change = Change { at: self.maker.at, cause: Cause::Edit, label, touches };
        (count > 0).then_some(change)
    }
}

/// Which numbers are drawn for what; see [`Random::of`].
mod series {
    pub(super) const STAMP: u64 = 1;
    pub(super) const ORGANIZATION: u64 = 2;
    pub(super) const PERSON: u64 = 3;
    pub(super) const NOTE: u64 = 4;
    pub(super) const LANGUAGE: u64 = 5;
    pub(super) const WORK: u64 = 6;
    pub(super) const RELATION: u64 = 7;
    pub(super) const REFERRAL: u64 = 8;
}

/// What making the next record needs: ids, words, and what it may point to.
struct Maker {
    seed: u64,
    at: Time,
    people: u32,
    stamp: Stamp,
    languages: [Words; 5],
    tags: Vec<Id>,
    stages: Vec<Id>,
    employers: Vec<Employer>,
    /// The person who was made last.
    last: Option<Id>,
}

const DAY: i64 = 86_400_000;
/// How far back the first records go.
const DAYS: u32 = 3 * 365;

impl Maker {
    fn workspace(&mut self) -> Touch {
        let fields = created(self.at)
            .with(keys::NAME, Value::text("Rapport demo"))
            .with(keys::DEMO, Value::Flag(true));
        self.create(RecordType::Workspace, fields).1
    }

    fn tag(&mut self, item: u32) -> Option<Touch> {
        let mut parts = TAGS.get(item as usize)?.split('/');
        let mut part = || parts.next().map(Value::text);
        let fields = created(self.at)
            .with(keys::NAME, part())
            .with(keys::COLOUR, part())
            .with(keys::DESCRIPTION, part())
            .with(keys::CADENCE, part().and_then(|days| work::days(&days)));
        let (id, touch) = self.create(RecordType::Tag, fields);
        self.tags.push(id);
        Some(touch)
    }

    fn create(&mut self, on: RecordType, fields: Fields) -> (Id, Touch) {
        let updated = fields.get(keys::CREATED).cloned();
        let fields = if fields.get(keys::UPDATED).is_some() {
            fields
        } else {
            fields.with(keys::UPDATED, updated)
        };
        let id = self.stamp.id();
        (id, Touch { on, id, step: Step::Create(fields) })
    }

    /// The moment so many days back, at a time of day when people work.
    fn ago(&self, days: u32, random: &mut Random) -> Time {
        let midnight = self.at.millis().div_euclid(DAY) * DAY;
        let minute = 6 * 60 + i64::from(random.below::<u32>(12 * 60));
        let millis = midnight - i64::from(days) * DAY + minute * 60_000;
        Time::from_millis(millis).min(self.at)
    }
}

/// Which language a record is in, as a position in [`languages`], and its place among those of the
/// language. Languages take turns, each round in another order.
fn turn(seed: u64, item: u32) -> (usize, u32) {
    let round = item / 5;
    let from: u32 = Random::of(seed, series::LANGUAGE, round).below(5);
    (((item + from) % 5) as usize, round)
}

fn some(text: &str) -> Option<Value> {
    (!text.is_empty()).then(|| Value::text(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::book::Book;

    fn book(people: u32, step: usize) -> Book {
        let at = Time::from_millis(1_767_225_600_000);
        let mut book = Book::default();
        for change in seeded(7, people, at).in_steps_of(step) {
            assert!(change.touches.len() <= step);
            book.apply(change).unwrap();
        }
        book
    }

    #[test]
    fn the_size_of_the_steps_does_not_matter() {
        assert_eq!(book(50, 7), book(50, 5000));
    }

    #[test]
    fn the_total_is_known_before() {
        for people in [0, 1, 50, 1_000, 2_000] {
            let total = seeded(7, people, Time::from_millis(0)).total();
            assert_eq!(book(people, 5000).len(), total, "{people}");
        }
    }

    #[test]
    fn a_small_demo_has_organizations_too() {
        assert_eq!(book(1, 10).table(RecordType::Organization).len(), 8);
        assert!(book(1, 10).workspace().unwrap().flag(keys::DEMO));
    }

    #[test]
    fn languages_take_turns() {
        let turns: std::collections::BTreeSet<_> = (0..100).map(|item| turn(7, item)).collect();
        assert_eq!(turns.len(), 100);
    }
}
