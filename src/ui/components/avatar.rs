//! A photo, or the initials on a tint that follows from the name.

use leptos::prelude::*;

/// What stands for a person or an organization in little room.
#[component]
pub(in crate::ui) fn Avatar(
    #[prop(into)] name: String,
    /// The photo's `data:` address.
    #[prop(optional_no_strip)]
    photo: Option<String>,
) -> impl IntoView {
    let tint = name.chars().fold(0_u32, |sum, c| sum.wrapping_mul(31).wrapping_add(c.into())) % 8;
    let picture = match photo {
        Some(photo) => view! { <img class="avatar__picture" src=photo alt="" /> }.into_any(),
        None => initials(&name).into_any(),
    };

    view! { <span class="avatar" data-tint=tint.to_string() aria-hidden="true">{picture}</span> }
}

/// The first letters of the first and the last word; the style sheet makes them large.
fn initials(name: &str) -> String {
    let mut letters =
        name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let first = letters.next();
    let last = letters.next_back();
    first.into_iter().chain(last).collect()
}
