//! Filters: the text form says all that a filter can, and every operator means what its line says.

use proptest::{collection::vec, option, prelude::*, sample::select};
use rapport::{
    domain::{
        book::Book,
        field::{self, Kind, own},
        fold::fold,
        id::{Id, RecordType},
        key::Key,
        value::{day::Day, number::Number},
    },
    query::{
        filter::{
            Compare, Condition, Group, Nearby, Operand, Part, Period, Span, Subject, Unit, When,
            Which,
        },
        operator::{self, Class, Entry, OPERATORS, Takes, is_comparable, operators_of},
        relation::relations_of,
        text::{self, Canonical, Expected, Fault, Lexicon, Parsed},
    },
};
use uuid::Uuid;

use super::generate;

/// A language in which every field has another name, and records are known by theirs.
struct Spoken;

fn spoken(key: Key) -> String {
    format!("فیلد-{}", key.name())
}

impl Lexicon for Spoken {
    fn field(&self, on: RecordType, word: &str) -> Option<Key> {
        field::fields_of(on).map(field::Field::key).find(|key| fold(&spoken(*key)) == fold(word))
    }

    fn word(&self, _: RecordType, key: Key) -> String {
        spoken(key)
    }

    fn choice(&self, _: Key, word: &str) -> Option<Box<str>> {
        word.strip_prefix("the-").map(Box::from)
    }

    fn record(&self, _: RecordType, name: &str) -> Option<Id> {
        let number = name.strip_prefix("The \"")?.strip_suffix("\" one")?;
        Some(Id::new(Uuid::from_u128(number.parse().ok()?)))
    }

    fn name(&self, _: RecordType, id: Id) -> Option<String> {
        // Every other record has a name.
        id.as_u128().is_multiple_of(2).then(|| format!("The \"{}\" one", id.as_u128()))
    }
}

fn number() -> BoxedStrategy<Number> {
    let most = 5_000_000_000_000_000_i64;
    prop_oneof![-50_000..50_000_i64, -most..=most]
        .prop_filter_map("out of bounds", Number::from_ten_thousandths)
        .boxed()
}

fn day() -> BoxedStrategy<Day> {
    (option::of(1900..=2100_u16), option::of(1..=12_u8), option::of(1..=31_u8))
        .prop_filter_map("no such day", |(year, month, day)| Day::new(year, month, day))
        .boxed()
}

fn when() -> BoxedStrategy<When> {
    let period = (select(&Nearby::ALL[..]), select(&Unit::ALL[..]), any::<bool>());
    let period = period.prop_map(|(which, unit, fiscal)| {
        let is_fiscal = fiscal && matches!(unit, Unit::Quarter | Unit::Year);
        When::Period(Period { which, unit, is_fiscal })
    });
    prop_oneof![day().prop_map(When::Day), period].boxed()
}

fn ids() -> BoxedStrategy<Vec<Id>> {
    vec((0..1000_u128).prop_map(|id| Id::new(Uuid::from_u128(id))), 1..3).boxed()
}

fn texts() -> BoxedStrategy<Vec<Box<str>>> {
    let word = prop_oneof![
        generate::line(),
        select(
            &["or", "not", "to", "*", "has", "-x", "#1", "@given", "10%", "a..b", "", "tag"][..]
        )
        .prop_map(str::to_owned),
    ];
    vec(word.prop_map(Into::into), 1..3).boxed()
}

fn members(key: Option<Key>) -> BoxedStrategy<Operand> {
    match key.and_then(Key::field).map(|field| field.kind) {
        Some(Kind::Choice(words) | Kind::Choices(words)) => {
            vec(select(words).prop_map(Box::from), 1..3).prop_map(Operand::Texts).boxed()
        }
        Some(Kind::Relation(_) | Kind::Relations(_)) => ids().prop_map(Operand::Records).boxed(),
        _ => texts().prop_map(Operand::Texts).boxed(),
    }
}

fn operand(takes: Takes, key: Option<Key>, to: RecordType, depth: u32) -> BoxedStrategy<Operand> {
    let count = || 0..100_000_u32;
    let span = (count(), select(&Unit::ALL[..])).prop_map(|(count, unit)| Span { count, unit });
    let class = key.and_then(Key::field).map(|field| Class::of(field.kind));
    match takes.of(class) {
        Takes::Nothing => Just(Operand::Nothing).boxed(),
        Takes::Texts => texts().prop_map(Operand::Texts).boxed(),
        Takes::Pattern => select(&["^a b$", "x|y", "(?i)q\\.\"z\"", "[0-9]{2,}"][..])
            .prop_map(|pattern| Operand::Texts(vec![pattern.into()]))
            .boxed(),
        Takes::Slips => (generate::line(), 0..10_u8)
            .prop_map(|(text, slips)| Operand::Slips(text.into(), slips))
            .boxed(),
        Takes::Count => count().prop_map(Operand::Count).boxed(),
        Takes::Numbers => vec(number(), 1..3).prop_map(Operand::Numbers).boxed(),
        Takes::Number => number().prop_map(|number| Operand::Numbers(vec![number])).boxed(),
        Takes::Range => (number(), number()).prop_map(|(a, b)| Operand::Range(a, b)).boxed(),
        Takes::Share => (count(), any::<bool>())
            .prop_map(|(count, is_percent)| Operand::Share { count, is_percent })
            .boxed(),
        Takes::When => when().prop_map(Operand::When).boxed(),
        Takes::Whens => (when(), when()).prop_map(|(a, b)| Operand::Whens(a, b)).boxed(),
        Takes::Ago | Takes::Ahead => span.prop_map(Operand::Span).boxed(),
        Takes::Weekdays => vec(1..=7_u8, 1..3).prop_map(Operand::Weekdays).boxed(),
        Takes::Months => vec(1..=12_u8, 1..3).prop_map(Operand::Months).boxed(),
        Takes::Flag => any::<bool>().prop_map(Operand::Flag).boxed(),
        Takes::Members => members(key),
        Takes::Segments => ids().prop_map(Operand::Records).boxed(),
        Takes::Positions => vec(any::<u64>(), 1..3).prop_map(Operand::Positions).boxed(),
        Takes::Group => group(to, depth).prop_map(Operand::Group).boxed(),
        Takes::Counted => (group(to, depth), select(&Compare::ALL[..]), count())
            .prop_map(|(group, compare, count)| Operand::Counted { group, compare, count })
            .boxed(),
        Takes::Step => {
            let end = || {
                let members = operand(Takes::Members, key, to, depth);
                let end = prop_oneof![Just(Operand::Nothing), members];
                end.prop_map(Box::new)
            };
            (end(), end()).prop_map(|(from, to)| Operand::Step { from, to }).boxed()
        }
    }
}

fn asked_fields(on: RecordType) -> Vec<Key> {
    let fields = field::fields_of(on).filter(|field| operator::is_asked(field));
    fields.map(field::Field::key).collect()
}

/// What conditions on records of a type can be about.
fn subjects(on: RecordType, depth: u32) -> Vec<Subject> {
    let mut subjects: Vec<_> = asked_fields(on).into_iter().map(Subject::Field).collect();
    subjects.extend([Subject::Words, Subject::Segment, Subject::Import]);
    if depth > 0 {
        subjects.extend(relations_of(on).into_iter().map(|(_, it)| Subject::Related(it)));
    }
    subjects
}

fn condition(on: RecordType, depth: u32) -> BoxedStrategy<Condition> {
    select(subjects(on, depth))
        .prop_flat_map(move |subject| {
            let class = Class::of_subject(subject).unwrap();
            let possible: Vec<_> = operators_of(class).collect();
            select(possible).prop_flat_map(move |entry| with_operator(entry, subject, on, depth))
        })
        .boxed()
}

/// Conditions with an operator, on a value or on another field.
fn with_operator(
    entry: &'static Entry,
    subject: Subject,
    on: RecordType,
    depth: u32,
) -> BoxedStrategy<Condition> {
    let key = if let Subject::Field(key) = subject { Some(key) } else { None };
    let to = if let Subject::Related(it) = subject { it.to } else { on };
    let is_comparable =
        |other: &Key| key.is_some_and(|key| is_comparable(entry.operator, key, *other));
    let others: Vec<_> = asked_fields(on).into_iter().filter(is_comparable).collect();
    let operand = operand(entry.takes, key, to, depth.saturating_sub(1));
    let operand = if others.is_empty() {
        operand
    } else {
        prop_oneof![3 => operand, 1 => select(others).prop_map(Operand::Field)].boxed()
    };
    (operand, any::<bool>())
        .prop_map(move |(operand, not)| Condition {
            subject,
            not,
            operator: entry.operator,
            operand,
        })
        .boxed()
}

/// A condition for every operator and each class that it is for.
fn one_of_each(on: RecordType) -> Vec<BoxedStrategy<Condition>> {
    let subjects = subjects(on, 1);
    let each = OPERATORS.iter().flat_map(|entry| entry.on.iter().map(move |class| (entry, *class)));
    each.map(|(entry, class)| {
        let mut possible = subjects.clone();
        possible.retain(|subject| Class::of_subject(*subject) == Some(class));
        assert!(!possible.is_empty(), "nothing is of the class {class:?}");
        select(possible).prop_flat_map(move |subject| with_operator(entry, subject, on, 1)).boxed()
    })
    .collect()
}

/// Opens a book in which people have a field of one's own of each kind.
fn open() {
    let mut book = Book::default();
    book.apply(generate::change(generate::definitions())).unwrap();
    own::enter(book.own());
}

/// Filters on people, whose fields are also of one's own, and filters on others.
fn groups() -> impl Strategy<Value = [(Group, RecordType); 2]> {
    open();
    let of = |on| group(on, 2).prop_map(move |group| (group, on));
    let (person, deal) = (of(RecordType::Person), of(RecordType::Deal));
    let (organization, task) = (of(RecordType::Organization), of(RecordType::Task));
    [prop_oneof![person, deal].boxed(), prop_oneof![organization, task].boxed()]
}

fn conditions() -> impl Strategy<Value = Vec<Condition>> {
    open();
    one_of_each(RecordType::Person)
}

pub(crate) fn group(on: RecordType, depth: u32) -> BoxedStrategy<Group> {
    let which = select(&[Which::All, Which::Any, Which::None][..]);
    let condition = condition(on, depth).prop_map(Part::Condition);
    let part = if depth == 0 {
        condition.boxed()
    } else {
        let group = group(on, depth - 1).prop_map(Part::Group);
        prop_oneof![3 => condition, 1 => group].boxed()
    };
    (which, vec(part, 0..4)).prop_map(|(which, parts)| Group { which, parts }).boxed()
}

proptest! {
    // Each has one condition for every operator.
    #![proptest_config(generate::cases(48))]

    #[test]
    fn what_an_operator_takes_is_read_as_it_is_written(conditions in conditions()) {
        let on = RecordType::Person;
        for condition in conditions {
            let Condition { subject, operator, .. } = condition;
            for lexicon in [&Canonical as &dyn Lexicon, &Spoken] {
                let text = text::print_operand(&condition, on, lexicon);
                if operator.entry().takes == Takes::Nothing {
                    prop_assert_eq!(&text, "");
                    continue;
                }
                let read = text::parse_operand(&text, operator, subject, on, lexicon);
                prop_assert_eq!(read.as_ref(), Ok(&condition.operand), "{:?} {}", operator, text);
                let row = text::show_row(&condition, on, lexicon);
                let read = text::read_row(&row, operator, subject, on, lexicon);
                prop_assert_eq!(read.as_ref(), Ok(&condition.operand), "{:?} {}", operator, row);
            }
        }
    }
}

#[test]
fn groups_lie_in_each_other_as_deep_as_is_said() {
    // What opens a group, and how many it makes: several conditions in one that is no `(…)` are a group too.
    for (open, levels) in [("w (", 1), ("w -(", 2), ("w any(", 2), ("w -any(", 3), ("w or v (", 2)]
    {
        let most = text::DEEPEST / levels;
        for times in [1, most - 1, most, most + 1, most + 2, 2 * most, 3 * text::DEEPEST] {
            let typed = format!("{}w{}", open.repeat(times), ")".repeat(times));
            let parsed = text::parse(&typed, RecordType::Person, &Canonical);
            let is_too_deep = |fault: &Fault| fault.expected == Expected::Shallower;
            let is_fine = times <= most;
            assert_eq!(parsed.faults.is_empty(), is_fine, "{times} times {open}");
            assert_eq!(!parsed.faults.iter().any(is_too_deep), is_fine, "{times} times {open}");
            let printed = text::print(&parsed.group, RecordType::Person, &Canonical);
            let again = text::parse(&printed, RecordType::Person, &Canonical);
            assert_eq!(again, Parsed { group: parsed.group, faults: Vec::new() }, "{printed}");
        }
    }
}

proptest! {
    #![proptest_config(generate::cases(512))]

    #[test]
    fn the_text_form_says_all_that_a_filter_can(groups in groups()) {
        for (group, on) in groups {
            for lexicon in [&Canonical as &dyn Lexicon, &Spoken] {
                let text = text::print(&group, on, lexicon);
                let parsed = text::parse(&text, on, lexicon);
                prop_assert_eq!(&parsed.faults, &[], "{}", text);
                prop_assert_eq!(&parsed.group, &group, "{}", text);
            }
        }
    }

    #[test]
    fn whatever_is_typed_is_read_and_means_the_same_printed(
        text in "([a-z]{1,9}|lifecycle|tags|notes|has|or|not|-|:|=|<|>|~|!|\\(|\\)|,|\"|@|#|\\*| |[0-9]{1,4}[dwm]?|\\PC){0,24}",
    ) {
        let parsed = text::parse(&text, RecordType::Person, &Canonical);
        let printed = text::print(&parsed.group, RecordType::Person, &Canonical);
        let again = text::parse(&printed, RecordType::Person, &Canonical);
        prop_assert_eq!(again.group, parsed.group, "{:?} as {:?}", text, printed);
        for fault in parsed.faults {
            prop_assert!(text.get(fault.at).is_some());
        }
        for (cursor, _) in text.char_indices() {
            let found = text::complete(&text, cursor, RecordType::Person, &Canonical);
            prop_assert!(text.get(found.at).is_some());
        }
    }
}
