//! A button with a list of choices under it.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, KeyboardEvent, Node};

use super::icon::{Icon, Picture};

/// Open while the focus is inside; Escape closes it and gives the focus back to the button.
#[component]
pub(in crate::ui) fn Menu(
    picture: Picture,
    #[prop(into)] label: String,
    /// Shown beside the label, such as a count of what is chosen.
    #[prop(optional, into)]
    note: Signal<String>,
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let anchor = NodeRef::<html::Div>::new();
    let button = NodeRef::<html::Button>::new();
    let left = move |event: FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        // A page that is left takes the focus out of what it had open, when that is gone already.
        let Some(Some(anchor)) = anchor.try_get_untracked() else { return };
        if !anchor.contains(to.as_ref()) {
            open.set(false);
        }
    };
    let pressed = move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.stop_propagation();
            open.set(false);
            if let Some(button) = button.get_untracked() {
                // A button can always be focused.
                let _ = button.focus();
            }
        }
    };
    let children = StoredValue::new(children);
    let title = label.clone();

    view! {
        <div class="menu__anchor" node_ref=anchor on:focusout=left on:keydown=pressed>
            <button
                class="button"
                type="button"
                node_ref=button
                title=title
                aria-expanded=move || open.get().to_string()
                on:click=move |_: ev::MouseEvent| open.update(|open| *open = !*open)
            >
                <Icon picture />
                <span>{label}</span>
                {move || { let note = note.get(); (!note.is_empty()).then(|| view! { <span class="menu__note">{note}</span> }) }}
            </button>
            <Show when=move || open.get()>
                <div class="menu" tabindex="-1">{children.with_value(|children| children())}</div>
            </Show>
        </div>
    }
}
