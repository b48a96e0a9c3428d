//! From bytes to a table of text: encoding, delimiter, quotes, header.

use csv::{ReaderBuilder, StringRecord, Trim};

/// Most bytes of a file.
pub const BYTES_MOST: usize = 200 * 1024 * 1024;
/// Most columns.
pub const COLUMNS_MOST: usize = 500;
/// Most rows below the header.
pub const ROWS_MOST: usize = 1_000_000;
/// Most characters of a cell.
pub const CELL_MOST: usize = 100_000;

/// The cells of a file. Rows may be shorter or longer than the header.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub delimiter: char,
    /// Names of the columns; empty names where the file begins with data.
    pub header: Vec<Box<str>>,
    rows: Vec<StringRecord>,
}

impl Table {
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// The text of a cell without the space around it; empty where the row is too short.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let cell = self.rows.get(row).and_then(|row| row.get(column)).unwrap_or_default();
        unguarded(cell.trim())
    }

    /// How many cells a row has.
    pub fn width(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, StringRecord::len)
    }

    /// The line of the file on which a row begins, from one.
    pub fn line(&self, row: usize) -> u64 {
        self.rows.get(row).and_then(StringRecord::position).map_or(0, csv::Position::line)
    }
}

/// Without the apostrophe that spreadsheets and our own export put before what would run as a formula.
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(cell)
}

/// Why a file cannot be read as a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableProblem {
    TooLarge {
        most: usize,
    },
    /// Not text in UTF-8, from this byte on.
    NotUtf8 {
        byte: usize,
        looks: Looks,
    },
    /// Nothing but space.
    Empty,
    TooManyColumns {
        line: u64,
        most: usize,
    },
    TooManyRows {
        most: usize,
    },
    LongCell {
        line: u64,
        column: usize,
        most: usize,
    },
}

/// What a file that is not UTF-8 looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// "Unicode text", as Excel calls it.
    Utf16,
    /// A workbook (XLSX, ODS) or another archive.
    Archive,
    /// Text in an older encoding, such as windows-1250.
    OlderEncoding,
    Binary,
}

/// Reads a file. The delimiter is found by trying; quotes are as in RFC 4180.
pub fn read(bytes: &[u8]) -> Result<Table, TableProblem> {
    if bytes.len() > BYTES_MOST {
        return Err(TableProblem::TooLarge { most: BYTES_MOST });
    }
    let text = decode(bytes)?;
    let (text, delimiter) = match announced(text) {
        Some(found) => found,
        None => (text, find_delimiter(text)),
    };
    let mut records = Vec::new();
    let mut record = StringRecord::new();
    let mut reader = reader(text, delimiter);
    while reader.read_record(&mut record).unwrap_or(false) {
        place(text, &mut record);
        check(&record)?;
        if records.len() > ROWS_MOST + PREAMBLE_MOST {
            return Err(TableProblem::TooManyRows { most: ROWS_MOST });
        }
        records.push(record.clone());
    }
    let width = usual_width(&records);
    let start = records.iter().take(PREAMBLE_MOST).position(|record| record.len() == width);
    let before = records.get(..start.unwrap_or(0)).unwrap_or_default();
    // Lines before the header, such as LinkedIn's remarks, have one cell each.
    let start = if before.iter().all(|record| record.len() <= 1) { start.unwrap_or(0) } else { 0 };
    let mut rows = records.split_off(start.min(records.len()));
    let first = rows.first().ok_or(TableProblem::Empty)?;
    let header = if is_data(first) {
        vec![Box::from(""); first.len()]
    } else {
        rows.remove(0).iter().map(|name| name.trim().into()).collect()
    };
    if rows.len() > ROWS_MOST {
        return Err(TableProblem::TooManyRows { most: ROWS_MOST });
    }
    Ok(Table { delimiter: char::from(delimiter), header, rows })
}

/// Corrects the line on which a record begins: the reader says where it began to look, which may be at the
/// end of the line before or at blank lines.
fn place(text: &str, record: &mut StringRecord) {
    let Some(mut position) = record.position().cloned() else { return };
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let before = text.as_bytes().get(start..).unwrap_or_default().iter();
    let skipped = before.take_while(|byte| b"\r\n".contains(byte)).filter(|byte| **byte == b'\n');
    position.set_line(position.line() + skipped.count() as u64);
    record.set_position(Some(position));
}

/// How many lines may stand before the header.
const PREAMBLE_MOST: usize = 10;

fn decode(bytes: &[u8]) -> Result<&str, TableProblem> {
    let refuse = |byte, looks| Err(TableProblem::NotUtf8 { byte, looks });
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return refuse(0, Looks::Utf16);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return refuse(0, Looks::Archive);
    }
    if let Some(byte) = memchr::memchr(0, bytes) {
        // Every other byte of Western text in UTF-16 is zero.
        let start = bytes.get(..bytes.len().min(200)).unwrap_or_default();
        let zeros = memchr::memchr_iter(0, start).count();
        return refuse(byte, if zeros * 3 > start.len() { Looks::Utf16 } else { Looks::Binary });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => refuse(error.valid_up_to(), Looks::OlderEncoding),
    }
}

const DELIMITERS: [u8; 4] = *b",;\t|";

/// Excel lets a first line `sep=;` name the delimiter.
fn announced(text: &str) -> Option<(&str, u8)> {
    let (first, rest) = text.split_once('\n')?;
    match first.trim_end().strip_prefix("sep=")?.as_bytes() {
        [delimiter] if DELIMITERS.contains(delimiter) => Some((rest, *delimiter)),
        _ => None,
    }
}

/// The delimiter that cuts the most of the first rows into the same number of cells.
fn find_delimiter(text: &str) -> u8 {
    let score = |delimiter: u8| {
        let mut reader = reader(text, delimiter);
        let sample: Vec<_> = reader.records().map_while(Result::ok).take(100).collect();
        let width = usual_width(&sample);
        let alike = sample.iter().filter(|record| record.len() == width).count();
        if width > 1 { alike * 1_000 / sample.len().max(1) + width } else { 0 }
    };
    // On a draw, the first.
    DELIMITERS.into_iter().rev().max_by_key(|delimiter| score(*delimiter)).unwrap_or(b',')
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    // Quotes count only where the delimiter is followed by them at once, so space is trimmed later.
    ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .trim(Trim::None)
        .from_reader(text.as_bytes())
}

/// The number of cells that most of the first rows have.
fn usual_width(records: &[StringRecord]) -> usize {
    let mut counts = std::collections::BTreeMap::<usize, usize>::new();
    for record in records.iter().take(100) {
        *counts.entry(record.len()).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map_or(0, |(width, _)| width)
}

fn check(record: &StringRecord) -> Result<(), TableProblem> {
    let line = record.position().map_or(0, csv::Position::line);
    if record.len() > COLUMNS_MOST {
        return Err(TableProblem::TooManyColumns { line, most: COLUMNS_MOST });
    }
    let is_long = |cell: &str| cell.len() > CELL_MOST && cell.chars().count() > CELL_MOST;
    match record.iter().position(is_long) {
        Some(column) => Err(TableProblem::LongCell { line, column, most: CELL_MOST }),
        None => Ok(()),
    }
}

/// Whether a first row is no header: no column is called by an e-mail address.
fn is_data(record: &StringRecord) -> bool {
    record.iter().any(|cell| crate::domain::value::email::parse(cell).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, delimiter: char, expected: &[&[&str]]) {
        let table = read(text.as_bytes()).unwrap();
        assert_eq!(table.delimiter, delimiter);
        let rows = (0..table.rows())
            .map(|row| (0..table.width(row)).map(|column| table.cell(row, column)).collect());
        let header = table.header.iter().map(|name| &**name).collect();
        let read: Vec<Vec<&str>> = [header].into_iter().chain(rows).collect();
        assert_eq!(read, expected);
    }

    #[test]
    fn every_delimiter() {
        check("a,b\n1,2\n", ',', &[&["a", "b"], &["1", "2"]]);
        check("a;b\r\n1,5;2\r\n", ';', &[&["a", "b"], &["1,5", "2"]]);
        check("a\tb\n1\t2", '\t', &[&["a", "b"], &["1", "2"]]);
        check("a|b\n1|2", '|', &[&["a", "b"], &["1", "2"]]);
        check("sep=;\na;b,c\n", ';', &[&["a", "b,c"]]);
        check("name\nAda\n", ',', &[&["name"], &["Ada"]]);
    }

    #[test]
    fn a_delimiter_within_quotes_does_not_count() {
        check(
            "a,b\n\"1;2;3\",\"x\ny\"\n\"4;5;6\",z\n",
            ',',
            &[&["a", "b"], &["1;2;3", "x\ny"], &["4;5;6", "z"]],
        );
        check("a;b\n\"say \"\"hi\"\"\";2\n", ';', &[&["a", "b"], &["say \"hi\"", "2"]]);
    }

    #[test]
    fn ragged_rows_and_space_around() {
        check("a, b ,c\n 1 \n1,2,3,4\n", ',', &[&["a", "b", "c"], &["1"], &["1", "2", "3", "4"]]);
    }

    #[test]
    fn lines_are_those_of_the_file() {
        for text in ["a,b\n\n1,\"2\n3\"\n\n4,5\n", "a,b\r\n\r\n1,\"2\r\n3\"\r\n\r\n4,5\r\n"] {
            let table = read(text.as_bytes()).unwrap();
            assert_eq!((table.line(0), table.line(1)), (3, 6));
        }
    }

    #[test]
    fn remarks_before_the_header_are_passed_over() {
        check(
            "Notes:\n\"Some, text\"\n\nA,B\n1,2\n3,4\n",
            ',',
            &[&["A", "B"], &["1", "2"], &["3", "4"]],
        );
    }

    #[test]
    fn a_file_may_begin_with_data() {
        check(
            "ada@x.org,Ada\nbob@x.org,Bob\n",
            ',',
            &[&["", ""], &["ada@x.org", "Ada"], &["bob@x.org", "Bob"]],
        );
    }

    #[test]
    fn a_guard_against_formulas_is_taken_off() {
        check("a,b\n'=1+1,'tis\n", ',', &[&["a", "b"], &["=1+1", "'tis"]]);
    }

    #[test]
    fn what_is_no_table() {
        let problem = |bytes: &[u8]| read(bytes).unwrap_err();
        assert_eq!(problem(b""), TableProblem::Empty);
        assert_eq!(problem(b"\xff\xfea\0"), TableProblem::NotUtf8 { byte: 0, looks: Looks::Utf16 });
        assert_eq!(problem(b"a\0,\0b\0"), TableProblem::NotUtf8 { byte: 1, looks: Looks::Utf16 });
        assert_eq!(
            problem(b"PK\x03\x04zz"),
            TableProblem::NotUtf8 { byte: 0, looks: Looks::Archive }
        );
        assert_eq!(
            problem(b"a\xb3"),
            TableProblem::NotUtf8 { byte: 1, looks: Looks::OlderEncoding }
        );
        let wide = vec!["a"; 501].join(",");
        assert_eq!(problem(wide.as_bytes()), TableProblem::TooManyColumns { line: 1, most: 500 });
        let long = format!("a,b\n1,{}\n", "x".repeat(100_001));
        assert_eq!(
            problem(long.as_bytes()),
            TableProblem::LongCell { line: 2, column: 1, most: 100_000 }
        );
    }
}
