//! One row of a table, read as a mapping says.

use std::borrow::Cow;

use super::{
    mapping::{Column, Mapping, Target},
    table::Table,
};
use crate::{
    domain::{field::Kind, key::Key},
    transfer::incoming::{Builder, Row, Rows, says_nothing, which},
};

/// Reads all rows.
pub fn rows(table: &Table, mapping: &Mapping) -> Rows {
    let headers: Vec<_> = mapping.columns.iter().map(|column| column.header.clone()).collect();
    let rows = (0..table.rows()).map(|row| read(table, mapping, &headers, row)).collect();
    Rows { headers: headers.into(), rows }
}

fn read(table: &Table, mapping: &Mapping, headers: &[Box<str>], row: usize) -> Row {
    let mut builder = Builder::new(headers);
    let width = table.width(row).max(mapping.columns.len());
    let mut is_blank = true;
    for at in 0..width {
        let cell = table.cell(row, at);
        if cell.is_empty() {
            continue;
        }
        is_blank = false;
        if says_nothing(cell) {
            continue;
        }
        let label = at.checked_sub(1).filter(|before| {
            mapping.columns.get(*before).is_some_and(|column| column.target == Target::Label)
        });
        let label = label.map_or("", |before| table.cell(row, before));
        match mapping.columns.get(at) {
            Some(column) => {
                let cell = in_numbers(table, column, cell);
                take(&mut builder, at, column, &cell, label);
            }
            None => builder.no_column(at, cell),
        }
    }
    let (incoming, faults) = builder.finish();
    Row { line: table.line(row), incoming: (!is_blank).then_some(incoming), faults }
}

/// Where semicolons part the cells, numbers have a decimal comma: so does Excel wherever the comma is taken.
fn in_numbers<'a>(table: &Table, column: &Column, cell: &'a str) -> Cow<'a, str> {
    let is_number = |key: Key| {
        let kind = key.field().map(|field| field.kind);
        matches!(kind, Some(Kind::Number | Kind::Percent | Kind::Rating | Kind::Money(_)))
    };
    match column.target {
        Target::Field(key)
            if table.delimiter == ';'
                && is_number(key)
                && cell.matches(['.', ',']).count() == 1 =>
        {
            Cow::Owned(cell.replace(',', "."))
        }
        _ => Cow::Borrowed(cell),
    }
}

fn take(builder: &mut Builder<'_>, at: usize, column: &Column, cell: &str, label: &str) {
    match &column.target {
        Target::Skip | Target::Label => {}
        Target::Keep => builder.keep(at, cell),
        Target::Note => builder.note(at, cell),
        Target::Tags => builder.tags(at, cell),
        Target::Organization => builder.organization(at, cell),
        Target::FullName => builder.full_name(at, cell),
        Target::Email { label: of_column } => builder.emails(at, cell, which(label, of_column)),
        Target::Phone { label: of_column } => builder.phones(at, cell, which(label, of_column)),
        Target::Link { label: of_column } => builder.links(at, cell, which(label, of_column)),
        Target::Address { group, label, part } => builder.address(at, *group, label, *part, cell),
        Target::Field(key) => builder.field(at, *key, cell, column.days),
    }
}
