//! Writing down what happened: the text first, and whatever the kind of event asks for.

use leptos::prelude::*;
use web_sys::{KeyboardEvent, SubmitEvent};

use crate::{
    state::{
        language::{Words, use_words},
        toasts::{Toasts, use_toasts},
        use_workspace,
    },
    ui::forms::{Entry, FieldFault, FieldInput},
};
use rapport::{
    domain::{
        book::Book,
        edit::{
            interactions,
            named::Names,
            records::{self, Input},
        },
        field::{Field, draft::Draft, keys},
        id::{Id, RecordType},
        key::Key,
        record::Record,
    },
    platform::{dom, drafts},
};

/// The fields of an event that are not its text, in their order, each with the activities that ask for it;
/// none stands for all of them.
const ASKED: [(Key, &[&str]); 10] = [
    (keys::ACTIVITY, &[]),
    (keys::HAPPENED, &[]),
    (keys::ALSO, &[]),
    (keys::AMOUNT, &["purchase"]),
    (keys::ITEMS, &["purchase"]),
    (keys::TICKET_STATUS, &["ticket"]),
    (keys::ANSWERED, &["ticket"]),
    (keys::SOLVED, &["ticket"]),
    (keys::QUESTION, &["survey", "feedback"]),
    (keys::SCORE, &["survey", "feedback"]),
];

/// The inputs of an event.
#[derive(Clone, Copy)]
struct LogForm {
    body: RwSignal<String>,
    fault: RwSignal<Option<String>>,
    entries: StoredValue<Vec<Entry>>,
}

impl LogForm {
    /// Inputs that hold what an event has, or of a new one.
    fn new(book: &Book, event: Option<&Record>) -> Self {
        let text = event.and_then(|event| event.text(keys::BODY)).unwrap_or_default();
        let entry = |(key, _): &(Key, _)| {
            let field = key.field()?;
            let draft = match event {
                Some(event) => Draft::of(book, field, event.get(*key)),
                None if *key == keys::ACTIVITY => Draft::Text("note".to_owned()),
                None => Draft::empty(field),
            };
            Some(Entry { field, draft: RwSignal::new(draft), fault: RwSignal::new(None) })
        };
        Self {
            body: RwSignal::new(text.to_owned()),
            fault: RwSignal::new(None),
            entries: StoredValue::new(ASKED.iter().filter_map(entry).collect()),
        }
    }

    fn entry(self, key: Key) -> Option<Entry> {
        self.entries
            .with_value(|entries| entries.iter().copied().find(|entry| entry.field.key() == key))
    }

    fn activity(self) -> String {
        let entry = self.entry(keys::ACTIVITY);
        entry.map(|entry| entry.draft.with(|draft| draft.text().to_owned())).unwrap_or_default()
    }

    /// Whether there is anything to write down.
    fn is_begun(self) -> bool {
        self.body.with(|body| !body.trim().is_empty()) || self.activity() != "note"
    }

    /// Checks all fields that the activity asks for, and says what is wrong at each. The others are emptied.
    fn read(self, words: Words) -> Option<(Input, Names)> {
        let activity = untrack(|| self.activity());
        let text = self.body.get_untracked();
        let body = keys::BODY.field().map(|field| Draft::Text(text).read(field));
        let body = match body? {
            Ok(body) => body.value,
            Err(wrong) => {
                self.fault.set(Some(words.get().fault(&wrong.fault)));
                return None;
            }
        };
        let mut input = Input::from([(keys::BODY, body)]);
        let mut names = Names::new();
        let mut is_right = true;
        for (key, activities) in ASKED {
            let Some(Entry { field, draft, fault }) = self.entry(key) else { continue };
            if !is_asked(activities, &activity) {
                input.insert(key, None);
                continue;
            }
            match draft.with_untracked(|draft| draft.read(field)) {
                Ok(entered) => {
                    fault.set(None);
                    input.insert(key, entered.value);
                    if !entered.names.is_empty() {
                        names.insert(key, entered.names);
                    }
                }
                Err(wrong) => {
                    fault.set(Some(FieldFault::of(words, &wrong)));
                    is_right = false;
                }
            }
        }
        is_right.then_some((input, names))
    }

    /// Says why it is not saved: in the form, or where all see it when the form is gone by now.
    fn refuse(self, toasts: Toasts, text: String) {
        if let Some(text) = self.fault.try_set(Some(text)).flatten() {
            toasts.failed(text);
        }
    }

    /// As it was before anything was typed, for the next one. Nothing is done where the page is gone.
    fn clear(self) {
        let _ = self.body.try_set(String::new());
        let _ = self.fault.try_set(None);
        let entries = self.entries.try_get_value().unwrap_or_default();
        for Entry { field, draft, fault } in entries {
            let empty = if field.key() == keys::ACTIVITY {
                Draft::Text("note".to_owned())
            } else {
                Draft::empty(field)
            };
            let _ = draft.try_set(empty);
            let _ = fault.try_set(None);
        }
    }
}

fn is_asked(activities: &[&str], activity: &str) -> bool {
    activities.is_empty() || activities.contains(&activity)
}

#[component]
pub(super) fn NewEvent(on: RecordType, id: Id) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let form = workspace.peek(|book| LogForm::new(book, None));
    let draft = format!("note-{id}");
    form.body.set(drafts::read::<String>(&draft).unwrap_or_default());
    // Synchronizes the tab's storage, which is outside the reactive system, with what is typed.
    Effect::new(move || {
        let body = form.body.get();
        if body.trim().is_empty() { drafts::forget(&draft) } else { drafts::write(&draft, &body) }
    });
    let save = move || {
        if !untrack(|| form.is_begun()) {
            return;
        }
        let Some((mut input, names)) = form.read(words) else { return };
        // What is left empty is now.
        input.retain(|_, value| value.is_some());
        workspace.commit(
            move |book, stamp| interactions::log(book, on, id, &input, &names, stamp),
            move |logged| match logged {
                Ok(()) => form.clear(),
                Err(error) => form.refuse(toasts, words.get().commit_error(&error)),
            },
        );
    };

    view! {
        <Form
            form
            scope="log"
            id="note-new".to_owned()
            label=words.text("timeline-new")
            action=words.text("timeline-log")
            on_save=Callback::new(move |()| save())
        />
    }
}

#[component]
pub(super) fn EditEvent(id: Id, opened: RwSignal<Option<Id>>) -> impl IntoView {
    const ON: RecordType = RecordType::Interaction;
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let (form, seen) = workspace.peek(|book| {
        let event = book.get(ON, id);
        let keys = ASKED.iter().map(|(key, _)| *key).chain([keys::BODY]);
        let seen = keys.map(|key| (key, event.and_then(|event| event.get(key)).cloned()));
        (LogForm::new(book, event), seen.collect::<Input>())
    });
    let seen = StoredValue::new(seen);
    let save = move || {
        let Some((input, names)) = form.read(words) else { return };
        let seen = seen.get_value();
        workspace.commit(
            move |book, stamp| records::edit_naming(book, ON, id, &seen, &input, &names, stamp),
            move |saved| match saved {
                // The page may be gone by now.
                Ok(()) => drop(opened.try_set(None)),
                Err(error) => form.refuse(toasts, words.get().commit_error(&error)),
            },
        );
    };
    let text_id = format!("note-edit-{id}");
    let focus = format!("#{text_id}");
    // Synchronizes the focus, which is outside the reactive system, with the input that has opened.
    Effect::new(move || dom::focus(&focus));

    view! {
        <Form
            form
            scope="log-edit"
            id=text_id
            label=words.text("timeline-edit")
            action=words.text("save")
            on_save=Callback::new(move |()| save())
            on_cancel=Callback::new(move |()| opened.set(None))
        />
    }
}

#[component]
fn Form(
    form: LogForm,
    scope: &'static str,
    id: String,
    label: String,
    action: String,
    on_save: Callback<()>,
    #[prop(optional)] on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let words = use_words();
    let LogForm { body, fault, .. } = form;
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
    let guide = keys::BODY.field().and_then(|field| words.get().guide(field));
    let fault_id = format!("{id}-fault");
    let activities = keys::ACTIVITY.field().and_then(|field: &Field| words.get().choices(field));
    let activity = Memo::new(move |_| form.activity());
    let chosen = move |word: &str| {
        if let Some(entry) = form.entry(keys::ACTIVITY) {
            entry.draft.set(Draft::Text(word.to_owned()));
        }
    };
    // All that the activity asks for, but what it is.
    let asked = move || {
        let activity = activity.get();
        let is_shown = move |(key, activities): &(Key, &[&str])| {
            *key != keys::ACTIVITY && is_asked(activities, &activity)
        };
        ASKED
            .into_iter()
            .filter(is_shown)
            .filter_map(|(key, _)| form.entry(key))
            .collect::<Vec<_>>()
    };
    let is_begun = Memo::new(move |_| form.is_begun());

    view! {
        <form class="log" data-begun=move || is_begun.get().then_some("") on:submit=submitted on:keydown=pressed>
            <div class="log__kinds" role="radiogroup" aria-label=words.get().key(keys::ACTIVITY)>
                {activities.into_iter().flatten().map(|(word, name)| {

                    view! {
                        <label class="log__kind">
                            <input
                                class="visually-hidden"
                                type="radio"
                                name=format!("{scope}-activity")
                                value=word
                                prop:checked=move || activity.with(|activity| *activity == word)
                                on:change=move |_| chosen(word)
                            />
                            <span>{name}</span>
                        </label>
                    }
                }).collect_view()}
            </div>
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
            <Show when=move || is_begun.get() || on_cancel.is_some()>
                <div class="log__fields">
                    <For each=asked key=|entry| entry.field.name let:entry>
                        <FieldInput field=entry.field scope draft=entry.draft fault=entry.fault />
                    </For>
                </div>
                <div class="log__foot">
                    {on_cancel.map(|on_cancel| view! {
                        <button class="button" type="button" on:click=move |_| on_cancel.run(())>{words.text("cancel")}</button>
                    })}
                    <button class="button button--primary" type="submit" title=words.text("record-save-long")>{action.clone()}</button>
                </div>
            </Show>
        </form>
    }
}
