//! How a list is arranged: in which order, in which groups, with which totals; and keeping that as a view.

mod heads;
mod totals;
mod views;

use leptos::prelude::*;

use self::views::Views;
use super::Listing;
use crate::{
    state::language::use_words,
    ui::components::icon::{Icon, Picture},
};
use rapport::{
    domain::{
        field::{Kind, keys},
        key::Key,
    },
    query::{
        Sort,
        arrange::{Folds, MOST_SORTS},
        total::Total,
    },
    route::possible_columns,
};

pub(in crate::ui) use heads::GroupHeads;
pub(in crate::ui) use totals::TotalsRow;
pub(in crate::ui) use views::{PinnedViews, route_of_view};

#[component]
pub(in crate::ui) fn ArrangePanel(listing: Listing) -> impl IntoView {
    let words = use_words();

    view! {
        <section class="arrange" aria-label=words.text("list-arrange")>
            <Sorts listing />
            <GroupBy listing />
            <Totals listing />
            <Views listing />
        </section>
    }
}

/// A field to choose, as a list of choices.
fn field_select(
    listing: Listing,
    label: String,
    keys: Vec<Key>,
    chosen: Key,
    on_choose: impl Fn(Key) + 'static,
) -> impl IntoView {
    let i18n = use_words().get();
    let entered = move |event| {
        let name = event_target_value(&event);
        if let Some(key) = possible_columns(listing.on).find(|key| key.name() == name) {
            on_choose(key);
        }
    };

    view! {
        <select class="input" aria-label=label on:change=entered>
            {keys.into_iter().map(|key| view! {
                <option value=key.name() selected=key == chosen>{i18n.key(key)}</option>
            }).collect_view()}
        </select>
    }
}

fn remove_button(label: String, on_click: impl Fn() + 'static) -> impl IntoView {
    view! {
        <button
            class="button button--plain button--icon"
            type="button"
            title=label.clone()
            aria-label=label
            on:click=move |_| on_click()
        >
            <Icon picture=Picture::Close />
        </button>
    }
}

/// The fields that the list is in order of, the most important one first.
#[component]
fn Sorts(listing: Listing) -> impl IntoView {
    let words = use_words();
    let sorts = Memo::new(move |_| listing.list.with(|list| list.query.sorts().to_vec()));
    let change = move |change: &dyn Fn(&mut Vec<Sort>)| {
        let mut sorts = sorts.get_untracked();
        change(&mut sorts);
        listing.ask(|list| list.query.sort = sorts, false);
    };
    // Every field is sorted by once.
    let left = move |but: Option<Key>| {
        let taken = sorts.get();
        let is_left = |key: &Key| Some(*key) == but || taken.iter().all(|sort| sort.key != *key);
        possible_columns(listing.on).filter(is_left).collect::<Vec<_>>()
    };
    let clicked_add = move |_| {
        if let Some(key) = left(None).first().copied() {
            change(&|sorts| sorts.push(Sort { key, descending: false }));
        }
    };
    let row = move |nth: usize, sort: Sort| {
        let set = move |set: &dyn Fn(&mut Sort)| {
            change(&|sorts| {
                if let Some(sort) = sorts.get_mut(nth) {
                    set(sort);
                }
            });
        };
        let removed = move || {
            change(&|sorts| {
                sorts.remove(nth);
            });
        };
        let directions = [("arrange-ascending", false), ("arrange-descending", true)];
        let entered = move |event| {
            let descending = event_target_value(&event) == "arrange-descending";
            set(&|sort| sort.descending = descending);
        };
        view! {
            <li class="arrange__pair">
                {field_select(listing, words.text("arrange-sort"), left(Some(sort.key)), sort.key, move |key| set(&|sort| sort.key = key))}
                <select class="input" aria-label=words.text("arrange-direction") on:change=entered>
                    {directions.map(|(name, descending)| view! {
                        <option value=name selected=descending == sort.descending>{words.text(name)}</option>
                    })}
                </select>
                {(nth > 0).then(|| remove_button(words.text("arrange-remove"), removed))}
            </li>
        }
    };

    view! {
        <div class="arrange__part">
            <h2 class="arrange__title">{words.text("arrange-sort")}</h2>
            <ul class="arrange__rows" role="list">
                {move || sorts.get().into_iter().enumerate().map(|(nth, sort)| row(nth, sort)).collect_view()}
            </ul>
            <Show when=move || sorts.with(|sorts| sorts.len() < MOST_SORTS)>
                <button class="button button--plain" type="button" on:click=clicked_add>
                    <Icon picture=Picture::Add />
                    {words.text("arrange-add-sort")}
                </button>
            </Show>
        </div>
    }
}

/// What records stand together by.
#[component]
fn GroupBy(listing: Listing) -> impl IntoView {
    let words = use_words();
    let group = Memo::new(move |_| listing.list.with(|list| list.query.group));
    let possible = possible_columns(listing.on).filter(|key| is_grouped_by(*key));
    let possible: Vec<_> = possible.collect();
    let entered = {
        let possible = possible.clone();
        move |event| {
            let name = event_target_value(&event);
            let key = possible.iter().copied().find(|key| key.name() == name);
            listing.ask(
                |list| {
                    list.query.group = key;
                    list.folded = Folds::default();
                },
                false,
            );
        }
    };
    let fold = move |folds: Folds| listing.ask(|list| list.folded = folds, false);

    view! {
        <div class="arrange__part">
            <h2 class="arrange__title">{words.text("arrange-group")}</h2>
            <select class="input" aria-label=words.text("arrange-group") on:change=entered>
                <option value="" selected=move || group.get().is_none()>{words.text("arrange-no-group")}</option>
                {possible.into_iter().map(|key| view! {
                    <option value=key.name() selected=move || group.get() == Some(key)>{words.get().key(key)}</option>
                }).collect_view()}
            </select>
            <Show when=move || group.get().is_some()>
                <div class="cluster">
                    <button class="button button--plain" type="button" on:click=move |_| fold(Folds::all())>
                        <Icon picture=Picture::Up />
                        {words.text("arrange-fold-all")}
                    </button>
                    <button class="button button--plain" type="button" on:click=move |_| fold(Folds::default())>
                        <Icon picture=Picture::Down />
                        {words.text("arrange-unfold-all")}
                    </button>
                </div>
            </Show>
        </div>
    }
}

/// Whether records can stand together by a field: what hardly two have alike makes no groups.
fn is_grouped_by(key: Key) -> bool {
    key != keys::DISPLAY_NAME
        && key.field().is_some_and(|field| {
            matches!(
                field.kind,
                Kind::Text
                    | Kind::Number
                    | Kind::Percent
                    | Kind::Rating
                    | Kind::Flag
                    | Kind::Day
                    | Kind::Time
                    | Kind::Choice(_)
                    | Kind::Choices(_)
                    | Kind::Relation(_)
                    | Kind::Relations(_)
            )
        })
}

/// What stands below which column.
type Below = (Key, Total);

#[component]
fn Totals(listing: Listing) -> impl IntoView {
    let words = use_words();
    let totals = Memo::new(move |_| listing.list.with(|list| list.totals.clone()));
    let change = move |change: &dyn Fn(&mut Vec<Below>)| {
        let mut totals = totals.get_untracked();
        change(&mut totals);
        listing.ask(|list| list.totals = totals, false);
    };
    let clicked_add = move |_| {
        let columns = listing.columns.get_untracked();
        let taken = totals.get_untracked();
        let is_free = |key: &&Key| taken.iter().all(|(other, _)| other != *key);
        let key = columns.iter().find(|key| is_free(key) && **key != keys::DISPLAY_NAME);
        if let Some(key) = key.or(columns.first()).copied() {
            change(&|totals| totals.push((key, Total::Filled)));
        }
    };
    let row = move |nth: usize, (key, total): Below| {
        let set = move |set: &dyn Fn(&mut Below)| {
            change(&|totals| {
                if let Some(total) = totals.get_mut(nth) {
                    set(total);
                }
            });
        };
        let possible = Total::ALL
            .iter()
            .copied()
            .filter(move |total| key.field().is_some_and(|field| total.is_of(field)));
        let entered = move |event| {
            if let Some(total) = Total::parse(&event_target_value(&event)) {
                set(&|held| held.1 = total);
            }
        };
        let removed = move || {
            change(&|totals| {
                totals.remove(nth);
            });
        };
        // Another field may not have this total.
        let choose = move |key: Key| set(&|held| *held = (key, Total::Filled));
        view! {
            <li class="arrange__pair">
                {field_select(listing, words.text("list-field"), listing.columns.get(), key, choose)}
                <select class="input" aria-label=words.text("arrange-total") on:change=entered>
                    {possible.map(|it| view! {
                        <option value=it.name() selected=it == total>{words.text(totals::message(key, it))}</option>
                    }).collect_view()}
                </select>
                {remove_button(words.text("arrange-remove"), removed)}
            </li>
        }
    };

    view! {
        <div class="arrange__part">
            <h2 class="arrange__title">{words.text("arrange-totals")}</h2>
            <ul class="arrange__rows" role="list">
                {move || totals.get().into_iter().enumerate().map(|(nth, total)| row(nth, total)).collect_view()}
            </ul>
            <button class="button button--plain" type="button" on:click=clicked_add>
                <Icon picture=Picture::Add />
                {words.text("arrange-add-total")}
            </button>
        </div>
    }
}
