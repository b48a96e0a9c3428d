//! All tags.

use leptos::prelude::*;

#[component]
pub(in crate::ui) fn TagsPage() -> impl IntoView {
    view! { <div class="sheet"></div> }
}
