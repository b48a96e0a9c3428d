//! Address books as people bring them, and what becomes of them; and the cards that we write.
//!
//! Beside each sample stands the text of what it should become. After a change, write them anew with
//! `UPDATE_EXPECTED=1 cargo test --test native vcard` and read the difference.

use std::sync::Arc;

use calcard::{Entry, Parser, vcard::VCardProperty};
use proptest::prelude::*;
use rapport::{
    domain::{
        book::Book,
        edit::Making,
        field::keys,
        id::{Id, RecordType},
        key::Key,
        record::Record,
        stamp::Stamp,
        value::{Value, address::Address, labelled::Labelled},
    },
    transfer::{
        csv,
        incoming::{self, How, Import, Incoming},
        vcard::{self, VcardProblem, Version},
    },
};

use super::{
    csv::told_rows,
    generate::{self, now},
};

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/vcard/");

const VERSIONS: [Version; 2] = [Version::V3, Version::V4];

fn compare(book: &Book, text: &str, file: &str) -> Box<Import> {
    let stamp = Stamp::new(now(), [u8::try_from(book.len() % 251).unwrap(); 10]);
    let rows = Arc::new(vcard::read(text).unwrap());
    incoming::import(book, rows, How::default(), file, stamp)
}

fn import(book: &mut Book, text: &str, file: &str) -> Box<Import> {
    let import = compare(book, text, file);
    book.apply(compare(book, text, file).finish()).unwrap();
    import
}

/// What a file has become, as one would tell it.
#[track_caller]
fn check(name: &str) {
    let file = std::fs::read_to_string(format!("{DATA}{name}")).unwrap();
    let mut book = Book::default();
    let rows = vcard::read(&file).unwrap();
    let import = import(&mut book, &file, name);
    let told = told_rows("cards", &book, &rows, &import);
    let expected_at = format!("{DATA}{name}.expected.txt");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&expected_at, &told).unwrap();
    }
    let expected = std::fs::read_to_string(&expected_at).unwrap_or_default();
    assert_eq!(told, expected, "{name}");
    adds_nothing(&mut book, &file);

    // What we write of it says as much.
    for version in VERSIONS {
        for on in [RecordType::Person, RecordType::Organization] {
            let file = written(&book, on, version);
            if !file.is_empty() {
                adds_nothing(&mut book, &file);
            }
        }
    }
}

/// A file of which the book has everything.
#[track_caller]
fn adds_nothing(book: &mut Book, file: &str) {
    let before = book.clone();
    import(book, file, "copy.vcf");
    assert_eq!(generate::difference(book, &before), None, "{file}");
}

#[test]
fn android() {
    check("android-2.1.vcf");
}

#[test]
fn apple() {
    check("apple-3.0.vcf");
}

#[test]
fn rfc_6350() {
    check("rfc6350-4.0.vcf");
}

#[test]
fn oddities() {
    check("odd.vcf");
}

#[test]
fn cards_that_are_set_aside_are_kept_as_a_table() {
    let file = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nEND:VCARD\n\
                BEGIN:VCARD\nVERSION:3.0\nNOTE:who\\, was\\nthis\nNOTE:=1+1\nTITLE:Poet\n\
                PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\nEND:VCARD\n";
    let mut book = Book::default();
    let import = import(&mut book, file, "a.vcf");
    assert_eq!(import.counts().set_aside, 1);
    let (_, record) = book.table(RecordType::Import).iter().next().unwrap();
    let aside = record.text(keys::SET_ASIDE).unwrap();
    let expected =
        "VERSION,FN,NOTE,TITLE,PHOTO,why\n3.0,,\"who, was\nthis\n=1+1\",Poet,,nameless\n";
    let table = String::from_utf8(csv::with_reason(aside, "why", "nameless")).unwrap();
    assert_eq!(table, expected);
    // As a table it comes back, and the person has a name now.
    let mended = Arc::new(csv::read(table.replace("3.0,,", "3.0,Ada Lovelace,"), None).unwrap());
    let mut mapping = csv::guess(&mended);
    mapping.send(1, csv::Target::FullName, incoming::Written::default());
    let source = csv::Mapped::new(mended, mapping, csv::Mended::new());
    let stamp = Stamp::new(now(), [9; 10]);
    let again = incoming::import(&book, Arc::new(source), How::default(), "b.csv", stamp);
    assert_eq!((again.counts().people, again.counts().set_aside), (1, 0));
}

#[test]
fn files_out_of_bounds_are_refused() {
    let problem = |text: &str| vcard::read(text).unwrap_err();
    let card = |inner: &str| format!("BEGIN:VCARD\n{inner}\nEND:VCARD\n");
    assert_eq!(problem("FN:Ada\n"), VcardProblem::Empty);
    let nested = "BEGIN:VCARD\n".repeat(vcard::DEPTH_MOST + 1);
    assert_eq!(problem(&nested), VcardProblem::TooDeep { line: 9, most: vcard::DEPTH_MOST });
    let many = card(&"TEL:123\n".repeat(vcard::PROPERTIES_MOST + 1));
    let most = vcard::PROPERTIES_MOST;
    assert_eq!(problem(&many), VcardProblem::TooManyProperties { line: 1, most });
    let long = card(&format!("NOTE:{}", "x".repeat(vcard::VALUE_MOST + 1)));
    assert_eq!(problem(&long), VcardProblem::LongValue { line: 2, most: vcard::VALUE_MOST });
    let names: Vec<_> = (0..=vcard::NAMES_MOST).map(|nth| format!("X-{nth}:a\n")).collect();
    assert_eq!(
        problem(&card(&names.concat())),
        VcardProblem::TooManyNames { most: vcard::NAMES_MOST }
    );
}

fn written(book: &Book, on: RecordType, version: Version) -> String {
    let slots = book.table(on).iter().map(|(slot, _)| slot).collect();
    String::from_utf8(vcard::write(book, on, slots, version).flatten().collect()).unwrap()
}

/// What a card of a version can carry of a record.
fn carried(on: RecordType, version: Version) -> Vec<Key> {
    let mut keys = vec![keys::EMAILS, keys::PHONES, keys::LINKS, keys::ADDRESSES, keys::PHOTO];
    if on == RecordType::Organization {
        keys.push(keys::NAME);
    } else {
        keys.extend([keys::PREFIX, keys::GIVEN, keys::MIDDLE, keys::FAMILY, keys::SUFFIX]);
        keys.extend([keys::NICKNAME, keys::BIRTHDAY, keys::JOB_TITLE, keys::DEPARTMENT]);
    }
    if version == Version::V4 && on == RecordType::Person {
        keys.extend([keys::HOBBIES, keys::INTERESTS]);
    }
    keys
}

/// Space of any kind is one space, as in every file that comes in.
fn squeezed(text: &str) -> Box<str> {
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

fn plain(key: Key, value: &Value) -> Value {
    match value {
        Value::Text(text) if key != keys::PHOTO => Value::Text(squeezed(text)),
        Value::Labelled(items) => {
            let mut plain: Vec<Labelled> = Vec::new();
            for item in items {
                if !plain.iter().any(|other| other.value == item.value) {
                    plain.push(Labelled::new(squeezed(&item.label), &*item.value));
                }
            }
            Value::Labelled(plain.into())
        }
        Value::Addresses(items) => {
            let squeezed = |address: &Address| Address {
                label: squeezed(&address.label),
                street: squeezed(&address.street),
                city: squeezed(&address.city),
                region: squeezed(&address.region),
                postcode: squeezed(&address.postcode),
                country: squeezed(&address.country),
            };
            Value::Addresses(items.iter().map(squeezed).collect())
        }
        other => other.clone(),
    }
}

/// What a card says is what the record says.
fn same(book: &Book, on: RecordType, record: &Record, version: Version, read: &Incoming) {
    assert_eq!(read.on, on);
    for key in carried(on, version) {
        let held = record.fields.get(key).map(|value| plain(key, value));
        assert_eq!(read.get(key).map(|value| plain(key, value)), held, "{}", key.name());
    }
    let organization = record.link(keys::ORGANIZATION);
    let organization = organization
        .and_then(|id| book.get(RecordType::Organization, id)?.text(keys::NAME))
        .map(squeezed);
    assert_eq!(read.organization.as_ref().map(|(name, _)| name.clone()), organization);
    let name =
        |id: &Id| squeezed(book.get(RecordType::Tag, *id).unwrap().text(keys::NAME).unwrap());
    let tags: Vec<_> = record.links(keys::TAGS).iter().map(name).collect();
    assert_eq!(read.tags.iter().map(|tag| squeezed(tag)).collect::<Vec<_>>(), tags);
    let notes = book.interactions_with(record.id).filter_map(|(_, note)| note.text(keys::BODY));
    assert_eq!(
        read.notes.iter().map(|note| &*note.text).collect::<Vec<_>>(),
        notes.collect::<Vec<_>>()
    );
    assert_eq!(read.kept, [""; 0]);
}

/// Whether a record has what tells it from others in a card.
fn is_told(on: RecordType, record: &Record) -> bool {
    let by: &[Key] = match on {
        RecordType::Organization => &[keys::NAME],
        _ => &[keys::GIVEN, keys::MIDDLE, keys::FAMILY, keys::NICKNAME, keys::EMAILS],
    };
    by.iter().any(|key| record.fields.get(*key).is_some())
}

/// Every line ends and folds as it should.
pub(crate) fn is_well_formed(file: &str) {
    assert!(file.is_empty() || file.ends_with("\r\n"));
    for line in file.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
    }
}

/// Another program finds the same texts in a card.
fn others_read(book: &Book, record: &Record, card: &calcard::vcard::VCard) {
    let found = |name: VCardProperty| {
        let entries = card.entries.iter().filter(move |entry| entry.name == name);
        let values = entries.flat_map(|entry| &entry.values);
        values.filter_map(|value| value.as_text()).map(str::to_owned).collect::<Vec<_>>()
    };
    let notes = book.interactions_with(record.id).filter_map(|(_, note)| note.text(keys::BODY));
    assert_eq!(found(VCardProperty::Note), notes.collect::<Vec<_>>());
    let values = |key: Key| {
        record.labelled(key).iter().map(|item| item.value.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(found(VCardProperty::Email), values(keys::EMAILS));
    assert_eq!(found(VCardProperty::Tel), values(keys::PHONES));
    assert_eq!(found(VCardProperty::Title), Vec::from_iter(record.text(keys::JOB_TITLE)));
    let tags = record.links(keys::TAGS).iter();
    let tags = tags.filter_map(|id| book.get(RecordType::Tag, *id)?.text(keys::NAME));
    // It drops spaces behind a comma.
    let categories = found(VCardProperty::Categories);
    assert!(categories.iter().map(|tag| squeezed(tag)).eq(tags.map(squeezed)), "{categories:?}");
}

/// The cards of a book say what its records say, to us and to another program.
pub(crate) fn cards_say_it(book: &Book) {
    for (on, version) in [RecordType::Person, RecordType::Organization]
        .into_iter()
        .flat_map(|on| VERSIONS.map(|version| (on, version)))
    {
        let records: Vec<_> = book.table(on).iter().map(|(_, record)| record).collect();
        let records: Vec<_> = records.into_iter().filter(|it| is_told(on, it)).collect();
        let slots = records.iter().filter_map(|it| book.table(on).slot(it.id)).collect();
        let file: Vec<u8> = vcard::write(book, on, slots, version).flatten().collect();
        let file = String::from_utf8(file).unwrap();
        is_well_formed(&file);
        let read = if file.is_empty() { Vec::new() } else { vcard::read(&file).unwrap().rows };
        assert_eq!(read.len(), records.len());
        let mut others = Parser::new(&file);
        for (row, record) in read.iter().zip(&records) {
            assert_eq!(&row.faults, &[]);
            same(book, on, record, version, row.incoming.as_ref().unwrap());
            let Entry::VCard(card) = others.entry() else { panic!("{file}") };
            others_read(book, record, &card);
        }
        assert_eq!(others.entry(), Entry::Eof);
    }
}

/// The same cards a second time change nothing.
pub(crate) fn is_nothing_new(book: &Book) {
    for version in VERSIONS {
        let on = [RecordType::Organization, RecordType::Person];
        let file = on.map(|on| written(book, on, version)).concat();
        if file.is_empty() {
            continue;
        }
        let mut empty = Book::default();
        import(&mut empty, &file, "a.vcf");
        adds_nothing(&mut empty, &file);
    }
}

proptest! {
    #![proptest_config(generate::cases(96))]

    #[test]
    fn cards_say_what_records_say(book in generate::book()) {
        cards_say_it(&book);
    }

    #[test]
    fn the_same_cards_a_second_time_change_nothing(book in generate::book()) {
        is_nothing_new(&book);
    }

    #[test]
    fn any_text_is_cards_or_a_problem(lines in proptest::collection::vec(line(), 0..30)) {
        let file = format!("BEGIN:VCARD\n{}", lines.concat());
        if let Ok(rows) = vcard::read(&file) {
            let mut book = Book::default();
            let import = import(&mut book, &file, "a.vcf");
            prop_assert_eq!(import.fates.len(), rows.rows.len());
            // All that came in is as it is kept, and points to something.
            let saved: Vec<u8> = rapport::transfer::json::export(&book, now()).flatten().collect();
            let contents = rapport::transfer::json::read(&saved);
            prop_assert!(contents.is_ok(), "{:?}", contents.map(|_| ()));
            adds_nothing(&mut book, &file);
        }
    }
}

/// Pieces of cards, whole or broken.
fn line() -> BoxedStrategy<String> {
    let name = proptest::sample::select(vec![
        "BEGIN:VCARD\n",
        "END:VCARD\r\n",
        "VERSION:2.1\n",
        "VERSION:4.0\n",
        "FN:",
        "N:",
        "ORG:",
        "EMAIL;TYPE=home:",
        "TEL;CELL:",
        "tel;x=\"",
        "item1.URL:",
        "item1.X-ABLabel:",
        "BDAY:",
        "BDAY:--0412\n",
        "NOTE;ENCODING=QUOTED-PRINTABLE:",
        "NOTE:=\n",
        "PHOTO;BASE64:",
        "ADR:",
        "PHOTO:data:image/png;base64,",
        "CATEGORIES:",
        "KIND:org\n",
        "KIND:group\n",
        "IMPP:http",
        "X-SOCIALPROFILE:",
        "X-A:",
        "AGENT:\n",
    ]);
    let value = prop_oneof![
        generate::line(),
        proptest::sample::select(vec![
            "a;b,c\\n",
            "ada@x.org",
            "Ada",
            "1990-12-01",
            "12345678",
            "="
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    let end = proptest::sample::select(vec!["\n", "\r\n", "\n ", "", "=\n", "\n\n"]);
    prop_oneof![
        6 => (name, value, end).prop_map(|(name, value, end)| format!("{name}{value}{end}")),
        1 => any::<String>(),
    ]
    .boxed()
}

#[test]
fn phones_get_the_code_of_their_country() {
    let file =
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nTEL:020 7946 0000\nADR:;;;London;;;UK\nEND:VCARD\n";
    let rows = Arc::new(vcard::read(file).unwrap());
    let names = incoming::named(&[]);
    let phones_from = incoming::guess(&*rows, &names);
    assert_eq!(phones_from.map(|country| country.code), Some("GB"));
    let how = How { phones_from, ..How::default() };
    let stamp = Stamp::new(now(), [1; 10]);
    let mut book = Book::default();
    book.apply(incoming::import(&book, rows, how, "a.vcf", stamp).finish()).unwrap();
    let (_, ada) = book.table(RecordType::Person).iter().next().unwrap();
    assert_eq!(&*ada.labelled(keys::PHONES)[0].value, "+44 20 7946 0000");
}
