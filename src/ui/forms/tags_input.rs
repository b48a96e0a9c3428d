//! Tags, or others of which a field has several: those that are there, and a line to type more into.

use leptos::prelude::*;

use super::{
    combobox::Combobox,
    field_input::Control,
    relation_input::{offers, same},
};
use crate::{
    state::{language::use_words, use_workspace},
    ui::components::icon::{Icon, Picture},
};
use rapport::domain::{
    book::Book,
    field::{
        derived,
        draft::{Draft, Pick},
        keys,
    },
    id::{Id, RecordType},
    problem::Fault,
};

/// A tag that is there, or somebody who is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Chip {
    pub pick: Pick,
    pub colour: String,
}

/// The records of these ids, as they are called now; those that are gone are left out.
pub(in crate::ui) fn chips(book: &Book, on: RecordType, ids: &[Id]) -> Vec<Chip> {
    let chip = |id: &Id| {
        let tag = book.get(on, *id)?;
        let name = derived::name_of(tag)?;
        let colour = tag.text(keys::COLOUR).unwrap_or_default().to_owned();
        Some(Chip { pick: Pick::Chosen { id: *id, name }, colour })
    };
    ids.iter().filter_map(chip).collect()
}

/// Tags or others of a draft.
#[component]
pub(super) fn TagsField(control: Control, to: RecordType) -> impl IntoView {
    let Control { field, draft, fault, .. } = control;
    let workspace = use_workspace();
    let picked = Signal::derive(move || {
        let picks = match draft.get() {
            Draft::Relations(picks) => picks,
            _ => Vec::new(),
        };
        workspace.read(&[to], |book| {
            picks
                .into_iter()
                .filter_map(|pick| match pick {
                    Pick::Chosen { id, .. } => chips(book, to, &[id]).pop(),
                    pick => Some(Chip { pick, colour: String::new() }),
                })
                .collect::<Vec<_>>()
        })
    });
    let on_add = Callback::new(move |pick: Pick| {
        fault.set(None);
        if let Pick::Typed(name) = &pick {
            control.say(&Fault::NoRecord { key: field.key(), name: name.as_str().into() });
        }
        draft.update(|draft| match draft {
            Draft::Relations(picks) if !picks.iter().any(|it| it.is(&pick)) => picks.push(pick),
            _ => {}
        });
    });
    let on_remove = Callback::new(move |pick: Pick| {
        fault.set(None);
        draft.update(|draft| {
            if let Draft::Relations(picks) = draft {
                picks.retain(|other| !other.is(&pick));
            }
        });
    });

    view! {
        <TagsInput id=control.id() to chips=picked on_add on_remove described_by=control.described_by() />
    }
}

#[component]
pub(in crate::ui) fn TagsInput(
    id: String,
    to: RecordType,
    #[prop(into)] chips: Signal<Vec<Chip>>,
    on_add: Callback<Pick>,
    on_remove: Callback<Pick>,
    #[prop(optional, into)] described_by: Option<String>,
    /// The name of the input where no label points to it.
    #[prop(optional, into)]
    label: Option<String>,
) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let typed = RwSignal::new(String::new());
    let focus = format!("#{id}");
    let is_there = move |pick: &Pick| {
        chips.with_untracked(|chips| chips.iter().any(|chip| chip.pick.is(pick)))
    };
    let offers = Callback::new(move |typed: String| {
        let mut offers = offers(workspace, words, to, &typed);
        offers.retain(|offer| !is_there(&offer.pick));
        offers
    });
    let on_pick = Callback::new(move |pick: Pick| {
        typed.set(String::new());
        if !is_there(&pick) {
            on_add.run(pick);
        }
    });
    // The name of a tag that was typed and not chosen counts: a tag more is seen and removed at once. Of
    // anything else a new one has to be meant.
    let on_leave = Callback::new(move |()| {
        let name = typed.get_untracked().trim().to_owned();
        if !name.is_empty() {
            let typed = if to == RecordType::Tag { Pick::New } else { Pick::Typed };
            on_pick.run(same(workspace, to, &name).unwrap_or_else(|| typed(name)));
        }
    });
    let on_backspace = Callback::new(move |()| {
        if let Some(chip) = chips.with_untracked(|chips| chips.last().cloned()) {
            on_remove.run(chip.pick);
        }
    });
    let clicked_remove = move |pick: Pick| {
        // The focus goes before the tag does, so that it does not leave the field.
        rapport::platform::dom::focus(&focus);
        on_remove.run(pick);
    };

    view! {
        <div class="tags-input">
            {move || chips.get().into_iter().map(|chip| {
                let clicked_remove = clicked_remove.clone();
                let name = chip.pick.name().to_owned();
                let remove = words.get().with("form-remove-tag", &[("kind", to.name().into()), ("name", (&name).into())]);
                view! {
                    <span class="tag" data-colour=chip.colour>
                        <span class="tag__name" dir="auto">{name}</span>
                        <button class="tag__remove" type="button" title=remove.clone() aria-label=remove on:click=move |_| clicked_remove(chip.pick.clone())>
                            <Icon picture=Picture::Close />
                        </button>
                    </span>
                }
            }).collect_view()}
            <Combobox
                id
                typed
                on_type=Callback::new(move |text| typed.set(text))
                offers
                on_pick
                on_leave
                on_backspace
                described_by=described_by.unwrap_or_default()
                label=label.unwrap_or_default()
                placeholder=words.get().with("form-add-tag", &[("kind", to.name().into())])
            />
        </div>
    }
}
