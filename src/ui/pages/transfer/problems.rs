//! Rows that something is wrong with, each value at its place, to be put right there.

use std::sync::Arc;

use leptos::prelude::*;

use super::arrival::Mend;
use crate::state::language::use_words;
use rapport::transfer::incoming::{Import, RowFault, Source};

/// A row that something is wrong with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Problem {
    row: usize,
    line: u64,
    /// By column.
    faults: Vec<(usize, RowFault)>,
}

impl Problem {
    /// The first rows that something is wrong with, and how many there are.
    pub(super) fn of_rows(import: &Import, most: usize) -> (Vec<Self>, usize) {
        let mut rows: Vec<Self> = Vec::new();
        let mut count = 0;
        let mut last = None;
        for problem in &import.problems {
            if last.replace(problem.row) != Some(problem.row) {
                count += 1;
                if rows.len() < most {
                    rows.push(Self { row: problem.row, line: problem.line, faults: Vec::new() });
                }
            }
            if let Some(row) = rows.last_mut().filter(|row| row.row == problem.row) {
                row.faults.push((problem.column, problem.fault.clone()));
            }
        }
        (rows, count)
    }
}

#[component]
pub(super) fn Problems(
    /// Those that are shown, and how many there are.
    problems: Signal<(Vec<Problem>, usize)>,
    source: Signal<Option<Arc<dyn Source>>>,
    mend: Option<Mend>,
) -> impl IntoView {
    let words = use_words();
    let count = Memo::new(move |_| problems.with(|(_, count)| *count));
    let header = move |column: usize| {
        let source = source.get();
        let name = source.as_ref().and_then(|source| source.headers().get(column));
        name.map(ToString::to_string).unwrap_or_default()
    };

    view! {
        <Show when=move || count.get() != 0>
            <details class="restore__problems">
                <summary>{move || words.get().with("csv-problems", &[("count", count.get().into())])}</summary>
                <p class="subtle">{words.text("csv-problems-lead")}</p>
                <ul class="problems" role="list">
                    <For each=move || problems.get().0 key=|problem| format!("{problem:?}") let:problem>
                        <li class="problems__row">
                            <span class="problems__line numbers">
                                {words.get().with("csv-line", &[("line", usize::try_from(problem.line).unwrap_or(usize::MAX).into())])}
                            </span>
                            <div class="problems__cells">
                                {problem.faults.iter().map(|(column, fault)| {
                                    let (row, column) = (problem.row, *column);
                                    let text = words.get().row_fault(fault);
                                    let level = matches!(fault, RowFault::Moved(_) | RowFault::Differs(_)).then_some("info");
                                    let id = format!("mend-{row}-{column}");
                                    view! {
                                        <div class="problems__cell">
                                            {match mend {
                                                Some(mend) => view! {
                                                    <label for=id.clone() dir="auto">{header(column)}</label>
                                                    <input
                                                        class="input"
                                                        id=id
                                                        dir="auto"
                                                        prop:value=mend.cell.run((row, column))
                                                        on:change=move |event| mend.put.run((row, column, event_target_value(&event)))
                                                    />
                                                }.into_any(),
                                                None => view! { <strong dir="auto">{header(column)}</strong> }.into_any(),
                                            }}
                                            <span class="problems__fault" data-level=level>{text}</span>
                                        </div>
                                    }
                                }).collect_view()}
                            </div>
                        </li>
                    </For>
                </ul>
            </details>
        </Show>
    }
}
