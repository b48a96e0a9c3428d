//! A line to type a name into, with what it could be in a list under it.
//!
//! Follows the pattern "editable combobox with list autocomplete" of the ARIA Authoring Practices: the
//! focus stays in the input, the active choice is pointed at.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use rapport::domain::field::draft::Pick;

/// A choice in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Offer {
    pub pick: Pick,
    pub text: String,
}

#[component]
pub(super) fn Combobox(
    id: String,
    #[prop(into)] typed: Signal<String>,
    on_type: Callback<String>,
    /// What is offered for what is typed; asked only while the list is open.
    offers: Callback<String, Vec<Offer>>,
    on_pick: Callback<Pick>,
    /// Called when the focus leaves.
    on_leave: Callback<()>,
    /// Called for a backspace where there is nothing left to take away.
    #[prop(optional)]
    on_backspace: Option<Callback<()>>,
    #[prop(optional, into)] described_by: Option<String>,
    #[prop(optional, into)] is_wrong: Signal<bool>,
    #[prop(optional, into)] label: Option<String>,
    #[prop(optional, into)] placeholder: Option<String>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let list = Memo::new(move |_| if is_open.get() { offers.run(typed.get()) } else { Vec::new() });
    let is_shown = move || list.with(|list| !list.is_empty());
    let list_id = StoredValue::new(format!("{id}-list"));
    let typed_text = move |text: String| {
        is_open.set(true);
        // The nearest one is a key away; of nothing typed, nothing is near.
        active.set((!text.trim().is_empty()).then_some(0));
        on_type.run(text);
    };
    let pick = move |at: usize| {
        let offer = list.with_untracked(|list| list.get(at).cloned());
        if let Some(offer) = offer {
            is_open.set(false);
            active.set(None);
            on_pick.run(offer.pick);
        }
    };
    let pressed = move |event: KeyboardEvent| {
        let length = list.with_untracked(Vec::len);
        let chosen = active.get_untracked().filter(|at| *at < length);
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if length == 0 => {
                is_open.set(true);
                active.set(Some(0));
            }
            "ArrowDown" => active.set(Some(chosen.map_or(0, |at| (at + 1) % length))),
            "ArrowUp" => {
                active.set(Some(chosen.map_or(length - 1, |at| (at + length - 1) % length)));
            }
            "Enter" | "," if !event.is_composing() && chosen.is_some() => {
                if let Some(at) = chosen {
                    pick(at);
                }
            }
            "Escape" if length > 0 => is_open.set(false),
            "Backspace" if typed.with_untracked(String::is_empty) => {
                if let Some(on_backspace) = on_backspace {
                    on_backspace.run(());
                }
                return;
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let left = move |_| {
        // The browser takes the focus away also from an input that is being removed.
        if is_open.try_set(false).is_some() {
            return;
        }
        active.set(None);
        on_leave.run(());
    };

    view! {
        <div class="combobox">
            <input
                class="input"
                id=id
                type="text"
                role="combobox"
                autocomplete="off"
                dir="auto"
                placeholder=placeholder
                aria-label=label
                aria-autocomplete="list"
                aria-controls=list_id.get_value()
                aria-describedby=described_by
                aria-expanded=move || is_shown().to_string()
                aria-activedescendant=move || {
                    let length = list.with(Vec::len);
                    let at = active.get().filter(|at| *at < length)?;
                    Some(option_id(&list_id.get_value(), at))
                }
                aria-invalid=move || is_wrong.get().then_some("true")
                prop:value=move || typed.get()
                on:input=move |event| typed_text(event_target_value(&event))
                on:click=move |_| is_open.set(true)
                on:keydown=pressed
                on:blur=left
            />
            <OfferList id=list_id.get_value() list active on_pick=Callback::new(pick) />
        </div>
    }
}

#[component]
fn OfferList(
    id: String,
    list: Memo<Vec<Offer>>,
    active: RwSignal<Option<usize>>,
    on_pick: Callback<usize>,
) -> impl IntoView {
    let option = {
        let id = id.clone();
        move |(at, offer): (usize, Offer)| {
            view! {
                <li
                    class="combobox__option"
                    id=option_id(&id, at)
                    role="option"
                    dir="auto"
                    aria-selected=move || (active.get() == Some(at)).to_string()
                    on:click=move |_| on_pick.run(at)
                >
                    {offer.text}
                </li>
            }
        }
    };

    view! {
        <ul
            class="combobox__list"
            id=id
            role="listbox"
            hidden=move || list.with(Vec::is_empty)
            // Else the input would lose the focus before the click arrives.
            on:mousedown=|event| event.prevent_default()
        >
            {move || list.get().into_iter().enumerate().map(&option).collect_view()}
        </ul>
    }
}

fn option_id(list: &str, at: usize) -> String {
    format!("{list}-{at}")
}
