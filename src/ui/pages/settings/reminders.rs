//! Whether to notify when the time of a task comes.

use leptos::prelude::*;

use crate::{
    state::{self, language::use_words},
    ui::reminders::WANTED,
};
use rapport::platform::{
    notifications::{self, Permission},
    preferences,
};

#[component]
pub(super) fn Reminders() -> impl IntoView {
    let words = use_words();
    let is_wanted = RwSignal::new(preferences::read(WANTED).unwrap_or(false));
    let permission = RwSignal::new(notifications::permission());
    let want = move |wanted: bool| {
        // A browser that keeps no preferences forgets it with the page.
        preferences::write(WANTED, &wanted);
        is_wanted.set(wanted);
        if wanted {
            state::start(async move {
                let answer = notifications::ask().await;
                // The page may be gone by now.
                let _ = permission.try_set(answer);
            });
        }
    };
    let is_on = move || is_wanted.get() && permission.get() == Permission::Granted;
    let refused = move || match permission.get() {
        Permission::Denied if is_wanted.get() => Some("reminders-denied"),
        Permission::Unavailable => Some("reminders-unavailable"),
        _ => None,
    };

    view! {
        <section class="sheet__section" id="reminders">
            <h2>{words.text("reminders")}</h2>
            <label class="cluster">
                <input
                    type="checkbox"
                    id="remind"
                    prop:checked=is_on
                    disabled=move || permission.get() == Permission::Unavailable
                    on:change=move |event| want(event_target_checked(&event))
                />
                {words.text("reminders-want")}
            </label>
            <p class="subtle">{words.text("reminders-lead")}</p>
            <p role="status">{move || refused().map(|message| words.text(message))}</p>
        </section>
    }
}
