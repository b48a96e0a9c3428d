//! When the last backup was made in this browser, and what has come together since.

use leptos::prelude::*;

use super::{Workspace, start};
use rapport::{
    domain::{book::Book, field::keys, id::RecordType, value::time::Time},
    platform::{clock, preferences, storage::persist},
    query::reminder::{self, Backup, Held, Level, PUT_OFF, Since},
    storage::history,
};

/// The preference that holds the last backup, and the one that says when the banner was put off.
const LAST: &str = "backup";
const PUT_OFF_AT: &str = "backup-put-off";

/// The preference that says that the browser was asked to keep what is stored, and from how many changes on
/// it is.
const ASKED_TO_KEEP: &str = "asked-to-keep";
const WORTH_KEEPING: u64 = 10;

/// How many entries of the journal are read at once.
const ENTRIES: u64 = 500;

impl Workspace {
    /// The last backup of this workspace that was made in this browser.
    pub fn last_backup(self) -> Option<Backup> {
        let live = self.live();
        live.backed_up.track();
        let store = live.session.borrow().tip.store;
        preferences::read::<Backup>(LAST).filter(|backup| backup.store == store)
    }

    /// Notes that there is a file of all there was at a moment and a position of the journal. A browser that
    /// refuses reminds sooner than it need.
    pub fn backed_up(self, at: Time, position: u64) {
        let live = self.live();
        let store = live.session.borrow().tip.store;
        preferences::write(LAST, &Backup { at, store, position });
        live.backed_up.notify();
    }

    pub fn since_backup(self) -> Since {
        let begun = |book: &Book| book.workspace().and_then(|it| it.time(keys::CREATED));
        let now = clock::now();
        let begun = self.read(&[RecordType::Workspace], begun).unwrap_or(now);
        Since::new(self.last_backup(), begun, self.position(), now)
    }

    /// How loudly a backup is asked for.
    pub fn backup_level(self) -> Level {
        reminder::level(self.since_backup(), self.read(&RecordType::COUNTED, Held::of))
    }

    /// Whether the banner is to stay away for now.
    pub fn is_backup_put_off(self) -> bool {
        self.live().backed_up.track();
        let at = preferences::read::<Time>(PUT_OFF_AT);
        at.is_some_and(|at| (0..PUT_OFF).contains(&(clock::now().millis() - at.millis())))
    }

    pub fn put_off_backup(self) {
        preferences::write(PUT_OFF_AT, &clock::now());
        self.live().backed_up.notify();
    }

    /// Asks the browser, once, not to remove what is stored by itself, when there is something that would be
    /// missed. Some ask the person in turn.
    pub fn ask_to_keep(self) {
        let held = self.read(&RecordType::COUNTED, Held::of);
        let is_worth_it = held == Held::Records && self.position() >= WORTH_KEEPING;
        if is_worth_it && preferences::read::<bool>(ASKED_TO_KEEP) != Some(true) {
            preferences::write(ASKED_TO_KEEP, &true);
            start(persist());
        }
    }

    /// How many changes have been made since a moment.
    pub async fn changes_since(self, moment: Time) -> usize {
        let live = self.live();
        let mut until = live.session.borrow().tip.position;
        let mut count = 0;
        while until > 0 {
            let headers = history::headers(&live.store, until, ENTRIES).await.unwrap_or_default();
            let later = headers.iter().filter(|header| header.at > moment).count();
            count += later;
            if later < headers.len() || headers.is_empty() {
                break;
            }
            until = until.saturating_sub(ENTRIES);
        }
        count
    }
}
