//! The focus, which must not get lost: when the element that has it goes, something near takes over.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{Here, use_here};
use rapport::platform::dom::{self, Watch};

/// Where the focus goes when nothing around what had it is left: the first of these that is seen.
const FALLBACKS: [&str; 4] = ["#grid", "#board .card__link[tabindex='0']", "#record", "#page"];

/// Sees to the focus as long as it is on the page. Shows nothing.
#[component]
pub(super) fn Focus() -> impl IntoView {
    let here = use_here();
    // What had the focus last, and what it stood in, from the inside out.
    let last = StoredValue::new_local(Vec::<Element>::new());
    let focused = window_event_listener(ev::focusin, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        last.set_value(std::iter::successors(target, |it| it.parent_element()).collect());
    });
    // A click beside everything takes the focus away on purpose; one on something gives it there.
    let clicked = window_event_listener(ev::pointerdown, move |_| last.set_value(Vec::new()));
    on_cleanup(move || {
        focused.remove();
        clicked.remove();
    });
    let keep = move || {
        if let Some(last) = last.try_get_value() {
            keep(here, &last);
        }
    };
    let watch = StoredValue::new_local(Watch::new(move || {
        let is_lost = dom::active().is_none_or(|it| it.tag_name() == "BODY");
        if is_lost || here.awaited.try_get_value().flatten().is_some() {
            keep();
        }
    }));
    on_cleanup(move || watch.dispose());
    // Synchronizes the focus, which is outside the reactive system: what had it may be hidden on another page.
    Effect::new(move || {
        here.navigation.route();
        request_animation_frame(move || {
            if dom::active().is_some_and(|active| !dom::is_visible(&active)) {
                keep();
            }
        });
    });
}

fn keep(here: Here, last: &[Element]) {
    let Some(awaited) = here.awaited.try_get_value() else { return };
    if let Some(selector) = awaited
        && dom::find(selector).is_some_and(|it| dom::is_visible(&it))
    {
        here.awaited.set_value(None);
        dom::focus(selector);
        dom::select_text();
        return;
    }
    // What had it may still be there, and have been changed so that it lost it.
    let near = last.iter().enumerate();
    let near = near.filter(|(nth, it)| *nth == 0 || it.has_attribute("tabindex"));
    let near = near.map(|(_, it)| it.clone()).filter(|it| it.id() != "page");
    let fallbacks = FALLBACKS.into_iter().filter_map(dom::find).filter(|_| !last.is_empty());
    for element in near.chain(fallbacks).filter(dom::is_visible) {
        let Ok(element) = element.dyn_into::<HtmlElement>() else { continue };
        // One that cannot have it, such as a button that can do nothing any more, leaves it as it is.
        let _ = element.focus();
        if dom::active().is_some_and(|active| active == *element) {
            return;
        }
    }
}
