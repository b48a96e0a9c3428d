//! A field for a passphrase, whose letters can be shown.

use leptos::prelude::*;

use crate::state::language::use_words;

#[component]
pub(in crate::ui) fn PassphraseInput(
    id: &'static str,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    /// What password managers are told: `current-password` or `new-password`.
    autocomplete: &'static str,
    /// Whether the letters are shown. Where it is shared, another field has the box for it.
    #[prop(optional)]
    shared: Option<RwSignal<bool>>,
    /// The id of what says what is wrong.
    fault: &'static str,
) -> impl IntoView {
    let words = use_words();
    let is_shown = shared.unwrap_or_else(|| RwSignal::new(false));
    let kind = move || if is_shown.get() { "text" } else { "password" };
    let show = format!("{id}-show");

    view! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            <input
                class="input"
                id=id
                type=kind
                autocomplete=autocomplete
                autocapitalize="off"
                spellcheck="false"
                dir="auto"
                aria-describedby=fault
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
        {shared.is_none().then(|| view! {
            <label class="cluster">
                <input
                    id=show
                    type="checkbox"
                    prop:checked=move || is_shown.get()
                    on:change=move |event| is_shown.set(event_target_checked(&event))
                />
                {words.text("transfer-passphrase-show")}
            </label>
        })}
    }
}
