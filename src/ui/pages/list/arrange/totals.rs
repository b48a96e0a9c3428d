//! What stands below the columns: counts and sums over all that is found.

use leptos::prelude::*;

use super::super::{Listing, REST};
use crate::state::language::use_words;
use rapport::{
    domain::{book::Book, field::Kind, id::RecordType, key::Key, value::Value},
    i18n::I18n,
    platform::clock::Timer,
    query::{
        operator::Class,
        total::{self, Total},
    },
};

#[component]
pub(in crate::ui) fn TotalsRow(listing: Listing) -> impl IntoView {
    let words = use_words();
    let Listing { on, workspace, columns, .. } = listing;
    let wanted = Memo::new(move |_| listing.list.with(|list| list.totals.clone()));
    let texts = RwSignal::new(Vec::new());
    let timer = StoredValue::new_local(None::<Timer>);
    let count = move || {
        let i18n = words.get();
        let text = |(key, how): &(Key, Total)| {
            workspace.peek(|book| {
                let slots = listing.slots.read_untracked();
                let found = total::total(book, on, &slots, *key, *how);
                i18n.list(found.iter().map(|value| shown(&i18n, book, *key, *how, value)))
            })
        };
        texts.set(wanted.get_untracked().iter().map(|it| (*it, text(it))).collect());
    };
    // Synchronizes with time, which is outside the reactive system: whoever types is answered first.
    Effect::new(move || {
        for on in RecordType::ALL {
            workspace.track(on);
        }
        listing.slots.track();
        wanted.track();
        words.get();
        timer.set_value(Some(Timer::new(REST, count)));
    });
    let below = move |key: Key| {
        let i18n = words.get();
        let of_column = texts.get().into_iter().filter(move |((other, _), _)| *other == key);
        let lines = of_column.map(|((_, how), text): ((Key, Total), String)| {
            view! {
                <span class="grid__total">
                    <span class="grid__how">{i18n.text(message(key, how))}</span>
                    <span class="numbers">{text}</span>
                </span>
            }
        });
        lines.collect_view()
    };

    view! {
        <div class="grid__foot" role="row">
            <div class="grid__cell" role="gridcell"></div>
            <For each=move || columns.get() key=|key| *key let:key>
                <div class="grid__cell" role="gridcell" data-numbers=is_number(key).then_some("")>{move || below(key)}</div>
            </For>
            <div class="grid__cell" role="gridcell"></div>
        </div>
    }
}

fn shown(i18n: &I18n, book: &Book, key: Key, how: Total, value: &Value) -> String {
    let is_rating = book.field(key).is_some_and(|field| field.kind == Kind::Rating);
    match value {
        // Neither a count nor a part of a star is of the field's kind.
        Value::Number(number) if is_rating || matches!(how, Total::Filled | Total::Empty) => {
            i18n.formats.number(*number)
        }
        // As the cells above it.
        Value::Time(time) if key.is_built_in() => i18n.formats.date(*time),
        value => i18n.value(book, key, value),
    }
}

/// What a total is called: the least of days is the earliest.
pub(super) fn message(key: Key, how: Total) -> &'static str {
    let is_date = key.field().is_some_and(|field| Class::of(field.kind) == Class::Date);
    match how {
        Total::Filled => "total-filled",
        Total::Empty => "total-empty",
        Total::Sum => "total-sum",
        Total::Average => "total-average",
        Total::Least if is_date => "total-earliest",
        Total::Least => "total-least",
        Total::Greatest if is_date => "total-latest",
        Total::Greatest => "total-greatest",
    }
}

fn is_number(key: Key) -> bool {
    key.field().is_some_and(|field| Class::of(field.kind) == Class::Number)
}
