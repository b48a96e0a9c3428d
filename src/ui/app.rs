//! The root: what everything else stands below, and the choice of the first screen.

use leptos::prelude::*;

use super::{
    components::toast_list::ToastList,
    pages::{first_run::FirstRun, recovery::Recovery},
    shell::Shell,
};
use crate::state::{
    boot::{Boot, Booting},
    language::{Languages, Words},
    navigation::Navigation,
    toasts::Toasts,
};

#[component]
pub(super) fn App() -> impl IntoView {
    let languages = Languages::provide();
    Navigation::provide();
    Toasts::provide();
    let boot = Booting(RwSignal::new_local(Boot::Opening));
    provide_context(boot);
    boot.open();

    // Another language is another interface: all below is built anew, so that no part has to listen.
    move || {
        Words::provide(languages.0.get());
        view! {
            {move || match boot.0.get() {
                // An opening takes less time than it takes to read a word about it.
                Boot::Opening => ().into_any(),
                Boot::FirstRun => view! { <FirstRun /> }.into_any(),
                Boot::Failed(error) => view! { <Recovery error /> }.into_any(),
                Boot::Ready(workspace) => {
                    provide_context(workspace);
                    view! { <Shell /> }.into_any()
                }
            }}
            <ToastList />
        }
    }
}
