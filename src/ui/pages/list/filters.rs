//! The filters of a list: what can be chosen, and what is chosen.

use leptos::prelude::*;

use super::Listing;
use crate::{
    state::language::use_words,
    ui::{
        components::{
            icon::{Icon, Picture},
            menu::Menu,
            tag_chip::TagChip,
        },
        later,
    },
};
use rapport::{
    domain::{
        edit::tags,
        field::{self, Kind, derived, keys},
        id::{Id, RecordType},
        key::Key,
    },
    i18n::I18n,
    query::{
        Query,
        condition::{Condition, Test},
    },
};

/// Fields that a list asks to be there or not.
const PRESENCE: [Key; 2] = [keys::EMAILS, keys::PHONES];

#[component]
pub(super) fn Filters(listing: Listing) -> impl IntoView {
    let words = use_words();
    let note = Signal::derive(move || {
        let count = listing.list.with(|list| list.query.conditions.len());
        if count == 0 { String::new() } else { words.get().number(count) }
    });

    view! {
        <Menu picture=Picture::Filter label=words.text("list-filter") note>
            {later::filter_choices(listing)}
        </Menu>
    }
}

#[component]
pub(in crate::ui) fn FilterChoices(listing: Listing) -> impl IntoView {
    view! {
        <Choices listing key=keys::LIFECYCLE />
        <Choices listing key=keys::LEAD_STATUS />
        {PRESENCE.map(|key| is_in_use(listing, key).then(|| view! { <Presence listing key /> }))}
        <Tags listing />
        {(listing.on == RecordType::Person).then(|| view! { <Organization listing /> })}
        {field::fields_of(listing.on).filter(|field| field.own.is_some()).map(|field| {
            let key = field.key();
            match field.kind {
                Kind::Choice(_) | Kind::Choices(_) => view! { <Choices listing key /> }.into_any(),
                _ => view! { <Presence listing key /> }.into_any(),
            }
        }).collect_view()}
    }
}

/// Whether a field is not switched off.
fn is_in_use(listing: Listing, key: Key) -> bool {
    listing.workspace.peek(|book| !book.own().is_off(listing.on, key))
}

/// A box for each choice of a field; several mean any of them.
#[component]
fn Choices(listing: Listing, key: Key) -> impl IntoView {
    let words = use_words();
    let Some(field) = key.field().filter(|_| is_in_use(listing, key)) else {
        return ().into_any();
    };
    let (Kind::Choice(choices) | Kind::Choices(choices)) = field.kind else { return ().into_any() };
    let is_chosen = move |choice: &str| {
        listing.list.with(|list| {
            let mut tests = list.query.conditions.iter().filter(|condition| condition.key == key);
            tests.any(|condition| matches!(&condition.test, Test::AnyOf(words) if words.iter().any(|word| &**word == choice)))
        })
    };
    let clicked = move |choice: &'static str| {
        let chosen: Vec<_> =
            choices.iter().filter(|other| is_chosen(other) != (**other == choice)).collect();
        listing.ask(
            |list| {
                let words = chosen.into_iter().map(|word| Box::from(*word)).collect::<Vec<_>>();
                set(&mut list.query, key, (!words.is_empty()).then_some(Test::AnyOf(words)));
            },
            true,
        );
    };

    view! {
        <fieldset>
            <legend class="menu__title">{words.get().field(field)}</legend>
            {choices.iter().map(|choice| view! {
                <label class="menu__item">
                    <input type="checkbox" prop:checked=move || is_chosen(choice) on:change=move |_| clicked(choice) />
                    {words.get().choice(field, choice)}
                </label>
            }).collect_view()}
        </fieldset>
    }
    .into_any()
}

/// Whether a field is filled: yes, no, or either.
#[component]
fn Presence(listing: Listing, key: Key) -> impl IntoView {
    let words = use_words();
    let label = words.get().key(key);
    let chosen = move || {
        listing.list.with(|list| {
            let condition = list.query.conditions.iter().find(|condition| condition.key == key);
            match condition.map(|condition| &condition.test) {
                Some(Test::Present) => "has",
                Some(Test::Missing) => "without",
                _ => "",
            }
        })
    };
    let entered = move |event| {
        let test = match event_target_value(&event).as_str() {
            "has" => Some(Test::Present),
            "without" => Some(Test::Missing),
            _ => None,
        };
        listing.ask(|list| set(&mut list.query, key, test), true);
    };
    let i18n = words.get();

    view! {
        <label class="menu__item">
            {label.clone()}
            <select class="input menu__count" on:change=entered prop:value=chosen>
                <option value="">{i18n.text("list-any")}</option>
                <option value="has">{i18n.with("list-has", &[("field", (&label).into())])}</option>
                <option value="without">{i18n.with("list-without", &[("field", (&label).into())])}</option>
            </select>
        </label>
    }
}

/// A box for each tag; several mean all of them.
#[component]
fn Tags(listing: Listing) -> impl IntoView {
    let words = use_words();
    let tags = move || {
        listing.workspace.read(&[RecordType::Tag, listing.on], |book| {
            let counts = tags::counts(book, listing.on);
            let mut tags: Vec<(Id, String, String, usize)> = book
                .table(RecordType::Tag)
                .iter()
                .map(|(_, tag)| {
                    let text = |key| tag.text(key).unwrap_or_default().to_owned();
                    (
                        tag.id,
                        text(keys::NAME),
                        text(keys::COLOUR),
                        counts.get(&tag.id).copied().unwrap_or_default(),
                    )
                })
                .collect();
            tags.sort_by(|a, b| b.3.cmp(&a.3).then_with(|| a.1.cmp(&b.1)));
            tags
        })
    };
    let chosen = move || {
        listing.list.with(|list| {
            let condition =
                list.query.conditions.iter().find(|condition| condition.key == keys::TAGS);
            if let Some(Condition { test: Test::All(ids), .. }) = condition {
                ids.clone()
            } else {
                Vec::new()
            }
        })
    };
    let clicked = move |id: Id| {
        let mut ids = chosen();
        if ids.contains(&id) {
            ids.retain(|other| *other != id);
        } else {
            ids.push(id);
        }
        ids.sort_unstable();
        listing.ask(
            |list| {
                set(&mut list.query, keys::TAGS, (!ids.is_empty()).then_some(Test::All(ids)));
            },
            true,
        );
    };

    view! {
        <fieldset>
            <legend class="menu__title">{words.get().key(keys::TAGS)}</legend>
            {move || tags().into_iter().map(|(id, name, colour, count)| view! {
                <label class="menu__item">
                    <input type="checkbox" prop:checked=move || chosen().contains(&id) on:change=move |_| clicked(id) />
                    <TagChip name colour />
                    <span class="menu__count">{words.get().number(count)}</span>
                </label>
            }).collect_view()}
        </fieldset>
    }
}

/// One organization, by its name.
#[component]
fn Organization(listing: Listing) -> impl IntoView {
    let words = use_words();
    let names = listing.workspace.peek(|book| {
        let organizations = book.table(RecordType::Organization);
        // A browser's list of suggestions is of use up to some hundreds.
        organizations
            .iter()
            .filter_map(|(_, it)| it.text(keys::NAME))
            .take(500)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    });
    let entered = move |event| {
        let name = rapport::domain::fold::fold(&event_target_value(&event));
        let found = listing.workspace.peek(|book| {
            let mut organizations = book.table(RecordType::Organization).iter();
            organizations
                .find(|(_, it)| {
                    it.text(keys::NAME)
                        .is_some_and(|other| rapport::domain::fold::fold(other) == name)
                })
                .map(|(_, it)| it.id)
        });
        if found.is_some() || name.is_empty() {
            let test = found.map(|id| Test::All(vec![id]));
            listing.ask(|list| set(&mut list.query, keys::ORGANIZATION, test), true);
        }
    };

    view! {
        <label class="menu__item">
            {words.get().key(keys::ORGANIZATION)}
            <input class="input" type="text" list="filter-organizations" autocomplete="off" dir="auto" on:change=entered />
            <datalist id="filter-organizations">
                {names.into_iter().map(|name| view! { <option value=name></option> }).collect_view()}
            </datalist>
        </label>
    }
}

/// What is chosen, each with a way to take it back.
#[component]
pub(super) fn FilterChips(listing: Listing) -> impl IntoView {
    let is_any = Memo::new(move |_| listing.list.with(|list| !list.query.conditions.is_empty()));

    view! {
        <Show when=move || is_any.get()>{later::chosen_filters(listing)}</Show>
    }
}

#[component]
pub(in crate::ui) fn ChosenFilters(listing: Listing) -> impl IntoView {
    let words = use_words();
    let conditions = move || listing.list.with(|list| list.query.conditions.clone());
    let removed = move |condition: &Condition| {
        let condition = condition.clone();
        listing.ask(|list| list.query.conditions.retain(|other| *other != condition), true);
    };

    view! {
            <ul class="cluster toolbar__chips" role="list">
                {move || conditions().into_iter().map(|condition| {
                    let what = describe(&words.get(), listing, &condition);
                    let remove = words.get().with("list-remove-filter", &[("what", (&what).into())]);
                    view! {
                        <li class="tag">
                            <span class="tag__name" dir="auto">{what}</span>
                            <button class="tag__remove" type="button" aria-label=remove on:click=move |_| removed(&condition)>
                                "×"
                            </button>
                        </li>
                    }
                }).collect_view()}
                <li>
                    <button
                        class="button button--plain"
                        type="button"
                        on:click=move |_| listing.ask(|list| list.query.conditions.clear(), true)
                    >
                        <Icon picture=Picture::Close />
                        {words.text("list-clear")}
                    </button>
                </li>
            </ul>
    }
}

fn describe(i18n: &I18n, listing: Listing, Condition { key, test }: &Condition) -> String {
    let field = i18n.key(*key);
    match test {
        Test::Present => i18n.with("list-has", &[("field", (&field).into())]),
        Test::Missing => i18n.with("list-without", &[("field", (&field).into())]),
        Test::AnyOf(words) => {
            let words = words
                .iter()
                .map(|word| key.field().map_or_else(String::new, |field| i18n.choice(field, word)));
            format!("{field}: {}", i18n.list(words))
        }
        Test::All(ids) => {
            let on = rapport::domain::book::relation_of(*key).unwrap_or(RecordType::Tag);
            let names = listing.workspace.peek(|book| {
                ids.iter()
                    .map(|id| {
                        book.get(on, *id)
                            .and_then(derived::name_of)
                            .unwrap_or_else(|| i18n.text("value-gone"))
                    })
                    .collect::<Vec<_>>()
            });
            format!("{field}: {}", i18n.list(names.into_iter()))
        }
        Test::AtLeast(number) => format!("{field} ≥ {}", i18n.formats.number(*number)),
        Test::Since(time) => format!("{field} ≥ {}", i18n.formats.date(*time)),
    }
}

/// Sets the one condition on a field, or takes it away.
fn set(query: &mut Query, key: Key, test: Option<Test>) {
    query.conditions.retain(|condition| condition.key != key);
    if let Some(test) = test {
        query.ask(Condition { key, test });
    }
}
