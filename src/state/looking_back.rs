//! Looking back at a segment: who was in it when.
//!
//! A copy of the book goes back through the journal, in slices between which input is handled; it is given up
//! when nobody wants it any more or the book changes.

use super::{Workspace, asking};
use rapport::{
    domain::{book::Book, id::Id, table::Table, value::time::Time},
    platform::clock,
    query::{
        ask::Slots,
        filter::{Condition, Group, Operand, Part, Subject},
        operator::Operator,
        rewind::{Needs, RULES, Rewind},
        segment,
    },
    storage::{history, journal::Header},
};

/// After how many pages of records that are copied, or folded, the clock is looked at.
const PAGES: u32 = 1;

/// After how many records that are taken back it is.
const RECORDS: usize = 64;

/// How many entries of the journal are read at once.
const ENTRIES: u64 = 32;

/// How long the browser waits for its turn, in milliseconds.
const TURN: i64 = 12;

/// A segment at a moment: its members, as slots of the book as it was.
pub struct Then<'a> {
    pub book: &'a Book,
    pub members: &'a Slots,
}

/// The filter that a segment is asked by.
pub fn asks(segment: Id) -> Group {
    let operand = Operand::Records(vec![segment]);
    let condition = Condition::new(Subject::Segment, Operator::InSegment, operand);
    Group::all(vec![Part::Condition(condition)])
}

impl Workspace {
    /// Tells about a segment at some moments, newest first, as the segment is defined today. `None` from the
    /// first moment on that the journal does not lead back to.
    pub async fn look_back(
        self,
        id: Id,
        moments: Vec<Time>,
        is_wanted: &dyn Fn() -> bool,
        tell: &mut dyn FnMut(Time, Option<Then<'_>>),
    ) {
        let mut turn = Turn { started: clock::now(), is_wanted };
        // `None` when it is given up, and there is nobody to tell.
        let _ = self.go_back(id, moments, &mut turn, tell).await;
    }

    async fn go_back(
        self,
        id: Id,
        moments: Vec<Time>,
        turn: &mut Turn<'_>,
        tell: &mut dyn FnMut(Time, Option<Then<'_>>),
    ) -> Option<()> {
        let live = self.live();
        let tip = live.session.borrow().tip.position;
        let is_new = move || self.live().session.borrow().tip.position != tip;
        let mut rewind = Rewind::new(&RULES);
        while rewind.copy_some(&live.session.borrow().book, PAGES) {
            turn.take().await?;
            if is_new() {
                return None;
            }
        }
        let on = segment::type_of(&rewind.book, id)?;
        let group = asks(id);
        let needs = Needs::of(&rewind.book, &group, on);
        self.learn(&mut rewind, tip, *moments.last()?, &needs, turn).await?;
        let mut today = asking::today(&rewind.book);
        for moment in moments {
            let Some(position) = rewind.position_at(moment) else {
                tell(moment, None);
                continue;
            };
            if position == 0 {
                let book = Book::default();
                let members = Slots::none(&Table::default());
                tell(moment, Some(Then { book: &book, members: &members }));
                continue;
            }
            loop {
                match rewind.take_back(position, RECORDS) {
                    Ok(true) => turn.take().await?,
                    Ok(false) => break,
                    // An entry that does not fit is one that cannot be read.
                    Err(_) => {
                        tell(moment, None);
                        return None;
                    }
                }
            }
            while rewind.fold_some(&needs, PAGES as usize) {
                turn.take().await?;
            }
            today.now = moment;
            let members = rewind.find(&group, on, &today, &needs);
            tell(moment, Some(Then { book: &rewind.book, members: &members }));
            turn.take().await?;
        }
        Some(())
    }

    /// Reads the journal back to a moment, or as far as it can be read.
    async fn learn(
        self,
        rewind: &mut Rewind,
        tip: u64,
        moment: Time,
        needs: &Needs,
        turn: &mut Turn<'_>,
    ) -> Option<()> {
        let live = self.live();
        let mut next = tip;
        while next > 0 && !rewind.reaches(moment, needs) {
            let stored = history::stored(&live.store, next, ENTRIES).await.ok()?;
            let is_end = stored.is_empty();
            for stored in stored {
                let is_next = |header: &Header| header.position == next && !header.cause.is_base();
                let entry = stored.entry().filter(|entry| is_next(&entry.header));
                let Some(entry) = entry else { return Some(()) };
                rewind.learn(next, entry.change);
                next -= 1;
                if rewind.reaches(moment, needs) {
                    break;
                }
                turn.take().await?;
            }
            if is_end {
                break;
            }
        }
        Some(())
    }

    /// When the journal begins, if it can be read.
    pub async fn begin(self) -> Option<Time> {
        let tip = self.live().session.borrow().tip.position;
        self.history(tip, tip).await.ok()?.last().map(|header| header.at)
    }
}

/// Lets others have their turn.
struct Turn<'a> {
    started: Time,
    is_wanted: &'a dyn Fn() -> bool,
}

impl Turn<'_> {
    /// Pauses where this has gone on for long enough. `None` when nobody wants it any more.
    async fn take(&mut self) -> Option<()> {
        if clock::now().millis() - self.started.millis() >= TURN {
            clock::pause(0).await;
            self.started = clock::now();
        }
        (self.is_wanted)().then_some(())
    }
}
