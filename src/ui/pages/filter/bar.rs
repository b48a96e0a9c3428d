//! The filter as a line of text: what can stand where one types is offered, what cannot be understood is
//! underlined with what was expected.
//!
//! Works as the pattern "editable combobox with list autocomplete" of the ARIA Authoring Practices does; the
//! line may be of several lines, for which there is no such role.

use leptos::{html, prelude::*};
use web_sys::KeyboardEvent;

use super::{Filtering, imports::Imports, offers};
use crate::state::language::use_words;
use rapport::{
    i18n::Spoken,
    query::{
        filter::Group,
        text::{self, Canonical, Completion, Fault, Parsed, Wanted},
    },
};

const LIST: &str = "filter-offers";

#[component]
pub(super) fn Bar(filtering: Filtering, imports: Imports) -> impl IntoView {
    let words = use_words();
    let on = filtering.on;
    let input = NodeRef::<html::Textarea>::new();
    let with_lexicon = move |with: &mut dyn FnMut(&Spoken)| {
        let i18n = words.get();
        filtering.workspace.peek(|book| with(&Spoken { i18n: &i18n, book }));
    };
    let read = move |text: &str| {
        let mut parsed = None;
        with_lexicon(&mut |lexicon| parsed = Some(text::parse(text, on, lexicon)));
        parsed.unwrap_or(Parsed { group: Group::default(), faults: Vec::new() })
    };
    let write = move |filter: &str| {
        let group = text::parse(filter, on, &Canonical).group;
        let mut written = String::new();
        with_lexicon(&mut |lexicon| written = text::print(&group, on, lexicon));
        written
    };
    let asked = move || filtering.list.with(|list| list.query.filter.clone());
    let typed =
        RwSignal::new(write(&filtering.list.with_untracked(|list| list.query.filter.clone())));
    let cursor = RwSignal::new(None::<usize>);
    let faults = Memo::new(move |_| typed.with(|typed| read(typed).faults));
    // The address is the outside: rows, the back button, a link. What is typed and means it stays.
    // What the line itself has asked for comes back later than more is typed.
    let own = StoredValue::new(None::<String>);
    Effect::new(move |_| {
        let asked = asked();
        if own.with_value(|own| own.as_ref() == Some(&asked)) {
            return;
        }
        own.set_value(None);
        let means = typed.with_untracked(|typed| text::print(&read(typed).group, on, &Canonical));
        if means != asked {
            typed.set(write(&asked));
        }
    });
    let is_open = RwSignal::new(false);
    let active = RwSignal::new(0_usize);
    let completion = move || -> Option<Completion> {
        let cursor = cursor.get().filter(|_| is_open.get())?;
        let mut found = None;
        typed.with(|typed| {
            with_lexicon(&mut |lexicon| found = Some(text::complete(typed, cursor, on, lexicon)));
        });
        found
    };
    let list = Memo::new(move |_| {
        let mut list = Vec::new();
        if let Some(completion) = completion() {
            let is_import = completion.wanted == Wanted::Import;
            let imports = is_import.then(|| imports.get()).flatten().unwrap_or_default();
            with_lexicon(&mut |lexicon| list = offers::offers(lexicon, &completion, &imports));
        }
        list
    });
    let ask = move |text: String| {
        let parsed = read(&text);
        typed.set(text);
        // What is half typed is not asked: the list would jump.
        if parsed.faults.is_empty() {
            let filter = text::print(&parsed.group, on, &Canonical);
            own.set_value(Some(filter.clone()));
            if filtering.list.with_untracked(|list| list.query.filter != filter) {
                filtering.ask(|list| list.query.filter = filter, false);
            }
        }
    };
    let entered = move |event| {
        let text: String = event_target_value(&event);
        let place = input.get_untracked().and_then(|input| input.selection_start().ok().flatten());
        cursor.set(place.map(|units| bytes(&text, units)));
        is_open.set(true);
        active.set(0);
        typed.set(text.replace('\n', " "));
        // A word that is being typed may yet become a field: looking for it in all records meanwhile would
        // make the list jump.
        let is_begun = untrack(completion).is_some_and(|completion| {
            completion.wanted == Wanted::Start && !completion.typed.is_empty()
        });
        if !is_begun {
            ask(typed.get_untracked());
        }
    };
    // What is left standing is meant as it stands.
    let left = move || {
        // The browser takes the focus away also from a line that is being removed.
        if is_open.try_set(false).is_none()
            && let Some(text) = typed.try_get_untracked()
        {
            ask(text);
        }
    };
    let pick = move |at: usize| {
        let Some(offer) = list.with_untracked(|list| list.get(at).cloned()) else { return };
        let Some(Completion { at, .. }) = untrack(completion) else { return };
        let mut text = typed.get_untracked();
        let is_whole = !offer.text.ends_with([':', '(', ' ']);
        let new = format!("{}{}", offer.text, if is_whole { " " } else { "" });
        let end = at.start + new.len();
        text.replace_range(at, &new);
        cursor.set(Some(end));
        active.set(0);
        let units = units(&text, end);
        ask(text);
        if let Some(input) = input.get_untracked() {
            // The value is set by now; a place within it always exists.
            input.set_value(&typed.get_untracked());
            let _ = input.set_selection_range(units, units);
        }
    };
    let pressed = move |event: KeyboardEvent| {
        let length = list.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" if length > 0 => active.update(|at| *at = (*at + 1) % length),
            "ArrowUp" if length > 0 => active.update(|at| *at = (*at + length - 1) % length),
            "Tab" | "Enter" if length > 0 && !event.shift_key() && !event.is_composing() => {
                // With nothing typed, a tab leaves and Enter has nothing to choose.
                let is_typing = untrack(completion).is_some_and(|it| !it.typed.is_empty());
                if !is_typing {
                    if event.key() == "Enter" {
                        event.prevent_default();
                        left();
                    }
                    return;
                }
                pick(active.get_untracked());
            }
            "Enter" => left(),
            "Escape" if length > 0 => left(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let problem = move || {
        let faults = faults.get();
        // Where the person is typing, nothing is wrong yet.
        let place = cursor.get();
        let shown = faults.iter().find(|fault| !is_open.get() || place != Some(fault.at.end));
        shown.map(|fault| words.get().expected(&fault.expected))
    };

    view! {
        <div class="filter__bar">
            <label class="visually-hidden" for="filter-bar">{words.text("filter-bar")}</label>
            <div class="filter__line">
                <div class="filter__under" aria-hidden="true" dir="auto">
                    {move || underlined(&typed.get(), &faults.get())}
                </div>
                <textarea
                    class="input filter__text"
                    id="filter-bar"
                    rows="1"
                    dir="auto"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=words.text("filter-bar-hint")
                    node_ref=input
                    aria-autocomplete="list"
                    aria-controls=LIST
                    aria-describedby="filter-problem"
                    aria-haspopup="listbox"
                    aria-activedescendant=move || {
                        (active.get() < list.with(Vec::len)).then(|| format!("{LIST}-{}", active.get()))
                    }
                    aria-invalid=move || faults.with(|faults| !faults.is_empty()).then_some("true")
                    prop:value=move || typed.get()
                    on:input=entered
                    on:keydown=pressed
                    on:blur=move |_| left()
                ></textarea>
                <ul
                    class="combobox__list"
                    id=LIST
                    role="listbox"
                    aria-label=words.text("filter-bar")
                    hidden=move || list.with(Vec::is_empty)
                    // Else the line would lose the focus before the click arrives.
                    on:mousedown=|event| event.prevent_default()
                >
                    {move || list.get().into_iter().enumerate().map(|(at, offer)| view! {
                        <li
                            class="combobox__option filter__offer"
                            id=format!("{LIST}-{at}")
                            role="option"
                            aria-selected=move || (active.get() == at).to_string()
                            on:click=move |_| pick(at)
                        >
                            <code dir="auto">{offer.text}</code>
                            <span class="filter__note" dir="auto">{offer.note}</span>
                            {offer.count.map(|count| view! { <span class="menu__count">{words.get().number(count)}</span> })}
                        </li>
                    }).collect_view()}
                </ul>
            </div>
            <p class="field__fault" id="filter-problem" role="status">{problem}</p>
        </div>
    }
}

/// The text once more, with what could not be understood marked; it lies under the line.
fn underlined(text: &str, faults: &[Fault]) -> Vec<AnyView> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut sorted: Vec<_> = faults.iter().map(|fault| fault.at.clone()).collect();
    sorted.sort_by_key(|at| at.start);
    for at in sorted {
        let Some(marked) = text.get(at.clone()).filter(|_| at.start >= from) else { continue };
        pieces.push(text.get(from..at.start).unwrap_or_default().to_owned().into_any());
        let marked = if marked.is_empty() { "\u{a0}" } else { marked }.to_owned();
        pieces.push(view! { <mark class="filter__fault">{marked}</mark> }.into_any());
        from = at.end;
    }
    pieces.push(text.get(from..).unwrap_or_default().to_owned().into_any());
    pieces
}

/// The byte at a place that the browser counts in UTF-16 units.
fn bytes(text: &str, units: u32) -> usize {
    let mut left = units as usize;
    for (at, c) in text.char_indices() {
        if left == 0 {
            return at;
        }
        left = left.saturating_sub(c.len_utf16());
    }
    text.len()
}

fn units(text: &str, bytes: usize) -> u32 {
    let units = text.get(..bytes).unwrap_or(text).encode_utf16().count();
    u32::try_from(units).unwrap_or(u32::MAX)
}
