//! A workbook that is being read, sheet by sheet.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::spreadsheet::Columns;
use crate::state::{self, language::use_words, working::in_slices};
use rapport::transfer::{
    csv::Table,
    xlsx::{self, Problem, Progress},
};

/// What reads workbooks is a part of the app for itself, for not everybody brings one.
#[wasm_split(workbooks, fallible)]
fn open(bytes: Arc<Vec<u8>>) -> Result<Result<xlsx::Workbook, Problem>, SplitLoaderError> {
    Ok(xlsx::open(bytes))
}

#[derive(Clone)]
enum Read {
    /// So many of a hundred parts.
    Reading(usize),
    Table(Arc<Table>),
    Refused(String),
}

#[component]
pub(super) fn Workbook(
    name: String,
    bytes: Arc<Vec<u8>>,
    #[prop(into)] done: Callback<()>,
) -> impl IntoView {
    let words = use_words();
    let workbook = StoredValue::new_local(None::<xlsx::Workbook>);
    let sheet = RwSignal::new(0);
    let read = RwSignal::new(Read::Reading(0));
    // The reading that is wanted now; one that was begun before ends.
    let turn = StoredValue::new(0_u32);
    let refuse = move |problem: &Problem| {
        // The page may be gone by now.
        let _ = read.try_set(Read::Refused(words.get().workbook_problem(problem)));
    };
    let begin = move || {
        let now = turn.get_value() + 1;
        turn.set_value(now);
        let reading = workbook.with_value(|it| Some((it.as_ref()?.read)(sheet.get_untracked())));
        let Some(mut reading) = reading else { return };
        in_slices(move || {
            if turn.try_get_value() != Some(now) {
                return false;
            }
            match reading() {
                Ok(Progress::Percent(percent)) => {
                    read.set(Read::Reading(percent));
                    return true;
                }
                Ok(Progress::Table(table)) => read.set(Read::Table(Arc::new(table))),
                Err(problem) => refuse(&problem),
            }
            false
        });
    };
    state::start(async move {
        match open(bytes).await {
            Ok(Ok(opened)) => {
                // The page may be gone by now.
                if workbook.try_set_value(Some(opened)).is_none() {
                    begin();
                }
            }
            Ok(Err(problem)) => refuse(&problem),
            Err(_) => {
                let _ = read.try_set(Read::Refused(words.text("part-not-fetched")));
            }
        }
    });
    let chose = move |chosen: &str| {
        if let Ok(chosen) = chosen.parse() {
            sheet.set(chosen);
            begin();
        }
    };
    let name = StoredValue::new(name);
    // Where there are several sheets. Another may be chosen where one cannot be read.
    let choice = move || {
        let sheets = workbook.with_value(|it| it.as_ref().map(|it| it.sheets.clone()));
        sheets.filter(|sheets| sheets.len() > 1).map(|sheets| {
            let options = sheets.into_iter().enumerate();
            view! {
                <label class="cluster">
                    <span class="subtle">{words.text("workbook-sheet")}</span>
                    <select class="input" id="workbook-sheet" on:change=move |event| chose(&event_target_value(&event))>
                        {options.map(|(at, name)| view! {
                            <option value=at.to_string() selected=at == sheet.get_untracked()>{name}</option>
                        }).collect_view()}
                    </select>
                </label>
            }
        })
    };

    view! {
        {move || match read.get() {
            Read::Reading(percent) => view! {
                <p role="status">{words.get().with("transfer-read", &[("percent", percent.into())])}</p>
            }.into_any(),
            Read::Refused(problem) => view! {
                <p class="notice" data-level="error" role="alert" id="file-problem">{problem}</p>
                {choice()}
            }.into_any(),
            Read::Table(table) => view! {
                <div class="restore" role="group" aria-label=name.get_value()>
                    <div class="sheet__head">
                        <h3 dir="auto">{name.get_value()}</h3>
                        {choice()}
                    </div>
                    <Columns name=name.get_value() table done />
                </div>
            }.into_any(),
        }}
    }
}
