//! A field with its label, what it means, and what is wrong with it.

use leptos::prelude::*;

use super::{
    choice_input::ChoiceInput, choices_input::ChoicesInput, items_input::ItemsInput,
    photo_input::PhotoInput, relation_input::RelationInput, rows::Rows, tags_input::TagsField,
    text_input::TextInput,
};
use crate::state::language::{Words, use_words};
use rapport::domain::{
    field::{
        Field, Kind,
        draft::{Draft, Wrong},
        keys,
    },
    problem::Fault,
};

/// What is wrong with a field, in words, and in which row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct FieldFault {
    pub row: Option<usize>,
    pub text: String,
}

impl FieldFault {
    pub(in crate::ui) fn of(words: Words, wrong: &Wrong) -> Self {
        Self { row: wrong.row, text: words.get().fault(&wrong.fault) }
    }
}

/// What the inputs of a field share.
#[derive(Clone, Copy)]
pub(super) struct Control {
    pub field: &'static Field,
    pub words: Words,
    pub draft: RwSignal<Draft>,
    pub fault: RwSignal<Option<FieldFault>>,
    scope: &'static str,
}

impl Control {
    /// The id of the first input.
    pub(super) fn id(self) -> String {
        format!("{}-{}", self.scope, self.field.name)
    }

    /// The id of the first input of a row; row 0 has the one that a label points to.
    pub(super) fn row_id(self, row: usize) -> String {
        if row == 0 { self.id() } else { format!("{}-{row}", self.id()) }
    }

    /// Ids of the sentences that a screen reader reads after the label.
    pub(super) fn described_by(self) -> String {
        format!("{0}-guide {0}-fault", self.id())
    }

    /// Whether something is wrong in this row; for fields of one input, whether anything is.
    pub(super) fn is_wrong(self, row: usize) -> bool {
        self.fault
            .with(|fault| fault.as_ref().is_some_and(|fault| fault.row.unwrap_or_default() == row))
    }

    pub(super) fn aria_invalid(self, row: usize) -> Option<&'static str> {
        self.is_wrong(row).then_some("true")
    }

    pub(super) fn say(self, fault: &Fault) {
        self.fault.set(Some(FieldFault { row: None, text: self.words.get().fault(fault) }));
    }
}

/// The input for a field, whatever its kind. `scope` begins the ids, so that a field may stand on a
/// page twice.
#[component]
pub(in crate::ui) fn FieldInput(
    field: &'static Field,
    scope: &'static str,
    draft: RwSignal<Draft>,
    fault: RwSignal<Option<FieldFault>>,
) -> impl IntoView {
    let words = use_words();
    let control = Control { field, words, draft, fault, scope };
    let i18n = words.get();
    let label = i18n.field(field);
    // What kind of data it is, and what it is called in files and filters.
    let about = format!("{} · {}", i18n.text(&format!("data-{}", field.data.name())), field.name);
    let are_items = field.name == keys::ITEMS.name();
    let has_rows = are_items
        || matches!(field.kind, Kind::Emails | Kind::Phones | Kind::Links | Kind::Addresses);
    let inputs = match field.kind {
        _ if are_items => view! { <ItemsInput control /> }.into_any(),
        Kind::Choices(_) => {
            let choices = i18n.choices(field).unwrap_or_default();
            view! { <ChoicesInput control choices /> }.into_any()
        }
        Kind::Choice(_) | Kind::Colour | Kind::Flag | Kind::Rating => {
            let choices = i18n.choices(field).unwrap_or_default();
            view! { <ChoiceInput control choices /> }.into_any()
        }
        _ if has_rows => view! { <Rows control /> }.into_any(),
        Kind::Relation(to) => view! { <RelationInput control to /> }.into_any(),
        Kind::Relations(to) => view! { <TagsField control to /> }.into_any(),
        Kind::Photo => view! { <PhotoInput control /> }.into_any(),
        _ => view! { <TextInput control /> }.into_any(),
    };
    let below = view! {
        {i18n.guide(field).map(|guide| view! {
            <p class="field__guide" id=format!("{}-guide", control.id())>{guide}</p>
        })}
        <p class="field__fault" id=format!("{}-fault", control.id()) role="alert">
            {move || fault.with(|fault| fault.as_ref().map(|fault| fault.text.clone()))}
        </p>
    };
    let is_wide = matches!(field.kind, Kind::LongText | Kind::Relations(_) | Kind::Photo);

    if has_rows || matches!(field.kind, Kind::Choices(_)) {
        view! {
            <fieldset class="field" data-wide=has_rows.then_some("")>
                <legend class="field__label" title=about>{label}</legend>
                {inputs}
                {below}
            </fieldset>
        }
        .into_any()
    } else {
        view! {
            <div class="field" data-wide=is_wide.then_some("")>
                <label class="field__label" for=control.id() title=about>{label}</label>
                {inputs}
                {below}
            </div>
        }
        .into_any()
    }
}
