//! An address that leads nowhere.

use leptos::prelude::*;

use crate::state::language::use_words;
use rapport::{domain::id::RecordType, route::Route};

#[component]
pub(in crate::ui) fn NotFound() -> impl IntoView {
    let words = use_words();
    view! {
        <div class="empty">
            <h1 class="empty__title">{words.text("not-found")}</h1>
            <a class="button" href=Route::list(RecordType::Person).href()>{words.text("nav-people")}</a>
        </div>
    }
}
