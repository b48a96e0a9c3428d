//! The form for the definition of a field: a new one, or one that is there.
//!
//! What a change would do to the values that records hold stands in it before it is made.

use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::{
    field_input::{FieldFault, FieldInput},
    options_input::OptionsInput,
};
use crate::state::{
    Workspace,
    language::{Words, use_words},
    toasts::use_toasts,
    use_workspace,
};
use rapport::{
    domain::{
        edit::{
            fields::{self, Conversion},
            records::Input,
        },
        field::{Field, draft::Draft, keys, own},
        id::{Id, RecordType},
        key::Key,
        problem::Problem,
        value::{Value, choice::Choice},
    },
    platform::dom,
    storage::session::CommitError,
};

/// What a definition says in inputs of the usual kinds, in the order of the form.
const ASKED: [Key; 5] =
    [keys::LABEL, keys::FIELD_KIND, keys::DATA_KIND, keys::DEFINITION, keys::CONVENTION];

/// Begins the ids of the inputs.
const SCOPE: &str = "define";

/// The input of one of them.
#[derive(Clone, Copy)]
struct Asked {
    key: Key,
    field: &'static Field,
    draft: RwSignal<Draft>,
    fault: RwSignal<Option<FieldFault>>,
}

#[component]
pub(in crate::ui) fn DefinitionForm(
    on: RecordType,
    /// The definition that is to be changed; without it, one is made.
    #[prop(optional)]
    id: Option<Id>,
    /// What a new one is called to begin with.
    #[prop(optional)]
    label: Option<String>,
    /// Hears the key of a field that was made; nothing when it is given up or was there.
    on_done: Callback<Option<Key>>,
) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let mut seen = seen(workspace, id);
    if let Some(label) = label {
        seen.insert(keys::LABEL, Some(Value::text(label)));
    }
    let asked = StoredValue::new(asked(workspace, &seen));
    let options = RwSignal::new(match seen.get(&keys::OPTIONS) {
        Some(Some(Value::Options(choices))) => choices.to_vec(),
        _ => Vec::new(),
    });
    let options_fault = RwSignal::new(None::<String>);
    let seen = StoredValue::new(seen);
    let key = id.and_then(|id| {
        workspace.peek(|book| Some(own::defines(book.get(RecordType::Field, id)?)?.0))
    });
    let is_chosen_from = Memo::new(move |_| {
        let kind = asked.get_value().into_iter().find(|it| it.key == keys::FIELD_KIND);
        kind.is_some_and(|kind| matches!(kind.draft.read().text(), "choice" | "choices"))
    });
    let input = move || {
        let mut input = read(&asked.get_value());
        let chosen_from = is_chosen_from.get().then(|| options.get()).filter(|it| !it.is_empty());
        input.insert(keys::OPTIONS, chosen_from.map(|choices| Value::Options(choices.into())));
        input
    };
    let conversion = Memo::new(move |_| {
        let conversion =
            workspace.read(&RecordType::ALL, |book| fields::conversion(book, id?, &input()).ok());
        conversion.unwrap_or_default()
    });
    let failed = move |error: &CommitError| {
        let i18n = words.get();
        // The dialog may be gone by now.
        let Some(asked) = asked.try_get_value() else {
            return toasts.failed(i18n.commit_error(error));
        };
        match error.problem() {
            Some(Problem::Field { key, fault }) if *key == keys::OPTIONS => {
                options_fault.set(Some(i18n.fault(fault)));
            }
            Some(Problem::Field { key, fault }) => say(&asked, *key, i18n.fault(fault)),
            Some(Problem::FieldExists { .. }) => say(&asked, keys::LABEL, i18n.commit_error(error)),
            _ => toasts.failed(i18n.commit_error(error)),
        }
    };
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        let input = untrack(input);
        asked.get_value().into_iter().for_each(|it| it.fault.set(None));
        options_fault.set(None);
        let what = match input.get(&keys::LABEL) {
            Some(Some(Value::Text(label))) => label.trim().to_owned(),
            _ => String::new(),
        };
        let then = move |made: Result<Option<Key>, CommitError>| match made {
            Ok(key) => {
                let message = if id.is_some() { "history-edit" } else { "history-create" };
                let done = words.get().with(message, &[("what", (&what).into())]);
                toasts.done(done, untrack(|| workspace.next_undo()));
                // The dialog may be gone by now.
                let _ = on_done.try_run(key);
            }
            Err(error) => failed(&error),
        };
        match id {
            Some(id) => {
                let seen = seen.get_value();
                workspace.commit(
                    move |book, stamp| fields::edit(book, id, &seen, &input, stamp),
                    move |saved| then(saved.map(|()| None)),
                );
            }
            None => create(workspace, on, input, then),
        }
    };
    // Synchronizes the focus, which is outside the reactive system, with the form that has opened.
    Effect::new(move || {
        request_animation_frame(|| dom::focus(&format!("#{SCOPE}-{}", keys::LABEL.name())));
    });
    let suggested = move || {
        let Some(key) = key else { return Vec::new() };
        workspace.peek(|book| fields::choices_of(book, on, key, SUGGESTED_MOST))
    };

    view! {
        <form class="stack" novalidate on:submit=submitted>
            {asked.get_value().into_iter().map(|Asked { key, field, draft, fault }| view! {
                <FieldInput field scope=SCOPE draft fault />
                {(key == keys::FIELD_KIND).then(|| view! {
                    <Show when=move || is_chosen_from.get()>
                        <OptionsInput options fault=options_fault suggested=Callback::new(move |()| suggested()) />
                    </Show>
                })}
            }).collect_view()}
            <p class="fields__conversion" role="status">
                {move || lost(words, workspace, on, key, &conversion.get())}
            </p>
            <div class="dialog__actions">
                <button class="button" type="button" on:click=move |_| on_done.run(None)>{words.text("cancel")}</button>
                <button class="button button--primary" type="submit">{words.text("save")}</button>
            </div>
        </form>
    }
}

/// Most choices that are made of what stands in a text field.
const SUGGESTED_MOST: usize = 50;

/// Most values that are shown of those that would be cleared.
const EXAMPLES: usize = 5;

/// What a definition says by now. A new one begins as a line of text.
fn seen(workspace: Workspace, id: Option<Id>) -> Input {
    let Some(id) = id else {
        return Input::from([
            (keys::FIELD_KIND, Some(Value::text("text"))),
            (keys::DATA_KIND, Some(Value::text("descriptive"))),
        ]);
    };
    let held = workspace.peek(|book| book.get(RecordType::Field, id).cloned());
    let value = |key| held.as_ref().and_then(|held| held.get(key)).cloned();
    ASKED.into_iter().chain([keys::OPTIONS]).map(|key| (key, value(key))).collect()
}

fn asked(workspace: Workspace, seen: &Input) -> Vec<Asked> {
    let asked = ASKED.into_iter().filter_map(|key| {
        let field = key.field()?;
        let value = seen.get(&key).and_then(Option::as_ref);
        let draft = workspace.peek(|book| Draft::of(book, field, value));
        Some(Asked { key, field, draft: RwSignal::new(draft), fault: RwSignal::new(None) })
    });
    asked.collect()
}

/// What stands in the inputs. What is wrong with it, the edit says.
fn read(asked: &[Asked]) -> Input {
    let value = |it: &Asked| it.draft.read().read(it.field).ok().and_then(|entered| entered.value);
    asked.iter().map(|it| (it.key, value(it))).collect()
}

fn say(asked: &[Asked], key: Key, text: String) {
    if let Some(it) = asked.iter().find(|it| it.key == key) {
        // The dialog may be gone by now.
        let _ = it.fault.try_set(Some(FieldFault { row: None, text }));
    }
}

/// Makes the field; `then` hears its key.
fn create(
    workspace: Workspace,
    on: RecordType,
    input: Input,
    then: impl FnOnce(Result<Option<Key>, CommitError>) + 'static,
) {
    // There is no key before the edit has made one.
    let made: std::rc::Rc<std::cell::Cell<Option<Key>>> = std::rc::Rc::default();
    let key = made.clone();
    workspace.commit(
        move |book, stamp| {
            let (key, change) = fields::create(book, on, &input, stamp)?;
            made.set(Some(key));
            Ok(change)
        },
        move |saved| then(saved.map(|()| key.get())),
    );
}

/// "12 values stay, 3 would be cleared: much, little, …". Nothing where nothing is lost.
fn lost(
    words: Words,
    workspace: Workspace,
    on: RecordType,
    key: Option<Key>,
    Conversion { kept, lost }: &Conversion,
) -> Option<String> {
    let key = key.filter(|_| !lost.is_empty())?;
    let i18n = words.get();
    let examples = workspace.peek(|book| {
        let values = lost.iter().take(EXAMPLES).filter_map(|id| book.get(on, *id)?.get(key));
        i18n.list(values.map(|value| i18n.value(book, key, value)))
    });
    let counts =
        [("kept", (*kept).into()), ("lost", lost.len().into()), ("examples", (&examples).into())];
    Some(i18n.with("fields-conversion", &counts))
}

/// The choices of a field as they stand in the form.
pub(super) type Options = RwSignal<Vec<Choice>>;
