//! The first screen: start empty, bring a file, or try the demo.

use leptos::prelude::*;

#[component]
pub(in crate::ui) fn FirstRun() -> impl IntoView {
    view! { <div class="sheet"></div> }
}
