//! What happened to one record, read when it is asked for.

use leptos::prelude::*;
use web_sys::HtmlDetailsElement;

use crate::{
    state::{language::use_words, start, toasts::use_toasts, use_workspace},
    ui::pages::unread::{Reading, Unread},
};
use rapport::{
    domain::{
        book::Book,
        change::{Action, Cause, Change, FieldChange, Step},
        field::{DataKind, keys},
        id::Id,
        key::Key,
        value::Value,
    },
    i18n::I18n,
};

/// Most characters of a value that are shown.
const LONG: usize = 160;

/// One change, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Happened {
    position: u64,
    at: String,
    sentence: String,
    fields: Vec<FieldHappened>,
    /// What the button says that takes it back. None where that would be a deletion.
    undo: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct FieldHappened {
    field: String,
    before: Option<String>,
    after: Option<String>,
}

#[component]
pub(super) fn RecordHistory(id: Id) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let is_open = RwSignal::new(false);
    let entries = RwSignal::new(None::<Vec<Happened>>);
    let reading = Reading::new();
    // Synchronizes with the disk, which alone knows what happened.
    Effect::new(move || {
        if !is_open.get() {
            return;
        }
        reading.track();
        workspace.position();
        start(async move {
            let found = reading.ended(workspace.history_of(id).await);
            let Some(found) = found else { return };
            let i18n = words.get();
            let found = workspace.peek(|book| {
                found
                    .into_iter()
                    .map(|entry| happened(&i18n, book, entry.header.position, &entry.change))
                    .collect()
            });
            // The page may be gone by now.
            let _ = entries.try_set(Some(found));
        });
    });
    let toggled = move |event: web_sys::Event| {
        is_open.set(event_target::<HtmlDetailsElement>(&event).open());
    };

    view! {
        <details class="record__section record__history" on:toggle=toggled>
            <summary class="record__heading record__summary">{words.text("record-history")}</summary>
            <Unread reading />
            <ol class="changes" role="list">
                <For each=move || entries.get().unwrap_or_default() key=|entry| entry.position let:entry>
                    <Entry entry />
                </For>
            </ol>
            <Show when=move || entries.with(|entries| entries.as_ref().is_some_and(Vec::is_empty))>
                <p class="subtle">{words.text("record-history-none")}</p>
            </Show>
        </details>
    }
}

#[component]
fn Entry(entry: Happened) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let Happened { position, at, sentence, fields, undo } = entry;
    let clicked_undo = move |_| {
        workspace.undo_at(position, move |undone| match undone {
            Ok(header) => {
                let what = words.get().label(&header.label);
                toasts.done(words.get().with("undone", &[("what", (&what).into())]), None);
            }
            Err(error) => toasts.failed(words.get().commit_error(&error)),
        });
    };
    let value = move |value: Option<String>| match value {
        Some(value) => view! { <span class="changes__value" dir="auto">{value}</span> }.into_any(),
        None => view! { <span class="changes__nothing">{words.text("record-nothing")}</span> }
            .into_any(),
    };

    view! {
        <li class="changes__entry">
            <p class="changes__sentence" dir="auto">{sentence}</p>
            <p class="changes__at">{at}</p>
            <ul class="changes__fields" role="list">
                {fields.into_iter().map(|FieldHappened { field, before, after }| view! {
                    <li>
                        <span class="changes__field">{field}</span>
                        {(before.is_some() || after.is_none()).then(|| view! {
                            <del class="changes__before">{value(before)}</del>
                            <span class="changes__arrow" aria-hidden="true">" → "</span>
                        })}
                        <ins class="changes__after">{value(after)}</ins>
                    </li>
                }).collect_view()}
            </ul>
            {undo.map(|undo| view! {
                <button class="button button--plain changes__undo" type="button" on:click=clicked_undo>{undo}</button>
            })}
        </li>
    }
}

fn happened(i18n: &I18n, book: &Book, position: u64, change: &Change) -> Happened {
    let Change { at, cause, ref label, ref touches } = *change;
    let steps = touches.iter().map(|touch| &touch.step);
    let is_update = steps.clone().all(|step| matches!(step, Step::Update(_)));
    let is_about_it_alone = label.action == Action::Edit && label.count == 1;
    Happened {
        position,
        at: i18n.formats.moment(at),
        sentence: if is_about_it_alone && cause == Cause::Edit {
            // Whose name it is, is known here.
            i18n.text("record-history-edit")
        } else {
            i18n.caused(cause, label)
        },
        fields: steps.flat_map(|step| fields(i18n, book, step)).collect(),
        undo: is_update.then(|| match label.count {
            0 | 1 => i18n.text("record-history-undo"),
            count => {
                let count = i18n.count(label.on, count as usize);
                i18n.with("record-history-undo-all", &[("count", (&count).into())])
            }
        }),
    }
}

fn fields(i18n: &I18n, book: &Book, step: &Step) -> Vec<FieldHappened> {
    let line = |key: Key, before: Option<&Value>, after: Option<&Value>| {
        let is_shown =
            key == keys::HAPPENED || key.field().is_none_or(|field| field.data != DataKind::System);
        let value = |value: &Value| shorten(i18n.value(book, key, value));
        is_shown.then(|| FieldHappened {
            field: i18n.key(key),
            before: before.map(value),
            after: after.map(value),
        })
    };
    match step {
        Step::Create(fields) => {
            fields.iter().filter_map(|(key, value)| line(key, None, Some(value))).collect()
        }
        Step::Delete(fields) => {
            fields.iter().filter_map(|(key, value)| line(key, Some(value), None)).collect()
        }
        Step::Update(changes) => changes
            .iter()
            .filter_map(|FieldChange { key, before, after }| {
                line(*key, before.as_ref(), after.as_ref())
            })
            .collect(),
    }
}

fn shorten(text: String) -> String {
    match text.char_indices().nth(LONG) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}
