//! Says that there is a newer version of the app. It waits until the person takes it.

use leptos::prelude::*;

use crate::state::{self, keeping::Keeping, language::use_words};
use rapport::platform::offline;

#[component]
pub(super) fn NewerVersion(keeping: Keeping) -> impl IntoView {
    let words = use_words();
    let is_put_off = RwSignal::new(false);

    view! {
        <Show when=move || keeping.has_newer() && !is_put_off.get()>
            <div class="notice notice--bar" role="status" id="newer-version">
                <p class="notice__text">{words.text("newer-version")}</p>
                <button class="button button--primary" type="button" on:click=|_| state::start(offline::renew())>
                    {words.text("newer-version-take")}
                </button>
                <button class="button" type="button" on:click=move |_| is_put_off.set(true)>
                    {words.text("newer-version-later")}
                </button>
            </div>
        </Show>
    }
}
