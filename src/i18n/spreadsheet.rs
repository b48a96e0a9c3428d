//! Words for a table that comes in: where columns go, what would come of it, what is wrong with cells.

use super::I18n;
use crate::{
    domain::field::check,
    transfer::{
        csv::{TableProblem, Target},
        incoming::{Part, RowFault},
        xlsx,
    },
};

impl I18n {
    /// Where a column goes.
    pub fn target(&self, target: &Target) -> String {
        let labelled = |field: &str, label: &str| {
            let field = self.text(field);
            if label.is_empty() { field } else { format!("{field} ({})", self.value_label(label)) }
        };
        match target {
            Target::Skip => self.text("csv-skip"),
            Target::Keep => self.text("csv-keep"),
            Target::Label => self.text("csv-label"),
            Target::Field(key) => self.key(*key),
            Target::FullName => self.text("csv-full-name"),
            Target::Organization => self.text("field-organization"),
            Target::Tags => self.text("field-tags"),
            Target::Email { label } => labelled("field-emails", label),
            Target::Phone { label } => labelled("field-phones", label),
            Target::Link { label } => labelled("field-links", label),
            Target::Address { label, part, .. } => {
                format!(
                    "{}: {}",
                    labelled("field-addresses", label),
                    self.text(&format!("csv-part-{}", part_name(*part)))
                )
            }
            Target::Note => self.text("csv-note"),
            Target::Changed => self.text("csv-changed"),
        }
    }

    pub fn row_fault(&self, fault: &RowFault) -> String {
        match fault {
            RowFault::Value(fault) => self.fault(fault),
            RowFault::AmbiguousDay => self.text("csv-ambiguous-day"),
            RowFault::AmbiguousNumber => self.text("csv-ambiguous-number"),
            RowFault::NoColumn => self.text("csv-no-column"),
            RowFault::Moved(key) => self.with("csv-moved", &[("field", (&self.key(*key)).into())]),
            RowFault::Differs(key) => {
                self.with("csv-differs", &[("field", (&self.key(*key)).into())])
            }
            RowFault::NoRecord { key, name } => {
                let (field, name) = (self.key(*key), &**name);
                self.with("csv-no-record", &[("field", (&field).into()), ("name", name.into())])
            }
            RowFault::SetAside => self.text("csv-set-aside"),
            RowFault::Encoding => self.text("card-encoding"),
            RowFault::Elsewhere => self.text("card-elsewhere"),
            RowFault::LargePicture => {
                let most = self.formats.bytes(u64::from(check::PHOTO_MOST) / 4 * 3);
                self.with("card-large-picture", &[("most", (&most).into())])
            }
            RowFault::LeftOut => self.text("card-left-out"),
            RowFault::BreaksOff => self.text("card-breaks-off"),
            RowFault::AboutNobody => self.text("csv-about-nobody"),
            RowFault::Group => self.text("card-group"),
        }
    }

    pub fn workbook_problem(&self, problem: &xlsx::Problem) -> String {
        match problem {
            xlsx::Problem::NotAWorkbook => self.text("workbook-not"),
            xlsx::Problem::OtherForm(form) => {
                self.with("workbook-other-form", &[("form", (*form).into())])
            }
            xlsx::Problem::Locked => self.text("workbook-locked"),
            xlsx::Problem::TooLarge => self.text("workbook-too-large"),
            xlsx::Problem::Zip64 => self.text("workbook-zip64"),
            xlsx::Problem::Damaged => self.text("workbook-damaged"),
            xlsx::Problem::Table(problem) => self.table_problem(problem),
        }
    }

    pub fn table_problem(&self, problem: &TableProblem) -> String {
        let line = |line: u64| usize::try_from(line).unwrap_or(usize::MAX);
        match problem {
            TableProblem::TooLarge { most } => {
                let most = self.formats.bytes(*most as u64);
                self.with("file-too-large", &[("most", (&most).into())])
            }
            TableProblem::Empty => self.text("csv-empty"),
            TableProblem::TooManyColumns { line: at, most } => self.with(
                "csv-too-many-columns",
                &[("line", line(*at).into()), ("most", (*most).into())],
            ),
            TableProblem::TooManyRows { most } => {
                self.with("csv-too-many-rows", &[("most", (*most).into())])
            }
            TableProblem::LongCell { line: at, column, most } => self.with(
                "csv-long-cell",
                &[
                    ("line", line(*at).into()),
                    ("column", (*column).into()),
                    ("most", (*most).into()),
                ],
            ),
        }
    }
}

fn part_name(part: Part) -> &'static str {
    match part {
        Part::Label => "label",
        Part::Street => "street",
        Part::More => "more",
        Part::City => "city",
        Part::Region => "region",
        Part::Postcode => "postcode",
        Part::Country => "country",
        Part::Whole => "whole",
        Part::Block => "block",
    }
}
