//! A form for a new person or organization.

use leptos::prelude::*;

#[component]
pub(in crate::ui) fn NewRecord(on: crate::domain::id::RecordType) -> impl IntoView {
    view! { <div class="sheet"></div> }
}
