//! The palette: a line to type into, and under it all that it could mean.
//!
//! Follows the pattern "editable combobox with list autocomplete" of the ARIA Authoring Practices, in the
//! browser's own `dialog`: the focus stays in the input, the active choice is pointed at.

use leptos::{html, prelude::*};
use web_sys::KeyboardEvent;

use super::{
    Asking,
    caps::Caps,
    offers::{self, Group, Mark, Offer},
    use_here,
};
use crate::ui::components::{
    avatar::Avatar,
    icon::{Icon, Picture},
};
use rapport::platform::dom;

/// How many choices Page Up and Down pass.
const PAGE: usize = 8;

#[component]
pub(super) fn Palette() -> impl IntoView {
    let here = use_here();
    let node = NodeRef::<html::Dialog>::new();
    // Synchronizes the browser's modal state, which is outside the reactive system.
    Effect::new(move || {
        let Some(dialog) = node.get() else { return };
        let is_open = here.palette.get().is_some();
        if is_open && !dialog.open() {
            // Refused only when it is shown already.
            let _ = dialog.show_modal();
        } else if !is_open && dialog.open() {
            dialog.close();
        }
        if is_open {
            dom::focus("#palette-input");
        }
    });
    let closed = move |_| {
        // What was chosen may have opened it again before this is told.
        if node.get_untracked().is_some_and(|dialog| !dialog.open()) {
            here.palette.set(None);
        }
    };
    let clicked = move |event: web_sys::MouseEvent| {
        let dialog = node.get_untracked().map(Into::into);
        if event.target().is_some() && event.target() == dialog {
            here.palette.set(None);
        }
    };
    let chose = Callback::new(move |offer: Offer| {
        // The focus is back where it was before anything else happens.
        if let Some(dialog) = node.get_untracked() {
            dialog.close();
        }
        here.palette.set(None);
        offers::choose(here, offer.what);
    });

    view! {
        <dialog class="dialog palette" id="palette" node_ref=node aria-label=here.words.text("palette-open") on:close=closed on:click=clicked>
            {move || here.palette.get().map(|asking| view! { <Question asking on_choose=chose /> })}
        </dialog>
    }
}

#[component]
fn Question(asking: Asking, on_choose: Callback<Offer>) -> impl IntoView {
    let here = use_here();
    let words = here.words;
    let typed = RwSignal::new(String::new());
    let active = RwSignal::new(0_usize);
    let groups = Memo::new(move |_| typed.with(|typed| offers::offers(here, asking, typed)));
    let count = Memo::new(move |_| {
        groups.with(|groups| groups.iter().map(|group| group.offers.len()).sum::<usize>())
    });
    let choose = move |at: usize| {
        let offer = groups.with_untracked(|groups| {
            groups.iter().flat_map(|group| &group.offers).nth(at).cloned()
        });
        if let Some(offer) = offer {
            on_choose.run(offer);
        }
    };
    let entered = move |event| {
        typed.set(event_target_value(&event));
        active.set(0);
        dom::reveal("#palette-list [role=option]");
    };
    let pressed = move |event: KeyboardEvent| {
        let (count, at) = (count.get_untracked(), active.get_untracked());
        let last = count.saturating_sub(1);
        match event.key().as_str() {
            _ if event.is_composing() => return,
            "ArrowDown" => active.set(if at >= last { 0 } else { at + 1 }),
            "ArrowUp" => active.set(at.checked_sub(1).unwrap_or(last)),
            "PageDown" => active.set((at + PAGE).min(last)),
            "PageUp" => active.set(at.saturating_sub(PAGE)),
            "Enter" => {
                event.prevent_default();
                choose(at);
                return;
            }
            _ => return,
        }
        event.prevent_default();
        dom::reveal(&format!("#{}", option_id(active.get_untracked())));
    };
    let (label, hint) = match asking {
        Asking::Anything => ("palette-open", "command-palette"),
        Asking::Tag => ("command-tag", "palette-hint-tag"),
    };

    view! {
        <div class="palette__head">
            <input
                class="palette__input"
                id="palette-input"
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                dir="auto"
                placeholder=words.text(hint)
                aria-label=words.text(label)
                aria-autocomplete="list"
                aria-controls="palette-list"
                aria-expanded=move || (count.get() > 0).to_string()
                aria-activedescendant=move || (active.get() < count.get()).then(|| option_id(active.get()))
                prop:value=move || typed.get()
                on:input=entered
                on:keydown=pressed
            />
            <button
                class="button button--plain button--icon"
                type="button"
                title=words.text("close")
                aria-label=words.text("close")
                on:click=move |_| here.palette.set(None)
            >
                <Icon picture=Picture::Close />
            </button>
        </div>
        <div
            class="palette__list"
            id="palette-list"
            role="listbox"
            aria-label=words.text("palette-found")
            // Else the input would lose the focus before the click arrives.
            on:mousedown=|event| event.prevent_default()
        >
            {move || {
                let mut first = 0;
                groups.get().into_iter().map(|group| {
                    let from = first;
                    first += group.offers.len();
                    view! { <OfferGroup group from active on_choose=Callback::new(choose) /> }
                }).collect_view()
            }}
        </div>
        <p class="visually-hidden" role="status">
            {move || (count.get() == 0).then(|| words.text("list-nothing-found"))}
        </p>
    }
}

/// Choices of one kind; `from` is the position of its first among all.
#[component]
fn OfferGroup(
    group: Group,
    from: usize,
    active: RwSignal<usize>,
    on_choose: Callback<usize>,
) -> impl IntoView {
    let words = use_here().words;
    let option = move |(at, offer): (usize, Offer)| {
        view! {
            <div
                class="palette__option"
                id=option_id(at)
                role="option"
                aria-selected=move || (active.get() == at).to_string()
                on:click=move |_| on_choose.run(at)
            >
                {mark(&offer)}
                <span class="palette__text" dir="auto">{offer.text}</span>
                <span class="palette__note" dir="auto">{offer.note}</span>
                {offer.keys.map(|keys| view! { <Caps keys /> })}
            </div>
        }
    };

    view! {
        <div class="palette__group" role="group" aria-label=words.text(group.heading)>
            <p class="palette__heading" role="presentation" aria-hidden="true">{words.text(group.heading)}</p>
            {(from..).zip(group.offers).map(option).collect_view()}
        </div>
    }
}

fn mark(offer: &Offer) -> AnyView {
    match &offer.mark {
        Mark::Picture(picture) => {
            view! { <span class="palette__mark"><Icon picture=*picture /></span> }.into_any()
        }
        Mark::Avatar(photo) => {
            view! { <Avatar name=offer.text.clone() photo=photo.clone() /> }.into_any()
        }
        Mark::Colour(colour) => {
            let icon = view! { <Icon picture=Picture::Tag /> };
            view! { <span class="palette__mark tag" data-colour=colour.clone()>{icon}</span> }
                .into_any()
        }
    }
}

fn option_id(at: usize) -> String {
    format!("palette-{at}")
}
