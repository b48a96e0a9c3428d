//! Files in and out.

use leptos::prelude::*;

#[component]
pub(in crate::ui) fn TransferPage() -> impl IntoView {
    view! { <div class="sheet"></div> }
}
