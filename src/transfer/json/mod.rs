//! The whole workspace in one file.
//!
//! ```json
//! {"format":"rapport-workspace","version":1,"exported":1767225600000,"records":{
//! "workspace":[
//! {"id":"0190d1f0-…","name":"Acme","created":1767225600000,"updated":1767225600000}
//! ],
//! "tag":[],
//! …
//! }}
//! ```
//!
//! What is pointed at comes before what points, and each record has a line of its own, so that two
//! files can be compared and a damaged one rescued line by line. Equal books give equal files.
//! `public/rapport.schema.json` describes it for other programs; [`schema`] writes that file.

mod excerpt;
mod plan;
mod problem;
mod read;
pub mod schema;

pub use self::{
    excerpt::Excerpt,
    plan::{Count, Mode, Plan, compare, plan},
    problem::{FileProblem, Kind, Place},
    read::{
        BYTES_MOST, Contents, DEPTH_MOST, NAME_MOST, NAMES_MOST, RECORDS_MOST, UNKNOWN_MOST, read,
    },
};

use std::io::Write;

use crate::domain::{
    book::Book,
    id::RecordType,
    record::Record,
    value::{Value, time::Time},
};

/// What the member `format` says.
pub const FORMAT: &str = "rapport-workspace";
/// The version that is written, and the newest that is read.
pub const VERSION: u64 = 1;

/// Writes the file in pieces, so that a browser need not hold it in one.
pub fn export(book: &Book, at: Time) -> impl Iterator<Item = Vec<u8>> {
    let mut lines = lines(book, at);
    std::iter::from_fn(move || {
        let mut piece = Vec::with_capacity(PIECE + PIECE / 8);
        for line in lines.by_ref() {
            line.write(&mut piece);
            if piece.len() >= PIECE {
                break;
            }
        }
        (!piece.is_empty()).then_some(piece)
    })
}

/// Where a piece ends, give or take a record.
const PIECE: usize = 64 * 1024;

enum Line<'a> {
    Head(Time),
    Begin(RecordType),
    Record { record: &'a Record, is_last: bool },
    End { is_last: bool },
    Foot,
}

fn lines(book: &Book, at: Time) -> impl Iterator<Item = Line<'_>> {
    let tables = RecordType::ALL.into_iter().flat_map(move |kind| {
        let mut records: Vec<_> = book.table(kind).iter().map(|(_, record)| record).collect();
        records.sort_unstable_by_key(|record| record.id);
        let count = records.len();
        let records = records
            .into_iter()
            .enumerate()
            .map(move |(nth, record)| Line::Record { record, is_last: nth + 1 == count });
        let end = Line::End { is_last: kind.position() + 1 == RecordType::ALL.len() };
        [Line::Begin(kind)].into_iter().chain(records).chain([end])
    });
    [Line::Head(at)].into_iter().chain(tables).chain([Line::Foot])
}

impl Line<'_> {
    fn write(&self, to: &mut Vec<u8>) {
        let written = match self {
            Self::Head(at) => {
                let at = at.millis();
                writeln!(
                    to,
                    r#"{{"format":"{FORMAT}","version":{VERSION},"exported":{at},"records":{{"#
                )
            }
            Self::Begin(kind) => writeln!(to, "\"{}\":[", kind.name()),
            Self::Record { record, is_last } => {
                write_record(record, to);
                to.write_all(if *is_last { b"\n" } else { b",\n" })
            }
            Self::End { is_last } => to.write_all(if *is_last { b"]\n" } else { b"],\n" }),
            Self::Foot => to.write_all(b"}}\n"),
        };
        debug_assert!(written.is_ok(), "memory takes all that is written");
    }
}

fn write_record(record: &Record, to: &mut Vec<u8>) {
    let start = to.len();
    if serde_json::to_writer(&mut *to, record).is_ok() {
        return;
    }
    // Only a value of an unknown field that is no JSON can get here, and reading lets none in. Should
    // one be there all the same, the rest of the record is what counts.
    to.truncate(start);
    let mut known = record.clone();
    for (key, value) in record.fields.iter() {
        if matches!(value, Value::Unknown(_)) {
            known.fields.replace(key, None);
        }
    }
    let written = serde_json::to_writer(to, &known);
    debug_assert!(written.is_ok(), "known values can be written");
}
