//! A workspace survives its file, and a bad file changes nothing.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rapport::{
    demo,
    domain::{
        book::Book,
        change::{Action, Step, Touch},
        field::keys,
        id::{Id, RecordType},
        key::Key,
        problem::Fault,
        stamp::Stamp,
        value::{Value, time::Time},
    },
    transfer::{
        json::{self, Contents, FileProblem, Kind, Mode, Plan},
        pieces,
    },
};

use super::generate::{self, difference, now};

fn stamp() -> Stamp {
    Stamp::new(now(), [7; 10])
}

fn file(book: &Book) -> Vec<u8> {
    json::export(book, now()).flatten().collect()
}

fn planned(book: &Book, contents: Contents, mode: Mode) -> Plan {
    json::plan(book, contents, mode, "book.json", &stamp())
}

proptest! {
    #![proptest_config(generate::cases(48))]

    #[test]
    fn a_wiped_browser_is_restored(book in generate::book()) {
        let bytes = file(&book);
        let contents = json::read(&bytes).unwrap();
        prop_assert_eq!(contents.len(), book.len());
        let mut restored = Book::default();
        restored.apply(planned(&restored, contents, Mode::Replace).change).unwrap();
        prop_assert_eq!(difference(&restored, &book), None);
        prop_assert_eq!(file(&restored), bytes);
    }

    #[test]
    fn a_book_becomes_what_the_file_holds(book in generate::book(), other in generate::book()) {
        let mut changed = other.clone();
        let contents = json::read(&file(&book)).unwrap();
        let change = planned(&other, contents, Mode::Replace).change;
        let undo = change.clone().inverse(now(), rapport::domain::change::Cause::Undo(1));
        changed.apply(change).unwrap();
        prop_assert_eq!(difference(&changed, &book), None);
        changed.apply(undo).unwrap();
        prop_assert_eq!(difference(&changed, &other), None);
    }

    #[test]
    fn cut_off_anywhere_is_refused(book in generate::book(), at in any::<usize>()) {
        let bytes = file(&book);
        let whole = bytes.len() - 1;
        prop_assert!(json::read(&bytes[..at % whole]).is_err());
    }

    #[test]
    fn a_changed_byte_never_panics(book in generate::book(), at in any::<usize>(), byte in any::<u8>()) {
        let mut bytes = file(&book);
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Ok(contents) = json::read(&bytes) {
            let change = planned(&book, contents, Mode::Replace).change;
            let mut book = book;
            book.apply(change).unwrap();
        }
    }

    #[test]
    fn any_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(json::read(&bytes).is_err());
    }

    #[test]
    fn any_text_in_brackets_never_panics(text in "[\\[\\]{}\",:0-9a-z\\\\ ]{0,60}") {
        prop_assert!(json::read(text.as_bytes()).is_err());
    }
}

const ID: &str = "0190d1f0-0000-7000-8000-000000000001";
const ORGANIZATION: &str = "0190d1f0-0000-7000-8000-00000000000a";

/// A file around the text of `records`.
fn around(records: &str) -> String {
    format!(r#"{{"format":"rapport-workspace","version":1,"exported":0,"records":{records}}}"#)
}

#[track_caller]
fn refused(text: &str, kind: Kind) -> FileProblem {
    let problem = json::read(text.as_bytes()).unwrap_err();
    assert_eq!(problem.kind, kind, "{:?}", problem.place);
    problem
}

#[track_caller]
fn refused_records(records: &str, kind: Kind) -> FileProblem {
    refused(&around(records), kind)
}

#[test]
fn the_layout_of_the_file() {
    let mut book = Book::default();
    let file = include_bytes!("../data/workspace.json");
    let contents = json::read(file).unwrap();
    book.apply(planned(&book, contents, Mode::Replace).change).unwrap();
    assert_eq!(book.len(), 6);
    assert_eq!(book.workspace().unwrap().text(keys::NAME), Some("Blue Heron"));
    let written: Vec<u8> =
        json::export(&book, Time::from_millis(1_767_225_600_000)).flatten().collect();
    assert_eq!(String::from_utf8(written).unwrap(), String::from_utf8(file.to_vec()).unwrap());
}

#[test]
fn values_of_ones_own_fields_are_read_wherever_the_file_defines_them() {
    let person = format!(r#""person":[{{"id":"{ID}","given":"A","x-size":4,"x-other":4}}]"#);
    let field = format!(
        r#""field":[{{"id":"{ID}","defines":"x-size","defined-on":"person","kind":"rating"}}]"#
    );
    for records in [format!("{{{field},{person}}}"), format!("{{{person},{field}}}")] {
        let contents = json::read(around(&records).as_bytes()).unwrap();
        let person = &contents.of(RecordType::Person)[0];
        let value = |name| person.get(Key::of(name).unwrap());
        assert!(matches!(value("x-size"), Some(Value::Number(_))));
        assert_eq!(value("x-other"), Some(&Value::Unknown("4".into())));
    }
}

#[test]
fn what_does_not_suit_its_field_is_kept_as_it_came() {
    let records = format!(
        r#"{{"person":[{{"id":"{ID}","given":"A","x-size":"much"}}],
            "field":[{{"id":"{ID}","defines":"x-size","defined-on":"person","kind":"rating"}}]}}"#
    );
    let contents = json::read(around(&records).as_bytes()).unwrap();
    let mut book = Book::default();
    book.apply(planned(&book, contents, Mode::Replace).change).unwrap();
    let text = String::from_utf8(file(&book)).unwrap();
    assert!(text.contains(r#""x-size":"much""#), "{text}");
}

#[test]
fn a_field_that_is_there_under_another_id_is_not_added_again() {
    let field = |id: &str| {
        around(&format!(
            r#"{{"field":[{{"id":"{id}","defines":"x-size","defined-on":"person","kind":"number"}}]}}"#
        ))
    };
    let mut book = Book::default();
    for id in [ID, ORGANIZATION] {
        let contents = json::read(field(id).as_bytes()).unwrap();
        book.apply(planned(&book, contents, Mode::AddNew).change).unwrap();
    }
    assert_eq!(book.table(RecordType::Field).len(), 1);
}

#[test]
fn a_dangling_link_of_ones_own_field_is_refused_with_its_place() {
    let problem = refused_records(
        &format!(
            r#"{{"person":[{{"id":"{ID}","given":"A","x-boss":"{ORGANIZATION}"}}],
                "field":[{{"id":"{ID}","defines":"x-boss","defined-on":"person","kind":"person"}}]}}"#
        ),
        Kind::Field(Fault::Dangling(Id::parse(ORGANIZATION).unwrap())),
    );
    assert_eq!(problem.place.unwrap().field, Key::of("x-boss"));
}

#[test]
fn pieces_are_of_about_64_kib() {
    let mut book = Book::default();
    demo::seeded(1, 500, now()).for_each(|change| drop(book.apply(change).unwrap()));
    let pieces: Vec<_> = json::export(&book, now()).collect();
    let (last, others) = pieces.split_last().unwrap();
    assert!(others.len() > 3 && !last.is_empty());
    assert!(others.iter().all(|piece| (64 * 1024..72 * 1024).contains(&piece.len())));
}

#[test]
fn members_may_come_in_any_order_and_after_a_byte_order_mark() {
    let text = format!(
        "\u{feff}{{\"exported\":5,\"records\":{{\"tag\":[{{\"id\":\"{ID}\",\"name\":\"a\"}}]}},\n\"version\":1,\"format\":\"rapport-workspace\"}}"
    );
    let contents = json::read(text.as_bytes()).unwrap();
    assert_eq!(contents.exported, Time::from_millis(5));
    assert_eq!(contents.of(RecordType::Tag).len(), 1);
    let problem = refused(&text.replace("\"a\"", "7"), Kind::WrongShape);
    let place = problem.place.unwrap();
    assert_eq!((place.line, place.field), (1, Some(keys::NAME)));
}

#[test]
fn other_files() {
    for text in ["[]", "7", "\"x\"", "null", "{}", r#"{"contacts":[]}"#, r#"{"format":"other"}"#] {
        refused(text, Kind::OtherFormat);
    }
    refused("", Kind::BreaksOff);
    refused("hello", Kind::NotJson);
    refused("Given Name,Family Name\n", Kind::NotJson);
    refused(&format!("{} ", around("{}")).replace("} ", "} x"), Kind::NotJson);
    refused(
        r#"{"format":"rapport-workspace","version":2,"records":17}"#,
        Kind::Newer { version: 2 },
    );
    refused(
        r#"{"format":"rapport-workspace","version":0,"records":{}}"#,
        Kind::MissingMember("version"),
    );
    refused(
        r#"{"format":"rapport-workspace","version":1,"exported":1}"#,
        Kind::MissingMember("records"),
    );
    refused(&around("{},\"settings\":{}"), Kind::UnknownMember("settings".into()));
    refused(&around("{},\"version\":1"), Kind::Twice("version".into()));
    let problem = json::read(b"\xff\xfe{\0").unwrap_err();
    assert_eq!((problem.kind, problem.place.unwrap().byte), (Kind::NotUtf8, 0));
}

#[test]
fn what_earlier_versions_called_otherwise_is_read() {
    let note = format!(
        r#"{{"person":[{{"id":"{ID}"}}],"note":[{{"id":"{ID}","about-person":"{ID}","body":"B","noted":7}}]}}"#
    );
    let contents = json::read(around(&note).as_bytes()).unwrap();
    let event = &contents.of(RecordType::Interaction)[0];
    assert_eq!(event.link(keys::PERSON), Id::parse(ID));
    assert_eq!(event.time(keys::HAPPENED), Some(Time::from_millis(7)));
}

#[test]
fn records_that_are_wrong_in_themselves() {
    let person = |fields: &str| format!(r#"{{"person":[{{"id":"{ID}",{fields}}}]}}"#);
    refused_records(r#"{"invoice":[]}"#, Kind::UnknownMember("invoice".into()));
    refused_records(r#"{"tag":[],"tag":[]}"#, Kind::Twice("tag".into()));
    refused_records(r#"{"person":[{}]}"#, Kind::MissingMember("id"));
    refused_records(r#"{"person":{}}"#, Kind::WrongShape);
    refused_records(r#"{"person":[7]}"#, Kind::WrongShape);
    refused_records(&person(r#""given":7"#), Kind::WrongShape);
    refused_records(&person(r#""given":null"#), Kind::WrongShape);
    refused_records(&person(r#""children":1e400"#), Kind::NotJson);
    refused_records(&person(r#""children":1e12"#), Kind::WrongShape);
    refused_records(&person(r#""created":1e15"#), Kind::WrongShape);
    for half in [r"\ud800", r"\udc00", r"\ud800\u0041", r"\ud83dx", r"\ud800\n"] {
        refused_records(&person(&format!(r#""given":"{half}""#)), Kind::HalfCharacter);
        refused_records(&person(&format!(r#""later":["{half}"]"#)), Kind::HalfCharacter);
        refused_records(&person(&format!(r#""{half}":1"#)), Kind::HalfCharacter);
    }
    refused_records(&person(r#""given":"\u00g1""#), Kind::NotJson);
    refused_records(&person(r#""given":"A","given":"B""#), Kind::Twice("given".into()));
    refused_records(&person(&format!(r#""id":"{ID}""#)), Kind::Twice("id".into()));
    refused_records(&person(r#""display-name":"A""#), Kind::Misplaced);
    refused_records(&person(r#""colour":"red""#), Kind::Misplaced);
    refused_records(&person(r#""given":"a\u0007b""#), Kind::Field(Fault::ControlCharacter));
    refused_records(
        &person(r#""emails":[{"value":"x"}]"#),
        Kind::Field(Fault::NotAnEmail("x".into())),
    );
    refused_records(&person(r#""emails":[{"value":"x@y.org","valid":true}]"#), Kind::WrongShape);
    refused_records(
        &person(r#""lifecycle":"king""#),
        Kind::Field(Fault::NotAChoice("king".into())),
    );
    let deep = format!(r#""later":{}1{}"#, "[".repeat(40), "]".repeat(40));
    refused_records(&person(&deep), Kind::TooDeep { most: 32 });
    let deep = format!(r#""later":{}"#, "[".repeat(300_000));
    refused_records(&person(&deep), Kind::NotJson);
    refused_records(&person(&format!(r#""given":{}"#, "[".repeat(300_000))), Kind::WrongShape);
    refused_records(&person(&format!(r#""{}":1"#, "x".repeat(201))), Kind::LongName { most: 200 });
}

#[test]
fn records_that_are_wrong_together() {
    refused_records(&format!(r#"{{"person":[{{"id":"{ID}"}},{{"id":"{ID}"}}]}}"#), Kind::SameId);
    refused_records(
        &format!(r#"{{"workspace":[{{"id":"{ID}"}},{{"id":"{ORGANIZATION}"}}]}}"#),
        Kind::SecondWorkspace,
    );
    refused_records(
        &format!(
            r#"{{"tag":[{{"id":"{ID}","name":"Łódź"}},{{"id":"{ORGANIZATION}","name":"lodz"}}]}}"#
        ),
        Kind::SameTagName("lodz".into()),
    );
    let dangling = Fault::Dangling(Id::parse(ORGANIZATION).unwrap());
    refused_records(
        &format!(r#"{{"person":[{{"id":"{ID}","tags":["{ORGANIZATION}"]}}]}}"#),
        Kind::Field(dangling),
    );
}

#[test]
fn a_problem_says_where() {
    let text = around(&format!(
        "{{\n\"person\":[\n{{\"id\":\"{ORGANIZATION}\"}},\n{{\"id\":\"{ID}\",\"given\":\"Łucja\",\"organization\":\"{ID}\",\"family\":\"B\"}}\n]}}"
    ));
    let problem = refused(&text, Kind::Field(Fault::Dangling(Id::parse(ID).unwrap())));
    let place = problem.place.unwrap();
    assert_eq!((place.on, place.position), (Some(RecordType::Person), Some(1)));
    assert_eq!((place.id, place.field), (Id::parse(ID), Some(keys::ORGANIZATION)));
    let (before, after) = text.split_at(place.byte);
    assert!(before.ends_with(&format!("\"organization\":\"{ID}\"")), "{before}");
    assert!(after.starts_with(",\"family\""));
    let line = text.lines().nth(place.line - 1).unwrap();
    let column = line.find(",\"family\"").map(|at| line[..at].chars().count());
    assert_eq!((place.line, Some(place.column)), (4, column));
}

#[test]
fn names_of_unknown_fields_are_bounded() {
    let names: Vec<_> = (0..=json::NAMES_MOST).map(|nth| format!(r#""n-{nth}":1"#)).collect();
    let text = format!(r#"{{"person":[{{"id":"{ID}",{}}}]}}"#, names.join(","));
    refused_records(&text, Kind::TooManyNames { most: json::NAMES_MOST });
}

#[test]
fn what_a_later_version_added_is_kept_on_one_line() {
    let text = around(&format!(
        "{{\"person\":[{{\"id\":\"{ID}\",\"given\":\" Ada \",\"later\":{{\n  \"b\": [1, \"x y\"],\n  \"a\": null }}}}]}}"
    ));
    let mut book = Book::default();
    book.apply(planned(&book, json::read(text.as_bytes()).unwrap(), Mode::Replace).change).unwrap();
    let written = String::from_utf8(file(&book)).unwrap();
    assert!(written.contains(r#""given":"Ada""#));
    assert!(written.contains(r#""later":{"b":[1,"x y"],"a":null}"#), "{written}");
}

#[test]
fn adding_leaves_what_is_there_and_finds_tags_by_name() {
    let mut book = Book::default();
    let first = around(&format!(
        r#"{{"workspace":[{{"id":"{ID}","name":"Mine"}}],"tag":[{{"id":"{ID}","name":"VIP"}}],"person":[{{"id":"{ID}","given":"Ada","tags":["{ID}"]}}]}}"#
    ));
    book.apply(planned(&book, json::read(first.as_bytes()).unwrap(), Mode::Replace).change)
        .unwrap();
    let before = book.get(RecordType::Person, Id::parse(ID).unwrap()).cloned();
    let second = around(&format!(
        r#"{{"workspace":[{{"id":"{ORGANIZATION}","name":"Other"}}],
            "tag":[{{"id":"{ORGANIZATION}","name":"vip"}}],
            "person":[{{"id":"{ID}","given":"Eve"}},{{"id":"{ORGANIZATION}","given":"Bob","tags":["{ORGANIZATION}"]}}]}}"#
    ));
    let contents = json::read(second.as_bytes()).unwrap();
    let plan = planned(&book, contents, Mode::AddNew);
    let people = plan.count(RecordType::Person);
    assert_eq!((people.new, people.same, people.different, people.absent), (1, 0, 1, 0));
    assert_eq!((plan.change.label.action, plan.change.label.count), (Action::Import, 1));
    book.apply(plan.change).unwrap();
    assert_eq!(book.get(RecordType::Person, Id::parse(ID).unwrap()).cloned(), before);
    assert_eq!(book.table(RecordType::Workspace).len(), 1);
    assert_eq!(book.table(RecordType::Tag).len(), 1);
    let bob = book.get(RecordType::Person, Id::parse(ORGANIZATION).unwrap()).unwrap();
    assert_eq!(bob.links(keys::TAGS), [Id::parse(ID).unwrap()]);
}

#[test]
fn replacing_with_the_same_changes_nothing() {
    let mut book = Book::default();
    demo::seeded(1, 50, now()).for_each(|change| drop(book.apply(change).unwrap()));
    let plan = planned(&book, json::read(&file(&book)).unwrap(), Mode::Replace);
    assert!(plan.change.touches.is_empty());
    let people = plan.count(RecordType::Person);
    assert_eq!((people.new, people.same, people.different, people.absent), (0, 50, 0, 0));
}

#[test]
fn replacing_brings_back_the_moment_of_the_last_change() {
    let mut book = Book::default();
    demo::seeded(1, 10, now()).for_each(|change| drop(book.apply(change).unwrap()));
    let backup = file(&book);
    let before = book.clone();
    let id = book.table(RecordType::Person).at(0).unwrap().id;
    let input = [(keys::GIVEN, Some(Value::text("New")))].into();
    let later = Stamp::new(Time::from_millis(now().millis() + 1), [1; 10]);
    let edit = rapport::domain::edit::records::edit(
        &book,
        RecordType::Person,
        id,
        &BTreeMap::default(),
        &input,
        &later,
    );
    book.apply(edit.unwrap()).unwrap();
    let plan = planned(&book, json::read(&backup).unwrap(), Mode::Replace);
    assert!(
        matches!(&plan.change.touches[..], [Touch { step: Step::Update(changes), .. }] if changes.len() == 2)
    );
    book.apply(plan.change).unwrap();
    assert!(book == before);
}

proptest! {
    #![proptest_config(generate::cases(64))]

    #[test]
    fn all_records_in_slices_are_the_same_file(book in generate::book()) {
        let whole: Vec<u8> = pieces(json::Excerpt::whole(&book, now()), &book).flatten().collect();
        let file: Vec<u8> = json::export(&book, now()).flatten().collect();
        prop_assert_eq!(String::from_utf8(whole), String::from_utf8(file));
    }

    #[test]
    fn some_records_are_a_file_by_themselves(book in generate::book(), which in any::<u8>()) {
        for on in [RecordType::Person, RecordType::Organization] {
            let chosen = book.table(on).iter().map(|(slot, _)| slot);
            let chosen: Vec<_> = chosen.filter(|slot| which >> (slot % 8) & 1 == 1).collect();
            let file: Vec<u8> = pieces(json::Excerpt::new(&book, on, &chosen, now()), &book).flatten().collect();
            let contents = json::read(&file);
            prop_assert!(contents.is_ok(), "{:?} in {}", contents.map(|_| ()), String::from_utf8_lossy(&file));
            let mut other = Book::default();
            let plan = json::plan(&other, contents.unwrap(), Mode::AddNew, "a.json", &stamp());
            other.apply(plan.change).unwrap();
            for slot in &chosen {
                let mut record = book.table(on).at(*slot).unwrap().clone();
                record.fields.replace(keys::PICKED, None);
                prop_assert_eq!(other.get(on, record.id), Some(&record));
            }
            // Where they come from nothing of it is new.
            let again = json::plan(&book, json::read(&file).unwrap(), Mode::AddNew, "a.json", &stamp());
            prop_assert_eq!(again.change.touches, vec![]);
        }
    }
}
