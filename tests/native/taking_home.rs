//! Tables that go out: what they look like to others, and that they come back as they were.

use std::{collections::BTreeSet, sync::Arc};

use proptest::{prelude::*, sample::select};
use rapport::{
    domain::{
        book::Book,
        change::{Cause, FieldChange, Step, Touch},
        edit::{
            Making,
            records::{self, Input},
        },
        field::{Kind, check, derived, keys, own},
        fold::fold,
        id::RecordType,
        key::Key,
        record::{Fields, Record},
        stamp::Stamp,
        table::Slot,
        value::{
            Value, address::Address, day::Day, labelled::Labelled, number::Number, time::Time,
        },
    },
    route::{possible_columns, usual_columns},
    transfer::{
        csv::{self, Mapped, Mended, Outgoing, Preset, Table, takes_cells},
        encoding,
        incoming::{self, Counts, How},
        json::{self, Mode},
        mask::Mask,
        profile::{Format, Profile, Program, outgoing},
    },
};

use super::generate::{self, now};

/// What a formula begins with.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

pub(crate) const PRESETS: [Preset; 4] = [
    Preset::Excel { has_decimal_comma: false },
    Preset::Excel { has_decimal_comma: true },
    Preset::LibreOffice,
    Preset::Plain,
];

fn slots(book: &Book, on: RecordType) -> Vec<Slot> {
    book.table(on).iter().map(|(slot, _)| slot).collect()
}

fn open(keys: impl IntoIterator<Item = Key>) -> Vec<Outgoing> {
    keys.into_iter().map(|key| Outgoing { key, mask: Mask::Open }).collect()
}

fn written(book: &Book, on: RecordType, columns: Vec<Outgoing>, preset: Preset) -> Vec<u8> {
    csv::write(book, on, slots(book, on), columns, preset).flatten().collect()
}

fn read(bytes: &[u8]) -> Arc<Table> {
    let (text, _) = encoding::decode(bytes, None, |_, _| String::new()).unwrap();
    Arc::new(csv::read(text.into_owned(), None).unwrap())
}

fn import(book: &mut Book, table: &Arc<Table>) -> Counts {
    let source = Mapped::new(Arc::clone(table), csv::guess(table), Mended::new());
    let stamp = Stamp::new(now(), [7; 10]);
    let import = incoming::import(book, Arc::new(source), How::default(), "a.csv", stamp);
    assert_eq!(import.problems, []);
    let counts = import.counts();
    book.apply(import.finish()).unwrap();
    counts
}

/// A book with one record of these fields.
fn book_of(on: RecordType, fields: Fields) -> Book {
    let mut book = Book::default();
    let id = Stamp::new(now(), [1; 10]).id();
    book.apply(generate::change(vec![Touch { on, id, step: Step::Create(fields) }])).unwrap();
    book
}

fn ada() -> Book {
    let emails = [Labelled::new("work", "ada@x.org"), Labelled::new("", "king@y.org")];
    let address = Address {
        label: "home".into(),
        street: "St James's Square 12\n2nd floor".into(),
        city: "London".into(),
        country: "England".into(),
        ..Address::default()
    };
    book_of(
        RecordType::Person,
        Fields::default()
            .with(keys::GIVEN, Value::text("Ada"))
            .with(keys::FAMILY, Value::text("Lovelace; \"Countess\""))
            .with(keys::EMAILS, Value::Labelled(emails.into()))
            .with(keys::PHONES, Value::Labelled([Labelled::new("", "+44 20 7946 0018")].into()))
            .with(keys::ADDRESSES, Value::Addresses([address].into()))
            .with(keys::BIRTHDAY, Value::Day(Day::parse("1815-12-10").unwrap()))
            .with(keys::CHILDREN, Number::parse("3.5").map(Value::Number))
            .with(keys::INTERESTS, Value::text("=1+1"))
            .with(keys::NEEDS, Value::text("- engines\n- tea")),
    )
}

#[track_caller]
fn check(columns: &[Key], preset: Preset, expected: &str) {
    let bytes = written(&ada(), RecordType::Person, open(columns.iter().copied()), preset);
    assert_eq!(String::from_utf8(bytes).unwrap(), expected);
}

#[test]
fn each_program_gets_what_it_reads() {
    let columns = [keys::DISPLAY_NAME, keys::CHILDREN, keys::INTERESTS];
    check(
        &columns,
        Preset::Excel { has_decimal_comma: true },
        "\u{feff}First name;Last name;Children;Interests\r\n\
         Ada;\"Lovelace; \"\"Countess\"\"\";3,5;'=1+1\r\n",
    );
    check(
        &columns,
        Preset::Excel { has_decimal_comma: false },
        "\u{feff}First name,Last name,Children,Interests\r\n\
         Ada,\"Lovelace; \"\"Countess\"\"\",3.5,'=1+1\r\n",
    );
    check(
        &columns,
        Preset::LibreOffice,
        "First name,Last name,Children,Interests\r\n\
         Ada,\"Lovelace; \"\"Countess\"\"\",3.5,'=1+1\r\n",
    );
    check(
        &columns,
        Preset::Plain,
        "First name,Last name,Children,Interests\r\n\
         Ada,\"Lovelace; \"\"Countess\"\"\",3.5,=1+1\r\n",
    );
}

#[test]
fn lists_have_columns_with_numbers() {
    check(
        &[keys::EMAILS, keys::PHONES, keys::ADDRESSES],
        Preset::LibreOffice,
        "E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Value,\
         Address 1 - Label,Address 1 - Street,Address 1 - City,Address 1 - Region,\
         Address 1 - Postal Code,Address 1 - Country\r\n\
         work,ada@x.org,,king@y.org,'+44 20 7946 0018,\
         home,\"St James's Square 12\n2nd floor\",London,,,England\r\n",
    );
}

#[test]
fn a_profile_goes_along_with_a_backup_and_blurs_what_it_blurred() {
    let on = RecordType::Export;
    let profile = Profile {
        format: Format::Csv,
        program: Program::LibreOffice,
        columns: vec![
            Outgoing { key: keys::EMAILS, mask: Mask::Blurred },
            Outgoing { key: keys::DISPLAY_NAME, mask: Mask::Open },
            Outgoing { key: keys::BIRTHDAY, mask: Mask::Blurred },
        ],
    };
    let input = Input::from([
        (keys::NAME, Some(Value::text("For the printer"))),
        (keys::EXPORT_OF, Some(Value::text("person"))),
        (keys::GOES_OUT, Some(Value::text(profile.print()))),
    ]);
    let mut book = ada();
    let stamp = Stamp::new(now(), [2; 10]);
    let (id, change) = records::create(&book, on, &input, &mut stamp.clone()).unwrap();
    let undo = change.clone().inverse(now(), Cause::Undo(1));
    book.apply(change).unwrap();

    let backup: Vec<u8> = json::export(&book, now()).flatten().collect();
    let mut restored = Book::default();
    let contents = json::read(&backup).unwrap();
    let plan = json::plan(&restored, contents, Mode::Replace, "backup.json", &stamp);
    restored.apply(plan.change).unwrap();
    let kept = restored.get(on, id).unwrap();
    assert_eq!(kept.text(keys::NAME), Some("For the printer"));
    let read = Profile::read(kept.text(keys::GOES_OUT).unwrap());
    assert_eq!(read, profile);
    let columns = outgoing(&read.choices(possible_columns(RecordType::Person)));
    let bytes = written(&restored, RecordType::Person, columns, Preset::LibreOffice);
    assert_eq!(
        String::from_utf8(bytes).unwrap(),
        "E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,First name,Last name,Birthday\r\n\
         work,x.org,,y.org,Ada,\"Lovelace; \"\"Countess\"\"\",1815\r\n",
    );

    book.apply(undo).unwrap();
    assert_eq!(book.table(on).len(), 0);
}

#[test]
fn whom_an_interaction_is_with_stands_by_name() {
    let mut stamp = Stamp::new(now(), [1; 10]);
    let mut create = |on, fields| Touch { on, id: stamp.id(), step: Step::Create(fields) };
    let mut touches: Vec<_> = ["Ada", "Ben", "Zoe"]
        .map(|name| {
            create(RecordType::Person, Fields::default().with(keys::GIVEN, Value::text(name)))
        })
        .into();
    let ids: Vec<_> = touches.iter().map(|touch| touch.id).collect();
    let meeting = Fields::default()
        .with(keys::PERSON, Value::link(ids[2]))
        .with(keys::ALSO, Value::links(vec![ids[0], ids[1]]));
    touches.push(create(RecordType::Interaction, meeting));
    let mut book = Book::default();
    book.apply(generate::change(touches)).unwrap();
    let columns = open([keys::PERSON, keys::ALSO, keys::PEOPLE]);
    let bytes = written(&book, RecordType::Interaction, columns, Preset::LibreOffice);
    assert_eq!(
        String::from_utf8(bytes).unwrap(),
        "Person (read only),Also with (read only),People (read only)\r\nZoe,Ada; Ben,Ada; Ben; Zoe\r\n"
    );
}

#[test]
fn a_single_column_keeps_its_delimiters() {
    check(&[keys::FAMILY], Preset::Plain, "\"Last name\"\r\n\"Lovelace; \"\"Countess\"\"\"\r\n");
}

#[test]
fn what_cannot_come_back_says_so() {
    let bytes = written(
        &ada(),
        RecordType::Person,
        open([keys::DISPLAY_NAME, keys::CITY, keys::INTERACTION_COUNT]),
        Preset::Plain,
    );
    let expected = "First name,Last name,City (read only),Interaction count (read only)\r\n\
                    Ada,\"Lovelace; \"\"Countess\"\"\",London,0\r\n";
    assert_eq!(String::from_utf8_lossy(&bytes), expected);
    let mut book = ada();
    let before = book.clone();
    import(&mut book, &read(&bytes));
    assert_eq!(generate::difference(&book, &before), None);
}

#[test]
fn a_mask_leaves_little() {
    let keys =
        [keys::GIVEN, keys::FAMILY, keys::EMAILS, keys::PHONES, keys::BIRTHDAY, keys::ADDRESSES];
    let columns = keys.into_iter().map(|key| Outgoing { key, mask: Mask::Blurred }).collect();
    let bytes = written(&ada(), RecordType::Person, columns, Preset::Plain);
    let rows = rows(&String::from_utf8(bytes).unwrap(), ',').unwrap();
    let cells = [
        "A…", "L…", "work", "x.org", "", "y.org", "…018", "1815", "home", "S…", "L…", "", "", "E…",
    ];
    assert_eq!(rows[1], cells);
}

#[test]
fn more_values_than_columns_stand_in_the_last() {
    let items: Vec<_> = (0..40).map(|nth| Labelled::new("", format!("ada{nth}@x.org"))).collect();
    let fields = Fields::default()
        .with(keys::GIVEN, Value::text("Ada"))
        .with(keys::EMAILS, Value::Labelled(items.into()));
    let mut book = book_of(RecordType::Person, fields);
    let columns = open([keys::GIVEN, keys::EMAILS]);
    let bytes = written(&book, RecordType::Person, columns, Preset::Plain);
    let table = read(&bytes);
    assert_eq!(table.header.len(), 26);
    let before = book.clone();
    import(&mut book, &table);
    assert_eq!(generate::difference(&book, &before), None);
    let mut empty = Book::default();
    import(&mut empty, &table);
    let person = |book: &Book| book.table(RecordType::Person).iter().next().unwrap().1.clone();
    assert_eq!(person(&empty).get(keys::EMAILS), person(&before).get(keys::EMAILS));
}

#[test]
fn every_column_finds_its_field_again() {
    for on in [RecordType::Person, RecordType::Organization] {
        let columns: Vec<Key> = possible_columns(on).collect();
        let bytes = written(&Book::default(), on, open(columns.iter().copied()), Preset::Plain);
        let mapping = csv::guess(&read(&bytes));
        let targets: Vec<_> = mapping.columns.iter().map(|column| &column.target).collect();
        assert!(!targets.contains(&&csv::Target::Keep), "{mapping:?}");
        for key in columns {
            let is_single = key.field().is_some_and(takes_cells);
            assert!(!is_single || targets.contains(&&csv::Target::Field(key)), "{key:?}");
        }
    }
}

#[test]
fn fields_of_ones_own_are_called_as_they_are_unless_that_means_another() {
    let define = |nth: u8, name: &str, label: &str, kind: &str| {
        let fields = Fields::default()
            .with(keys::DEFINES, Value::text(name))
            .with(keys::DEFINED_ON, Value::text("person"))
            .with(keys::LABEL, Value::text(label))
            .with(keys::FIELD_KIND, Value::text(kind));
        let id = Stamp::new(now(), [nth; 10]).id();
        Touch { on: RecordType::Field, id, step: Step::Create(fields) }
    };
    let mut book = Book::default();
    let touches = vec![
        define(1, "x-budget", "Budget", "money"),
        define(2, "x-first", "First name", "text"),
        define(3, "x-list", "a, b", "text"),
        define(4, "x-again", "Budget", "number"),
        define(5, "x-met", "Met by", "person"),
    ];
    book.apply(generate::change(touches)).unwrap();
    own::enter(book.own());
    let names = ["given", "x-budget", "x-first", "x-list", "x-again", "x-met"];
    let columns = names.map(|name| Key::of(name).unwrap());
    let bytes = written(&book, RecordType::Person, open(columns), Preset::Plain);
    let mapping = csv::guess(&read(&bytes));
    let headers: Vec<_> = mapping.columns.iter().map(|column| &*column.header).collect();
    assert_eq!(
        headers,
        ["First name (built-in)", "Budget", "First name", "x-list", "x-again", "Met by"]
    );
    let expected = columns.map(csv::Target::Field);
    assert_eq!(mapping.columns.into_iter().map(|it| it.target).collect::<Vec<_>>(), expected);
}

/// Reads a table as RFC 4180 defines it, and nothing else: an independent judge of what is written.
fn rows(text: &str, delimiter: char) -> Result<Vec<Vec<String>>, String> {
    let mut rows = vec![vec![String::new()]];
    let mut letters = text.chars().peekable();
    let mut is_quoted = false;
    while let Some(letter) = letters.next() {
        let row = rows.last_mut().unwrap();
        let cell = row.last_mut().unwrap();
        match letter {
            '"' if is_quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if is_quoted => {
                is_quoted = false;
                let is_end = letters.peek().is_none_or(|next| *next == delimiter || *next == '\r');
                if !is_end {
                    return Err(format!("something follows the quote after {cell:?}"));
                }
            }
            letter if is_quoted => cell.push(letter),
            '"' if cell.is_empty() => is_quoted = true,
            '\r' if letters.next_if_eq(&'\n').is_some() => rows.push(vec![String::new()]),
            '"' | '\n' | '\r' => return Err(format!("{letter:?} stands in {cell:?}")),
            letter if letter == delimiter => row.push(String::new()),
            letter => cell.push(letter),
        }
    }
    if is_quoted || rows.pop() != Some(vec![String::new()]) {
        return Err("the last line does not end".to_owned());
    }
    Ok(rows)
}

/// The field's value as far as a cell can carry it. What cannot: space that is not plain, words that say
/// "nothing", labels that have another name with us, a value that a list has twice, seconds, what an apostrophe
/// without a guard stands before, and delimiters in names of tags.
fn carried(book: &Book, key: Key, value: &Value, is_guarded: bool) -> Option<Value> {
    let is_fit = |text: &str| {
        let is_stripped = !is_guarded
            && text.starts_with('\'')
            && text.trim_start_matches('\'').starts_with(SIGNS);
        !incoming::says_nothing(text) && !is_stripped
    };
    let line = |text: &str| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if is_fit(&text) { text } else { String::new() }
    };
    let label = |label: &str| {
        let label = line(label);
        if *incoming::which(&label, "") == *label { label } else { String::new() }
    };
    let field = book.field(key)?;
    match value {
        Value::Text(text) if field.kind == Kind::Text => {
            Some(line(text)).filter(|text| !text.is_empty()).map(Value::text)
        }
        Value::Text(text) => is_fit(text).then(|| value.clone()),
        Value::Time(time) => {
            let minute = Time::from_millis(time.millis().div_euclid(60_000) * 60_000);
            Time::of_clock(&minute.on_clock(0), 0).map(Value::Time)
        }
        Value::Labelled(items) => {
            let mut seen = BTreeSet::new();
            let items = items.iter().filter(|item| seen.insert(&item.value));
            let items = items.map(|item| Labelled::new(label(&item.label), item.value.clone()));
            Some(Value::Labelled(items.collect()))
        }
        Value::Addresses(items) => {
            let items = items.iter().map(|item| Address {
                label: label(&item.label).into(),
                street: if is_fit(&item.street) { item.street.clone() } else { "".into() },
                city: line(&item.city).into(),
                region: line(&item.region).into(),
                postcode: line(&item.postcode).into(),
                country: line(&item.country).into(),
            });
            let items: Box<[Address]> = items.filter(|item| !item.is_empty()).collect();
            (!items.is_empty()).then_some(Value::Addresses(items))
        }
        // Years so early are taken for those of another calendar.
        Value::Day(day) if day.year().is_some_and(|year| year < 1600) => None,
        value => Some(value.clone()),
    }
}

/// The book with what cells can carry, and everyone in it told apart.
fn carried_book(book: &Book, is_guarded: bool) -> Book {
    let mut emails = BTreeSet::new();
    let mut touches = Vec::new();
    for (nth, (on, record)) in book.everything().enumerate() {
        let mut fields = record.fields.clone();
        if matches!(on, RecordType::Person | RecordType::Organization) {
            for (key, value) in record.fields.iter().filter(|(key, _)| book.field(*key).is_some()) {
                fields.replace(key, carried(book, key, value, is_guarded));
            }
            let taken = |item: &Labelled| !emails.insert(item.value.to_lowercase());
            if record.labelled(keys::EMAILS).iter().any(taken) {
                fields.replace(keys::EMAILS, None);
            }
        }
        let named = match on {
            RecordType::Person => Some(keys::GIVEN),
            RecordType::Organization | RecordType::Tag => Some(keys::NAME),
            _ => None,
        };
        if let Some(key) = named {
            let name: String = match fields.get(key) {
                Some(Value::Text(name)) => name.replace([',', ';', '|', ':', '*', '\n', '\''], "x"),
                _ => String::new(),
            };
            let name = format!("{name} {nth}").split_whitespace().collect::<Vec<_>>().join(" ");
            fields.replace(key, Some(Value::text(name)));
        }
        touches.push(Touch { on, id: record.id, step: Step::Create(fields) });
    }
    let mut book = Book::default();
    book.apply(generate::change(touches)).unwrap();
    // What points to something without a name that a cell can carry.
    let is_fit = |to, id| {
        let name = derived::name_of(book.get(to, id)?)?;
        let carried = carried(&book, keys::NAME, &Value::text(name.as_str()), is_guarded)?;
        let is_read = check::parse(keys::NAME.field()?, &name).is_ok();
        Some(is_read && carried == Value::text(name))
    };
    let lost = |record: &Record| {
        let fields =
            record.fields.iter().filter(|(key, _)| book.field(*key).is_some_and(takes_cells));
        let links = fields.filter_map(|(key, value)| match value {
            Value::Link(id) => Some((key, book.relation_of(key)?, **id)),
            _ => None,
        });
        // Nobody has brought themselves.
        let lost = links.filter(|(key, to, id)| {
            is_fit(*to, *id) != Some(true) || (*key == keys::REFERRED_BY && *id == record.id)
        });
        let clear = |(key, _, id)| FieldChange { key, before: Some(Value::link(id)), after: None };
        lost.map(clear).collect::<Vec<_>>()
    };
    let people = book.table(RecordType::Person).iter().map(|(_, person)| (person, lost(person)));
    let touches = people.filter(|(_, lost)| !lost.is_empty()).map(|(person, lost)| Touch {
        on: RecordType::Person,
        id: person.id,
        step: Step::Update(lost),
    });
    let touches = touches.collect();
    book.apply(generate::change(touches)).unwrap();
    book
}

/// The values of a record that come back, links by name.
fn values(book: &Book, record: &Record, columns: &[Key]) -> Vec<(Key, Value)> {
    let names = |on, ids: &[_]| {
        let names = ids.iter().filter_map(|id| derived::name_of(book.get(on, *id)?));
        let names: BTreeSet<String> = names.collect();
        Value::text(names.into_iter().collect::<Vec<_>>().join("; "))
    };
    let value = |key: &Key| {
        let field = book.field(*key)?;
        let value = record.get(*key)?.clone();
        let is_carried = takes_cells(field)
            || matches!(field.kind, Kind::Emails | Kind::Phones | Kind::Links | Kind::Addresses);
        match value {
            Value::Link(id) if *key == keys::ORGANIZATION => {
                Some((*key, names(RecordType::Organization, &[*id])))
            }
            // Of several of one name, however written, the first.
            Value::Link(id) if is_carried => {
                let name = derived::name_of(book.get(field.points_to()?, *id)?)?;
                Some((*key, Value::text(fold(&name))))
            }
            Value::Links(ids) if *key == keys::TAGS => Some((*key, names(RecordType::Tag, &ids))),
            value => is_carried.then_some((*key, value)),
        }
    };
    columns.iter().filter_map(value).collect()
}

/// Goes out and comes in again, into a book that knows nobody and into its own.
pub(crate) fn comes_back(book: &Book, on: RecordType, preset: Preset) {
    let book = carried_book(book, preset != Preset::Plain);
    own::enter(book.own());
    let columns: Vec<Key> = possible_columns(on).collect();
    let bytes = written(&book, on, open(columns.iter().copied()), preset);
    let table = read(&bytes);

    // Into a book that knows the fields and nobody, and of what no table of people makes, all.
    let mut empty = Book::default();
    let is_known = |on: RecordType| {
        use RecordType::{Deal, Field, Project, Task, Workspace};
        matches!(on, Field | Workspace | Deal | Project | Task)
    };
    let known = book.everything().filter(|(on, _)| is_known(*on));
    let touches = known.map(|(on, record)| Touch {
        on,
        id: record.id,
        step: Step::Create(record.fields.clone()),
    });
    empty.apply(generate::change(touches.collect())).unwrap();
    let counts = import(&mut empty, &table);
    let notes: Vec<_> = empty
        .table(RecordType::Interaction)
        .iter()
        .map(|(_, note)| note.text(keys::BODY))
        .collect();
    assert_eq!(counts.notes, 0, "{notes:?}");
    let told = |book: &Book| {
        let mut told: Vec<_> = book
            .table(on)
            .iter()
            .map(|(_, record)| (derived::name_of(record), values(book, record, &columns)))
            .collect();
        told.sort();
        told
    };
    let (came, went) = (told(&empty), told(&book));
    for (came, went) in came.iter().zip(&went) {
        assert_eq!(came, went);
    }
    assert_eq!(came.len(), went.len());

    // Into the book that it came from.
    let mut same = book.clone();
    import(&mut same, &table);
    assert_eq!(generate::difference(&same, &book), None);
}

/// Is as RFC 4180 has it, and nothing of it runs in a spreadsheet.
pub(crate) fn is_read_elsewhere(book: &Book, on: RecordType, preset: Preset, is_short: bool) {
    own::enter(book.own());
    let columns: Vec<Key> =
        if is_short { usual_columns(on) } else { possible_columns(on).collect() };
    let text = String::from_utf8(written(book, on, open(columns), preset)).unwrap();
    let delimiter = if preset == (Preset::Excel { has_decimal_comma: true }) { ';' } else { ',' };
    let rows = rows(text.trim_start_matches('\u{feff}'), delimiter);
    assert!(rows.is_ok(), "{rows:?} in {text:?}");
    let rows = rows.unwrap();
    assert_eq!(rows.len(), book.table(on).len() + 1);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
    let is_run = |cell: &&String| {
        cell.starts_with(SIGNS)
            && cell.trim_end_matches('%').replace(',', ".").parse::<f64>().is_err()
    };
    let run = rows.iter().skip(1).flatten().find(is_run);
    assert!(preset == Preset::Plain || run.is_none(), "{run:?}");
}

proptest! {
    #![proptest_config(generate::cases(64))]

    #[test]
    fn what_goes_out_comes_back(
        book in generate::book(),
        on in select(vec![RecordType::Person, RecordType::Organization]),
        preset in select(&PRESETS[..]),
    ) {
        comes_back(&book, on, preset);
    }

    #[test]
    fn another_reader_reads_the_same(
        book in generate::book(),
        on in select(vec![RecordType::Person, RecordType::Organization]),
        preset in select(&PRESETS[..]),
        is_short in any::<bool>(),
    ) {
        is_read_elsewhere(&book, on, preset, is_short);
    }
}
