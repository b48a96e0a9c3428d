//! The keys of the board: from card to card, and with the card that one is on.
//!
//! One card stops the tab key; arrows go on from it. Space picks a card up, and then arrows move it to the
//! next stage at once; what happened is said.

use leptos::prelude::*;
use web_sys::{FocusEvent, KeyboardEvent};

use super::{
    Board,
    drag::{deal_of, target},
};
use crate::ui::commands;
use rapport::{
    domain::{
        edit::deals,
        field::derived,
        id::{Id, RecordType},
    },
    platform::dom,
};

/// A card that the keyboard has picked up, and the stage that it was in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Carried {
    pub deal: Id,
    from: Id,
}

/// Where the focus is: a column, and a card in it or the button that adds one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Spot {
    column: usize,
    row: Option<usize>,
}

impl Board {
    /// The card with the focus is the one that the keyboard is on.
    pub(super) fn focused(self, event: &FocusEvent) {
        let deal = target(event).and_then(|target| deal_of(&target));
        if let Some(deal) = deal.filter(|deal| self.active.get_untracked() != Some(*deal)) {
            self.active.set(Some(deal));
        }
    }

    pub(super) fn pressed(self, event: &KeyboardEvent) {
        let with_other = event.ctrl_key() || event.meta_key() || event.alt_key();
        let is_second = self.begun.get_untracked().is_some();
        let Some(target) = target(event) else { return };
        if with_other
            || is_second
            || self.pointer().drag.with_untracked(Option::is_some)
            || event.default_prevented()
            || target.matches("input").unwrap_or(true)
        {
            return;
        }
        let Some(spot) = self.spot(&target) else { return };
        let is_button = target.matches("button").unwrap_or_default();
        let deal = self.deal_at(spot);
        // The letter on the cap; on a layout without Latin letters, the key that has it on a usual one.
        let key = event.key();
        let is_latin = key.len() == 1 && key.is_ascii();
        let is_letter = |letter: &str, code: &str| {
            if is_latin { key.eq_ignore_ascii_case(letter) } else { event.code() == code }
        };
        let forwards = if dom::is_right_to_left() { "ArrowLeft" } else { "ArrowRight" };
        // A key that is held goes on walking, and does nothing else twice.
        if event.repeat() && !key.starts_with("Arrow") {
            return;
        }
        match key.as_str() {
            arrow @ ("ArrowLeft" | "ArrowRight") => self.step_aside(spot, arrow == forwards),
            "ArrowDown" => self.go(Spot { row: Some(spot.row.map_or(0, |row| row + 1)), ..spot }),
            "ArrowUp" => self.go(Spot { row: spot.row.and_then(|row| row.checked_sub(1)), ..spot }),
            "Home" => self.go(Spot { row: Some(0), ..spot }),
            "End" => self.go(Spot { row: Some(usize::MAX), ..spot }),
            " " if !is_button => self.pick_up_or_put_down(deal),
            "Enter" if !is_button && self.carried.get_untracked().is_some() => {
                self.pick_up_or_put_down(deal);
            }
            "Escape" if self.carried.get_untracked().is_some() => self.put_back(),
            _ if is_letter("n", "KeyN") => self.adding.set(self.stage_at(spot.column)),
            _ if is_letter("w", "KeyW") => deal.into_iter().for_each(|deal| self.win(deal)),
            _ if is_letter("l", "KeyL") => deal.into_iter().for_each(|deal| self.lose(deal)),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    fn spot(self, target: &web_sys::Element) -> Option<Spot> {
        let deal = deal_of(target);
        let stage = target.get_attribute("data-stage").and_then(|id| Id::parse(&id));
        self.columns.with_untracked(|columns| {
            columns.iter().enumerate().find_map(|(column, it)| {
                let row = it.deals.iter().position(|other| Some(*other) == deal);
                let is_here = row.is_some() || stage == Some(it.stage);
                is_here.then_some(Spot { column, row })
            })
        })
    }

    fn deal_at(self, spot: Spot) -> Option<Id> {
        let Spot { column, row } = spot;
        self.columns.with_untracked(|columns| columns.get(column)?.deals.get(row?).copied())
    }

    fn stage_at(self, column: usize) -> Option<Id> {
        self.columns.with_untracked(|columns| Some(columns.get(column)?.stage))
    }

    /// Goes to a card, or to the button of its column where there is none above. Of cards that are not shown,
    /// the last one that is stands in.
    fn go(self, spot: Spot) {
        let Some(stage) = self.stage_at(spot.column) else { return };
        let most = self.columns.with_untracked(|columns| {
            columns.get(spot.column).and_then(|column| column.deals.len().checked_sub(1))
        });
        let row = spot.row.zip(most).map(|(row, most)| row.min(most));
        let Some(deal) = self.deal_at(Spot { row, ..spot }) else {
            dom::focus(&format!(".board__add[data-stage='{stage}']"));
            return;
        };
        let card = format!(".card[data-deal='{deal}'] .card__link");
        if dom::find(&card).is_some() {
            dom::focus(&card);
        } else {
            dom::focus(&format!("[data-drop='{stage}'] .card:last-child .card__link"));
        }
    }

    /// Goes to the column beside, or takes along what is picked up.
    fn step_aside(self, spot: Spot, is_forwards: bool) {
        let to = if is_forwards { Some(spot.column + 1) } else { spot.column.checked_sub(1) };
        let Some((column, stage)) = to.and_then(|to| Some((to, self.stage_at(to)?))) else {
            return;
        };
        match self.carried.get_untracked() {
            Some(Carried { deal, .. }) => self.carry(deal, stage),
            // From a card one comes to a card, where there is one.
            None => self.go(Spot { column, ..spot }),
        }
    }

    fn pick_up_or_put_down(self, deal: Option<Id>) {
        let carried = self.carried.get_untracked();
        self.carried.set(None);
        if let Some(Carried { deal, .. }) = carried {
            self.say("board-put-down", deal, None);
        } else if let Some((deal, from)) = deal.and_then(|deal| Some((deal, self.stage_of(deal)?)))
        {
            self.carried.set(Some(Carried { deal, from }));
            self.say("board-picked-up", deal, Some(from));
        }
    }

    /// Makes another card of the column the one that the keyboard is on, since this one goes.
    pub(super) fn leave(self, deal: Id) {
        let near = self.columns.with_untracked(|columns| {
            let column = columns.iter().find(|column| column.deals.contains(&deal))?;
            let row = column.deals.iter().position(|other| *other == deal)?;
            let above = || column.deals.get(row.checked_sub(1)?);
            column.deals.get(row + 1).or_else(above).copied()
        });
        self.active.set(near);
    }

    /// Moves the card back to where it was picked up.
    fn put_back(self) {
        let Some(Carried { deal, from }) = self.carried.get_untracked() else { return };
        self.carried.set(None);
        self.carry(deal, from);
    }

    /// Moves a card to a stage. The focus goes with it.
    fn carry(self, deal: Id, stage: Id) {
        if self.stage_of(deal) == Some(stage) {
            return;
        }
        let Self { words, toasts, workspace, .. } = self;
        workspace.commit(
            move |book, stamp| deals::move_to(book, deal, stage, stamp),
            move |saved| match saved {
                Ok(()) => {
                    self.say("board-moved", deal, Some(stage));
                    // The card is another element by then.
                    request_animation_frame(move || {
                        dom::focus(&format!(".card[data-deal='{deal}'] .card__link"));
                    });
                }
                Err(error) => commands::not_done(words, toasts, &error),
            },
        );
    }

    /// Says what happened to a card to whoever does not see it.
    fn say(self, message: &str, deal: Id, stage: Option<Id>) {
        let name = commands::name_of(self.workspace, RecordType::Deal, deal);
        let stage = stage.and_then(|stage| {
            self.workspace.peek(|book| derived::name_of(book.get(RecordType::Stage, stage)?))
        });
        let stage = stage.unwrap_or_default();
        let said =
            self.words.get().with(message, &[("name", (&name).into()), ("stage", (&stage).into())]);
        // The page may be gone by now.
        let _ = self.said.try_set(said);
    }
}
