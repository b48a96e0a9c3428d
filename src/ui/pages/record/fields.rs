//! The fields in their four groups: the filled ones shown, the empty ones a click away.

use leptos::prelude::*;

use super::Panel;
use crate::{
    state::{language::use_words, use_workspace},
    ui::{
        components::icon::{Icon, Picture},
        forms::InPlace,
        tasks::FORM,
    },
};
use rapport::domain::{
    field::{self, DataKind, Field, keys},
    id::RecordType,
    key::Key,
    value::Value,
};

/// Whether a field of a type of record has its place elsewhere on the panel. A task is renamed here.
fn is_elsewhere(on: RecordType, key: Key) -> bool {
    let is_in_card = on == RecordType::Task && key != keys::NAME && FORM.contains(&key);
    is_in_card || IN_HEAD.contains(&key)
}

/// Shown in the head.
const IN_HEAD: [Key; 4] = [keys::PHOTO, keys::TAGS, keys::LIFECYCLE, keys::LEAD_STATUS];

#[component]
pub(super) fn FieldGroups(panel: Panel) -> impl IntoView {
    let workspace = use_workspace();

    move || {
        // Another definition is another field.
        workspace.track(RecordType::Field);
        let groups = DataKind::SHOWN.into_iter().map(|data| {
            let fields = field::fields_of(panel.on)
                .filter(move |field| field.data == data && !is_elsewhere(panel.on, field.key()))
                .collect();
            view! { <Group panel data fields /> }
        });
        groups.collect_view()
    }
}

#[component]
fn Group(panel: Panel, data: DataKind, fields: Vec<&'static Field>) -> impl IntoView {
    let Panel { on, id, opened } = panel;
    let words = use_words();
    let workspace = use_workspace();
    let fields = StoredValue::new(fields);
    // Fields with a value, and those whose input is open, by their place in the group.
    let shown = Memo::new(move |_| {
        // Figures are computed from records of other types.
        let own = [on];
        let tracked = if data == DataKind::Quantitative { &RecordType::ALL[..] } else { &own };
        workspace.read(tracked, |book| {
            let Some(record) = book.get(on, id) else { return Vec::new() };
            let is_shown = |key: &Key| {
                let value = field::read(book, record, *key);
                let is_stored = book.field(*key).is_some_and(Field::is_stored);
                opened.contains(*key) || has_value(value.as_deref(), is_stored)
            };
            fields.get_value().into_iter().map(Field::key).filter(is_shown).collect()
        })
    });
    let empty = move || {
        let shown = shown.get();
        let fields = fields.get_value().into_iter();
        fields.filter(move |field| field.is_editable() && !shown.contains(&field.key()))
    };
    let has_any = move || shown.with(|shown| !shown.is_empty()) || empty().next().is_some();

    view! {
        <Show when=has_any>
            <section class="record__section">
                <h2 class="record__heading">{words.text(&format!("data-{}", data.name()))}</h2>
                <ul class="details" role="list">
                    <For each=move || shown.get() key=|key| *key let:key>
                        {key.field().map(|field| view! { <InPlace on id field opened /> })}
                    </For>
                </ul>
                <Show when=move || empty().next().is_some()>
                    <details class="record__more">
                        <summary class="record__add"><Icon picture=Picture::Add />{words.text("record-add-field")}</summary>
                        <div class="record__choices">
                            {move || empty().map(|field| view! {
                                <button class="button record__choice" type="button" on:click=move |_| opened.open(field.key())>
                                    {words.get().field(field)}
                                </button>
                            }).collect_view()}
                        </div>
                    </details>
                </Show>
            </section>
        </Show>
    }
}

/// Whether a value is worth a line. A count of none is not, unless somebody entered it.
fn has_value(value: Option<&Value>, is_stored: bool) -> bool {
    match value {
        Some(Value::Number(number)) if !is_stored => number.ten_thousandths() != 0,
        other => other.is_some(),
    }
}
