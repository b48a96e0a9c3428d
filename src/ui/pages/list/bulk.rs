//! What can be done with all selected records at once; each is one change and one undo.

use leptos::prelude::*;

use super::Listing;
use crate::{
    state::{
        language::{Words, use_words},
        toasts::{Toasts, use_toasts},
    },
    ui::{
        components::{
            dialog::Dialog,
            icon::{Icon, Picture},
            menu::Menu,
        },
        forms::typed,
        later,
    },
};
use rapport::{
    domain::{
        edit::{picks, records, tags},
        field::{self, Kind, check, derived, keys},
        id::{Id, RecordType},
        key::Key,
    },
    query::segment,
    storage::session::CommitError,
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
    let Listing { selected, .. } = listing;
    let count = move || selected.with(std::collections::BTreeSet::len);
    let is_setting = RwSignal::new(false);
    let title = Signal::derive(move || words.text("list-set-field"));

    view! {
            <div class="bulk" role="toolbar" aria-label=words.text("list-select-all")>
                <p class="bulk__count" role="status">
                    {move || words.get().with("list-selected", &[("count", count().into())])}
                </p>
                <AddTag listing />
                <RemoveTag listing />
                <AddToList listing />
                <button class="button" type="button" on:click=move |_| is_setting.set(true)>
                    <Icon picture=Picture::Edit />
                    {words.text("list-set-field")}
                </button>
                <button
                    class="button button--danger"
                    type="button"
                    on:click=move |_| listing.delete_marked(words, toasts)
                >
                    <Icon picture=Picture::Delete />
                    {words.text("list-delete")}
                </button>
                <button class="button button--plain" type="button" on:click=move |_| selected.update(std::collections::BTreeSet::clear)>
                    {words.text("list-clear-selection")}
                </button>
            </div>
        <Dialog open=is_setting title>
            <SetField listing open=is_setting />
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
    if ids.is_empty() {
        return;
    }
    let Listing { on, workspace, selected, .. } = listing;
    selected.set(std::collections::BTreeSet::new());
    let what = workspace.peek(|book| match ids[..] {
        [id] => book.get(on, id).and_then(derived::name_of),
        _ => None,
    });
    let what = what.unwrap_or_else(|| words.get().count(on, ids.len()));
    let tell = told(listing, words, toasts, "history-delete", what, ids.len());
    workspace.commit(
        move |book, stamp| records::delete(book, on, &ids, stamp),
        move |deleted| {
            if deleted.is_ok() {
                then();
            }
            tell(deleted);
        },
    );
}

/// Says what was done, with an undo, or why not.
fn told(
    listing: Listing,
    words: Words,
    toasts: Toasts,
    message: &'static str,
    what: String,
    count: usize,
) -> impl FnOnce(Result<(), CommitError>) {
    move |saved| {
        let i18n = words.get();
        match saved {
            Ok(()) => {
                let count = i18n.count(listing.on, count);
                let sentence =
                    i18n.with(message, &[("what", (&what).into()), ("count", (&count).into())]);
                toasts.done(sentence, listing.workspace.next_undo());
            }
            Err(error) => toasts.failed(i18n.commit_error(&error)),
        }
    }
}

/// Puts a tag on records; one of this name is made where there is none.
pub(in crate::ui) fn add_tag(
    listing: Listing,
    words: Words,
    toasts: Toasts,
    ids: Vec<Id>,
    tag: String,
) {
    let Listing { on, workspace, .. } = listing;
    let then = told(listing, words, toasts, "history-add-tag", tag.clone(), ids.len());
    workspace.commit(move |book, stamp| tags::add(book, on, &ids, &tag, stamp), then);
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
        add_tag(listing, words, toasts, listing.selected_ids(), tag);
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
            <button class="button" type="submit">
                <Icon picture=Picture::Tag />
                {words.text("list-add-tag")}
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
    let clicked = move |tag: Id, name: &str| {
        let ids = listing.selected_ids();
        let name = name.to_owned();
        let then = told(listing, words, toasts, "history-remove-tag", name, ids.len());
        workspace.commit(move |book, stamp| tags::remove(book, on, &ids, tag, stamp), then);
    };

    view! {
        <Menu picture=Picture::Tag label=words.text("list-remove-tag")>
            {move || names().into_iter().map(|(id, name)| {
                let clicked_name = name.clone();
                view! {
                    <button class="menu__item" type="button" on:click=move |_| clicked(id, &clicked_name)>
                        <span dir="auto">{name}</span>
                    </button>
                }
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
    let clicked = move |id: Id, name: &str| {
        let ids = listing.selected_ids();
        let then = told(listing, words, toasts, "history-pick", name.to_owned(), ids.len());
        workspace.commit(move |book, stamp| picks::add(book, on, &ids, id, stamp), then);
    };
    let clicked_off = move |id: Id, name: &str| {
        let ids = listing.selected_ids();
        let then = told(listing, words, toasts, "history-unpick", name.to_owned(), ids.len());
        workspace.commit(move |book, stamp| picks::remove(book, on, &ids, id, stamp), then);
    };

    view! {
        <Show when=move || lists.with(|lists| !lists.is_empty())>
            <Menu picture=Picture::Segment label=words.text("list-add-to")>
                {move || lists.get().into_iter().map(|(id, name)| {
                    let clicked_name = name.clone();
                    view! {
                        <button class="menu__item" type="button" on:click=move |_| clicked(id, &clicked_name)>
                            <span dir="auto">{name}</span>
                        </button>
                    }
                }).collect_view()}
            </Menu>
        </Show>
        {move || shown().map(|(id, name)| {
            let label = words.get().with("list-take-off", &[("name", (&name).into())]);
            view! {
                <button class="button" type="button" on:click=move |_| clicked_off(id, &name)>{label}</button>
            }
        })}
    }
}

/// One field and the value that all selected records get.
#[component]
fn SetField(listing: Listing, open: RwSignal<bool>) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let Listing { on, workspace, .. } = listing;
    let key = RwSignal::new(keys::LIFECYCLE);
    let value = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<String>);
    let possible =
        field::fields_of(on).map(field::Field::key).filter(|key| super::grid::is_inline(*key));
    let chosen = move |name: &str| {
        if let Some(chosen) = Key::of(name) {
            key.set(chosen);
            value.set(String::new());
            fault.set(None);
        }
    };
    let submitted = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let key = key.get_untracked();
        let Some(field) = key.field() else { return };
        match check::parse(field, &typed(field.kind, value.get_untracked())) {
            Ok(value) => {
                open.set(false);
                let ids = listing.selected_ids();
                let what = words.get().count(on, ids.len());
                let then = told(listing, words, toasts, "history-edit", what, ids.len());
                workspace.commit(
                    move |book, stamp| {
                        records::set_for_all(book, on, &ids, key, value.as_ref(), stamp)
                    },
                    then,
                );
            }
            Err(problem) => fault.set(Some(words.get().fault(&problem))),
        }
    };
    let input = move || {
        let field = key.get().field();
        let kind = field.map(|field| field.kind);
        match field.and_then(|field| words.get().choices(field)) {
        Some(choices) => view! {
            <select class="input" id="bulk-value" on:change=move |event| value.set(event_target_value(&event))>
                <option value=""></option>
                {choices.into_iter().map(|(choice, name)| view! { <option value=choice>{name}</option> }).collect_view()}
            </select>
        }
        .into_any(),
        _ => view! {
            <input
                class="input"
                id="bulk-value"
                type=if kind == Some(Kind::Time) { "datetime-local" } else { "text" }
                dir="auto"
                aria-invalid=move || fault.get().map(|_| "true")
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        }
        .into_any(),
    }
    };

    view! {
        <form class="stack" on:submit=submitted>
            <div class="field">
                <label class="field__label" for="bulk-field">{words.text("list-field")}</label>
                <select class="input" id="bulk-field" on:change=move |event| chosen(&event_target_value(&event))>
                    {possible.map(|key| view! {
                        <option value=key.name() selected=key == keys::LIFECYCLE>{words.get().key(key)}</option>
                    }).collect_view()}
                </select>
            </div>
            <div class="field">
                <label class="field__label" for="bulk-value">{words.text("list-value")}</label>
                {input}
                {move || fault.get().map(|fault| view! { <p class="field__fault" role="alert">{fault}</p> })}
            </div>
            <div class="dialog__actions">
                <button class="button" type="button" on:click=move |_| open.set(false)>{words.text("cancel")}</button>
                <button class="button button--primary" type="submit">{words.text("list-apply")}</button>
            </div>
        </form>
    }
}
