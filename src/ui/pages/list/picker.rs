//! A cell of a field that takes more than a line, while it is edited: the input of the forms, above the row.

use leptos::{html, prelude::*};
use web_sys::DomRect;

use super::Listing;
use crate::ui::forms::{FieldEditor, Leaving};
use rapport::{
    domain::{field::Field, id::Id, key::Key, table::Slot},
    platform::dom,
};

/// How much room it takes with what it offers, in pixels.
const HEIGHT: f64 = 400.0;
const WIDTH: f64 = 340.0;

#[component]
pub(super) fn Picker(
    listing: Listing,
    id: Id,
    field: &'static Field,
    /// The cell.
    at: (Slot, Key),
    editing: RwSignal<Option<(Slot, Key)>>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let is_up = RwSignal::new(false);
    let is_at_end = RwSignal::new(false);
    // Where the cell is, the browser alone knows.
    Effect::new(move || {
        let cell = node.get().and_then(|node| node.parent_element());
        let (Some(cell), Some(grid)) = (cell, dom::find("#grid")) else { return };
        dom::reveal_element(&cell);
        let (cell, grid) = (cell.get_bounding_client_rect(), grid.get_bounding_client_rect());
        is_up.set(opens_up(&cell, &grid));
        is_at_end.set(room_at_end(&cell, &grid) < WIDTH);
        // On a small screen there may be too little room at either side.
        request_animation_frame(move || {
            if let Some(Some(node)) = node.try_get_untracked() {
                dom::reveal_element(&node);
            }
        });
    });
    let on_close = move |leaving: Leaving| {
        let next = match leaving {
            Leaving::Beside { is_back } => listing.beside(at.1, is_back),
            _ => None,
        };
        // Another cell may be edited by now, or the list be left.
        let is_there = editing.try_update(|editing| {
            if *editing == Some(at) {
                *editing = next.map(|key| (at.0, key));
            }
        });
        if is_there.is_some() && next.is_none() && leaving != Leaving::Elsewhere {
            dom::focus("#grid");
        }
    };

    view! {
        <div
            class="grid__picker"
            node_ref=node
            data-up=move || is_up.get().then_some("")
            data-end=move || is_at_end.get().then_some("")
        >
            <FieldEditor on=listing.on id field scope="cell" on_close takes_tab=true />
        </div>
    }
}

/// Whether there is too little room below a cell, and more above it.
fn opens_up(cell: &DomRect, grid: &DomRect) -> bool {
    let (above, below) = (cell.top() - grid.top(), grid.bottom() - cell.bottom());
    below < HEIGHT && above > below
}

/// How much room there is from where a cell begins to the end of the lines.
fn room_at_end(cell: &DomRect, grid: &DomRect) -> f64 {
    if dom::is_right_to_left() { cell.right() - grid.left() } else { grid.right() - cell.left() }
}
