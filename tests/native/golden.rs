//! What lies on disk, to the letter: whoever changes one of these forms changes every workspace there is.

use pollster::block_on;
use rapport::{
    domain::{
        book::Book,
        change::{Action, Cause, Change, FieldChange, Label, Step, Touch},
        field::keys,
        id::{Id, RecordType},
        record::Fields,
        value::{
            Entry, Value, address::Address, day::Day, labelled::Labelled, number::Number,
            time::Time,
        },
    },
    storage::{
        Area, Batch, Durability, Store, StoreKey,
        checkpoint::Checkpoints,
        frame,
        head::{FORMAT, Head, decode_all},
        journal,
        memory::Memory,
        mirror::{self, Folder},
        read_all, rescue, retention,
        seal::{Envelope, Secret},
        sealed::{ENVELOPE, Sealed, SealedFolder},
        witness::Witness,
    },
};

use crate::{
    mirror::Files,
    seal::{a_seal, envelope, opened_with, paper, unlock},
};

const AT: i64 = 1_767_225_600_000;

fn id(number: u8) -> Id {
    Id::parse(&format!("0190d1f0-0000-7000-8000-0000000000{number:02x}")).unwrap()
}

/// A record with a value of every kind.
fn fields() -> Fields {
    Fields::default()
        .with(keys::GIVEN, Value::text("Ada"))
        .with(
            keys::EMAILS,
            Value::Labelled(
                [Labelled::new("work", "ada@x.example"), Labelled::new("", "a@x.example")].into(),
            ),
        )
        .with(
            keys::ADDRESSES,
            Value::Addresses(
                [Address { label: "home".into(), city: "London".into(), ..Address::default() }]
                    .into(),
            ),
        )
        .with(keys::BIRTHDAY, Value::Day(Day::parse("--12-10").unwrap()))
        .with(keys::ORGANIZATION, Value::link(id(1)))
        .with(keys::CHILDREN, Value::Number(Number::parse("2.5").unwrap()))
        .with(keys::LIFECYCLE, Value::text("lead"))
        .with(
            keys::LIFECYCLE_ENTRIES,
            Value::Entries([Entry { stage: "lead".into(), at: Time::from_millis(AT) }].into()),
        )
        .with(keys::TAGS, Value::links(vec![id(3), id(2)]))
        .with(keys::CREATED, Value::Time(Time::from_millis(AT)))
}

fn change() -> Change {
    let label =
        Label { action: Action::Create, on: RecordType::Person, name: "Ada".into(), count: 1 };
    let update = FieldChange { key: keys::NAME, before: Some(Value::text("vip")), after: None };
    Change {
        at: Time::from_millis(AT),
        cause: Cause::Undo(7),
        label,
        touches: vec![
            Touch { on: RecordType::Person, id: id(4), step: Step::Create(fields()) },
            Touch { on: RecordType::Tag, id: id(2), step: Step::Update(vec![update]) },
            Touch {
                on: RecordType::Workspace,
                id: id(9),
                step: Step::Delete(Fields::default().with(keys::DEMO, Value::Flag(true))),
            },
        ],
    }
}

const ENTRY: &str = include_str!("../fuzz/seeds/journal/golden");

fn stored(store: &Memory, area: Area) -> String {
    let values = store.values.borrow();
    let parts = values.range((area, StoreKey::FIRST)..=(area, StoreKey::LAST));
    let bytes = parts.flat_map(|((area, key), value)| frame::open(*area, *key, value).unwrap());
    String::from_utf8(bytes.collect()).unwrap()
}

#[test]
fn a_journal_entry() {
    let store = Memory::default();
    let encoded = journal::encode(8, 123, &change()).unwrap();
    let mut batch = store.batch();
    encoded.add_to(&mut batch);
    block_on(store.commit(batch, Durability::Strict)).unwrap();
    assert_eq!(stored(&store, Area::Journal), ENTRY);

    let value = store.values.borrow()[&(Area::Journal, StoreKey(8, 0, 0))].clone();
    let entry = journal::decode(StoreKey(8, 0, 0), &value, &[]).unwrap();
    assert_eq!(entry.change, change());
    assert_eq!(entry.checksum, encoded.checksum);
}

#[test]
fn an_entry_that_stands_for_the_older_ones() {
    let store = Memory::default();
    let mut book = Book::default();
    let touch = Touch { on: RecordType::Person, id: id(4), step: Step::Create(fields()) };
    book.apply(Change { touches: vec![touch], cause: Cause::Edit, ..change() }).unwrap();
    let encoded = retention::base(&book, 8, 123, Time::from_millis(AT)).unwrap();
    assert_eq!(encoded.checksum, 123);
    let mut batch = store.batch();
    encoded.add_to(&mut batch);
    block_on(store.commit(batch, Durability::Strict)).unwrap();
    assert_eq!(stored(&store, Area::Journal), include_str!("../fuzz/seeds/journal/base"));
    let value = store.values.borrow()[&(Area::Journal, StoreKey(8, 0, 0))].clone();
    let entry = journal::decode(StoreKey(8, 0, 0), &value, &[]).unwrap();
    assert_eq!((entry.header.cause, entry.checksum), (Cause::Base(123), 123));
    let mut again = Book::default();
    again.apply(entry.change).unwrap();
    assert!(again == book);
}

fn new_tag(id: Id, name: &str) -> Change {
    let label = Label { action: Action::Create, on: RecordType::Tag, name: name.into(), count: 1 };
    let fields = Fields::default().with(keys::NAME, Value::text(name));
    let touch = Touch { on: RecordType::Tag, id, step: Step::Create(fields) };
    Change { at: Time::from_millis(AT), cause: Cause::Edit, label, touches: vec![touch] }
}

/// A workspace with a tag, of which there is a checkpoint and no entry.
fn a_checkpointed_tag() -> (Memory, Book) {
    let store = Memory::default();
    let mut book = Book::default();
    let touched = book.apply(new_tag(id(2), "vip")).unwrap();
    let mut checkpoints = Checkpoints::new(Head::first(id(5)), None);
    checkpoints.follow(1, &touched);
    let mut draft = checkpoints.draft(&book, 1, 77, store.batch()).unwrap();
    draft.write_some(&book, usize::MAX).unwrap();
    draft.finish(&checkpoints).unwrap();
    block_on(store.commit(draft.split().0, Durability::Strict)).unwrap();
    (store, book)
}

#[test]
fn a_checkpoint() {
    let (store, _) = a_checkpointed_tag();
    assert_eq!(stored(&store, Area::Pages), include_str!("../fuzz/seeds/page/golden"));
    assert_eq!(stored(&store, Area::Heads), include_str!("../fuzz/seeds/head/golden"));
    let places: Vec<_> = store.values.borrow().keys().copied().collect();
    let [heads, pages] = places[..] else { panic!("{places:?}") };
    assert_eq!(heads, (Area::Heads, StoreKey(1, 0, 0)));
    assert_eq!(pages, (Area::Pages, StoreKey(2 << 32, 1, 0)));
    assert_eq!(FORMAT, 7);
}

#[test]
fn heads_of_older_forms_are_read() {
    let olds = [
        include_str!("../fuzz/seeds/head/before-segments"),
        include_str!("../fuzz/seeds/head/before-views"),
        include_str!("../fuzz/seeds/head/before-imports"),
        include_str!("../fuzz/seeds/head/before-interactions"),
        include_str!("../fuzz/seeds/head/before-relations"),
        include_str!("../fuzz/seeds/head/before-exports"),
        include_str!("../fuzz/seeds/head/before-bases"),
    ];
    for old in olds {
        let head: Head = serde_json::from_str(old).unwrap();
        let store = Memory::default();
        let mut batch = store.batch();
        head.add_to(&mut batch).unwrap();
        block_on(store.commit(batch, Durability::Strict)).unwrap();
        let values = block_on(read_all(&store, Area::Heads, StoreKey::FIRST, StoreKey::LAST));
        let read = decode_all(&values.unwrap()).remove(0).unwrap();
        assert_eq!(read, head);
        assert!(read.format < FORMAT);
    }
}

#[test]
fn a_witness() {
    let witness = Witness { store: id(5), position: 3, records: 2 };
    let json = r#"{"store":"0190d1f0-0000-7000-8000-000000000005","position":3,"records":2}"#;
    assert_eq!(serde_json::to_string(&witness).unwrap(), json);
    assert_eq!(serde_json::from_str::<Witness>(json).unwrap(), witness);
}

#[test]
fn an_envelope() {
    let store = Memory::default();
    let mut batch = store.batch();
    envelope().put_to(&mut batch).unwrap();
    block_on(store.commit(batch, Durability::Strict)).unwrap();
    let golden = include_str!("../data/stored/envelope.json");
    assert_eq!(stored(&store, Area::Lock), golden.repeat(2));
    let places: Vec<_> = store.values.borrow().keys().copied().collect();
    assert_eq!(places, [(Area::Lock, StoreKey(0, 0, 0)), (Area::Lock, StoreKey(1, 0, 0))]);

    let read = Envelope::parse(golden.as_bytes()).unwrap();
    assert_eq!(read, envelope());
    assert_eq!(opened_with(&read, "seven blue herons"), Ok(()));
    assert!(unlock(&read, &Secret::Recovery(paper())).is_ok());
}

/// What is sealed, and where it lies.
const SEALED: (Area, StoreKey, &[u8]) =
    (Area::Pages, StoreKey(2 << 32, 1, 0), b"{\"name\":\"vip\"}");

#[test]
fn a_sealed_value() {
    let golden = "010305b28b2c97871e380000000000000000000000001e1dd1e437f7a05e61284b6fa7c669b0f470a756919d90cb45bbcedd4b062d583237c01412c1f043dd";
    let (area, key, payload) = SEALED;
    let store = Sealed { store: Memory::default(), seal: Some(a_seal()) };
    let (_, packed) = frame::parts(payload).next().unwrap();
    let mut batch = store.batch();
    batch.put(area, key, &frame::close(area, key, &packed));
    block_on(store.commit(batch, Durability::Strict)).unwrap();
    assert_eq!(hexadecimal(&store.store.values.borrow()[&(area, key)]), golden);

    let held = Memory::holding([((area, key), bytes(golden))].into());
    let store = Sealed { store: held, seal: Some(a_seal()) };
    let value = block_on(read_all(&store, area, key, key)).unwrap().remove(0).1;
    assert_eq!(frame::open(area, key, &value).unwrap(), payload);
}

#[test]
fn a_sealed_file() {
    let golden =
        "000000000000000000000000643f3f5ad71cdd2635952264a7d5a5ea8177d097da73efad885b34236616";
    let (_, _, payload) = SEALED;
    let files = SealedFolder { folder: Files::new(), seal: Some(a_seal()) };
    block_on(files.write("vip", payload)).unwrap();
    assert_eq!(hexadecimal(&files.folder.files.borrow()["vip"]), golden);

    files.folder.files.borrow_mut().insert("vip".into(), bytes(golden));
    assert_eq!(block_on(files.read("vip")).unwrap(), payload);
    assert_eq!(ENVELOPE, "lock");
}

#[test]
fn the_files_of_a_second_copy() {
    let heads = "0190d1f0-0000-7000-8000-000000000005.heads.1.0.0";
    let pages = "0190d1f0-0000-7000-8000-000000000005.pages.8589934592.1.0";
    let (store, book) = a_checkpointed_tag();
    let files = Files::new();
    block_on(mirror::follow(&store, &files)).unwrap();
    let held = files.files.borrow().clone();
    assert_eq!(held.keys().collect::<Vec<_>>(), [heads, pages]);
    // What is in them is what is stored.
    assert!(held.values().eq(store.values.borrow().values()));

    let (_, opened) = block_on(mirror::open(&files)).unwrap().unwrap();
    assert_eq!((opened.book == book, opened.tip.store), (true, id(5)));
}

#[test]
fn the_lines_of_a_copy_of_what_is_stored() {
    let store = Memory::default();
    let mut batch = store.batch();
    for area in Area::ALL.into_iter().chain([Area::Lock]) {
        let (_, packed) = frame::parts(b"{\"name\":\"vip\"}").next().unwrap();
        let key = StoreKey(1, 2, 3);
        batch.put(area, key, &frame::close(area, key, &packed));
    }
    // What does not open is copied as it lies there.
    batch.put(Area::Quarantine, StoreKey(1, 2, 4), &[0, 1, 0xfe, 0xff]);
    batch.put(Area::Quarantine, StoreKey(1, 2, 5), &[]);
    block_on(store.commit(batch, Durability::Strict)).unwrap();
    let copy = String::from_utf8(block_on(rescue::copy(&store)).unwrap().concat()).unwrap();
    let golden = r#"{"area":"heads","key":[1,2,3],"text":"{\"name\":\"vip\"}"}
{"area":"pages","key":[1,2,3],"text":"{\"name\":\"vip\"}"}
{"area":"journal","key":[1,2,3],"text":"{\"name\":\"vip\"}"}
{"area":"journal-parts","key":[1,2,3],"text":"{\"name\":\"vip\"}"}
{"area":"quarantine","key":[1,2,3],"text":"{\"name\":\"vip\"}"}
{"area":"quarantine","key":[1,2,4],"bytes":"0001feff"}
{"area":"quarantine","key":[1,2,5],"bytes":""}
{"area":"ended","key":[1,2,3],"text":"{\"name\":\"vip\"}"}
{"area":"lock","key":[1,2,3],"text":"{\"name\":\"vip\"}"}
"#;
    assert_eq!(copy, golden);
    assert!(rescue::is_copy(copy.as_bytes()));
}

/// A checkpoint and an entry after it, in lines of text and, as `public/boot.js` writes them, of bytes. They stay
/// as they are whatever form a head takes.
const COPIES: [&str; 2] =
    [include_str!("../data/stored/text.jsonl"), include_str!("../data/stored/bytes.jsonl")];

#[test]
fn copies_of_what_is_stored_are_read() {
    let (store, mut book) = a_checkpointed_tag();
    let mut batch = store.batch();
    journal::encode(2, 77, &new_tag(id(3), "family")).unwrap().add_to(&mut batch);
    block_on(store.commit(batch, Durability::Strict)).unwrap();
    book.apply(new_tag(id(3), "family")).unwrap();

    let now = String::from_utf8(block_on(rescue::copy(&store)).unwrap().concat()).unwrap();
    let values = store.values.borrow();
    let bytes = values.iter().map(|((area, StoreKey(a, b, c)), value)| {
        let (area, value) = (area.name(), hexadecimal(value));
        format!("{{\"area\":\"{area}\",\"key\":[{a},{b},{c}],\"bytes\":\"{value}\"}}\n")
    });
    let bytes_now: String = bytes.collect();
    for copy in [&now, &bytes_now].map(String::as_str).into_iter().chain(COPIES) {
        assert!(rescue::is_copy(copy.as_bytes()));
        let opened = block_on(rescue::open(copy.as_bytes(), None)).unwrap();
        assert_eq!(opened.report, []);
        assert_eq!((opened.tip.store, opened.tip.position), (id(5), 2));
        assert!(opened.book == book);
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

fn bytes(digits: &str) -> Vec<u8> {
    let digit = |at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
    (0..digits.len()).step_by(2).map(digit).collect()
}
