//! A tag.

use leptos::prelude::*;

#[component]
pub(in crate::ui) fn TagChip(
    #[prop(into)] name: String,
    #[prop(into)] colour: String,
) -> impl IntoView {
    view! { <span class="tag" data-colour=colour><span class="tag__name" dir="auto">{name}</span></span> }
}
