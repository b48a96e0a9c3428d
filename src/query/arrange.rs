//! Several orders at once, and records that stand together.
//!
//! Made of the orders of single fields, each of which gives every record a rank. Lies in a later part of the
//! app: a list in the order of one field needs none of it.

use std::collections::BTreeSet;

use super::ask::when::Zone;
use crate::domain::{
    table::Slot,
    value::{Value, time::Time},
};

/// How many fields a list can be in order of.
pub const MOST_SORTS: usize = 3;

/// The rank of records without a value: the last, whichever way the list runs.
pub const MISSING: u32 = (1 << RANK) - 1;

/// The bits of a rank. Four of them, a group's and those of the orders, and a slot are one number.
const RANK: u32 = 24;

/// A coarser measure for a value than itself: values of the same one stand together.
pub type Bucket<'a> = dyn Fn(&Value) -> Option<i64> + 'a;

/// Records that stand together because they have the same value, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// Where it begins in the list.
    pub start: usize,
    pub len: usize,
    /// Tells its value from that of others, also after a change.
    pub mark: u32,
}

/// What a list is put in order by: the rank of each slot, and whether the highest comes first.
#[derive(Clone, Copy, Debug)]
pub struct Level<'a> {
    pub ranks: &'a [u32],
    pub descending: bool,
}

impl Level<'_> {
    fn rank(self, slot: Slot) -> u32 {
        match self.ranks.get(slot as usize).copied() {
            None | Some(MISSING) => MISSING,
            Some(rank) if self.descending => MISSING - 1 - rank,
            Some(rank) => rank,
        }
    }
}

/// Puts slots in order, by the first level and, where that is equal, by those after it.
pub fn arrange(slots: &mut [Slot], levels: &[Level]) {
    let mut ranked: Vec<u128> = slots
        .iter()
        .map(|slot| {
            let ranks = levels.iter().map(|level| u128::from(level.rank(*slot)));
            let all = ranks.fold(0, |all, rank| all << RANK | rank);
            all << Slot::BITS | u128::from(*slot)
        })
        .collect();
    ranked.sort_unstable();
    for (slot, ranked) in slots.iter_mut().zip(ranked) {
        #[expect(clippy::cast_possible_truncation, reason = "the slot is what the last bits hold")]
        let last = ranked as Slot;
        *slot = last;
    }
}

/// The groups of slots that are in order of a level. `mark` gives the one of a slot's value.
pub fn groups(slots: &[Slot], by: Level, mark: impl Fn(Slot) -> u32) -> Vec<Group> {
    let mut start = 0;
    let runs = slots.chunk_by(|a, b| by.rank(*a) == by.rank(*b));
    runs.map(|run| {
        let group =
            Group { start, len: run.len(), mark: run.first().map_or(0, |slot| mark(*slot)) };
        start += run.len();
        group
    })
    .collect()
}

/// Which groups of a list are folded: some, or all but some.
///
/// Groups go by their marks. Another version of the app may have other marks for the same values; what was
/// folded is then unfolded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folds {
    pub is_all: bool,
    pub but: BTreeSet<u32>,
}

impl Folds {
    pub fn all() -> Self {
        Self { is_all: true, but: BTreeSet::new() }
    }

    pub fn has(&self, mark: u32) -> bool {
        self.but.contains(&mark) != self.is_all
    }

    pub fn toggle(&mut self, mark: u32) {
        if !self.but.remove(&mark) {
            self.but.insert(mark);
        }
    }
}

/// The lines of a list: its rows, below the heads of their groups where there are any. Rows of folded groups
/// have none.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Lines {
    rows: usize,
    spans: Vec<Span>,
}

/// The lines of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    group: Group,
    /// The line of its head.
    line: usize,
    /// How many of its rows have lines.
    shown: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Of the group at this place.
    Head(usize),
    Row(usize),
}

impl Lines {
    pub fn new(rows: usize, groups: &[Group], folded: &Folds) -> Self {
        let mut line = 0;
        let spans = groups.iter().map(|group| {
            let shown = if folded.has(group.mark) { 0 } else { group.len };
            let span = Span { group: *group, line, shown };
            line += 1 + shown;
            span
        });
        Self { rows, spans: spans.collect() }
    }

    /// The group at a place.
    pub fn group(&self, nth: usize) -> Option<Group> {
        self.spans.get(nth).map(|span| span.group)
    }

    pub fn groups(&self) -> impl Iterator<Item = Group> {
        self.spans.iter().map(|span| span.group)
    }

    pub fn count(&self) -> usize {
        self.spans.last().map_or(self.rows, |span| span.line + 1 + span.shown)
    }

    pub fn at(&self, line: usize) -> Option<Line> {
        if self.spans.is_empty() {
            return (line < self.rows).then_some(Line::Row(line));
        }
        let nth = self.spans.partition_point(|span| span.line <= line).checked_sub(1)?;
        let span = self.spans.get(nth)?;
        match line - span.line {
            0 => Some(Line::Head(nth)),
            below if below <= span.shown => Some(Line::Row(span.group.start + below - 1)),
            _ => None,
        }
    }

    /// The line of a row; that of its group's head where the group is folded.
    pub fn of(&self, row: usize) -> usize {
        let nth = self.spans.partition_point(|span| span.group.start <= row);
        let Some(span) = nth.checked_sub(1).and_then(|nth| self.spans.get(nth)) else { return row };
        span.line + if span.shown == 0 { 0 } else { 1 + row - span.group.start }
    }

    /// The row at a line, or else the nearest one after it, or before it.
    pub fn row_near(&self, line: usize, forwards: bool) -> Option<usize> {
        let row = |line| match self.at(line) {
            Some(Line::Row(row)) => Some(row),
            _ => None,
        };
        let after = || (line..self.count()).find_map(row);
        let before = || (0..line.saturating_add(1).min(self.count())).rev().find_map(row);
        if forwards { after().or_else(before) } else { before().or_else(after) }
    }
}

/// The measure by which records are grouped: days and moments by their month on the person's clock, all else
/// by the value itself.
pub fn month(zone: &Zone) -> impl Fn(&Value) -> Option<i64> {
    move |value| match value {
        Value::Time(time) => Some(months(zone, *time)),
        Value::Day(day) => {
            let month =
                |year: u16| i64::from(year) * 100 + i64::from(day.month().unwrap_or_default());
            Some(day.year().map_or_else(|| i64::from(day.month().unwrap_or_default()), month))
        }
        _ => None,
    }
}

fn months(zone: &Zone, time: Time) -> i64 {
    use chrono::{Datelike, NaiveDate};
    let days = i32::try_from(zone.day_of(time)).unwrap_or_default();
    let date = NaiveDate::from_epoch_days(days).unwrap_or_default();
    i64::from(date.year()) * 100 + i64::from(date.month())
}

#[cfg(test)]
mod tests {
    use super::{
        Line::{Head, Row},
        *,
    };

    #[test]
    fn each_level_decides_where_those_before_it_are_equal() {
        let first = [1, 0, 1, MISSING, 0];
        let then = [5, 5, 7, 1, MISSING];
        let level = |ranks, descending| Level { ranks, descending };
        let order = |levels: &[Level]| {
            let mut slots = [0, 1, 2, 3, 4];
            arrange(&mut slots, levels);
            slots
        };
        assert_eq!(order(&[level(&first, false), level(&then, false)]), [1, 4, 0, 2, 3]);
        assert_eq!(order(&[level(&first, false), level(&then, true)]), [1, 4, 2, 0, 3]);
        assert_eq!(order(&[level(&first, true), level(&then, false)]), [0, 2, 1, 4, 3]);
    }

    #[test]
    fn groups_are_runs_of_the_same_rank() {
        let ranks = [0, 0, 1, MISSING];
        let level = Level { ranks: &ranks, descending: false };
        let groups = groups(&[0, 1, 2, 3], level, |slot| slot + 10);
        let group = |start, len, mark| Group { start, len, mark };
        assert_eq!(groups, [group(0, 2, 10), group(2, 1, 12), group(3, 1, 13)]);
    }

    fn grouped(folded: &[u32]) -> Lines {
        let group = |start: u32, len| Group { start: start as usize, len, mark: start };
        let folded = Folds { is_all: false, but: folded.iter().copied().collect() };
        Lines::new(5, &[group(0, 2), group(2, 1), group(3, 2)], &folded)
    }

    #[test]
    fn lines_of_groups() {
        let lines = grouped(&[2]);
        let all: Vec<_> = (0..lines.count()).map(|line| lines.at(line).unwrap()).collect();
        assert_eq!(all, [Head(0), Row(0), Row(1), Head(1), Head(2), Row(3), Row(4)]);
        assert_eq!(lines.at(7), None);
        for (line, kind) in all.iter().enumerate() {
            if let Row(row) = kind {
                assert_eq!(lines.of(*row), line);
            }
        }
        assert_eq!(lines.of(2), 3);
    }

    #[test]
    fn rows_are_the_lines_where_nothing_is_grouped() {
        let lines = Lines::new(3, &[], &Folds::default());
        assert_eq!(lines.count(), 3);
        assert_eq!(lines.at(2), Some(Row(2)));
        assert_eq!(lines.at(3), None);
        assert_eq!(lines.of(2), 2);
    }

    #[test]
    fn the_next_row_is_found_beyond_heads_and_folded_groups() {
        let lines = grouped(&[2]);
        assert_eq!(lines.row_near(3, true), Some(3));
        assert_eq!(lines.row_near(4, false), Some(1));
        assert_eq!(lines.row_near(0, false), Some(0));
        assert_eq!(lines.row_near(99, true), Some(4));
        assert_eq!(grouped(&[0, 2, 3]).row_near(1, true), None);
    }

    #[test]
    fn months_are_those_of_the_persons_clock() {
        let east = Zone::fixed(210);
        let by = month(&east);
        let at = |clock: &str| by(&Value::Time(Time::of_clock(clock, 0).unwrap()));
        assert_eq!(at("2026-02-28T20:29"), Some(202_602));
        assert_eq!(at("2026-02-28T20:30"), Some(202_603));
        let day = |day: &str| by(&Value::Day(crate::domain::value::day::Day::parse(day).unwrap()));
        assert_eq!(day("1987-03-09"), Some(198_703));
        assert_eq!(day("--03-09"), Some(3));
        assert_eq!(day("1987"), Some(198_700));
    }
}
