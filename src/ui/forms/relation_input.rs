//! A record that the field points to, found or added by typing its name.

use leptos::prelude::*;

use super::{
    combobox::{Combobox, Offer},
    field_input::Control,
};
use crate::state::{Workspace, language::Words, use_workspace};
use rapport::{
    domain::{
        field::{
            derived,
            draft::{Draft, Pick},
        },
        fold::fold,
        id::RecordType,
        problem::Fault,
    },
    query::offer::offer,
};

/// How many records are offered at once.
const MOST: usize = 8;

#[component]
pub(super) fn RelationInput(control: Control, to: RecordType) -> impl IntoView {
    let Control { field, words, draft, fault, .. } = control;
    let workspace = use_workspace();
    let typed = Signal::derive(move || draft.with(|draft| draft.text().to_owned()));
    let set = move |pick: Pick| {
        fault.set(None);
        draft.set(Draft::Relation(pick));
    };
    // Whoever types a name whole means it; what is typed stays as it is until the focus leaves.
    let on_type = Callback::new(move |text: String| {
        set(match same(workspace, to, &text) {
            Some(Pick::Chosen { id, .. }) => Pick::Chosen { id, name: text },
            _ => Pick::Typed(text),
        });
    });
    let on_pick = Callback::new(set);
    let offers = Callback::new(move |typed: String| offers(workspace, words, to, &typed));
    let on_leave = Callback::new(move |()| match draft.get_untracked() {
        Draft::Relation(Pick::Chosen { id, name }) => {
            let named = workspace.peek(|book| book.get(to, id).and_then(derived::name_of));
            if let Some(named) = named.filter(|named| *named != name) {
                set(Pick::Chosen { id, name: named });
            }
        }
        Draft::Relation(Pick::Typed(text)) if !text.trim().is_empty() => {
            control.say(&Fault::NoRecord { key: field.key(), name: text.trim().into() });
        }
        _ => {}
    });
    let is_wrong = Signal::derive(move || control.is_wrong(0));
    let news = move || {
        draft.with(|draft| match draft {
            Draft::Relation(Pick::New(name)) => {
                Some(words.get().with("form-will-add", &[("name", name.into())]))
            }
            _ => None,
        })
    };

    view! {
        <Combobox
            id=control.id()
            typed
            on_type
            offers
            on_pick
            on_leave
            is_wrong
            described_by=control.described_by()
        />
        <p class="field__guide" role="status">{news}</p>
    }
}

/// Records of a type whose name is near what is typed, and a new one of this name where there is none.
pub(super) fn offers(
    workspace: Workspace,
    words: Words,
    to: RecordType,
    typed: &str,
) -> Vec<Offer> {
    let mut offers: Vec<_> = workspace.peek(|book| {
        let found = offer(book, to, typed, MOST).into_iter();
        let named = found.filter_map(|id| Some((id, derived::name_of(book.get(to, id)?)?)));
        named
            .map(|(id, name)| Offer { pick: Pick::Chosen { id, name: name.clone() }, text: name })
            .collect()
    });
    let name = typed.trim();
    let is_new = offers.first().is_none_or(|offer| fold(&offer.text) != fold(name));
    if is_new && !name.is_empty() {
        let text = words
            .get()
            .with("form-add-named", &[("kind", to.name().into()), ("name", name.into())]);
        offers.push(Offer { pick: Pick::New(name.to_owned()), text });
    }
    offers
}

/// The record that has this very name, whatever its case and accents.
pub(super) fn same(workspace: Workspace, to: RecordType, name: &str) -> Option<Pick> {
    workspace.peek(|book| {
        let id = *offer(book, to, name, 1).first()?;
        let found = derived::name_of(book.get(to, id)?)?;
        (fold(&found) == fold(name)).then_some(Pick::Chosen { id, name: found })
    })
}
