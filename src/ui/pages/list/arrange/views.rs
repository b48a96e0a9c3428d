//! Views: keeping how a list is arranged under a name, and finding it again.

use leptos::prelude::*;

use super::super::Listing;
use crate::{
    state::{
        Workspace, language::use_words, navigation::use_navigation, toasts::use_toasts,
        use_workspace,
    },
    ui::{
        components::icon::{Icon, Picture},
        forms::NameForm,
    },
};
use rapport::{
    domain::{
        edit::records::{self, Input},
        field::keys,
        fold::fold,
        id::{Id, RecordType},
        record::Record,
        value::Value,
    },
    route::{List, Route},
};

const ON: RecordType = RecordType::View;

/// What is known of a view.
#[derive(Clone, Debug, PartialEq, Eq)]
struct View {
    id: Id,
    on: RecordType,
    name: String,
    is_pinned: bool,
    list: List,
}

impl View {
    fn of(record: &Record) -> Option<Self> {
        let on = RecordType::parse(record.text(keys::VIEW_OF)?)?;
        let list = List::parse(on, record.text(keys::ASKS).unwrap_or_default());
        Some(Self {
            id: record.id,
            on,
            name: record.text(keys::NAME)?.to_owned(),
            is_pinned: record.flag(keys::PINNED),
            list: List { view: Some(record.id), ..list },
        })
    }

    /// What its row is made of; another one is another row.
    fn key(&self) -> (Id, String, bool, String) {
        (self.id, self.name.clone(), self.is_pinned, self.href())
    }

    fn href(&self) -> String {
        self.route().href()
    }

    fn route(&self) -> Route {
        Route::List { on: self.on, list: self.list.clone(), open: None }
    }
}

/// Where a view is seen.
pub(in crate::ui) fn route_of_view(view: &Record) -> Option<Route> {
    View::of(view).map(|view| view.route())
}

/// All views, by their names.
fn views(workspace: Workspace) -> Vec<View> {
    let mut views: Vec<_> = workspace.read(&[ON, RecordType::Field], |book| {
        book.table(ON).iter().filter_map(|(_, record)| View::of(record)).collect()
    });
    views.sort_by_key(|view| fold(&view.name));
    views
}

/// What a view keeps of a list: all but the words that are searched for.
fn kept(mut list: List) -> List {
    list.query.search.clear();
    list.view = None;
    list
}

/// The views of this type of record, and a new one.
#[component]
pub(super) fn Views(listing: Listing) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let Listing { on, workspace, .. } = listing;
    let name = RwSignal::new(String::new());
    let all = Memo::new(move |_| {
        views(workspace).into_iter().filter(|view| view.on == on).collect::<Vec<_>>()
    });
    // The view that the list was taken from, where the list is another by now.
    let changed = Memo::new(move |_| {
        let list = listing.list.get();
        let view = all.with(|all| all.iter().find(|view| Some(view.id) == list.view).cloned())?;
        (kept(view.list.clone()) != kept(list)).then_some(view)
    });
    let asks = move || Value::text(kept(listing.list.get_untracked()).print());
    let save = move |title: String| {
        let input = Input::from([
            (keys::NAME, Some(Value::text(title.as_str()))),
            (keys::VIEW_OF, Some(Value::text(on.name()))),
            (keys::ASKS, Some(asks())),
        ]);
        workspace.commit(
            move |book, stamp| records::create(book, ON, &input, stamp).map(|(_, change)| change),
            move |saved| match saved {
                Ok(()) => {
                    // The page may be gone by now.
                    let _ = name.try_set(String::new());
                    // The newest is the one that was made.
                    let made =
                        workspace.peek(|book| book.table(ON).iter().map(|(_, it)| it.id).max());
                    listing.ask(|list| list.view = made, false);
                    let sentence = words.get().with("history-create", &[("what", (&title).into())]);
                    toasts.done(sentence, workspace.next_undo());
                }
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };
    let clicked_update = move |id: Id| {
        let input = Input::from([(keys::ASKS, Some(asks()))]);
        workspace.commit(
            move |book, stamp| records::edit(book, ON, id, &Input::new(), &input, stamp),
            move |saved| match saved {
                Ok(()) => toasts.done(words.text("views-saved"), workspace.next_undo()),
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };

    view! {
        <div class="arrange__part arrange__part--wide">
            <h2 class="arrange__title">{words.text("views")}</h2>
            <ul class="arrange__views" role="list">
                <For each=move || all.get() key=View::key let:view>
                    <ViewRow listing view />
                </For>
            </ul>
            <NameForm
                class="arrange__pair"
                id="view-name"
                name
                label=words.text("views-name")
                action=words.text("views-save")
                picture=Picture::View
                on_name=save
            >
                {move || changed.get().map(|view| {
                    let label = words.get().with("segments-update", &[("name", (&view.name).into())]);
                    view! {
                        <button class="button button--primary" type="button" on:click=move |_| clicked_update(view.id)>
                            <span class="button__name">{label}</span>
                        </button>
                    }
                })}
            </NameForm>
        </div>
    }
}

#[component]
fn ViewRow(listing: Listing, view: View) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let workspace = listing.workspace;
    let is_renaming = RwSignal::new(false);
    let name = RwSignal::new(view.name.clone());
    let named = {
        let name = view.name.clone();
        move |message| words.get().with(message, &[("name", (&name).into())])
    };
    let View { id, is_pinned, .. } = view;
    let edit = move |input: Input| {
        workspace.commit(
            move |book, stamp| records::edit(book, ON, id, &Input::new(), &input, stamp),
            move |saved| {
                if let Err(error) = saved {
                    toasts.failed(words.get().commit_error(&error));
                }
            },
        );
    };
    let clicked_pin = move |_| {
        edit(Input::from([(keys::PINNED, (!is_pinned).then_some(Value::Flag(true)))]));
    };
    let renamed = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        is_renaming.set(false);
        edit(Input::from([(keys::NAME, Some(Value::text(name.get_untracked())))]));
    };
    let title = view.name.clone();
    let clicked_delete = move |_| {
        let title = title.clone();
        workspace.commit(
            move |book, stamp| records::delete(book, ON, &[id], stamp),
            move |deleted| match deleted {
                Ok(()) => {
                    let sentence = words.get().with("history-delete", &[("what", (&title).into())]);
                    toasts.done(sentence, workspace.next_undo());
                }
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };
    let is_here = move || listing.list.with(|list| list.view == Some(id));
    let button =
        |message: String, picture: Picture| (message.clone(), message, view! { <Icon picture /> });
    let (pin_title, pin_label, pin) = button(named("views-pin"), Picture::Pin);
    let (rename_title, rename_label, rename) = button(named("views-rename"), Picture::Edit);
    let (delete_title, delete_label, delete) = button(named("views-delete"), Picture::Delete);
    let href = view.href();
    let shown = view.name;

    view! {
        <li class="arrange__view">
            <Show
                when=move || is_renaming.get()
                fallback=move || view! {
                    <a class="arrange__name" href=href.clone() aria-current=move || is_here().then_some("true") dir="auto">{shown.clone()}</a>
                }
            >
                <form on:submit=renamed>
                    <input
                        class="input"
                        type="text"
                        dir="auto"
                        autofocus
                        aria-label=words.text("views-name")
                        prop:value=move || name.get()
                        on:input=move |event| name.set(event_target_value(&event))
                    />
                </form>
            </Show>
            <button class="button button--plain button--icon" type="button" aria-pressed=is_pinned.to_string() title=pin_title aria-label=pin_label on:click=clicked_pin>{pin}</button>
            <button class="button button--plain button--icon" type="button" title=rename_title aria-label=rename_label on:click=move |_| is_renaming.update(|it| *it = !*it)>{rename}</button>
            <button class="button button--plain button--icon" type="button" title=delete_title aria-label=delete_label on:click=clicked_delete>{delete}</button>
        </li>
    }
}

/// The views that stand at the side.
#[component]
pub(in crate::ui) fn PinnedViews() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let navigation = use_navigation();
    let pinned = Memo::new(move |_| {
        views(workspace).into_iter().filter(|view| view.is_pinned).collect::<Vec<_>>()
    });
    let is_here = move |id: Id| matches!(navigation.route(), Route::List { list, .. } if list.view == Some(id));

    view! {
        <Show when=move || pinned.with(|pinned| !pinned.is_empty())>
            <div class="side__views" role="group" aria-label=words.text("views")>
                <For each=move || pinned.get() key=View::key let:view>
                    <a class="side__link" href=view.href() aria-current=move || is_here(view.id).then_some("page")>
                        <Icon picture=Picture::View />
                        <span class="side__text" dir="auto">{view.name.clone()}</span>
                    </a>
                </For>
            </div>
        </Show>
    }
}
