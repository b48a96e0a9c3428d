//! A table that was read: where each column goes, and what would come in.

use std::{rc::Rc, sync::Arc};

use leptos::prelude::*;

use super::bring::Bring;
use crate::state::{language::use_words, use_workspace};
use rapport::{
    domain::{field, id::RecordType, value::labelled::LABELS},
    transfer::{
        csv::{self, Mapping, Table, Target, takes_cells},
        incoming::{self, Part},
    },
};

/// How many rows stand below a column's name, to tell what is in it.
const SAMPLES: usize = 3;

#[component]
pub(super) fn Spreadsheet(
    name: String,
    table: Rc<Table>,
    #[prop(into)] done: Callback<()>,
) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let mapping = RwSignal::new_local(csv::guess(&table));
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
            <Bring name=name.clone() preview done />
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
