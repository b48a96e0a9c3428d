//! A group of conditions in rows.

use leptos::prelude::*;

use super::{Editor, Path, condition::ConditionRow, group_at, new_condition};
use crate::ui::components::icon::{Icon, Picture};
use rapport::{
    domain::{field::keys, id::RecordType},
    i18n::which_message,
    query::filter::{Group, Part, Subject, Which},
};

/// What the rows are made from. They stay as they are while only values change, so that an input that a
/// person types in is not taken away.
#[derive(Clone, PartialEq)]
enum Shape {
    Group,
    Condition(Subject, bool, rapport::query::operator::Operator),
}

#[component]
pub(super) fn GroupEditor(editor: Editor, path: Path, on: RecordType) -> AnyView {
    let words = editor.words;
    let at = StoredValue::new(path.clone());
    let current = move || {
        editor.group.with(|root| {
            let mut root = root.clone();
            at.with_value(|path| group_at(&mut root, path).map(std::mem::take))
        })
    };
    let shapes = Memo::new(move |_| {
        let renewed = editor.renewed.get();
        let parts = current().map(|group| group.parts).unwrap_or_default();
        let shapes: Vec<_> = parts
            .iter()
            .map(|part| match part {
                Part::Group(_) => Shape::Group,
                Part::Condition(it) => Shape::Condition(it.subject, it.not, it.operator),
            })
            .collect();
        (renewed, shapes)
    });
    let chosen = move || current().map_or("filter-all", |group| which_message(group.which));
    let entered_which = move |event| {
        let which = match event_target_value(&event).as_str() {
            "filter-any" => Which::Any,
            "filter-none" => Which::None,
            _ => Which::All,
        };
        at.with_value(|path| editor.change_at(path, |group| group.which = which));
    };
    let add = move |part: Part| {
        at.with_value(|path| editor.change_at(path, |group| group.parts.push(part)));
    };
    let clicked_condition = move |_| {
        let first = match on {
            RecordType::Person | RecordType::Organization => keys::LIFECYCLE,
            RecordType::Interaction => keys::BODY,
            RecordType::Relation => keys::ROLE,
            _ => keys::NAME,
        };
        add(Part::Condition(new_condition(Subject::Field(first))));
    };
    let clicked_group = move |_| {
        add(Part::Group(Group { which: Which::Any, parts: Vec::new() }));
    };
    let row = move |nth: usize, shape: &Shape| {
        let path = at.get_value();
        match shape {
            Shape::Group => {
                let inner = path.iter().copied().chain([nth]).collect();
                let clicked_remove = move |_| {
                    at.with_value(|path| {
                        editor.change_at(path, |group| {
                            group.parts.remove(nth);
                        });
                    });
                };
                view! {
                    <li class="filter__part">
                        <GroupEditor editor path=inner on />
                        <button
                            class="button button--plain button--icon"
                            type="button"
                            aria-label=words.text("filter-remove")
                            title=words.text("filter-remove")
                            on:click=clicked_remove
                        >
                            <Icon picture=Picture::Close />
                        </button>
                    </li>
                }
                .into_any()
            }
            Shape::Condition(..) => view! { <ConditionRow editor path nth on /> }.into_any(),
        }
    };

    view! {
        <div class="filter__group">
            {move || (!shapes.with(|(_, shapes)| shapes.is_empty()) || !path.is_empty()).then(|| view! {
                <select
                    class="input filter__which"
                    aria-label=words.text("filter-which")
                    on:change=entered_which
                    prop:value=chosen
                >
                    {["filter-all", "filter-any", "filter-none"].map(|name| view! {
                        <option value=name selected=chosen() == name>{words.text(name)}</option>
                    })}
                </select>
            })}
            <ul class="filter__parts" role="list">
                {move || shapes.with(|(_, shapes)| {
                    shapes.iter().enumerate().map(|(nth, shape)| row(nth, shape)).collect_view()
                })}
            </ul>
            <div class="filter__add">
                <button class="button button--plain" type="button" on:click=clicked_condition>
                    <Icon picture=Picture::Add />
                    {words.text("filter-add")}
                </button>
                <button class="button button--plain" type="button" on:click=clicked_group>
                    <Icon picture=Picture::Add />
                    {words.text("filter-add-group")}
                </button>
            </div>
        </div>
    }
    .into_any()
}
