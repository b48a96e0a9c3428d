//! What becomes of the export of Monica.
//!
//! Beside the sample stands the text of what it should become. After a change, write it anew with
//! `UPDATE_EXPECTED=1 cargo test --test native monica` and read the difference.

use std::sync::Arc;

use rapport::{
    domain::{
        book::Book,
        edit::Making,
        field::{derived, keys},
        id::RecordType,
        stamp::Stamp,
    },
    transfer::{
        csv,
        incoming::{self, How, Import},
        json, monica,
    },
};

use super::{
    csv::told_rows,
    generate::{self, now},
};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/monica/account.json");

fn compare(book: &Book, bytes: &[u8]) -> Box<Import> {
    let stamp = Stamp::new(now(), [u8::try_from(book.len() % 251).unwrap(); 10]);
    let rows = Arc::new(monica::read(bytes).unwrap());
    incoming::import(book, rows, How::default(), "account.json", stamp)
}

#[test]
fn an_account() {
    let file = std::fs::read(SAMPLE).unwrap();
    let mut book = Book::default();
    let import = compare(&book, &file);
    book.apply(compare(&book, &file).finish()).unwrap();
    let told = told_rows("contacts", &book, &monica::read(&file).unwrap(), &import);
    let expected_at = format!("{SAMPLE}.expected.txt");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&expected_at, &told).unwrap();
    }
    assert_eq!(told, std::fs::read_to_string(&expected_at).unwrap_or_default());

    // The same file a second time adds nothing.
    let before = book.clone();
    book.apply(compare(&book, &file).finish()).unwrap();
    assert_eq!(generate::difference(&book, &before), None);
}

#[test]
fn the_same_words_on_two_days_are_two_notes() {
    let note = |day: &str| {
        format!(
            r#"{{"uuid":"{day}","created_at":"{day}T09:30:00Z","properties":{{"body":"Rang."}}}}"#
        )
    };
    let file = format!(
        r#"{{"account":{{"data":[{{"type":"contact","values":[{{"uuid":"a","properties":{{"first_name":"Ada"}},
        "data":[{{"type":"note","values":[{},{}]}}]}}]}}]}}}}"#,
        note("2025-03-09"),
        note("2025-03-10")
    );
    let mut book = Book::default();
    book.apply(compare(&book, file.as_bytes()).finish()).unwrap();
    let notes = book.table(RecordType::Interaction).iter();
    let told =
        notes.map(|(_, it)| (it.text(keys::BODY), it.time(keys::HAPPENED).unwrap().on_clock(0)));
    let at = |day: &str| (Some("Rang."), format!("{day}T09:30"));
    assert_eq!(told.collect::<Vec<_>>(), [at("2025-03-09"), at("2025-03-10")]);
    let again = compare(&book, file.as_bytes()).counts();
    assert_eq!((again.same, again.notes), (1, 0));
}

#[test]
fn an_activity_of_several_contacts_is_one_note() {
    let contact = |name: &str, activities: &str| {
        format!(
            r#"{{"uuid":"{name}","properties":{{"first_name":"{name}"}},"data":[{{"type":"activity","values":[{activities}]}}]}}"#
        )
    };
    let activity = |uuid: &str| {
        format!(
            r#"{{"uuid":"{uuid}","properties":{{"summary":"Walk","happened_at":"2025-03-09T00:00:00Z"}}}}"#
        )
    };
    let account = |contacts: &[String]| {
        format!(
            r#"{{"account":{{"data":[{{"type":"contact","values":[{}]}},{{"type":"activity","values":[{},{}]}}]}}}}"#,
            contacts.join(","),
            activity("one"),
            activity("two")
        )
    };
    let mut contacts = vec![
        contact("Ada", r#""one""#),
        contact("Bob", r#""one","two""#),
        contact("Ines", r#""one""#),
    ];
    let mut book = Book::default();
    let import = compare(&book, account(&contacts).as_bytes());
    assert_eq!(import.counts().notes, 2);
    book.apply(import.finish()).unwrap();
    let told = |book: &Book| {
        let name = |id| derived::name_of(book.get(RecordType::Person, id).unwrap()).unwrap();
        let notes = book.table(RecordType::Interaction).iter();
        let notes = notes.map(|(_, note)| derived::people_of(note).map(name).collect::<Vec<_>>());
        notes.map(|people| people.join(", ")).collect::<Vec<_>>()
    };
    assert_eq!(told(&book), ["Ada, Bob, Ines", "Bob"]);

    // The same again adds nothing, and who comes later has a note of their own.
    let before = book.clone();
    book.apply(compare(&book, account(&contacts).as_bytes()).finish()).unwrap();
    assert_eq!(generate::difference(&book, &before), None);
    contacts.push(contact("Zoe", r#""two""#));
    book.apply(compare(&book, account(&contacts).as_bytes()).finish()).unwrap();
    assert_eq!(told(&book), ["Ada, Bob, Ines", "Bob", "Zoe"]);
}

#[test]
fn relationships_become_relations_where_their_role_is_clear() {
    let contact =
        |uuid: &str| format!(r#"{{"uuid":"{uuid}","properties":{{"first_name":"{uuid}"}}}}"#);
    let relationship = |kind: &str, is: &str, of: &str| {
        format!(r#"{{"properties":{{"type":"{kind}","contact_is":"{is}","of_contact":"{of}"}}}}"#)
    };
    let file = format!(
        r#"{{"account":{{"data":[{{"type":"contact","values":[{},{},{},{{"uuid":"nobody","properties":{{}}}}]}},
        {{"type":"relationship","values":[{}]}}]}}}}"#,
        contact("Ada"),
        contact("Ines"),
        contact("Bob"),
        [
            relationship("child", "Ada", "Ines"),
            relationship("parent", "Ines", "Ada"),
            relationship("friend", "Bob", "Ada"),
            relationship("friend", "Ada", "Bob"),
            relationship("boss", "Bob", "Ines"),
            relationship("landlord", "Ada", "Bob"),
            relationship("friend", "Ada", "nobody"),
            relationship("friend", "Ada", "Ada"),
        ]
        .join(",")
    );
    let mut book = Book::default();
    book.apply(compare(&book, file.as_bytes()).finish()).unwrap();
    let name = |id| derived::name_of(book.get(RecordType::Person, id).unwrap()).unwrap();
    let relations = book.table(RecordType::Relation).iter().map(|(_, it)| {
        let ends = [keys::PERSON, keys::OTHER].map(|key| name(it.link(key).unwrap()));
        format!("{} is {} of {}", ends[0], it.text(keys::ROLE).unwrap(), ends[1])
    });
    let expected = ["Ada is Parent of Ines", "Ada is Friend of Bob", "Ines is Boss of Bob"];
    assert_eq!(relations.collect::<Vec<_>>(), expected);
    let notes = book.table(RecordType::Interaction).iter();
    let notes: Vec<_> = notes.map(|(_, it)| it.text(keys::BODY).unwrap()).collect();
    let kept = "account.json\nrelationship: landlord, Bob\nrelationship: friend, nobody\nrelationship: friend, Ada";
    assert_eq!(notes, [kept]);

    let before = book.clone();
    book.apply(compare(&book, file.as_bytes()).finish()).unwrap();
    assert_eq!(generate::difference(&book, &before), None);
}

#[test]
fn contacts_that_are_set_aside_are_kept_as_a_table() {
    let file = br#"{"account":{"data":[{"type":"contact","values":[{"uuid":"a","properties":{"job":"Poet"}}]},
        {"type":"contact","values":[{"uuid":"b","properties":{"first_name":"Ada"}}]}]}}"#;
    let mut book = Book::default();
    book.apply(compare(&book, file).finish()).unwrap();
    let (_, record) = book.table(RecordType::Import).iter().next().unwrap();
    let aside = record.text(keys::SET_ASIDE).unwrap();
    let table = String::from_utf8(csv::with_reason(aside, "why", "nameless")).unwrap();
    let (header, row) = table.split_once('\n').unwrap();
    assert!(header.starts_with("contact,first_name,") && header.ends_with(",why"), "{header}");
    let contact = r#"{""properties"":{""job"":""Poet""},""uuid"":""a""}"#;
    assert_eq!(row, format!("\"{contact}\"{}nameless\n", ",".repeat(16)));
}

#[test]
fn other_files_are_none_of_monicas() {
    let backup: Vec<u8> = json::export(&Book::default(), now()).flatten().collect();
    for file in [&*backup, b"", b"{}", b"[1]", br#"{"account":{"data":3}}"#, b"{\"account\":\xff}"]
    {
        assert_eq!(monica::read(file), None);
    }
    // An account of nobody.
    let empty = monica::read("\u{feff}{\"account\":{\"data\":[]}}".as_bytes());
    assert_eq!(empty.map(|rows| rows.rows.len()), Some(0));
}
