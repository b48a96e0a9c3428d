//! Where phone numbers are from that do not say it.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::state::language::{Words, use_words};
use rapport::{
    i18n::Language,
    platform::intl::{IntlCollation, IntlFormats},
    query::sort::Collation,
    transfer::incoming::{self, Country, Named},
};

#[component]
pub(super) fn PhonesFrom(
    is: Signal<Option<Country>>,
    chose: Callback<Option<Country>>,
) -> impl IntoView {
    let words = use_words();
    let countries = move || {
        let i18n = words.get();
        let name = |country: Country| (i18n.formats.country(country.code), country);
        let countries: BTreeMap<_, _> = Country::all().map(name).collect();
        let names = countries.keys().cloned().collect();
        let names = IntlCollation::new(i18n.language).sort(names).into_iter();
        names.filter_map(|name| Some((countries.get(&name)?.to_owned(), name))).collect::<Vec<_>>()
    };

    view! {
        <label class="stack">
            <span class="subtle">{words.text("import-phones")}</span>
            <select
                class="input"
                id="import-phones"
                on:change=move |event| chose.run(Country::of(&event_target_value(&event)))
            >
                <option value="" prop:selected=move || is.get().is_none()>{words.text("import-phones-none")}</option>
                {countries().into_iter().map(|(country, name)| view! {
                    <option value=country.code prop:selected=move || is.get() == Some(country)>
                        {format!("{name} (+{})", country.calling)}
                    </option>
                }).collect_view()}
            </select>
        </label>
    }
}

/// Countries by what they are called here and in English.
pub(super) fn named(words: Words) -> Named {
    let here = words.get().formats.clone();
    let english = IntlFormats::shared(Language::English);
    incoming::named(&[&|code| here.country(code), &|code| english.country(code)])
}
