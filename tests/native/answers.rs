//! What filters find: every operator once with a value and once without, and the cases in which
//! calendars, case, accents and missing values decide.

use std::collections::BTreeSet;

use rapport::{
    domain::{
        book::Book,
        change::{Action, Cause, Change, FieldChange, Label, Step, Touch},
        field::{self, derived, keys, own},
        id::{Id, RecordType},
        key::Key,
        record::{Fields, Record},
        value::{
            Value, address::Address, day::Day, labelled::Labelled, number::Number, time::Time,
        },
    },
    query::{
        ask::{
            Asked, Columns, Past, Slots, Texts, Wanted,
            when::{Today, Zone},
        },
        examples::EXAMPLES,
        filter::{Condition, Group, Operand, Part, Span, Subject, Unit, When},
        operator::{Class, OPERATORS, Operator, Takes, is_asked, is_comparable, operators_of},
        search::SearchIndex,
        text::{self, Canonical, Lexicon},
    },
};
use uuid::Uuid;

use super::generate;

/// Noon of a Wednesday, on a clock two hours east.
const NOW: &str = "2026-03-11T12:00";
const EAST: i32 = 120;

pub(crate) fn today() -> Today {
    Today {
        now: Time::of_clock(NOW, EAST).unwrap(),
        zone: Zone::fixed(EAST),
        first_weekday: 1,
        fiscal_start: 4,
    }
}

fn id(number: u128) -> Id {
    Id::new(Uuid::from_u128(number))
}

const VIP: u128 = 1;
const NEWS: u128 = 2;
const ACME: u128 = 3;
const LEADS: u128 = 4;
const PICKED: u128 = 5;
const ANNA: u128 = 11;
const BORIS: u128 = 12;
const CHLOE: u128 = 13;
const DARIUS: u128 = 14;
const STAGE: u128 = 31;
const FAIR: u128 = 32;
const HOTEL: u128 = 33;

fn time(text: &str) -> Value {
    Value::Time(Time::of_clock(text, EAST).unwrap())
}

fn day(text: &str) -> Value {
    Value::Day(Day::parse(text).unwrap())
}

fn links(ids: &[u128]) -> Option<Value> {
    Value::links(ids.iter().map(|number| id(*number)).collect())
}

fn number(text: &str) -> Value {
    Value::Number(Number::parse(text).unwrap())
}

fn emails(values: &[&str]) -> Value {
    Value::Labelled(values.iter().map(|value| Labelled::new("work", *value)).collect())
}

fn create(on: RecordType, number: u128, fields: Fields) -> Touch {
    Touch { on, id: id(number), step: Step::Create(fields) }
}

fn change(at: &str, cause: Cause, action: Action, touches: Vec<Touch>) -> Change {
    let label = Label { action, on: RecordType::Person, name: "".into(), count: 0 };
    Change { at: Time::of_clock(at, EAST).unwrap(), cause, label, touches }
}

fn stage(number: u128, before: &str, after: &str) -> Touch {
    let changes = vec![FieldChange {
        key: keys::LIFECYCLE,
        before: Some(Value::text(before)),
        after: Some(Value::text(after)),
    }];
    Touch { on: RecordType::Person, id: id(number), step: Step::Update(changes) }
}

fn named(name: &str) -> Fields {
    Fields::default().with(keys::NAME, Value::text(name))
}

fn history() -> Vec<Change> {
    let people = vec![
        create(RecordType::Tag, VIP, named("VIP")),
        create(RecordType::Tag, NEWS, named("News")),
        create(
            RecordType::Segment,
            LEADS,
            named("Leads")
                .with(keys::SEGMENT_OF, Value::text("person"))
                .with(keys::FILTER, Value::text("lifecycle:lead")),
        ),
        create(
            RecordType::Segment,
            PICKED,
            named("Friends").with(keys::SEGMENT_OF, Value::text("person")),
        ),
        create(
            RecordType::Organization,
            ACME,
            named("Acme").with(keys::INDUSTRY, Value::text("Food")),
        ),
        create(
            RecordType::Person,
            ANNA,
            Fields::default()
                .with(keys::GIVEN, Value::text("Anna"))
                .with(keys::FAMILY, Value::text("Nowak"))
                .with(keys::NICKNAME, Value::text("anna"))
                .with(keys::EMAILS, emails(&["anna@x.example", "nowak@work.example"]))
                .with(keys::BIRTHDAY, day("1988-02-29"))
                .with(keys::CHILDREN, number("2"))
                .with(keys::LIFECYCLE, Value::text("lead"))
                .with(keys::TAGS, links(&[VIP, NEWS]))
                .with(keys::PICKED, links(&[PICKED]))
                .with(keys::ORGANIZATION, Value::link(id(ACME)))
                .with(keys::CREATED, time("2026-03-10T00:30")),
        ),
        create(
            RecordType::Person,
            BORIS,
            Fields::default()
                .with(keys::GIVEN, Value::text("Boris"))
                .with(keys::FAMILY, Value::text("Łucki"))
                .with(keys::BIRTHDAY, day("--03-20"))
                .with(keys::CHILDREN, number("3.5"))
                .with(keys::LIFECYCLE, Value::text("lead"))
                .with(keys::TAGS, links(&[VIP]))
                .with(keys::CREATED, time("2026-02-28T23:59")),
        ),
        create(
            RecordType::Person,
            CHLOE,
            Fields::default()
                .with(keys::GIVEN, Value::text("Chloé"))
                .with(keys::BIRTHDAY, day("1990"))
                .with(keys::CHILDREN, number("3.5"))
                .with(keys::LIFECYCLE, Value::text("other"))
                .with(
                    keys::ADDRESSES,
                    Value::Addresses(
                        [Address { city: "New York".into(), ..Address::default() }].into(),
                    ),
                )
                .with(keys::CREATED, time("2025-12-31T10:00")),
        ),
        create(
            RecordType::Person,
            DARIUS,
            Fields::default()
                .with(keys::GIVEN, Value::text("Darius"))
                .with(keys::CREATED, time("2026-03-11T09:00")),
        ),
    ];
    let deal = |number, name: &str, since: &str| {
        let fields = named(name).with(keys::STAGE, Value::link(id(STAGE)));
        create(RecordType::Deal, number, fields.with(keys::CREATED, time(since)))
    };
    let deals = vec![
        create(RecordType::Stage, STAGE, named("Talking").with(keys::ROTS_AFTER, number("7"))),
        deal(FAIR, "Fair", "2026-02-01T10:00"),
        deal(HOTEL, "Hotel", "2026-03-09T10:00"),
    ];
    let note = |number, about, body: &str| {
        let fields = Fields::default()
            .with(keys::PERSON, Value::link(id(about)))
            .with(keys::BODY, Value::text(body));
        create(RecordType::Interaction, number, fields)
    };
    let contact = |number, about, body: &str, (channel, noted): (&str, &str)| {
        let fields = Fields::default()
            .with(keys::PERSON, Value::link(id(about)))
            .with(keys::BODY, Value::text(body))
            .with(keys::ACTIVITY, Value::text(channel))
            .with(keys::HAPPENED, time(noted));
        create(RecordType::Interaction, number, fields)
    };
    let walk = {
        let fields = Fields::default()
            .with(keys::PERSON, Value::link(id(CHLOE)))
            .with(keys::ALSO, links(&[DARIUS]))
            .with(keys::BODY, Value::text("walked by the river"))
            .with(keys::ACTIVITY, Value::text("meeting"))
            .with(keys::HAPPENED, time("2025-06-01T10:00"));
        vec![create(RecordType::Interaction, 25, fields)]
    };
    let phone = ("call", "2026-03-01T10:00");
    let email = ("email", "2026-01-02T10:00");
    let notes = vec![contact(21, ANNA, "asked for the price", phone), note(22, ANNA, "price sent")];
    let notes_of_boris =
        vec![contact(23, BORIS, "called", email), note(24, BORIS, "Price was fine")];
    vec![
        change("2026-01-01T10:00", Cause::Edit, Action::Demo, people),
        change("2026-01-02T10:00", Cause::Edit, Action::Create, notes),
        change("2026-01-03T10:00", Cause::Edit, Action::Import, notes_of_boris),
        change(
            "2026-01-20T10:00",
            Cause::Edit,
            Action::Edit,
            vec![stage(BORIS, "lead", "customer")],
        ),
        change(
            "2026-03-05T10:00",
            Cause::Edit,
            Action::Import,
            vec![stage(ANNA, "lead", "customer")],
        ),
        change(
            "2026-03-06T10:00",
            Cause::Edit,
            Action::Edit,
            vec![stage(CHLOE, "other", "evangelist")],
        ),
        change(
            "2026-03-06T11:00",
            Cause::Undo(6),
            Action::Edit,
            vec![stage(CHLOE, "evangelist", "other")],
        ),
        change("2026-03-09T10:00", Cause::Edit, Action::Demo, deals),
        change("2026-03-09T11:00", Cause::Edit, Action::Create, walk),
    ]
}

pub(crate) fn book() -> (Book, Vec<Change>) {
    let mut book = Book::default();
    book.today = rapport::domain::today::Today::at(today().now, |_| EAST);
    let history = history();
    for change in &history {
        book.apply(change.clone()).unwrap();
    }
    (book, history)
}

fn find(book: &Book, history: &[Change], group: &Group, on: RecordType) -> Slots {
    let mut wanted = Wanted::default();
    wanted.add(book, group, on);
    let mut past = Past::default();
    past.begin(&wanted);
    for (position, change) in (1..).zip(history) {
        past.follow(position, change);
    }
    let mut texts = Texts::from([(RecordType::Person, SearchIndex::default())]);
    let found = Asked::new(book, &today(), &mut texts, &past).find(group, on);
    let mut columns = Columns::default();
    let by_columns =
        Asked::new(book, &today(), &mut texts, &past).with(&mut columns).find(group, on);
    assert_eq!(by_columns, found, "columns tell something else of {group:?}");
    found
}

fn names(book: &Book, found: &Slots, on: RecordType) -> String {
    let table = book.table(on);
    let names = found.iter().filter_map(|slot| derived::name_of(table.at(slot).unwrap()));
    names.filter_map(|name| name.chars().next()).collect()
}

/// Each person by the first letter: Anna, Boris, Chloé, Darius.
const ANSWERS: &[(&str, &str)] = &[
    ("", "ABCD"),
    ("any()", ""),
    ("-()", "ABCD"),
    // Texts.
    ("has:family", "AB"),
    ("-has:family", "CD"),
    ("given:an", "A"),
    ("given:AN,ÓRI", "AB"),
    ("-given:an", "BCD"),
    ("family:lucki", "B"),
    ("-family:lucki", "ACD"),
    ("given = chloe", "C"),
    ("given = chlo", ""),
    ("given != chloe", "ABD"),
    ("emails = nowak@work.example", "A"),
    ("given starts da,an", "AD"),
    ("emails ends work.example", "A"),
    ("given matches \"^[a-b]\"", "AB"),
    ("given matches \"(?-i)^[a-b]\"", ""),
    ("given ~1 ana", "A"),
    ("given ~1 brois", "B"),
    ("given ~0 ana", ""),
    ("display-name ~1 nowk", "A"),
    ("given longer 5", "D"),
    ("given shorter 5", "A"),
    ("given = @nickname", "A"),
    ("addresses:\"new york\"", "C"),
    // Words, wherever they stand.
    ("nowak", "A"),
    ("\"new york\"", "C"),
    ("-nowak", "BCD"),
    ("acme", "A"),
    ("vip", "AB"),
    // Numbers.
    ("children = 2,7", "A"),
    ("children != 2", "BCD"),
    ("children < 3.5", "A"),
    ("children <= 3.5", "ABC"),
    ("children > 2", "BC"),
    ("children >= 2", "ABC"),
    ("-children >= 3", "AD"),
    ("children = 1..2", "A"),
    ("children top 1", "BC"),
    ("children bottom 1", "A"),
    ("children top 50%", "BC"),
    ("children top 0", ""),
    ("children = @interaction-count", "A"),
    ("interaction-count >= 2", "AB"),
    // Days and moments, on the person's clock: Anna came at half past midnight.
    ("created = 2026-03-10", "A"),
    ("created = yesterday", "A"),
    ("created = today", "D"),
    ("created = 2026-03", "AD"),
    ("created = this-week", "AD"),
    ("created = last-month", "B"),
    ("created = this-fiscal-year", "ABCD"),
    ("created = month-so-far", "AD"),
    ("created < 2026-02-28", "C"),
    ("created <= 2026-02-28", "BC"),
    ("created > 2026-02-28", "AD"),
    ("created >= 2026-02-28", "ABD"),
    ("created = 2025-12-31..2026-02", "BC"),
    ("created < 1d", "AD"),
    ("created > 1d", "BC"),
    ("created < 2w", "ABD"),
    ("created > 1m", "C"),
    ("created < +1d", "D"),
    ("created > +1d", ""),
    ("created weekday wed", "CD"),
    ("created month 3", "AD"),
    ("birthday = --03-20", "B"),
    ("birthday = 1990", "C"),
    ("birthday < 1990", "A"),
    ("birthday <= 1990", "AC"),
    ("birthday month feb", "A"),
    ("birthday anniversary 9d", "B"),
    ("birthday anniversary 8d", ""),
    ("birthday anniversary 1y", "AB"),
    ("created > @updated", "ABD"),
    // What is computed.
    ("age = 38", "A"),
    ("has:age", "A"),
    ("next-birthday = 2026-03-20", "B"),
    ("next-birthday < +1y", "AB"),
    ("city:\"new york\"", "C"),
    ("has:country", ""),
    ("last-contact < 60d", "A"),
    ("-last-contact < 60d", "BCD"),
    ("days-since-contact = 10", "A"),
    ("days-since-contact >= 60", "BCD"),
    ("contact-count = 1", "ABCD"),
    ("completeness >= 50", "A"),
    ("completeness < 30", "D"),
    ("interactions(activity:call happened < 30d)", "A"),
    // Choices, tags, relations.
    ("lifecycle:customer", "AB"),
    ("-lifecycle:customer,lead", "CD"),
    ("tags:#TAG1", "AB"),
    ("tags:#TAG1,#TAG2", "AB"),
    ("tags all #TAG1,#TAG2", "A"),
    ("tags exactly #TAG1", "B"),
    ("-tags:#TAG2", "BCD"),
    ("organization:#TAG3", "A"),
    ("organization(industry = food)", "A"),
    ("interactions(body:price)", "AB"),
    ("-interactions(body:price)", "CD"),
    ("interactions every(body:price)", "A"),
    ("interactions count(body:price) = 1", "B"),
    ("interactions count(body:price) < 1", "CD"),
    ("organization(people(given:anna))", "A"),
    // What happened with several people happened with each of them.
    ("interactions(body:river)", "CD"),
    ("interactions every(body:river)", "CD"),
    ("interactions(people(given:chloe))", "CD"),
    ("interactions-person(body:river)", "C"),
    ("interactions-also-with(body:river)", "D"),
    // The past. What was undone never was.
    ("lifecycle was lead", "AB"),
    ("-lifecycle was lead", "CD"),
    ("lifecycle was evangelist", ""),
    ("lifecycle changed 2w", "A"),
    ("lifecycle held 4w", "BC"),
    ("lifecycle went lead to customer", "AB"),
    ("lifecycle went * to other", ""),
    // Segments and imports.
    ("segment:#TAG4", ""),
    ("-segment:#TAG4", "ABCD"),
    ("segment:#TAG5", "A"),
    ("import:5", "A"),
    ("import:7", ""),
    // Groups.
    ("given:an or given:bo", "AB"),
    ("-(given:an or given:bo)", "CD"),
    ("vip (given:bo or -has:family)", "B"),
];

/// Each deal by the first letter: Fair, Hotel.
const ANSWERS_OF_DEALS: &[(&str, &str)] = &[
    // Yes or no. Where a deal has not stood still for too long, nothing says so.
    ("rotting:yes", "F"),
    ("-rotting:yes", "H"),
    ("rotting:no", ""),
    ("-rotting:no", "FH"),
    ("has:rotting", "F"),
    ("stage(rots-after = 7)", "FH"),
];

/// Each interaction by the first letter of its text: asked, price, called, Price, walked.
const ANSWERS_OF_INTERACTIONS: &[(&str, &str)] = &[
    ("has:people", "apcPw"),
    ("has:also-with", "w"),
    ("people(given:darius)", "w"),
    ("people(given:chloe)", "w"),
    ("people every(given:chloe)", ""),
    ("people every(given:chloe,darius)", "w"),
    ("people count(has:given) = 2", "w"),
    ("-people(given:anna)", "cPw"),
    ("person(given:chloe)", "w"),
    ("person(given:darius)", ""),
    ("also-with(given:chloe)", ""),
    ("also-with(given:darius)", "w"),
];

const ALL_ANSWERS: [(RecordType, &[(&str, &str)]); 3] = [
    (RecordType::Person, ANSWERS),
    (RecordType::Deal, ANSWERS_OF_DEALS),
    (RecordType::Interaction, ANSWERS_OF_INTERACTIONS),
];

pub(crate) fn parsed(filter: &str, on: RecordType) -> Group {
    let mut filter = filter.to_owned();
    for number in 1..=5 {
        filter = filter.replace(&format!("#TAG{number}"), &format!("#{}", id(number)));
    }
    let parsed = text::parse(&filter, on, &Canonical);
    assert_eq!(parsed.faults, [], "{filter}");
    parsed.group
}

#[test]
fn answers() {
    let (book, history) = book();
    for (on, answers) in ALL_ANSWERS {
        for (filter, expected) in answers {
            let found = find(&book, &history, &parsed(filter, on), on);
            assert_eq!(names(&book, &found, on), *expected, "{filter}");
        }
    }
}

#[test]
fn every_operator_has_an_answer() {
    let mut asked = BTreeSet::new();
    for (on, answers) in ALL_ANSWERS {
        for (filter, _) in answers {
            asked.extend(parsed(filter, on).conditions().into_iter().map(|it| it.operator));
        }
    }
    for entry in OPERATORS {
        assert!(asked.contains(&entry.operator), "{} is in no row above", entry.name);
    }
}

/// An operand that a full record could answer.
fn some_operand(operator: Operator, class: Class) -> Operand {
    let span = || Operand::Span(Span { count: 90_000, unit: Unit::Day });
    let number = |text| Number::parse(text).unwrap();
    let when = |text| When::Day(Day::parse(text).unwrap());
    match operator.entry().takes.of(Some(class)) {
        Takes::Members if class == Class::Links => Operand::Records(vec![id(VIP)]),
        Takes::Texts | Takes::Pattern | Takes::Members => Operand::Texts(vec!["a".into()]),
        Takes::Slips => Operand::Slips("".into(), 9),
        Takes::Count => Operand::Count(if operator == Operator::Shorter { 999 } else { 0 }),
        Takes::Numbers | Takes::Number => Operand::Numbers(vec![number("0")]),
        Takes::Range => Operand::Range(number("-999"), number("999")),
        Takes::Share => Operand::Share { count: 100, is_percent: true },
        Takes::When => Operand::When(when("2026")),
        Takes::Whens => Operand::Whens(when("0001"), when("9999")),
        Takes::Ago | Takes::Ahead => span(),
        Takes::Weekdays => Operand::Weekdays((1..=7).collect()),
        Takes::Months => Operand::Months((1..=12).collect()),
        Takes::Flag => Operand::Flag(true),
        Takes::Step => {
            Operand::Step { from: Box::new(Operand::Nothing), to: Box::new(Operand::Nothing) }
        }
        Takes::Nothing | Takes::Segments | Takes::Positions | Takes::Group | Takes::Counted => {
            Operand::Nothing
        }
    }
}

#[test]
fn no_operator_holds_for_a_record_without_a_value_and_its_opposite_does() {
    let mut book = Book::default();
    // People have a field of one's own of each kind.
    let mut touches = generate::definitions();
    let bare = |on| create(on, ANNA + on.position() as u128, Fields::default());
    touches.extend(RecordType::LISTED.map(bare));
    let history = vec![change("2026-01-01T10:00", Cause::Edit, Action::Create, touches)];
    book.apply(history[0].clone()).unwrap();
    own::enter(book.own());
    let mut asked = BTreeSet::new();
    for on in RecordType::LISTED {
        let record: &Record = book.get(on, id(ANNA + on.position() as u128)).unwrap();
        let empty = |key: Key| field::read(&book, record, key).is_none();
        for field in field::fields_of(on).filter(|field| is_asked(field) && empty(field.key())) {
            let (key, class) = (field.key(), Class::of(field.kind));
            for entry in operators_of(class) {
                // What is not there does not equal itself either.
                let itself = is_comparable(entry.operator, key, key).then_some(Operand::Field(key));
                let operands = [Some(some_operand(entry.operator, class)), itself];
                for (operand, not) in
                    operands.into_iter().flatten().flat_map(|it| [(it.clone(), false), (it, true)])
                {
                    let (subject, operator) = (Subject::Field(key), entry.operator);
                    let condition = Condition { subject, not, operator, operand };
                    let group = Group::all(vec![Part::Condition(condition)]);
                    let found = find(&book, &history, &group, on);
                    assert_eq!(found.count() == 1, not, "{} {} {not}", field.name, entry.name);
                    asked.insert((entry.operator, class));
                }
            }
        }
    }
    let of_values = |class: &&Class| Class::VALUES.contains(class);
    let all = OPERATORS.iter().flat_map(|entry| {
        entry.on.iter().filter(of_values).map(move |class| (entry.operator, *class))
    });
    assert_eq!(asked, all.collect());
}

#[test]
fn a_segment_that_asks_itself_has_nobody_and_ends() {
    let (mut book, history) = book();
    let to_itself = format!("segment:#{}", id(LEADS));
    let field = FieldChange {
        key: keys::FILTER,
        before: Some(Value::text("lifecycle:lead")),
        after: Some(Value::text(to_itself.as_str())),
    };
    let touch = Touch { on: RecordType::Segment, id: id(LEADS), step: Step::Update(vec![field]) };
    book.apply(change("2026-02-01T10:00", Cause::Edit, Action::Edit, vec![touch])).unwrap();
    let found =
        find(&book, &history, &parsed("segment:#TAG4", RecordType::Person), RecordType::Person);
    assert_eq!(found.count(), 0);
}

/// The examples as the README shows them.
fn in_readme(filter: &str) -> bool {
    let readme = include_str!("../../README.md");
    readme.contains(&format!("| `{filter}` |"))
}

#[test]
fn every_example_is_understood_asked_and_in_the_readme() {
    struct Names;
    impl Lexicon for Names {
        fn field(&self, _: RecordType, _: &str) -> Option<Key> {
            None
        }

        fn word(&self, _: RecordType, key: Key) -> String {
            key.name().to_owned()
        }

        fn choice(&self, _: Key, _: &str) -> Option<Box<str>> {
            None
        }

        fn record(&self, _: RecordType, name: &str) -> Option<Id> {
            (name == "vip").then(|| id(VIP))
        }

        fn name(&self, _: RecordType, _: Id) -> Option<String> {
            None
        }
    }
    let (book, history) = book();
    for (name, filter) in EXAMPLES {
        let parsed = text::parse(filter, RecordType::Person, &Names);
        assert_eq!(parsed.faults, [], "{filter}");
        find(&book, &history, &parsed.group, RecordType::Person);
        assert!(in_readme(filter), "the README lacks the example {name}: {filter}");
    }
}
