//! Every language has words for all that the catalogue lists.

use std::{collections::BTreeSet, rc::Rc};

use rapport::{
    domain::{
        book::Book,
        edit::{fields, records::Input},
        field::{CATALOGUE, DataKind, Kind, check::COLOURS, keys, own},
        id::RecordType,
        record::{Fields, Record},
        repeat::Rule,
        stamp::Stamp,
        value::{Value, day::Day, labelled::LABELS, number::Number, time::Time},
    },
    i18n::{Formats, I18n, Language, english, persian},
    query::{filter::Subject, operator::OPERATORS, relation::relations_of},
};

/// Numbers and dates as no language writes them, which is enough to tell that they are there.
pub(crate) struct Plain;

impl Formats for Plain {
    fn number(&self, number: Number) -> String {
        number.to_string()
    }

    fn plural(&self, count: usize) -> String {
        if count == 1 { "one" } else { "other" }.to_owned()
    }

    fn day(&self, day: Day) -> String {
        day.to_string()
    }

    fn date(&self, time: Time) -> String {
        time.millis().to_string()
    }

    fn moment(&self, time: Time) -> String {
        time.millis().to_string()
    }

    fn bytes(&self, bytes: u64) -> String {
        bytes.to_string()
    }
}

#[track_caller]
fn check(message: &str) {
    for language in Language::ALL {
        let i18n = I18n::new(language, language.words(), Rc::new(Plain));
        assert_ne!(i18n.text(message), message, "missing in {}", language.name());
    }
}

#[test]
fn every_field_has_a_label_a_guide_and_names_for_its_choices() {
    for field in CATALOGUE {
        check(&format!("field-{}", field.name));
        for language in Language::ALL {
            let i18n = I18n::new(language, language.words(), Rc::new(Plain));
            assert!(i18n.guide(field).is_some(), "{} in {}", field.name, language.name());
        }
        if let Kind::Choice(words) = field.kind {
            for word in words {
                check(&format!("choice-{}-{word}", field.name));
            }
        }
    }
}

#[test]
fn labels_colours_and_kinds_of_data_have_names() {
    for label in LABELS {
        check(&format!("label-{label}"));
    }
    for colour in COLOURS {
        check(&format!("colour-{colour}"));
    }
    for data in DataKind::SHOWN {
        check(&format!("data-{}", data.name()));
    }
}

/// A rule of repetition as English says it.
#[track_caller]
fn check_repeat(rule: &str, expected: &str) {
    let i18n = I18n::new(Language::English, Language::English.words(), Rc::new(Plain));
    // Without the marks that keep parts of other scripts apart.
    let told = i18n.repeat(&Rule::parse(rule).unwrap()).replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!(told, expected);
}

#[test]
fn rules_of_repetition_are_told() {
    check_repeat("FREQ=DAILY", "every day");
    check_repeat("FREQ=DAILY;INTERVAL=3;COUNT=1", "every 3 days, once");
    check_repeat("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday");
    check_repeat(
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20261231",
        "every 2 weeks on Monday, Thursday until 2026-12-31",
    );
    check_repeat("FREQ=MONTHLY;BYMONTHDAY=9;COUNT=5", "every month on day 9, 5 times");
    check_repeat("FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day");
    check_repeat("FREQ=MONTHLY;BYDAY=2TU", "every month on the second Tuesday");
    check_repeat("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", "every 3 months on the last Friday");
    check_repeat("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=9", "every year on --03-09");
}

#[test]
fn days_are_told_by_their_distance_while_they_are_near() {
    let i18n = I18n::new(Language::English, Language::English.words(), Rc::new(Plain));
    let today = "2026-03-09".parse().unwrap();
    let due = |day: &str, time| i18n.due(today, Day::parse(day).unwrap(), time);
    assert_eq!(due("2026-03-12", None), "3");
    assert_eq!(due("2026-03-08", Some("09:30")), "-1, 09:30");
    assert_eq!(due("2026-04-09", None), "2026-04-09");
    assert_eq!(due("2026-04", Some("nine")), "2026-04");
}

#[test]
fn what_happened_without_a_word_is_called_by_its_kind() {
    let i18n = I18n::new(Language::English, Language::English.words(), Rc::new(Plain));
    let call = Fields::default().with(keys::ACTIVITY, Value::text("call"));
    let said = call.clone().with(keys::BODY, Value::text("About the fair\nand the weather"));
    let name = |fields| {
        i18n.record(&Record { id: Stamp::new(Time::from_millis(0), [0; 10]).id(), fields })
    };
    assert_eq!(name(call), "Call");
    assert_eq!(name(said), "About the fair");
}

#[test]
fn every_way_to_other_records_has_a_name_of_its_own() {
    // Fields of one's own lead to people beside those that are built in, two of one type.
    let mut book = Book::default();
    let mut stamp = Stamp::new(Time::from_millis(0), [0; 10]);
    for on in RecordType::LISTED {
        for label in ["Made by", "Sold by"] {
            let definition = Input::from([
                (keys::LABEL, Some(Value::text(label))),
                (keys::FIELD_KIND, Some(Value::text("person"))),
            ]);
            let (_, change) = fields::create(&book, on, &definition, &mut stamp).unwrap();
            book.apply(change).unwrap();
        }
    }
    own::enter(book.own());
    for language in Language::ALL {
        let i18n = I18n::new(language, language.words(), Rc::new(Plain));
        for on in RecordType::LISTED {
            let relations = relations_of(on).into_iter();
            let names: Vec<_> =
                relations.map(|(_, relation)| i18n.subject(Subject::Related(relation))).collect();
            let missing = names.iter().find(|name| name.starts_with("related-"));
            assert_eq!(missing, None, "in {}", language.name());
            let different: BTreeSet<_> = names.iter().collect();
            assert_eq!(different.len(), names.len(), "{names:?}");
        }
    }
}

#[test]
fn every_operator_has_an_opposite_and_says_what_it_means() {
    for language in Language::ALL {
        let i18n = I18n::new(language, language.words(), Rc::new(Plain));
        let mut meanings = BTreeSet::new();
        for entry in OPERATORS {
            let name = format!("{} in {}", entry.name, language.name());
            assert_ne!(i18n.operator(entry, false), i18n.operator(entry, true), "{name}");
            let meaning = i18n.operator_help(entry).unwrap_or_default();
            assert!(!meaning.is_empty(), "what does {name} mean?");
            assert!(meanings.insert(meaning), "{name} means what another does");
        }
    }
}

#[test]
fn every_list_has_its_words() {
    for on in RecordType::LISTED.map(RecordType::name) {
        for message in ["new", "list-add", "list-empty", "kind", "count"] {
            check(&format!("{message}-{on}"));
        }
    }
}

#[test]
fn the_usual_pipeline_has_names_in_every_language() {
    for language in Language::ALL {
        let usual = I18n::new(language, language.words(), Rc::new(Plain)).usual_pipeline();
        let names = usual.stages.iter().map(|(name, _)| name).chain([&usual.name]);
        assert!(names.into_iter().all(|name| !name.starts_with("usual-")), "{}", language.name());
        assert!(usual.stages.is_sorted_by_key(|(_, percent)| *percent));
    }
}

#[test]
fn the_first_screen_has_the_same_words_in_every_language() {
    let first = |words: &'static str| {
        let names = words.lines().filter_map(|line| line.split_once(" ="));
        let names = names.map(|(name, _)| name).filter(|name| !name.starts_with([' ', '#']));
        names.collect::<BTreeSet<_>>()
    };
    assert!(!english::first().contains('#') && !persian::first().contains('#'));
    assert_eq!(first(english::first()), first(persian::first()));
    assert_eq!(first(english::later()), first(persian::later()));
}
