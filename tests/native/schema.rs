//! The published schema is up to date, and describes what is written.

use proptest::prelude::*;
use rapport::{
    demo,
    domain::book::Book,
    transfer::json::{self, schema::schema},
};

use super::generate::{self, now};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/rapport.schema.json");

#[test]
fn the_published_schema_is_the_generated_one() {
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(FILE, schema()).unwrap();
    }
    let published = std::fs::read_to_string(FILE).unwrap_or_default();
    assert!(
        published == schema(),
        "public/rapport.schema.json is out of date. Write it anew with\n\
         UPDATE_SCHEMA=1 cargo test --test native schema\n\
         and look at what has changed: files that people have taken home must still be read."
    );
}

fn validator() -> jsonschema::Validator {
    let schema = serde_json::from_str(&schema()).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

fn file(book: &Book) -> serde_json::Value {
    let bytes: Vec<u8> = json::export(book, now()).flatten().collect();
    serde_json::from_slice(&bytes).unwrap()
}

#[test]
fn a_demo_is_valid() {
    let mut book = Book::default();
    for change in demo::seeded(7, 100, now()) {
        book.apply(change).unwrap();
    }
    validator().validate(&file(&book)).unwrap();
}

#[test]
fn any_book_is_valid() {
    let validator = validator();
    proptest!(generate::cases(24), |(book in generate::book())| {
        let file = file(&book);
        let problems: Vec<_> = validator.iter_errors(&file).map(|error| error.to_string()).collect();
        prop_assert!(problems.is_empty(), "{problems:?}");
    });
}

#[test]
fn what_is_not_read_is_not_valid() {
    let validator = validator();
    let file = |records: &str| {
        let text = format!(
            r#"{{"format":"rapport-workspace","version":1,"exported":0,"records":{records}}}"#
        );
        serde_json::from_str(&text).unwrap()
    };
    let id = "0190d1f0-0000-7000-8000-000000000001";
    assert!(validator.is_valid(&file("{}")));
    for records in [
        r#"{"invoice":[]}"#.to_owned(),
        r#"{"person":[{}]}"#.to_owned(),
        r#"{"person":[{"id":"7"}]}"#.to_owned(),
        format!(r#"{{"person":[{{"id":"{id}","given":7}}]}}"#),
        format!(r#"{{"person":[{{"id":"{id}","emails":[{{"value":"x"}}]}}]}}"#),
        format!(r#"{{"person":[{{"id":"{id}","lifecycle":"king"}}]}}"#),
        format!(r#"{{"person":[{{"id":"{id}","birthday":"soon"}}]}}"#),
        format!(r#"{{"workspace":[{{"id":"{id}"}},{{"id":"{id}"}}]}}"#),
    ] {
        assert!(!validator.is_valid(&file(&records)), "{records}");
    }
}
