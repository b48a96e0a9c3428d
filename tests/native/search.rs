//! Every word of a record is found, whichever field it stands in.

use rapport::{
    domain::{
        book::{Book, Touched},
        change::{Action, Cause, Change, FieldChange, Label, Step, Touch},
        field::{self, Kind, keys},
        id::{Id, RecordType},
        key::Key,
        record::Fields,
        value::{Value, address::Address, labelled::Labelled, time::Time},
    },
    query::search::{SearchIndex, Words},
};

fn id(number: u8) -> Id {
    Id::parse(&format!("0190d1f0-0000-7000-8000-0000000000{number:02x}")).unwrap()
}

/// A book with one record of a type that has one field, and what that may point to.
fn book(on: RecordType, key: Key, value: Value) -> Book {
    let named = |on, number| {
        let fields = Fields::default().with(keys::NAME, Value::text("Zanzibar"));
        Touch { on, id: id(number), step: Step::Create(fields) }
    };
    let step = Step::Create(Fields::default().with(key, value));
    let touches = vec![
        named(RecordType::Organization, 1),
        named(RecordType::Tag, 2),
        named(RecordType::Person, 5),
        Touch { on, id: id(3), step },
        Touch { on: RecordType::Field, id: id(4), step: Step::Create(definition(on, key)) },
    ];
    let label = Label { action: Action::Create, on, name: "".into(), count: 1 };
    let at = Time::from_millis(1_767_225_600_000);
    let mut book = Book::default();
    book.apply(Change { at, cause: Cause::Edit, label, touches }).unwrap();
    book
}

/// Another name for what the record may point to.
fn rename(book: &mut Book) -> Touched {
    let change = FieldChange {
        key: keys::NAME,
        before: Some(Value::text("Zanzibar")),
        after: Some(Value::text("Madagascar")),
    };
    let touches = [(RecordType::Organization, 1), (RecordType::Tag, 2), (RecordType::Person, 5)]
        .map(|(on, number)| Touch { on, id: id(number), step: Step::Update(vec![change.clone()]) });
    let label = Label { action: Action::Edit, on: RecordType::Tag, name: "".into(), count: 3 };
    let at = Time::from_millis(1_767_225_600_001);
    book.apply(Change { at, cause: Cause::Edit, label, touches: touches.into() }).unwrap()
}

/// Says of a name that no field has that it is a line of text.
fn definition(on: RecordType, key: Key) -> Fields {
    Fields::default()
        .with(keys::DEFINES, Value::text(key.name()))
        .with(keys::DEFINED_ON, Value::text(on.name()))
        .with(keys::FIELD_KIND, Value::text("text"))
}

#[track_caller]
fn check(on: RecordType, key: Key, value: Value) {
    let is_relation = matches!(value, Value::Link(_) | Value::Links(_));
    let mut book = book(on, key, value);
    let slot = book.table(on).slot(id(3)).unwrap() as usize;
    let mut index = SearchIndex::default();
    let mut finds = |book: &Book, words| index.find(book, on, &Words::new(words))[slot];
    assert!(finds(&book, "zanzib"), "{key:?}");
    assert!(!finds(&book, "nowhere"), "{key:?}");
    let touched = rename(&mut book);
    index.follow(&book, on, &touched);
    let mut finds = |words| index.find(&book, on, &Words::new(words))[slot];
    assert_eq!(finds("madagas"), is_relation, "{key:?}");
    assert_eq!(finds("zanzib"), !is_relation, "{key:?}");
}

#[test]
fn every_field_with_words_of_its_own_is_searched() {
    let word = "Żánzibar";
    for on in [RecordType::Person, RecordType::Organization] {
        for field in field::fields_of(on).filter(|field| field.is_editable()) {
            let value = match field.kind {
                Kind::Text | Kind::LongText => Value::text(word),
                Kind::Emails | Kind::Phones | Kind::Links => {
                    Value::Labelled([Labelled::new("work", word)].into())
                }
                Kind::Relation(RecordType::Person) => Value::link(id(5)),
                Kind::Relation(_) => Value::link(id(1)),
                Kind::Relations(_) => Value::links(vec![id(2)]).unwrap(),
                // Each part of an address has a turn below; a filter finds what is chosen or counted;
                // nobody types a picture.
                Kind::Addresses
                | Kind::Number
                | Kind::Flag
                | Kind::Day
                | Kind::Time
                | Kind::Choice(_)
                | Kind::Colour
                | Kind::Photo
                | Kind::Picked
                | Kind::Entries
                | Kind::Money
                | Kind::Percent
                | Kind::Rating
                | Kind::Options => continue,
                Kind::Choices(_) | Kind::Email | Kind::Phone | Kind::Link => {
                    unreachable!("only fields of one's own are of these kinds")
                }
            };
            check(on, field.key(), value);
        }
        check(on, Key::of("x-own-field").unwrap(), Value::text(word));
    }
}

#[test]
fn every_part_of_an_address_is_searched() {
    let parts: [fn(&mut Address) -> &mut Box<str>; 5] = [
        |address| &mut address.street,
        |address| &mut address.postcode,
        |address| &mut address.city,
        |address| &mut address.region,
        |address| &mut address.country,
    ];
    for part in parts {
        let mut address = Address::default();
        *part(&mut address) = "Zanzibar".into();
        check(RecordType::Person, keys::ADDRESSES, Value::Addresses([address].into()));
    }
}
