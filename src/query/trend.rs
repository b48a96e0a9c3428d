//! How the size of a segment went, as a line and in numbers; who came and who went.

use std::collections::BTreeSet;

use super::ask::Slots;
use crate::domain::{
    book::Book,
    field::derived,
    id::{Id, RecordType},
    value::time::Time,
};

/// How far back one looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    Month,
    Quarter,
    Year,
    All,
}

impl Range {
    pub const ALL: [Self; 4] = [Self::Month, Self::Quarter, Self::Year, Self::All];

    pub fn name(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::All => "all",
        }
    }

    fn days(self) -> Option<i64> {
        match self {
            Self::Month => Some(30),
            Self::Quarter => Some(90),
            Self::Year => Some(365),
            Self::All => None,
        }
    }

    /// The moments at which the size is asked, from the oldest on: evenly from the start of the range, or of
    /// the workspace where it is younger, to now.
    pub fn moments(self, begin: Time, now: Time) -> Vec<Time> {
        const DAY: i64 = 24 * 60 * 60 * 1000;
        let (begin, now) = (begin.millis().min(now.millis()), now.millis());
        let from = self.days().map_or(begin, |days| (now - days * DAY).max(begin));
        let steps = STEPS.min(now - from);
        if steps == 0 {
            return vec![Time::from_millis(now)];
        }
        (0..=steps).map(|step| Time::from_millis(from + (now - from) * step / steps)).collect()
    }
}

/// Into how many stretches a range is divided.
const STEPS: i64 = 30;

/// The size at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    pub at: Time,
    pub size: usize,
}

/// What a row of samples comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    pub first: Sample,
    pub last: Sample,
    pub least: usize,
    pub most: usize,
}

/// `None` where there is nothing to sum up.
pub fn summary(samples: &[Sample]) -> Option<Summary> {
    let sizes = samples.iter().map(|sample| sample.size);
    Some(Summary {
        first: *samples.first()?,
        last: *samples.last()?,
        least: sizes.clone().min()?,
        most: sizes.max()?,
    })
}

/// The corners of the line in a picture of a given width and height, with nothing at its foot and the most at
/// its head, as the attribute `points` of an SVG has them.
pub fn line(samples: &[Sample], width: i64, height: i64) -> String {
    let Some(Summary { first, last, most, .. }) = summary(samples) else { return String::new() };
    let whole = (last.at.millis() - first.at.millis()).max(1);
    let most = i64::try_from(most).unwrap_or(i64::MAX).max(1);
    let points = samples.iter().map(|sample| {
        let x = (sample.at.millis() - first.at.millis()) * width / whole;
        let size = i64::try_from(sample.size).unwrap_or(i64::MAX);
        format!("{x},{}", height - size.saturating_mul(height) / most)
    });
    let mut points: Vec<_> = points.collect();
    if points.len() == 1 {
        // One moment is drawn as if it had lasted.
        points.extend(points.first().map(|point| point.replacen('0', &width.to_string(), 1)));
    }
    points.join(" ")
}

/// Ids of records, in order.
pub type Members = BTreeSet<Id>;

/// The ids of the records in these slots.
pub fn members(book: &Book, on: RecordType, slots: &Slots) -> Members {
    slots.iter().filter_map(|slot| Some(book.table(on).at(slot)?.id)).collect()
}

/// Who is in now and was not then, and the other way round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    pub entered: Vec<Id>,
    /// With the name that the record had then: it may be gone.
    pub left: Vec<(Id, String)>,
}

/// Compares the members of today with those of a book as it was.
pub fn difference(then: &Book, on: RecordType, members: &Slots, now: &Members) -> Difference {
    let before = self::members(then, on, members);
    let left = before.difference(now).map(|id| {
        let name = then.get(on, *id).and_then(derived::name_of);
        (*id, name.unwrap_or_default())
    });
    Difference { entered: now.difference(&before).copied().collect(), left: left.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(millis: i64) -> Time {
        Time::from_millis(millis)
    }

    fn samples(sizes: &[usize]) -> Vec<Sample> {
        (0..).zip(sizes).map(|(at, size)| Sample { at: time(at), size: *size }).collect()
    }

    #[test]
    fn moments_go_from_the_start_of_the_range_or_of_the_workspace_to_now() {
        const DAY: i64 = 86_400_000;
        let now = time(1000 * DAY);
        let month = Range::Month.moments(time(0), now);
        assert_eq!((month.len(), month[0], month[1]), (31, time(970 * DAY), time(971 * DAY)));
        assert_eq!(month.last(), Some(&now));
        assert_eq!(Range::Year.moments(time(990 * DAY), now)[0], time(990 * DAY));
        assert_eq!(Range::All.moments(time(0), now)[0], time(0));
        assert_eq!(Range::All.moments(now, now), [now]);
        assert_eq!(Range::All.moments(time(7), time(9)), [time(7), time(8), time(9)]);
    }

    #[test]
    fn a_line_has_nothing_at_its_foot_and_the_most_at_its_head() {
        assert_eq!(line(&samples(&[0, 2, 4]), 100, 40), "0,40 50,20 100,0");
        assert_eq!(line(&samples(&[0, 0]), 100, 40), "0,40 100,40");
        assert_eq!(line(&samples(&[3]), 100, 40), "0,0 100,0");
        assert_eq!(line(&[], 100, 40), "");
    }
}
