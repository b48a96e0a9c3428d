//! A line for the name of something new, and the button that makes it.

use leptos::prelude::*;
use web_sys::SubmitEvent;

use crate::ui::components::icon::{Icon, Picture};

#[component]
pub(in crate::ui) fn NameForm(
    class: &'static str,
    #[prop(into)] id: String,
    /// Whoever makes something of the name empties the line.
    name: RwSignal<String>,
    /// What the line is for.
    label: String,
    action: String,
    picture: Picture,
    #[prop(default = "button")] button: &'static str,
    /// Gets the name without spaces around it, and nothing where there is none.
    on_name: impl Fn(String) + 'static,
    /// What stands behind the button.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        let name = name.get_untracked().trim().to_owned();
        if !name.is_empty() {
            on_name(name);
        }
    };

    view! {
        <form class=class on:submit=submitted>
            <input
                class="input"
                id=id
                type="text"
                autocomplete="off"
                dir="auto"
                placeholder=label.clone()
                aria-label=label
                prop:value=move || name.get()
                on:input=move |event| name.set(event_target_value(&event))
            />
            <button class=button type="submit">
                <Icon picture />
                {action}
            </button>
            {children.map(|children| children())}
        </form>
    }
}
