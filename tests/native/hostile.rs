//! Data that somebody has made to do harm: it is kept as it is, comes back as it was, and does nothing.

use std::{rc::Rc, sync::Arc};

use fluent_syntax::{ast::Entry, parser};
use rapport::{
    domain::{
        book::Book,
        edit::Making,
        field::{CATALOGUE, Kind, check, keys},
        id::RecordType,
        problem::Fault,
        stamp::Stamp,
        value::{Value, email, link, phone},
    },
    i18n::{I18n, Language},
    query::text::{self as filter, Canonical},
    route::Route,
    transfer::{
        age,
        agenda::{self, Said},
        calendar,
        csv::{self, Mapped, Mended},
        incoming::{self, How, Import, Source},
        json::{self, Kind as FileKind, Mode},
        mail, vcard,
        xlsx::{self, Progress},
    },
};
use rust_xlsxwriter::Workbook;

use super::{
    fuzz::targets,
    generate::{self, now},
    taking_home::{self, PRESETS},
    vcard as cards,
    words::Plain,
};

#[path = "../hostile/mod.rs"]
mod data;

use data::texts;

const WITH_FILES: [RecordType; 2] = [RecordType::Person, RecordType::Organization];

fn book() -> Book {
    data::book(&texts(), now())
}

fn file(book: &Book) -> Vec<u8> {
    json::export(book, now()).flatten().collect()
}

fn brought(source: Arc<dyn Source>) -> (Book, Box<Import>) {
    let mut book = Book::default();
    let import = |book: &Book| {
        let stamp = Stamp::new(now(), [7; 10]);
        incoming::import(book, source.clone(), How::default(), "\u{202e}<b>.csv", stamp)
    };
    book.apply(import(&book).finish()).unwrap();
    let import = import(&Book::default());
    (book, import)
}

fn brought_table(text: &str) -> (Book, Box<Import>) {
    let table = Arc::new(csv::read(text.to_owned(), None).unwrap());
    let mapping = csv::guess(&table);
    brought(Arc::new(Mapped::new(table, mapping, Mended::new())))
}

#[test]
fn every_text_stands_in_every_field_that_takes_it() {
    let (book, texts) = (book(), texts());
    for on in RecordType::ALL {
        let fields = CATALOGUE.iter().filter(|field| field.is_on(on) && field.is_stored());
        for field in fields.filter(|field| matches!(field.kind, Kind::Text | Kind::LongText)) {
            let key = field.key();
            let is_there = book.table(on).iter().any(|(_, record)| record.text(key).is_some());
            assert!(is_there || key == keys::CURRENCY, "{on:?} has no {}", field.name);
        }
    }
    for (nth, text) in texts.iter().enumerate() {
        let person = book.get(RecordType::Person, data::id(RecordType::Person, nth)).unwrap();
        assert_eq!(person.text(keys::GIVEN), Some(&**text));
    }
}

#[test]
fn a_workspace_comes_back_byte_by_byte() {
    let book = book();
    let written = file(&book);
    let mut copy = Book::default();
    let contents = json::read(&written).unwrap();
    let plan =
        json::plan(&copy, contents, Mode::Replace, "\u{202e}.json", &Stamp::new(now(), [1; 10]));
    copy.apply(plan.change).unwrap();
    assert_eq!(generate::difference(&copy, &book), None);
    assert!(file(&copy) == written);
    let locked = targets::lock(&written);
    assert!(age::open_whole(&locked, targets::PASSPHRASE) == Ok(written));
}

#[test]
fn tables_come_back() {
    let book = book();
    for on in WITH_FILES {
        for preset in PRESETS {
            taking_home::comes_back(&book, on, preset);
            taking_home::is_read_elsewhere(&book, on, preset, true);
            taking_home::is_read_elsewhere(&book, on, preset, false);
        }
    }
}

#[test]
fn cards_come_back() {
    let book = book();
    cards::cards_say_it(&book);
    cards::is_nothing_new(&book);
}

/// Cells of one column in a workbook, as another program writes it.
fn workbook(cells: &[String]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["First name", "Needs"]).unwrap();
    for (row, cell) in (1..).zip(cells) {
        sheet.write_string(row, 0, format!("P{row}")).unwrap();
        sheet.write_string(row, 1, cell).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

#[test]
fn cells_of_workbooks_are_what_they_are() {
    let texts = texts();
    let workbook = xlsx::open(Arc::new(workbook(&texts))).unwrap();
    let mut reading = (workbook.read)(0);
    let table = loop {
        if let Progress::Table(table) = reading().unwrap() {
            break Arc::new(table);
        }
    };
    for (row, text) in texts.iter().enumerate() {
        // A guard is taken for one in a workbook, too.
        let expected = if text == "'=1+1" { "=1+1" } else { text };
        assert_eq!(table.cell(row, 1), expected);
    }
    let mapping = csv::guess(&table);
    let (book, import) = brought(Arc::new(Mapped::new(table, mapping, Mended::new())));
    assert_eq!(import.counts().people, texts.len());
    assert_eq!(book.table(RecordType::Person).len(), texts.len());
}

/// The scheme of an address.
fn scheme(href: &str) -> &str {
    href.split_once(':').map_or("", |(scheme, _)| scheme)
}

#[test]
fn links_have_the_schemes_that_are_allowed_and_nothing_else() {
    let odd = [
        "java\nscript:alert(1)",
        " javascript:a.b",
        "\u{1}javascript:a.b",
        "//a.b",
        "ftp://a.b",
        "blob:https://a.b",
        "intent://a.b#Intent;end",
        "jar:https://a.b",
        "feed:https://a.b",
        "view-source:https://a.b",
        "https:a.b",
        "HTTPS://",
        "tel:1@javascript:a",
        "mailto:a@b.c?bcc=d@e.f",
        "mailto:a@b.c%0aBcc:d@e.f",
        "+1<script>",
        "a.b/javascript:x",
        "ａ：//b.c",
    ];
    let all = || texts().into_iter().chain(odd.map(str::to_owned));
    for text in all() {
        if let Some(href) = link::parse(&text) {
            let scheme = scheme(&href).to_ascii_lowercase();
            assert!(["https", "http"].contains(&&*scheme), "{text:?} leads to {href:?}");
            assert!(!href.chars().any(char::is_control), "{href:?}");
        }
        for (href, wanted) in [(email::href(&text), "mailto"), (phone::href(&text), "tel")] {
            let Some(href) = href else { continue };
            let rest = href.strip_prefix(wanted).and_then(|rest| rest.strip_prefix(':')).unwrap();
            let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~+@%;=*#,".contains(c);
            assert!(rest.chars().all(is_plain), "{text:?} leads to {href:?}");
        }
    }
    let links = mail::links(&all().collect::<Vec<_>>());
    assert!(
        links
            .iter()
            .all(|link| link.starts_with("mailto:?bcc=") && !link.contains(['\n', ' ', '"', '&']))
    );
    // Nor does an import keep any other as a link; its text is in a note.
    let script = "javascript:alert(1)//a.example";
    let (book, import) =
        brought_table(&format!("First name,Website\nAda,{script}\nBob,https://b.example\n"));
    assert_eq!(import.problems.len(), 1);
    let links: Vec<_> = book
        .table(RecordType::Person)
        .iter()
        .flat_map(|(_, it)| it.labelled(keys::LINKS))
        .collect();
    assert!(matches!(&links[..], [one] if &*one.value == "https://b.example"), "{links:?}");
    let notes = book.table(RecordType::Interaction).iter();
    let notes: Vec<_> = notes.filter_map(|(_, it)| it.text(keys::BODY)).collect();
    assert!(notes.iter().any(|note| note.contains(script)), "{notes:?}");
}

#[test]
fn addresses_within_the_app_stay_there() {
    for text in texts() {
        for address in [
            text.clone(),
            format!("#/{text}"),
            format!("#/people?q={text}"),
            format!("#/people?where={text}&sort={text}&columns={text}"),
        ] {
            let href = Route::parse(&address).href();
            assert!(
                href.starts_with("#/") && !href.contains(['<', '>', '"', ' ', '\n']),
                "{href:?}"
            );
            assert_eq!(Route::parse(&href).href(), href, "{address:?}");
        }
    }
}

/// Whether a text leaves what follows it as it was: what it begins of UAX #9 it ends, and nothing else.
fn ends_what_it_begins(text: &str) -> bool {
    // How many embeddings and overrides are open in each of the isolates that are.
    let mut open = vec![0_usize];
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => open.push(0),
            '\u{2069}' => {
                if open.len() == 1 {
                    return false;
                }
                open.pop();
            }
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => *open.last_mut().unwrap() += 1,
            '\u{202c}' => {
                let last = open.last_mut().unwrap();
                *last = last.saturating_sub(1);
            }
            _ => {}
        }
    }
    open == [0]
}

#[test]
fn no_text_turns_around_the_sentence_that_it_stands_in() {
    assert!(!ends_what_it_begins("\u{202e}a") && !ends_what_it_begins("\u{2068}\u{2069}\u{2069}"));
    assert!(ends_what_it_begins("\u{2068}\u{202e}a\u{2069}"));
    let mut sentences = 0;
    for language in Language::ALL {
        let i18n = I18n::new(language, language.words(), Rc::new(Plain));
        let resource = parser::parse_runtime(language.words()).unwrap();
        let messages = resource.body.iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message.id.name),
            _ => None,
        });
        for message in messages {
            for text in texts().iter().filter(|text| !ends_what_it_begins(text)) {
                let names = [
                    "name", "value", "what", "text", "field", "fault", "place", "kind", "words",
                    "label", "file", "person", "other",
                ];
                let args = names.map(|name| (name, text.into()));
                let said = i18n.with(message, &args);
                // A message that is nothing but what it is given is put into a sentence elsewhere.
                if said.contains(text.as_str()) && said != *text {
                    sentences += 1;
                    assert!(ends_what_it_begins(&said), "{message}: {said:?}");
                }
            }
        }
        let list = i18n.list(texts().into_iter());
        assert!(ends_what_it_begins(&list), "{list:?}");
    }
    assert!(sentences > 100, "{sentences}");
}

/// What a field takes is bounded, whoever brings it.
#[test]
fn a_megabyte_is_refused_where_it_stands() {
    let long = "x".repeat(1_000_000);
    for field in CATALOGUE
        .iter()
        .filter(|field| field.is_stored() && matches!(field.kind, Kind::Text | Kind::LongText))
    {
        let most = if field.kind == Kind::Text { check::TEXT_MOST } else { check::LONG_TEXT_MOST };
        let refused = Err(Fault::TooLong { most });
        assert_eq!(check::normalize(field, Value::text(&*long)), refused, "{}", field.name);
        let Some(on) = field.on.first() else { continue };
        let id = data::id(*on, 0);
        let file = format!(
            r#"{{"format":"rapport-workspace","version":1,"exported":1,"records":{{"{}":[{{"id":"{id}","{}":"{long}"}}]}}}}"#,
            on.name(),
            field.name,
        );
        let problem = json::read(file.as_bytes()).unwrap_err();
        assert_eq!(problem.kind, FileKind::Field(Fault::TooLong { most }));
        assert_eq!(problem.place.and_then(|place| place.field), Some(field.key()));
    }
}

/// What becomes of a row with one value that its field does not take: the rest comes in, the value is named and
/// its text kept.
#[track_caller]
fn only_one_is_bad(book: &Book, import: &Import, bad: &str) {
    assert_eq!(import.problems.len(), 1, "{:?}", import.problems);
    let people: Vec<_> = book.table(RecordType::Person).iter().map(|(_, it)| it).collect();
    assert_eq!(people.len(), 2);
    for person in &people {
        assert!(person.text(keys::GIVEN).is_some());
        let emails = person.labelled(keys::EMAILS);
        assert!(matches!(emails, [one] if one.value.ends_with("@a.example")), "{emails:?}");
    }
    let mut notes =
        book.table(RecordType::Interaction).iter().filter_map(|(_, it)| it.text(keys::BODY));
    assert!(notes.any(|note| note.contains(bad)), "{bad:?} is lost");
}

#[test]
fn one_bad_value_never_loses_its_row() {
    let long = "y".repeat(20_000);
    for bad in
        ["<script>alert(1)</script>", "javascript:x", "ada@x..org", "\u{202e}moc.x@y z", &long]
    {
        let quoted = bad.replace('"', "\"\"");
        let table = format!(
            "First name,E-mail 1 - Value,E-mail 2 - Value\nAda,\"{quoted}\",ada@a.example\nBob,bob@a.example,\n"
        );
        let (book, import) = brought_table(&table);
        only_one_is_bad(&book, &import, bad);

        let card = format!(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nN:;Ada;;;\r\nEMAIL:{bad}\r\nEMAIL:ada@a.example\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nN:;Bob;;;\r\nEMAIL:bob@a.example\r\nEND:VCARD\r\n"
        );
        let (book, import) = brought(Arc::new(vcard::read(&card).unwrap()));
        only_one_is_bad(&book, &import, bad);
    }
    // Longer than the field is.
    let (book, import) = brought_table(&format!(
        "First name,Job title,E-mail\nAda,{long},ada@a.example\nBob,,bob@a.example\n"
    ));
    only_one_is_bad(&book, &import, &long);
}

#[test]
fn half_characters_in_other_files_become_signs_that_stand_for_them() {
    // UTF-8 has no form for them; a decoder puts U+FFFD for each byte of the attempt.
    let cards =
        String::from_utf8_lossy(b"BEGIN:VCARD\nN:;A\xed\xa0\x80da;;;\nEND:VCARD\n").into_owned();
    let (book, _) = brought(Arc::new(vcard::read(&cards).unwrap()));
    let names = |book: &Book| {
        book.table(RecordType::Person)
            .iter()
            .filter_map(|(_, it)| it.text(keys::GIVEN).map(str::to_owned))
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&book), ["A\u{fffd}\u{fffd}\u{fffd}da"]);
    // A workbook escapes what XML has no form for. Half a character stays the text that it is written as.
    for cell in ["A_xD800_da", "A_xDC00_da", "A_xD83D__xDE00_da"] {
        let sheet = format!(
            "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>First name</t></is></c></row><row><c t=\"inlineStr\"><is><t>{cell}</t></is></c></row></sheetData></worksheet>"
        );
        let mut files = targets::WORKBOOK.map(|(name, text)| (name, text.as_bytes()));
        files[5].1 = sheet.as_bytes();
        let workbook = xlsx::open(Arc::new(targets::zip(&files))).unwrap();
        let mut reading = (workbook.read)(0);
        let table = loop {
            if let Progress::Table(table) = reading().unwrap() {
                break table;
            }
        };
        assert!(
            table.cell(0, 0).starts_with('A') && table.cell(0, 0).ends_with("da"),
            "{:?}",
            table.cell(0, 0)
        );
    }
}

#[test]
fn filters_ask_for_any_text() {
    for text in texts() {
        for on in RecordType::LISTED {
            for filter in [
                filter::quote(&text),
                format!("tags:{}", filter::quote(&text)),
                format!("-body:{} or ({0})", filter::quote(&text)),
            ] {
                let parsed = filter::parse(&filter, on, &Canonical);
                let printed = filter::print(&parsed.group, on, &Canonical);
                assert_eq!(filter::parse(&printed, on, &Canonical).group, parsed.group, "{filter}");
            }
            // A text in quotation marks is one condition, whatever it looks like.
            let parsed = filter::parse(&filter::quote(&text), on, &Canonical);
            assert_eq!((parsed.group.parts.len(), &parsed.faults[..]), (1, &[][..]), "{text}");
        }
    }
}

#[test]
fn calendars_have_one_entry_for_each() {
    let book = book();
    let said = Said { birthday: &|name| name.to_owned(), back: &|name| name.to_owned() };
    let entries = agenda::entries(&book, said);
    let count = entries.len();
    let file: Vec<u8> = calendar::write(entries.into_iter()).flatten().collect();
    let file = String::from_utf8(file).unwrap();
    cards::is_well_formed(&file);
    let begun = |what: &str| file.lines().filter(|line| line.starts_with(what)).count();
    assert!(count > texts().len());
    assert_eq!(begun("BEGIN:VEVENT") + begun("BEGIN:VTODO"), count);
    assert_eq!((begun("BEGIN:VCALENDAR"), begun("END:VCALENDAR")), (1, 1));
}
