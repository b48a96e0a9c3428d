//! The root: what everything else stands below, and the choice of the first screen.

use leptos::prelude::*;

use super::{components::toast_list::ToastList, later, pages::first_run::FirstRun, shell::Shell};
use crate::state::{
    self,
    boot::{Boot, Booting},
    keeping::Keeping,
    language::{Languages, Wording, Words},
    lock,
    navigation::Navigation,
    toasts::Toasts,
};
use rapport::platform::dom;

#[component]
pub(super) fn App(wording: Wording) -> impl IntoView {
    let languages = Languages::provide(wording);
    let navigation = Navigation::provide();
    Toasts::provide();
    let boot = Booting(RwSignal::new_local(Boot::Opening));
    provide_context(boot);
    boot.open();
    lock::listen(boot);
    let keeping = Keeping::provide();
    // The first screen comes before what may be wanted after it.
    let is_begun = StoredValue::new(false);
    Effect::new(move || {
        if !matches!(boot.0.get(), Boot::Opening) && !is_begun.get_value() {
            is_begun.set_value(true);
            dom::remove("boot");
            state::start(later::fetch_all(keeping, boot));
        }
    });

    // Another language is another interface: all below is built anew, so that no part has to listen.
    move || {
        Words::provide(languages.0.get());
        view! {
            {move || match boot.0.get() {
                // What the page shows by itself stays until then.
                Boot::Opening => ().into_any(),
                Boot::Locked(copies) => later::locked(copies),
                Boot::FirstRun => view! { <FirstRun /> }.into_any(),
                Boot::Failed(error) => later::recovery(error),
                Boot::Ready(workspace) => {
                    provide_context(workspace);
                    navigation.read_again();
                    view! { <Shell /> }.into_any()
                }
            }}
            <ToastList />
        }
    }
}
