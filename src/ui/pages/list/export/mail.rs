//! One letter to all: links for the person's mail program, and the addresses by themselves.

use std::sync::Arc;

use leptos::prelude::*;

use super::Listing;
use crate::{
    state::{self, language::use_words, toasts::use_toasts},
    ui::components::icon::{Icon, Picture},
};
use rapport::{domain::table::Slot, platform::dom, transfer::mail};

#[component]
pub(super) fn MailLinks(listing: Listing, slots: Signal<Arc<Vec<Slot>>>) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let on = listing.on;
    let recipients = Memo::new(move |_| {
        listing.workspace.read(&[on], |book| mail::recipients(book, on, &slots.get()))
    });
    let count = move || recipients.with(|it| it.addresses.len());
    let links = move || recipients.with(|it| mail::links(&it.addresses));
    let clicked_copy = move |_| {
        let text = recipients.with_untracked(|it| it.addresses.join(", "));
        state::start(async move {
            let i18n = words.get();
            match dom::copy(&text).await {
                Ok(()) => toasts.done(i18n.text("export-copied"), None),
                Err(error) => {
                    toasts.failed(i18n.with("export-not-copied", &[("words", (&error).into())]));
                }
            }
        });
    };
    let link = move |nth: usize, of: usize, href: String| {
        let i18n = words.get();
        let label = if of == 1 {
            i18n.text("export-mail-write")
        } else {
            i18n.with("export-mail-part", &[("nth", (nth + 1).into()), ("of", of.into())])
        };
        view! { <li><a class="button" href=href><Icon picture=Picture::Mail />{label}</a></li> }
    };
    let without = move || {
        let without = recipients.with(|it| it.without);
        let i18n = words.get();
        let what = i18n.count(on, without);
        (without > 0).then(|| i18n.with("export-mail-without", &[("what", (&what).into())]))
    };

    view! {
        <div class="stack" id="export-mail">
            <p role="status">
                {move || words.get().with("export-mail-count", &[("count", count().into())])}
                " "
                {without}
            </p>
            <p class="subtle">{words.text("export-mail-lead")}</p>
            <ul class="export__links" role="list">
                {move || {
                    let links = links();
                    let of = links.len();
                    links.into_iter().enumerate().map(|(nth, href)| link(nth, of, href)).collect_view()
                }}
            </ul>
            <div>
                <button class="button" id="export-copy" type="button" disabled=move || count() == 0 on:click=clicked_copy>
                    {words.text("export-copy")}
                </button>
            </div>
        </div>
    }
}
