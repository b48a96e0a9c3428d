//! On the first screen: a passphrase for the workspace that is begun next.

use leptos::prelude::*;

use super::setting_up::{Chosen, SettingUp};
use crate::state::{boot::use_boot, language::use_words, lock};

#[component]
pub(in crate::ui) fn Protect() -> impl IntoView {
    let words = use_words();
    let boot = use_boot();
    let is_working = RwSignal::new(false);
    let is_set = RwSignal::new(lock::is_on());
    let failed = RwSignal::new(None::<String>);
    let chosen = move |Chosen { passphrase, recovery }: Chosen| {
        is_working.set(true);
        failed.set(None);
        lock::prepare(boot, passphrase, recovery, move |made| {
            // The page may be gone by now.
            let _ = is_working.try_set(false);
            match made {
                Ok(()) => {
                    let _ = is_set.try_set(true);
                }
                Err(problem) => {
                    let _ = failed.try_set(Some(words.get().seal_problem(&problem)));
                }
            }
        });
    };

    view! {
        {move || if is_set.get() {
            view! { <p class="notice" id="protected" role="status">{words.text("lock-protected")}</p> }.into_any()
        } else if lock::is_possible() {
            view! { <SettingUp label=words.text("lock-protect") offers_recovery=true is_working chosen /> }.into_any()
        } else {
            view! { <p>{words.text("lock-unavailable")}</p> }.into_any()
        }}
        <p class="field__fault" role="alert">{move || failed.get()}</p>
    }
}
