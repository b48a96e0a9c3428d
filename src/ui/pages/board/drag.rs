//! Dragging a card with a pointer: to another stage, or to where deals end.
//!
//! A mouse takes a card anywhere; a finger takes it by its grip, since elsewhere it scrolls. The board
//! captures the pointer once something is dragged, so that a click stays a click.

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent, PointerEvent};

use super::Board;
use crate::ui::{
    commands,
    components::icon::{Icon, Picture},
};
use rapport::{
    domain::id::{Id, RecordType},
    platform::dom,
};

/// How far the pointer goes, in pixels, before a click becomes a drag.
const SLACK: i32 = 6;

/// How near to an edge it scrolls, and how far with each frame, in pixels.
const EDGE: f64 = 56.0;
const STEP: i32 = 12;

/// A pointer that went down on a card.
#[derive(Clone, Copy, Debug)]
struct Press {
    deal: Id,
    pointer: i32,
    x: i32,
    y: i32,
    /// Something was dragged, so that what follows is no click.
    is_drag: bool,
    /// The pointer has gone up.
    is_over: bool,
}

/// A card that is being dragged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Drag {
    pub deal: Id,
    name: String,
}

/// What a pointer is doing.
#[derive(Clone, Copy)]
pub(super) struct Pointer {
    /// Where it was pressed, before and while something is dragged.
    press: StoredValue<Option<Press>>,
    pub drag: RwSignal<Option<Drag>>,
    /// Where it is meanwhile.
    point: RwSignal<(i32, i32)>,
    /// What it is over.
    pub over: RwSignal<Option<Target>>,
    pub board: NodeRef<html::Div>,
    /// The columns, which scroll at its edges.
    pub scroller: NodeRef<html::Div>,
}

impl Pointer {
    pub(super) fn new() -> Self {
        Self {
            press: StoredValue::new(None),
            drag: RwSignal::new(None),
            point: RwSignal::new((0, 0)),
            over: RwSignal::new(None),
            board: NodeRef::new(),
            scroller: NodeRef::new(),
        }
    }
}

/// Where a card can be let go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Stage(Id),
    Won,
    Lost,
}

impl Target {
    fn parse(text: &str) -> Option<Self> {
        match text {
            "won" => Some(Self::Won),
            "lost" => Some(Self::Lost),
            stage => Id::parse(stage).map(Self::Stage),
        }
    }

    /// The one that is seen at a place of the window.
    fn at(x: i32, y: i32) -> Option<Self> {
        let element = dom::at(x, y)?.closest("[data-drop]").ok()??;
        Self::parse(&element.get_attribute("data-drop")?)
    }
}

/// What an event happened on.
pub(super) fn target(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The deal of the card that an element is in.
pub(super) fn deal_of(element: &Element) -> Option<Id> {
    Id::parse(&element.closest(".card").ok()??.get_attribute("data-deal")?)
}

impl Board {
    pub(super) fn grabbed(self, event: &PointerEvent) {
        self.pointer().press.set_value(None);
        let Some(target) = target(event).filter(|_| event.button() == 0) else { return };
        let is_in = |selector| target.closest(selector).is_ok_and(|it| it.is_some());
        let is_taken = event.pointer_type() != "touch" || is_in(".card__grip");
        if let Some(deal) = deal_of(&target).filter(|_| is_taken && !is_in("button")) {
            self.pointer().press.set_value(Some(Press {
                deal,
                pointer: event.pointer_id(),
                x: event.client_x(),
                y: event.client_y(),
                is_drag: false,
                is_over: false,
            }));
        }
    }

    pub(super) fn moved(self, event: &PointerEvent) {
        let press = self.pointer().press.get_value();
        let is_held = |press: &Press| !press.is_over && press.pointer == event.pointer_id();
        let Some(press) = press.filter(is_held) else { return };
        // It has gone up where the board did not hear of it.
        if event.buttons() == 0 {
            self.let_go();
            return;
        }
        let (x, y) = (event.client_x(), event.client_y());
        if !press.is_drag {
            if (x - press.x).abs().max((y - press.y).abs()) <= SLACK {
                return;
            }
            self.pointer().press.set_value(Some(Press { is_drag: true, ..press }));
            if let Some(node) = self.pointer().board.get_untracked() {
                // Without the capture, what leaves the window is not heard of any more.
                let _ = node.set_pointer_capture(press.pointer);
            }
            let name = commands::name_of(self.workspace, RecordType::Deal, press.deal);
            self.pointer().drag.set(Some(Drag { deal: press.deal, name }));
            self.scroll_at_edges();
        }
        if self.pointer().drag.with_untracked(Option::is_some) {
            self.pointer().point.set((x, y));
            self.look();
        }
    }

    /// Looks what the pointer is over.
    fn look(self) {
        let (x, y) = self.pointer().point.get_untracked();
        let over = Target::at(x, y);
        if self.pointer().over.get_untracked() != over {
            self.pointer().over.set(over);
        }
    }

    pub(super) fn dropped(self) {
        let over = self.pointer().over.get_untracked();
        let drag = self.pointer().drag.get_untracked();
        self.let_go();
        let Some(Drag { deal, .. }) = drag else { return };
        match over {
            Some(Target::Stage(stage)) => self.drop_on(deal, stage),
            Some(Target::Won) => self.win(deal),
            Some(Target::Lost) => self.lose(deal),
            None => {}
        }
    }

    /// Ends the dragging, and moves nothing.
    pub(super) fn let_go(self) {
        self.pointer().press.update_value(|press| {
            if let Some(press) = press {
                press.is_over = true;
            }
        });
        if self.pointer().drag.with_untracked(Option::is_some) {
            self.pointer().drag.set(None);
            self.pointer().over.set(None);
        }
    }

    /// Escape ends the dragging, wherever the focus is; else it closes the open record.
    pub(super) fn pressed_in_page(self, event: &KeyboardEvent) {
        if event.key() != "Escape" || event.default_prevented() {
            return;
        }
        let is_typing = target(event).is_some_and(|it| {
            it.matches("input, textarea, select, dialog, dialog *").unwrap_or_default()
        });
        if self.pointer().drag.with_untracked(Option::is_some) {
            self.let_go();
        } else if self.open.get_untracked().is_some()
            && !is_typing
            && dom::find("dialog[open]").is_none()
        {
            self.navigation.go(&self.navigation.peek().closed());
        } else {
            return;
        }
        event.prevent_default();
    }

    /// The click that ends a drag opens nothing.
    pub(super) fn clicked(self, event: &MouseEvent) {
        // A key that presses a link is no such click.
        if event.detail() > 0 && self.pointer().press.get_value().is_some_and(|press| press.is_drag)
        {
            event.prevent_default();
        }
    }

    /// Scrolls with each frame for as long as something is dragged to an edge.
    fn scroll_at_edges(self) {
        request_animation_frame(move || {
            // The page may be gone by now.
            let pointer = self.pointer.try_get_value();
            if pointer.and_then(|it| it.drag.try_with_untracked(Option::is_some)) == Some(true) {
                self.nudge();
                self.scroll_at_edges();
            }
        });
    }

    fn nudge(self) {
        let (x, y) = self.pointer().point.get_untracked();
        let Some(columns) = self.pointer().scroller.get_untracked() else { return };
        let place = columns.get_bounding_client_rect();
        let by = step(f64::from(x), place.left(), place.right());
        columns.set_scroll_left(columns.scroll_left() + by);
        let list = dom::at(x, y).and_then(|it| it.closest(".board__column").ok().flatten());
        if let Some(list) = list {
            let place = list.get_bounding_client_rect();
            let by = step(f64::from(y), place.top(), place.bottom());
            list.set_scroll_top(list.scroll_top() + by);
        }
        self.look();
    }
}

/// How far to scroll where the pointer is near an end of what is seen.
fn step(at: f64, from: f64, to: f64) -> i32 {
    if at < from + EDGE {
        -STEP
    } else if at > to - EDGE {
        STEP
    } else {
        0
    }
}

/// Where deals end: seen only while one is dragged.
#[component]
pub(super) fn Zones(board: Board) -> impl IntoView {
    let words = board.words;
    let Pointer { drag, over, .. } = board.pointer();
    let zone = move |name: &'static str, to: Target, message, picture| {
        view! {
            <div class="board__zone" data-drop=name data-over=move || (over.get() == Some(to)).then_some("")>
                <Icon picture />
                {words.text(message)}
            </div>
        }
    };

    view! {
        <Show when=move || drag.with(Option::is_some)>
            <div class="board__zones" aria-hidden="true">
                {zone("won", Target::Won, "choice-deal-status-won", Picture::Check)}
                {zone("lost", Target::Lost, "choice-deal-status-lost", Picture::Close)}
            </div>
        </Show>
    }
}

/// What goes with the pointer.
#[component]
pub(super) fn Ghost(board: Board) -> impl IntoView {
    let Pointer { drag, point, .. } = board.pointer();
    let place = move || {
        let (x, y) = point.get();
        format!("translate({x}px, {y}px)")
    };

    view! {
        {move || drag.get().map(|drag| view! {
            <div class="board__ghost" aria-hidden="true" style:transform=place dir="auto">{drag.name}</div>
        })}
    }
}
