//! From text to a table: delimiter, quotes, header. Where the header is, is told here for all tables.

use std::{collections::BTreeMap, io::Cursor, ops::Range};

use csv::{ByteRecord, ReaderBuilder, Trim};

use crate::domain::field::check;

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
    /// What parts the cells; a comma where nothing does.
    pub delimiter: char,
    /// Names of the columns; empty names where the file begins with data.
    pub header: Vec<Box<str>>,
    /// The text of all cells, one behind the other, and where each ends.
    text: String,
    ends: Vec<u32>,
    /// Of each row the number of its first cell and the line on which it begins, and of what would
    /// be the next row.
    starts: Vec<(u32, u64)>,
}

impl Table {
    pub fn rows(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The text of a cell without the space around it; empty where the row is too short.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.raw(row, column).map_or("", |cell| unguarded(check::trim(cell)))
    }

    fn raw(&self, row: usize, column: usize) -> Option<&str> {
        let cells = self.cells(row)?;
        let cell = cells.start + column;
        let start = match cell.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        let end = *self.ends.get(cell).filter(|_| cell < cells.end)?;
        self.text.get(start as usize..end as usize)
    }

    /// How many cells a row has.
    pub fn width(&self, row: usize) -> usize {
        self.cells(row).map_or(0, |cells| cells.len())
    }

    /// The line of the file on which a row begins, from one.
    pub fn line(&self, row: usize) -> u64 {
        self.starts.get(row).map_or(0, |(_, line)| *line)
    }

    fn cells(&self, row: usize) -> Option<Range<usize>> {
        let (start, _) = self.starts.get(row)?;
        let (end, _) = self.starts.get(row + 1)?;
        Some(*start as usize..*end as usize)
    }
}

/// What a formula begins with. Spreadsheets of East Asia take the wide forms as well.
pub(super) const FORMULA_SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Without the apostrophe that spreadsheets and our own export put before what would run as a formula.
fn unguarded(cell: &str) -> &str {
    // As bytes, since decoding takes longer than looking.
    if cell.as_bytes().first() != Some(&b'\'') {
        return cell;
    }
    let is_guard = |rest: &&str| rest.trim_start_matches('\'').starts_with(FORMULA_SIGNS);
    cell.strip_prefix('\'').filter(is_guard).unwrap_or(cell)
}

/// Why a file cannot be read as a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableProblem {
    TooLarge {
        most: usize,
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

/// A table on its way, in slices.
pub struct Reading {
    reader: csv::Reader<Cursor<String>>,
    /// Where the rows begin in the text: behind a line that names the delimiter.
    start: usize,
    delimiter: u8,
    record: ByteRecord,
    cells: Cells,
}

/// The cells of a table that is being read, row by row. See [`Table`].
#[derive(Default)]
pub struct Cells {
    text: Vec<u8>,
    ends: Vec<u32>,
    starts: Vec<(u32, u64)>,
}

/// How many of the first rows tell how wide the table is.
pub const SAMPLE: usize = 100;

/// How many rows a slice is: some milliseconds.
const SLICE: usize = 2_000;

/// Reads text whole, see [`Reading`].
pub fn read(text: String, delimiter: Option<char>) -> Result<Table, TableProblem> {
    let mut reading = Reading::new(text, delimiter)?;
    while reading.go_on()?.is_some() {}
    reading.finish()
}

impl Reading {
    /// Where no delimiter is chosen, it is found by trying; quotes are as in RFC 4180.
    pub fn new(text: String, delimiter: Option<char>) -> Result<Self, TableProblem> {
        if text.len() > BYTES_MOST {
            return Err(TableProblem::TooLarge { most: BYTES_MOST });
        }
        let chosen = delimiter.and_then(|delimiter| u8::try_from(delimiter).ok());
        let (start, delimiter) = match (chosen, announced(&text)) {
            (Some(chosen), found) => (found.map_or(0, |(start, _)| start), chosen),
            (None, Some(found)) => found,
            (None, None) => (0, find_delimiter(&text)),
        };
        // Quotes are taken off, so the cells are never longer than the file.
        let cells = Cells { text: Vec::with_capacity(text.len()), ..Cells::default() };
        let mut text = Cursor::new(text);
        text.set_position(start as u64);
        let reader = builder(delimiter).from_reader(text);
        let record = ByteRecord::new();
        Ok(Self { reader, start, delimiter, record, cells })
    }

    /// Reads some more rows. Says how many bytes are read, `None` when it is all.
    pub fn go_on(&mut self) -> Result<Option<u64>, TableProblem> {
        for _ in 0..SLICE {
            if !self.reader.read_byte_record(&mut self.record).unwrap_or(false) {
                return Ok(None);
            }
            let text = self.reader.get_ref().get_ref();
            let text = text.get(self.start..).unwrap_or_default();
            let line = line_of(text, &self.record) + u64::from(self.start > 0);
            fits(&self.record, line)?;
            self.cells.begin(line)?;
            self.cells.push_all(&self.record);
        }
        Ok(Some(self.reader.position().byte()))
    }

    pub fn finish(self) -> Result<Table, TableProblem> {
        self.cells.finish(char::from(self.delimiter))
    }
}

impl Cells {
    /// Begins a row, which stands on this line of the file.
    pub fn begin(&mut self, line: u64) -> Result<(), TableProblem> {
        if self.starts.len() > ROWS_MOST + PREAMBLE_MOST {
            return Err(TableProblem::TooManyRows { most: ROWS_MOST });
        }
        self.starts.push((position(self.ends.len()), line));
        Ok(())
    }

    /// The next cell of the row, which is UTF-8. In all there may be 4 GiB of them.
    pub fn push(&mut self, cell: &[u8]) {
        self.text.extend_from_slice(cell);
        self.ends.push(position(self.text.len()));
    }

    /// All cells of the row, whose text lies in one piece.
    fn push_all(&mut self, record: &ByteRecord) {
        let mut end = self.text.len();
        self.text.extend_from_slice(record.as_slice());
        self.ends.extend(record.iter().map(|cell| {
            end += cell.len();
            position(end)
        }));
    }

    /// How much memory they take, in bytes.
    pub fn bytes(&self) -> usize {
        self.text.len() + size_of::<u32>() * self.ends.len()
    }

    /// Finds the header.
    pub fn finish(mut self, delimiter: char) -> Result<Table, TableProblem> {
        self.starts.push((position(self.ends.len()), 0));
        let mut table = Table {
            delimiter,
            header: Vec::new(),
            // The cells of text, cut at signs of ASCII, are text.
            text: String::from_utf8(self.text).unwrap_or_default(),
            ends: self.ends,
            starts: self.starts,
        };
        let widths = || (0..table.rows()).map(|row| table.width(row));
        let width = usual_width(widths());
        let start = widths().take(PREAMBLE_MOST).position(|other| other == width).unwrap_or(0);
        // Lines before the header, such as LinkedIn's remarks, have one cell each.
        let start = if widths().take(start).all(|width| width <= 1) { start } else { 0 };
        if table.rows() == 0 {
            return Err(TableProblem::Empty);
        }
        let first = || (0..table.width(start)).map(|column| table.raw(start, column).unwrap_or(""));
        let is_data = first().any(is_address);
        let header =
            first().map(|name| if is_data { "".into() } else { name.trim().into() }).collect();
        table.starts.drain(..start + usize::from(!is_data));
        if table.rows() > ROWS_MOST {
            return Err(TableProblem::TooManyRows { most: ROWS_MOST });
        }
        Ok(Table { header, ..table })
    }
}

/// A place among the cells of a file, which has at most [`BYTES_MOST`].
fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The line on which a record begins: the reader says where it began to look, which may be at the end of
/// the line before or at blank lines.
fn line_of(text: &str, record: &ByteRecord) -> u64 {
    let Some(position) = record.position() else { return 0 };
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let before = text.as_bytes().get(start..).unwrap_or_default().iter();
    let skipped = before.take_while(|byte| b"\r\n".contains(byte)).filter(|byte| **byte == b'\n');
    position.line() + skipped.count() as u64
}

/// How many lines may stand before the header.
const PREAMBLE_MOST: usize = 10;

/// What may stand between cells.
pub const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// Excel lets a first line `sep=;` name the delimiter. Returns where the rest begins, too.
fn announced(text: &str) -> Option<(usize, u8)> {
    let (first, _) = text.split_once('\n')?;
    match first.trim_end().strip_prefix("sep=")?.as_bytes() {
        [delimiter] if DELIMITERS.contains(&char::from(*delimiter)) => {
            Some((first.len() + 1, *delimiter))
        }
        _ => None,
    }
}

/// The delimiter that cuts the most of the first rows into the same number of cells.
fn find_delimiter(text: &str) -> u8 {
    let score = |delimiter: u8| {
        let mut reader = builder(delimiter).from_reader(text.as_bytes());
        let records = reader.byte_records().map_while(Result::ok);
        let sample: Vec<_> = records.take(SAMPLE).map(|record| record.len()).collect();
        let width = usual_width(sample.iter().copied());
        let alike = sample.iter().filter(|other| **other == width).count();
        if width > 1 { alike * 1_000 / sample.len().max(1) + width } else { 0 }
    };
    // On a draw, the first.
    let all = DELIMITERS.into_iter().rev().filter_map(|delimiter| u8::try_from(delimiter).ok());
    all.max_by_key(|delimiter| score(*delimiter)).unwrap_or(b',')
}

fn builder(delimiter: u8) -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    // Quotes count only where the delimiter is followed by them at once, so space is trimmed later.
    builder.delimiter(delimiter).flexible(true).has_headers(false).trim(Trim::None);
    builder
}

/// The number of cells that most of the first rows have.
fn usual_width(widths: impl Iterator<Item = usize>) -> usize {
    let mut counts = BTreeMap::<usize, usize>::new();
    for width in widths.take(SAMPLE) {
        *counts.entry(width).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map_or(0, |(width, _)| width)
}

fn fits(record: &ByteRecord, line: u64) -> Result<(), TableProblem> {
    if record.len() > COLUMNS_MOST {
        return Err(TableProblem::TooManyColumns { line, most: COLUMNS_MOST });
    }
    if record.as_slice().len() <= CELL_MOST {
        return Ok(());
    }
    // Every byte but those that continue a character.
    let characters = |cell: &[u8]| cell.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
    match record.iter().position(|cell| characters(cell) > CELL_MOST) {
        Some(column) => Err(TableProblem::LongCell { line, column, most: CELL_MOST }),
        None => Ok(()),
    }
}

/// No column is called by an e-mail address, so a row that has one is no header.
fn is_address(cell: &str) -> bool {
    crate::domain::value::email::parse(cell).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, delimiter: char, expected: &[&[&str]]) {
        let table = read(text.into(), None).unwrap();
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
            let table = read(text.into(), None).unwrap();
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
        // A guard before an apostrophe that belongs to the text.
        check("a,b\n''=1,''s\n", ',', &[&["a", "b"], &["'=1", "''s"]]);
    }

    #[test]
    fn what_is_no_table() {
        let problem = |text: &str| read(text.into(), None).unwrap_err();
        assert_eq!(problem(""), TableProblem::Empty);
        let wide = vec!["a"; 501].join(",");
        assert_eq!(problem(&wide), TableProblem::TooManyColumns { line: 1, most: 500 });
        let long = format!("a,b\n1,{}\n", "x".repeat(100_001));
        assert_eq!(problem(&long), TableProblem::LongCell { line: 2, column: 1, most: 100_000 });
    }
}
