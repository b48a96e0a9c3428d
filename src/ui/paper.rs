//! What is seen on paper only.

use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::JsCast;

use rapport::platform::{clock::Timer, dom};

/// How long it is kept, in milliseconds: some browsers print after they have been told to.
const KEPT: u32 = 60_000;

/// Puts something at the end of the page for a while, and prints it alone.
pub(super) fn put(view: impl FnOnce() -> AnyView + 'static) {
    let Some(body) = dom::document().body() else { return };
    // What was printed before is not printed again.
    if let Some(before) = dom::find(".paper") {
        before.remove();
    }
    let handle = mount_to(body.unchecked_into(), view);
    dom::print();
    Timer::new(KEPT, move || drop(handle)).forget();
}
