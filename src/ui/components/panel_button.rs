//! Opens and closes a panel, and says whether it is open.

use leptos::prelude::*;

use super::icon::{Icon, Picture};

#[component]
pub(in crate::ui) fn PanelButton(
    is_open: RwSignal<bool>,
    label: String,
    picture: Picture,
) -> impl IntoView {
    let title = label.clone();

    view! {
        <button
            class="button"
            type="button"
            title=title
            aria-expanded=move || is_open.get().to_string()
            on:click=move |_| is_open.update(|open| *open = !*open)
        >
            <Icon picture />
            <span>{label}</span>
        </button>
    }
}
