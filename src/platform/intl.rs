//! Numbers, dates and the order of text, from the browser's `Intl` (ECMA-402).

use std::{
    cell::{OnceCell, RefCell},
    cmp::Ordering,
    collections::BTreeMap,
    rc::Rc,
};

use chrono::NaiveDate;
use js_sys::{Array, Date, Function, Intl, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::{
    domain::{
        calendar::Calendar,
        value::{day::Day, money::Currency, number::Number, time::Time},
    },
    i18n::{Formats, Language},
    query::sort::Collation,
};

/// Options of a format, as `Intl` names them.
type Options = &'static [(&'static str, &'static str)];

const NUMBER: Options = &[("maximumFractionDigits", "4")];
const DATE: Options = &[("dateStyle", "medium")];
const MOMENT: Options = &[("dateStyle", "medium"), ("timeStyle", "short")];
const CLOCK: Options = &[("timeStyle", "short")];

/// The formats of a language. Those of the person's region where it is the same language.
///
/// Making the first three took 100 ms of a start in Chromium, so each is made when it is first needed, and kept.
pub struct IntlFormats {
    locale: JsString,
    // By their options, one behind the other.
    made: RefCell<BTreeMap<String, Function>>,
    countries: OnceCell<Intl::DisplayNames>,
    relative: OnceCell<Intl::RelativeTimeFormat>,
}

impl IntlFormats {
    fn new(language: Language) -> Self {
        let (made, countries) = (RefCell::default(), OnceCell::new());
        Self { locale: locale(language), made, countries, relative: OnceCell::new() }
    }

    pub fn shared(language: Language) -> Rc<dyn Formats> {
        Rc::new(Self::new(language))
    }

    fn number_as(&self, options: &[(&str, &str)], value: &JsValue) -> String {
        let make =
            |locale: &Array, options: &Object| Intl::NumberFormat::new(locale, options).format();
        self.written(options, make, value)
    }

    fn date_as(&self, options: &[(&str, &str)], value: &JsValue) -> String {
        let make =
            |locale: &Array, options: &Object| Intl::DateTimeFormat::new(locale, options).format();
        self.written(options, make, value)
    }

    fn written(
        &self,
        options: &[(&str, &str)],
        make: fn(&Array, &Object) -> Function,
        value: &JsValue,
    ) -> String {
        let mut formats = self.made.borrow_mut();
        let format = formats
            .entry(options.iter().flat_map(|(name, value)| [*name, *value]).collect())
            .or_insert_with(|| make(&list(&self.locale), &object(options)));
        call(format, value)
    }
}

/// The days of a calendar as one reads them, in the language of the interface.
pub struct DayNames(IntlFormats);

impl DayNames {
    pub fn new(language: Language) -> Self {
        Self(IntlFormats::new(language))
    }

    /// The calendar that the language counts by, as far as it is known here.
    pub fn calendar(&self) -> Calendar {
        let format = Intl::DateTimeFormat::new(&list(&self.0.locale), &Object::new());
        let calendar = Reflect::get(&format.resolved_options(), &"calendar".into());
        match calendar.ok().and_then(|name| name.as_string()).as_deref() {
            Some("persian") => Calendar::Persian,
            _ => Calendar::Gregorian,
        }
    }

    /// "March 2026", in the month of whichever calendar.
    pub fn month(&self, day: NaiveDate) -> String {
        self.written(day, &[("year", "numeric"), ("month", "long"), ("timeZone", "UTC")])
    }

    /// "Monday, 9 March".
    pub fn day(&self, day: NaiveDate) -> String {
        let parts =
            [("weekday", "long"), ("month", "long"), ("day", "numeric"), ("timeZone", "UTC")];
        self.written(day, &parts)
    }

    /// "Mon".
    pub fn weekday(&self, day: NaiveDate) -> String {
        self.written(day, &[("weekday", "short"), ("timeZone", "UTC")])
    }

    /// As short as it gets, for where there is hardly any room.
    pub fn letter_of_weekday(&self, day: NaiveDate) -> String {
        self.written(day, &[("weekday", "narrow"), ("timeZone", "UTC")])
    }

    #[expect(clippy::cast_precision_loss, reason = "milliseconds of a year of four digits")]
    fn written(&self, day: NaiveDate, parts: &[(&str, &str)]) -> String {
        let Some(noon) = day.and_hms_opt(12, 0, 0) else { return String::new() };
        let millis = noon.and_utc().timestamp_millis() as f64;
        self.0.date_as(parts, &millis.into())
    }
}

impl Formats for IntlFormats {
    fn number(&self, number: Number) -> String {
        self.number_as(NUMBER, &JsValue::from_str(&number.to_string()))
    }

    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
    fn plural(&self, count: usize) -> String {
        let rules = Intl::PluralRules::new(&list(&self.locale), &Object::new());
        rules.select(count as f64).into()
    }

    fn money(&self, amount: Number, currency: Currency) -> String {
        let options = [("style", "currency"), ("currency", currency.code())];
        self.number_as(&options, &JsValue::from_str(&amount.to_string()))
    }

    fn percent(&self, number: Number) -> String {
        let options = [("style", "unit"), ("unit", "percent"), ("maximumFractionDigits", "4")];
        self.number_as(&options, &JsValue::from_str(&number.to_string()))
    }

    #[expect(clippy::cast_precision_loss, reason = "milliseconds of a year of four digits")]
    fn day(&self, day: Day) -> String {
        let mut parts = vec![("timeZone", "UTC")];
        parts.extend(day.year().map(|_| ("year", "numeric")));
        parts.extend(day.month().map(|_| ("month", "long")));
        parts.extend(day.day().map(|_| ("day", "numeric")));
        // A leap year where the year is unknown, and the middle of what is partly known, so that the
        // month or year is the nearest one in calendars with other months.
        let (month, date) = (day.month().unwrap_or(7), day.day().unwrap_or(15));
        let date =
            NaiveDate::from_ymd_opt(day.year().unwrap_or(2000).into(), month.into(), date.into());
        let Some(moment) = date.and_then(|date| date.and_hms_opt(12, 0, 0)) else {
            return day.to_string();
        };
        let millis = moment.and_utc().timestamp_millis() as f64;
        self.date_as(&parts, &millis.into())
    }

    fn date(&self, time: Time) -> String {
        self.date_as(DATE, &date(time))
    }

    fn moment(&self, time: Time) -> String {
        self.date_as(MOMENT, &date(time))
    }

    fn clock(&self, time: Time) -> String {
        self.date_as(CLOCK, &date(time))
    }

    fn country(&self, code: &str) -> String {
        let names = self.countries.get_or_init(|| {
            Intl::DisplayNames::new(&list(&self.locale), &object(&[("type", "region")]))
        });
        names.of(code).map_or_else(|| code.to_owned(), String::from)
    }

    #[expect(clippy::cast_precision_loss, reason = "days of a few thousand years")]
    fn relative(&self, days: i64) -> String {
        let make =
            || Intl::RelativeTimeFormat::new(&list(&self.locale), &object(&[("numeric", "auto")]));
        self.relative.get_or_init(make).format(days as f64, "day").into()
    }

    fn hour(&self, hours: u8, minutes: u8) -> String {
        let millis = (u32::from(hours) * 60 + u32::from(minutes)) * 60_000;
        self.date_as(&[("timeStyle", "short"), ("timeZone", "UTC")], &millis.into())
    }

    #[expect(clippy::cast_precision_loss, reason = "shown with three digits")]
    fn bytes(&self, bytes: u64) -> String {
        let units = [("gigabyte", 1e9), ("megabyte", 1e6), ("kilobyte", 1e3), ("byte", 1.0)];
        let bytes = bytes as f64;
        let (unit, size) =
            units.into_iter().find(|(_, size)| bytes >= *size).unwrap_or(("byte", 1.0));
        let options = [
            ("style", "unit"),
            ("unit", unit),
            ("unitDisplay", "short"),
            ("maximumSignificantDigits", "3"),
        ];
        self.number_as(&options, &(bytes / size).into())
    }
}

/// Decomposes text as `String.prototype.normalize` does, and puts it in lower case as `toLowerCase` does.
pub fn simplify(text: &str) -> String {
    JsString::from(text).normalize("NFKD").to_lower_case().into()
}

/// The order of text in a language.
pub struct IntlCollation {
    compare: Function,
}

impl IntlCollation {
    pub fn new(language: Language) -> Self {
        let collator = Intl::Collator::new(&list(&locale(language)), &Object::new());
        Self { compare: collator.compare() }
    }
}

impl Collation for IntlCollation {
    fn sort(&self, texts: Vec<String>) -> Vec<String> {
        if texts.len() < 2 {
            return texts;
        }
        // One crossing with all texts costs far less than one with each.
        let array = JsString::from(texts.join("\n")).split("\n");
        let sorted = Reflect::get(&array, &"sort".into())
            .and_then(|sort| sort.unchecked_into::<Function>().call1(&array, &self.compare));
        match sorted {
            Ok(sorted) => {
                let sorted = String::from(sorted.unchecked_into::<Array>().join("\n"));
                sorted.split('\n').map(str::to_owned).collect()
            }
            // Texts stay nearly in order.
            Err(_) => texts,
        }
    }

    fn compare(&self, a: &str, b: &str) -> Ordering {
        let order = self.compare.call2(&JsValue::UNDEFINED, &a.into(), &b.into());
        let order = order.ok().and_then(|order| order.as_f64()).unwrap_or_default();
        order.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
    }
}

fn locale(language: Language) -> JsString {
    let tags = super::dom::languages();
    let regional = tags.into_iter().find(|tag| Language::of_tag(tag) == Some(language));
    regional.unwrap_or_else(|| language.tag().to_owned()).into()
}

fn list(locale: &JsString) -> Array {
    Array::of1(locale)
}

fn object(pairs: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in pairs {
        // Setting a member of a fresh object does not fail.
        let _ = Reflect::set(&object, &(*name).into(), &(*value).into());
    }
    object
}

#[expect(clippy::cast_precision_loss, reason = "moments stay within the years that dates have")]
fn date(time: Time) -> JsValue {
    Date::new(&(time.millis() as f64).into()).into()
}

fn call(format: &Function, value: &JsValue) -> String {
    format
        .call1(&JsValue::UNDEFINED, value)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}
