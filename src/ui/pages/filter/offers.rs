//! What is offered while one writes a filter.

use rapport::{
    domain::{
        book::Book,
        field::{self, Field, Kind},
        fold::fold,
        id::RecordType,
        key::Key,
    },
    i18n::{I18n, Spoken},
    query::{
        filter::{Nearby, Period, Subject, Unit, When},
        offer::{self, Counted},
        operator::{self, Class, Operator, operators_of},
        relation::relations_of,
        text::{Completion, Lexicon, Wanted},
    },
    storage::journal::Header,
};

/// What can take the place of the word that is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Offer {
    pub text: String,
    /// What it means, in words.
    pub note: String,
    /// How many records have it.
    pub count: Option<usize>,
}

const MOST: usize = 8;

/// The values of a field, those that most records have first.
pub(super) fn values(book: &Book, on: RecordType, key: Key) -> Vec<Counted> {
    offer::values(book, on, key)
}

/// What suits what is typed, the nearest first. Imports are known where one is wanted.
pub(super) fn offers(lexicon: &Spoken, completion: &Completion, imports: &[Header]) -> Vec<Offer> {
    let Spoken { i18n, book } = lexicon;
    let on = completion.on;
    let all = match completion.wanted {
        Wanted::Start => start(lexicon, on),
        Wanted::Field => fields(lexicon, on, |_| String::new()),
        Wanted::Operator(key) => operators(i18n, key),
        Wanted::Value(key) if completion.typed.starts_with('@') => others(lexicon, on, key),
        Wanted::Value(key) => values_of(i18n, book, on, key),
        Wanted::Segment => offer_names(book, RecordType::Segment),
        Wanted::Import => imports.iter().map(|it| import(i18n, it)).collect(),
    };
    let typed = fold(&completion.typed);
    let begins = |text: &str| fold(text).split([' ', '-']).any(|word| word.starts_with(&typed));
    let holds = |text: &str| fold(text).contains(&typed);
    let mut near: Vec<_> = all
        .into_iter()
        .filter(|offer| holds(&offer.text) || holds(&offer.note))
        .map(|offer| {
            let whole = fold(&offer.text).trim_start_matches('"').starts_with(&typed);
            let rank = if whole {
                0
            } else if begins(&offer.text) || begins(&offer.note) {
                1
            } else {
                2
            };
            (rank, offer)
        })
        .collect();
    near.sort_by_key(|(rank, _)| *rank);
    near.truncate(MOST);
    near.into_iter().map(|(_, offer)| offer).collect()
}

fn start(lexicon: &Spoken, on: RecordType) -> Vec<Offer> {
    let after = |key: Key| match key.field().map(|field| Class::of(field.kind)) {
        Some(Class::Number | Class::Date) => " ".to_owned(),
        _ => ":".to_owned(),
    };
    let mut offers = fields(lexicon, on, after);
    offers.extend(relations_of(on).into_iter().map(|(name, relation)| Offer {
        text: format!("{name}("),
        note: lexicon.i18n.subject(Subject::Related(relation)),
        count: None,
    }));
    let others = [
        ("has:", lexicon.i18n.operator(Operator::Filled.entry(), false)),
        ("segment:", lexicon.i18n.subject(Subject::Segment)),
        ("import:", lexicon.i18n.subject(Subject::Import)),
    ];
    offers.extend(others.map(|(text, note)| Offer { text: text.to_owned(), note, count: None }));
    offers
}

fn fields(lexicon: &Spoken, on: RecordType, after: impl Fn(Key) -> String) -> Vec<Offer> {
    field::fields_of(on)
        .filter(|field| operator::is_asked(field))
        .map(|field| {
            let key = field.key();
            let text = format!("{}{}", lexicon.word(on, key), after(key));
            Offer { text, note: lexicon.i18n.field(field), count: None }
        })
        .collect()
}

/// The fields whose value may stand where that of a field does.
fn others(lexicon: &Spoken, on: RecordType, key: Key) -> Vec<Offer> {
    let class = key.field().map(|field| Class::of(field.kind));
    let possible: Vec<_> =
        class.into_iter().flat_map(operators_of).map(|entry| entry.operator).collect();
    let is_other = |field: &&'static Field| {
        let other = field.key();
        other != key && possible.iter().any(|it| operator::is_comparable(*it, key, other))
    };
    field::fields_of(on)
        .filter(is_other)
        .map(|field| Offer {
            text: format!("@{}", lexicon.word(on, field.key())),
            note: lexicon.i18n.field(field),
            count: None,
        })
        .collect()
}

fn operators(i18n: &I18n, key: Key) -> Vec<Offer> {
    let class = key.field().map(|field| Class::of(field.kind));
    let mut offers = Vec::<Offer>::new();
    for entry in class.into_iter().flat_map(operators_of) {
        if entry.operator == Operator::Filled || offers.iter().any(|it| it.text == entry.sign) {
            continue;
        }
        let note = i18n.operator(entry, false);
        offers.push(Offer { text: entry.sign.to_owned(), note, count: None });
    }
    offers
}

fn values_of(i18n: &I18n, book: &Book, on: RecordType, key: Key) -> Vec<Offer> {
    let Some(field) = key.field() else { return Vec::new() };
    let plain = |text: &str, note: String| Offer { text: text.to_owned(), note, count: None };
    match field.kind {
        Kind::Choice(words) | Kind::Choices(words) => {
            let counted = values(book, on, key);
            let count =
                |word: &str| counted.iter().find(|it| it.text == word).map_or(0, |it| it.count);
            words
                .iter()
                .map(|word| Offer {
                    count: Some(count(word)),
                    ..plain(word, i18n.choice(field, word))
                })
                .collect()
        }
        Kind::Flag => ["yes", "no"].map(|it| plain(it, i18n.text(&format!("value-{it}")))).into(),
        Kind::Day | Kind::Time => {
            let periods = Nearby::ALL
                .into_iter()
                .flat_map(|which| Unit::ALL.map(|unit| Period { which, unit, is_fiscal: false }));
            let named = periods
                .map(When::Period)
                .map(|when| plain(&rapport::query::text::print_when(when), i18n.when(when)));
            named.collect()
        }
        Kind::Number => Vec::new(),
        _ => values(book, on, key)
            .into_iter()
            .map(|it| Offer {
                text: rapport::query::text::quote(&it.text),
                note: String::new(),
                count: Some(it.count),
            })
            .collect(),
    }
}

fn import(i18n: &I18n, header: &Header) -> Offer {
    let note = i18n.import(&header.label, header.at);
    Offer { text: header.position.to_string(), note, count: None }
}

fn offer_names(book: &Book, on: RecordType) -> Vec<Offer> {
    let records = book.table(on).iter();
    let names = records.filter_map(|(_, record)| record.text(field::keys::NAME));
    names
        .map(|name| Offer {
            text: rapport::query::text::quote(name),
            note: String::new(),
            count: None,
        })
        .collect()
}
