//! What a person calls the choices of built-in fields, and kinds of activity of their own.

use std::{borrow::Cow, rc::Rc, sync::Arc};

use rapport::{
    domain::{
        book::Book,
        change::{Action, Cause, Change},
        edit::{Making, fields, interactions, named::Names, records},
        field::{self, CATALOGUE, Field, Kind, check, keys, own},
        id::{Id, RecordType},
        key::Key,
        problem::{Fault, Problem},
        record::Record,
        stamp::Stamp,
        today::Today,
        value::{Value, choice::Choice, time::Time},
    },
    i18n::{I18n, Language, Spoken},
    query::{
        search::{SearchIndex, Words},
        text::{self, Canonical},
    },
    transfer::{
        csv::{self, Mapped, Mended, Outgoing, Preset},
        encoding,
        incoming::{self, How},
        json,
        mask::Mask,
    },
};

use super::words::Plain;

const PERSON: RecordType = RecordType::Person;

/// A workspace that is open, with one customer.
struct World {
    book: Book,
    stamp: Stamp,
    i18n: Rc<I18n>,
    ada: Id,
}

fn i18n(language: Language) -> I18n {
    I18n::new(language, language.words(), Rc::new(Plain))
}

impl World {
    fn new() -> Self {
        let noon = Time::of_clock("2026-03-09T12:00", 0).unwrap();
        let mut book = Book::default();
        book.today = Today::at(noon, |_| 0);
        let mut stamp = Stamp::new(noon, [4; 10]);
        let input = records::Input::from([
            (keys::GIVEN, Some(Value::text("Ada"))),
            (keys::LIFECYCLE, Some(Value::text("customer"))),
        ]);
        let (ada, change) = records::create(&book, PERSON, &input, &mut stamp).unwrap();
        book.apply(change).unwrap();
        own::enter(book.own());
        Self { book, stamp, i18n: Rc::new(i18n(Language::English)), ada }
    }

    fn apply(&mut self, change: Change) {
        self.book.apply(change).unwrap();
        own::enter(self.book.own());
    }

    fn ask(&mut self, key: Key, called: &[(&str, &str)]) -> Result<Change, Problem> {
        let choices: Vec<_> =
            called.iter().map(|(word, label)| Choice::new(*word, *label)).collect();
        let seen = self.book.field(key).unwrap().choices.clone();
        let (i18n, field) = (Rc::clone(&self.i18n), self.book.field(key).unwrap());
        let usual = move |word: &str| i18n.usual_choice(field, word);
        fields::rename(&self.book, key, &seen, &choices, &usual, &mut self.stamp)
    }

    /// Of these, no name tells a choice from all others.
    #[track_caller]
    fn refuses(&mut self, key: Key, all: &[&[(&str, &str)]]) {
        let refused = Problem::Field { key: keys::OPTIONS, fault: Fault::EmptyOrTwice };
        for called in all {
            assert_eq!(self.ask(key, called).unwrap_err(), refused, "{called:?}");
        }
    }

    fn rename(&mut self, key: Key, called: &[(&str, &str)]) -> Change {
        let change = self.ask(key, called).unwrap();
        self.apply(change.clone());
        change
    }

    fn customer(&self) -> &Record {
        self.book.get(PERSON, self.ada).unwrap()
    }

    fn lifecycle(&self, i18n: &I18n) -> String {
        let value = field::read(&self.book, self.customer(), keys::LIFECYCLE).unwrap();
        i18n.value(&self.book, keys::LIFECYCLE, &value)
    }

    fn finds(&self, words: &str) -> bool {
        let found = SearchIndex::default().find(&self.book, PERSON, &Words::new(words));
        found.contains(&true)
    }

    fn csv(&self, columns: &[Key]) -> Vec<u8> {
        let slots = self.book.table(PERSON).iter().map(|(slot, _)| slot).collect();
        let columns = columns.iter().map(|key| Outgoing { key: *key, mask: Mask::Open }).collect();
        csv::write(&self.book, PERSON, slots, columns, Preset::Plain).flatten().collect()
    }

    fn definitions(&self) -> usize {
        self.book.table(RecordType::Field).iter().count()
    }
}

/// What happens with Ada in these tests.
impl World {
    fn add(&mut self, label: &str) -> Box<str> {
        let held = self.book.field(keys::ACTIVITY).unwrap().choices.clone();
        let word = fields::added_word_for(label, &held);
        let mut called: Vec<_> = held.iter().map(|it| (&*it.word, &*it.label)).collect();
        called.push((&word, label));
        self.rename(keys::ACTIVITY, &called);
        word
    }

    fn log(&mut self, activity: &str) -> Result<Id, Problem> {
        let input = records::Input::from([(keys::ACTIVITY, Some(Value::text(activity)))]);
        let change = interactions::log(
            &self.book,
            PERSON,
            self.ada,
            &input,
            &Names::new(),
            &mut self.stamp,
        )?;
        let id = change.touches.first().unwrap().id;
        self.apply(change);
        Ok(id)
    }

    fn activities(&self) -> Vec<String> {
        let all = self.book.table(RecordType::Interaction).iter();
        all.filter_map(|(_, it)| it.text(keys::ACTIVITY).map(str::to_owned)).collect()
    }

    fn contacts(&self) -> Option<Value> {
        field::read(&self.book, self.customer(), keys::CONTACT_COUNT).map(Cow::into_owned)
    }

    /// Puts these choices of activities in the place of those that there are.
    fn activities_become(&mut self, choices: &[Choice]) -> Result<Change, Problem> {
        let seen = self.book.field(keys::ACTIVITY).unwrap().choices.clone();
        let usual = |word: &str| word.to_owned();
        fields::rename(&self.book, keys::ACTIVITY, &seen, choices, &usual, &mut self.stamp)
    }
}

fn defined(key: Key) -> &'static Field {
    key.field().unwrap()
}

#[test]
fn a_stage_is_called_otherwise_wherever_it_is_read_and_typed() {
    let mut world = World::new();
    let before = world.customer().clone();
    let change = world.rename(keys::LIFECYCLE, &[("customer", " Client "), ("lead", "")]);
    assert_eq!((change.label.action, &*change.label.name), (Action::Rename, "lifecycle"));
    assert_eq!(change.touches.len(), 1);
    assert_eq!(*world.customer(), before);
    assert_eq!(world.lifecycle(&world.i18n), "Client");
    let sentence = world.i18n.label(&change.label);
    assert_eq!(sentence, "Renamed choices of \u{2068}Lifecycle\u{2069}");
    // A name of one's own is the same in every language; the others follow it.
    let persian = i18n(Language::Persian);
    assert_eq!(world.lifecycle(&persian), "Client");
    let lead = |i18n: &I18n| i18n.choice_of(keys::LIFECYCLE, "lead");
    assert_eq!(lead(&world.i18n), "Lead");
    assert_ne!(lead(&persian), "Lead");
    // The field itself is as it was.
    let field = defined(keys::LIFECYCLE);
    assert_eq!(field.key(), keys::LIFECYCLE);
    assert_eq!(field.kind, keys::LIFECYCLE.catalogued().unwrap().kind);
    assert_eq!(world.i18n.field(field), "Lifecycle");
    assert!(field.own.is_none() && field.key().is_built_in());
    assert!(world.i18n.choices(field).unwrap().contains(&("customer", "Client".into())));
    let of_both = [PERSON, RecordType::Organization].map(field::fields_of);
    assert!(of_both.into_iter().all(|mut it| it.any(|other| std::ptr::eq(other, field))));
    // What one types.
    assert_eq!(check::parse(field, "client"), Ok(Some(Value::text("customer"))));
    let by_word = text::parse("lifecycle:customer", PERSON, &Canonical).group;
    let spoken = Spoken { i18n: &world.i18n, book: &world.book };
    for typed in ["lifecycle:Client", "lifecycle:customer"] {
        let parsed = text::parse(typed, PERSON, &spoken);
        assert_eq!((parsed.group, parsed.faults.len()), (by_word.clone(), 0), "{typed}");
    }
    assert!(world.finds("clien") && !world.finds("custom"));
}

#[test]
fn renaming_is_taken_back() {
    let mut world = World::new();
    let plain = world.lifecycle(&world.i18n);
    let change = world.rename(keys::LIFECYCLE, &[("customer", "Client")]);
    let other = world.rename(keys::LIFECYCLE, &[("customer", "Patron")]);
    assert_eq!((world.lifecycle(&world.i18n).as_str(), world.definitions()), ("Patron", 1));
    world.apply(other.inverse(change.at, Cause::Undo(1)));
    assert_eq!(world.lifecycle(&world.i18n), "Client");
    world.apply(change.clone().inverse(change.at, Cause::Undo(0)));
    assert_eq!((world.lifecycle(&world.i18n), world.definitions()), (plain.clone(), 0));
    // So is it by giving it the word of the language, or none.
    for usual in ["Customer", ""] {
        world.rename(keys::LIFECYCLE, &[("customer", "Client")]);
        world.rename(keys::LIFECYCLE, &[("customer", usual)]);
        assert_eq!((world.lifecycle(&world.i18n), world.definitions()), (plain.clone(), 0));
    }
}

#[test]
fn a_table_has_the_new_names_and_is_read_by_them() {
    let mut world = World::new();
    // What is no name of a customer any more, unless nothing else is called so.
    world.rename(keys::LIFECYCLE, &[("customer", "Buyer; regular"), ("lead", "Client")]);
    let bytes = world.csv(&[keys::GIVEN, keys::LIFECYCLE]);
    let expected = "\"First name\",\"Lifecycle\"\r\n\"Ada\",\"Buyer; regular\"\r\n";
    assert_eq!(String::from_utf8(bytes).unwrap().replace('"', ""), expected.replace('"', ""));
    for (cell, stage) in
        [("Buyer; regular", "customer"), ("client", "lead"), ("MQL", "marketing-qualified")]
    {
        let file = format!("First name,Last name,Lifecycle\r\nBen,Cole,\"{cell}\"\r\n");
        let (text, _) = encoding::decode(file.as_bytes(), None, |_, _| String::new()).unwrap();
        let table = Arc::new(csv::read(text.into_owned(), None).unwrap());
        let source = Mapped::new(Arc::clone(&table), csv::guess(&table), Mended::new());
        let mut book = world.book.clone();
        let stamp = Stamp::new(world.stamp.at, [7; 10]);
        let import = incoming::import(&book, Arc::new(source), How::default(), "a.csv", stamp);
        assert_eq!(import.problems, []);
        book.apply(import.finish()).unwrap();
        let ben = book.table(PERSON).iter().find(|(_, it)| it.text(keys::GIVEN) == Some("Ben"));
        assert_eq!(ben.unwrap().1.text(keys::LIFECYCLE), Some(stage), "{cell}");
    }
}

#[test]
fn names_travel_in_the_file() {
    let mut world = World::new();
    world.rename(keys::LIFECYCLE, &[("customer", "Client")]);
    let file: Vec<u8> = json::export(&world.book, world.stamp.at).flatten().collect();
    let schema = serde_json::from_str(&json::schema::schema()).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    validator.validate(&serde_json::from_slice(&file).unwrap()).unwrap();
    own::enter(Book::default().own());
    let contents = json::read(&file).unwrap();
    let mut fresh = Book::default();
    let plan = json::plan(&fresh, contents, json::Mode::Replace, "a.json", &world.stamp);
    fresh.apply(plan.change).unwrap();
    assert_eq!(fresh.field(keys::LIFECYCLE).unwrap().choices, [Choice::new("customer", "Client")]);
    let ada = |book: &Book| book.get(PERSON, world.ada).unwrap().fields.clone();
    assert_eq!(ada(&fresh), ada(&world.book));
}

#[test]
fn one_name_means_one_choice() {
    let mut world = World::new();
    let refused = [
        // As another one is called, by its word or its label.
        &[("customer", "LEAD")][..],
        &[("customer", "Marketing-qualified lead")],
        &[("customer", "other")],
        &[("customer", "Client"), ("lead", "client")],
        // By its word, though it is called otherwise now.
        &[("customer", "Lead"), ("lead", "Prospect")],
    ];
    world.refuses(keys::LIFECYCLE, &refused);
    let long = "x".repeat(100_000);
    assert!(world.ask(keys::LIFECYCLE, &[("customer", &long)]).is_err());
    // Its own word and label in another case are its own.
    world.rename(keys::LIFECYCLE, &[("customer", "CUSTOMER")]);
    assert_eq!(world.lifecycle(&world.i18n), "CUSTOMER");
}

#[test]
fn what_people_choose_themselves_can_be_called_otherwise() {
    let mut world = World::new();
    for key in [keys::LEAD_STATUS, keys::ACTIVITY, keys::PRIORITY, keys::SIZE] {
        let Kind::Choice(words) = key.catalogued().unwrap().kind else { panic!("{key:?}") };
        let called: Vec<_> = words.iter().map(|word| (*word, format!("{word} / {word}"))).collect();
        let called: Vec<_> = called.iter().map(|(word, label)| (*word, &**label)).collect();
        world.rename(key, &called);
        let labels = world.i18n.choices(defined(key)).unwrap();
        assert!(labels.iter().all(|(word, label)| *label == format!("{word} / {word}")));
    }
    for key in [keys::OUTCOME, keys::TASK_STATUS, keys::ON_DEAL_WON, keys::FIELD_KIND, keys::GIVEN]
    {
        let refused = Problem::Field { key, fault: Fault::WrongKind };
        assert_eq!(world.ask(key, &[]).unwrap_err(), refused);
    }
}

#[test]
fn a_field_is_renamed_and_switched_off_in_one_definition() {
    let mut world = World::new();
    let switch = |world: &mut World, is_off| {
        let change =
            fields::switch(&world.book, PERSON, keys::LEAD_STATUS, is_off, &mut world.stamp);
        world.apply(change.unwrap());
    };
    world.rename(keys::LEAD_STATUS, &[("new", "Fresh")]);
    switch(&mut world, true);
    assert_eq!(world.definitions(), 1);
    assert!(world.book.own().is_off(PERSON, keys::LEAD_STATUS));
    assert!(!world.book.own().is_off(RecordType::Organization, keys::LEAD_STATUS));
    world.rename(keys::LEAD_STATUS, &[]);
    assert!(world.book.own().is_off(PERSON, keys::LEAD_STATUS));
    world.rename(keys::LEAD_STATUS, &[("new", "Fresh")]);
    switch(&mut world, false);
    assert!(!world.book.own().is_off(PERSON, keys::LEAD_STATUS));
    assert_eq!(world.i18n.choice_of(keys::LEAD_STATUS, "new"), "Fresh");
}

#[test]
fn a_name_given_meanwhile_is_not_overwritten_unseen() {
    let mut world = World::new();
    world.rename(keys::LIFECYCLE, &[("customer", "Client")]);
    let usual = |word: &str| word.to_owned();
    let stale = fields::rename(
        &world.book,
        keys::LIFECYCLE,
        &[],
        &[Choice::new("lead", "Prospect")],
        &usual,
        &mut world.stamp,
    );
    assert!(matches!(stale, Err(Problem::ChangedMeanwhile(_))), "{stale:?}");
}

/// A definition as a file may bring it.
fn definition(key: &str, options: &str, id: u8) -> String {
    format!(
        r#"{{"id":"0190d1f0-0000-7000-8000-0000000000{id:02x}","defines":"{key}","defined-on":"person","off":true,"choices":{options}}}"#
    )
}

#[test]
fn what_a_definition_cannot_say_is_ignored_and_kept() {
    let other = r#"[{"word":"king","label":"King"}]"#;
    let merged = r#"[{"word":"customer","label":"Client","also":["lead"]}]"#;
    for (options, customer) in [(other, "Customer"), (merged, "Client")] {
        let text = format!(
            r#"{{"format":"rapport-workspace","version":1,"exported":0,"records":{{"field":[{}]}}}}"#,
            definition("lifecycle", options, 1)
        );
        let mut world = World::new();
        let contents = json::read(text.as_bytes()).unwrap();
        let plan = json::plan(&world.book, contents, json::Mode::AddNew, "a.json", &world.stamp);
        world.apply(plan.change);
        // What records are grouped by is not switched off.
        assert!(!world.book.own().is_off(PERSON, keys::LIFECYCLE));
        assert_eq!(world.lifecycle(&world.i18n), customer);
        let field = world.book.field(keys::LIFECYCLE).unwrap();
        assert_eq!(field.choice("lead"), Some("lead"));
        assert_eq!(field.choice("king"), None);
        let file: Vec<u8> = json::export(&world.book, world.stamp.at).flatten().collect();
        assert!(String::from_utf8(file).unwrap().replace(' ', "").contains(options));
    }
}

#[test]
fn a_built_in_field_without_names_is_that_of_the_catalogue() {
    let mut world = World::new();
    let is_catalogued = |book: &Book, field: &'static Field| {
        book.field(field.key()).is_some_and(|it| std::ptr::eq(it, field))
    };
    assert!(CATALOGUE.iter().all(|field| is_catalogued(&world.book, field)));
    world.rename(keys::LIFECYCLE, &[("customer", "Client")]);
    let others = CATALOGUE.iter().filter(|field| !is_catalogued(&world.book, field));
    assert_eq!(others.map(|field| field.name).collect::<Vec<_>>(), ["lifecycle"]);
    // One that is as it was is the same one after another change.
    let held = world.book.field(keys::LIFECYCLE).unwrap();
    world.rename(keys::SIZE, &[("1", "Alone")]);
    assert!(std::ptr::eq(held, world.book.field(keys::LIFECYCLE).unwrap()));
}

#[test]
fn an_activity_of_ones_own_is_one_like_the_others() {
    let mut world = World::new();
    let none = world.contacts();
    let lunch = world.add("Lunch, long");
    assert_eq!(&*lunch, "x-lunch-long");
    assert_eq!(world.add("ناهار").as_ref(), "x-choice");
    world.log(&lunch).unwrap();
    assert_eq!(world.activities(), ["x-lunch-long"]);
    // One is in touch by it.
    assert_ne!(world.contacts(), none);
    assert_eq!(world.i18n.choice_of(keys::ACTIVITY, &lunch), "Lunch, long");
    let offered = world.i18n.choices(defined(keys::ACTIVITY)).unwrap();
    let last: Vec<_> = offered.iter().rev().take(2).map(|(_, label)| label.as_str()).collect();
    assert_eq!(last, ["ناهار", "Lunch, long"]);
    let spoken = Spoken { i18n: &world.i18n, book: &world.book };
    let on = RecordType::Interaction;
    let typed = text::parse("activity:\"Lunch, long\"", on, &spoken);
    let by_word = text::parse("activity:x-lunch-long", on, &Canonical);
    assert_eq!((typed.group, typed.faults.len()), (by_word.group, 0));
    assert_eq!(by_word.faults.len(), 0);
    // A table.
    let slots = world.book.table(on).iter().map(|(slot, _)| slot).collect();
    let columns = vec![Outgoing { key: keys::ACTIVITY, mask: Mask::Open }];
    let bytes = csv::write(&world.book, on, slots, columns, Preset::Plain).flatten();
    let table = String::from_utf8(bytes.collect::<Vec<u8>>()).unwrap();
    assert!(table.ends_with("\r\n\"Lunch, long\"\r\n"), "{table}");
    // A file, read where nothing of it is known.
    let file: Vec<u8> = json::export(&world.book, world.stamp.at).flatten().collect();
    let schema = serde_json::from_str(&json::schema::schema()).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    validator.validate(&serde_json::from_slice(&file).unwrap()).unwrap();
    own::enter(Book::default().own());
    let contents = json::read(&file).unwrap();
    let mut fresh = Book::default();
    let plan = json::plan(&fresh, contents, json::Mode::Replace, "a.json", &world.stamp);
    fresh.apply(plan.change).unwrap();
    let same = |book: &Book| book.table(on).iter().map(|(_, it)| it.clone()).collect::<Vec<_>>();
    assert_eq!(same(&fresh), same(&world.book));
    assert_eq!(fresh.field(keys::ACTIVITY).unwrap().choices.len(), 2);
}

#[test]
fn an_activity_of_ones_own_that_is_in_use_is_merged_and_not_taken_away() {
    let mut world = World::new();
    let (lunch, dinner) = (world.add("Lunch"), world.add("Dinner"));
    world.log(&lunch).unwrap();
    world.log("call").unwrap();
    let held = world.book.field(keys::ACTIVITY).unwrap().choices.clone();
    // The other one is gone without a word.
    let refused = Problem::Field { key: keys::OPTIONS, fault: Fault::Missing };
    assert_eq!(world.activities_become(&[]).unwrap_err(), refused);
    let change = world.activities_become(&held[..1]).unwrap();
    world.apply(change.clone());
    assert_eq!(world.book.field(keys::ACTIVITY).unwrap().choices, held[..1]);
    world.apply(change.inverse(world.stamp.at, Cause::Undo(0)));
    for (into, label) in [("meeting", ""), (&*dinner, "Dinner")] {
        let merged = Choice { also: [lunch.clone()].into(), ..Choice::new(into, label) };
        let change = world.activities_become(&[merged]).unwrap();
        assert_eq!(change.touches.len(), 2);
        world.apply(change.clone());
        assert_eq!(world.activities(), [into, "call"]);
        assert_eq!(world.definitions(), usize::from(!label.is_empty()));
        world.apply(change.inverse(world.stamp.at, Cause::Undo(0)));
        assert_eq!(world.activities(), [&*lunch, "call"]);
        assert_eq!(world.book.field(keys::ACTIVITY).unwrap().choices, held);
    }
    // A built-in one is never given up for another.
    let taken = Choice { also: ["call".into()].into(), ..Choice::new(lunch.clone(), "Lunch") };
    let change = world.activities_become(&[taken, held[1].clone()]).unwrap();
    world.apply(change);
    assert_eq!(world.activities(), [&*lunch, "call"]);
}

#[test]
fn only_activities_take_more_and_each_needs_a_name() {
    let mut world = World::new();
    world.rename(keys::LIFECYCLE, &[("x-friend", "Friend")]);
    assert_eq!(world.definitions(), 0);
    assert_eq!(defined(keys::LIFECYCLE).choice("x-friend"), None);
    let refused = [
        &[("x-lunch", " ")][..],
        &[("x-lunch", "MEETING")],
        &[("x-lunch", "e-mail")],
        &[("x-lunch", "Lunch"), ("x-dinner", "lunch")],
        &[("x-lunch", "Lunch"), ("meeting", "Lunch")],
    ];
    world.refuses(keys::ACTIVITY, &refused);
    for word in ["picnic", "x-Picnic", "x-pic nic"] {
        let refused = Problem::Field { key: keys::ACTIVITY, fault: Fault::NotAChoice(word.into()) };
        assert_eq!(world.log(word).unwrap_err(), refused);
    }
    // One that no definition knows is kept, and called by its word.
    world.log("x-picnic").unwrap();
    assert_eq!(world.i18n.choice_of(keys::ACTIVITY, "x-picnic"), "x-picnic");
}
