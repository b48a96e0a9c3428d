//! The fields of each type of record: what they are and how many records fill them in. Here they are made,
//! changed, put in order, switched off, emptied and removed, and the choices of built-in ones renamed.

use leptos::prelude::*;
use web_sys::{Event, HtmlInputElement};

use crate::{
    state::{
        language::{Words, use_words},
        toasts::use_toasts,
        use_workspace,
    },
    ui::{
        components::{
            dialog::Dialog,
            icon::{Icon, Picture},
        },
        forms::{DefinitionForm, RenameForm},
    },
};
use rapport::{
    domain::{
        book::Book,
        edit::fields,
        field::{CATALOGUE, Field, Kind, keys},
        id::{Id, RecordType},
        key::Key,
        value::money::Currency,
    },
    storage::session::CommitError,
};

/// What the dialog is open for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Editing {
    Nothing,
    New,
    Definition(Id),
    Choices(Key),
}

/// A field as its row shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Shown {
    key: Key,
    /// The definition, of a field of one's own.
    id: Option<Id>,
    label: String,
    guide: String,
    about: String,
    filled: usize,
    is_off: bool,
    is_optional: bool,
    is_renamable: bool,
}

#[component]
pub(super) fn Fields() -> impl IntoView {
    let words = use_words();

    view! {
        <section class="sheet__section">
            <h2>{words.text("settings-fields")}</h2>
            <p>{words.text("settings-fields-lead")}</p>
            <UsualCurrency />
            {RecordType::LISTED.map(|on| view! { <FieldsOf on /> })}
        </section>
    }
}

/// The currency of money that is typed without one.
#[component]
fn UsualCurrency() -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let fault = RwSignal::new(None::<String>);
    let currency =
        move || workspace.read(&[RecordType::Workspace], |book| book.currency().code().to_owned());
    let entered = move |text: String| {
        let Some(currency) = Currency::parse(&text) else {
            fault.set(Some(words.text("fields-not-currency")));
            return;
        };
        fault.set(None);
        workspace.commit(
            move |book, stamp| fields::set_currency(book, currency, stamp),
            move |saved| {
                if let Err(error) = saved {
                    toasts.failed(words.get().commit_error(&error));
                }
            },
        );
    };
    let guide = keys::CURRENCY.field().and_then(|field| words.get().guide(field));

    view! {
        <div class="field">
            <label class="field__label" for="currency">{words.get().key(keys::CURRENCY)}</label>
            <input
                class="input fields__currency"
                id="currency"
                type="text"
                autocomplete="off"
                dir="ltr"
                maxlength="3"
                aria-describedby="currency-guide currency-fault"
                aria-invalid=move || fault.get().map(|_| "true")
                prop:value=currency
                on:change=move |event| entered(event_target_value(&event))
            />
            <p class="field__guide" id="currency-guide">{guide}</p>
            <p class="field__fault" id="currency-fault" role="alert">{move || fault.get()}</p>
        </div>
    }
}

#[component]
fn FieldsOf(on: RecordType) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let rows = Memo::new(move |_| workspace.read(&RecordType::ALL, |book| shown(words, book, on)));
    let editing = RwSignal::new(Editing::Nothing);
    let open = RwSignal::new(false);
    // The dialog is open while something is edited, and closing it ends that.
    Effect::new(move || open.set(editing.get() != Editing::Nothing));
    let title = Signal::derive(move || {
        let i18n = words.get();
        match editing.get() {
            Editing::New => i18n.text("fields-new"),
            Editing::Choices(key) => {
                i18n.with("fields-rename-named", &[("name", (&i18n.key(key)).into())])
            }
            Editing::Nothing | Editing::Definition(_) => i18n.text("fields-edit"),
        }
    });

    view! {
        <details class="fields">
            <summary class="fields__title">
                <h3>{words.text(&format!("kind-{}", on.name()))}</h3>
                <span class="subtle">{move || words.get().count(RecordType::Field, rows.with(Vec::len))}</span>
            </summary>
            <ul class="fields__list" role="list">
                <For each=move || rows.get() key=Clone::clone let:field>
                    <Row on field editing />
                </For>
            </ul>
            <button class="button" id=format!("new-field-{}", on.name()) type="button" on:click=move |_| editing.set(Editing::New)>
                <Icon picture=Picture::Add />
                {words.text("fields-new")}
            </button>
        </details>
        <Dialog open title on_close=move || editing.set(Editing::Nothing)>
            {move || {
                let on_done = Callback::new(move |_| editing.set(Editing::Nothing));
                match editing.get() {
                    Editing::Nothing => ().into_any(),
                    Editing::New => view! { <DefinitionForm on on_done /> }.into_any(),
                    Editing::Definition(id) => view! { <DefinitionForm on id on_done /> }.into_any(),
                    Editing::Choices(key) => {
                        let on_done = Callback::new(move |()| editing.set(Editing::Nothing));
                        view! { <RenameForm key on_done /> }.into_any()
                    }
                }
            }}
        </Dialog>
    }
}

#[component]
fn Row(on: RecordType, field: Shown, editing: RwSignal<Editing>) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let Shown { key, id, label, guide, about, filled, is_off, is_optional, is_renamable } = field;
    let i18n = words.get();
    let named = |message| i18n.with(message, &[("name", (&label).into())]);
    let count = i18n.with("fields-filled", &[("count", filled.into())]);
    // Says what was done, with an undo, or why not.
    let told = move |message: &'static str, what: String| {
        move |saved: Result<(), CommitError>| match saved {
            Ok(()) => {
                let done = words.get().with(message, &[("what", (&what).into())]);
                toasts.done(done, untrack(|| workspace.next_undo()));
            }
            Err(error) => toasts.failed(words.get().commit_error(&error)),
        }
    };
    let what = StoredValue::new(label.clone());
    let toggled = move |event: Event| {
        // The switch changes once that is saved.
        event_target::<HtmlInputElement>(&event).set_checked(!is_off);
        let message = if is_off { "history-switch-on" } else { "history-switch-off" };
        workspace.commit(
            move |book, stamp| fields::switch(book, on, key, !is_off, stamp),
            told(message, what.get_value()),
        );
    };
    let clicked_empty = move |_| {
        workspace.commit(
            move |book, stamp| fields::clear(book, on, key, stamp),
            told("fields-emptied", what.get_value()),
        );
    };
    let clicked_remove = move |id: Id| {
        workspace.commit(
            move |book, stamp| fields::remove(book, id, stamp),
            told("history-delete", what.get_value()),
        );
    };
    let moved = move |id: Id, by: isize| {
        workspace.commit(
            move |book, stamp| {
                let mut order: Vec<Id> = own_ids(book, on);
                if let Some(at) = order.iter().position(|other| *other == id) {
                    order.remove(at);
                    order.insert(at.saturating_add_signed(by).min(order.len()), id);
                }
                fields::arrange(book, &order, stamp)
            },
            move |saved| {
                if let Err(error) = saved {
                    toasts.failed(words.get().commit_error(&error));
                }
            },
        );
    };

    view! {
        <li class="fields__row" data-key=key.name() data-off=is_off.then_some("")>
            <span class="fields__name" dir="auto" title=guide>{label.clone()}</span>
            <span class="subtle">{about}</span>
            <span class="subtle">{count}</span>
            <label class="fields__switch">
                <input type="checkbox" aria-label=named("fields-in-use-named") disabled=!is_optional prop:checked=!is_off on:change=toggled />
                {i18n.text("fields-in-use")}
            </label>
            <div class="fields__actions">
                {id.map(|id| view! {
                    <button class="button button--plain button--icon" type="button" aria-label=named("fields-up") on:click=move |_| moved(id, -1)>
                        <Icon picture=Picture::Up />
                    </button>
                    <button class="button button--plain button--icon" type="button" aria-label=named("fields-down") on:click=move |_| moved(id, 1)>
                        <Icon picture=Picture::Down />
                    </button>
                    <button class="button button--plain button--icon" type="button" aria-label=named("fields-edit-named") on:click=move |_| editing.set(Editing::Definition(id))>
                        <Icon picture=Picture::Edit />
                    </button>
                    <button class="button button--plain button--icon" type="button" aria-label=named("fields-remove") on:click=move |_| clicked_remove(id)>
                        <Icon picture=Picture::Delete />
                    </button>
                })}
                {is_renamable.then(|| view! {
                    <button class="button button--plain" type="button" aria-label=named("fields-rename-named") on:click=move |_| editing.set(Editing::Choices(key))>
                        {i18n.text("fields-rename")}
                    </button>
                })}
                {(is_optional && filled > 0).then(|| view! {
                    <button class="button button--plain" type="button" aria-label=named("fields-empty-named") on:click=clicked_empty>
                        {i18n.text("fields-empty")}
                    </button>
                })}
            </div>
        </li>
    }
}

/// The definitions of fields of one's own, in their order.
fn own_ids(book: &Book, on: RecordType) -> Vec<Id> {
    let own = book.own().iter().filter(|field| field.is_on(on));
    own.filter_map(|field| Some(field.own.as_ref()?.id)).collect()
}

fn shown(words: Words, book: &Book, on: RecordType) -> Vec<Shown> {
    let i18n = words.get();
    let counts = fields::counts(book, on);
    let fields = CATALOGUE.iter().chain(book.own().iter());
    let fields = fields.filter(|field| field.is_on(on) && field.is_editable());
    let row = |field: &'static Field| {
        let key = field.key();
        let data = i18n.text(&format!("data-{}", field.data.name()));
        Shown {
            key,
            id: field.own.as_ref().map(|own| own.id),
            label: i18n.field(field),
            guide: i18n.guide(field).unwrap_or_default(),
            about: i18n.list([i18n.text(kind_message(field.kind)), data].into_iter()),
            filled: counts.get(&key).copied().unwrap_or_default(),
            is_off: book.own().is_off(on, key),
            is_optional: field.is_optional(),
            is_renamable: key.is_built_in() && field.is_renamable(),
        }
    };
    fields.map(row).collect()
}

/// The message that says what the values of a field are.
fn kind_message(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Colour => "choice-kind-text",
        Kind::LongText => "choice-kind-long-text",
        Kind::Number => "choice-kind-number",
        Kind::Money => "choice-kind-money",
        Kind::Percent => "choice-kind-percent",
        Kind::Rating => "choice-kind-rating",
        Kind::Flag => "choice-kind-yes-no",
        Kind::Day => "choice-kind-date",
        Kind::Time | Kind::Entries => "choice-kind-date-time",
        Kind::Choices(_) | Kind::Options => "choice-kind-choices",
        Kind::Email | Kind::Emails => "choice-kind-email",
        Kind::Phone | Kind::Phones => "choice-kind-phone",
        Kind::Link | Kind::Links => "choice-kind-link",
        Kind::Addresses => "field-addresses",
        Kind::Relation(RecordType::Person) => "choice-kind-person",
        Kind::Relation(RecordType::Organization) => "choice-kind-organization",
        Kind::Relation(RecordType::Deal) => "choice-kind-deal",
        Kind::Relation(RecordType::Project) => "choice-kind-project",
        Kind::Relation(RecordType::Task) => "choice-kind-task",
        // Beside a choice this is a deal's stage.
        Kind::Choice(_) | Kind::Relation(_) => "choice-kind-choice",
        Kind::Relations(RecordType::Tag) | Kind::Picked => "field-tags",
        Kind::Relations(_) => "field-people",
        Kind::Photo => "field-photo",
    }
}
