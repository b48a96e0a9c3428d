//! One condition: what it is about, the operator, the value.

use leptos::prelude::*;

use super::{Editor, Path, new_condition, value, value::ValueInput};
use crate::ui::components::icon::{Icon, Picture};
use rapport::{
    domain::{
        field::{self, DataKind},
        id::RecordType,
        key::Key,
    },
    platform::{clock, dom},
    query::{
        filter::{Operand, Subject},
        operator::{self, Class, operators_of},
        relation::relations_of,
    },
};

#[component]
pub(super) fn ConditionRow(editor: Editor, path: Path, nth: usize, on: RecordType) -> AnyView {
    let words = editor.words;
    let Some(condition) = editor.condition(&path, nth) else { return ().into_any() };
    let subject = condition.subject;
    let operator = condition.operator;
    let id = StoredValue::new(format!("filter-{}{nth}", super::id_of(&path)));
    let at = StoredValue::new(path);
    let refocus = move |part: &str| {
        // The row is made anew by then.
        let selector = format!("#{}-{part}", id.get_value());
        crate::state::start(async move {
            clock::pause(0).await;
            dom::focus(&selector);
        });
    };
    let entered_subject = move |event| {
        if let Some(subject) = subject_of(on, &event_target_value(&event)) {
            at.with_value(|path| {
                editor.change_condition(path, nth, |it| *it = new_condition(subject));
            });
            refocus("subject");
        }
    };
    let entered_operator = move |event| {
        let value = event_target_value(&event);
        let (not, name) = value.strip_prefix('!').map_or((false, &*value), |name| (true, name));
        let Some(entry) = operator::OPERATORS.iter().find(|entry| entry.name == name) else {
            return;
        };
        at.with_value(|path| {
            editor.change_condition(path, nth, |it| {
                let class = Class::of_subject(it.subject);
                let keeps = match (it.subject, &it.operand) {
                    (Subject::Field(key), Operand::Field(other)) => {
                        operator::is_comparable(entry.operator, key, *other)
                    }
                    _ => it.operator.entry().takes.of(class) == entry.takes.of(class),
                };
                it.not = not;
                it.operator = entry.operator;
                if !keeps {
                    it.operand = value::empty(entry.operator, it.subject);
                }
            });
        });
        refocus("operator");
    };
    let clicked_remove = move |_| {
        at.with_value(|path| {
            editor.change_at(path, |group| {
                group.parts.remove(nth);
            });
        });
    };
    let i18n = words.get();
    let chosen = name_of(on, subject);
    let option = |name: String, label: String| {
        let is_chosen = name == chosen;
        view! { <option value=name selected=is_chosen>{label}</option> }
    };
    let fields = |data: DataKind| {
        let fields: Vec<_> = field::fields_of(on)
            .filter(|field| field.data == data && operator::is_asked(field))
            .map(|field| option(format!("field:{}", field.name), i18n.field(field)))
            .collect();
        let label = i18n.text(&format!("data-{}", data.name()));
        (!fields.is_empty()).then(|| view! { <optgroup label=label>{fields}</optgroup> })
    };
    let kinds = DataKind::SHOWN.into_iter().chain([DataKind::System]).map(fields).collect_view();
    let others = relations_of(on)
        .into_iter()
        .map(|(name, relation)| {
            option(format!("related:{name}"), i18n.subject(Subject::Related(relation)))
        })
        .chain(
            [Subject::Words, Subject::Segment, Subject::Import]
                .map(|it| option(name_of(on, it), i18n.subject(it))),
        )
        .collect_view();
    let is_gone = Class::of_subject(subject).is_none();
    let operators =
        Class::of_subject(subject).into_iter().flat_map(operators_of).flat_map(|entry| {
            [false, true].map(|not| {
            let value = format!("{}{}", if not { "!" } else { "" }, entry.name);
            let is_chosen = entry.operator == operator && not == condition.not;
            view! { <option value=value selected=is_chosen>{i18n.operator(entry, not)}</option> }
        })
        });

    view! {
        <li class="filter__part filter__condition">
            <select
                class="input"
                id=format!("{}-subject", id.get_value())
                aria-label=words.text("filter-field")
                aria-invalid=is_gone.then_some("true")
                on:change=entered_subject
            >
                {is_gone.then(|| option(name_of(on, subject), i18n.subject(subject)))}
                {kinds}
                <optgroup label=words.text("filter-which")>{others}</optgroup>
            </select>
            <select
                class="input"
                id=format!("{}-operator", id.get_value())
                aria-label=words.text("filter-operator")
                on:change=entered_operator
            >
                {operators.collect_view()}
            </select>
            <ValueInput editor path=at.get_value() nth on condition=condition.clone() />
            <button
                class="button button--plain button--icon filter__remove"
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

fn name_of(on: RecordType, subject: Subject) -> String {
    match subject {
        Subject::Field(key) => format!("field:{}", key.name()),
        Subject::Related(relation) => {
            let name = rapport::query::relation::name_of(on, relation);
            format!("related:{}", name.unwrap_or_default())
        }
        Subject::Words => "words".to_owned(),
        Subject::Segment => "segment".to_owned(),
        Subject::Import => "import".to_owned(),
    }
}

fn subject_of(on: RecordType, name: &str) -> Option<Subject> {
    Some(match name.split_once(':') {
        Some(("field", name)) => Subject::Field(Key::of(name)?),
        Some(("related", name)) => {
            let relations = relations_of(on);
            let (_, relation) = relations.iter().find(|(other, _)| other == name)?;
            Subject::Related(*relation)
        }
        _ if name == "words" => Subject::Words,
        _ if name == "segment" => Subject::Segment,
        _ if name == "import" => Subject::Import,
        _ => return None,
    })
}
