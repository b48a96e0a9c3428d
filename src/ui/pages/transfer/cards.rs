//! Cards that were read. Properties say themselves where they go, so there is nothing to choose.

use std::{rc::Rc, sync::Arc};

use leptos::prelude::*;

use super::bring::Bring;
use crate::state::use_workspace;
use rapport::{
    domain::id::RecordType,
    transfer::incoming::{self, Rows},
};

#[component]
pub(super) fn Cards(
    name: String,
    rows: Rc<Rows>,
    #[prop(into)] done: Callback<()>,
) -> impl IntoView {
    let workspace = use_workspace();
    let rows = StoredValue::new_local(rows);
    let preview = Memo::new(move |_| {
        let rows = rows.with_value(|rows| Rows::clone(rows));
        Arc::new(workspace.read(&[RecordType::Person], |book| incoming::preview(rows, book)))
    });

    view! {
        <div class="restore" role="group" aria-label=name>
            <h3 dir="auto">{name.clone()}</h3>
            <Bring name=name.clone() preview done />
        </div>
    }
}
