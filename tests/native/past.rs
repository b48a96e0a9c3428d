//! Filters on what was once, and on what is there no more: through the journal, as it lies on disk.

use std::cell::RefCell;

use pollster::block_on;
use rapport::{
    domain::{
        book::Book,
        change::Change,
        edit::{
            deals, fields,
            named::Names,
            pipelines::Usual,
            records::{self, Input},
        },
        field::{keys, own},
        id::{Id, RecordType},
        key::Key,
        problem::Problem,
        stamp::Stamp,
        value::{Value, choice::Choice, day::Day, money::Currency, number::Number, time::Time},
    },
    query::{
        ask::{
            Asked, Past, Texts, Wanted,
            when::{Today, Zone},
        },
        text::{self, Canonical},
    },
    storage::{
        Durability, history,
        memory::Memory,
        opening,
        session::{self, Session},
    },
};

const ON: RecordType = RecordType::Person;

struct Desk {
    store: Memory,
    session: RefCell<Session>,
    stamp: Stamp,
}

impl Desk {
    fn new() -> Self {
        let store = Memory::default();
        let stamp = Stamp::new(Time::from_millis(1_767_225_600_000), [7; 10]);
        let opened = block_on(opening::begin(&store, stamp.clone().id())).unwrap();
        Self { store, session: RefCell::new(Session::new(opened)), stamp }
    }

    fn does<T>(&mut self, edit: impl Fn(&Book, &mut Stamp) -> Result<(T, Change), Problem>) -> T {
        self.stamp.at = Time::from_millis(self.stamp.at.millis() + 60_000);
        let (made, change) = edit(&self.session.borrow().book, &mut self.stamp).unwrap();
        let done =
            session::commit(&self.store, &self.session, Durability::Strict, |_| Ok(change.clone()));
        block_on(done).1.unwrap();
        own::enter(self.session.borrow().book.own());
        made
    }

    fn person(&mut self, given: &str, key: Key, value: Value) -> Id {
        let input = Input::from([(keys::GIVEN, Some(Value::text(given))), (key, Some(value))]);
        self.does(|book, stamp| records::create(book, ON, &input, stamp))
    }

    fn sets(&mut self, id: Id, key: Key, value: Value) {
        let input = Input::from([(key, Some(value))]);
        self.does(|book, stamp| {
            records::edit(book, ON, id, &Input::new(), &input, stamp).map(|change| ((), change))
        });
    }

    fn field(&mut self, label: &str, kind: &str, options: Option<Value>) -> Key {
        let input = Input::from([
            (keys::LABEL, Some(Value::text(label))),
            (keys::FIELD_KIND, Some(Value::text(kind))),
            (keys::OPTIONS, options),
        ]);
        self.does(|book, stamp| fields::create(book, ON, &input, stamp))
    }

    /// A field of one's own that is one of some sizes.
    fn field_of_sizes(&mut self, sizes: &[&str]) -> Key {
        let choices: Vec<_> = sizes.iter().map(|size| Choice::new(*size, *size)).collect();
        self.field("Size", "choice", Some(Value::Options(choices.into())))
    }

    fn definition(&self) -> Id {
        self.session.borrow().book.table(RecordType::Field).iter().next().unwrap().1.id
    }

    /// The people for whom a filter holds, by their first names, and whether all of it was understood.
    fn finds(&self, filter: &str) -> (String, bool) {
        let session = self.session.borrow();
        let parsed = text::parse(filter, ON, &Canonical);
        let mut wanted = Wanted::default();
        wanted.add(&session.book, &parsed.group, ON);
        let mut past = Past::default();
        past.begin(&wanted);
        let each = &mut |entry: rapport::storage::journal::Entry| {
            past.follow(entry.header.position, &entry.change);
        };
        block_on(history::each_update(&self.store, 0, session.tip.position, each)).unwrap();
        let today =
            Today { now: self.stamp.at, zone: Zone::fixed(0), first_weekday: 1, fiscal_start: 1 };
        let mut texts = Texts::default();
        let found = Asked::new(&session.book, &today, &mut texts, &past).find(&parsed.group, ON);
        let people = session.book.table(ON);
        let names =
            found.iter().map(|slot| people.at(slot).unwrap().text(keys::GIVEN).unwrap().to_owned());
        (names.collect(), parsed.faults.is_empty())
    }

    #[track_caller]
    fn check(&self, filter: &str, found: &str) {
        assert_eq!(self.finds(filter), (found.to_owned(), true), "{filter}");
    }
}

#[test]
fn fields_of_ones_own_have_a_past() {
    let mut desk = Desk::new();
    let size = desk.field_of_sizes(&["s", "m", "l"]);
    let anna = desk.person("A", size, Value::text("s"));
    desk.person("B", size, Value::text("l"));
    desk.sets(anna, size, Value::text("l"));
    let name = size.name();
    desk.check(&format!("{name} was s"), "A");
    desk.check(&format!("{name} was l"), "AB");
    desk.check(&format!("{name} went s to l"), "A");
    desk.check(&format!("{name} went l to s"), "");
}

#[test]
fn numbers_days_and_flags_have_a_past() {
    let mut desk = Desk::new();
    let worth = desk.field("Worth", "money", None);
    let signed = desk.field("Signed", "yes-no", None);
    let euro = |amount: &str| Value::Money(Number::parse(amount).unwrap(), Currency::USUAL);
    let day = |day: &str| Value::Day(Day::parse(day).unwrap());
    let anna = desk.person("A", worth, euro("-5"));
    let bo = desk.person("B", worth, euro("7"));
    desk.sets(anna, worth, euro("7"));
    desk.check("x-worth was -5", "A");
    desk.check("x-worth was -5,7", "AB");
    desk.check("-x-worth was -5", "B");
    desk.check("x-worth went -5 to 7", "A");
    desk.check("x-worth went -5,1 to *", "A");
    desk.check("x-worth went 7 to -5", "");

    desk.sets(anna, keys::BIRTHDAY, day("1990-03-05"));
    desk.sets(anna, keys::BIRTHDAY, day("1990-04-05"));
    desk.sets(bo, keys::BIRTHDAY, day("1990-04-06"));
    desk.check("birthday was 1990-03", "A");
    desk.check("birthday was 1990", "AB");
    desk.check("birthday was last-year", "");
    desk.check("birthday went 1990-03 to 1990-04", "A");

    desk.sets(bo, signed, Value::Flag(false));
    desk.sets(anna, signed, Value::Flag(false));
    desk.sets(anna, signed, Value::Flag(true));
    let name = signed.name();
    desk.check(&format!("{name} was no"), "AB");
    desk.check(&format!("{name} was no -{name}:no"), "A");
    desk.check(&format!("{name} went no to yes"), "A");
}

#[test]
fn a_choice_that_was_merged_is_the_other_one_in_filters_too() {
    let mut desk = Desk::new();
    let size = desk.field_of_sizes(&["s", "m", "l"]);
    let anna = desk.person("A", size, Value::text("s"));
    desk.sets(anna, size, Value::text("l"));
    desk.person("B", size, Value::text("s"));
    let id = desk.definition();
    let merged = Choice { also: ["s".into()].into(), ..Choice::new("m", "m") };
    let left = Value::Options([merged, Choice::new("l", "l")].into());
    let input = Input::from([(keys::OPTIONS, Some(left))]);
    desk.does(|book, stamp| {
        fields::edit(book, id, &Input::new(), &input, stamp).map(|change| ((), change))
    });
    let name = size.name();
    for word in ["s", "m"] {
        desk.check(&format!("{name}:{word}"), "B");
        desk.check(&format!("{name} was {word}"), "AB");
        desk.check(&format!("{name} went {word} to l"), "A");
    }
}

#[test]
fn what_a_deal_has_moved_is_known() {
    let mut desk = Desk::new();
    let anna = desk.person("A", keys::LIFECYCLE, Value::text("lead"));
    desk.person("B", keys::LIFECYCLE, Value::text("lead"));
    let input = Input::from([
        (keys::NAME, Some(Value::text("Website"))),
        (keys::PERSON, Some(Value::link(anna))),
    ]);
    desk.does(|book, stamp| deals::create(book, &input, &Names::new(), &usual(), stamp));
    desk.check("lifecycle:opportunity", "A");
    desk.check("lifecycle was lead -lifecycle:lead", "A");
    desk.check("lifecycle went lead to opportunity", "A");
}

fn usual() -> Usual {
    Usual { name: "Sales".into(), stages: vec![("New".into(), 10)] }
}

#[test]
fn a_field_that_is_gone_stays_in_the_filter() {
    let mut desk = Desk::new();
    let size = desk.field_of_sizes(&["s", "l"]);
    desk.person("A", size, Value::text("s"));
    desk.person("B", keys::NICKNAME, Value::text("bee"));
    let id = desk.definition();
    desk.does(|book, stamp| fields::remove(book, id, stamp).map(|change| ((), change)));
    desk.does(|book, stamp| {
        fields::switch(book, ON, keys::NICKNAME, true, stamp).map(|change| ((), change))
    });
    let name = size.name();
    for filter in [
        format!("{name}:s"),
        format!("{name} was s"),
        format!("{name} starts s"),
        format!("{name} held 2w"),
        format!("-has:{name}"),
        "nickname:bee".to_owned(),
        "nickname starts b".to_owned(),
        "-has:nickname".to_owned(),
        "given = @nickname".to_owned(),
        format!("given = @{name}"),
    ] {
        let parsed = text::parse(&filter, ON, &Canonical);
        assert!(!parsed.faults.is_empty(), "{filter} is said to be whole");
        // It is the same again when it is written and read.
        let printed = text::print(&parsed.group, ON, &Canonical);
        assert_eq!(
            text::parse(&printed, ON, &Canonical).group,
            parsed.group,
            "{filter}: {printed}"
        );
        assert_eq!(parsed.group.parts.len(), 1, "{filter}");
        // A segment of it has nobody, rather than everybody.
        let input = Input::from([
            (keys::NAME, Some(Value::text(filter.as_str()))),
            (keys::SEGMENT_OF, Some(Value::text(ON.name()))),
            (keys::FILTER, Some(Value::text(filter.as_str()))),
        ]);
        let segment =
            desk.does(|book, stamp| records::create(book, RecordType::Segment, &input, stamp));
        desk.check(&format!("segment:#{segment}"), "");
    }
}
