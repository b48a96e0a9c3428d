//! One row: what the columns show of a record, and the cell that is being edited.

use leptos::{html, prelude::*};
use web_sys::{KeyboardEvent, MouseEvent};

use super::{
    Listing, ROW,
    grid::{edit_cell, is_inline},
    picker::Picker,
};
use crate::{
    state::{language::use_words, toasts::use_toasts},
    ui::{
        components::{avatar::Avatar, tag_chip::TagChip},
        forms::{shown, typed},
        later,
    },
};
use rapport::{
    domain::{
        field::{self, Kind, check, draft::Draft, keys},
        id::{Id, RecordType},
        key::Key,
        table::Slot,
        value::Value,
    },
    i18n::I18n,
    platform::dom,
};

/// What a row shows.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shown {
    id: Id,
    name: String,
    cells: Vec<(Key, Cell)>,
}

/// What a cell shows; it is drawn again only when this changes.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Cell {
    Name {
        id: Id,
        name: String,
        photo: Option<String>,
    },
    /// A task, and whether it is done.
    Task {
        id: Id,
        name: String,
        is_done: bool,
    },
    Text(String),
    Number(String),
    Tags(Vec<(String, String)>),
}

#[component]
pub(super) fn Row(
    listing: Listing,
    index: usize,
    active: RwSignal<usize>,
    editing: RwSignal<Option<(Slot, Key)>>,
    on_click: impl Fn(MouseEvent) + 'static,
    on_toggle: impl Fn() + 'static,
) -> impl IntoView {
    let words = use_words();
    let Listing { on, workspace, selected, open, columns, .. } = listing;
    let at = Memo::new(move |_| listing.slots.with(|slots| slots.get(index).copied()));
    let shown = Memo::new(move |_| {
        let at = at.get()?;
        let i18n = words.get();
        let columns = columns.get();
        workspace.read(&RecordType::ALL, |book| {
            let record = book.table(on).at(at)?;
            let cells =
                columns.iter().map(|key| (*key, cell(&i18n, book, on, record, *key))).collect();
            let name = i18n.record(record);
            Some(Shown { id: record.id, name, cells })
        })
    });
    let is_open = move || {
        open.get()
            .is_some_and(|open| shown.with(|shown| shown.as_ref().map(|it| it.id)) == Some(open))
    };
    let is_selected =
        move || at.get().is_some_and(|at| selected.with(|selected| selected.contains(&at)));
    let select = move || {
        let name = shown.with(|shown| shown.as_ref().map_or(String::new(), |it| it.name.clone()));
        words.get().with("list-select", &[("name", (&name).into())])
    };

    view! {
        <div
            class="grid__row"
            id=format!("row-{index}")
            role="row"
            aria-rowindex=(index + 2).to_string()
            aria-selected=move || is_selected().to_string()
            data-active=move || (active.get() == index).then_some("")
            data-open=move || is_open().then_some("")
            style:transform=move || format!("translateY({}px)", listing.lines.with(|lines| lines.of(index)) * ROW)
            on:click=on_click
        >
            <div class="grid__cell" role="gridcell">
                <label class="grid__check">
                    <input type="checkbox" tabindex="-1" aria-label=select prop:checked=is_selected on:change=move |_| on_toggle() />
                </label>
            </div>
            {move || columns.get().into_iter().map(|key| {
                let cell = Memo::new(move |_| shown.with(|shown| {
                    let cells = &shown.as_ref()?.cells;
                    cells.iter().find(|(other, _)| *other == key).map(|(_, cell)| cell.clone())
                }));
                let is_edited = Memo::new(move |_| {
                    editing.get().is_some_and(|(slot, other)| other == key && at.get() == Some(slot))
                });
                let double_clicked = move |_| {
                    if is_inline(key) {
                        // The word that a double click selects besides.
                        dom::select_nothing();
                        editing.set(at.get_untracked().map(|at| (at, key)));
                    }
                };
                view! {
                    <div class="grid__cell" role="gridcell" on:dblclick=double_clicked>
                        {move || match at.get_untracked() {
                            Some(at) if is_edited.get() => later::cell_input(listing, at, key, editing),
                            _ => cell.with(|cell| cell.as_ref().map_or_else(|| ().into_any(), |cell| cell_view(listing, cell))),
                        }}
                    </div>
                }
            }).collect_view()}
        </div>
    }
}

fn cell_view(listing: Listing, cell: &Cell) -> AnyView {
    match cell {
        Cell::Name { id, name, photo } => {
            let id = *id;
            view! {
                <a class="grid__name" href=move || listing.href(id) tabindex="-1">
                    <Avatar name photo=photo.clone() />
                    <span class="grid__text" dir="auto">{name.clone()}</span>
                </a>
            }
            .into_any()
        }
        Cell::Task { id, name, is_done } => {
            view! { <TaskCell listing id=*id name=name.clone() is_done=*is_done /> }.into_any()
        }
        Cell::Text(text) => {
            view! { <span class="grid__text" dir="auto">{text.clone()}</span> }.into_any()
        }
        Cell::Number(text) => {
            view! { <span class="grid__text numbers">{text.clone()}</span> }.into_any()
        }
        Cell::Tags(tags) => tags
            .iter()
            .map(|(name, colour)| view! { <TagChip name=name.clone() colour=colour.clone() /> })
            .collect_view()
            .into_any(),
    }
}

/// The name of a task, with its tick.
#[component]
fn TaskCell(listing: Listing, id: Id, name: String, is_done: bool) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let tick = words.get().with("history-complete", &[("what", (&name).into())]);

    view! {
        <label class="grid__tick">
            <input
                type="checkbox"
                tabindex="-1"
                aria-label=tick
                prop:checked=is_done
                on:change=move |event| later::tick_task(words, toasts, listing.workspace, id, event_target(&event))
            />
        </label>
        <a class="grid__name" href=move || listing.href(id) tabindex="-1" data-done=is_done.then_some("")>
            <span class="grid__text" dir="auto">{name}</span>
        </a>
    }
}

fn cell(
    i18n: &I18n,
    book: &rapport::domain::book::Book,
    on: RecordType,
    record: &rapport::domain::record::Record,
    key: Key,
) -> Cell {
    if key == keys::DISPLAY_NAME && on == RecordType::Task {
        let name = i18n.record(record);
        return Cell::Task { id: record.id, name, is_done: record.get(keys::DONE).is_some() };
    }
    if key == keys::DISPLAY_NAME {
        return Cell::Name {
            id: record.id,
            name: i18n.record(record),
            photo: record.text(keys::PHOTO).map(str::to_owned),
        };
    }
    let Some(value) = field::read(book, record, key) else { return Cell::Text(String::new()) };
    match &*value {
        Value::Links(ids) if key == keys::TAGS => {
            let tags = ids.iter().filter_map(|id| book.get(RecordType::Tag, *id));
            let text = |tag: &rapport::domain::record::Record, key| {
                tag.text(key).unwrap_or_default().to_owned()
            };
            Cell::Tags(tags.map(|tag| (text(tag, keys::NAME), text(tag, keys::COLOUR))).collect())
        }
        value @ (Value::Number(_) | Value::Money(..)) => Cell::Number(i18n.value(book, key, value)),
        // When a record was made is of interest to the day.
        Value::Time(time) if key.is_built_in() => Cell::Text(i18n.formats.date(*time)),
        value => {
            Cell::Text(i18n.value(book, key, value).lines().next().unwrap_or_default().to_owned())
        }
    }
}

/// Whether the input of a field has the height of a line.
fn is_one_line(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Text
            | Kind::Number
            | Kind::Money
            | Kind::Percent
            | Kind::Rating
            | Kind::Flag
            | Kind::Day
            | Kind::Time
            | Kind::Choice(_)
            | Kind::Colour
            | Kind::Email
            | Kind::Phone
            | Kind::Link
    )
}

/// The input in place of a cell, or above it. Enter and leaving save, Escape takes back, Tab
/// goes on to the next one.
#[component]
pub(in crate::ui) fn CellInput(
    listing: Listing,
    at: Slot,
    key: Key,
    editing: RwSignal<Option<(Slot, Key)>>,
) -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let Some(field) = key.field() else { return ().into_any() };
    let on = listing.on;
    if !is_one_line(field.kind) {
        let id = listing.workspace.peek(|book| book.table(on).at(at).map(|record| record.id));
        return id.map(|id| view! { <Picker listing id field at=(at, key) editing /> }).into_any();
    }
    let seen = listing.workspace.peek(|book| book.table(on).at(at)?.get(key).cloned());
    let text = listing.workspace.peek(|book| Draft::of(book, field, seen.as_ref()));
    let text = shown(field.kind, text.text());
    let fault = RwSignal::new(None::<String>);
    let seen = StoredValue::new(seen);
    // An edit is given up or saved once; leaving the input comes after either.
    let is_done = StoredValue::new(false);
    let done = move || {
        is_done.set_value(true);
        editing.set(None);
        dom::focus("#grid");
    };
    let save = move |text: String| {
        // Gone already when the page was left with the focus in here.
        if is_done.try_get_value().unwrap_or(true) {
            return;
        }
        match check::parse(field, &typed(field.kind, text)) {
            Ok(value) => {
                done();
                edit_cell(listing, at, key, seen.get_value(), value, move |saved| {
                    if let Err(error) = saved {
                        toasts.failed(words.get().commit_error(&error));
                    }
                });
            }
            Err(problem) => fault.set(Some(words.get().fault(&problem))),
        }
    };
    let pressed = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "Enter" => save(event_target_value(&event)),
            "Escape" => done(),
            "Tab" => {
                // After the last one, the focus leaves the list.
                let Some(next) = listing.beside(key, event.shift_key()) else { return };
                event.prevent_default();
                save(event_target_value(&event));
                if is_done.get_value() {
                    editing.set(Some((at, next)));
                }
            }
            _ => return,
        }
        event.stop_propagation();
    };
    let label = words.get().field(field);
    if let Some(choices) = words.get().choices(field) {
        let node = NodeRef::<html::Select>::new();
        // The focus is the browser's; it goes to the input once that is there.
        Effect::new(move || {
            if let Some(node) = node.get() {
                let _ = node.focus();
            }
        });
        return view! {
            <select class="input" node_ref=node aria-label=label on:keydown=pressed on:change=move |event| save(event_target_value(&event)) on:blur=move |event| save(event_target_value(&event))>
                <option value="" selected=text.is_empty()></option>
                {choices.into_iter().map(|(choice, name)| view! {
                    <option value=choice selected=text == choice>{name}</option>
                }).collect_view()}
            </select>
        }
        .into_any();
    }
    let node = NodeRef::<html::Input>::new();
    // The focus is the browser's; it goes to the input once that is there.
    Effect::new(move || {
        if let Some(node) = node.get() {
            let _ = node.focus();
            node.select();
        }
    });
    view! {
        <input
            class="input"
            type=if field.kind == Kind::Time { "datetime-local" } else { "text" }
            dir="auto"
            node_ref=node
            aria-label=label
            aria-invalid=move || fault.get().map(|_| "true")
            title=move || fault.get()
            prop:value=text
            on:keydown=pressed
            on:blur=move |event| save(event_target_value(&event))
        />
    }
    .into_any()
}
