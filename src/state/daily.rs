//! Backups that are made by themselves, in a folder of the person's choice.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;

use super::{
    Workspace,
    saving::{NotSaved, Piece},
    start,
};
use rapport::{
    domain::{book::Book, id::Id},
    platform::{
        clock,
        files::Sink,
        folder::{self, Folder},
        preferences,
    },
    query::reminder::{self, Backup, Held},
};

/// The preference that holds the last backup that was made by itself.
const LAST: &str = "backup-daily";

/// Where backups are made by themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeping {
    Nowhere,
    /// The browser wants to be asked first.
    Asks(String),
    In(String),
    /// It did not work, and why not.
    Failed(String, String),
}

pub(super) struct Daily {
    keeping: RwSignal<Keeping>,
    folder: RefCell<Option<Folder>>,
    passphrase: RefCell<Option<String>>,
    is_sought: Cell<bool>,
    is_writing: Cell<bool>,
    /// Where the journal ended when it was last looked: nothing is written while a person is at work.
    rested_at: Cell<Option<u64>>,
}

impl Daily {
    pub(super) fn new() -> Self {
        Self {
            keeping: RwSignal::new(Keeping::Nowhere),
            folder: RefCell::default(),
            passphrase: RefCell::default(),
            is_sought: Cell::default(),
            is_writing: Cell::default(),
            rested_at: Cell::default(),
        }
    }
}

impl Workspace {
    /// Where backups are made by themselves.
    pub fn keeping(self) -> Keeping {
        self.live().daily.keeping.get()
    }

    /// Looks whether a folder was chosen before, once.
    pub fn find_folder(self) {
        if self.live().daily.is_sought.replace(true) {
            return;
        }
        start(async move {
            if let Some(folder) = folder::remembered().await {
                let is_allowed = folder.is_allowed().await;
                self.keep_in(folder, is_allowed);
            }
        });
    }

    fn keep_in(self, folder: Folder, is_allowed: bool) {
        let live = self.live();
        let name = folder.name();
        live.daily.folder.replace(Some(folder));
        live.daily.keeping.set(if is_allowed { Keeping::In(name) } else { Keeping::Asks(name) });
    }

    /// Asks for a folder, and does something once there is one. To be called while a click is handled.
    pub fn choose_folder(self, then: impl FnOnce() + 'static) {
        let Some(asked) = folder::ask() else { return };
        start(async move {
            let Some(folder) = asked.answer().await else { return };
            let name = folder.name();
            let remembered = folder::remember(&folder).await;
            self.keep_in(folder, true);
            match remembered {
                Ok(()) => then(),
                Err(error) => self.end_daily(Some(Keeping::Failed(name, error))),
            }
        });
    }

    /// Asks whether the folder may be used again. To be called while a click is handled.
    pub fn allow_folder(self) {
        let Some(folder) = self.live().daily.folder.borrow().clone() else { return };
        start(async move {
            let is_allowed = folder.allow().await;
            self.keep_in(folder, is_allowed);
        });
    }

    pub fn forget_folder(self) {
        let live = self.live();
        live.daily.folder.replace(None);
        live.daily.keeping.set(Keeping::Nowhere);
        start(folder::forget());
    }

    /// What backups are locked with from now on, for as long as this page is open.
    pub fn lock_daily(self, passphrase: Option<String>) {
        self.live().daily.passphrase.replace(passphrase);
    }

    pub fn daily_passphrase(self) -> Option<String> {
        self.live().daily.passphrase.borrow().clone()
    }

    /// Which store a backup is made of.
    pub fn store(self) -> Id {
        self.live().session.borrow().tip.store
    }

    /// Whether it is time for a backup, and nothing has been done since it was last asked.
    pub fn is_daily_due(self) -> bool {
        let live = self.live();
        let tip = live.session.borrow().tip;
        let is_at_rest = live.daily.rested_at.replace(Some(tip.position)) == Some(tip.position);
        let last = preferences::read::<Backup>(LAST).filter(|it| it.store == tip.store);
        let is_ready = matches!(live.daily.keeping.get_untracked(), Keeping::In(_));
        is_ready
            && is_at_rest
            && self.peek(Held::of) == Held::Records
            && !live.daily.is_writing.get()
            && reminder::is_daily_due(last, tip.position, clock::now())
    }

    /// Writes a file into the folder, after all changes that were asked for before, and removes those that
    /// `outdated` picks of what is there.
    pub fn write_daily(
        self,
        name: String,
        piece: impl FnMut(&Book) -> Option<Piece> + 'static,
        outdated: impl FnOnce(&[String]) -> Vec<String> + 'static,
    ) {
        let live = self.live();
        let Some(folder) = live.daily.folder.borrow().clone() else { return };
        live.daily.is_writing.set(true);
        start(async move {
            if !folder.is_allowed().await {
                self.end_daily(Some(Keeping::Asks(folder.name())));
                return;
            }
            let stream = match folder.write(&name).await {
                Ok(stream) => stream,
                Err(error) => {
                    self.end_daily(Some(Keeping::Failed(folder.name(), error)));
                    return;
                }
            };
            // A change that comes in between is in the file, too; it is counted as one that is not.
            let position = self.live().session.borrow().tip.position;
            let at = clock::now();
            self.write_long(piece, Sink::Disk(stream), move |saved| match saved {
                Ok(_) => {
                    preferences::write(LAST, &Backup { at, store: self.store(), position });
                    self.backed_up(at, position);
                    start(async move {
                        let tidied = tidy(&folder, outdated).await;
                        let failed = tidied.err().map(|it| Keeping::Failed(folder.name(), it));
                        self.end_daily(failed);
                    });
                }
                // Whoever cancels it gets it another day.
                Err(NotSaved::Ended(_)) => {
                    let last = preferences::read::<Backup>(LAST).map_or(0, |last| last.position);
                    preferences::write(LAST, &Backup { at, store: self.store(), position: last });
                    self.end_daily(None);
                }
                Err(NotSaved::Browser(error)) => {
                    self.end_daily(Some(Keeping::Failed(folder.name(), error)));
                }
            });
        });
    }

    /// Says that no backup could be made, and makes none until it is allowed again.
    pub fn fail_daily(self, why: String) {
        let folder = self.live().daily.folder.borrow().as_ref().map(Folder::name);
        self.end_daily(Some(Keeping::Failed(folder.unwrap_or_default(), why)));
    }

    fn end_daily(self, keeping: Option<Keeping>) {
        let live = self.live();
        live.daily.is_writing.set(false);
        if let Some(keeping) = keeping {
            live.daily.keeping.set(keeping);
        }
    }
}

async fn tidy(
    folder: &Folder,
    outdated: impl FnOnce(&[String]) -> Vec<String>,
) -> Result<(), String> {
    for name in outdated(&folder.names().await?) {
        folder.remove(&name).await?;
    }
    Ok(())
}
