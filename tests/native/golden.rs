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
        Area, Durability, Store, StoreKey,
        checkpoint::Checkpoints,
        frame,
        head::{FORMAT, Head, decode_all},
        journal,
        memory::Memory,
        read_all, retention,
        witness::Witness,
    },
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

#[test]
fn a_checkpoint() {
    let store = Memory::default();
    let mut book = Book::default();
    let label = Label { action: Action::Create, on: RecordType::Tag, name: "vip".into(), count: 1 };
    let fields = Fields::default().with(keys::NAME, Value::text("vip"));
    let touch = Touch { on: RecordType::Tag, id: id(2), step: Step::Create(fields) };
    let change =
        Change { at: Time::from_millis(AT), cause: Cause::Edit, label, touches: vec![touch] };
    let touched = book.apply(change).unwrap();
    let mut checkpoints = Checkpoints::new(Head::first(id(5)), None);
    checkpoints.follow(1, &touched);
    let mut draft = checkpoints.draft(&book, 1, 77, store.batch()).unwrap();
    draft.write_some(&book, usize::MAX).unwrap();
    draft.finish(&checkpoints).unwrap();
    block_on(store.commit(draft.split().0, Durability::Strict)).unwrap();
    assert_eq!(stored(&store, Area::Pages), include_str!("../fuzz/seeds/page/golden"));
    assert_eq!(stored(&store, Area::Heads), include_str!("../fuzz/seeds/head/golden"));
    let (place, _) = store
        .values
        .borrow()
        .first_key_value()
        .map(|(place, value)| (*place, value.clone()))
        .unwrap();
    assert_eq!(place, (Area::Heads, StoreKey(1, 0, 0)));
    assert_eq!(store.values.borrow().keys().last(), Some(&(Area::Pages, StoreKey(2 << 32, 1, 0))));
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
