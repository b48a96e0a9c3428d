//! A table that was read: where each column goes, what would come in, and bringing it in.

use std::{rc::Rc, sync::Arc};

use leptos::prelude::*;

use crate::state::{language::use_words, toasts::use_toasts, use_workspace};
use rapport::{
    domain::{field, id::RecordType, value::labelled::LABELS},
    transfer::{
        csv::{self, Mapping, Table, Target, takes_cells},
        incoming::{self, Part, Preview},
    },
};

/// How many rows stand below a column's name, to tell what is in it.
const SAMPLES: usize = 3;

/// How many problems are listed; the rest is counted.
const LISTED: usize = 100;

#[component]
pub(super) fn Spreadsheet(
    name: String,
    table: Rc<Table>,
    #[prop(into)] done: Callback<()>,
) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let mapping = RwSignal::new_local(csv::guess(&table));
    let is_working = RwSignal::new(false);
    let table = StoredValue::new_local(table);
    let preview = Memo::new(move |_| {
        let table = table.get_value();
        let preview = mapping.with(|mapping| {
            workspace.read(&[RecordType::Person], |book| {
                incoming::preview(csv::rows(&table, mapping), book)
            })
        });
        Arc::new(preview)
    });
    let file = StoredValue::new(name.clone());
    let clicked_bring = move |_| {
        is_working.set(true);
        let before = workspace.position();
        let preview = preview.get_untracked();
        workspace.commit(
            move |book, stamp| Ok(incoming::plan(&preview, book, &file.get_value(), stamp)),
            move |saved| {
                is_working.set(false);
                let i18n = words.get();
                match saved {
                    Ok(()) if workspace.position() == before => {
                        toasts.done(i18n.text("transfer-nothing-new"), None);
                        done.run(());
                    }
                    Ok(()) => {
                        let name = file.get_value();
                        toasts.done(
                            i18n.with("history-import", &[("what", (&name).into())]),
                            workspace.next_undo(),
                        );
                        done.run(());
                    }
                    Err(error) => toasts.failed(i18n.commit_error(&error)),
                }
            },
        );
    };
    let columns = move || {
        let table = table.get_value();
        mapping.with(|mapping| {
            mapping
                .columns
                .iter()
                .enumerate()
                .map(|(at, column)| {
                    let samples: Vec<_> = (0..table.rows())
                        .map(|row| table.cell(row, at))
                        .filter(|cell| !cell.is_empty())
                        .take(SAMPLES)
                        .map(|cell| cell.lines().next().unwrap_or_default().to_owned())
                        .collect();
                    (at, column.header.to_string(), column.target.clone(), samples)
                })
                .collect::<Vec<_>>()
        })
    };
    let chose = move |at: usize, chosen: &str| {
        let target =
            chosen.parse().ok().and_then(|chosen: usize| targets().into_iter().nth(chosen));
        if let Some(target) = target {
            mapping.update(|mapping: &mut Mapping| {
                if let Some(column) = mapping.columns.get_mut(at) {
                    column.target = target;
                }
            });
        }
    };

    view! {
        <div class="restore" role="group" aria-label=name>
            <h3 dir="auto">{name.clone()}</h3>
            <p role="status" id="csv-counts">{move || words.get().preview_counts(&preview.get().counts)}</p>
            <div class="cluster">
                <button class="button button--primary" id="bring-in" type="button" disabled=move || is_working.get() on:click=clicked_bring>
                    {words.text("csv-bring")}
                </button>
                <button class="button" type="button" on:click=move |_| done.run(())>{words.text("cancel")}</button>
            </div>
            <Problems preview />
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
                        <For each=columns key=|(at, _, target, _)| (*at, format!("{target:?}")) let:column>
                            {
                                let (at, header, target, samples) = column;
                                let i18n = words.get();
                                let label = i18n.with("csv-goes-of", &[("name", (&header).into())]);
                                let is_listed = targets().contains(&target);
                                view! {
                                    <tr>
                                        <th scope="row" dir="auto">{header}</th>
                                        <td class="restore__text">
                                            <select class="input" aria-label=label on:change=move |event| chose(at, &event_target_value(&event))>
                                                {(!is_listed).then(|| view! { <option value="" selected=true>{i18n.target(&target)}</option> })}
                                                {targets().into_iter().enumerate().map(|(number, other)| view! {
                                                    <option value=number.to_string() selected=other == target>{i18n.target(&other)}</option>
                                                }).collect_view()}
                                            </select>
                                        </td>
                                        <td class="restore__text restore__samples" dir="auto">{samples.join(" · ")}</td>
                                    </tr>
                                }
                            }
                        </For>
                    </tbody>
                </table>
            </div>
        </div>
    }
}

/// What a person may want to look at before the file comes in.
#[component]
fn Problems(preview: Memo<Arc<Preview>>) -> impl IntoView {
    let words = use_words();
    let sentences = move || {
        let i18n = words.get();
        let preview = preview.get();
        preview
            .problems
            .iter()
            .take(LISTED)
            .map(|problem| i18n.row_problem(&preview, problem))
            .collect::<Vec<_>>()
    };
    let count = move || preview.get().problems.len();

    view! {
        <Show when=move || count() != 0>
            <details class="restore__problems">
                <summary>{move || words.get().with("csv-problems", &[("count", count().into())])}</summary>
                <p class="subtle">{words.text("csv-problems-lead")}</p>
                <ul class="stack">
                    {move || sentences().into_iter().map(|sentence| view! { <li dir="auto">{sentence}</li> }).collect_view()}
                </ul>
            </details>
        </Show>
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
    ];
    for label in labels {
        targets.push(Target::Email { label: label.into() });
        targets.push(Target::Phone { label: label.into() });
        targets.push(Target::Link { label: label.into() });
    }
    let parts = [
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
