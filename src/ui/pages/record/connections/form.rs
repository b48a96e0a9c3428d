//! Who the other end is, what the person is there, and since and until when.

use leptos::prelude::*;
use web_sys::{KeyboardEvent, SubmitEvent};

use crate::{
    state::{
        language::{Words, use_words},
        toasts::use_toasts,
        use_workspace,
    },
    ui::forms::{Entry, FieldFault, FieldInput},
};
use rapport::{
    domain::{
        book::Book,
        edit::{interactions, named::Names, records::Input, relations},
        field::{draft::Draft, keys},
        id::{Id, RecordType},
        key::Key,
        problem::Problem,
        record::Record,
        value::Value,
    },
    platform::dom,
    storage::session::CommitError,
};

const ON: RecordType = RecordType::Relation;

/// Begins the ids of the inputs.
const SCOPE: &str = "connection";

/// Most roles that are offered.
const MOST: usize = 50;

/// What a person may be connected with. Of two people the other one has the role.
const OF_PERSON: [Key; 4] = [keys::ORGANIZATION, keys::PERSON, keys::PROJECT, keys::DEAL];

/// The fields that both ends do not say.
const MORE: [Key; 4] = [keys::ROLE, keys::SINCE, keys::UNTIL, keys::BODY];

/// The inputs of a connection.
#[derive(Clone, Copy)]
struct Form {
    /// The field of the end that is asked for.
    end: RwSignal<Key>,
    entries: StoredValue<Vec<Entry>>,
}

impl Form {
    fn new(book: &Book, on: RecordType, id: Id, relation: Option<&Record>) -> Self {
        let asked = relation.and_then(|relation| asked(relation, id));
        let first = if on == RecordType::Person { keys::ORGANIZATION } else { keys::PERSON };
        let ends = OF_PERSON.into_iter().chain([keys::OTHER]);
        let entry = |key: Key| {
            let field = key.field()?;
            let value = relation.and_then(|relation| relation.get(key));
            let draft = RwSignal::new(Draft::of(book, field, value));
            Some(Entry { field, draft, fault: RwSignal::new(None) })
        };
        Self {
            end: RwSignal::new(asked.unwrap_or(first)),
            entries: StoredValue::new(ends.chain(MORE).filter_map(entry).collect()),
        }
    }

    fn entry(self, key: Key) -> Option<Entry> {
        let mut entries = self.entries.try_get_value()?.into_iter();
        entries.find(|entry| entry.field.key() == key)
    }

    /// Checks what was typed, and says what is wrong at each field.
    fn read(self, words: Words) -> Option<(Input, Names)> {
        let (mut input, mut names) = (Input::new(), Names::new());
        let mut is_right = true;
        for key in [self.end.get_untracked()].into_iter().chain(MORE) {
            let Entry { field, draft, fault } = self.entry(key)?;
            match draft.with_untracked(|draft| draft.read(field)) {
                Ok(entered) => {
                    fault.set(None);
                    if entered.names.is_empty() {
                        input.insert(key, entered.value);
                    } else {
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

    /// Says what is wrong at the field that it is about; at the end where that is another one than is asked for.
    /// Nothing is said where the page is gone.
    fn refuse(self, words: Words, error: &CommitError) -> Option<()> {
        let (key, text) = match error.problem() {
            Some(Problem::Field { key, fault }) => (*key, words.get().fault(fault)),
            _ => return None,
        };
        let end = self.end.try_get_untracked()?;
        let entry = self.entry(if MORE.contains(&key) { key } else { end })?;
        entry.fault.try_set(Some(FieldFault { row: None, text }));
        Some(())
    }
}

/// The field of the end that is not this record.
fn asked(relation: &Record, id: Id) -> Option<Key> {
    if relation.link(keys::PERSON) == Some(id) {
        relations::OTHERS.into_iter().find(|key| relation.get(*key).is_some())
    } else {
        Some(keys::PERSON)
    }
}

/// The field that points to this record, where another one is asked for.
fn own_key(on: RecordType, end: Key) -> Option<Key> {
    match (on, end) {
        (RecordType::Person, keys::PERSON) => Some(keys::OTHER),
        (on, _) => interactions::link_key(on),
    }
}

#[component]
pub(super) fn ConnectionForm(
    on: RecordType,
    id: Id,
    /// The one that is changed; none where one is added.
    #[prop(optional)]
    relation: Option<Id>,
    on_done: Callback<()>,
) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let (form, seen) = workspace.peek(|book| {
        let held = relation.and_then(|relation| book.get(ON, relation));
        let seen = OF_PERSON.into_iter().chain([keys::OTHER]).chain(MORE);
        let seen = seen.map(|key| (key, held.and_then(|held| held.get(key)).cloned()));
        (Form::new(book, on, id, held), seen.collect::<Input>())
    });
    let seen = StoredValue::new(seen);
    let save = move || {
        let Some((mut input, names)) = form.read(words) else { return };
        let then = move |saved: Result<(), CommitError>| match saved {
            // The page may be gone by now.
            Ok(()) => on_done.try_run(()).unwrap_or_default(),
            Err(error) => {
                if form.refuse(words, &error).is_none() {
                    toasts.failed(words.get().commit_error(&error));
                }
            }
        };
        if let Some(relation) = relation {
            let seen = seen.get_value();
            workspace.commit(
                move |book, stamp| relations::edit(book, relation, &seen, &input, &names, stamp),
                then,
            );
        } else {
            let own = own_key(on, form.end.get_untracked());
            input.extend(own.map(|own| (own, Some(Value::link(id)))));
            workspace.commit(
                move |book, stamp| {
                    relations::create(book, &input, &names, stamp).map(|(_, change)| change)
                },
                then,
            );
        }
    };
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        save();
    };
    let pressed = move |event: KeyboardEvent| {
        let with_control = event.ctrl_key() || event.meta_key();
        match event.key().as_str() {
            "Escape" => on_done.run(()),
            "Enter" if with_control => save(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let has_choice = on == RecordType::Person && relation.is_none();
    let first = if has_choice { "with" } else { form.end.get_untracked().name() };
    let focus = format!("#{SCOPE}-{first}");
    // Synchronizes the focus, which is outside the reactive system, with the form that has opened.
    Effect::new(move || dom::focus(&focus));
    let label = if relation.is_some() { "connections-edit" } else { "connections-add" };
    let input = move |key: Key| {
        form.entry(key).map(|Entry { field, draft, fault }| {
            view! { <FieldInput field scope=SCOPE draft fault /> }
        })
    };

    view! {
        <form class="connection-form" aria-label=words.text(label) on:submit=submitted on:keydown=pressed>
            {has_choice.then(|| view! { <With end=form.end /> })}
            {move || input(form.end.get())}
            {form.entry(keys::ROLE).map(|entry| view! { <Role entry /> })}
            {MORE.into_iter().skip(1).map(input).collect_view()}
            <div class="connection-form__foot">
                <button class="button" type="button" on:click=move |_| on_done.run(())>{words.text("cancel")}</button>
                <button class="button button--primary" type="submit">{words.text("save")}</button>
            </div>
        </form>
    }
}

/// What a person is connected with.
#[component]
fn With(end: RwSignal<Key>) -> impl IntoView {
    let words = use_words();
    let id = format!("{SCOPE}-with");
    let chosen = move |name: String| {
        if let Some(key) = OF_PERSON.into_iter().find(|key| key.name() == name) {
            end.set(key);
        }
    };

    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{words.text("connections-with")}</label>
            <select class="input" id=id on:change=move |event| chosen(event_target_value(&event))>
                {OF_PERSON.into_iter().map(|key| view! {
                    <option value=key.name() selected=key == end.get_untracked()>{words.get().key(key)}</option>
                }).collect_view()}
            </select>
        </div>
    }
}

/// The role, with those that somebody has already.
#[component]
fn Role(entry: Entry) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let Entry { field, draft, fault } = entry;
    let id = format!("{SCOPE}-{}", field.name);
    let (list, guide_id) = (format!("{id}-list"), format!("{id}-guide"));
    let fault_id = format!("{id}-fault");

    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{words.get().field(field)}</label>
            <input
                class="input"
                id=id
                type="text"
                autocomplete="off"
                dir="auto"
                list=list.clone()
                aria-invalid=move || fault.get().map(|_| "true")
                aria-describedby=format!("{guide_id} {fault_id}")
                prop:value=move || draft.with(|draft| draft.text().to_owned())
                on:input=move |event| draft.set(Draft::Text(event_target_value(&event)))
            />
            <datalist id=list>
                {workspace.peek(|book| relations::roles(book, MOST)).into_iter().map(|role| view! {
                    <option value=role></option>
                }).collect_view()}
            </datalist>
            {words.get().guide(field).map(|guide| view! { <p class="field__guide" id=guide_id>{guide}</p> })}
            <p class="field__fault" id=fault_id role="alert">{move || fault.get().map(|fault| fault.text)}</p>
        </div>
    }
}
