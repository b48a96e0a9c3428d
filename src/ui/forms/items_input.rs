//! What a deal or a purchase is made of, while one writes it: a row for each item, and what all of it comes to.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::field_input::Control;
use crate::ui::components::icon::{Icon, Picture};
use rapport::{
    domain::{
        field::draft::Draft,
        fold::fold,
        items::{self, Item},
        problem::Fault,
        value::number::Number,
    },
    platform::dom,
};

/// An item as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Row {
    quantity: String,
    name: String,
    price: String,
}

impl Row {
    fn of(item: &Item) -> Self {
        let quantity = (item.quantity != Number::ONE).then(|| item.quantity.to_string());
        Self {
            quantity: quantity.unwrap_or_default(),
            name: item.name.clone(),
            price: item.price.map(|price| price.to_string()).unwrap_or_default(),
        }
    }

    /// The line of text. What is no number stays in it, as part of the name.
    fn line(&self) -> String {
        let quantity = self.quantity.trim();
        let quantity = if quantity.is_empty() { "1" } else { quantity };
        let name = self.name.trim();
        match self.price.trim() {
            "" if quantity == "1" => items::print(&[Item::new(name)]),
            "" => format!("{} × {name}", fold(quantity)),
            price => format!("{} × {name} @ {}", fold(quantity), fold(price)),
        }
    }

    /// What is wrong with it.
    fn fault(&self) -> Option<Fault> {
        let numbers = [&self.quantity, &self.price];
        numbers
            .into_iter()
            .find(|text| is_wrong(text))
            .map(|text| Fault::NotANumber(text.as_str().into()))
    }

    fn is_empty(&self) -> bool {
        [&self.quantity, &self.name, &self.price].into_iter().all(|text| text.trim().is_empty())
    }
}

/// Whether something is typed that is no number.
fn is_wrong(text: &str) -> bool {
    !text.trim().is_empty() && Number::parse(fold(text).trim()).is_none()
}

/// The rows of a text, or an empty one to begin with.
fn read(text: &str) -> Vec<Row> {
    let rows: Vec<_> = items::parse(text).iter().map(Row::of).collect();
    if rows.is_empty() { vec![Row::default()] } else { rows }
}

fn written(rows: &[Row]) -> String {
    let rows = rows.iter().filter(|row| !row.is_empty());
    rows.map(Row::line).collect::<Vec<_>>().join("\n")
}

/// One of the inputs of a row.
type Part = fn(&mut Row) -> &mut String;

#[component]
pub(super) fn ItemsInput(control: Control) -> impl IntoView {
    let Control { words, draft, fault, .. } = control;
    // What is typed may be no number yet, so the rows are kept beside what they come to.
    let rows = RwSignal::new(draft.with_untracked(|draft| read(draft.text())));
    Effect::new(move |_| {
        let outside = draft.with(|draft| draft.text().to_owned());
        if rows.with_untracked(|rows| written(rows) != outside) {
            rows.set(read(&outside));
        }
    });
    let change = move |with: &dyn Fn(&mut Vec<Row>)| {
        rows.update(|rows| with(rows));
        match rows.with_untracked(|rows| rows.iter().find_map(Row::fault)) {
            Some(wrong) => control.say(&wrong),
            None => fault.set(None),
        }
        draft.set(Draft::Text(rows.with_untracked(|rows| written(rows))));
    };
    let add = move |row: usize| {
        change(&|rows| rows.insert(row.min(rows.len()), Row::default()));
        request_animation_frame(move || dom::focus(&format!("#{}", control.row_id(row))));
    };
    let pressed = move |row: usize, event: &KeyboardEvent| {
        let is_plain = !event.ctrl_key() && !event.meta_key() && !event.is_composing();
        if event.key() == "Enter" && is_plain {
            event.prevent_default();
            event.stop_propagation();
            add(row + 1);
        }
    };
    let input = move |row: usize, part: Part, label: &'static str| {
        let text = move || {
            rows.with(|rows| rows.get(row).cloned()).map(|mut row| std::mem::take(part(&mut row)))
        };
        let is_number = label != "items-name";
        view! {
            <input
                class="input"
                class:items__number=is_number
                id=if is_number { format!("{}-{label}", control.row_id(row)) } else { control.row_id(row) }
                type="text"
                inputmode=is_number.then_some("decimal")
                autocomplete="off"
                dir=if is_number { "ltr" } else { "auto" }
                placeholder=words.text(label)
                aria-label=words.text(label)
                aria-invalid=move || (is_number && text().is_some_and(|text| is_wrong(&text))).then_some("true")
                aria-describedby=control.described_by()
                prop:value=move || text().unwrap_or_default()
                on:keydown=move |event| pressed(row, &event)
                on:input=move |event| {
                    let typed = event_target_value(&event);
                    change(&|rows| if let Some(row) = rows.get_mut(row) { part(row).clone_from(&typed); });
                }
            />
        }
    };
    let row = move |row: usize| {
        let remove = words.text("items-remove");
        let clicked = move |_| {
            // The focus goes before the row does, so that it does not leave the field.
            dom::focus(&format!("#{}-add", control.id()));
            change(&|rows| {
                if row < rows.len() {
                    rows.remove(row);
                }
            });
        };
        view! {
            <li class="items__row">
                {input(row, |row| &mut row.name, "items-name")}
                {input(row, |row| &mut row.quantity, "items-quantity")}
                {input(row, |row| &mut row.price, "items-price")}
                <button
                    class="button button--plain button--icon"
                    type="button"
                    title=remove.clone()
                    aria-label=remove
                    on:click=clicked
                >
                    <Icon picture=Picture::Close />
                </button>
            </li>
        }
    };
    let total = move || {
        let total = draft.with(|draft| items::total(&items::parse(draft.text())))?;
        let i18n = words.get();
        Some(format!("{} {}", i18n.text("items-total"), i18n.formats.number(total)))
    };

    view! {
        <ul class="items" role="list">
            <For each=move || 0..rows.with(Vec::len) key=|row| *row let:at>{row(at)}</For>
        </ul>
        <div class="items__foot">
            <button
                class="button button--plain"
                id=format!("{}-add", control.id())
                type="button"
                on:click=move |_| add(rows.with_untracked(Vec::len))
            >
                <Icon picture=Picture::Add />
                {words.text("items-add")}
            </button>
            <output class="items__total">{total}</output>
        </div>
    }
}
