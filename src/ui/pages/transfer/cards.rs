//! Cards that were read. Properties say themselves where they go, so there is nothing to choose.

use std::{cell::RefCell, rc::Rc, sync::Arc};

use leptos::prelude::*;

use super::bring::Bring;
use crate::state::use_workspace;
use rapport::transfer::incoming::{self, Rows};

/// Cards on their way to their preview. They are handed over, not copied: there may be pictures in them.
pub(super) type Held = Rc<RefCell<Option<Rows>>>;

#[component]
pub(super) fn Cards(name: String, rows: Held, #[prop(into)] done: Callback<()>) -> impl IntoView {
    let rows = rows.take().unwrap_or_else(|| Rows { headers: Arc::default(), rows: Vec::new() });
    let preview = use_workspace().peek(|book| Arc::new(incoming::preview(rows, book)));

    view! {
        <div class="restore" role="group" aria-label=name>
            <h3 dir="auto">{name.clone()}</h3>
            <Bring name=name.clone() preview=Memo::new(move |_| preview.clone()) done />
        </div>
    }
}
