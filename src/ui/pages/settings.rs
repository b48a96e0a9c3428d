//! Language, theme, and what is stored here.

use leptos::prelude::*;

#[component]
pub(in crate::ui) fn SettingsPage() -> impl IntoView {
    view! { <div class="sheet"></div> }
}
