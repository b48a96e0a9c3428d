//! A question or a form above the page: the browser's own `dialog`, which keeps the focus inside.

use leptos::{html, prelude::*};

/// Shown while `open` holds. Escape and a click beside it close it.
#[component]
pub(in crate::ui) fn Dialog(
    open: RwSignal<bool>,
    #[prop(into)] title: Signal<String>,
    /// Called however it is closed.
    #[prop(optional, into)]
    on_close: Option<Callback<()>>,
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    // Synchronizes the browser's modal state, which is outside the reactive system.
    Effect::new(move || {
        let Some(dialog) = node.get() else { return };
        if open.get() && !dialog.open() {
            // Refused only when it is shown already.
            let _ = dialog.show_modal();
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    let children = StoredValue::new(children);

    view! {
        <dialog
            class="dialog"
            node_ref=node
            aria-label=title
            on:close=move |_| {
                open.set(false);
                if let Some(on_close) = on_close {
                    on_close.run(());
                }
            }
            on:click=move |event| {
                let is_backdrop = event.target().is_some_and(|target| Some(target) == node.get_untracked().map(Into::into));
                if is_backdrop {
                    open.set(false);
                }
            }
        >
            <Show when=move || open.get()>
                <div class="dialog__body">
                    <h2>{title}</h2>
                    {children.with_value(|children| children())}
                </div>
            </Show>
        </dialog>
    }
}
