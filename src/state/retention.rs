//! How long the history of changes is kept on this device; see [`retention`].

use super::Workspace;
use rapport::{
    domain::value::time::Time,
    platform::{clock, preferences, tabs::Lock},
    storage::{
        retention::{self, Extent, KEPT},
        session::CommitError,
    },
};

/// The preference that holds for how many days.
const DAYS: &str = "history-days";

/// The lock of the tab that lets go of what is older.
const NAME: &str = "rapport-history";

const DAY: i64 = 24 * 60 * 60 * 1_000;

/// For how many days the history is kept; `None` for ever.
pub fn days() -> Option<u32> {
    preferences::read(DAYS)
}

/// Returns whether the choice could be kept.
pub fn set_days(days: Option<u32>) -> bool {
    preferences::write(DAYS, &days)
}

impl Workspace {
    /// How much of a history there is; `None` where it cannot be read.
    pub async fn extent(self) -> Option<Extent> {
        retention::extent(&self.live().store).await.ok()
    }

    /// Lets go of what is older than is to be kept, and tells how many changes that were.
    pub fn shorten_history(self, then: impl FnOnce(Result<usize, CommitError>) + 'static) {
        let Some(days) = days() else { return then(Ok(0)) };
        let before = Time::from_millis(clock::now().millis() - i64::from(days) * DAY);
        self.enqueue(async move {
            then(match Lock::take_if_free(NAME).await {
                Some(_lock) => self.shorten(before).await,
                // Another tab is at it.
                None => Ok(0),
            });
        });
    }

    async fn shorten(self, before: Time) -> Result<usize, CommitError> {
        let live = self.live();
        let working = self.working();
        let shortened =
            retention::shorten(&live.store, &live.session, before, u64::from(KEPT), &working).await;
        if shortened.as_ref().is_ok_and(|gone| *gone > 0) {
            self.tell_undoable();
        }
        shortened
    }
}
