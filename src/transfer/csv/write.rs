//! From records to the bytes of a table.
//!
//! **The names of columns** are English whatever the person's language is, so that [`guess`](super::guess())
//! finds every column's field again, for whoever opens the file; lists have the names that Google Contacts
//! gives them (`E-mail 1 - Label`, `Address 1 - City`), which other address books know, too. Fields of one's own
//! stand under their labels, where no other column is called so. Columns that nobody can bring in again, such as
//! an age, say so in their name and are passed over by our own import.
//!
//! **Cells** hold what our import reads: words of choices, names of what is pointed to, days as ISO 8601 has them,
//! moments in UTC. Days before the year 1600 do not come back: such years are taken for those of another calendar.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use serde::{Deserialize, Serialize};

use super::{
    guess::by_name,
    mapping::{Target, takes_cells},
    table::FORMULA_SIGNS,
};
use crate::{
    domain::{
        book::Book,
        field::{self, Field, Kind, check, derived, keys},
        id::RecordType,
        key::Key,
        record::Record,
        table::Slot,
        value::{Value, address::Address, email, number::Number},
    },
    transfer::{
        Pieces,
        incoming::key_name,
        mask::{Mask, blur},
        pieces,
    },
};

/// A field that goes out. [`keys::DISPLAY_NAME`] stands for the parts of the name, as far as any are filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outgoing {
    #[serde(rename = "field", with = "key_name")]
    pub key: Key,
    #[serde(default, skip_serializing_if = "Mask::is_open")]
    pub mask: Mask,
}

/// Which program is to open the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// UTF-8 with a mark, without which Excel takes it for something older. Where numbers have a decimal comma,
    /// Excel parts cells by semicolons.
    Excel { has_decimal_comma: bool },
    /// UTF-8 with commas.
    LibreOffice,
    /// As RFC 4180 has it, and every cell as it is. Text that begins with an apostrophe before a sign of a formula
    /// loses it when it comes back, since ours cannot tell it from a guard.
    Plain,
}

impl Preset {
    fn delimiter(self) -> u8 {
        if self.has_decimal_comma() { b';' } else { b',' }
    }

    fn has_decimal_comma(self) -> bool {
        self == Self::Excel { has_decimal_comma: true }
    }
}

/// Writes the records at these slots, each on a row, in pieces.
pub fn write(
    book: &Book,
    on: RecordType,
    slots: Vec<Slot>,
    columns: Vec<Outgoing>,
    preset: Preset,
) -> impl Iterator<Item = Vec<u8>> {
    pieces(Writing::new(on, slots, columns, preset), book)
}

/// A table in the making. It does not hold the book, so that others may read and change it between pieces.
#[derive(Debug)]
pub struct Writing {
    on: RecordType,
    slots: Vec<Slot>,
    columns: Vec<Outgoing>,
    preset: Preset,
    widths: Widths,
    /// One for each column of the table, once all records are measured.
    cells: Option<Vec<(Cell, Mask)>>,
    /// The next record to measure or write.
    at: usize,
}

/// How many records are measured at a time, and how many bytes make a piece.
const MEASURED: usize = 1_000;
const PIECE: usize = 32 * 1024;

/// How many values of a list have columns of their own; the last of these holds the others, too. A table that we
/// read has at most [`super::COLUMNS_MOST`]. Of addresses there are never more than this.
const LISTED_MOST: usize = 25;

const LISTS: [(Key, &str); 3] =
    [(keys::EMAILS, "E-mail"), (keys::PHONES, "Phone"), (keys::LINKS, "Website")];

/// What stands between several values in one cell, which no value of these lists can hold.
const BETWEEN: &str = " ::: ";

const NAMES: [Key; 4] = [keys::GIVEN, keys::MIDDLE, keys::FAMILY, keys::NICKNAME];

/// How many values the lists have at most, and which parts of a name are filled.
#[derive(Debug, Default)]
struct Widths {
    lists: [usize; LISTS.len()],
    /// Whether any value has a label.
    labels: [bool; LISTS.len()],
    addresses: usize,
    names: [bool; NAMES.len()],
}

/// What a column of the table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cell {
    Field(Key),
    /// Of the nth value of one of the [`LISTS`].
    Label(usize, usize),
    Value(usize, usize),
    /// Of the nth address.
    Place(usize, Piece),
}

/// A part of an address, with the name of its column.
type Piece = (&'static str, fn(&Address) -> &str);

const PLACES: [Piece; 6] = [
    ("Label", |address| &address.label),
    ("Street", |address| &address.street),
    ("City", |address| &address.city),
    ("Region", |address| &address.region),
    ("Postal Code", |address| &address.postcode),
    ("Country", |address| &address.country),
];

impl Writing {
    pub fn new(on: RecordType, slots: Vec<Slot>, columns: Vec<Outgoing>, preset: Preset) -> Self {
        Self { on, slots, columns, preset, widths: Widths::default(), cells: None, at: 0 }
    }

    fn cells(&self) -> Vec<(Cell, Mask)> {
        let is_asked = |key| self.columns.iter().any(|column| column.key == key);
        let mut cells = Vec::new();
        for Outgoing { key, mask } in self.columns.iter().copied() {
            let mut add = |cell| cells.push((cell, mask));
            if let Some(list) = LISTS.iter().position(|(of, _)| *of == key) {
                let has_labels = self.widths.labels.get(list) == Some(&true);
                let count = self.widths.lists.get(list).copied().unwrap_or_default();
                for nth in 0..count.clamp(1, LISTED_MOST) {
                    if has_labels {
                        add(Cell::Label(list, nth));
                    }
                    add(Cell::Value(list, nth));
                }
            } else if key == keys::ADDRESSES {
                for nth in 0..self.widths.addresses.clamp(1, LISTED_MOST) {
                    for place in PLACES {
                        add(Cell::Place(nth, place));
                    }
                }
            } else if key == keys::DISPLAY_NAME && self.on == RecordType::Person {
                let filled = NAMES.into_iter().zip(self.widths.names);
                let filled = filled.filter(|(part, is_filled)| *is_filled && !is_asked(*part));
                filled.for_each(|(part, _)| add(Cell::Field(part)));
            } else if key == keys::DISPLAY_NAME {
                if !is_asked(keys::NAME) {
                    add(Cell::Field(keys::NAME));
                }
            } else {
                add(Cell::Field(key));
            }
        }
        cells
    }

    fn head(&self, book: &Book, cells: &[(Cell, Mask)]) -> Vec<u8> {
        let mut to = writer(self.preset, cells.len());
        let names: Vec<String> =
            cells.iter().map(|(cell, _)| header(book, self.on, *cell)).collect();
        put(&mut to, &names);
        let mut piece = to.into_inner().unwrap_or_default();
        if matches!(self.preset, Preset::Excel { .. }) {
            piece.splice(..0, *b"\xef\xbb\xbf");
        }
        piece
    }

    fn text(&self, book: &Book, record: &Record, cell: Cell, mask: Mask) -> String {
        let seen = |kind, text: &str| match mask {
            Mask::Open => text.to_owned(),
            Mask::Blurred => blur(kind, text),
        };
        let text = match cell {
            Cell::Label(list, nth) => {
                labelled(record, list).get(nth).map_or("", |item| &item.label).to_owned()
            }
            Cell::Value(list, nth) => {
                let kind = LISTS.get(list).and_then(|(key, _)| key.field()).map(|it| it.kind);
                let most = if nth + 1 == LISTED_MOST { usize::MAX } else { 1 };
                let items = labelled(record, list).iter().skip(nth).take(most);
                let values = items.map(|item| seen(kind.unwrap_or(Kind::Text), &item.value));
                values.collect::<Vec<_>>().join(BETWEEN)
            }
            Cell::Place(nth, (name, part)) => match record.addresses(keys::ADDRESSES).get(nth) {
                Some(address) if name == "Label" || part(address).is_empty() => {
                    part(address).to_owned()
                }
                Some(address) => seen(Kind::Addresses, part(address)),
                None => String::new(),
            },
            Cell::Field(key) => match (book.field(key), field::read(book, record, key)) {
                (Some(field), Some(value)) => seen(field.kind, &self.value(book, field, &value)),
                _ => String::new(),
            },
        };
        if self.preset != Preset::Plain && is_formula(&text) { format!("'{text}") } else { text }
    }

    /// A value as [`check::parse`] reads it, records by their names.
    fn value(&self, book: &Book, field: &'static Field, value: &Value) -> String {
        let comma = |number: Number| {
            let number = number.to_string();
            if self.preset.has_decimal_comma() { number.replace('.', ",") } else { number }
        };
        let name = |id| {
            let record = book.get(field.points_to()?, id)?;
            derived::name_of(record)
        };
        match value {
            Value::Text(word) if matches!(field.kind, Kind::Choice(_)) => {
                called(field, value, [word.as_ref()].into_iter())
            }
            Value::Words(words) => called(field, value, words.iter().map(AsRef::as_ref)),
            Value::Text(text) => text.as_ref().to_owned(),
            Value::Number(number) if field.kind == Kind::Percent => format!("{}%", comma(*number)),
            Value::Number(number) => comma(*number),
            Value::Money(amount, currency) => format!("{} {}", comma(*amount), currency.code()),
            Value::Flag(flag) => (if *flag { check::YES } else { check::NO }).to_owned(),
            Value::Day(day) => day.to_string(),
            Value::Time(time) => format!("{}Z", time.on_clock(0)),
            Value::Link(id) => name(**id).unwrap_or_default(),
            Value::Links(ids) => {
                ids.iter().filter_map(|id| name(*id)).collect::<Vec<_>>().join("; ")
            }
            // What does not suit its field cannot be read back, and the others have columns of their own.
            Value::Unknown(_)
            | Value::Labelled(_)
            | Value::Addresses(_)
            | Value::Entries(_)
            | Value::Options(_) => String::new(),
        }
    }
}

impl Pieces for Writing {
    fn next(&mut self, book: &Book) -> Option<Vec<u8>> {
        let table = book.table(self.on);
        // It is not known yet which columns there are.
        let Some(cells) = &self.cells else {
            let records = self.slots.iter().skip(self.at).take(MEASURED);
            for record in records.filter_map(|slot| table.at(*slot)) {
                self.widths.take(record);
            }
            self.at += MEASURED;
            if self.at < self.slots.len() {
                return Some(Vec::new());
            }
            self.at = 0;
            let cells = self.cells();
            let piece = self.head(book, &cells);
            self.cells = Some(cells);
            return Some(piece);
        };
        if self.at >= self.slots.len() {
            return None;
        }
        let mut to = writer(self.preset, cells.len());
        let mut written = 0;
        while written < PIECE
            && let Some(slot) = self.slots.get(self.at)
        {
            self.at += 1;
            // What was deleted meanwhile has no row.
            let Some(record) = table.at(*slot) else { continue };
            let row: Vec<String> =
                cells.iter().map(|(cell, mask)| self.text(book, record, *cell, *mask)).collect();
            written += row.iter().map(String::len).sum::<usize>() + row.len();
            put(&mut to, &row);
        }
        Some(to.into_inner().unwrap_or_default())
    }

    fn progress(&self) -> (usize, usize) {
        let measured = if self.cells.is_some() { self.slots.len() } else { 0 };
        // Writing takes much longer than measuring.
        ((measured + self.at * 9).min(self.slots.len() * 10), self.slots.len() * 10)
    }
}

impl Widths {
    fn take(&mut self, record: &Record) {
        for (list, (width, has_labels)) in self.lists.iter_mut().zip(&mut self.labels).enumerate() {
            let items = labelled(record, list);
            *width = (*width).max(items.len());
            *has_labels |= items.iter().any(|item| !item.label.is_empty());
        }
        self.addresses = self.addresses.max(record.addresses(keys::ADDRESSES).len());
        for (key, is_filled) in NAMES.into_iter().zip(&mut self.names) {
            *is_filled |= record.get(key).is_some();
        }
    }
}

fn labelled(record: &Record, list: usize) -> &[crate::domain::value::labelled::Labelled] {
    LISTS.get(list).map_or(&[], |(key, _)| record.labelled(*key))
}

/// Choices by their labels, where these are read as the same choices, or else by their words.
fn called<'a>(
    field: &'static Field,
    value: &Value,
    words: impl Iterator<Item = &'a str> + Clone,
) -> String {
    let label = |word: &'a str| field.meant(word).map_or(word, |choice| &choice.label).to_owned();
    let labels = words.clone().map(label).collect::<Vec<_>>().join("; ");
    match check::parse(field, &labels) {
        Ok(Some(read)) if read == *value => labels,
        _ => words.collect::<Vec<_>>().join("; "),
    }
}

/// What a column is called: the first name that our import understands.
fn header(book: &Book, on: RecordType, cell: Cell) -> String {
    let key = match cell {
        Cell::Label(list, nth) => return numbered(list, nth, "Label"),
        Cell::Value(list, nth) => return numbered(list, nth, "Value"),
        Cell::Place(nth, (name, _)) => return format!("Address {} - {name}", nth + 1),
        Cell::Field(key) => key,
    };
    let field = book.field(key);
    let called = match field.and_then(|field| field.own.as_ref()) {
        Some(own) => own.label.to_string(),
        None => match key {
            keys::GIVEN => "First name".to_owned(),
            keys::MIDDLE => "Middle name".to_owned(),
            keys::FAMILY => "Last name".to_owned(),
            keys::NAME => "Name of the organization".to_owned(),
            key => capital(&key.name().replace('-', " ")),
        },
    };
    let target = match key {
        keys::ORGANIZATION => Target::Organization,
        keys::TAGS => Target::Tags,
        key if field.is_some_and(takes_cells) => Target::Field(key),
        _ => return format!("{called} (read only)"),
    };
    // A delimiter in a name could be taken for the table's, and with an address a row is no header.
    let is_fit = |name: &String| {
        !name.contains([',', ';', '\t', '|'])
            && email::parse(name).is_none()
            && !is_formula(name)
            && by_name(name, on) == Some(target.clone())
    };
    if is_fit(&called) {
        called
    } else if key.is_built_in() {
        format!("{called} (built-in)")
    } else {
        key.name().to_owned()
    }
}

fn numbered(list: usize, nth: usize, what: &str) -> String {
    let name = LISTS.get(list).map_or("", |(_, name)| name);
    format!("{name} {} - {what}", nth + 1)
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Whether a spreadsheet would run it, and whatever would come back as something else than it is
/// ([`super::table`] takes guards off). Numbers below zero are none.
pub(super) fn is_formula(cell: &str) -> bool {
    let is_sign = cell.trim_start_matches('\'').starts_with(FORMULA_SIGNS);
    is_sign && Number::parse(&cell.trim_end_matches('%').replacen(',', ".", 1)).is_none()
}

fn writer(preset: Preset, columns: usize) -> csv::Writer<Vec<u8>> {
    // Of a single column, nothing but its quotes could tell the delimiter.
    let quotes = if columns == 1 { QuoteStyle::Always } else { QuoteStyle::Necessary };
    WriterBuilder::new()
        .delimiter(preset.delimiter())
        .terminator(Terminator::CRLF)
        .quote_style(quotes)
        .from_writer(Vec::with_capacity(PIECE + PIECE / 4))
}

fn put(to: &mut csv::Writer<Vec<u8>>, row: &[String]) {
    let written = to.write_record(row);
    debug_assert!(written.is_ok(), "memory takes all that is written, and rows are of one length");
}
