//! Export profiles: keeping what is chosen in the dialog under a name, and choosing it again.

use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::{super::Listing, Choices};
use crate::{
    state::{language::use_words, toasts::use_toasts},
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
    route::possible_columns,
    transfer::profile::{Profile, outgoing},
};

const ON: RecordType = RecordType::Export;

/// What is known of a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    id: Id,
    name: String,
    profile: Profile,
}

impl Named {
    fn of(record: &Record) -> Option<Self> {
        let profile = Profile::read(record.text(keys::GOES_OUT).unwrap_or_default());
        Some(Self { id: record.id, name: record.text(keys::NAME)?.to_owned(), profile })
    }
}

/// The profiles for a type of record, by their names.
pub(super) fn of_type(listing: Listing) -> Memo<Vec<Named>> {
    Memo::new(move |_| {
        let mut all: Vec<Named> = listing.workspace.read(&[ON, RecordType::Field], |book| {
            let records = book.table(ON).iter().map(|(_, record)| record);
            let is_its = |it: &&Record| it.text(keys::EXPORT_OF) == Some(listing.on.name());
            records.filter(is_its).filter_map(Named::of).collect()
        });
        all.sort_by_key(|it| fold(&it.name));
        all
    })
}

/// The one that was chosen, as long as it is there.
pub(super) fn chosen(all: Memo<Vec<Named>>, id: RwSignal<Option<Id>>) -> Memo<Option<Named>> {
    Memo::new(move |_| all.with(|all| all.iter().find(|it| Some(it.id) == id.get()).cloned()))
}

/// Chooses a profile, gives it another name, and deletes it.
#[component]
pub(super) fn ChosenProfile(
    listing: Listing,
    choices: Choices,
    all: Memo<Vec<Named>>,
    id: RwSignal<Option<Id>>,
) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let workspace = listing.workspace;
    let is_renaming = RwSignal::new(false);
    let name = RwSignal::new(String::new());
    let chosen = chosen(all, id);
    let chose = move |value: &str| {
        id.set(Id::parse(value));
        match chosen.get_untracked() {
            Some(named) => choices.take(listing, &named.profile),
            None => choices.take_usual(listing),
        }
    };
    let clicked_rename = move |_| {
        name.set(
            chosen.with_untracked(|it| it.as_ref().map(|it| it.name.clone())).unwrap_or_default(),
        );
        is_renaming.update(|it| *it = !*it);
    };
    let renamed = move |event: SubmitEvent| {
        event.prevent_default();
        is_renaming.set(false);
        let Some(id) = id.get_untracked() else { return };
        let input = Input::from([(keys::NAME, Some(Value::text(name.get_untracked())))]);
        workspace.commit(
            move |book, stamp| records::edit(book, ON, id, &Input::new(), &input, stamp),
            move |saved| {
                if let Err(error) = saved {
                    toasts.failed(words.get().commit_error(&error));
                }
            },
        );
    };
    let clicked_delete = move |_| {
        let Some(named) = chosen.get_untracked() else { return };
        is_renaming.set(false);
        workspace.commit(
            move |book, stamp| records::delete(book, ON, &[named.id], stamp),
            move |deleted| match deleted {
                Ok(()) => {
                    let what = [("what", (&named.name).into())];
                    toasts.done(words.get().with("history-delete", &what), workspace.next_undo());
                }
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };
    let named = move |message| {
        let name = chosen.with(|it| it.as_ref().map(|it| it.name.clone())).unwrap_or_default();
        words.get().with(message, &[("name", (&name).into())])
    };
    let options = move || {
        let option = |it: Named| {
            let is_it = Some(it.id) == id.get();
            view! { <option value=it.id.to_string() selected=is_it>{it.name}</option> }
        };
        all.get().into_iter().map(option).collect_view()
    };

    view! {
        <Show when=move || all.with(|all| !all.is_empty())>
            <div class="field">
                <label class="field__label" for="export-profile">{words.text("export-profile")}</label>
                <div class="export__profile">
                    <select class="input" id="export-profile" on:change=move |event| chose(&event_target_value(&event))>
                        <option value="" selected=move || chosen.with(Option::is_none)>{words.text("export-profile-none")}</option>
                        {options}
                    </select>
                    <Show when=move || chosen.with(Option::is_some)>
                        <button
                            class="button button--plain button--icon"
                            id="export-profile-rename"
                            type="button"
                            aria-expanded=move || is_renaming.get().to_string()
                            title=move || named("export-profile-rename")
                            aria-label=move || named("export-profile-rename")
                            on:click=clicked_rename
                        >
                            <Icon picture=Picture::Edit />
                        </button>
                        <button
                            class="button button--plain button--icon"
                            id="export-profile-delete"
                            type="button"
                            title=move || named("export-profile-delete")
                            aria-label=move || named("export-profile-delete")
                            on:click=clicked_delete
                        >
                            <Icon picture=Picture::Delete />
                        </button>
                    </Show>
                </div>
                <Show when=move || is_renaming.get() && chosen.with(Option::is_some)>
                    <form on:submit=renamed>
                        <input
                            class="input"
                            id="export-profile-new-name"
                            type="text"
                            autocomplete="off"
                            dir="auto"
                            autofocus
                            aria-label=words.text("export-profile-name")
                            prop:value=move || name.get()
                            on:input=move |event| name.set(event_target_value(&event))
                        />
                    </form>
                </Show>
            </div>
        </Show>
    }
}

/// Keeps what is chosen: as a new profile, or as what the chosen one is from now on.
#[component]
pub(super) fn KeepProfile(
    listing: Listing,
    choices: Choices,
    all: Memo<Vec<Named>>,
    id: RwSignal<Option<Id>>,
) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let Listing { on, workspace, .. } = listing;
    let name = RwSignal::new(String::new());
    let chosen = chosen(all, id);
    // The profile that was chosen, where something else is chosen by now.
    let changed = Memo::new(move |_| {
        let possible = || possible_columns(on);
        let kept = |profile: &Profile| {
            let columns = outgoing(&profile.choices(possible()));
            Profile { columns, ..profile.clone() }
        };
        chosen.get().filter(|it| kept(&it.profile) != choices.profile())
    });
    let save = move |title: String| {
        let input = Input::from([
            (keys::NAME, Some(Value::text(title.as_str()))),
            (keys::EXPORT_OF, Some(Value::text(on.name()))),
            (keys::GOES_OUT, Some(Value::text(untrack(|| choices.profile()).print()))),
        ]);
        workspace.commit(
            move |book, stamp| records::create(book, ON, &input, stamp).map(|(_, change)| change),
            move |saved| match saved {
                Ok(()) => {
                    // The dialog may be closed by now.
                    let _ = name.try_set(String::new());
                    // The newest is the one that was made.
                    let made =
                        workspace.peek(|book| book.table(ON).iter().map(|(_, it)| it.id).max());
                    let _ = id.try_set(made);
                    let what = [("what", (&title).into())];
                    toasts.done(words.get().with("history-create", &what), workspace.next_undo());
                }
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };
    let clicked_update = move |id: Id| {
        let input = Input::from([(
            keys::GOES_OUT,
            Some(Value::text(untrack(|| choices.profile()).print())),
        )]);
        workspace.commit(
            move |book, stamp| records::edit(book, ON, id, &Input::new(), &input, stamp),
            move |saved| match saved {
                Ok(()) => toasts.done(words.text("export-profile-saved"), workspace.next_undo()),
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };

    view! {
        <NameForm
            class="arrange__pair"
            id="export-profile-name"
            name
            label=words.text("export-profile-name")
            action=words.text("export-profile-save")
            picture=Picture::Export
            on_name=save
        >
            {move || changed.get().map(|it| {
                let label = words.get().with("segments-update", &[("name", (&it.name).into())]);
                view! {
                    <button class="button" id="export-profile-update" type="button" on:click=move |_| clicked_update(it.id)>
                        <span class="button__name">{label}</span>
                    </button>
                }
            })}
        </NameForm>
    }
}
