//! Spreadsheets as people bring them, and what becomes of them.
//!
//! Beside each sample stands the text of what it should become. After a change, write them anew with
//! `UPDATE_EXPECTED=1 cargo test --test native csv` and read the difference.

use std::{fmt::Write, sync::Arc};

use proptest::prelude::*;
use rapport::{
    domain::{
        book::Book,
        change::Cause,
        edit::{Making, fields, records},
        field::{
            derived,
            draft::{Draft, Pick},
            keys, own,
        },
        id::RecordType,
        key::Key,
        problem::Fault,
        record::Record,
        stamp::Stamp,
        value::{Value, choice::Choice, time::Time},
    },
    transfer::{
        csv::{self, Fixed, Mapped, Mapping, Mended, Table, Target},
        encoding,
        incoming::{self, Country, Fate, How, Import, Match, Meeting, Part, RowFault, Rows},
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

/// What becomes of rows that are not of a table, under a heading.
pub(crate) fn told_rows(heading: &str, book: &Book, rows: &Rows, import: &Import) -> String {
    let mut text = format!("{:?}\n\n{heading}\n", import.counts());
    for (at, (fate, row)) in import.fates.iter().zip(&rows.rows).enumerate() {
        writeln!(text, "  {at} on line {}: {}", row.line, fate_of(book, *fate)).unwrap();
        for problem in import.problems.iter().filter(|problem| problem.row == at) {
            let name = &rows.headers[problem.column];
            writeln!(text, "    {name}: {:?}", problem.fault).unwrap();
        }
    }
    text + &told_records(book)
}

/// All records but notes, each with its fields and the notes about it.
pub(crate) fn told_records(book: &Book) -> String {
    let mut text = String::new();
    for (kind, record) in book.everything() {
        if kind == RecordType::Interaction {
            continue;
        }
        let name = derived::name_of(record).unwrap_or_default();
        writeln!(text, "\n{} {name}", kind.name()).unwrap();
        for (key, value) in record.fields.iter() {
            if ![keys::CREATED, keys::UPDATED].contains(&key) {
                writeln!(text, "  {}: {}", key.name(), in_words(book, key, value)).unwrap();
            }
        }
        for (_, note) in book.interactions_with(record.id) {
            let happened = note.time(keys::HAPPENED).filter(|at| *at != now());
            let at = happened.map(|at| format!(" at {}", at.on_clock(0))).unwrap_or_default();
            writeln!(text, "  note{at}: {:?}", note.text(keys::BODY).unwrap()).unwrap();
        }
    }
    text
}

fn fate_of(book: &Book, fate: Fate) -> String {
    match fate {
        Fate::Adds(kind, id) => {
            let name = book.get(kind, id).and_then(derived::name_of);
            format!("adds to {} {}", kind.name(), name.unwrap_or_default())
        }
        fate => format!("{fate:?}"),
    }
}

fn in_words(book: &Book, key: Key, value: &Value) -> String {
    let name = |record: Option<&Record>| record.and_then(derived::name_of).unwrap_or_default();
    match value {
        Value::Text(text) => format!("{text:?}"),
        Value::Number(number) => number.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Link(id) => name(book.relation_of(key).and_then(|to| book.get(to, **id))),
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
    assert_eq!(mapping.columns[0].target, Target::Keep);
    assert_eq!(counts(&mapping).set_aside, 2);
    mapping.columns[0].target = Target::FullName;
    mapping.columns[1].target = Target::Skip;
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
        book.interactions_with(ada.id).filter_map(|(_, note)| note.text(keys::BODY)).collect();
    assert_eq!(notes, ["b.csv\nname: A.\nname: King\ntitle: Author"]);
}

proptest! {
    #![proptest_config(generate::cases(48))]

    #[test]
    fn any_table_comes_in_once(
        rows in proptest::collection::vec(
            (proptest::collection::vec(cell(), 0..9), proptest::collection::vec(pointer(), 5)),
            0..6,
        ),
        book in generate::book(),
    ) {
        let mut book = book;
        book.apply(generate::change(generate::definitions())).unwrap();
        own::enter(book.own());
        let mut text = String::from("x-person,x-organization,x-deal,x-project,x-task,");
        text.push_str("name,email,phone,company,city,tags,birthday,lifecycle stage,other\n");
        let kinds = [
            RecordType::Person,
            RecordType::Organization,
            RecordType::Deal,
            RecordType::Project,
            RecordType::Task,
        ];
        for (row, pointers) in rows {
            let pointers = pointers.into_iter().zip(kinds).map(|(pointer, to)| match pointer {
                Ok(cell) => cell,
                Err(nth) => nth_name(&book, to, nth),
            });
            let cells = pointers.chain(row).map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
            writeln!(text, "{}", cells.collect::<Vec<_>>().join(",")).unwrap();
        }
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

/// A cell, or the name of one of the records that are there.
fn pointer() -> BoxedStrategy<Result<String, usize>> {
    prop_oneof![
        2 => Just(Ok(String::new())),
        2 => cell().prop_map(Ok),
        1 => (0..9_usize).prop_map(Err),
    ]
    .boxed()
}

fn nth_name(book: &Book, on: RecordType, nth: usize) -> String {
    let names: Vec<_> =
        book.table(on).iter().filter_map(|(_, record)| derived::name_of(record)).collect();
    names.get(nth % names.len().max(1)).cloned().unwrap_or_default()
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
    let meeting = |meeting| How { by: Match::Usual, meeting, ..How::default() };
    let by = |by| How { by, meeting: Meeting::Overwrite, ..How::default() };
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

/// A person and what is noted about them, from a file of one row whose columns go where they are sent by hand,
/// one after the other.
fn sent(text: &str, targets: &[Target]) -> String {
    let table = table(text);
    let mut mapping = csv::guess(&table);
    for column in &mut mapping.columns {
        column.target = Target::Skip;
    }
    for (at, target) in targets.iter().enumerate() {
        let written = csv::written(&table, at, target);
        mapping.send(at, target.clone(), written);
    }
    let mut book = Book::default();
    let change = compare(&book, &table, Some(&mapping), "a.csv", How::default()).finish();
    book.apply(change).unwrap();
    let (_, person) = book.table(RecordType::Person).iter().next().unwrap();
    let keys = [keys::HOBBIES, keys::NEEDS, keys::CHILDREN, keys::ORGANIZATION, keys::ADDRESSES];
    let values = keys.into_iter().filter_map(|key| Some((key, person.fields.get(key)?)));
    let mut told = vec![derived::name_of(person).unwrap()];
    told.extend(values.map(|(key, value)| in_words(&book, key, value)));
    let notes = book.interactions_with(person.id).filter_map(|(_, note)| note.text(keys::BODY));
    told.extend(notes.map(|note| note.replace('\n', " / ")));
    told.join("; ")
}

#[test]
fn several_columns_go_to_one_field() {
    let name = || Target::FullName;
    let to = Target::Field;
    let place = |part| Target::Address { group: 0, label: "".into(), part };
    assert_eq!(sent("a,b\nAda,Lovelace\n", &[name(), name()]), "Ada Lovelace");
    let hobbies = [name(), to(keys::HOBBIES), to(keys::HOBBIES)];
    assert_eq!(sent("n,a,b\nAda,chess,sailing\n", &hobbies), "Ada; \"chess sailing\"");
    assert_eq!(sent("n,a,b\nAda,chess,chess\n", &hobbies), "Ada; \"chess\"");
    assert_eq!(sent("n,a,b\nAda,,sailing\n", &hobbies), "Ada; \"sailing\"");
    let needs = [name(), to(keys::NEEDS), to(keys::NEEDS)];
    assert_eq!(sent("n,a,b\nAda,one two,three\n", &needs), "Ada; \"one two\\nthree\"");
    // Values that cannot be joined: the first counts.
    let children = [name(), to(keys::CHILDREN), to(keys::CHILDREN)];
    assert_eq!(sent("n,a,b\nAda,1,2\n", &children), "Ada; 1; a.csv / b: 2");
    let companies = [name(), Target::Organization, Target::Organization];
    assert_eq!(sent("n,a,b\nAda,Acme,Engine\n", &companies), "Ada; Acme; a.csv / b: Engine");
    let places = [name(), place(Part::Street), place(Part::Street), place(Part::City)];
    let expected = "Ada; \"1 Main St\\nFlat 2\" \"\" \"York\" \"\" \"\" []";
    assert_eq!(sent("n,a,b,c\nAda,1 Main St,Flat 2,York\n", &places), expected);
    // A text that is too long for the field by both is kept.
    let long = "x".repeat(600);
    let told = sent(&format!("n,a,b\nAda,{long},y{long}\n"), &hobbies);
    assert_eq!(told, format!("Ada; \"{long}\"; a.csv / b: y{long}"));
}

#[test]
fn an_address_in_one_piece_is_taken_apart() {
    let place = |part| Target::Address { group: 0, label: "".into(), part };
    let block = [Target::FullName, place(Part::Block)];
    let told = sent("n,a\nAda,\"12 Main St\nSpringfield, IL 62704\"\n", &block);
    assert_eq!(told, "Ada; \"12 Main St\" \"62704\" \"Springfield\" \"IL\" \"\" []");
    assert_eq!(
        sent("n,a\nAda,behind the church\n", &block),
        "Ada; \"behind the church\" \"\" \"\" \"\" \"\" []"
    );
    // What columns of their own say stays, and what the block says otherwise does, too.
    let beside = [Target::FullName, place(Part::Block), place(Part::City), place(Part::Country)];
    let text = "n,a,b,c\nAda,\"Hauptstr. 5, 10115 Berlin, Germany\",Potsdam,germany\n";
    let expected = "Ada; \"Hauptstr. 5\\nBerlin\" \"10115\" \"Potsdam\" \"\" \"germany\" []";
    assert_eq!(sent(text, &beside), expected);
}

#[test]
fn what_is_guessed_is_not_joined() {
    let mut book = Book::default();
    import(&mut book, b"name,Title,Position\nAda,Countess,Author\nBob,,Clerk\n", "a.csv");
    let told = told_records(&book);
    for line in ["job-title: \"Countess\"", "\"a.csv\\nPosition: Author\"", "job-title: \"Clerk\""]
    {
        assert!(told.contains(line), "{told}");
    }
}

#[test]
fn a_full_name_beside_its_parts_says_nothing_new_or_is_kept() {
    let told = |text: &str| {
        let mut book = Book::default();
        import(&mut book, text.as_bytes(), "a.csv");
        let (_, person) = book.table(RecordType::Person).iter().next().unwrap();
        let notes = book.interactions_with(person.id).filter_map(|(_, note)| note.text(keys::BODY));
        let notes: Vec<_> = notes.map(|note| note.replace('\n', " / ")).collect();
        (derived::name_of(person).unwrap(), notes)
    };
    let plain = |name: &str| (name.to_owned(), Vec::<String>::new());
    let header = "Full name,First name,Last name\n";
    assert_eq!(told(&format!("{header}Ada Lovelace,Ada,Lovelace\n")), plain("Ada Lovelace"));
    assert_eq!(told(&format!("{header}\"Lovelace, Ada\",Ada,Lovelace\n")), plain("Ada Lovelace"));
    assert_eq!(told(&format!("{header}Ada Mary Lovelace,Ada Mary,\n")), plain("Ada Mary Lovelace"));
    let other = told(&format!("{header}A. King,Ada,Lovelace\n"));
    assert_eq!(other, ("Ada Lovelace".to_owned(), vec!["a.csv / Full name: A. King".to_owned()]));
}

#[test]
fn several_choices_stand_in_one_cell() {
    let mut book = Book::default();
    let choices = [Choice::new("tea", "Tea"), Choice::new("rum", "Rum, old")];
    let input = records::Input::from([
        (keys::LABEL, Some(Value::text("Drinks"))),
        (keys::FIELD_KIND, Some(Value::text("choices"))),
        (keys::OPTIONS, Some(Value::Options(choices.into()))),
    ]);
    let mut stamp = Stamp::new(now(), [1; 10]);
    let (_, change) = fields::create(&book, RecordType::Person, &input, &mut stamp).unwrap();
    book.apply(change).unwrap();
    own::enter(book.own());
    let drinks = |book: &Book, cells: &str| {
        let text = format!("First name,e-mail,Drinks\nAda,ada@x.org,{cells}\n");
        let mut book = book.clone();
        let problems = import(&mut book, text.as_bytes(), "a.csv").import.problems.len();
        let (_, ada) = book.table(RecordType::Person).iter().next().unwrap();
        let field = own::open().fields_of(RecordType::Person).pop().unwrap();
        let words = match ada.fields.get(field.key()) {
            Some(Value::Words(words)) => words.join(" "),
            _ => String::new(),
        };
        (words, problems, book)
    };
    let told = |cells: &str| {
        let (words, problems, _) = drinks(&book, cells);
        (words, problems)
    };
    assert_eq!(told("tea"), ("tea".to_owned(), 0));
    assert_eq!(told("\"Rum, old\""), ("rum".to_owned(), 0));
    assert_eq!(told("TEA;rum"), ("rum tea".to_owned(), 0));
    // What is none is told, and the others come in.
    assert_eq!(told("tea|water"), ("tea".to_owned(), 1));
    // More choices are added to those of who is here already.
    let (_, _, with_tea) = drinks(&book, "tea");
    assert_eq!(drinks(&with_tea, "rum").0, "rum tea");
    assert_eq!(drinks(&with_tea, "rum").1, 0);
}

/// What a person has entered for everybody.
fn everybody(book: &Book, entered: &[(Key, &str)]) -> Vec<Fixed> {
    let of = |(key, text): &(Key, &str)| {
        let draft = match *key {
            keys::TAGS => {
                Draft::Relations(text.split('+').map(|it| Pick::New(it.into())).collect())
            }
            keys::ORGANIZATION => Draft::Relation(Pick::New((*text).to_owned())),
            _ => Draft::Text((*text).to_owned()),
        };
        Fixed::entered(book.field(*key).unwrap(), &draft).unwrap()
    };
    entered.iter().map(of).collect()
}

/// Brings in a file whose people get something that it does not say.
fn import_for_all(book: &mut Book, text: &str, entered: &[(Key, &str)], how: How) -> Box<Import> {
    let table = table(text);
    let mut mapping = csv::guess(&table);
    mapping.fixed = everybody(book, entered);
    book.apply(compare(book, &table, Some(&mapping), "a.csv", how).finish()).unwrap();
    compare(book, &table, Some(&mapping), "a.csv", how)
}

/// All people as name, stage, source, organization and tags, with the bodies of their notes.
fn people(book: &Book) -> Vec<String> {
    let person = |person: &Record| {
        let name = derived::name_of(person).unwrap_or_default();
        let values = [keys::LIFECYCLE, keys::LEAD_SOURCE, keys::ORGANIZATION, keys::TAGS];
        let values = values.map(|key| match person.fields.get(key) {
            Some(Value::Text(text)) => text.to_string(),
            Some(value) => in_words(book, key, value),
            None => String::new(),
        });
        let notes = book.interactions_with(person.id).filter_map(|(_, note)| note.text(keys::BODY));
        let told = [name].into_iter().chain(values).chain(notes.map(str::to_owned));
        told.collect::<Vec<_>>().join("|")
    };
    book.table(RecordType::Person).iter().map(|(_, it)| person(it)).collect()
}

#[test]
fn everybody_gets_what_the_file_does_not_say() {
    let all = [
        (keys::TAGS, "fair 2026+Guests, invited"),
        (keys::LIFECYCLE, "lead"),
        (keys::LEAD_SOURCE, "Fair"),
        (keys::ORGANIZATION, "Acme"),
    ];
    let text = "name,email,company,tags,lifecycle stage\n\
                Ada,ada@x.org,Engine,vip,customer\n\
                Bob,bob@x.org,,,\n\
                ,,,,\n\
                Cy,,,,\n";
    let mut book = Book::default();
    let again = import_for_all(&mut book, text, &all, How::default());
    let expected = [
        "Ada|customer|Fair|Engine|vip, fair 2026, Guests, invited",
        "Bob|lead|Fair|Acme|fair 2026, Guests, invited",
        "Cy|lead|Fair|Acme|fair 2026, Guests, invited",
    ];
    assert_eq!(people(&book), expected);
    let counts = again.counts();
    assert_eq!((counts.same, counts.blank, counts.notes, counts.people), (3, 1, 0, 0));
    // An organization gets what it has a field for.
    let mut book = Book::default();
    let text = "company,phone\nEngine,+44 20 7946 0000\n";
    import_for_all(
        &mut book,
        text,
        &[(keys::LEAD_SOURCE, "Fair"), (keys::ORGANIZATION, "Acme"), (keys::CAR, "Pram")],
        How::default(),
    );
    let (_, engine) = book.table(RecordType::Organization).iter().next().unwrap();
    assert_eq!(book.table(RecordType::Organization).len(), 1);
    assert_eq!((engine.text(keys::LEAD_SOURCE), engine.text(keys::CAR)), (Some("Fair"), None));
}

#[test]
fn what_everybody_gets_says_nothing_against_what_is_there() {
    let mut book = Book::default();
    import(
        &mut book,
        b"name,email,company,lifecycle stage\nAda,ada@x.org,Engine,customer\nCy,,,\n",
        "a.csv",
    );
    let all = [(keys::LIFECYCLE, "lead"), (keys::ORGANIZATION, "Acme"), (keys::TAGS, "fair")];
    // Who has only a name is told by it and not by what everybody gets.
    let text = "name,email,title\nAda,ada@x.org,Countess\nCy,,\n";
    let mut filled = book.clone();
    let again = import_for_all(&mut filled, text, &all, How::default());
    assert_eq!(people(&filled), ["Ada|customer||Engine|fair", "Cy|lead||Acme|fair"]);
    assert_eq!((again.problems.len(), again.counts().same), (0, 2));
    let how = How { meeting: Meeting::Overwrite, ..How::default() };
    import_for_all(&mut book, text, &all, how);
    assert_eq!(people(&book), ["Ada|lead||Acme|fair", "Cy|lead||Acme|fair"]);
    // Nobody is found by it.
    let mut book = Book::default();
    let how = How { by: Match::Field(keys::LEAD_SOURCE), ..How::default() };
    import_for_all(&mut book, "name\nAda\nBob\n", &[(keys::LEAD_SOURCE, "Fair")], how);
    assert_eq!(people(&book).len(), 2);
}

#[test]
fn what_everybody_gets_is_remembered() {
    let mut book = Book::default();
    let all = [(keys::TAGS, "fair+b"), (keys::LIFECYCLE, "lead"), (keys::ORGANIZATION, "Acme")];
    import_for_all(&mut book, "name,email\nAda,ada@x.org\n", &all, How::default());
    let (remembered, _) = csv::recall(&book, &table("name,email\n,\n").header).unwrap();
    assert_eq!(remembered.mapping.fixed, everybody(&book, &all));
    // The inputs hold it again, with the records that are there now.
    let again = remembered.mapping.fixed.iter().map(|fixed| fixed.draft(&book).unwrap());
    let again: Vec<_> = again
        .map(|(field, draft)| {
            let is_new = matches!(&draft, Draft::Relation(Pick::New(_)));
            assert!(!is_new, "{draft:?}");
            Fixed::entered(field, &draft).unwrap()
        })
        .collect();
    assert_eq!(again, remembered.mapping.fixed);
    // What its field does not take is not entered, and a field that is gone has no input.
    let day = keys::BIRTHDAY.field().unwrap();
    assert_eq!(Fixed::entered(day, &Draft::Text("soon".into())), None);
    let gone = Fixed { field: Key::of("x-gone").unwrap(), text: "a".into() };
    assert!(gone.draft(&book).is_none());
}

#[test]
fn phones_get_the_code_of_their_country() {
    let from = |code: &str| How { phones_from: Country::of(code), ..How::default() };
    let phones = |book: &Book| {
        let (_, person) = book.table(RecordType::Person).iter().next().unwrap();
        person.labelled(keys::PHONES).iter().map(|it| it.value.to_string()).collect::<Vec<_>>()
    };
    let file = "name,phone\nAda,020 7946 0000; +44 20 7946 0000; 0161 496 0000; 999 1234\n";
    let mut book = Book::default();
    let imported = import_as(&mut book, file.as_bytes(), "a.csv", from("GB"));
    assert_eq!(imported.import.national, 3);
    assert_eq!(phones(&book), ["+44 20 7946 0000", "+44 161 496 0000", "999 1234"]);
    // The next file of these columns is from there too, and the same file brings nothing.
    let (remembered, _) = csv::recall(&book, &imported.table.header).unwrap();
    assert_eq!(remembered.how, from("GB"));
    let again = import_as(&mut book, file.as_bytes(), "b.csv", remembered.how);
    assert_eq!(again.import.counts().same, 1);

    let mut book = Book::default();
    import(&mut book, file.as_bytes(), "a.csv");
    assert_eq!(phones(&book)[0], "020 7946 0000");
    let (remembered, _) = csv::recall(&book, &imported.table.header).unwrap();
    assert_eq!(remembered.how, How::default());
}

/// A book with Ada, a deal, a project and a task, and a field of people for each of them and for organizations.
fn pointing() -> Book {
    let mut book = Book::default();
    let mut stamp = Stamp::new(now(), [8; 10]);
    for (label, kind) in [
        ("Manager", "person"),
        ("Employer", "organization"),
        ("Best deal", "deal"),
        ("Works on", "project"),
        ("Next step", "task"),
    ] {
        let definition = records::Input::from([
            (keys::LABEL, Some(Value::text(label))),
            (keys::FIELD_KIND, Some(Value::text(kind))),
        ]);
        let (_, change) =
            fields::create(&book, RecordType::Person, &definition, &mut stamp).unwrap();
        book.apply(change).unwrap();
    }
    own::enter(book.own());
    let mut make = |on, key, name: &str| {
        let input = records::Input::from([(key, Some(Value::text(name)))]);
        let (_, change) = records::create(&book, on, &input, &mut stamp).unwrap();
        book.apply(change).unwrap();
    };
    make(RecordType::Person, keys::GIVEN, "Ada");
    make(RecordType::Deal, keys::NAME, "Łódź fair");
    make(RecordType::Deal, keys::NAME, "lodz fair");
    make(RecordType::Project, keys::NAME, "Move");
    make(RecordType::Task, keys::NAME, "Call back");
    book
}

/// All people, each with what their fields point to and what is noted of them.
fn pointers(book: &Book) -> Vec<String> {
    let told = |person: &Record| {
        let own = person.fields.others().filter_map(|(key, value)| {
            let Value::Link(id) = value else { return None };
            let to = book.get(book.relation_of(key)?, **id)?;
            Some(format!("{} {}", key.name(), derived::name_of(to)?))
        });
        // The keys of own fields stand in the order in which tests have asked for them.
        let mut own: Vec<_> = own.collect();
        own.sort();
        let notes = book.interactions_with(person.id).filter_map(|(_, note)| note.text(keys::BODY));
        let notes = notes.map(|note| note.replace('\n', " / "));
        let told = derived::name_of(person).into_iter().chain(own).chain(notes);
        told.collect::<Vec<_>>().join("; ")
    };
    book.table(RecordType::Person).iter().map(|(_, person)| told(person)).collect()
}

/// What is wrong with the pointers of a file, by row and column.
fn unknown(import: &Import) -> Vec<(usize, usize, String)> {
    let problem = |problem: &incoming::RowProblem| match &problem.fault {
        RowFault::NoRecord { name, .. } => (problem.row, problem.column, name.to_string()),
        RowFault::Differs(_) => (problem.row, problem.column, "differs".to_owned()),
        other => panic!("{other:?}"),
    };
    import.problems.iter().map(problem).collect()
}

#[test]
fn fields_of_ones_own_point_to_records_by_their_names() {
    let file = "name,email,Manager,Employer,Best deal,Works on,Next step\n\
                Ben,ben@x.org,ADÁ,Engine Ltd,LÓDZ FAIR,move,Call back\n\
                Cy,cy@x.org,dee,engine ltd,Nothing,,Nor this\n\
                Dee,dee@x.org,Nobody,,,,\n";
    let mut book = pointing();
    let before = book.clone();
    let imported = import(&mut book, file.as_bytes(), "a.csv");
    let expected = [
        "Ada",
        "Ben; x-best-deal Łódź fair; x-employer Engine Ltd; x-manager Ada; x-next-step Call back; \
         x-works-on Move",
        "Cy; x-employer Engine Ltd; x-manager Dee; a.csv / Best deal: Nothing / Next step: Nor this",
        "Dee; a.csv / Manager: Nobody",
    ];
    assert_eq!(pointers(&book), expected);
    let problem = |row, column, name: &str| (row, column, name.to_owned());
    let problems = [problem(1, 4, "Nothing"), problem(1, 6, "Nor this"), problem(2, 2, "Nobody")];
    assert_eq!(unknown(&imported.import), problems);
    assert_eq!(imported.import.counts().organizations, 1);

    // A second time it brings nothing, and says the same of what is not there.
    let once = book.clone();
    let again = import(&mut book, file.as_bytes(), "b.csv");
    assert_eq!(generate::difference(&book, &once), None);
    assert_eq!(unknown(&again.import), problems);
    assert_eq!(again.import.counts().same, 3);

    // What was made meanwhile is found.
    let (_, change) = records::create(
        &book,
        RecordType::Person,
        &records::Input::from([(keys::GIVEN, Some(Value::text("Nobody")))]),
        &mut Stamp::new(now(), [9; 10]),
    )
    .unwrap();
    book.apply(change).unwrap();
    let later = import(&mut book, file.as_bytes(), "c.csv").import.counts();
    assert_eq!((later.adding, later.same), (1, 2));
    assert_eq!(pointers(&book)[3], "Dee; x-manager Nobody; a.csv / Manager: Nobody");

    // Undoing takes all of it back.
    let table = table(file);
    let change = compare(&before, &table, None, "a.csv", How::default()).finish();
    let undo = change.clone().inverse(now(), Cause::Undo(1));
    let mut undone = before.clone();
    undone.apply(change).unwrap();
    undone.apply(undo).unwrap();
    assert_eq!(generate::difference(&undone, &before), None);
}

#[test]
fn who_brought_somebody_is_read_by_name() {
    let file = "name,email,Referred by\n\
                Ben,ben@x.org,ADÁ\n\
                Cy,cy@x.org,Ben\n\
                Dee,dee@x.org,Dee\n\
                Eve,eve@x.org,Nobody\n";
    let mut book = pointing();
    let imported = import(&mut book, file.as_bytes(), "a.csv");
    let told = |book: &Book| -> Vec<String> {
        let people = book.table(RecordType::Person).iter().map(|(_, person)| person);
        let by = |person: &Record| {
            let by = book.get(RecordType::Person, person.link(keys::REFERRED_BY)?)?;
            derived::name_of(by)
        };
        people.map(|person| by(person).unwrap_or_default()).collect()
    };
    assert_eq!(told(&book), ["", "Ada", "Ben", "", ""]);
    // Nobody has brought themselves, and what is not read is kept.
    let faults: Vec<_> = imported.import.problems.iter().map(|it| (it.row, &it.fault)).collect();
    let nobody = RowFault::NoRecord { key: keys::REFERRED_BY, name: "Nobody".into() };
    assert_eq!(faults, [(2, &RowFault::Value(Fault::Oneself)), (3, &nobody)]);
    let kept = &pointers(&book)[3..];
    assert_eq!(kept, ["Dee; a.csv / Referred by: Dee", "Eve; a.csv / Referred by: Nobody"]);

    // A second time it brings nothing.
    let once = book.clone();
    import(&mut book, file.as_bytes(), "b.csv");
    assert_eq!(generate::difference(&book, &once), None);
}

#[test]
fn a_name_that_nobody_has_is_mended_in_its_cell() {
    let mut book = pointing();
    let table = table("name,Manager\nBen,Nobody\n");
    let mended = Mended::from([((0, 1), Box::from("ada"))]);
    let source = Arc::new(Mapped::new(table.clone(), csv::guess(&table), mended));
    let stamp = Stamp::new(now(), [9; 10]);
    let import = incoming::import(&book, source, How::default(), "a.csv", stamp);
    assert_eq!(import.problems, []);
    book.apply(import.finish()).unwrap();
    assert_eq!(pointers(&book), ["Ada", "Ben; x-manager Ada"]);
}

#[test]
fn pointers_meet_as_other_fields_do() {
    let met = |meeting, row: &str| {
        let mut book = pointing();
        let head = "name,email,Manager,Works on,last modified\n";
        import(
            &mut book,
            format!("{head}Ben,ben@x.org,Ada,,\nCy,cy@x.org,,,\n").as_bytes(),
            "a.csv",
        );
        let how = How { meeting, ..How::default() };
        let file = format!("{head}{row}\n");
        let imported = import_as(&mut book, file.as_bytes(), "b.csv", how);
        let once = book.clone();
        import_as(&mut book, file.as_bytes(), "b.csv", how);
        if meeting != Meeting::Add {
            assert_eq!(generate::difference(&book, &once), None, "{meeting:?}");
        }
        (unknown(&imported.import).len(), pointers(&once)[1].clone())
    };
    let told = |count, text: &str| (count, text.to_owned());
    let row = "Ben,ben@x.org,cy,Move,";
    let filled = "Ben; x-manager Ada; x-works-on Move; b.csv / Manager: cy";
    assert_eq!(met(Meeting::Fill, row), told(1, filled));
    let replaced = told(0, "Ben; x-manager Cy; x-works-on Move");
    assert_eq!(met(Meeting::Overwrite, row), replaced);
    assert_eq!(met(Meeting::Skip, row), told(0, "Ben; x-manager Ada"));
    assert_eq!(met(Meeting::Newer, row), told(0, "Ben; x-manager Ada"));
    assert_eq!(met(Meeting::Newer, &format!("{row}2999-01-01")), replaced);
    assert_eq!(met(Meeting::Add, row), told(0, "Ben; x-manager Ada"));
    // What nobody is called replaces nothing.
    let row = "Ben,ben@x.org,Nobody,,";
    let kept = told(1, "Ben; x-manager Ada; b.csv / Manager: Nobody");
    assert_eq!(met(Meeting::Overwrite, row), kept);
    assert_eq!(met(Meeting::Fill, row), kept);
}

#[test]
fn people_of_one_name_are_told_by_what_they_point_to() {
    let mut book = pointing();
    let file = "name,Manager\nBen,Ada\nBen,Nobody\nBen,ada\nBen,Ben\n";
    import(&mut book, file.as_bytes(), "a.csv");
    let expected =
        ["Ada", "Ben; x-manager Ada", "Ben; a.csv / Manager: Nobody", "Ben; x-manager Ben"];
    assert_eq!(pointers(&book), expected);
    let once = book.clone();
    assert_eq!(import(&mut book, file.as_bytes(), "b.csv").import.counts().same, 4);
    assert_eq!(generate::difference(&book, &once), None);
}

#[test]
fn everybody_points_to_what_the_file_does_not_say() {
    let mut book = pointing();
    let key = |name: &str| Key::of(name).unwrap();
    let all = [("x-manager", "Ada"), ("x-employer", "Engine"), ("x-best-deal", "lodz fair")];
    let fixed = all.map(|(name, text)| Fixed { field: key(name), text: text.into() });
    let table = table("name,email,Employer\nBen,ben@x.org,Acme\nCy,cy@x.org,\n");
    let mapping = Mapping { fixed: fixed.clone().into(), ..csv::guess(&table) };
    let compared = |book: &Book| compare(book, &table, Some(&mapping), "a.csv", How::default());
    book.apply(compared(&book).finish()).unwrap();
    let expected = [
        "Ada",
        "Ben; x-best-deal Łódź fair; x-employer Acme; x-manager Ada",
        "Cy; x-best-deal Łódź fair; x-employer Engine; x-manager Ada",
    ];
    assert_eq!(pointers(&book), expected);
    assert_eq!((compared(&book).counts().same, compared(&book).problems.len()), (2, 0));

    // The inputs hold it again; what is new is made where files make it, and no person is.
    for fixed in &fixed {
        let (field, draft) = fixed.draft(&book).unwrap();
        assert!(matches!(draft, Draft::Relation(Pick::Chosen { .. })), "{draft:?}");
        assert_eq!(Fixed::entered(field, &draft).unwrap().field, fixed.field);
    }
    let new = Draft::Relation(Pick::New("Zed".into()));
    let field = |name: &str| book.field(key(name)).unwrap();
    assert!(Fixed::entered(field("x-employer"), &new).is_some());
    assert_eq!(Fixed::entered(field("x-manager"), &new), None);
    assert!(csv::wrong(field("x-manager"), &new).is_some());
}
