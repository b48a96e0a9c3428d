//! A field of a record that is read and changed where it stands.
//!
//! A click, Enter or F2 opens the input; Enter or leaving saves, Escape takes back. In long texts Enter
//! is a new line, and Ctrl or ⌘ with Enter saves.

use std::{borrow::Cow, collections::BTreeSet};

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, KeyboardEvent, MouseEvent, Node};

use super::field_input::{FieldFault, FieldInput};
use crate::{
    state::{language::use_words, toasts::use_toasts, use_workspace},
    ui::{
        commands,
        components::icon::{Icon, Picture},
    },
};
use rapport::{
    domain::{
        edit::{
            named::Names,
            records::{self, Input},
        },
        field::{self, Field, Kind, draft::Draft, keys},
        id::{Id, RecordType},
        key::Key,
        problem::Problem,
        value::{Value, email, link, phone},
    },
    platform::dom,
    route::Route,
};

/// The fields of a record whose inputs are open.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Opened(pub RwSignal<BTreeSet<Key>>);

impl Opened {
    pub(in crate::ui) fn new() -> Self {
        Self(RwSignal::new(BTreeSet::new()))
    }

    pub(in crate::ui) fn open(self, key: Key) {
        self.0.update(|opened| {
            opened.insert(key);
        });
    }

    fn close(self, key: Key) {
        // The page may be gone by now.
        let _ = self.0.try_update(|opened| opened.remove(&key));
    }

    pub(in crate::ui) fn contains(self, key: Key) -> bool {
        self.0.with(|opened| opened.contains(&key))
    }
}

/// What the parts of a field in place share.
#[derive(Clone, Copy)]
struct Place {
    on: RecordType,
    id: Id,
    key: Key,
    field: &'static Field,
    opened: Opened,
}

#[component]
pub(in crate::ui) fn InPlace(
    on: RecordType,
    id: Id,
    field: &'static Field,
    opened: Opened,
) -> impl IntoView {
    let place = Place { on, id, key: field.key(), field, opened };
    let is_open = Memo::new(move |_| opened.contains(place.key));
    // Whether the focus was in the input that is being closed.
    let gives_back = StoredValue::new(false);

    view! {
        <li class="detail" data-field=field.name data-open=move || is_open.get().then_some("")>
            {move || if is_open.get() {
                let on_close = move |leaving| {
                    // Gone already when the page was left meanwhile.
                    let _ = gives_back.try_set_value(leaving != Leaving::Elsewhere);
                    opened.close(place.key);
                };
                view! { <FieldEditor on id field scope="edit" on_close /> }.into_any()
            } else {
                view! { <Display place gives_back /> }.into_any()
            }}
        </li>
    }
}

/// A line of what is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shown {
    label: String,
    text: String,
    href: Option<String>,
}

#[component]
fn Display(place: Place, gives_back: StoredValue<bool>) -> impl IntoView {
    let Place { on, id, key, field, opened } = place;
    let words = use_words();
    let workspace = use_workspace();
    let button = NodeRef::<html::Button>::new();
    let shown = Memo::new(move |_| {
        let i18n = words.get();
        workspace.read(&RecordType::ALL, |book| {
            let record = book.get(on, id)?;
            let value = field::read(book, record, key)?;
            let href = |text: &str| href(field.kind, &value, text);
            if let (Value::Links(ids), Kind::Relations(to)) = (&*value, field.kind)
                && RecordType::LISTED.contains(&to)
            {
                let each = |id: &Id| Shown {
                    label: String::new(),
                    text: i18n.value(book, key, &Value::link(*id)),
                    href: Some(Route::record(to, *id).href()),
                };
                return Some(ids.iter().map(each).collect());
            }
            let lines = match key {
                keys::ITEMS => i18n.items(book, record),
                _ => i18n.lines(book, key, &value),
            };
            let shown = lines.into_iter().map(|line| {
                let href = href(&line.text);
                Shown { label: line.label, text: line.text, href }
            });
            Some(shown.collect::<Vec<_>>())
        })
    });
    // Synchronizes the focus, which is outside the reactive system, after the input has closed.
    Effect::new(move || {
        if let Some(button) = button.get()
            && gives_back.get_value()
        {
            gives_back.set_value(false);
            // A button can always be focused.
            let _ = button.focus();
        }
    });
    let clicked = move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_link = target.is_some_and(|it| it.closest("a, button").ok().flatten().is_some());
        if field.is_editable() && !is_link && !dom::is_text_selected() {
            opened.open(key);
        }
    };
    let pressed = move |event: KeyboardEvent| {
        if event.key() == "F2" && field.is_editable() {
            event.prevent_default();
            opened.open(key);
        }
    };
    let label = words.get().field(field);
    let edit = words.get().with("record-edit-field", &[("field", (&label).into())]);

    view! {
        <span class="detail__label">{label}</span>
        <div class="detail__value" on:click=clicked on:keydown=pressed>
            <div class="detail__lines">
                {move || shown.get().unwrap_or_default().into_iter().map(|line| view! {
                    <div class="detail__line">
                        {match line.href {
                            Some(href) => view! { <a href=href rel="noopener noreferrer" target=target(field.kind) dir=direction(field.kind)>{line.text}</a> }.into_any(),
                            None => view! { <span class="detail__text" dir="auto">{line.text}</span> }.into_any(),
                        }}
                        {(!line.label.is_empty()).then(|| view! { <span class="detail__note" dir="auto">{line.label}</span> })}
                    </div>
                }).collect_view()}
                {move || shown.with(Option::is_none).then(|| view! {
                    <span class="detail__note">{words.text("form-not-set")}</span>
                })}
            </div>
            <Show when=move || field.is_editable()>
                <button
                    class="button button--plain button--icon detail__edit"
                    type="button"
                    node_ref=button
                    title=edit.clone()
                    aria-label=edit.clone()
                    on:click=move |_| opened.open(key)
                >
                    <Icon picture=Picture::Edit />
                </button>
            </Show>
        </div>
    }
}

/// Where a click on a value leads. Checked here though the value was when it was entered: a file or an
/// older version may have brought anything.
fn href(kind: Kind, value: &Value, text: &str) -> Option<String> {
    match (kind, value) {
        (Kind::Emails | Kind::Email, _) => email::href(text),
        (Kind::Phones | Kind::Phone, _) => phone::href(text),
        (Kind::Links | Kind::Link, _) => link::parse(text).map(Cow::into_owned),
        // What is in no list has no page.
        (Kind::Relation(to), Value::Link(id)) if RecordType::LISTED.contains(&to) => {
            Some(Route::record(to, **id).href())
        }
        _ => None,
    }
}

/// Addresses and numbers keep the order of their parts in every script.
fn direction(kind: Kind) -> &'static str {
    if matches!(kind, Kind::Relation(_) | Kind::Relations(_)) { "auto" } else { "ltr" }
}

fn target(kind: Kind) -> Option<&'static str> {
    matches!(kind, Kind::Links | Kind::Link).then_some("_blank")
}

/// How the input of a field is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Leaving {
    /// By a key; the focus was in it until then.
    Back,
    /// By the tab key, to what is after it, or before.
    Beside { is_back: bool },
    /// The focus is somewhere else by now.
    Elsewhere,
}

/// The input of a field that a record has, with the focus in it. Enter and leaving save, Escape takes back.
#[component]
pub(in crate::ui) fn FieldEditor(
    on: RecordType,
    id: Id,
    field: &'static Field,
    /// Begins the ids of the inputs.
    scope: &'static str,
    /// Removes it, when nothing is to be saved any more. It may be gone by then.
    on_close: impl Fn(Leaving) + Copy + 'static,
    /// Whether the tab key saves, too, before the focus goes on.
    #[prop(optional)]
    takes_tab: bool,
) -> impl IntoView {
    let key = field.key();
    let words = use_words();
    let toasts = use_toasts();
    let workspace = use_workspace();
    let (draft, value) = workspace.peek(|book| {
        let value = book.get(on, id).and_then(|record| record.get(key)).cloned();
        (RwSignal::new(Draft::of(book, field, value.as_ref())), value)
    });
    let seen = StoredValue::new(value);
    let fault = RwSignal::new(None::<FieldFault>);
    // No more is to be saved: it is being saved, or taken back.
    let is_done = StoredValue::new(false);
    let node = NodeRef::<html::Div>::new();
    // Synchronizes the focus, which is outside the reactive system, with the input that has opened.
    Effect::new(move || {
        if node.get().is_some() {
            dom::focus(&format!("#{scope}-{}", field.name));
            // The name of another record is not made of the one that stands there.
            if matches!(field.kind, Kind::Relation(_)) {
                dom::select_text();
            }
        }
    });

    let close = move |leaving: Leaving| {
        // Gone already when the page was left meanwhile.
        let _ = is_done.try_set_value(true);
        on_close(leaving);
    };
    let failed = move |problem: Option<&Problem>, mut text: String| {
        if let Some(Problem::Field { fault, .. }) = problem {
            text = words.get().fault(fault);
        }
        if let Some(Problem::ChangedMeanwhile(_)) = problem {
            // The person sees it now, so that saving again is a decision.
            let now =
                workspace.peek(|book| book.get(on, id).and_then(|record| record.get(key)).cloned());
            let i18n = words.get();
            let shown = now.as_ref().map_or_else(
                || i18n.text("form-not-set"),
                |now| workspace.peek(|book| i18n.value(book, key, now)),
            );
            text = format!("{text} {}", i18n.with("record-now", &[("value", (&shown).into())]));
            let _ = seen.try_set_value(now);
        }
        let _ = is_done.try_set_value(false);
        // Where the input is gone, it is said elsewhere.
        if let Some(Some(FieldFault { text, .. })) =
            fault.try_set(Some(FieldFault { row: None, text }))
        {
            toasts.failed(text);
        }
    };
    let save = move |leaving: Leaving| {
        if is_done.try_get_value().unwrap_or(true) {
            return;
        }
        let entered = match draft.with_untracked(|draft| draft.read(field)) {
            Ok(entered) => entered,
            Err(wrong) => {
                fault.set(Some(FieldFault::of(words, &wrong)));
                return;
            }
        };
        let before = seen.get_value();
        if entered.names.is_empty() && entered.value == before {
            close(leaving);
            return;
        }
        is_done.set_value(true);
        let before = Input::from([(key, before)]);
        let input = Input::from([(key, entered.value)]);
        let names = if entered.names.is_empty() {
            Names::new()
        } else {
            Names::from([(key, entered.names)])
        };
        let is_position = (on, key) == (RecordType::Person, keys::ORGANIZATION);
        let former = is_position.then(|| commands::held_position(workspace, id)).flatten();
        workspace.commit(
            move |book, stamp| records::edit_naming(book, on, id, &before, &input, &names, stamp),
            move |saved| match saved {
                Ok(()) => {
                    close(leaving);
                    if let Some(former) = former {
                        commands::offer_former(words, toasts, workspace, former);
                    }
                }
                Err(error) => failed(error.problem(), words.get().commit_error(&error)),
            },
        );
    };
    let pressed = move |event: KeyboardEvent| {
        let with_control = event.ctrl_key() || event.meta_key();
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_in = |selector| target.as_ref().is_some_and(|it| it.matches(selector) == Ok(true));
        let takes_enter = is_in("textarea, button");
        let is_back = event.shift_key();
        let is_end = || {
            let within = node.get_untracked();
            within.zip(target.as_ref()).is_some_and(|(node, it)| dom::is_end(&node, it, is_back))
        };
        match event.key().as_str() {
            "Escape" => close(Leaving::Back),
            "Enter" if !event.is_composing() && (with_control || !takes_enter) => {
                save(Leaving::Back);
            }
            "Tab" if takes_tab && is_end() => save(Leaving::Beside { is_back }),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let left = move |event: FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        let Some(Some(node)) = node.try_get_untracked() else { return };
        let is_inside = to.is_some_and(|to| node.contains(Some(&to)));
        // A window that goes to the back keeps its inputs as they are, as does one that asks for a file.
        if !is_inside && dom::has_focus() {
            save(Leaving::Elsewhere);
        }
    };

    view! {
        // Takes the focus of a click beside the inputs, which would leave the field otherwise.
        <div class="detail__editor" tabindex="-1" node_ref=node on:keydown=pressed on:focusout=left>
            <FieldInput field scope draft fault />
            <Show when=move || has_hint(field.kind)>
                <p class="field__guide">{words.text("record-save-long")}</p>
            </Show>
        </div>
    }
}

/// Whether Enter does something else than saving.
fn has_hint(kind: Kind) -> bool {
    matches!(kind, Kind::LongText | Kind::Addresses)
}

/// The field by which a record of a type is renamed.
pub(in crate::ui) fn name_key(on: RecordType) -> Key {
    match on {
        RecordType::Person => keys::GIVEN,
        RecordType::Interaction => keys::BODY,
        _ => keys::NAME,
    }
}
