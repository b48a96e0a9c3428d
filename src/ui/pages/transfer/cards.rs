//! Cards that were read. Properties say themselves where they go, so there is nothing to map.

use std::sync::Arc;

use leptos::prelude::*;

use super::arrival::Arrival;
use rapport::transfer::incoming::{How, Rows, Source};

#[component]
pub(super) fn Cards(
    name: String,
    rows: Arc<Rows>,
    #[prop(into)] done: Callback<()>,
) -> impl IntoView {
    let source = Signal::stored(Some(rows as Arc<dyn Source>));

    view! {
        <div class="restore" role="group" aria-label=name>
            <h3 dir="auto">{name.clone()}</h3>
            <Arrival name=name.clone() source how=How::default() keys=Vec::new() mend=None done />
        </div>
    }
}
