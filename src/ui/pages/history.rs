//! What happened in the workspace, newest first.

use leptos::prelude::*;

#[component]
pub(in crate::ui) fn HistoryPage() -> impl IntoView {
    view! { <div class="sheet"></div> }
}
