//! Rows of a table, read as a mapping says.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    fixed::Everybody,
    mapping::{Column, Mapping, Remembered, Target},
    table::Table,
};
use crate::transfer::incoming::{Builder, How, Row, Source, says_nothing, which};

/// What a person has put in place of cells, by row and column.
pub type Mended = BTreeMap<(usize, usize), Box<str>>;

/// The rows of a table, as a mapping says.
#[derive(Clone, Debug)]
pub struct Mapped {
    table: Arc<Table>,
    mapping: Mapping,
    mended: Mended,
    headers: Vec<Box<str>>,
    everybody: Everybody,
}

impl Mapped {
    pub fn new(table: Arc<Table>, mapping: Mapping, mended: Mended) -> Self {
        let headers = mapping.columns.iter().map(|column| column.header.clone()).collect();
        let everybody = Everybody::of(&mapping.fixed);
        Self { table, mapping, mended, headers, everybody }
    }

    /// The text of a cell without the space around it; empty where the row is too short.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        match self.mended.get(&(row, column)) {
            Some(cell) => cell.trim(),
            None => self.table.cell(row, column),
        }
    }
}

impl Source for Mapped {
    fn headers(&self) -> &[Box<str>] {
        &self.headers
    }

    fn rows(&self) -> usize {
        self.table.rows()
    }

    fn line(&self, row: usize) -> u64 {
        self.table.line(row)
    }

    fn mapping(&self, how: How) -> Option<String> {
        serde_json::to_string(&Remembered { how, mapping: self.mapping.clone() }).ok()
    }

    fn cells(&self, row: usize) -> Vec<&str> {
        (0..self.table.width(row)).map(|column| self.cell(row, column)).collect()
    }

    fn row(&self, row: usize) -> Row {
        let mut builder = Builder::new(&self.headers);
        let columns = &self.mapping.columns;
        let width = self.table.width(row).max(columns.len());
        let mut is_blank = true;
        for at in 0..width {
            let cell = self.cell(row, at);
            if cell.is_empty() {
                continue;
            }
            is_blank = false;
            if says_nothing(cell) {
                continue;
            }
            let label = at.checked_sub(1).filter(|before| {
                columns.get(*before).is_some_and(|column| column.target == Target::Label)
            });
            let label = label.map_or("", |before| self.cell(row, before));
            match columns.get(at) {
                Some(column) => take(&mut builder, at, column, cell, label),
                None => builder.no_column(at, cell),
            }
        }
        let (mut incoming, faults) = builder.finish();
        self.everybody.give(&mut incoming);
        let incoming = (!is_blank).then_some(incoming);
        Row { line: self.table.line(row), incoming, faults, cells: Vec::new() }
    }
}

fn take(builder: &mut Builder<'_>, at: usize, column: &Column, cell: &str, label: &str) {
    match &column.target {
        Target::Skip | Target::Label => {}
        Target::Keep => builder.keep(at, cell),
        Target::Note => builder.note(at, cell),
        Target::Changed => builder.changed(cell, column.written),
        Target::Tags => builder.tags(at, cell),
        Target::Organization => builder.organization(at, cell),
        Target::FullName if column.joins => builder.more_of_name(at, cell),
        Target::FullName => builder.full_name(at, cell),
        Target::Email { label: of_column } => builder.emails(at, cell, which(label, of_column)),
        Target::Phone { label: of_column } => builder.phones(at, cell, which(label, of_column)),
        Target::Link { label: of_column } => builder.links(at, cell, which(label, of_column)),
        Target::Address { group, label, part } => builder.address(at, *group, label, *part, cell),
        Target::Field(key) if column.joins => {
            builder.more_of_field(at, *key, cell, column.written);
        }
        Target::Field(key) => builder.field(at, *key, cell, column.written),
    }
}
