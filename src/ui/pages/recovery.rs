//! What is said when the workspace cannot be opened, and the ways out.

use leptos::prelude::*;

#[component]
pub(in crate::ui) fn Recovery(error: crate::storage::opening::BootError) -> impl IntoView {
    view! { <div class="sheet"></div> }
}
