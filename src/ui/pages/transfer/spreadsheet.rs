//! A table that is being read: its encoding and delimiter, where each column goes, and what would come of it.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::HtmlSelectElement;

use super::{
    arrival::{Arrival, Mend},
    fixed::{Filled, FixedValues},
};
use crate::{
    state::{self, language::use_words, use_workspace, working::in_slices},
    ui::{components::dialog::Dialog, forms::DefinitionForm},
};
use rapport::{
    domain::{
        book,
        field::{self, keys},
        id::RecordType,
        key::Key,
        value::labelled::LABELS,
    },
    platform::{clock, files},
    transfer::{
        csv::{
            self, DELIMITERS, Mapped, Mapping, Mended, Reading, Table, TableProblem, Target,
            takes_cells,
        },
        encoding::{self, ENCODINGS, Encoding},
        incoming::{DayOrder, Decimal, How, Part, Source, Written},
    },
};

/// How many rows stand below a column's name, to tell what is in it.
const SAMPLES: usize = 3;

/// How many columns are made ready to be seen at once.
const FEW: usize = 4;

#[derive(Clone)]
enum Read {
    /// So many of a hundred parts.
    Reading(usize),
    Table(Arc<Table>, &'static Encoding),
    Refused(String),
}

/// A file whose text is there.
struct Opened {
    reading: Reading,
    encoding: &'static Encoding,
    /// Of the text, in bytes.
    size: u64,
}

/// `Err(None)` is what does not look like text.
fn open(
    bytes: &[u8],
    chosen: Option<&'static Encoding>,
    delimiter: Option<char>,
) -> Result<Opened, Option<TableProblem>> {
    let (text, encoding) = encoding::decode(bytes, chosen, files::decode).ok_or(None)?;
    let size = text.len() as u64;
    Ok(Opened { reading: Reading::new(text.into_owned(), delimiter)?, encoding, size })
}

#[component]
pub(super) fn Spreadsheet(
    name: String,
    bytes: Arc<Vec<u8>>,
    #[prop(into)] done: Callback<()>,
) -> impl IntoView {
    let words = use_words();
    let encoding = RwSignal::new(None::<&'static Encoding>);
    let delimiter = RwSignal::new(None::<char>);
    let read = RwSignal::new(Read::Reading(0));
    // The reading that is wanted now; one that was begun before ends.
    let turn = StoredValue::new(0_u32);
    let bytes = StoredValue::new(bytes);
    let begin = move || {
        let now = turn.get_value() + 1;
        turn.set_value(now);
        let (bytes, chosen) = (bytes.get_value(), encoding.get_untracked());
        let delimiter = delimiter.get_untracked();
        let (mut opened, mut whole) = (None, None);
        let mut step = move || -> Result<Read, Option<TableProblem>> {
            if let Some(whole) = whole.take() {
                return Ok(whole);
            }
            let Some(Opened { reading, encoding, size }) = &mut opened else {
                opened = Some(open(&bytes, chosen, delimiter)?);
                return Ok(Read::Reading(0));
            };
            if let Some(done) = reading.go_on()? {
                let percent = done.saturating_mul(100) / (*size).max(1);
                return Ok(Read::Reading(usize::try_from(percent).unwrap_or_default()));
            }
            let encoding = *encoding;
            let table = opened.take().ok_or(None)?.reading.finish()?;
            // Showing it takes a turn of its own.
            whole = Some(Read::Table(Arc::new(table), encoding));
            Ok(Read::Reading(100))
        };
        in_slices(move || {
            if turn.try_get_value() != Some(now) {
                return false;
            }
            let next = step().unwrap_or_else(|problem| {
                Read::Refused(problem.map_or_else(
                    || words.text("csv-binary"),
                    |problem| words.get().table_problem(&problem),
                ))
            });
            let goes_on = matches!(next, Read::Reading(_));
            read.set(next);
            goes_on
        });
    };
    begin();
    let chose_encoding = move |label: &str| {
        encoding.set(ENCODINGS.iter().find(|encoding| encoding.label == label));
        begin();
    };
    let chose_delimiter = move |chosen: &str| {
        delimiter.set(chosen.chars().next());
        begin();
    };
    let name = StoredValue::new(name);

    view! {
        {move || match read.get() {
            Read::Reading(percent) => view! {
                <p role="status">{words.get().with("transfer-read", &[("percent", percent.into())])}</p>
            }.into_any(),
            Read::Refused(problem) => view! {
                <p class="notice" data-level="error" role="alert" id="file-problem">{problem}</p>
            }.into_any(),
            Read::Table(table, encoding) => {
                let i18n = words.get();
                let delimiter = table.delimiter;
                view! {
                    <div class="restore" role="group" aria-label=name.get_value()>
                        <div class="sheet__head">
                            <h3 dir="auto">{name.get_value()}</h3>
                            <div class="cluster">
                                <label class="cluster">
                                    <span class="subtle">{i18n.text("csv-encoding")}</span>
                                    <select class="input" id="csv-encoding" on:change=move |event| chose_encoding(&event_target_value(&event))>
                                        {ENCODINGS.iter().map(|other| {
                                            let script = i18n.text(&format!("encoding-{}", other.script));
                                            view! {
                                                <option value=other.label selected=other == encoding>
                                                    {format!("{script} ({})", other.label)}
                                                </option>
                                            }
                                        }).collect_view()}
                                    </select>
                                </label>
                                <label class="cluster">
                                    <span class="subtle">{i18n.text("csv-delimiter")}</span>
                                    <select class="input" id="csv-delimiter" on:change=move |event| chose_delimiter(&event_target_value(&event))>
                                        {DELIMITERS.map(|other| view! {
                                            <option value=other.to_string() selected=other == delimiter>
                                                {i18n.text(delimiter_name(other))}
                                            </option>
                                        })}
                                    </select>
                                </label>
                            </div>
                        </div>
                        <Columns name=name.get_value() table done />
                    </div>
                }.into_any()
            }
        }}
    }
}

fn delimiter_name(delimiter: char) -> &'static str {
    match delimiter {
        ';' => "csv-semicolon",
        '\t' => "csv-tab",
        '|' => "csv-bar",
        _ => "csv-comma",
    }
}

/// Where each column goes, and below it what would come of it.
#[component]
pub(super) fn Columns(name: String, table: Arc<Table>, done: Callback<()>) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    // As a file of the same columns came in before, or as they look.
    let recalled = workspace.peek(|book| {
        let (remembered, import) = csv::recall(book, &table.header)?;
        let at = import.time(keys::CREATED)?;
        Some((remembered, import.text(keys::NAME).unwrap_or_default().to_owned(), at))
    });
    let before = recalled.as_ref().map(|(_, file, at)| {
        let i18n = words.get();
        let date = i18n.formats.date(*at);
        i18n.with("csv-as-before", &[("name", file.into()), ("date", (&date).into())])
    });
    let (mapping, how) = match recalled {
        Some((remembered, ..)) => (remembered.mapping, remembered.how),
        None => (csv::guess(&table), How::default()),
    };
    let of_before = mapping.fixed.iter();
    let of_before =
        workspace.peek(|book| of_before.filter_map(|it| it.draft(book)).collect::<Vec<_>>());
    let fixed = RwSignal::new(
        of_before.into_iter().map(|(field, draft)| Filled::new(field, draft)).collect::<Vec<_>>(),
    );
    let entered = Memo::new(move |_| {
        fixed.with(|all| all.iter().filter_map(Filled::entered).collect::<Vec<_>>())
    });
    let mapping = RwSignal::new(mapping);
    let mended = RwSignal::new(Mended::new());
    let (name, table) = (StoredValue::new(name), StoredValue::new(table));
    let mapped = Memo::new_with_compare(
        move |_| {
            let mapping = Mapping { fixed: entered.get(), ..mapping.get() };
            Some(Arc::new(Mapped::new(table.get_value(), mapping, mended.get())))
        },
        |_, _| true,
    );
    let source = Signal::derive(move || mapped.get().map(|it| it as Arc<dyn Source>));
    let mend = Mend {
        cell: Callback::new(move |(row, column)| {
            mapped
                .with(|it| it.as_ref().map(|it| it.cell(row, column).to_owned()))
                .unwrap_or_default()
        }),
        put: Callback::new(move |(row, column, text): (usize, usize, String)| {
            mended.update(|mended| {
                mended.insert((row, column), text.into());
            });
        }),
    };
    // What a person may be matched by beside addresses and names.
    let keys = Memo::new(move |_| {
        let of_column = |column: &csv::Column| match column.target {
            // A name alone tells nobody by what it points to.
            Target::Field(key) => Some(key).filter(|key| book::relation_of(*key).is_none()),
            _ => None,
        };
        mapping.with(|it| it.columns.iter().filter_map(of_column).collect::<Vec<_>>())
    });
    // The menus take long to make, so in each turn a part is shown: what would come of it, then a few columns.
    let turns = RwSignal::new(0_usize);
    state::start(async move {
        let count = mapping.with_untracked(|mapping| mapping.columns.len()).div_ceil(FEW);
        while turns.try_get_untracked().is_some_and(|turns| turns <= count) {
            clock::breathe().await;
            let _ = turns.try_update(|turns| *turns += 1);
        }
    });
    let is_begun = Memo::new(move |_| turns.get() > 0);
    let columns = move || {
        let table = table.get_value();
        mapping.with(|mapping| {
            mapping
                .columns
                .iter()
                .take(turns.get().saturating_sub(1) * FEW)
                .enumerate()
                .map(|(at, column)| {
                    let can_join = mapping.can_join(at);
                    let samples: Vec<_> = (0..table.rows())
                        .map(|row| table.cell(row, at))
                        .filter(|cell| !cell.is_empty())
                        .take(SAMPLES)
                        .map(|cell| cell.lines().next().unwrap_or_default().to_owned())
                        .collect();
                    (at, column.clone(), can_join, samples)
                })
                .collect::<Vec<_>>()
        })
    };
    // The column that a field is being made for.
    let defining = RwSignal::new(None::<usize>);
    let is_defining = RwSignal::new(false);
    let goes = move |at: usize, target: Target| {
        let written = table.with_value(|table| csv::written(table, at, &target));
        mapping.update(|mapping: &mut Mapping| mapping.send(at, target, written));
    };
    // All menus have the same, and naming it takes long.
    let offered = Memo::new(move |_| {
        workspace.track(RecordType::Field);
        let i18n = words.get();
        let named = targets().into_iter().map(|target| (i18n.target(&target), target));
        named.collect::<Vec<_>>()
    });
    let chose = move |at: usize, chosen: &str| {
        if chosen == NEW_FIELD {
            defining.set(Some(at));
            is_defining.set(true);
            return;
        }
        let chosen = chosen.parse().ok().and_then(|chosen: usize| {
            offered.with_untracked(|offered| offered.get(chosen).map(|(_, target)| target.clone()))
        });
        if let Some(target) = chosen {
            goes(at, target);
        }
    };
    let defined = Callback::new(move |made: Option<Key>| {
        is_defining.set(false);
        if let (Some(at), Some(key)) = (defining.get_untracked(), made) {
            goes(at, Target::Field(key));
        }
    });
    let called = move || {
        let at = defining.get()?;
        mapping.with(|mapping| mapping.columns.get(at).map(|column| column.header.to_string()))
    };

    view! {
        {before.map(|before| view! { <p id="mapped-as" class="subtle" dir="auto">{before}</p> })}
        {move || is_begun.get().then(|| view! {
            <Arrival name=name.get_value() source how keys mend=Some(mend) done>
                <FixedValues all=fixed />
            </Arrival>
        })}
        <div class="restore__scroll">
            <table class="restore__table">
                <thead>
                    <tr>
                        {["csv-column", "csv-goes", "csv-samples"].map(|message| view! {
                            <th scope="col" class="restore__text">{words.text(message)}</th>
                        })}
                    </tr>
                </thead>
                <tbody>
                    <For each=columns key=|(at, column, can_join, _)| (*at, *can_join, format!("{column:?}")) let:column>
                        {
                            let (at, column, can_join, samples) = column;
                            let joins = column.joins;
                            let i18n = words.get();
                            let header = column.header.to_string();
                            let label = i18n.with("csv-goes-of", &[("name", (&header).into())]);
                            let target = column.target.clone();
                            let offered = offered.get_untracked();
                            let listed = offered.iter().position(|(_, other)| *other == target);
                            let is_listed = listed.is_some();
                            let shown = listed.map(|at| at.to_string()).unwrap_or_default();
                            view! {
                                <tr>
                                    <th scope="row" dir="auto">{header}</th>
                                    <td class="restore__text">
                                        <div class="cluster">
                                            <select class="input" aria-label=label on:change=move |event| {
                                                let chosen = event_target_value(&event);
                                                if chosen == NEW_FIELD {
                                                    // Whatever becomes of the definition, the menu says where the column goes.
                                                    event_target::<HtmlSelectElement>(&event).set_value(&shown);
                                                }
                                                chose(at, &chosen);
                                            }>
                                                {(!is_listed).then(|| view! { <option value="" selected=true>{i18n.target(&target)}</option> })}
                                                {offered.into_iter().enumerate().map(|(number, (name, other))| view! {
                                                    <option value=number.to_string() selected=other == target>{name}</option>
                                                }).collect_view()}
                                                <option value=NEW_FIELD>{i18n.text("csv-new-field")}</option>
                                            </select>
                                            <WrittenSelect at column mapping />
                                            {can_join.then(|| view! { <JoinsSelect at joins mapping /> })}
                                        </div>
                                    </td>
                                    <td class="restore__text restore__samples" dir="auto">{samples.join(" · ")}</td>
                                </tr>
                            }
                        }
                    </For>
                </tbody>
            </table>
        </div>
        <Dialog open=is_defining title=Signal::derive(move || words.text("fields-new"))>
            <DefinitionForm on=RecordType::Person label=called().unwrap_or_default() on_done=defined />
        </Dialog>
    }
}

/// What stands in the menu for a field that is still to be made.
const NEW_FIELD: &str = "new";

/// How a column is written, where it can be read in more than one way.
#[component]
fn WrittenSelect(at: usize, column: csv::Column, mapping: RwSignal<Mapping>) -> impl IntoView {
    let words = use_words();
    let csv::Column { target, written, .. } = column;
    let days = |days| Written { days, ..written };
    let decimal = |decimal| Written { decimal, ..written };
    let (label, choices) = if csv::has_days(&target) {
        let choices = [
            ("csv-days-unknown", days(DayOrder::Unknown)),
            ("csv-days-day", days(DayOrder::DayFirst)),
            ("csv-days-month", days(DayOrder::MonthFirst)),
        ];
        ("csv-days", choices)
    } else if csv::has_numbers(&target) {
        let choices = [
            ("csv-decimal-unknown", decimal(Decimal::Unknown)),
            ("csv-decimal-point", decimal(Decimal::Point)),
            ("csv-decimal-comma", decimal(Decimal::Comma)),
        ];
        ("csv-decimal", choices)
    } else {
        return ().into_any();
    };
    let chose = move |chosen: &str| {
        if let Some((_, written)) = choices.iter().find(|(name, _)| *name == chosen) {
            mapping.update(|mapping| {
                if let Some(column) = mapping.columns.get_mut(at) {
                    column.written = *written;
                }
            });
        }
    };

    view! {
        <select class="input" aria-label=words.text(label) on:change=move |event| chose(&event_target_value(&event))>
            {choices.map(|(name, other)| view! {
                <option value=name selected=other == written>{words.text(name)}</option>
            })}
        </select>
    }
    .into_any()
}

/// What becomes of the text of a column when an earlier one has gone to the same place.
#[component]
fn JoinsSelect(at: usize, joins: bool, mapping: RwSignal<Mapping>) -> impl IntoView {
    let words = use_words();
    let chose = move |chosen: &str| {
        mapping.update(|mapping| {
            if let Some(column) = mapping.columns.get_mut(at) {
                column.joins = chosen == "csv-joins-behind";
            }
        });
    };

    view! {
        <select class="input" aria-label=words.text("csv-joins") on:change=move |event| chose(&event_target_value(&event))>
            {[("csv-joins-blank", false), ("csv-joins-behind", true)].map(|(name, other)| view! {
                <option value=name selected=other == joins>{words.text(name)}</option>
            })}
        </select>
    }
}

/// Where a column can go, in the order of the menu.
fn targets() -> Vec<Target> {
    let labels = ["", "work", "home", "mobile", "other"]
        .into_iter()
        .filter(|label| label.is_empty() || LABELS.contains(label));
    let mut targets = vec![
        Target::Keep,
        Target::Skip,
        Target::Note,
        Target::FullName,
        Target::Organization,
        Target::Tags,
        Target::Label,
        Target::Changed,
    ];
    for label in labels {
        targets.push(Target::Email { label: label.into() });
        targets.push(Target::Phone { label: label.into() });
        targets.push(Target::Link { label: label.into() });
    }
    let parts = [
        Part::Block,
        Part::Whole,
        Part::Street,
        Part::More,
        Part::City,
        Part::Region,
        Part::Postcode,
        Part::Country,
    ];
    targets.extend(parts.map(|part| Target::Address { group: 0, label: "".into(), part }));
    let single = field::fields_of(RecordType::Person).filter(|field| takes_cells(field));
    targets.extend(single.map(|field| Target::Field(field.key())));
    targets
}
