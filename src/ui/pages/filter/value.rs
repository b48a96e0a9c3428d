//! What an operator takes, as inputs.

use leptos::prelude::*;

use super::{Editor, Path, group::GroupEditor, offers};
use crate::ui::components::{icon::Picture, menu::Menu};
use rapport::{
    domain::{
        field::{self, Kind, derived},
        fold::fold,
        id::{Id, RecordType},
        key::Key,
        value::day::Day,
    },
    query::{
        filter::{Compare, Condition, Group, Nearby, Operand, Period, Span, Subject, Unit, When},
        operator::{self, Class, Operator, Takes},
        segment, text,
    },
};

/// The text form has one digit for them.
const MOST_SLIPS: u8 = 9;

/// What an operator begins with: nothing that would be an answer by itself, where there is such.
pub(super) fn empty(operator: Operator, subject: Subject) -> Operand {
    match operator.entry().takes.of(Class::of_subject(subject)) {
        Takes::Nothing => Operand::Nothing,
        Takes::Texts | Takes::Pattern | Takes::Members => Operand::Texts(Vec::new()),
        Takes::Segments => Operand::Records(Vec::new()),
        Takes::Positions => Operand::Positions(Vec::new()),
        Takes::When => Operand::When(When::Period(Period {
            which: Nearby::This,
            unit: Unit::Month,
            is_fiscal: false,
        })),
        Takes::Ago | Takes::Ahead => Operand::Span(Span { count: 30, unit: Unit::Day }),
        Takes::Share => Operand::Share { count: 10, is_percent: false },
        Takes::Weekdays => Operand::Weekdays(Vec::new()),
        Takes::Months => Operand::Months(Vec::new()),
        Takes::Flag => Operand::Flag(true),
        Takes::Group => Operand::Group(Group::default()),
        Takes::Counted => {
            Operand::Counted { group: Group::default(), compare: Compare::AtLeast, count: 1 }
        }
        Takes::Slips => Operand::Slips("".into(), 1),
        Takes::Number
        | Takes::Numbers
        | Takes::Range
        | Takes::Whens
        | Takes::Count
        | Takes::Step => Operand::Numbers(Vec::new()),
    }
}

/// Sets what the condition works with.
#[derive(Clone)]
struct Target {
    editor: Editor,
    path: Path,
    nth: usize,
}

impl Target {
    fn set(&self, operand: Operand) {
        self.editor.change_condition(&self.path, self.nth, |it| it.operand = operand);
    }
}

#[component]
pub(super) fn ValueInput(
    editor: Editor,
    path: Path,
    nth: usize,
    on: RecordType,
    condition: Condition,
) -> AnyView {
    let target = Target { editor, path: path.clone(), nth };
    let takes = condition.operator.entry().takes.of(Class::of_subject(condition.subject));
    let inner = path.iter().copied().chain([nth]).collect::<Path>();
    match (takes, condition.subject, &condition.operand) {
        (Takes::Nothing, ..) => view! { <span></span> }.into_any(),
        (Takes::Flag, _, operand) => flag(target, operand),
        (Takes::Ago | Takes::Ahead, _, Operand::Span(held)) => span(target, *held),
        (Takes::When, _, Operand::When(_) | Operand::Field(_)) => when(target, on, &condition),
        (Takes::Slips, _, Operand::Slips(text, held)) => slips(target, text, *held),
        (Takes::Weekdays, _, Operand::Weekdays(held)) => {
            let choices = (1..=7).map(|day| (day, format!("weekday-{day}"))).collect();
            numbered(target, choices, held.clone(), Operand::Weekdays)
        }
        (Takes::Months, _, Operand::Months(held)) => {
            let choices = (1..=12).map(|month| (month, format!("month-{month}"))).collect();
            numbered(target, choices, held.clone(), Operand::Months)
        }
        (Takes::Group, Subject::Related(relation), _) => {
            view! { <GroupEditor editor path=inner on=relation.to /> }.into_any()
        }
        (Takes::Counted, Subject::Related(relation), Operand::Counted { compare, count, .. }) => {
            view! {
                {counted(target, *compare, *count)}
                <GroupEditor editor path=inner on=relation.to />
            }
            .into_any()
        }
        (Takes::Members, Subject::Field(key), operand) => match key.field().map(|it| it.kind) {
            Some(Kind::Choice(choices) | Kind::Choices(choices)) => {
                members(target, key, choices, operand)
            }
            _ => typed(target, on, condition),
        },
        (Takes::Segments, _, Operand::Records(held)) => segments(target, on, held.clone()),
        (Takes::Positions, _, Operand::Positions(held)) => imports(target, held.clone()),
        _ => typed(target, on, condition),
    }
}

fn flag(target: Target, operand: &Operand) -> AnyView {
    let words = target.editor.words;
    let held = *operand != Operand::Flag(false);
    let entered = move |event| target.set(Operand::Flag(event_target_value(&event) == "yes"));
    view! {
        <select class="input" aria-label=words.text("filter-value") on:change=entered>
            <option value="yes" selected=held>{words.text("value-yes")}</option>
            <option value="no" selected=!held>{words.text("value-no")}</option>
        </select>
    }
    .into_any()
}

fn span(target: Target, held: Span) -> AnyView {
    let words = target.editor.words;
    let span = StoredValue::new(held);
    let target = StoredValue::new(target);
    let set = move |change: &dyn Fn(&mut Span)| {
        span.update_value(|span| change(span));
        target.with_value(|target| target.set(Operand::Span(span.get_value())));
    };
    let entered_count = move |event| {
        if let Ok(count) = event_target_value(&event).parse() {
            set(&|span| span.count = count);
        }
    };
    let entered_unit = move |event| {
        let name = event_target_value(&event);
        if let Some(unit) = Unit::ALL.into_iter().find(|unit| unit.name() == name) {
            set(&|span| span.unit = unit);
        }
    };
    view! {
        <span class="filter__pair">
            <input
                class="input"
                type="number"
                min="0"
                max="9999"
                aria-label=words.text("filter-value")
                prop:value=held.count.to_string()
                on:input=entered_count
            />
            <select class="input" aria-label=words.text("filter-value") on:change=entered_unit>
                {Unit::ALL.map(|unit| view! {
                    <option value=unit.name() selected=unit == held.unit>{words.text(&format!("unit-{}", unit.name()))}</option>
                })}
            </select>
        </span>
    }
    .into_any()
}

/// A stretch of the calendar by name, a day, or another field.
fn when(target: Target, on: RecordType, condition: &Condition) -> AnyView {
    let words = target.editor.words;
    let i18n = words.get();
    let held = condition.operand.clone();
    let day = if let Operand::When(When::Day(day)) = held { Some(day.to_string()) } else { None };
    let is_day = RwSignal::new(day.is_some());
    let periods: Vec<Period> = Nearby::ALL
        .into_iter()
        .flat_map(|which| {
            let plain = Unit::ALL.map(|unit| Period { which, unit, is_fiscal: false });
            let fiscal =
                [Unit::Quarter, Unit::Year].map(|unit| Period { which, unit, is_fiscal: true });
            plain.into_iter().chain(fiscal)
        })
        .collect();
    let options = periods.iter().enumerate().map(|(at, period)| {
        let when = When::Period(*period);
        let is_chosen = held == Operand::When(when);
        view! { <option value=at.to_string() selected=is_chosen>{i18n.when(when)}</option> }
    });
    let options = options.collect_view();
    let others = comparable(target.editor, condition, on);
    let fields = others.iter().map(|(other, text, label)| {
        let is_chosen = held == Operand::Field(*other);
        view! { <option value=text.clone() selected=is_chosen>{label.clone()}</option> }
    });
    let fields = fields.collect_view();
    let target = StoredValue::new(target);
    let entered = move |event| {
        let value = event_target_value(&event);
        let period = value.parse::<usize>().ok().and_then(|at| periods.get(at));
        let period = period.map(|period| Operand::When(When::Period(*period)));
        let other = || others.iter().find(|(_, text, _)| *text == value);
        let chosen = period.or_else(|| other().map(|(other, ..)| Operand::Field(*other)));
        is_day.set(chosen.is_none());
        if let Some(operand) = chosen {
            target.with_value(|target| target.set(operand));
        }
    };
    let entered_day = move |event| {
        if let Some(day) = Day::parse(&event_target_value(&event)) {
            target.with_value(|target| target.set(Operand::When(When::Day(day))));
        }
    };
    view! {
        <span class="filter__pair">
            <select class="input" aria-label=words.text("filter-value") on:change=entered>
                <option value="day" selected=is_day.get_untracked()>{words.text("filter-day")}</option>
                {options}
                {(!fields.is_empty()).then(|| view! { <optgroup label=words.text("filter-field")>{fields}</optgroup> })}
            </select>
            <Show when=move || is_day.get()>
                <input
                    class="input"
                    type="date"
                    aria-label=words.text("filter-value")
                    prop:value=day.clone().unwrap_or_default()
                    on:change=entered_day
                />
            </Show>
        </span>
    }
    .into_any()
}

fn counted(target: Target, compare: Compare, count: u32) -> AnyView {
    let words = target.editor.words;
    let target = StoredValue::new(target);
    let set = move |change: &dyn Fn(&mut Compare, &mut u32)| {
        target.with_value(|target| {
            target.editor.change_condition(&target.path, target.nth, |it| {
                if let Operand::Counted { compare, count, .. } = &mut it.operand {
                    change(compare, count);
                }
            });
        });
    };
    let entered_compare = move |event| {
        let sign = event_target_value(&event);
        if let Some(chosen) = Compare::ALL.into_iter().find(|it| it.sign() == sign) {
            set(&|compare, _| *compare = chosen);
        }
    };
    let entered_count = move |event| {
        if let Ok(entered) = event_target_value(&event).parse() {
            set(&|_, count| *count = entered);
        }
    };
    view! {
        <span class="filter__pair">
            <select class="input" aria-label=words.text("filter-compare") on:change=entered_compare>
                {Compare::ALL.map(|it| view! {
                    <option value=it.sign() selected=it == compare>{it.sign()}</option>
                })}
            </select>
            <input
                class="input"
                type="number"
                min="0"
                aria-label=words.text("filter-value")
                prop:value=count.to_string()
                on:input=entered_count
            />
        </span>
    }
    .into_any()
}

/// A box for each of some numbers that have names.
fn numbered(
    target: Target,
    choices: Vec<(u8, String)>,
    held: Vec<u8>,
    operand: fn(Vec<u8>) -> Operand,
) -> AnyView {
    let words = target.editor.words;
    let choices: Vec<_> =
        choices.into_iter().map(|(number, message)| (number, words.text(&message))).collect();
    boxes(target, choices, held, operand)
}

fn members(
    target: Target,
    key: Key,
    choices: &'static [&'static str],
    operand: &Operand,
) -> AnyView {
    let i18n = target.editor.words.get();
    let labels: Vec<_> =
        choices.iter().map(|word| (Box::<str>::from(*word), i18n.choice_of(key, word))).collect();
    let held = if let Operand::Texts(texts) = operand { texts.clone() } else { Vec::new() };
    let labels = with_gone(labels, &held, ToString::to_string);
    boxes(target, labels, held, Operand::Texts)
}

/// Segments of the same type by name, and those that are chosen and gone.
fn segments(target: Target, on: RecordType, held: Vec<Id>) -> AnyView {
    let editor = target.editor;
    let choices = editor.filtering.workspace.peek(|book| {
        let all = book.table(RecordType::Segment).iter().map(|(_, it)| it);
        let all = all.filter(|it| segment::type_of(book, it.id) == Some(on));
        let mut all: Vec<_> =
            all.map(|it| (it.id, derived::name_of(it).unwrap_or_default())).collect();
        all.sort_by_key(|(_, name)| fold(name));
        all
    });
    let choices = with_gone(choices, &held, |_| editor.words.text("value-gone"));
    boxes(target, choices, held, Operand::Records)
}

/// Imports by file and date, once they are read.
fn imports(target: Target, held: Vec<u64>) -> AnyView {
    let editor = target.editor;
    let choices = move || {
        let Some(known) = editor.imports.get() else {
            return view! { <span class="filter__note">{editor.words.text("filter-imports-reading")}</span> }
                .into_any();
        };
        let i18n = editor.words.get();
        let named = known.into_iter().map(|it| (it.position, i18n.import(&it.label, it.at)));
        let choices = with_gone(named.collect(), &held, u64::to_string);
        if choices.is_empty() {
            return view! { <span class="filter__note">{i18n.text("filter-imports-none")}</span> }
                .into_any();
        }
        boxes(target.clone(), choices, held.clone(), Operand::Positions)
    };
    view! { {choices} }.into_any()
}

/// The choices, and what is chosen and not among them.
fn with_gone<T: Clone + PartialEq>(
    mut choices: Vec<(T, String)>,
    held: &[T],
    name: impl Fn(&T) -> String,
) -> Vec<(T, String)> {
    for gone in held {
        if choices.iter().all(|(choice, _)| choice != gone) {
            choices.push((gone.clone(), name(gone)));
        }
    }
    choices
}

/// A menu with a box for each choice; its button says what is chosen.
fn boxes<T: Clone + PartialEq + Send + Sync + 'static>(
    target: Target,
    choices: Vec<(T, String)>,
    held: Vec<T>,
    operand: impl Fn(Vec<T>) -> Operand + Copy + Send + Sync + 'static,
) -> AnyView {
    let words = target.editor.words;
    let chosen = RwSignal::new(held);
    let choices = StoredValue::new(choices);
    let target = StoredValue::new(target);
    let note = Signal::derive(move || {
        let labels = choices.with_value(|choices| {
            let chosen = chosen.get();
            let held = choices.iter().filter(|(value, _)| chosen.contains(value));
            held.map(|(_, label)| label.clone()).collect::<Vec<_>>()
        });
        words.get().list(labels.into_iter())
    });
    let clicked = move |value: &T| {
        chosen.update(|chosen| {
            if chosen.contains(value) {
                chosen.retain(|other| other != value);
            } else {
                chosen.push(value.clone());
            }
        });
        target.with_value(|target| target.set(operand(chosen.get_untracked())));
    };

    view! {
        <Menu picture=Picture::Filter label=words.text("filter-value") note>
            {choices.get_value().into_iter().map(|(value, label)| {
                let own = value.clone();
                view! {
                    <label class="menu__item">
                        <input
                            type="checkbox"
                            prop:checked=move || chosen.with(|chosen| chosen.contains(&own))
                            on:change=move |_| clicked(&value)
                        />
                        {label}
                    </label>
                }
            }).collect_view()}
        </Menu>
    }
    .into_any()
}

/// A text, and how many slips are forgiven.
fn slips(target: Target, text: &str, slips: u8) -> AnyView {
    let words = target.editor.words;
    let held = StoredValue::new((Box::<str>::from(text), slips));
    let target = StoredValue::new(target);
    let set = move |change: &dyn Fn(&mut Box<str>, &mut u8)| {
        held.update_value(|(text, slips)| change(text, slips));
        let (text, slips) = held.get_value();
        target.with_value(|target| target.set(Operand::Slips(text, slips)));
    };
    let entered_text = move |event| {
        let typed = event_target_value(&event);
        set(&|text, _| *text = typed.trim().into());
    };
    let entered_slips = move |event| {
        if let Some(entered) =
            event_target_value(&event).parse().ok().filter(|it| *it <= MOST_SLIPS)
        {
            set(&|_, slips| *slips = entered);
        }
    };
    view! {
        <span class="filter__pair">
            <input
                class="input"
                type="text"
                dir="auto"
                autocomplete="off"
                spellcheck="false"
                aria-label=words.text("filter-value")
                prop:value=text.to_owned()
                on:change=entered_text
            />
            <input
                class="input"
                type="number"
                min="0"
                max=MOST_SLIPS.to_string()
                aria-label=words.text("filter-slips-allowed")
                title=words.text("filter-slips-allowed")
                prop:value=slips.to_string()
                on:input=entered_slips
            />
        </span>
    }
    .into_any()
}

/// The fields with which the one of a condition can be compared, as they are written and called.
fn comparable(editor: Editor, condition: &Condition, on: RecordType) -> Vec<(Key, String, String)> {
    let Subject::Field(key) = condition.subject else { return Vec::new() };
    let i18n = editor.words.get();
    let others = field::fields_of(on).filter(|field| {
        let other = field.key();
        other != key && operator::is_comparable(condition.operator, key, other)
    });
    editor.with_lexicon(|lexicon| {
        others
            .map(|field| {
                let other = field.key();
                let with = Condition { operand: Operand::Field(other), ..condition.clone() };
                (other, text::print_operand(&with, on, lexicon), i18n.field(field))
            })
            .collect()
    })
}

/// A line that is read as the text form reads it; where several texts are meant, with commas between them.
fn typed(target: Target, on: RecordType, condition: Condition) -> AnyView {
    let editor = target.editor;
    let words = editor.words;
    let Condition { subject, operator, .. } = condition;
    let takes = operator.entry().takes;
    let fault = RwSignal::new(None::<String>);
    let id = format!("value-{}{}", super::id_of(&target.path), target.nth);
    let shown = editor.with_lexicon(|lexicon| text::show_row(&condition, on, lexicon));
    let key = if let Subject::Field(key) = subject { Some(key) } else { None };
    let key = key.filter(|_| matches!(takes, Takes::Texts | Takes::Members));
    let values = key.map(|key| {
        let values = editor.filtering.workspace.peek(|book| offers::values(book, on, key));
        values
            .into_iter()
            .take(200)
            .map(|it| view! { <option value=it.text></option> })
            .collect_view()
    });
    let fields = comparable(editor, &condition, on);
    let list = (values.is_some() || !fields.is_empty()).then(|| format!("{id}-list"));
    let fields = fields
        .into_iter()
        .map(|(_, text, label)| view! { <option value=text>{label}</option> })
        .collect_view();
    let offered = list.clone().map(|list| view! { <datalist id=list>{values}{fields}</datalist> });
    let entered = move |event| {
        let typed = event_target_value(&event);
        let read =
            editor.with_lexicon(|lexicon| text::read_row(&typed, operator, subject, on, lexicon));
        match read {
            Ok(operand) => {
                fault.set(None);
                target.set(operand);
            }
            Err(expected) => fault.set(Some(words.get().expected(&expected))),
        }
    };

    view! {
        <span class="filter__typed">
            <input
                class="input"
                type="text"
                dir="auto"
                autocomplete="off"
                spellcheck="false"
                list=list
                aria-label=words.text("filter-value")
                aria-invalid=move || fault.get().map(|_| "true")
                prop:value=shown
                on:change=entered
            />
            {offered}
            {move || fault.get().map(|fault| view! { <span class="field__fault" role="alert">{fault}</span> })}
        </span>
    }
    .into_any()
}
