//! What can be done with all selected records at once; each is one change and one undo.

use leptos::prelude::*;

use super::{
    Listing,
    change::{ChangeForm, DeleteForm},
};
use crate::{
    state::{
        language::{Words, use_words},
        toasts::{Toasts, use_toasts},
    },
    ui::{
        commands,
        components::{
            dialog::Dialog,
            icon::{Icon, Picture},
            menu::Menu,
        },
        keyboard::use_here,
        later,
    },
};
use rapport::{
    domain::{
        edit::bulk::{Bulk, Wish},
        field::keys,
        id::{Id, RecordType},
        key::Key,
    },
    query::segment,
};

#[component]
pub(super) fn BulkBar(listing: Listing) -> impl IntoView {
    let is_any = Memo::new(move |_| listing.selected.with(|selected| !selected.is_empty()));

    view! {
        <Show when=move || is_any.get()>{later::bulk_tools(listing)}</Show>
    }
}

#[component]
pub(in crate::ui) fn BulkTools(listing: Listing) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let here = use_here();
    let Listing { selected, slots, .. } = listing;
    // What was selected and is not found any more is left alone, as long as it is not found again.
    let count = Memo::new(move |_| {
        slots.with(|slots| {
            selected.with(|selected| slots.iter().filter(|slot| selected.contains(slot)).count())
        })
    });
    let count = move || count.get();
    let is_changing = RwSignal::new(false);
    let titled = move |message: &'static str| {
        Signal::derive(move || {
            let i18n = words.get();
            i18n.with(message, &[("what", (&i18n.count(listing.on, count())).into())])
        })
    };

    view! {
            <div class="bulk" role="toolbar" aria-label=words.text("list-select-all") hidden=move || count() == 0>
                <p class="bulk__count" role="status">
                    {move || words.get().with("list-selected", &[("count", count().into())])}
                </p>
                <AddTag listing />
                <RemoveTag listing />
                <AddToList listing />
                <button class="button" id="bulk-change" type="button" title=words.text("bulk-change") aria-haspopup="dialog" on:click=move |_| is_changing.set(true)>
                    <Icon picture=Picture::Edit />
                    <span>{words.text("bulk-change")}</span>
                </button>
                <button class="button" id="bulk-export" type="button" title=words.text("bulk-export") aria-haspopup="dialog" on:click=move |_| here.is_exporting.set(true)>
                    <Icon picture=Picture::Export />
                    <span>{words.text("bulk-export")}</span>
                </button>
                <button
                    class="button button--danger"
                    type="button"
                    title=words.text("list-delete")
                    on:click=move |_| listing.delete_marked(words, toasts)
                >
                    <Icon picture=Picture::Delete />
                    <span>{words.text("list-delete")}</span>
                </button>
                <button
                    class="button button--plain"
                    type="button"
                    title=words.text("list-clear-selection")
                    on:click=move |_| selected.update(std::collections::BTreeSet::clear)
                >
                    <Icon picture=Picture::Close />
                    <span>{words.text("list-clear-selection")}</span>
                </button>
            </div>
        <Dialog open=is_changing title=titled("bulk-change-title")>
            <ChangeForm listing open=is_changing />
        </Dialog>
        <Dialog open=listing.is_deleting title=titled("bulk-delete-title")>
            <DeleteForm listing />
        </Dialog>
    }
}

/// Deletes records; their list and the undo stay where they are. `then` is called when they are gone.
pub(super) fn delete(
    listing: Listing,
    words: Words,
    toasts: Toasts,
    ids: Vec<Id>,
    then: impl FnOnce() + 'static,
) {
    if !ids.is_empty() {
        grant_then(listing, words, toasts, ids, Wish::Delete, then);
    }
}

/// Puts a tag on records; one of this name is made where there is none.
pub(in crate::ui) fn add_tag(
    listing: Listing,
    words: Words,
    toasts: Toasts,
    ids: Vec<Id>,
    tag: &str,
) {
    grant(listing, words, toasts, ids, Wish::add_tag(tag));
}

/// Does to records what is wished, and says so with an undo, or why not.
pub(super) fn grant(listing: Listing, words: Words, toasts: Toasts, ids: Vec<Id>, wish: Wish) {
    grant_then(listing, words, toasts, ids, wish, || {});
}

fn grant_then(
    listing: Listing,
    words: Words,
    toasts: Toasts,
    ids: Vec<Id>,
    wish: Wish,
    then: impl FnOnce() + 'static,
) {
    let Listing { on, workspace, selected, .. } = listing;
    let is_deleting = wish == Wish::Delete;
    workspace.commit_long(
        move |book, stamp| Ok(Box::new(Bulk::new(book, on, ids.clone(), &wish, stamp.clone())?)),
        move |saved| match saved {
            Ok(done) => {
                if is_deleting {
                    // The list may have been left by now.
                    let _ = selected.try_update(std::collections::BTreeSet::clear);
                }
                then();
                let i18n = words.get();
                match done {
                    Some(label) => toasts.done(i18n.label(&label), workspace.next_undo()),
                    None => toasts.done(i18n.text("bulk-nothing"), None),
                }
            }
            Err(error) => commands::not_done(words, toasts, &error),
        },
    );
}

#[component]
fn AddTag(listing: Listing) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let Listing { workspace, .. } = listing;
    let name = RwSignal::new(String::new());
    let names = move || {
        workspace.read(&[RecordType::Tag], |book| {
            let tags = book.table(RecordType::Tag).iter();
            tags.filter_map(|(_, tag)| tag.text(keys::NAME).map(str::to_owned)).collect::<Vec<_>>()
        })
    };
    let submitted = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let tag = name.get_untracked();
        if tag.trim().is_empty() {
            return;
        }
        name.set(String::new());
        add_tag(listing, words, toasts, listing.selected_ids(), &tag);
    };

    view! {
        <form class="bulk__form" on:submit=submitted>
            <input
                class="input"
                type="text"
                list="bulk-tags"
                autocomplete="off"
                dir="auto"
                placeholder=words.text("list-add-tag")
                aria-label=words.text("list-add-tag")
                prop:value=move || name.get()
                on:input=move |event| name.set(event_target_value(&event))
            />
            <datalist id="bulk-tags">
                {move || names().into_iter().map(|name| view! { <option value=name></option> }).collect_view()}
            </datalist>
            <button class="button" type="submit" title=words.text("list-add-tag")>
                <Icon picture=Picture::Tag />
                <span>{words.text("list-add-tag")}</span>
            </button>
        </form>
    }
}

/// The tags that any of the selected records has.
#[component]
fn RemoveTag(listing: Listing) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let Listing { on, workspace, selected, .. } = listing;
    let names = move || {
        workspace.read(&[RecordType::Tag, on], |book| {
            let slots = selected.get();
            let ids: std::collections::BTreeSet<Id> = slots
                .iter()
                .filter_map(|slot| book.table(on).at(*slot))
                .flat_map(|record| record.links(keys::TAGS).iter().copied())
                .collect();
            let tags = ids.into_iter().filter_map(|id| {
                Some((id, book.get(RecordType::Tag, id)?.text(keys::NAME)?.to_owned()))
            });
            tags.collect::<Vec<_>>()
        })
    };
    let clicked = move |tag: Id| {
        let wish = Wish::remove(keys::TAGS, tag);
        grant(listing, words, toasts, listing.selected_ids(), wish);
    };

    view! {
        <Menu picture=Picture::Untag label=words.text("list-remove-tag")>
            {move || names().into_iter().map(|(id, name)| view! {
                <button class="menu__item" type="button" on:click=move |_| clicked(id)>
                    <span dir="auto">{name}</span>
                </button>
            }).collect_view()}
        </Menu>
    }
}

/// The picked lists that the selected records can be put on, and the one that they can be taken off.
#[component]
fn AddToList(listing: Listing) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let Listing { on, workspace, list, .. } = listing;
    let lists = Memo::new(move |_| {
        workspace.read(&[RecordType::Segment], |book| {
            let segments = book.table(RecordType::Segment).iter().map(|(_, it)| it);
            let picked = segments
                .filter(|it| segment::type_of(book, it.id) == Some(on))
                .filter(|it| it.text(keys::FILTER).is_none());
            picked
                .map(|it| (it.id, it.text(keys::NAME).unwrap_or_default().to_owned()))
                .collect::<Vec<_>>()
        })
    });
    // The list that is shown.
    let shown = move || {
        let id = list.with(|list| list.segment)?;
        lists.get().into_iter().find(|(other, _)| *other == id)
    };
    let clicked = move |wish: fn(Key, Id) -> Wish, id: Id| {
        grant(listing, words, toasts, listing.selected_ids(), wish(keys::PICKED, id));
    };

    view! {
        <Show when=move || lists.with(|lists| !lists.is_empty())>
            <Menu picture=Picture::Segment label=words.text("list-add-to")>
                {move || lists.get().into_iter().map(|(id, name)| view! {
                    <button class="menu__item" type="button" on:click=move |_| clicked(Wish::add, id)>
                        <span dir="auto">{name}</span>
                    </button>
                }).collect_view()}
            </Menu>
        </Show>
        {move || shown().map(|(id, name)| {
            let label = words.get().with("list-take-off", &[("name", (&name).into())]);
            view! {
                <button class="button" type="button" on:click=move |_| clicked(Wish::remove, id)>
                    <span class="button__name">{label}</span>
                </button>
            }
        })}
    }
}
