//! The caps of keys, as on the keyboard.

use leptos::prelude::*;

use crate::state::language::use_words;
use rapport::{keys::stroke::Stroke, platform::dom};

/// One way to give a command: caps pressed at once, or two after one another.
#[component]
pub(super) fn Caps(keys: &'static str) -> impl IntoView {
    let words = use_words();
    let is_mac = dom::is_mac();
    let stroke = move |stroke: &'static str| {
        let caps = words.get().caps(&Stroke::parse(stroke), is_mac);
        let caps = caps.into_iter().map(|cap| view! { <kbd class="caps__cap">{cap}</kbd> });
        // Keys that are held come first on every keyboard; two after one another run as the words do.
        view! { <span class="caps" dir="ltr">{caps.collect_view()}</span> }
    };
    let (first, second) = keys.split_once(' ').map_or((keys, None), |(a, b)| (a, Some(b)));

    view! {
        <span class="caps">
            {stroke(first)}
            {second.map(|second| view! {
                <span class="caps__then">{words.text("keys-then")}</span>
                {stroke(second)}
            })}
        </span>
    }
}
