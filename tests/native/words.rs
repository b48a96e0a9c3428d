//! Every language has words for all that the catalogue lists.

use std::rc::Rc;

use rapport::{
    domain::{
        field::{CATALOGUE, DataKind, Kind, check::COLOURS},
        value::{day::Day, labelled::LABELS, number::Number, time::Time},
    },
    i18n::{Formats, I18n, Language},
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
