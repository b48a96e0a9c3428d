//! Two or more ways to look at the same, side by side.

use leptos::prelude::*;

use super::icon::{Icon, Picture};

/// One of the ways.
pub(in crate::ui) struct Way {
    pub href: Signal<String>,
    pub text: String,
    pub picture: Picture,
    pub is_here: bool,
}

#[component]
pub(in crate::ui) fn Switch(
    /// What is looked at.
    label: String,
    ways: Vec<Way>,
) -> impl IntoView {
    let way = |Way { href, text, picture, is_here }: Way| {
        view! {
            <a class="switch__way" href=href aria-current=is_here.then_some("page")>
                <Icon picture />
                {text}
            </a>
        }
    };

    view! { <nav class="switch" aria-label=label>{ways.into_iter().map(way).collect_view()}</nav> }
}
