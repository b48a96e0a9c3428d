//! The formats and the order of text that the app takes from the browser.

use rapport::{
    domain::value::{day::Day, number::Number},
    i18n::Language,
    platform::intl::{IntlCollation, IntlFormats},
    query::sort::Collation,
};
use std::cmp::Ordering;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn numbers_and_days_in_persian() {
    let formats = IntlFormats::shared(Language::Persian);
    assert_eq!(formats.number(Number::parse("1234.5").unwrap()), "۱٬۲۳۴٫۵");
    let day = formats.day(Day::parse("1987-03-09").unwrap());
    assert!(day.contains("۱۳۶۵") && day.contains("اسفند"), "{day}");
    let partial = formats.day(Day::parse("--03-21").unwrap());
    assert!(partial.contains("فروردین") && !partial.contains("۱۳"), "{partial}");
}

#[wasm_bindgen_test]
fn countries() {
    let country = |language, code| IntlFormats::shared(language).country(code);
    assert_eq!(country(Language::English, "GB"), "United Kingdom");
    assert_eq!(country(Language::Persian, "DE"), "آلمان");
    assert_eq!(country(Language::English, "ZZ"), "Unknown Region");
}

#[wasm_bindgen_test]
fn plurals() {
    let plural = |language, count| IntlFormats::shared(language).plural(count);
    assert_eq!(plural(Language::English, 1), "one");
    assert_eq!(plural(Language::English, 0), "other");
    // In Persian, none is one of them.
    assert_eq!(plural(Language::Persian, 0), "one");
}

#[wasm_bindgen_test]
fn partial_days_in_english() {
    let formats = IntlFormats::shared(Language::English);
    let day = |text| formats.day(Day::parse(text).unwrap());
    assert!(day("--11-30").contains("November") && day("--11-30").contains("30"));
    assert_eq!(day("1987"), "1987");
    assert!(day("1987-03").contains("March"));
}

#[wasm_bindgen_test]
fn text_is_put_in_the_order_of_the_language() {
    let sort = |language, texts: &[&str]| {
        IntlCollation::new(language).sort(texts.iter().map(|text| (*text).to_owned()).collect())
    };
    assert_eq!(
        sort(Language::English, &["Zoe", "Ólafur", "anna", "Oskar", "Anna"]),
        ["anna", "Anna", "Ólafur", "Oskar", "Zoe"]
    );
    // In Persian, پ comes after ب, though its code point is higher than that of ی.
    assert_eq!(sort(Language::Persian, &["یاسمن", "پریا", "بهار"]), ["بهار", "پریا", "یاسمن"]);
    assert_eq!(sort(Language::English, &[]), Vec::<String>::new());
    let collation = IntlCollation::new(Language::English);
    assert_eq!(collation.compare("a", "B"), Ordering::Less);
}
