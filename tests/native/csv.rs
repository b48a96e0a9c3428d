//! Spreadsheets as people bring them, and what becomes of them.
//!
//! Beside each sample stands the text of what it should become. After a change, write them anew with
//! `UPDATE_EXPECTED=1 cargo test --test native csv` and read the difference.

use std::{fmt::Write, sync::Arc};

use proptest::prelude::*;
use rapport::{
    domain::{
        book::Book,
        edit::{Making, fields, records},
        field::{derived, keys, own},
        id::RecordType,
        record::Record,
        stamp::Stamp,
        value::{Value, choice::Choice, time::Time},
    },
    transfer::{
        csv::{self, Mapped, Mapping, Mended, Table},
        encoding,
        incoming::{self, Fate, How, Import, Match, Meeting},
    },
};

use super::generate::{self, now};

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/csv/");

struct Imported {
    encoding: &'static str,
    table: Arc<Table>,
    mapping: Mapping,
    import: Box<Import>,
}

fn decode(label: &str, bytes: &[u8]) -> String {
    encoding_rs::Encoding::for_label(label.as_bytes()).unwrap().decode(bytes).0.into_owned()
}

fn table(text: &str) -> Arc<Table> {
    Arc::new(csv::read(text.to_owned(), None).unwrap())
}

/// Compares a table with a book, mapped as guessed unless told otherwise.
fn compare(
    book: &Book,
    table: &Arc<Table>,
    mapping: Option<&Mapping>,
    file: &str,
    how: How,
) -> Box<Import> {
    let mapping = mapping.cloned().unwrap_or_else(|| csv::guess(table));
    let stamp = Stamp::new(now(), [u8::try_from(book.len() % 251).unwrap(); 10]);
    incoming::import(
        book,
        Arc::new(Mapped::new(table.clone(), mapping, Mended::new())),
        how,
        file,
        stamp,
    )
}

fn import(book: &mut Book, bytes: &[u8], file: &str) -> Imported {
    import_as(book, bytes, file, How::default())
}

fn import_as(book: &mut Book, bytes: &[u8], file: &str, how: How) -> Imported {
    let (text, encoding) = encoding::decode(bytes, None, decode).unwrap();
    let table = table(&text);
    let mapping = csv::guess(&table);
    let import = compare(book, &table, Some(&mapping), file, how);
    book.apply(compare(book, &table, Some(&mapping), file, how).finish()).unwrap();
    Imported { encoding: encoding.label, table, mapping, import }
}

/// What a file has become, as one would tell it.
fn told(book: &Book, imported: &Imported) -> String {
    let Imported { encoding, table, mapping, import } = imported;
    let mut text = format!("{encoding}, delimiter {:?}\n\ncolumns\n", table.delimiter);
    for column in &mapping.columns {
        let days = if column.written.is_usual() {
            String::new()
        } else {
            format!(" {:?}", column.written)
        };
        writeln!(text, "  {}: {:?}{days}", column.header, column.target).unwrap();
    }
    writeln!(text, "\n{:?}\n\nrows", import.counts()).unwrap();
    for (row, fate) in import.fates.iter().enumerate() {
        writeln!(text, "  {row} on line {}: {}", table.line(row), fate_of(book, *fate)).unwrap();
        for problem in import.problems.iter().filter(|problem| problem.row == row) {
            writeln!(text, "    column {}: {:?}", problem.column, problem.fault).unwrap();
        }
    }
    text + &told_records(book)
}

/// All records but notes, each with its fields and the notes about it.
pub(crate) fn told_records(book: &Book) -> String {
    let mut text = String::new();
    for (kind, record) in book.everything() {
        if kind == RecordType::Note {
            continue;
        }
        let name = derived::name_of(record).unwrap_or_default();
        writeln!(text, "\n{} {name}", kind.name()).unwrap();
        for (key, value) in record.fields.iter() {
            if ![keys::CREATED, keys::UPDATED].contains(&key) {
                writeln!(text, "  {}: {}", key.name(), in_words(book, value)).unwrap();
            }
        }
        for (_, note) in book.notes_about(record.id) {
            writeln!(text, "  note: {:?}", note.text(keys::BODY).unwrap()).unwrap();
        }
    }
    text
}

pub(crate) fn fate_of(book: &Book, fate: Fate) -> String {
    match fate {
        Fate::Adds(kind, id) => {
            let name = book.get(kind, id).and_then(derived::name_of);
            format!("adds to {} {}", kind.name(), name.unwrap_or_default())
        }
        fate => format!("{fate:?}"),
    }
}

fn in_words(book: &Book, value: &Value) -> String {
    let name = |record: Option<&Record>| record.and_then(derived::name_of).unwrap_or_default();
    match value {
        Value::Text(text) => format!("{text:?}"),
        Value::Number(number) => number.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Link(id) => name(book.get(RecordType::Organization, **id)),
        Value::Links(ids) => {
            let names: Vec<_> = ids.iter().map(|id| name(book.get(RecordType::Tag, *id))).collect();
            names.join(", ")
        }
        Value::Labelled(items) => {
            let items: Vec<_> =
                items.iter().map(|item| format!("{} [{}]", item.value, item.label)).collect();
            items.join(", ")
        }
        Value::Addresses(items) => {
            let items: Vec<_> = items
                .iter()
                .map(|a| {
                    let parts = [&a.street, &a.postcode, &a.city, &a.region, &a.country];
                    format!("{} [{}]", parts.map(|part| format!("{part:?}")).join(" "), a.label)
                })
                .collect();
            items.join(", ")
        }
        Value::Entries(entries) => {
            let stages: Vec<_> = entries.iter().map(|entry| &*entry.stage).collect();
            stages.join(", ")
        }
        other => format!("{other:?}"),
    }
}

#[track_caller]
fn check(name: &str) {
    let bytes = std::fs::read(format!("{DATA}{name}")).unwrap();
    let mut book = Book::default();
    let imported = import(&mut book, &bytes, name);
    let told = told(&book, &imported);
    let expected_at = format!("{DATA}{name}.expected.txt");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&expected_at, &told).unwrap();
    }
    let expected = std::fs::read_to_string(&expected_at).unwrap_or_default();
    assert_eq!(told, expected, "{name}");

    // The same file a second time adds nothing, under another name neither.
    let before = book.clone();
    let again = import(&mut book, &bytes, "copy.csv");
    assert_eq!(generate::difference(&book, &before), None, "{name} a second time");
    let counts = again.import.counts();
    assert_eq!((counts.people, counts.organizations, counts.tags, counts.notes), (0, 0, 0, 0));
}

#[test]
fn google_contacts() {
    check("google-contacts.csv");
}

#[test]
fn a_hand_kept_list() {
    check("messy.csv");
}

#[test]
fn hubspot_contacts() {
    check("hubspot-contacts.csv");
}

#[test]
fn linkedin_connections() {
    check("linkedin-connections.csv");
}

#[test]
fn outlook() {
    check("outlook.csv");
}

#[test]
fn excel_in_polish() {
    check("polish-excel-cp1250.csv");
}

#[test]
fn excel_in_persian() {
    check("persian-utf16le.tsv");
}

#[test]
fn a_mapping_can_be_corrected() {
    let table = table("who,code\nAda Lovelace,7\nBob,8\n");
    let mut mapping = csv::guess(&table);
    let counts = |mapping: &Mapping| {
        compare(&Book::default(), &table, Some(mapping), "a.csv", How::default()).counts()
    };
    assert_eq!(mapping.columns[0].target, csv::Target::Keep);
    assert_eq!(counts(&mapping).set_aside, 2);
    mapping.columns[0].target = csv::Target::FullName;
    mapping.columns[1].target = csv::Target::Skip;
    assert_eq!((counts(&mapping).people, counts(&mapping).notes), (2, 0));
}

#[test]
fn joining_fills_blanks_and_overwrites_nothing() {
    let mut book = Book::default();
    import(&mut book, b"name,email,city,title\nAda Lovelace,ada@x.org,,Countess\n", "a.csv");
    let bytes = "name,email,phone,company,title,tags,children\nA. King,ADA@x.org,+44 20 7946 0000,Engine Ltd,Author,vip,3\n";
    let imported = import(&mut book, bytes.as_bytes(), "b.csv");
    assert_eq!(imported.import.counts().adding, 1);
    assert_eq!(book.table(RecordType::Person).len(), 1);
    let (_, ada) = book.table(RecordType::Person).iter().next().unwrap();
    assert_eq!(derived::name_of(ada).as_deref(), Some("Ada Lovelace"));
    assert_eq!(ada.text(keys::JOB_TITLE), Some("Countess"));
    assert_eq!(ada.number(keys::CHILDREN).unwrap().to_string(), "3");
    assert_eq!(ada.labelled(keys::PHONES).len(), 1);
    assert_eq!((ada.links(keys::TAGS).len(), ada.link(keys::ORGANIZATION).is_some()), (1, true));
    let notes: Vec<_> =
        book.notes_about(ada.id).filter_map(|(_, note)| note.text(keys::BODY)).collect();
    assert_eq!(notes, ["b.csv\nname: A.\nname: King\ntitle: Author"]);
}

proptest! {
    #![proptest_config(generate::cases(48))]

    #[test]
    fn any_table_comes_in_once(
        rows in proptest::collection::vec(proptest::collection::vec(cell(), 0..9), 0..6),
        book in generate::book(),
    ) {
        let mut text = String::from("name,email,phone,company,city,tags,birthday,lifecycle stage,other\n");
        for row in rows {
            let cells: Vec<_> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            writeln!(text, "{}", cells.join(",")).unwrap();
        }
        let mut book = book;
        import(&mut book, text.as_bytes(), "a.csv");
        // All that came in is as it is kept, and points to something.
        let file: Vec<u8> = rapport::transfer::json::export(&book, now()).flatten().collect();
        let contents = rapport::transfer::json::read(&file);
        prop_assert!(contents.is_ok(), "{:?}", contents.map(|_| ()));
        let before = book.clone();
        import(&mut book, text.as_bytes(), "b.csv");
        prop_assert_eq!(generate::difference(&book, &before), None);
    }

    #[test]
    fn any_bytes_are_a_table_or_a_problem(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let Some((text, _)) = encoding::decode(&bytes, None, decode) else { return Ok(()) };
        if let Ok(table) = csv::read(text.into_owned(), None) {
            let table = Arc::new(table);
            let import = compare(&Book::default(), &table, None, "a.csv", How::default());
            prop_assert_eq!(import.fates.len(), table.rows());
        }
    }
}

fn cell() -> BoxedStrategy<String> {
    prop_oneof![
        generate::line(),
        Just(String::new()),
        proptest::sample::select(vec![
            "Ada Lovelace",
            "ada@x.org",
            "Bob",
            "bob@x.org",
            "+44 20 7946 0000",
            "Acme",
            "vip",
            "VIP; b",
            "1987-03-09",
            "1/2/1990",
            "customer",
            "Lovelace, Ada",
            "n/a",
            "a@x.org ::: b@x.org",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ]
    .boxed()
}

#[test]
fn columns_called_like_ones_own_fields_go_there() {
    let mut book = Book::default();
    let choices = [Choice::new("s", "Small"), Choice::new("l", "Large")];
    for (nth, (label, kind)) in
        (0..).zip([("Size", "choice"), ("Worth", "money"), ("Trust", "rating"), ("Source", "text")])
    {
        let options = (kind == "choice").then(|| Value::Options(choices.clone().into()));
        let input = records::Input::from([
            (keys::LABEL, Some(Value::text(label))),
            (keys::FIELD_KIND, Some(Value::text(kind))),
            (keys::OPTIONS, options),
        ]);
        let mut stamp = Stamp::new(Time::from_millis(nth), [1; 10]);
        let (_, change) = fields::create(&book, RecordType::Person, &input, &mut stamp).unwrap();
        book.apply(change).unwrap();
    }
    own::enter(book.own());
    let file = "First name,Size,Worth,TRUST,Source\nAda,large,12 USD,5,Fair\nBen,huge,much,9,\n";
    let imported = import(&mut book, file.as_bytes(), "a.csv");
    assert_eq!(imported.import.problems.len(), 3);
    let people = book.table(RecordType::Person);
    let told: Vec<_> =
        people.iter().map(|(_, person)| serde_json::to_string(&person.fields).unwrap()).collect();
    let own =
        r#""x-size":"l","x-source":"Fair","x-trust":5,"x-worth":{"amount":12,"currency":"USD"}"#;
    assert!(told[0].contains(own), "{}", told[0]);
    assert!(!told[1].contains("x-"), "{}", told[1]);
}

/// People by what they are matched, and what becomes of them.
#[test]
fn what_is_wished_of_people_who_are_there() {
    let before = "name,email,phone,company,title,tags\n\
        Ada Lovelace,ada@x.org,+44 20 7946 0000,Engine Ltd,Countess,vip\n";
    let after = |how: How, row: &str| {
        let mut book = Book::default();
        import(&mut book, before.as_bytes(), "a.csv");
        let head = "name,email,phone,company,title,tags,children,last modified";
        let file = format!("{head}\n{row}\n");
        let imported = import_as(&mut book, file.as_bytes(), "b.csv", how);
        let again = import_as(&mut book, file.as_bytes(), "b.csv", how).import.counts();
        let is_twice = (again.people, again.adding, again.notes) != (0, 0, 0);
        assert_eq!(is_twice, how.by == Match::Nothing || how.meeting == Meeting::Add, "{how:?}");
        let people = book.table(RecordType::Person).iter();
        let titles: Vec<_> =
            people.map(|(_, it)| it.text(keys::JOB_TITLE).unwrap_or("-").to_owned()).collect();
        (imported.import.fates[0], titles.join(" "))
    };
    let meeting = |meeting| How { by: Match::Usual, meeting };
    let by = |by| How { by, meeting: Meeting::Overwrite };
    let same = "Ada King,ada@x.org,+44 20 7946 0000,Engine Ltd,Author,,3,";
    let of = |how, row| {
        let (fate, titles) = after(how, row);
        let fate = match fate {
            Fate::New(_) => "new",
            Fate::Adds(..) => "adds",
            Fate::Same(..) => "same",
            Fate::Left(..) => "left",
            other => panic!("{other:?}"),
        };
        format!("{fate}: {titles}")
    };
    assert_eq!(of(meeting(Meeting::Fill), same), "adds: Countess");
    assert_eq!(of(meeting(Meeting::Overwrite), same), "adds: Author");
    assert_eq!(of(meeting(Meeting::Skip), same), "left: Countess");
    assert_eq!(of(meeting(Meeting::Newer), same), "left: Countess");
    let (newer, older) = (format!("{same}2999-01-01"), format!("{same}1999-01-01"));
    assert_eq!(of(meeting(Meeting::Newer), &newer), "adds: Author");
    assert_eq!(of(meeting(Meeting::Newer), &older), "left: Countess");
    assert!(of(meeting(Meeting::Add), same).starts_with("new: Countess Author"));

    let phone = "A. King,a.king@x.org,+442079460000,,Author,,,";
    assert_eq!(of(by(Match::Usual), phone), "new: Countess Author");
    assert_eq!(of(by(Match::Phone), phone), "adds: Author");
    assert_eq!(of(by(Match::Email), phone), "new: Countess Author");
    let named = "Ada Lovelace,,,engine ltd,Author,,,";
    assert_eq!(of(by(Match::NameAndOrganization), named), "adds: Author");
    assert_eq!(of(by(Match::Email), named), "new: Countess Author");
    let titled = "A.,,,,countess,,2,";
    assert_eq!(of(by(Match::Field(keys::JOB_TITLE)), titled), "adds: countess");
    assert!(of(by(Match::Nothing), same).starts_with("new: Countess Author"));
}

#[test]
fn columns_go_where_they_went_the_last_time() {
    let mut book = Book::default();
    let recalled = |book: &Book, text: &str| csv::recall(book, &table(text).header).is_some();
    import(&mut book, b"name,email\nAda,ada@x.org\n", "a.csv");
    assert!(recalled(&book, "name,email\nBob,bob@x.org\n"));
    assert!(!recalled(&book, "email,name\nbob@x.org,Bob\n"));
    // Columns without names may be anything.
    import(&mut book, b"Ada,ada@x.org\nBob,bob@x.org\n", "b.csv");
    assert!(!recalled(&book, "Eve,eve@x.org\n"));
}
