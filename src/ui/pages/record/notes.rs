//! The timeline of notes: what was said and when, newest first.

use leptos::prelude::*;
use web_sys::{KeyboardEvent, SubmitEvent};

use crate::{
    state::{language::use_words, toasts::use_toasts, use_workspace},
    ui::components::icon::{Icon, Picture},
};
use rapport::{
    domain::{
        edit::{
            notes,
            records::{self, Input},
        },
        field::keys,
        id::{Id, RecordType},
        key::Key,
        record::Record,
        value::{Value, time::Time},
    },
    platform::{clock, dom, drafts},
};

/// The notes of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Day {
    name: String,
    notes: Vec<Id>,
}

#[component]
pub(super) fn Notes(on: RecordType, id: Id) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let days = Memo::new(move |_| {
        let i18n = words.get();
        workspace.read(&[RecordType::Note], |book| {
            let mut notes: Vec<_> =
                book.notes_about(id).map(|(_, note)| (happened(note), note.id)).collect();
            notes.sort_unstable_by(|a, b| b.cmp(a));
            let mut days: Vec<Day> = Vec::new();
            for (at, note) in notes {
                let name = i18n.formats.date(at);
                match days.last_mut() {
                    Some(day) if day.name == name => day.notes.push(note),
                    _ => days.push(Day { name, notes: vec![note] }),
                }
            }
            days
        })
    });
    let names =
        move || days.with(|days| days.iter().map(|day| day.name.clone()).collect::<Vec<_>>());
    let notes_of = move |name: &str| {
        let day = days.with(|days| days.iter().find(|day| day.name == name).cloned());
        day.map(|day| day.notes).unwrap_or_default()
    };
    let count = move || days.with(|days| days.iter().map(|day| day.notes.len()).sum::<usize>());

    view! {
        <section class="record__section">
            <h2 class="record__heading">
                {words.text("record-notes")}
                <span class="record__count">{move || Some(count()).filter(|count| *count > 0).map(|count| words.get().number(count))}</span>
            </h2>
            <NewNote on id />
            <Show when=move || count() == 0>
                <p class="subtle">{words.text("record-notes-none")}</p>
            </Show>
            <div class="notes">
                <For each=names key=String::clone let:name>
                    <h3 class="notes__day">{name.clone()}</h3>
                    <ul class="notes__list" role="list">
                        // What is open in a note stays so when another one comes or goes.
                        <For each=move || notes_of(&name) key=|id| *id let:id>
                            <Note id />
                        </For>
                    </ul>
                </For>
            </div>
        </section>
    }
}

/// When what a note tells happened.
fn happened(note: &Record) -> Time {
    note.time(keys::NOTED).or_else(|| note.time(keys::CREATED)).unwrap_or(Time::from_millis(0))
}

#[component]
fn NewNote(on: RecordType, id: Id) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let draft = format!("note-{id}");
    let body = RwSignal::new(drafts::read::<String>(&draft).unwrap_or_default());
    // Empty until it is changed, so that it is now whenever that is.
    let at = RwSignal::new(String::new());
    let channel = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<String>);
    let is_written = move || body.with(|body| !body.trim().is_empty());
    // Synchronizes the tab's storage, which is outside the reactive system, with what is typed.
    Effect::new(move || {
        if is_written() {
            drafts::write(&draft, &body.get());
        } else {
            drafts::forget(&draft);
        }
    });
    let save = move || {
        let text = body.get_untracked();
        if text.trim().is_empty() {
            return;
        }
        let noted = clock::of_clock(&at.get_untracked());
        let by = Some(channel.get_untracked()).filter(|by| !by.is_empty());
        workspace.commit(
            move |book, stamp| {
                let noted = noted.unwrap_or(stamp.at);
                notes::add(book, on, id, &text, noted, by.as_deref(), stamp)
            },
            move |added| match added {
                Ok(()) => {
                    // The page may be gone by now.
                    let _ = body.try_set(String::new());
                    let _ = at.try_set(String::new());
                    let _ = channel.try_set(String::new());
                    let _ = fault.try_set(None);
                }
                Err(error) => {
                    let text = words.get().commit_error(&error);
                    if let Some(text) = fault.try_set(Some(text)).flatten() {
                        toasts.failed(text);
                    }
                }
            },
        );
    };

    view! {
        <NoteForm
            id="note-new".to_owned()
            label=words.text("record-note-new")
            action=words.text("record-note-add")
            body
            at
            channel
            fault
            on_save=Callback::new(move |()| save())
        />
    }
}

/// Text, time and channel of a note.
#[component]
fn NoteForm(
    id: String,
    label: String,
    action: String,
    body: RwSignal<String>,
    at: RwSignal<String>,
    channel: RwSignal<String>,
    fault: RwSignal<Option<String>>,
    on_save: Callback<()>,
    #[prop(optional)] on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let words = use_words();
    let pressed = move |event: KeyboardEvent| {
        let with_control = event.ctrl_key() || event.meta_key();
        match (event.key().as_str(), on_cancel) {
            ("Enter", _) if with_control => on_save.run(()),
            ("Escape", Some(on_cancel)) => on_cancel.run(()),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        on_save.run(());
    };
    let is_written = move || body.with(|body| !body.trim().is_empty());
    let named = |key: Key| words.get().key(key);
    let channels = keys::CHANNEL.field().and_then(|field| words.get().choices(field));
    let no_channel = words.text("record-note-no-channel");
    let guide = keys::BODY.field().and_then(|field| words.get().guide(field));
    let fault_id = format!("{id}-fault");

    view! {
        <form class="note-form" on:submit=submitted on:keydown=pressed>
            <textarea
                class="input"
                id=id
                rows="2"
                dir="auto"
                aria-label=label
                placeholder=guide
                aria-invalid=move || fault.get().map(|_| "true")
                aria-describedby=fault_id.clone()
                prop:value=move || body.get()
                on:input=move |event| body.set(event_target_value(&event))
            ></textarea>
            <p class="field__fault" id=fault_id role="alert">{move || fault.get()}</p>
            <div class="note-form__foot" hidden=move || !is_written()>
                <label class="note-form__when">
                    <span class="field__label">{named(keys::NOTED)}</span>
                    <input
                        class="input"
                        type="datetime-local"
                        prop:value=move || {
                            let at = at.get();
                            if at.is_empty() && is_written() { clock::on_clock(clock::now()) } else { at }
                        }
                        on:change=move |event| at.set(event_target_value(&event))
                    />
                </label>
                <label class="note-form__when">
                    <span class="field__label">{named(keys::CHANNEL)}</span>
                    <select
                        class="input"
                        prop:value=move || channel.get()
                        on:change=move |event| channel.set(event_target_value(&event))
                    >
                        <option value="">{no_channel}</option>
                        {channels.into_iter().flatten().map(|(word, name)| view! {
                            <option value=word selected=channel.get_untracked() == word>{name}</option>
                        }).collect_view()}
                    </select>
                </label>
                {on_cancel.map(|on_cancel| view! {
                    <button class="button" type="button" on:click=move |_| on_cancel.run(())>{words.text("cancel")}</button>
                })}
                <button class="button button--primary" type="submit" title=words.text("record-save-long")>{action}</button>
            </div>
        </form>
    }
}

/// What a note shows.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Told {
    body: String,
    /// When on that day it happened, and by which channel.
    foot: String,
}

#[component]
fn Note(id: Id) -> impl IntoView {
    const ON: RecordType = RecordType::Note;
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let is_open = RwSignal::new(false);
    let told = Memo::new(move |_| {
        let i18n = words.get();
        workspace.read(&[ON], |book| {
            let note = book.get(ON, id)?;
            let body = note.text(keys::BODY).unwrap_or_default().to_owned();
            let channel = note.get(keys::CHANNEL).map(|it| i18n.value(book, keys::CHANNEL, it));
            let foot = [Some(i18n.formats.clock(happened(note))), channel];
            Some(Told { body, foot: foot.into_iter().flatten().collect::<Vec<_>>().join(" · ") })
        })
    });
    let clicked_delete = move |_| {
        workspace.commit(
            move |book, stamp| records::delete(book, ON, &[id], stamp),
            move |deleted| match deleted {
                Ok(()) => {
                    toasts
                        .done(words.text("record-note-deleted"), untrack(|| workspace.next_undo()));
                }
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            },
        );
    };
    let edit = words.text("record-note-edit");
    let delete = words.text("record-note-delete");
    let edit_id = format!("note-edit-{id}");

    view! {
        <li class="note">
            <Show when=move || is_open.get() fallback=move || view! {
                <p class="note__body" dir="auto">{move || told.get().map(|told| told.body)}</p>
            }>
                <EditNote id is_open edit_id=edit_id.clone() />
            </Show>
            <div class="note__foot" hidden=move || is_open.get()>
                <span class="note__clock">{move || told.get().map(|told| told.foot)}</span>
                <button class="button button--plain button--icon" type="button" title=edit.clone() aria-label=edit on:click=move |_| is_open.set(true)>
                    <Icon picture=Picture::Edit />
                </button>
                <button class="button button--plain button--icon" type="button" title=delete.clone() aria-label=delete on:click=clicked_delete>
                    <Icon picture=Picture::Delete />
                </button>
            </div>
        </li>
    }
}

#[component]
fn EditNote(id: Id, is_open: RwSignal<bool>, edit_id: String) -> impl IntoView {
    const ON: RecordType = RecordType::Note;
    let words = use_words();
    let workspace = use_workspace();
    let seen: Input = workspace.peek(|book| {
        let note = book.get(ON, id);
        let seen = |key| (key, note.and_then(|note| note.get(key)).cloned());
        [seen(keys::BODY), seen(keys::NOTED), seen(keys::CHANNEL)].into()
    });
    let (body, at, channel) = workspace.peek(|book| {
        let note = book.get(ON, id);
        let text = |key| note.and_then(|note| note.text(key)).unwrap_or_default().to_owned();
        let at = note.map(|note| clock::on_clock(happened(note))).unwrap_or_default();
        (text(keys::BODY), at, text(keys::CHANNEL))
    });
    let shown = at.clone();
    let (body, at, channel) = (RwSignal::new(body), RwSignal::new(at), RwSignal::new(channel));
    let fault = RwSignal::new(None::<String>);
    let seen = StoredValue::new(seen);
    let save = move || {
        let by = Some(channel.get_untracked()).filter(|by| !by.is_empty());
        let mut input = Input::from([
            (keys::BODY, Some(Value::text(body.get_untracked()))),
            (keys::CHANNEL, by.map(Value::text)),
        ]);
        let at = at.get_untracked();
        // The input knows minutes only; what was not touched keeps its seconds.
        if let Some(at) = Some(at).filter(|at| *at != shown).and_then(|at| clock::of_clock(&at)) {
            input.insert(keys::NOTED, Some(Value::Time(at)));
        }
        let seen = seen.get_value();
        workspace.commit(
            move |book, stamp| records::edit(book, ON, id, &seen, &input, stamp),
            move |saved| match saved {
                // The page may be gone by now.
                Ok(()) => drop(is_open.try_set(false)),
                Err(error) => drop(fault.try_set(Some(words.get().commit_error(&error)))),
            },
        );
    };
    let focus = format!("#{edit_id}");
    // Synchronizes the focus, which is outside the reactive system, with the input that has opened.
    Effect::new(move || dom::focus(&focus));

    view! {
        <NoteForm
            id=edit_id
            label=words.text("record-note-edit")
            action=words.text("save")
            body
            at
            channel
            fault
            on_save=Callback::new(move |()| save())
            on_cancel=Callback::new(move |()| is_open.set(false))
        />
    }
}
