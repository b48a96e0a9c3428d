//! What everybody of a file gets of whom the file does not say it: fields, chosen and filled in.

use leptos::prelude::*;
use web_sys::HtmlSelectElement;

use crate::{
    state::{language::use_words, use_workspace},
    ui::{
        components::icon::{Icon, Picture},
        forms::{FieldFault, FieldInput},
    },
};
use rapport::{
    domain::{
        field::{self, Field, draft::Draft, keys},
        id::RecordType,
        key::Key,
    },
    transfer::csv::{self, Fixed, can_be_fixed},
};

/// Fields that are offered before the others.
const USUAL: [Key; 4] = [keys::TAGS, keys::LIFECYCLE, keys::LEAD_SOURCE, keys::ORGANIZATION];

/// A field that is filled in.
#[derive(Clone, Copy)]
pub(super) struct Filled {
    field: &'static Field,
    draft: RwSignal<Draft>,
    fault: RwSignal<Option<FieldFault>>,
}

impl Filled {
    pub(super) fn new(field: &'static Field, draft: Draft) -> Self {
        Self { field, draft: RwSignal::new(draft), fault: RwSignal::new(None) }
    }

    /// What is entered, as far as it is right.
    pub(super) fn entered(&self) -> Option<Fixed> {
        self.draft.with(|draft| Fixed::entered(self.field, draft))
    }
}

#[component]
pub(super) fn FixedValues(all: RwSignal<Vec<Filled>>) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    // What is added by a click lives as long as the page, and not as long as the click.
    let owner = StoredValue::new(Owner::current());
    let is_there = move |field: &Field| {
        all.with(|all| all.iter().any(|filled| filled.field.name == field.name))
    };
    let offered = move || {
        // Fields may be made while one is here.
        workspace.track(RecordType::Field);
        let mut fields: Vec<_> = field::fields_of(RecordType::Person)
            .filter(|field| can_be_fixed(field) && !is_there(field))
            .collect();
        fields.sort_by_key(|field| {
            USUAL.iter().position(|key| *key == field.key()).unwrap_or(USUAL.len())
        });
        fields
    };
    let chose = move |name: &str| {
        let field = Key::of(name).and_then(Key::field);
        let add = |field| all.update(|all| all.push(Filled::new(field, Draft::empty(field))));
        if let (Some(field), Some(owner)) = (field, owner.get_value()) {
            owner.with(|| add(field));
        }
    };
    let clicked_remove =
        move |field: &Field| all.update(|all| all.retain(|it| it.field.name != field.name));
    // Nothing is saved here that would ask whether it is right.
    let left = move |Filled { field, draft, fault }: Filled| {
        // Gone already when the page was left with the focus in here.
        let Some(wrong) = draft.try_with_untracked(|draft| csv::wrong(field, draft)) else {
            return;
        };
        // None of these fields has several inputs.
        fault.set(wrong.map(|it| FieldFault { row: None, text: words.get().row_fault(&it) }));
    };

    view! {
        <div class="stack">
            <div class="field">
                <label class="field__label" for="fixed-field">{words.text("fixed")}</label>
                <select
                    class="input"
                    id="fixed-field"
                    aria-describedby="fixed-guide"
                    on:change=move |event| {
                        let chosen = event_target_value(&event);
                        // The menu offers the next one.
                        event_target::<HtmlSelectElement>(&event).set_value("");
                        chose(&chosen);
                    }
                >
                    <option value="">{words.text("fixed-choose")}</option>
                    {move || offered().into_iter().map(|field| view! {
                        <option value=field.name>{words.get().field(field)}</option>
                    }).collect_view()}
                </select>
                <p class="field__guide" id="fixed-guide">{words.text("fixed-guide")}</p>
            </div>
            <For each=move || all.get() key=|filled| filled.field.name let:filled>
                {
                    let Filled { field, draft, fault } = filled;
                    let name = words.get().field(field);
                    let remove = words.get().with("fixed-remove", &[("name", (&name).into())]);
                    view! {
                        <div class="arrival__fixed" on:focusout=move |_| left(filled)>
                            <FieldInput field scope="fixed" draft fault />
                            <button class="button" type="button" title=remove.clone() aria-label=remove on:click=move |_| clicked_remove(field)>
                                <Icon picture=Picture::Close />
                            </button>
                        </div>
                    }
                }
            </For>
        </div>
    }
}
