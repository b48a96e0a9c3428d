//! What keys and commands do in a list: from row to row, and with the row that one is on.

use leptos::prelude::*;

use super::{Listing, ROW, bulk, grid::is_inline};
use crate::state::{language::Words, toasts::Toasts};
use rapport::{
    domain::{
        id::{Id, RecordType},
        key::Key,
        table::Slot,
    },
    platform::dom,
    route::Route,
};

/// From how many on they are not deleted unasked.
const MANY: usize = 100;

/// From the row that one is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Step {
    Next,
    Previous,
    NextPage,
    PreviousPage,
    First,
    Last,
}

impl Listing {
    pub(in crate::ui) fn on(self) -> RecordType {
        self.on
    }

    pub(in crate::ui) fn count(self) -> usize {
        self.slots.with_untracked(|slots| slots.len())
    }

    pub(in crate::ui) fn is_any_selected(self) -> bool {
        self.selected.with_untracked(|selected| !selected.is_empty())
    }

    pub(in crate::ui) fn open_record(self) -> Option<Id> {
        self.open.get_untracked()
    }

    /// Goes to another row. What is open beside the list goes along; with `selects`, so does the selection.
    pub(in crate::ui) fn walk(self, step: Step, selects: bool) {
        let has_focus =
            dom::active().is_some_and(|it| it.closest("#grid").is_ok_and(|it| it.is_some()));
        dom::focus("#grid");
        let here = self.row();
        let to = match step {
            // Whoever comes from elsewhere sees first where the list stands.
            Step::Next | Step::Previous if !has_focus && self.open_record().is_none() => here,
            step => self.stepped(here, step),
        };
        self.go_to_row(to);
        if selects {
            self.select_between(self.anchor.get_untracked(), to);
            return;
        }
        self.anchor.set(to);
        if self.open_record().is_some() && to != here {
            self.show(self.id_at(to));
        }
    }

    fn stepped(self, here: usize, step: Step) -> usize {
        let page = self.seen.get_untracked().saturating_sub(2);
        self.lines.with_untracked(|lines| {
            let line = lines.of(here);
            let to = match step {
                Step::Next => line + 1,
                Step::Previous => line.saturating_sub(1),
                Step::NextPage => line + page,
                Step::PreviousPage => line.saturating_sub(page),
                Step::First => 0,
                Step::Last => usize::MAX,
            };
            let forwards = matches!(step, Step::Next | Step::NextPage | Step::First);
            lines.row_near(to.min(lines.count().saturating_sub(1)), forwards).unwrap_or(here)
        })
    }

    /// The row that one is on: that of the open record if it is in the list.
    fn row(self) -> usize {
        let active = self.active.get_untracked().min(self.count().saturating_sub(1));
        let Some(open) = self.open_record().filter(|open| self.id_at(active) != Some(*open)) else {
            return active;
        };
        let slot = self.workspace.peek(|book| book.table(self.on).slot(open));
        let at = self.slots.with_untracked(|slots| slots.iter().position(|it| Some(*it) == slot));
        at.unwrap_or(active)
    }

    fn go_to_row(self, row: usize) {
        self.active.set(row);
        let Some(element) = self.scroller.get_untracked() else { return };
        let pixels = |lines: usize| i32::try_from(lines * ROW).unwrap_or(i32::MAX);
        let line = self.lines.with_untracked(|lines| lines.of(row));
        // The head takes a line, and so does what stands below the columns.
        let has_totals = self.list.with_untracked(|list| !list.totals.is_empty());
        let height = element.client_height() - pixels(1 + usize::from(has_totals));
        if pixels(line) < element.scroll_top() {
            element.set_scroll_top(pixels(line));
        } else if pixels(line + 1) > element.scroll_top() + height {
            element.set_scroll_top(pixels(line + 1) - height);
        }
    }

    fn slot_at(self, row: usize) -> Option<Slot> {
        self.slots.with_untracked(|slots| slots.get(row).copied())
    }

    fn id_at(self, row: usize) -> Option<Id> {
        let slot = self.slot_at(row)?;
        self.workspace.peek(|book| Some(book.table(self.on).at(slot)?.id))
    }

    /// Opens another record in place of the open one, or none.
    fn show(self, open: Option<Id>) {
        let list = self.list.get_untracked();
        self.navigation.replace(Route::List { on: self.on, list, open });
    }

    /// Opens the record of the row; if it is open, goes into it.
    pub(in crate::ui) fn open_row(self) {
        let Some(id) = self.id_at(self.row()) else { return };
        if self.open_record() == Some(id) {
            dom::focus("#record");
        } else {
            let list = self.list.get_untracked();
            self.navigation.go(&Route::List { on: self.on, list, open: Some(id) });
        }
    }

    pub(in crate::ui) fn select_row(self) {
        let row = self.row();
        self.go_to_row(row);
        self.toggle(row);
    }

    pub(in crate::ui) fn edit_row(self) {
        let row = self.row();
        self.go_to_row(row);
        let key = self.columns.get_untracked().into_iter().find(|key| is_inline(*key));
        self.editing.set(self.slot_at(row).zip(key));
    }

    /// The field of a row that is edited after another, or before it.
    pub(super) fn beside(self, key: Key, is_back: bool) -> Option<Key> {
        let columns = self.columns.get_untracked().into_iter();
        let inline = columns.filter(|key| is_inline(*key));
        if is_back {
            inline.take_while(|other| *other != key).last()
        } else {
            inline.skip_while(|other| *other != key).nth(1)
        }
    }

    /// The records that a command is about: those that are selected, or the one that one is on.
    pub(in crate::ui) fn marked(self) -> Vec<Id> {
        let selected = self.selected_ids();
        if !selected.is_empty() {
            return selected;
        }
        let open = self.open_record();
        let open = open.filter(|id| self.workspace.peek(|book| book.get(self.on, *id).is_some()));
        open.or_else(|| self.id_at(self.row())).into_iter().collect()
    }

    /// Deletes what is marked; asks before, where that is many.
    pub(in crate::ui) fn delete_marked(self, words: Words, toasts: Toasts) {
        let ids = self.marked();
        if ids.len() > MANY {
            self.is_deleting.set(true);
        } else {
            self.delete(words, toasts, ids);
        }
    }

    /// Deletes records. If one of them was open, the one that takes its place in the list opens.
    pub(super) fn delete(self, words: Words, toasts: Toasts, ids: Vec<Id>) {
        let row = self.row();
        let deleted = ids.clone();
        bulk::delete(self, words, toasts, ids, move || {
            // The list may have been left by now.
            let Some(count) = self.slots.try_with_untracked(|slots| slots.len()) else { return };
            let row = row.min(count.saturating_sub(1));
            self.go_to_row(row);
            if self.open_record().is_some_and(|open| deleted.contains(&open)) {
                self.show(self.id_at(row));
            }
        });
    }

    /// Takes back the selection; without one, closes what is open.
    pub(in crate::ui) fn step_back(self) {
        if self.is_any_selected() {
            self.selected.update(std::collections::BTreeSet::clear);
        } else {
            let row = self.row();
            let list = self.list.get_untracked();
            self.navigation.go(&Route::List { on: self.on, list, open: None });
            self.active.set(row);
        }
    }
}
