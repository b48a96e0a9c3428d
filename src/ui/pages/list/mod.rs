//! People or organizations: find, filter, sort, select, and open one beside the list.

use crate::domain::id::RecordType;
use leptos::prelude::*;

#[component]
pub(in crate::ui) fn ListPage(on: RecordType) -> impl IntoView {
    view! { <div class="sheet">{on.name()}</div> }
}
