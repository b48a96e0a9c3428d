//! Messages at the bottom of the screen.

use leptos::prelude::*;

use super::icon::{Icon, Picture};
use crate::{
    state::{
        boot::{Boot, use_boot},
        language::use_words,
        navigation::use_navigation,
        toasts::{Next, Toast, use_toasts},
    },
    ui::later,
};

#[component]
pub(in crate::ui) fn ToastList() -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let boot = use_boot();
    let navigation = use_navigation();
    let clicked_undo = move |toast: &Toast| {
        toasts.close(toast.id);
        if let (Boot::Ready(workspace), Some(position)) = (boot.0.get_untracked(), toast.undo) {
            later::undo_at(words, toasts, workspace, position);
        }
    };
    let clicked_next = move |id: u32, next: Next| {
        toasts.close(id);
        let Boot::Ready(workspace) = boot.0.get_untracked() else { return };
        match next {
            Next::Plan { deal } => {
                later::plan_project(words, toasts, workspace, navigation, deal);
            }
            Next::KeepFormer(former) => later::keep_former(words, toasts, workspace, former),
        }
    };

    view! {
        <div class="toasts" role="status" aria-live="polite">
            <For each=move || toasts.list() key=|toast| toast.id let:toast>
                {
                    let id = toast.id;
                    let undone = toast.clone();
                    view! {
                        <div class="toast" data-error=toast.is_error.then_some("")>
                            <p class="toast__text">{toast.text.clone()}</p>
                            {toast.next.map(|(label, next)| view! {
                                <button class="toast__button" type="button" on:click=move |_| clicked_next(id, next.clone())>
                                    {label}
                                </button>
                            })}
                            {toast.undo.map(|_| view! {
                                <button class="toast__button" type="button" on:click=move |_| clicked_undo(&undone)>
                                    {words.text("undo")}
                                </button>
                            })}
                            <button class="toast__button" type="button" aria-label=words.text("close") on:click=move |_| toasts.close(id)>
                                <Icon picture=Picture::Close />
                            </button>
                        </div>
                    }
                }
            </For>
        </div>
    }
}
