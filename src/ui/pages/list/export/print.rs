//! On paper: the list as a table, or a label with the address of each.

use std::sync::Arc;

use leptos::prelude::*;

use super::Listing;
use crate::{
    state::language::{Words, use_words},
    ui::paper,
};
use rapport::{
    domain::{
        book::Book,
        field::{self, derived, keys},
        record::Record,
        table::Slot,
        value::Value,
    },
    i18n::I18n,
    transfer::{
        csv::Outgoing,
        mask::{Mask, blur},
    },
};

/// How many records are printed at most: a browser lays out all pages at once.
const MOST: usize = 2_000;

/// Prints the list with its title and these columns.
pub(super) fn list(listing: Listing, words: Words, slots: &[Slot], columns: &[Outgoing]) {
    let i18n = words.get();
    let title = listing.title(words);
    let count = i18n.count(listing.on, slots.len());
    let heads: Vec<String> = columns.iter().map(|column| i18n.key(column.key)).collect();
    let rows: Vec<Vec<String>> = listing.workspace.peek(|book| {
        let records = slots.iter().filter_map(|slot| book.table(listing.on).at(*slot)).take(MOST);
        let row =
            |record| columns.iter().map(|it| text(&i18n, book, record, *it)).collect::<Vec<_>>();
        records.map(row).collect()
    });
    paper::put(move || {
        view! {
            <section class="paper">
                <h1>{title}</h1>
                <p>{count}</p>
                <table class="paper__table">
                    <thead>
                        <tr>{heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr>
                    </thead>
                    <tbody>
                        {rows.into_iter().map(|row| view! {
                            <tr>{row.into_iter().map(|cell| view! { <td dir="auto">{cell}</td> }).collect_view()}</tr>
                        }).collect_view()}
                    </tbody>
                </table>
            </section>
        }
        .into_any()
    });
}

/// Prints name and first postal address of each record that has one.
pub(super) fn labels(listing: Listing, words: Words, slots: &[Slot]) {
    let labels: Vec<(String, Vec<String>)> = listing.workspace.peek(|book| {
        let records = slots.iter().filter_map(|slot| book.table(listing.on).at(*slot));
        let label = |record: &Record| {
            let address = record.addresses(keys::ADDRESSES).first()?;
            let lines = address.lines().flat_map(str::lines).map(str::to_owned).collect();
            Some((derived::name_of(record).unwrap_or_default(), lines))
        };
        records.filter_map(label).take(MOST).collect()
    });
    let title = listing.title(words);
    paper::put(move || {
        view! {
            <section class="paper paper--labels" aria-label=title>
                {labels.into_iter().map(|(name, lines)| view! {
                    <div class="paper__label" dir="auto">
                        <p>{name}</p>
                        {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
                    </div>
                }).collect_view()}
            </section>
        }
        .into_any()
    });
}

/// A value as it is printed.
fn text(i18n: &I18n, book: &Book, record: &Record, column: Outgoing) -> String {
    let Outgoing { key, mask } = column;
    let (Some(field), Some(value)) = (book.field(key), field::read(book, record, key)) else {
        return String::new();
    };
    if mask == Mask::Open {
        return i18n.value(book, key, &value);
    }
    match &*value {
        Value::Day(day) => blur(field.kind, &day.to_string()),
        Value::Time(time) => blur(field.kind, &time.on_clock(0)),
        value => {
            let lines = i18n.lines(book, key, value).into_iter();
            i18n.list(lines.map(|line| blur(field.kind, &line.text)))
        }
    }
}

/// Says so where not all can be printed.
#[component]
pub(super) fn ListLead(count: Signal<usize>) -> impl IntoView {
    let words = use_words();

    view! {
        <Show when=move || { count.get() > MOST }>
            <p class="subtle">{move || words.get().with("export-print-most", &[("count", MOST.into())])}</p>
        </Show>
    }
}

/// How many have no address, and so no label.
#[component]
pub(super) fn LabelsLead(listing: Listing, slots: Signal<Arc<Vec<Slot>>>) -> impl IntoView {
    let words = use_words();
    let on = listing.on;
    let counts = Memo::new(move |_| {
        let slots = slots.get();
        let has_one = |book: &Book, slot: &Slot| {
            let record = book.table(on).at(*slot);
            record.is_some_and(|record| !record.addresses(keys::ADDRESSES).is_empty())
        };
        let with = listing
            .workspace
            .read(&[on], |book| slots.iter().filter(|slot| has_one(book, slot)).count());
        (with, slots.len() - with)
    });
    let without = move || {
        let i18n = words.get();
        let without = counts.get().1;
        let what = i18n.count(on, without);
        (without > 0).then(|| i18n.with("export-labels-without", &[("what", (&what).into())]))
    };

    view! {
        <p>{words.text("export-labels-lead")}" "{without}</p>
        <ListLead count=Signal::derive(move || counts.get().0) />
    }
}
