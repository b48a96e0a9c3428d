//! Generated values, records, books and edits, for tests of laws.
//!
//! Values come in the form in which they are kept ([`check::normalize`] leaves them as they are), links
//! point to records of the same book, and names of tags differ.

use proptest::{collection::vec, option, prelude::*, sample::select, strategy::Union};
use rapport::domain::{
    book::Book,
    change::{Action, Cause, Change, Label, Step, Touch},
    field::{self, CATALOGUE, Field, Kind, check, keys},
    id::{Id, RecordType},
    key::Key,
    record::Fields,
    value::{
        Entry, Value,
        address::Address,
        choice::{self, Choice},
        day::Day,
        labelled::Labelled,
        money::Currency,
        number::Number,
        time::Time,
    },
};
use uuid::Uuid;

/// So many cases. Failing ones are not kept in files: a law that was broken once gets a test by name.
pub(crate) fn cases(count: u32) -> ProptestConfig {
    ProptestConfig { cases: count, failure_persistence: None, ..ProptestConfig::default() }
}

/// When the tests play.
pub(crate) fn now() -> Time {
    Time::from_millis(1_767_225_600_000)
}

/// A few words of any script, with what is hard to write down.
pub(crate) fn line() -> BoxedStrategy<String> {
    let odd = select(vec![
        '"',
        '\\',
        '/',
        '\'',
        ',',
        ';',
        '|',
        '\u{200c}',
        '\u{200f}',
        '\u{2028}',
        '\u{feff}',
        '😀',
        'ß',
        'İ',
        'ك',
        '๑',
        '\u{301}',
        '=',
        '＝',
        '<',
        '&',
        '\u{d7ff}',
        '\u{10ffff}',
        ' ',
    ]);
    let letter = prop_oneof![4 => prop::char::range(' ', '~'), 2 => odd, 1 => any::<char>()];
    vec(letter, 1..12)
        .prop_map(|letters| {
            let text: String = letters.into_iter().filter(|c| !c.is_control()).collect();
            let text = text.trim();
            if text.is_empty() { "x".to_owned() } else { text.to_owned() }
        })
        .boxed()
}

fn lines() -> BoxedStrategy<String> {
    vec(line(), 1..3).prop_map(|lines| lines.join("\n")).boxed()
}

pub(crate) fn time() -> BoxedStrategy<Time> {
    let usual = 0..4_102_444_800_000_i64;
    prop_oneof![4 => usual, 1 => any::<i64>()].prop_map(Time::from_millis).boxed()
}

fn day() -> BoxedStrategy<Day> {
    (option::of(1..=9999_u16), option::of(1..=12_u8), option::of(1..=31_u8))
        .prop_filter_map("no such day", |(year, month, day)| Day::new(year, month, day))
        .boxed()
}

fn number() -> BoxedStrategy<Number> {
    let most = 5_000_000_000_000_000_i64;
    prop_oneof![-1_000_000..1_000_000_i64, -most..=most]
        .prop_filter_map("out of bounds", Number::from_ten_thousandths)
        .boxed()
}

fn labelled(value: impl Strategy<Value = String> + 'static) -> BoxedStrategy<Value> {
    let label = prop_oneof![
        Just(String::new()),
        select(vec!["home", "work"]).prop_map(str::to_owned),
        line()
    ];
    vec((label, value).prop_map(|(label, value)| Labelled::new(label, value)), 1..3)
        .prop_map(|items| Value::Labelled(items.into()))
        .boxed()
}

fn address() -> BoxedStrategy<Address> {
    let part = || option::of(line()).prop_map(|part| Box::from(part.unwrap_or_default()));
    let street = lines().prop_map(Box::from);
    (part(), street, part(), part(), part(), part())
        .prop_map(|(label, street, city, region, postcode, country)| Address {
            label,
            street,
            city,
            region,
            postcode,
            country,
        })
        .boxed()
}

fn json() -> BoxedStrategy<String> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        line().prop_map(Into::into),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Into::into),
            vec((line(), inner), 0..3)
                .prop_map(|members| serde_json::Value::Object(members.into_iter().collect())),
        ]
    })
    .prop_map(|json| json.to_string())
    .boxed()
}

/// A value of a kind. `None` where it would have to point to something that is not there.
pub(crate) fn value(kind: Kind, ids: &Ids) -> Option<BoxedStrategy<Value>> {
    let ids_of = |kind: RecordType| Some(ids.of(kind)).filter(|ids| !ids.is_empty());
    Some(match kind {
        Kind::Text => line().prop_map(Value::text).boxed(),
        Kind::LongText => lines().prop_map(Value::text).boxed(),
        Kind::Number | Kind::Percent => number().prop_map(Value::Number).boxed(),
        Kind::Flag => any::<bool>().prop_map(Value::Flag).boxed(),
        Kind::Day => day().prop_map(Value::Day).boxed(),
        Kind::Time => time().prop_map(Value::Time).boxed(),
        Kind::Money => (number(), select(vec!["EUR", "USD", "IRR"]))
            .prop_map(|(amount, code)| Value::Money(amount, Currency::parse(code).unwrap()))
            .boxed(),
        Kind::Rating => (1..=5_i64)
            .prop_map(|stars| Value::Number(Number::from_ten_thousandths(stars * 10_000).unwrap()))
            .boxed(),
        Kind::Choices(words) => vec(select(words), 1..3)
            .prop_filter_map("none", |words| {
                Value::words_of(words.into_iter().map(Box::from).collect())
            })
            .boxed(),
        Kind::Email => "[a-z]{1,12}@[a-z]{1,10}\\.example".prop_map(Value::text).boxed(),
        Kind::Phone => "\\+[0-9]{3,14}".prop_map(Value::text).boxed(),
        Kind::Link => "https://[a-z]{1,10}\\.example".prop_map(Value::text).boxed(),
        Kind::Options => {
            line().prop_map(|label| Value::Options([Choice::new("a", label)].into())).boxed()
        }
        Kind::Choice(words) => select(words).prop_map(Value::text).boxed(),
        Kind::Colour => select(&check::COLOURS[..]).prop_map(Value::text).boxed(),
        Kind::Emails => labelled("[a-zA-Z0-9._+-]{1,12}@[a-z0-9ü]{1,10}\\.(example|org)"),
        Kind::Phones => labelled("\\+?[0-9۰-۹]{3,14}( ext 12)?"),
        Kind::Links => labelled("https?://[a-z]{1,10}\\.example(/[a-zA-Z?=#%&]{0,10})?"),
        Kind::Addresses => {
            vec(address(), 1..3).prop_map(|list| Value::Addresses(list.into())).boxed()
        }
        Kind::Relation(to) => select(ids_of(to)?.to_vec()).prop_map(Value::link).boxed(),
        Kind::Relations(to) => links(ids_of(to)?),
        Kind::Picked => links(ids_of(RecordType::Segment)?),
        Kind::Photo => {
            "data:image/(png|jpeg|webp);base64,[A-Za-z0-9+/]{4,40}".prop_map(Value::text).boxed()
        }
        Kind::Entries => {
            let entry = (select(&["lead", "customer"][..]), time());
            vec(entry.prop_map(|(stage, at)| Entry { stage: stage.into(), at }), 1..4)
                .prop_map(|entries| Value::Entries(entries.into()))
                .boxed()
        }
    })
}

fn links(ids: &[Id]) -> BoxedStrategy<Value> {
    vec(select(ids.to_vec()), 1..4).prop_filter_map("none", Value::links).boxed()
}

/// The ids of a book that is being made.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ids([Vec<Id>; RecordType::ALL.len()]);

impl Ids {
    pub(crate) fn of(&self, kind: RecordType) -> &[Id] {
        &self.0[kind.position()]
    }
}

fn ids() -> impl Strategy<Value = Ids> {
    let some = |most: usize| vec(any::<u64>(), 0..=most);
    let definitions = some(choice::FIELD_KIND.len() + 2).boxed();
    let most = |on| match on {
        RecordType::Workspace => 1,
        RecordType::Tag => 4,
        RecordType::Organization => 3,
        RecordType::Person => 6,
        RecordType::Interaction => 5,
        _ => 2,
    };
    let counts = RecordType::ALL.map(|on| {
        if on == RecordType::Field { definitions.clone().boxed() } else { some(most(on)).boxed() }
    });
    counts.prop_map(|counts| {
        let mut nth = 0;
        let mut ids = |drawn: Vec<u64>| {
            let id = |drawn| {
                nth += 1;
                Id::new(Uuid::from_u64_pair(drawn, nth))
            };
            drawn.into_iter().map(id).collect()
        };
        Ids(counts.map(&mut ids))
    })
}

/// The definition of the nth field of one's own of people: one of each kind, and then built-in ones that are
/// switched off.
fn definition(nth: usize) -> Fields {
    let fields = Fields::default().with(keys::DEFINED_ON, Value::text("person"));
    let Some(kind) = choice::FIELD_KIND.get(nth) else {
        return fields
            .with(keys::DEFINES, Value::text(["hobbies", "car"][nth % 2]))
            .with(keys::OFF, Value::Flag(true));
    };
    fields
        .with(keys::DEFINES, Value::text(format!("x-{kind}")))
        .with(keys::FIELD_KIND, Value::text(*kind))
        .with(keys::OPTIONS, Value::Options(CHOICES.map(|word| Choice::new(word, word)).into()))
}

const CHOICES: [&str; 3] = ["c", "a", "b"];

/// What defines for people one field of each kind. None of the ids is small.
pub(crate) fn definitions() -> Vec<Touch> {
    let ids = (1_000_000_u128..).map(|number| Id::new(Uuid::from_u128(number)));
    ids.zip(0..choice::FIELD_KIND.len())
        .map(|(id, nth)| Touch { on: RecordType::Field, id, step: Step::Create(definition(nth)) })
        .collect()
}

/// The fields that [`definition`] defines.
fn own(ids: &Ids) -> Vec<(Key, Kind)> {
    let choices = CHOICES.map(|word| Choice::new(word, word));
    let kinds = choice::FIELD_KIND.iter().take(ids.of(RecordType::Field).len());
    kinds
        .map(|kind| {
            let key = Key::of(&format!("x-{kind}")).unwrap();
            (key, field::own::kind(kind, choices.iter(), &[]).unwrap())
        })
        .collect()
}

/// The fields of a record of a type. Every field is now filled, now not.
fn fields(on: RecordType, nth: usize, ids: &Ids) -> BoxedStrategy<Fields> {
    let stored = CATALOGUE.iter().filter(|field| field.is_on(on) && field.is_stored());
    let own = if on == RecordType::Person { own(ids) } else { Vec::new() };
    let stored = stored.map(|field| (field.key(), field.kind)).chain(own);
    let filled: Vec<BoxedStrategy<Option<(Key, Value)>>> = stored
        .filter_map(|(key, kind)| {
            let value = value(kind, ids)?;
            Some(option::of(value.prop_map(move |value| (key, value))).boxed())
        })
        .collect();
    // Names that no version of Rapport knows; few, since they are kept as long as the program runs.
    let other = (select(&["later", "x y", "überfeld"][..]), json())
        .prop_map(|(name, json)| Some((Key::of(name).unwrap(), Value::Unknown(json.into()))));
    let other = prop_oneof![3 => Just(None), 1 => other];
    (filled, other)
        .prop_map(move |(filled, other)| {
            let mut fields = Fields::default();
            for (key, value) in filled.into_iter().chain([other]).flatten() {
                fields.replace(key, Some(value));
            }
            if on == RecordType::Tag {
                let name = match fields.get(keys::NAME) {
                    Some(Value::Text(name)) => format!("{name} #{nth}"),
                    _ => format!("#{nth}"),
                };
                fields.replace(keys::NAME, Some(Value::text(name)));
            }
            if on == RecordType::Field {
                for (key, value) in definition(nth).iter() {
                    fields.replace(key, Some(value.clone()));
                }
            }
            for key in [keys::CREATED, keys::UPDATED] {
                if fields.get(key).is_none() {
                    fields.replace(key, Some(Value::Time(now())));
                }
            }
            fields
        })
        .boxed()
}

/// Any book: records of every type with any fields filled.
pub(crate) fn book() -> BoxedStrategy<Book> {
    ids()
        .prop_flat_map(|ids| {
            let records: Vec<_> = RecordType::ALL
                .into_iter()
                .flat_map(|on| ids.of(on).iter().enumerate().map(move |(nth, id)| (on, nth, *id)))
                .map(|(on, nth, id)| fields(on, nth, &ids).prop_map(move |fields| (on, id, fields)))
                .collect();
            records
        })
        .prop_map(|records| {
            let mut book = Book::default();
            let touches = records
                .into_iter()
                .map(|(on, id, fields)| Touch { on, id, step: Step::Create(fields) })
                .collect();
            book.apply(change(touches)).unwrap();
            book
        })
        .boxed()
}

/// The first record in which two books differ, short enough to read.
pub(crate) fn difference(a: &Book, b: &Book) -> Option<String> {
    let one_way = |a: &Book, b: &Book| {
        let (kind, record) =
            a.everything().find(|(kind, record)| b.get(*kind, record.id) != Some(record))?;
        Some(format!("{record:?}\nis not\n{:?}", b.get(kind, record.id)))
    };
    one_way(a, b).or_else(|| one_way(b, a))
}

pub(crate) fn change(touches: Vec<Touch>) -> Change {
    let label = Label { action: Action::Create, on: RecordType::Person, name: "".into(), count: 0 };
    Change { at: now(), cause: Cause::Edit, label, touches }
}

/// A field that a person fills in and a value for it, with nothing to point to.
pub(crate) fn filled(on: RecordType) -> BoxedStrategy<(Key, Value)> {
    let editable = CATALOGUE.iter().filter(|field: &&Field| field.is_on(on) && field.is_editable());
    let values = editable.filter_map(|field| {
        let key = field.key();
        Some(value(field.kind, &Ids::default())?.prop_map(move |value| (key, value)).boxed())
    });
    Union::new(values).boxed()
}

/// What kind of event a text is about.
pub(crate) fn activity(text: &str) -> &'static str {
    ["note", "call", "ticket", "survey"][text.len() % 4]
}

/// What a person does. Positions are taken modulo what there is, so that any number names something.
#[derive(Clone, Debug)]
pub(crate) enum Op {
    Create {
        on: RecordType,
        input: Vec<(Key, Value)>,
    },
    Edit {
        on: RecordType,
        at: usize,
        input: Vec<(Key, Option<Value>)>,
    },
    Employ {
        person: usize,
        organization: usize,
    },
    Bulk {
        on: RecordType,
        from: usize,
        count: usize,
        wish: Wished,
    },
    Delete {
        on: RecordType,
        from: usize,
        count: usize,
    },
    RenameTag {
        tag: usize,
        name: &'static str,
    },
    MergeTags {
        from: usize,
        into: usize,
    },
    DeleteTag {
        tag: usize,
    },
    Note {
        on: RecordType,
        about: usize,
        with: Vec<usize>,
        text: String,
    },
    /// Says whom else something happened with.
    Meet {
        event: usize,
        with: Vec<usize>,
    },
    /// What a person is to a person or an organization.
    Relate {
        person: usize,
        on: RecordType,
        other: usize,
        role: String,
    },
    Refer {
        person: usize,
        by: usize,
    },
    Undo,
    Redo,
}

/// What a person does to several records.
#[derive(Clone, Debug)]
pub(crate) enum Wished {
    Set(Key, Value),
    Clear(Key),
    /// At an organization of this name.
    Employ(&'static str),
    AddTag(&'static str),
    RemoveTag(usize),
    Note(String),
}

/// What a person may do one after the other.
pub(crate) fn ops(most: usize) -> impl Strategy<Value = Vec<Op>> {
    vec(op(), 1..most)
}

fn op() -> BoxedStrategy<Op> {
    let on = || select(vec![RecordType::Person, RecordType::Organization]);
    let at = || 0..8_usize;
    let count = || 1..4_usize;
    let name = || select(vec!["VIP", "vip", "Łódź", "lodz", "later"]);
    let create = on()
        .prop_flat_map(|on| vec(filled(on), 1..6).prop_map(move |input| Op::Create { on, input }));
    let edit = (on(), at()).prop_flat_map(|(on, at)| {
        vec((filled(on), any::<bool>()), 1..4).prop_map(move |input| {
            let change = |((key, value), is_set): (_, bool)| (key, is_set.then_some(value));
            Op::Edit { on, at, input: input.into_iter().map(change).collect() }
        })
    });
    let bulk = (on(), at(), count()).prop_flat_map(move |(on, from, count)| {
        let bulk = move |wish| Op::Bulk { on, from, count, wish };
        prop_oneof![
            3 => filled(on).prop_map(move |(key, value)| bulk(Wished::Set(key, value))),
            1 => filled(on).prop_map(move |(key, _)| bulk(Wished::Clear(key))),
            3 => name().prop_map(move |name| bulk(Wished::AddTag(name))),
            1 => at().prop_map(move |tag| bulk(Wished::RemoveTag(tag))),
            1 => lines().prop_map(move |text| bulk(Wished::Note(text))),
            1 => (at(), name()).prop_map(|(from, name)| Op::Bulk {
                on: RecordType::Person,
                from,
                count: 2,
                wish: Wished::Employ(name),
            }),
        ]
    });
    prop_oneof![
        4 => create,
        4 => edit,
        2 => (at(), at()).prop_map(|(person, organization)| Op::Employ { person, organization }),
        6 => bulk,
        1 => (on(), at(), count()).prop_map(|(on, from, count)| Op::Delete { on, from, count }),
        1 => (at(), name()).prop_map(|(tag, name)| Op::RenameTag { tag, name }),
        1 => (at(), at()).prop_map(|(from, into)| Op::MergeTags { from, into }),
        1 => at().prop_map(|tag| Op::DeleteTag { tag }),
        2 => (on(), at(), vec(at(), 0..3), lines())
            .prop_map(|(on, about, with, text)| Op::Note { on, about, with, text }),
        2 => (at(), vec(at(), 0..3)).prop_map(|(event, with)| Op::Meet { event, with }),
        2 => (at(), on(), at(), line())
            .prop_map(|(person, on, other, role)| Op::Relate { person, on, other, role }),
        2 => (at(), at()).prop_map(|(person, by)| Op::Refer { person, by }),
        2 => Just(Op::Undo),
        1 => Just(Op::Redo),
    ]
    .boxed()
}

#[test]
fn generated_values_are_as_they_are_kept() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let strategy = book();
    for _ in 0..20 {
        let book = strategy.new_tree(&mut runner).unwrap().current();
        for (_, record) in book.everything() {
            for (key, value) in record.fields.iter() {
                let Some(field) = book.field(key) else { continue };
                assert_eq!(check::normalize(field, value.clone()), Ok(Some(value.clone())));
            }
        }
    }
}
