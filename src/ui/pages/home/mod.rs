//! The home page: what today asks for, on cards that can be hidden and put in order.

mod back;
mod backup;
mod birthdays;
mod card;
mod counts;
mod due;
mod still;
mod touched;

use leptos::prelude::*;

use self::{
    back::Back,
    backup::Backup,
    birthdays::Birthdays,
    card::{Card, Cards},
    counts::Counts,
    due::Due,
    still::Still,
    touched::Touched,
};
use crate::{
    state::{language::use_words, use_workspace, working::in_slices},
    ui::{
        components::icon::{Icon, Picture},
        reminder::HomeReminder,
    },
};
use rapport::query::home::{Pass, Seen};

/// How many pages of records are read between two looks at the clock.
const PAGES: usize = 4;

/// What has been seen of the book; nothing before the first pass has ended.
type See = Memo<Option<Seen>>;

#[component]
pub(in crate::ui) fn HomePage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let cards = Cards::new();
    let seen = RwSignal::new(None::<Seen>);
    // Which pass is going on: another one begins when what it reads has changed.
    let current = StoredValue::new(0_u32);
    // The pass goes on beside the interface, which is outside the reactive system, so that it blocks nothing.
    Effect::new(move || {
        for on in Pass::FROM {
            workspace.track(on);
        }
        let mine = current.get_value() + 1;
        current.set_value(mine);
        let mut pass = Pass::default();
        in_slices(move || {
            // The page may be gone by now.
            if current.try_get_value() != Some(mine) {
                return false;
            }
            let has_more = workspace.peek(|book| (0..PAGES).all(|_| pass.read_some(book)));
            if !has_more {
                seen.set(Some(std::mem::take(&mut pass.seen)));
            }
            has_more
        });
    });
    let see: See = Memo::new(move |_| seen.get());
    let card = move |name: &'static str| match name {
        "due" => view! { <Card name cards><Due /></Card> }.into_any(),
        "back" => view! { <Card name cards><Back see /></Card> }.into_any(),
        "birthdays" => view! { <Card name cards><Birthdays see /></Card> }.into_any(),
        "still" => view! { <Card name cards><Still see /></Card> }.into_any(),
        "backup" => view! { <Card name cards><Backup /></Card> }.into_any(),
        "touched" => view! { <Card name cards><Touched see /></Card> }.into_any(),
        _ => view! { <Card name cards><Counts see /></Card> }.into_any(),
    };

    view! {
        <div class="sheet home">
            <header class="sheet__head">
                <h1>{words.text("nav-home")}</h1>
                <button
                    class="button"
                    type="button"
                    aria-pressed=move || cards.is_arranging.get().to_string()
                    on:click=move |_| cards.is_arranging.update(|is_arranging| *is_arranging = !*is_arranging)
                >
                    <Icon picture=Picture::Settings />
                    {words.text("home-arrange")}
                </button>
            </header>
            <HomeReminder />
            <div class="home__cards">
                <For each=move || cards.shown() key=|name| *name let:name>{card(name)}</For>
            </div>
            <Show when=move || cards.shown().is_empty()>
                <p class="subtle">{words.text("home-all-hidden")}</p>
            </Show>
        </div>
    }
}
