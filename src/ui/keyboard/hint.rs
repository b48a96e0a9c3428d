//! What the first of two keys can become, while the second is awaited.

use leptos::{ev, prelude::*};

use super::{caps::Caps, is_possible, use_here};
use rapport::keys::{self, COMMANDS};

#[component]
pub(super) fn Hint() -> impl IntoView {
    let here = use_here();
    // Whoever goes on with the pointer has given the keys up.
    let clicked = window_event_listener(ev::pointerdown, move |_| here.begun.set(None));
    on_cleanup(move || clicked.remove());
    let row = move |(at, key): (usize, &'static str)| {
        let command = COMMANDS.get(at).filter(|_| is_possible(here, at))?;
        Some(view! {
            <li class="hint__row">
                <Caps keys=key />
                {here.words.get().command(command)}
            </li>
        })
    };

    view! {
        <div role="status">
            {move || here.begun.get().map(|begun| view! {
                <ul class="hint" id="hint" role="list">
                    {keys::continuations(begun).filter_map(row).collect_view()}
                </ul>
            })}
        </div>
    }
}
