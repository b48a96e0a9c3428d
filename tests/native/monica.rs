//! What becomes of the export of Monica.
//!
//! Beside the sample stands the text of what it should become. After a change, write it anew with
//! `UPDATE_EXPECTED=1 cargo test --test native monica` and read the difference.

use std::sync::Arc;

use rapport::{
    domain::{book::Book, edit::Making, field::keys, id::RecordType, stamp::Stamp},
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
    assert_eq!(row, format!("\"{contact}\"{}nameless\n", ",".repeat(15)));
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
