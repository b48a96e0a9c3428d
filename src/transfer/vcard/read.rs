//! From text to cards, within bounds.

use rustc_hash::FxHashMap;

use super::{
    card,
    content::{Line, Lines},
};
use crate::transfer::incoming::{Row, Rows};

/// Most bytes of a file.
pub const BYTES_MOST: usize = 200 * 1024 * 1024;
/// Most cards.
pub const CARDS_MOST: usize = 1_000_000;
/// Most levels of cards within cards, as `AGENT` has them.
pub const DEPTH_MOST: usize = 8;
/// Most different names of properties.
pub const NAMES_MOST: usize = 500;
/// Most properties of a card.
pub const PROPERTIES_MOST: usize = 1_000;
/// Most bytes of a value that is no embedded file.
pub const VALUE_MOST: usize = 400_000;

/// Why a file cannot be read as cards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VcardProblem {
    TooLarge {
        most: usize,
    },
    /// No card begins anywhere.
    Empty,
    TooManyCards {
        most: usize,
    },
    TooDeep {
        line: u64,
        most: usize,
    },
    TooManyNames {
        most: usize,
    },
    /// The card that begins on this line.
    TooManyProperties {
        line: u64,
        most: usize,
    },
    LongValue {
        line: u64,
        most: usize,
    },
}

/// Whether a file begins as one of cards does.
pub fn is_vcard(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    bytes.get(..11).is_some_and(|start| start.eq_ignore_ascii_case(b"BEGIN:VCARD"))
}

/// The names of properties by position.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub headers: Vec<Box<str>>,
    positions: FxHashMap<Box<str>, usize>,
}

impl Names {
    fn learn(&mut self, name: &str) {
        if !self.positions.contains_key(name) {
            self.positions.insert(name.into(), self.headers.len());
            self.headers.push(name.into());
        }
    }

    pub(super) fn position(&self, name: &str) -> usize {
        self.positions.get(name).copied().unwrap_or_default()
    }
}

/// A card whose end is still to come.
struct Open {
    line: u64,
    properties: Vec<Line>,
}

/// Reads a file. Its cards are rows in the order in which they begin.
pub fn read(text: &str) -> Result<Rows, VcardProblem> {
    if text.len() > BYTES_MOST {
        return Err(VcardProblem::TooLarge { most: BYTES_MOST });
    }
    let mut names = Names::default();
    let mut rows: Vec<Row> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    for line in Lines::of(text) {
        let is_card = line.value.lines().next().unwrap_or_default().trim();
        let is_card = is_card.eq_ignore_ascii_case("VCARD");
        match &*line.name {
            "BEGIN" if is_card => {
                if open.len() == DEPTH_MOST {
                    return Err(VcardProblem::TooDeep { line: line.number, most: DEPTH_MOST });
                }
                if rows.len() + open.len() == CARDS_MOST {
                    return Err(VcardProblem::TooManyCards { most: CARDS_MOST });
                }
                open.push(Open { line: line.number, properties: Vec::new() });
            }
            "END" if is_card => {
                rows.extend(open.pop().map(|card| finish(card, &names, true)));
            }
            _ => {
                let Some(card) = open.last_mut() else { continue };
                if line.value.len() > VALUE_MOST && !card::is_embedded(&line) {
                    return Err(VcardProblem::LongValue { line: line.number, most: VALUE_MOST });
                }
                if card.properties.len() == PROPERTIES_MOST {
                    let (line, most) = (card.line, PROPERTIES_MOST);
                    return Err(VcardProblem::TooManyProperties { line, most });
                }
                names.learn(&line.name);
                if names.headers.len() > NAMES_MOST {
                    return Err(VcardProblem::TooManyNames { most: NAMES_MOST });
                }
                card.properties.push(line);
            }
        }
    }
    rows.extend(open.into_iter().map(|card| finish(card, &names, false)));
    if rows.is_empty() {
        return Err(VcardProblem::Empty);
    }
    rows.sort_by_key(|row| row.line);
    Ok(Rows { headers: names.headers.into(), rows })
}

fn finish(card: Open, names: &Names, is_whole: bool) -> Row {
    let cells = cells(&card.properties, names);
    let (incoming, faults) = card::read(card.properties, names, is_whole);
    Row { line: card.line, incoming, faults, cells: Vec::new() }.keeping(|| cells)
}

/// The properties of a card below their names. Embedded files are left out.
fn cells(properties: &[Line], names: &Names) -> Vec<Box<str>> {
    let mut cells: Vec<String> = Vec::new();
    for line in properties.iter().filter(|line| !card::is_embedded(line)) {
        let at = names.position(&line.name);
        if cells.len() <= at {
            cells.resize(at + 1, String::new());
        }
        let Some(cell) = cells.get_mut(at) else { continue };
        if !cell.is_empty() {
            cell.push('\n');
        }
        cell.push_str(&line.text());
    }
    cells.into_iter().map(Into::into).collect()
}
