//! What a person sees.
//!
//! Pages use forms and components; components know neither state nor pages nor a type of record that is
//! not among their properties; pages do not import each other.

#![expect(unreachable_pub, reason = "the component macro makes properties `pub`")]

mod app;
mod commands;
mod components;
mod forms;
mod keyboard;
mod later;
mod lock;
mod newer_version;
mod pages;
mod paper;
mod reminder;
mod reminders;
mod saving;
mod shell;
mod tasks;
mod working;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::state::{self, language::Wording};
use rapport::{domain::fold, platform::intl};

#[wasm_bindgen]
extern "C" {
    // In `public/boot.js`: shows what stands in for an app that has stopped.
    #[wasm_bindgen(js_name = rapportCrashed)]
    fn crashed(message: &str);
}

/// Mounts the app. A panic ends it: the page then says that the data is safe and offers a reload.
pub fn mount() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        crashed(&info.to_string());
    }));
    fold::simplify_with(intl::simplify);
    state::start(async {
        let wording = Wording::of_person().await;
        leptos::mount::mount_to_body(move || app::App(app::AppProps { wording }));
    });
}
