//! A card of the home page, and the order of all.

use leptos::prelude::*;

use crate::{
    state::language::use_words,
    ui::components::icon::{Icon, Picture},
};
use rapport::{
    platform::{dom, preferences},
    query::home::arranged,
};

/// The name of the preference that holds the order.
const NAME: &str = "home";

#[derive(Clone, Copy)]
pub(super) struct Cards {
    /// Names in order, and whether each is hidden.
    list: RwSignal<Vec<(&'static str, bool)>>,
    pub is_arranging: RwSignal<bool>,
}

impl Cards {
    pub(super) fn new() -> Self {
        let kept = preferences::read(NAME).unwrap_or_default();
        Self { list: RwSignal::new(arranged(kept)), is_arranging: RwSignal::new(false) }
    }

    /// Those that are on the page: the hidden ones too, while one arranges them.
    pub(super) fn shown(self) -> Vec<&'static str> {
        let is_arranging = self.is_arranging.get();
        self.list.with(|list| {
            let shown = list.iter().filter(|(_, is_hidden)| is_arranging || !is_hidden);
            shown.map(|(name, _)| *name).collect()
        })
    }

    fn place(self, name: &str) -> Option<usize> {
        self.list.with(|list| list.iter().position(|(other, _)| *other == name))
    }

    fn is_hidden(self, name: &str) -> bool {
        self.list.with(|list| list.iter().any(|(other, is_hidden)| *other == name && *is_hidden))
    }

    fn change(self, with: impl FnOnce(&mut Vec<(&'static str, bool)>)) {
        self.list.update(with);
        // A browser that refuses forgets it with the page.
        self.list.with_untracked(|list| preferences::write(NAME, list));
    }

    fn swap(self, a: usize, b: usize) {
        self.change(|list| {
            if a.max(b) < list.len() {
                list.swap(a, b);
            }
        });
    }

    fn set_hidden(self, name: &str, is_hidden: bool) {
        self.change(|list| {
            if let Some(card) = list.iter_mut().find(|(other, _)| *other == name) {
                card.1 = is_hidden;
            }
        });
    }
}

#[component]
pub(super) fn Card(name: &'static str, cards: Cards, children: ChildrenFn) -> impl IntoView {
    let title = format!("home-{name}-title");
    let label = title.clone();

    view! {
        <section class="home__card" data-hidden=move || cards.is_hidden(name).then_some("") aria-labelledby=label>
            <Title name cards id=title />
            <Show when=move || !cards.is_hidden(name)>{children()}</Show>
        </section>
    }
}

#[component]
fn Title(name: &'static str, cards: Cards, id: String) -> impl IntoView {
    let words = use_words();
    let title = words.text(&format!("home-{name}"));
    let of = |message: &str| words.get().with(message, &[("name", (&title).into())]);
    let step = move |by: isize, direction: &'static str| {
        let Some(at) = untrack(|| cards.place(name)) else { return };
        let Some(to) = at.checked_add_signed(by) else { return };
        cards.swap(at, to);
        // What is moved loses the focus.
        request_animation_frame(move || dom::focus(&format!("#home-{name}-{direction}")));
    };
    let (up, down, shown) = (of("home-up"), of("home-down"), of("home-shown"));

    view! {
        <header class="home__head">
            <h2 class="home__title" id=id>{title.clone()}</h2>
            <div class="home__tools" hidden=move || !cards.is_arranging.get()>
                <label class="home__check">
                    <input
                        type="checkbox"
                        aria-label=shown
                        prop:checked=move || !cards.is_hidden(name)
                        on:change=move |event| cards.set_hidden(name, !event_target_checked(&event))
                    />
                </label>
                <button class="button button--plain button--icon" id=format!("home-{name}-up") type="button" title=up.clone() aria-label=up on:click=move |_| step(-1, "up")>
                    <Icon picture=Picture::Up />
                </button>
                <button class="button button--plain button--icon" id=format!("home-{name}-down") type="button" title=down.clone() aria-label=down on:click=move |_| step(1, "down")>
                    <Icon picture=Picture::Down />
                </button>
            </div>
        </header>
    }
}

/// A link to the list that has all of it.
#[component]
pub(super) fn All(href: String, count: usize) -> impl IntoView {
    let words = use_words();
    let count = words.get().number(count);

    view! { <a class="home__all" href=href>{words.get().with("home-all", &[("count", (&count).into())])}</a> }
}
