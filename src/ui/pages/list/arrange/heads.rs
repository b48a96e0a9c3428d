//! The heads of groups: what the records below have in common, how many they are, and a fold.

use std::ops::Range;

use leptos::prelude::*;

use super::super::{Listing, ROW};
use crate::{
    state::language::use_words,
    ui::components::icon::{Icon, Picture},
};
use rapport::{
    domain::{
        book::Book,
        field::{self, Kind},
        id::RecordType,
        key::Key,
        record::Record,
        value::{Value, day::Day},
    },
    i18n::I18n,
    platform::clock,
    query::arrange::{Group, Line},
};

/// Those among the lines that are near what is seen.
#[component]
pub(in crate::ui) fn GroupHeads(listing: Listing, near: Memo<Range<usize>>) -> impl IntoView {
    let heads = move || {
        listing.lines.with(|lines| {
            let head = |line| match lines.at(line) {
                Some(Line::Head(nth)) => Some((nth, line)),
                _ => None,
            };
            near.get().filter_map(head).collect::<Vec<_>>()
        })
    };

    view! {
        <For each=heads key=|head| *head let((nth, line))>
            <Head listing nth line />
        </For>
    }
}

#[component]
fn Head(listing: Listing, nth: usize, line: usize) -> impl IntoView {
    let words = use_words();
    let Listing { on, workspace, lines, folded, selected, .. } = listing;
    let group = Memo::new(move |_| lines.with(|lines| lines.group(nth)));
    let label = Memo::new(move |_| {
        let key = listing.list.with(|list| list.query.group)?;
        let slot = listing.slots.with(|slots| slots.get(group.get()?.start).copied())?;
        let i18n = words.get();
        workspace
            .read(&RecordType::ALL, |book| Some(label(&i18n, book, book.table(on).at(slot)?, key)))
    });
    let count = move || group.get().map(|group| words.get().number(group.len));
    let is_folded = Memo::new(move |_| {
        group.get().is_some_and(|group| folded.with(|folded| folded.has(group.mark)))
    });
    let clicked = move |_| {
        let Some(Group { mark, .. }) = group.get_untracked() else { return };
        listing.ask(|list| list.folded.toggle(mark), false);
    };
    let members = move || {
        let Some(Group { start, len, .. }) = group.get() else { return Vec::new() };
        listing.slots.with(|slots| slots.iter().skip(start).take(len).copied().collect())
    };
    let is_selected = Memo::new(move |_| {
        selected.with(|selected| {
            !selected.is_empty() && members().iter().all(|slot| selected.contains(slot))
        })
    });
    let toggled = move |_| {
        let members = untrack(members);
        let is_selected = is_selected.get_untracked();
        selected.update(|selected| {
            for slot in members {
                if is_selected {
                    selected.remove(&slot);
                } else {
                    selected.insert(slot);
                }
            }
        });
    };
    let select = move || {
        let name = label.get().unwrap_or_default();
        words.get().with("list-select", &[("name", (&name).into())])
    };

    view! {
        <div class="grid__row grid__row--head" role="row" style:transform=format!("translateY({}px)", line * ROW)>
            <div class="grid__cell" role="gridcell">
                <label class="grid__check">
                    <input type="checkbox" aria-label=select prop:checked=is_selected on:change=toggled />
                </label>
            </div>
            <div class="grid__cell grid__group" role="gridcell">
                <button
                    class="grid__fold"
                    type="button"
                    aria-expanded=move || (!is_folded.get()).to_string()
                    on:click=clicked
                >
                    <Icon picture=Picture::Down />
                    <span class="grid__label" dir="auto">{label}</span>
                    <span class="grid__count">{count}</span>
                </button>
            </div>
        </div>
    }
}

/// What the records of a group have in common, by one of them.
fn label(i18n: &I18n, book: &Book, record: &Record, key: Key) -> String {
    let Some(value) = field::read(book, record, key) else { return i18n.text("group-none") };
    let month = |day: Day| match Day::new(day.year(), day.month(), None) {
        Some(month) => i18n.formats.day(month),
        // Months of every year go by the name that filters have for them.
        None => i18n.text(&format!("month-{}", day.month().unwrap_or(1))),
    };
    match &*value {
        Value::Day(day) => month(*day),
        Value::Time(time) => {
            let day = clock::on_clock(*time);
            day.get(..10).and_then(Day::parse).map_or(day, month)
        }
        // They are in order of their first ones.
        Value::Links(ids) => {
            let first = ids.first().and_then(|id| Value::links(vec![*id]));
            first.map(|first| i18n.value(book, key, &first)).unwrap_or_default()
        }
        Value::Words(words) => match book.field(key) {
            Some(field) if let Kind::Choices(list) = field.kind => {
                let first = list.iter().find(|word| words.iter().any(|held| **held == ***word));
                first.map(|first| i18n.choice(field, first)).unwrap_or_default()
            }
            _ => i18n.value(book, key, &value),
        },
        value => i18n.value(book, key, value),
    }
}
