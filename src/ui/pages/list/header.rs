//! The head of a column: its name and order, the edge by which it is made wider, and the dragging by which
//! it is put elsewhere. Without a pointer, the menu of columns does the latter.

use std::collections::BTreeMap;

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent, PointerEvent};

use super::{Listing, columns};
use crate::{
    state::language::use_words,
    ui::components::icon::{Icon, Picture},
};
use rapport::{
    domain::{
        field::{Kind, keys},
        id::RecordType,
        key::Key,
    },
    platform::{dom, preferences},
    query::Sort,
};

/// A column that is being dragged, and the gap between columns that it would go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Drag {
    key: Key,
    gap: usize,
}

/// How far the pointer goes, in pixels, before a click becomes a drag.
const SLACK: i32 = 6;

#[component]
pub(super) fn Header(
    listing: Listing,
    key: Key,
    widths: RwSignal<BTreeMap<String, u32>>,
    drag: RwSignal<Option<Drag>>,
) -> impl IntoView {
    let words = use_words();
    // Fields of one's own are renamed.
    let label = Signal::derive(move || {
        listing.workspace.track(RecordType::Field);
        words.get().key(key)
    });
    // Whether it runs backwards, where the list is in order of it; and its place among several.
    let sort = move || {
        listing.list.with(|list| {
            let sorts = list.query.sorts();
            let at = sorts.iter().position(|sort| sort.key == key)?;
            Some((sorts.get(at)?.descending, (sorts.len() > 1).then_some(at + 1)))
        })
    };
    let order = move || match sort() {
        Some((false, _)) => "ascending",
        Some((true, _)) => "descending",
        None => "none",
    };
    // A column that was dragged is not sorted by the click that ends it; a key is never such a click.
    let was_dragged = StoredValue::new(false);
    let clicked = move |event: MouseEvent| {
        if was_dragged.get_value() && event.detail() > 0 {
            return;
        }
        let descending = sort().is_some_and(|(descending, _)| !descending);
        listing.ask(|list| list.query.sort_by(Sort { key, descending }, event.shift_key()), false);
    };
    // Where the pointer began, and how wide the column was.
    let start = StoredValue::new(None::<(i32, u32)>);
    let set_width = move |width: u32| {
        widths.update(|widths| {
            widths.insert(key.name().to_owned(), width.clamp(72, 800));
        });
    };
    let keep = move || {
        preferences::write(&format!("widths.{}", listing.on.name()), &widths.get_untracked());
    };
    let grabbed = move |event: PointerEvent| {
        start.set_value(Some((event.client_x(), width_of(&widths.get_untracked(), key))));
        let target = event_target::<Element>(&event);
        // Without the capture, dragging ends at the edge's own few pixels.
        let _ = target.set_pointer_capture(event.pointer_id());
    };
    let dragged = move |event: PointerEvent| {
        let Some((from, width)) = start.get_value() else { return };
        let by = (event.client_x() - from) * if dom::is_right_to_left() { -1 } else { 1 };
        set_width(width.saturating_add_signed(by));
    };
    let dropped = move |_: PointerEvent| {
        start.set_value(None);
        keep();
    };
    let pressed = move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowRight" => 16,
            "ArrowLeft" => -16,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        set_width(width_of(&widths.get_untracked(), key).saturating_add_signed(by));
        keep();
    };
    let name = NodeRef::<html::Button>::new();
    let pointer_from = StoredValue::new(None::<i32>);
    let grabbed_name = move |event: PointerEvent| {
        was_dragged.set_value(false);
        // A finger scrolls, and the name stays first.
        if event.button() == 0 && event.pointer_type() != "touch" && key != keys::DISPLAY_NAME {
            pointer_from.set_value(Some(event.client_x()));
            if let Some(name) = name.get_untracked() {
                // The key that takes the drag back arrives where the focus is.
                let _ = name.focus();
                // Without the capture, the drag ends at the column's own edge.
                let _ = name.set_pointer_capture(event.pointer_id());
            }
        }
    };
    let dragged_name = move |event: PointerEvent| {
        let Some(from) = pointer_from.get_value() else { return };
        let is_begun = drag.with_untracked(Option::is_some);
        if is_begun || (event.client_x() - from).abs() > SLACK {
            was_dragged.set_value(true);
            let gap = name.get_untracked().and_then(|name| gap_at(&name, event.client_x()));
            drag.set(gap.map(|gap| Drag { key, gap }));
        }
    };
    let let_go = move || {
        pointer_from.set_value(None);
        drag.set(None);
    };
    let dropped_name = move |_: PointerEvent| {
        if let Some(Drag { gap, .. }) = drag.get_untracked() {
            columns::put(listing, key, |at| if gap > at { gap - 1 } else { gap });
        }
        let_go();
    };
    let pressed_name = move |event: KeyboardEvent| {
        if event.key() == "Escape" && drag.with_untracked(Option::is_some) {
            event.prevent_default();
            event.stop_propagation();
            let_go();
        }
    };
    let is_dragged = move || drag.get().is_some_and(|drag| drag.key == key);
    // The edge of this column at which the dragged one would go in.
    let drop_edge = move || {
        let Drag { key: dragged, gap } = drag.get()?;
        listing.columns.with(|columns| {
            let place = |key| columns.iter().position(|other| *other == key);
            let (here, at) = (place(key)?, place(dragged)?);
            match gap {
                gap if gap == at || gap == at + 1 => None,
                gap if gap == here => Some("start"),
                gap if gap == here + 1 && gap == columns.len() => Some("end"),
                _ => None,
            }
        })
    };
    let resize = move || words.get().with("list-resize", &[("field", (&label.get()).into())]);

    view! {
        <div
            class="grid__cell"
            role="columnheader"
            aria-sort=order
            data-key=key.name()
            data-dragged=move || is_dragged().then_some("")
            data-drop=drop_edge
        >
            <button
                class="grid__sort"
                type="button"
                node_ref=name
                on:click=clicked
                on:pointerdown=grabbed_name
                on:pointermove=dragged_name
                on:pointerup=dropped_name
                on:pointercancel=move |_| let_go()
                on:keydown=pressed_name
            >
                <span class="grid__label">{label}</span>
                {move || match order() {
                    "ascending" => Some(view! { <Icon picture=Picture::Up /> }),
                    "descending" => Some(view! { <Icon picture=Picture::Down /> }),
                    _ => None,
                }}
                {move || sort().and_then(|(_, place)| place).map(|place| words.get().number(place))}
            </button>
            <span
                class="grid__edge"
                role="separator"
                tabindex="0"
                aria-orientation="vertical"
                aria-label=resize
                aria-valuemin="72"
                aria-valuemax="800"
                aria-valuenow=move || width_of(&widths.get(), key).to_string()
                on:pointerdown=grabbed
                on:pointermove=dragged
                on:pointerup=dropped
                on:keydown=pressed
            ></span>
        </div>
    }
}

/// The gap between columns that is nearest to a place on the screen; 0 is before the first. The name's
/// column has none before it.
fn gap_at(name: &Element, x: i32) -> Option<usize> {
    let heads = name.closest(".grid__head").ok()??.query_selector_all("[data-key]").ok()?;
    let is_mirrored = dom::is_right_to_left();
    let is_passed = |at: &u32| {
        let head = heads.item(*at).and_then(|head| head.dyn_into::<Element>().ok());
        head.is_some_and(|head| {
            let place = head.get_bounding_client_rect();
            let middle = f64::midpoint(place.left(), place.right());
            (f64::from(x) > middle) != is_mirrored
        })
    };
    Some((0..heads.length()).filter(is_passed).count().max(1))
}

pub(super) fn widths(on: RecordType) -> BTreeMap<String, u32> {
    preferences::read(&format!("widths.{}", on.name())).unwrap_or_default()
}

/// A column's width in pixels: the chosen one, or what its values mostly need.
pub(super) fn width_of(widths: &BTreeMap<String, u32>, key: Key) -> u32 {
    widths.get(key.name()).copied().unwrap_or_else(|| match key.field().map(|field| field.kind) {
        _ if key == keys::DISPLAY_NAME => 240,
        Some(
            Kind::Emails | Kind::Relations(_) | Kind::LongText | Kind::Addresses | Kind::Links,
        ) => 220,
        Some(Kind::Number | Kind::Percent | Kind::Rating | Kind::Flag) => 110,
        _ => 170,
    })
}
