//! A person or an organization, beside its list.

use leptos::prelude::*;

#[component]
pub(in crate::ui) fn RecordPanel(
    on: crate::domain::id::RecordType,
    id: crate::domain::id::Id,
) -> impl IntoView {
    view! { <div class="sheet"></div> }
}
