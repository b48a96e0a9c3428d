//! A card: what one has to know of a deal without opening it.

use leptos::prelude::*;

use super::Board;
use crate::ui::components::icon::{Icon, Picture};
use rapport::{
    domain::{
        book::Book,
        field::{derived, figures, keys},
        id::{Id, RecordType},
        value::day::Day,
    },
    i18n::I18n,
    query::agenda,
};

/// A day, and whether it has gone by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Until {
    text: String,
    is_over: bool,
}

/// What a card says, in words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Card {
    pub id: Id,
    pub name: String,
    value: Option<String>,
    /// With whom.
    who: Option<String>,
    expected: Option<Until>,
    /// The next task, and when it is due.
    next: Option<(String, Option<Until>)>,
    /// How long it has been in its stage, where it stands still.
    rotting: Option<String>,
}

impl Card {
    pub(super) fn of(i18n: &I18n, book: &Book, id: Id) -> Option<Self> {
        let deal = book.get(RecordType::Deal, id)?;
        let linked = |on, key| derived::name_of(book.get(on, deal.link(key)?)?);
        let who = [
            linked(RecordType::Person, keys::PERSON),
            linked(RecordType::Organization, keys::ORGANIZATION),
        ];
        let who = i18n.list(who.into_iter().flatten());
        let today = book.today.date;
        let until = |day: Day| Until {
            text: i18n.due(today, day, None),
            is_over: day.date().is_some_and(|date| date < today),
        };
        let next = agenda::next_of(book, id).map(|task| {
            (derived::name_of(task).unwrap_or_default(), task.day(keys::DUE).map(until))
        });
        let rotting = figures::days_still(book, deal)
            .map(|days| i18n.with("board-rotting", &[("count", days.into())]));
        Some(Self {
            id,
            name: derived::name_of(deal).unwrap_or_default(),
            value: deal.get(keys::VALUE).map(|value| i18n.value(book, keys::VALUE, value)),
            who: (!who.is_empty()).then_some(who),
            expected: deal.day(keys::EXPECTED).map(until),
            next,
            rotting,
        })
    }
}

#[component]
pub(super) fn CardItem(board: Board, card: Card) -> impl IntoView {
    let Board { words, tabbed, .. } = board;
    let i18n = words.get();
    let Card { id, name, value, who, expected, next, rotting } = card;
    let is_rotting = rotting.is_some().then_some("");
    let tab = move || if tabbed.get() == Some(id) { "0" } else { "-1" };
    let named = |message| i18n.with(message, &[("name", (&name).into())]);
    let is_carried =
        move || board.carried.with(|carried| carried.as_ref().is_some_and(|it| it.deal == id));
    let drag = board.pointer().drag;
    let is_dragged = move || drag.with(|drag| drag.as_ref().is_some_and(|it| it.deal == id));
    let until = |message: &'static str, until: Until| {
        let text = i18n.with(message, &[("when", (&until.text).into())]);
        view! { <p class="card__until" data-over=until.is_over.then_some("")>{text}</p> }
    };

    view! {
        <li
            class="card"
            data-deal=id.to_string()
            data-rotting=is_rotting
            data-open=move || (board.open.get() == Some(id)).then_some("")
            data-carried=move || is_carried().then_some("")
            data-dragged=move || is_dragged().then_some("")
        >
            <span class="card__grip" aria-hidden="true"><Icon picture=Picture::Grip /></span>
            <a class="card__link" href=move || board.href(id) tabindex=tab draggable="false" dir="auto">{name.clone()}</a>
            {who.map(|who| view! { <p class="card__who" dir="auto">{who}</p> })}
            {value.map(|value| view! { <p class="card__value">{value}</p> })}
            {expected.map(|expected| until("board-expected", expected))}
            {match next {
                Some((task, due)) => view! {
                    <p class="card__next">
                        <Icon picture=Picture::Task />
                        <span dir="auto">{task}</span>
                        {due.map(|due| view! { <span class="card__due" data-over=due.is_over.then_some("")>{due.text}</span> })}
                    </p>
                }.into_any(),
                None => view! { <p class="card__next" data-none="">{i18n.text("board-no-task")}</p> }.into_any(),
            }}
            {rotting.map(|text| view! { <p class="card__rotting"><Icon picture=Picture::History />{text}</p> })}
            <div class="card__ends">
                <button class="card__end" type="button" tabindex=tab aria-label=named("deal-win-named") title=i18n.text("deal-win") on:click=move |_| board.win(id)>
                    <Icon picture=Picture::Check />
                </button>
                <button class="card__end" type="button" tabindex=tab aria-label=named("deal-lose-named") title=i18n.text("deal-lose") on:click=move |_| board.lose(id)>
                    <Icon picture=Picture::Close />
                </button>
            </div>
        </li>
    }
}
