//! The word that says which e-mail, phone, address or link it is: a known one or the person's own.

use leptos::prelude::*;

use crate::state::language::use_words;
use rapport::domain::{field::Kind, value::labelled::LABELS};

/// Stands for choosing to type one's own. No label that is kept has a control character.
const OWN: &str = "\u{1}";

#[component]
pub(super) fn LabelSelect(
    kind: Kind,
    #[prop(into)] label: Signal<String>,
    on_choose: Callback<String>,
) -> impl IntoView {
    let words = use_words();
    let is_own = RwSignal::new(false);
    let name = move || words.text("form-label");
    let is_known = move || LABELS.contains(&&*label.get()) || label.with(String::is_empty);
    let chosen = move |choice: String| {
        if choice == OWN {
            is_own.set(true);
            on_choose.run(String::new());
        } else {
            on_choose.run(choice);
        }
    };
    let options = move || {
        let known = LABELS
            .into_iter()
            .filter(move |known| suits(kind, known) || label.with(|label| label == known));
        known.map(move |known| {
            view! {
                <option value=known prop:selected=move || label.with(|label| label == known)>
                    {words.get().value_label(known)}
                </option>
            }
        })
    };

    move || {
        if is_own.get() || !is_known() {
            view! {
                <input
                    class="input"
                    type="text"
                    autocomplete="off"
                    dir="auto"
                    aria-label=name()
                    placeholder=name()
                    prop:value=move || label.get()
                    on:input=move |event| {
                        is_own.set(true);
                        on_choose.run(event_target_value(&event));
                    }
                />
            }
            .into_any()
        } else {
            view! {
                <select class="input" aria-label=name() on:change=move |event| chosen(event_target_value(&event))>
                    <option value="" prop:selected=move || label.with(String::is_empty)>
                        {words.text("form-no-label")}
                    </option>
                    {options().collect_view()}
                    <option value=OWN>{words.text("form-own-label")}</option>
                </select>
            }
            .into_any()
        }
    }
}

/// Whether a known label makes sense for a kind of value.
fn suits(kind: Kind, label: &str) -> bool {
    match label {
        "mobile" | "fax" => kind == Kind::Phones,
        "postal" | "shipping" => kind == Kind::Addresses,
        "billing" => matches!(kind, Kind::Addresses | Kind::Emails),
        _ => true,
    }
}
