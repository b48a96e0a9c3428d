//! Workbooks of spreadsheet programs: XLSX, which is XML in a ZIP archive (ECMA-376).
//!
//! A sheet becomes the same [`Table`] as a text file, and from there on there is one way for both. Its rows
//! have their numbers as lines, and its cells what they show: numbers plainly, percents with their sign, dates
//! as ISO 8601, "yes" and "no", formulas by what they gave when the workbook was saved, and nothing for errors.
//!
//! Reading goes on in slices. Only the opening is not cut: the directory of the archive, the list of sheets,
//! the styles, and a look at the beginning of each sheet.

mod book;
mod cell;
mod sheet;
mod xml;
mod zip;

use std::sync::Arc;

use memchr::memmem;

pub use self::zip::UNPACKED_MOST;
use self::{book::Book, sheet::is_filled};
use super::csv::{BYTES_MOST, Table, TableProblem};

/// A workbook that is open. What reads it stays behind a function, so that who only holds one does not need
/// it (see the parts of the app).
pub struct Workbook {
    /// The names of the sheets with anything in them. Hidden ones are among them only if there are no others.
    pub sheets: Vec<String>,
    /// Begins to read the sheet of a number.
    pub read: Box<dyn Fn(usize) -> Reading>,
}

/// Reads some more of a sheet whenever it is called, for some milliseconds, until it gives the table.
pub type Reading = Box<dyn FnMut() -> Result<Progress, Problem>>;

/// How far the reading of a sheet is.
pub enum Progress {
    /// So many of a hundred parts.
    Percent(usize),
    Table(Table),
}

/// Why a workbook cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// An archive of something else.
    NotAWorkbook,
    /// A spreadsheet of a form that is not read, by the usual end of its name.
    OtherForm(&'static str),
    /// It opens with a password only.
    Locked,
    /// Unpacked it has more than [`UNPACKED_MOST`] bytes, or as a table more than twice what a file may have;
    /// or it has been made to.
    TooLarge,
    /// Packed in the form for files of more than 4 GB.
    Zip64,
    /// It breaks off, or is not put together as it should be.
    Damaged,
    Table(TableProblem),
}

/// Whether a file looks like a workbook of some kind, and if so whether it is of one that is read.
pub fn recognize(bytes: &[u8]) -> Option<Result<(), Problem>> {
    let start = bytes.get(..bytes.len().min(200)).unwrap_or_default();
    let has = |needle: &[u8]| memmem::find(bytes, needle).is_some();
    // Excel's older binary form, and the newer one when it is encrypted, lie in compound files [MS-CFB].
    if start.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        let is_encrypted = has(b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0");
        return Some(Err(if is_encrypted { Problem::Locked } else { Problem::OtherForm(".xls") }));
    }
    if !start.starts_with(b"PK\x03\x04") {
        return None;
    }
    // The first file of an OpenDocument archive is not packed, and says what it is.
    let ods = memmem::find(start, b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
    Some(if ods.is_some() { Err(Problem::OtherForm(".ods")) } else { Ok(()) })
}

/// Opens a workbook.
pub fn open(bytes: Arc<Vec<u8>>) -> Result<Workbook, Problem> {
    if bytes.len() > BYTES_MOST {
        return Err(Problem::Table(TableProblem::TooLarge { most: BYTES_MOST }));
    }
    let mut book = Book::open(bytes)?;
    let mut sheets = Vec::new();
    for sheet in std::mem::take(&mut book.sheets) {
        if is_filled(&book, &sheet)? {
            sheets.push(sheet);
        }
    }
    if sheets.iter().any(|sheet| !sheet.is_hidden) {
        sheets.retain(|sheet| !sheet.is_hidden);
    }
    if sheets.is_empty() {
        return Err(Problem::Table(TableProblem::Empty));
    }
    let names = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    book.sheets = sheets;
    let book = Arc::new(book);
    let read = move |at| {
        let mut reading = sheet::Reading::new(Arc::clone(&book), at);
        let read = move || match &mut reading {
            Ok(reading) => reading.go_on(),
            Err(problem) => Err(problem.clone()),
        };
        Box::new(read) as Reading
    };
    Ok(Workbook { sheets: names, read: Box::new(read) })
}
