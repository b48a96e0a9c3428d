//! The cells of a sheet, in slices (ECMA-376 Part 1, 18.3.1 and 18.4).

use std::{borrow::Cow, mem, sync::Arc};

use quick_xml::events::BytesStart;

use super::{
    Problem, Progress,
    book::{Book, Sheet},
    cell::{self, Format},
    xml::{Node, Xml, attribute},
};
use crate::transfer::csv::{
    BYTES_MOST, CELL_MOST, COLUMNS_MOST, Cells, SAMPLE, Table, TableProblem,
};

/// How many nodes of XML a slice is: some milliseconds.
const SLICE: usize = 10_000;

/// A sheet on its way: first the texts that its cells name, then the cells.
pub(super) struct Reading {
    book: Arc<Book>,
    sheet: usize,
    strings: Strings,
    cells: Option<Rows>,
    xml: Option<Xml>,
    at: Place,
}

/// Texts one behind the other, and where each ends.
#[derive(Default)]
struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    fn get(&self, at: usize) -> Option<&str> {
        let start = match at.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.text.get(start..*self.ends.get(at)?)
    }
}

/// Where in the XML one is.
#[derive(Default)]
struct Place {
    /// The number of the row, from one.
    row: u64,
    /// The column of the cell, or of the one that comes next.
    column: usize,
    kind: Kind,
    format: Format,
    /// The text so far of a cell or a shared string.
    text: String,
    /// What one reads is its text.
    is_text: bool,
    /// How a text is pronounced is none of it.
    is_phonetic: bool,
}

/// What a cell holds (ECMA-376 Part 1, 18.18.11).
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    Text,
    /// The number of a text that is kept elsewhere.
    Shared,
    YesOrNo,
    Date,
    Error,
}

impl Kind {
    fn of(word: &str) -> Self {
        match word {
            "s" => Self::Shared,
            "b" => Self::YesOrNo,
            "d" => Self::Date,
            "e" => Self::Error,
            "str" | "inlineStr" => Self::Text,
            _ => Self::Number,
        }
    }
}

impl Place {
    /// Takes what stands within cells and shared strings.
    fn take(&mut self, node: &Node<'_>) -> Result<(), Problem> {
        match node {
            Node::Start(start) => match start.local_name().as_ref() {
                "v" | "t" => self.is_text = !self.is_phonetic,
                "rPh" => self.is_phonetic = true,
                _ => {}
            },
            Node::End(end) => match end.local_name().as_ref() {
                "v" | "t" => self.is_text = false,
                "rPh" => self.is_phonetic = false,
                _ => {}
            },
            Node::Text(text) if self.is_text => {
                self.text.push_str(text);
                // A character takes at most four bytes, or seven where its number is told.
                if self.text.len() > 7 * CELL_MOST {
                    return Err(self.long());
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn long(&self) -> Problem {
        let (line, column) = (self.row, self.column);
        Problem::Table(TableProblem::LongCell { line, column, most: CELL_MOST })
    }

    fn begin_cell(&mut self, start: &BytesStart<'_>, formats: &[Format]) -> Result<(), Problem> {
        if let Some(name) = attribute(start, "r") {
            let column = column(&name).ok_or(Problem::Damaged)?;
            if column < self.column {
                return Err(Problem::Damaged);
            }
            self.column = column;
        }
        self.kind = attribute(start, "t").map_or(Kind::Number, |kind| Kind::of(&kind));
        let style = attribute(start, "s").and_then(|style| style.parse::<usize>().ok());
        let format = formats.get(style.unwrap_or_default());
        self.format = format.copied().unwrap_or_default();
        self.text.clear();
        Ok(())
    }

    /// What the cell says.
    fn cell<'a>(&'a self, strings: &'a Strings, is_1904: bool) -> Result<Cow<'a, str>, Problem> {
        let text = &*self.text;
        if text.is_empty() {
            return Ok(text.into());
        }
        Ok(match self.kind {
            Kind::Number => cell::number(text, self.format, is_1904),
            Kind::Text => cell::unescaped(text),
            Kind::Shared => {
                let at = text.trim().parse().map_err(|_| Problem::Damaged)?;
                strings.get(at).ok_or(Problem::Damaged)?.into()
            }
            Kind::YesOrNo if ["1", "true"].contains(&text.trim()) => "yes".into(),
            Kind::YesOrNo => "no".into(),
            Kind::Date => cell::iso(text).into(),
            Kind::Error => "".into(),
        })
    }
}

/// The column of a cell by its name: 0 for `A12`, 26 for `AA1`.
fn column(name: &str) -> Option<usize> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    let column = letters.fold(0, |column, letter| {
        column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    column.checked_sub(1)
}

impl Reading {
    pub(super) fn new(book: Arc<Book>, sheet: usize) -> Result<Self, Problem> {
        let xml = book.strings()?;
        let mut reading = Self {
            book,
            sheet,
            strings: Strings::default(),
            cells: None,
            xml,
            at: Place::default(),
        };
        if reading.xml.is_none() {
            reading.begin_cells()?;
        }
        Ok(reading)
    }

    fn begin_cells(&mut self) -> Result<(), Problem> {
        let sheet = self.book.sheets.get(self.sheet).ok_or(Problem::Damaged)?;
        self.xml = Some(self.book.sheet(sheet)?);
        self.at = Place::default();
        self.cells = Some(Rows::default());
        Ok(())
    }

    /// Reads some more.
    pub(super) fn go_on(&mut self) -> Result<Progress, Problem> {
        for _ in 0..SLICE {
            let Some(xml) = &mut self.xml else { return Err(Problem::Damaged) };
            let node = xml.next()?;
            if let Some(rows) = &mut self.cells {
                if matches!(node, Node::Over) {
                    return Ok(Progress::Table(rows.finish()?));
                }
                take_cell(&mut self.at, &node, &self.book, &self.strings, rows)?;
            } else if matches!(node, Node::Over) {
                self.begin_cells()?;
            } else {
                take_string(&mut self.at, &node, &mut self.strings)?;
            }
        }
        Ok(Progress::Percent(self.percent()))
    }

    /// The texts are taken for half of it.
    fn percent(&self) -> usize {
        let (done, of) = self.xml.as_ref().map_or((0, 1), Xml::progress);
        let half = usize::try_from(done * 50 / of.max(1)).unwrap_or_default();
        if self.cells.is_some() { 50 + half } else { half }
    }
}

fn take_string(at: &mut Place, node: &Node<'_>, strings: &mut Strings) -> Result<(), Problem> {
    match node {
        Node::Start(start) if start.local_name().as_ref() == "si" => at.text.clear(),
        Node::End(end) if end.local_name().as_ref() == "si" => {
            strings.text.push_str(&cell::unescaped(&at.text));
            strings.ends.push(strings.text.len());
            if strings.text.len() > BYTES_MOST {
                return Err(Problem::TooLarge);
            }
        }
        node => at.take(node)?,
    }
    Ok(())
}

fn take_cell(
    at: &mut Place,
    node: &Node<'_>,
    book: &Book,
    strings: &Strings,
    rows: &mut Rows,
) -> Result<(), Problem> {
    match node {
        Node::Start(start) => match start.local_name().as_ref() {
            "row" => {
                let told = attribute(start, "r").and_then(|row| row.parse::<u32>().ok());
                at.row = told.map_or(at.row + 1, u64::from);
                at.column = 0;
            }
            "c" => at.begin_cell(start, &book.formats)?,
            _ => at.take(node)?,
        },
        Node::End(end) => match end.local_name().as_ref() {
            "c" => {
                let cell = at.cell(strings, book.is_1904)?;
                if !cell.trim().is_empty() {
                    if cell.len() > CELL_MOST && cell.chars().count() > CELL_MOST {
                        return Err(at.long());
                    }
                    rows.put(at.row, at.column, &cell)?;
                }
                at.text.clear();
                at.column += 1;
            }
            "row" => rows.end()?,
            _ => at.take(node)?,
        },
        node => at.take(node)?,
    }
    Ok(())
}

/// Rows as they come, without those that are empty.
///
/// Cells that are empty do not stand in a workbook, so the width of a row does not tell what the table looks
/// like. Of the first rows, therefore, those before the first with two texts are taken for remarks and are of
/// one cell; the others are filled up until they are alike. Then the header is found as in any table.
#[derive(Default)]
struct Rows {
    cells: Cells,
    first: Vec<Row>,
    is_begun: bool,
    row: Row,
}

#[derive(Default)]
struct Row {
    line: u64,
    cells: Vec<(usize, Box<str>)>,
}

impl Rows {
    fn put(&mut self, line: u64, column: usize, cell: &str) -> Result<(), Problem> {
        if column >= COLUMNS_MOST {
            let problem = TableProblem::TooManyColumns { line, most: COLUMNS_MOST };
            return Err(Problem::Table(problem));
        }
        self.row.line = line;
        self.row.cells.push((column, cell.into()));
        Ok(())
    }

    fn end(&mut self) -> Result<(), Problem> {
        let row = mem::take(&mut self.row);
        if row.cells.is_empty() {
            return Ok(());
        }
        if self.is_begun {
            return self.write(&row, 0);
        }
        self.first.push(row);
        if self.first.len() == SAMPLE { self.begin() } else { Ok(()) }
    }

    fn begin(&mut self) -> Result<(), Problem> {
        self.is_begun = true;
        let first = mem::take(&mut self.first);
        let is_table = |row: &Row| row.cells.len() > 1;
        let remarks = first.iter().position(is_table).unwrap_or_default();
        let widths = first.iter().filter_map(|row| row.cells.last()).map(|(column, _)| column + 1);
        let width = widths.max().unwrap_or_default();
        for (at, mut row) in first.into_iter().enumerate() {
            if at < remarks {
                row.cells.iter_mut().for_each(|(column, _)| *column = 0);
            }
            self.write(&row, if at < remarks { 0 } else { width })?;
        }
        Ok(())
    }

    fn write(&mut self, row: &Row, width: usize) -> Result<(), Problem> {
        self.cells.begin(row.line).map_err(Problem::Table)?;
        let mut next = 0;
        for (column, cell) in &row.cells {
            (next..*column).for_each(|_| self.cells.push(b""));
            self.cells.push(cell.as_bytes());
            next = column + 1;
        }
        (next..width).for_each(|_| self.cells.push(b""));
        if self.cells.bytes() > 2 * BYTES_MOST { Err(Problem::TooLarge) } else { Ok(()) }
    }

    fn finish(&mut self) -> Result<Table, Problem> {
        self.end()?;
        self.begin()?;
        // Numbers have a point before their decimals, as where commas part the cells.
        mem::take(&mut self.cells).finish(',').map_err(Problem::Table)
    }
}

/// How much of a sheet is looked at for a text, in bytes; one with so much of something else counts as filled.
const LOOK: u64 = 64 * 1024;

/// Whether there is anything in a sheet.
pub(super) fn is_filled(book: &Book, sheet: &Sheet) -> Result<bool, Problem> {
    let mut xml = book.sheet(sheet)?;
    let mut at = Place::default();
    while xml.progress().0 <= LOOK {
        let node = xml.next()?;
        at.take(&node)?;
        match node {
            Node::Over => return Ok(false),
            Node::Text(text) if at.is_text && !text.trim().is_empty() => return Ok(true),
            _ => {}
        }
    }
    Ok(true)
}
