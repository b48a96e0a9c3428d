//! Files of records in slices: of some in a file of their own, and of all.

use rustc_hash::FxHashSet;

use super::{Line, PIECE};
use crate::{
    domain::{
        book::Book,
        field::{Field, keys},
        id::{Id, RecordType},
        table::Slot,
        value::{Value, time::Time},
    },
    transfer::Pieces,
};

/// A file of some records and all that they point to, in the making. Of the definitions of fields it has all,
/// since without them values of such fields mean nothing; of picked lists none. It is read like any backup, and
/// meant to be added to another workspace.
#[derive(Debug)]
pub struct Excerpt {
    at: Time,
    /// Records of which it is not known yet what they point to.
    waiting: Vec<(RecordType, Id)>,
    found: FxHashSet<(usize, Id)>,
    /// The lines of the file, once all records are known, and how many of them are written.
    lines: Option<Vec<Step>>,
    written: usize,
    is_whole: bool,
}

/// How many records are looked at in one go.
const LOOKED_AT: usize = 500;

impl Excerpt {
    pub fn new(book: &Book, on: RecordType, slots: &[Slot], at: Time) -> Self {
        let chosen = slots.iter().filter_map(|slot| Some((on, book.table(on).at(*slot)?.id)));
        let definitions = book.table(RecordType::Field).iter();
        let definitions = definitions.map(|(_, record)| (RecordType::Field, record.id));
        let mut excerpt = Self {
            at,
            waiting: Vec::new(),
            found: FxHashSet::default(),
            lines: None,
            written: 0,
            is_whole: false,
        };
        chosen.chain(definitions).for_each(|(on, id)| excerpt.find(on, id));
        excerpt
    }

    /// All records: what [`export`](super::export) writes.
    pub fn whole(book: &Book, at: Time) -> Self {
        let all = RecordType::ALL.into_iter().flat_map(|on| {
            book.table(on).iter().map(move |(_, record)| (on.position(), record.id))
        });
        Self {
            at,
            waiting: Vec::new(),
            found: all.collect(),
            lines: None,
            written: 0,
            is_whole: true,
        }
    }

    fn find(&mut self, on: RecordType, id: Id) {
        if self.found.insert((on.position(), id)) {
            self.waiting.push((on, id));
        }
    }

    fn look(&mut self, book: &Book) {
        for _ in 0..LOOKED_AT {
            let Some((on, id)) = self.waiting.pop() else { return };
            let Some(record) = book.get(on, id) else { continue };
            for (key, value) in record.fields.iter().filter(|(key, _)| *key != keys::PICKED) {
                let ids = match value {
                    Value::Link(id) => std::slice::from_ref(&**id),
                    Value::Links(ids) => ids,
                    _ => continue,
                };
                if let Some(to) = book.field(key).and_then(Field::points_to) {
                    for id in ids {
                        self.find(to, *id);
                    }
                }
            }
        }
    }

    /// Puts all that was found in the order of the file.
    fn lines(&mut self, book: &Book) -> Vec<Step> {
        let mut found: Vec<_> = self.found.drain().collect();
        found.sort_unstable();
        let mut lines = vec![Step::Head];
        for on in RecordType::ALL {
            let start = found.partition_point(|(position, _)| *position < on.position());
            let records = found.iter().skip(start).take_while(|(it, _)| *it == on.position());
            let records = records.filter(|(_, id)| book.get(on, *id).is_some());
            lines.push(Step::Begin(on));
            lines.extend(records.map(|(_, id)| Step::Record { on, id: *id, is_last: false }));
            if let Some(Step::Record { is_last, .. }) = lines.last_mut() {
                *is_last = true;
            }
            lines.push(Step::End(on));
        }
        lines.push(Step::Foot);
        lines
    }
}

/// A line of the file, with the record by its id.
#[derive(Clone, Copy, Debug)]
enum Step {
    Head,
    Begin(RecordType),
    Record { on: RecordType, id: Id, is_last: bool },
    End(RecordType),
    Foot,
}

impl Step {
    fn write(self, book: &Book, at: Time, is_whole: bool, to: &mut Vec<u8>) {
        match self {
            Self::Head => Line::Head(at).write(to),
            Self::Begin(on) => Line::Begin(on).write(to),
            Self::End(on) => {
                Line::End { is_last: on.position() + 1 == RecordType::ALL.len() }.write(to);
            }
            Self::Foot => Line::Foot.write(to),
            Self::Record { on, id, is_last } => {
                let Some(record) = book.get(on, id) else { return };
                if is_whole || record.get(keys::PICKED).is_none() {
                    return Line::Record { record, is_last }.write(to);
                }
                let mut record = record.clone();
                record.fields.replace(keys::PICKED, None);
                Line::Record { record: &record, is_last }.write(to);
            }
        }
    }
}

impl Pieces for Excerpt {
    fn next(&mut self, book: &Book) -> Option<Vec<u8>> {
        let Some(lines) = &self.lines else {
            self.look(book);
            if self.waiting.is_empty() {
                self.lines = Some(self.lines(book));
            }
            return Some(Vec::new());
        };
        let mut piece = Vec::new();
        let mut left = lines.iter().skip(self.written);
        while piece.len() < PIECE
            && let Some(line) = left.next()
        {
            line.write(book, self.at, self.is_whole, &mut piece);
            self.written += 1;
        }
        (!piece.is_empty()).then_some(piece)
    }

    fn progress(&self) -> (usize, usize) {
        (self.written, self.lines.as_ref().map_or(self.found.len(), Vec::len))
    }
}
