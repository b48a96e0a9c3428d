//! One click to write, call or note.

use leptos::prelude::*;

use crate::{
    state::{language::use_words, use_workspace},
    ui::components::icon::{Icon, Picture},
};
use rapport::{
    domain::{
        edit::interactions,
        field::keys,
        id::{Id, RecordType},
        value::{email, phone},
    },
    platform::dom,
};

/// What can be clicked.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Action {
    href: String,
    value: String,
}

#[component]
pub(super) fn Actions(on: RecordType, id: Id) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let first = move |key, href: fn(&str) -> Option<String>| {
        workspace.read(&[on], |book| {
            let items = book.get(on, id)?.labelled(key);
            items.iter().find_map(|item| {
                Some(Action { href: href(&item.value)?, value: item.value.to_string() })
            })
        })
    };
    let write = Memo::new(move |_| first(keys::EMAILS, email::href));
    let call = Memo::new(move |_| first(keys::PHONES, phone::href));

    view! {
        <div class="record__actions">
            {move || write.get().map(|action| view! {
                <ActionLink action picture=Picture::Mail message="record-email" />
            })}
            {move || call.get().map(|action| view! {
                <ActionLink action picture=Picture::Phone message="record-call" />
            })}
            {interactions::link_key(on).map(|_| view! {
                <button class="button record__action" type="button" title=words.text("timeline-log") on:click=|_| dom::focus("#note-new")>
                    <Icon picture=Picture::Edit />
                    <span>{words.text("timeline-log")}</span>
                </button>
            })}
        </div>
    }
}

#[component]
fn ActionLink(action: Action, picture: Picture, message: &'static str) -> impl IntoView {
    let words = use_words();
    let title = words.get().with(&format!("{message}-to"), &[("value", (&action.value).into())]);

    view! {
        <a class="button record__action" href=action.href rel="noopener noreferrer" title=title>
            <Icon picture />
            <span>{words.text(message)}</span>
        </a>
    }
}
