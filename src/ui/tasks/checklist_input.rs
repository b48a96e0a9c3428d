//! The steps of a task while one writes them: a line for each.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::{
    state::language::use_words,
    ui::{
        components::icon::{Icon, Picture},
        forms::Entry,
    },
};
use rapport::{
    domain::{
        checklist::{self, Step},
        field::draft::Draft,
    },
    platform::dom,
};

#[component]
pub(super) fn ChecklistInput(entry: Entry, scope: &'static str) -> impl IntoView {
    let words = use_words();
    let Entry { field, draft, fault } = entry;
    let id = format!("{scope}-{}", field.name);
    let steps = Memo::new(move |_| draft.with(|draft| checklist::lines(draft.text())));
    let change = move |with: &dyn Fn(&mut Vec<Step>)| {
        let mut steps = steps.get_untracked();
        with(&mut steps);
        draft.set(Draft::Text(checklist::print(&steps)));
    };
    let row_id = StoredValue::new(id);
    let row_id = move |row: usize| row_id.with_value(|id| format!("{id}-{row}"));
    let add = move |row: usize| {
        change(&|steps| steps.insert(row.min(steps.len()), Step::default()));
        // The form may be gone by the next frame.
        let input = format!("#{}", row_id(row));
        request_animation_frame(move || dom::focus(&input));
    };
    let pressed = move |row: usize, event: &KeyboardEvent| {
        let is_plain = !event.ctrl_key() && !event.meta_key() && !event.is_composing();
        if event.key() == "Enter" && is_plain {
            event.prevent_default();
            event.stop_propagation();
            add(row + 1);
        }
    };
    let label = words.get().field(field);
    let row = move |row: usize| {
        let step = move || steps.with(|steps| steps.get(row).cloned()).unwrap_or_default();
        let remove = words.text("task-step-remove");
        view! {
            <li class="steps__row">
                <label class="steps__tick">
                    <input
                        type="checkbox"
                        aria-label=move || words.get().with("task-step-done", &[("step", (&step().text).into())])
                        prop:checked=move || step().is_done
                        on:change=move |event| {
                            let is_done = event_target_checked(&event);
                            change(&|steps| if let Some(step) = steps.get_mut(row) { step.is_done = is_done; });
                        }
                    />
                </label>
                <input
                    class="input"
                    id=row_id(row)
                    type="text"
                    autocomplete="off"
                    dir="auto"
                    aria-label=words.text("task-step")
                    prop:value=move || step().text
                    on:keydown=move |event| pressed(row, &event)
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        change(&|steps| if let Some(step) = steps.get_mut(row) { step.text.clone_from(&text); });
                    }
                />
                <button
                    class="button button--plain button--icon"
                    type="button"
                    title=remove.clone()
                    aria-label=remove
                    on:click=move |_| change(&|steps| if row < steps.len() { steps.remove(row); })
                >
                    <Icon picture=Picture::Close />
                </button>
            </li>
        }
    };

    view! {
        <fieldset class="field" data-wide="">
            <legend class="field__label">{label}</legend>
            <ul class="steps" role="list">
                <For each=move || 0..steps.with(Vec::len) key=|row| *row let:at>{row(at)}</For>
            </ul>
            <button class="button button--plain steps__add" type="button" on:click=move |_| add(steps.with_untracked(Vec::len))>
                <Icon picture=Picture::Add />
                {words.text("task-step-add")}
            </button>
            <p class="field__fault" role="alert">
                {move || fault.with(|fault| fault.as_ref().map(|fault| fault.text.clone()))}
            </p>
        </fieldset>
    }
}
