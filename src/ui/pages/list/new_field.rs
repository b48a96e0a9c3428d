//! A field of one's own, made from the head of the list and shown in it at once.

use leptos::prelude::*;

use super::{Listing, columns};
use crate::{
    state::language::use_words,
    ui::{components::dialog::Dialog, forms::DefinitionForm},
};
use rapport::domain::key::Key;

#[component]
pub(in crate::ui) fn NewField(listing: Listing, open: RwSignal<bool>) -> impl IntoView {
    let words = use_words();
    let title = Signal::derive(move || words.text("fields-new"));
    let on_done = Callback::new(move |made: Option<Key>| {
        open.set(false);
        if let Some(key) = made {
            columns::arrange(listing, |columns| columns.push(key));
        }
    });

    view! {
        <Dialog open title>
            <DefinitionForm on=listing.on on_done />
        </Dialog>
    }
}
