//! The handle by which the interface reads the book and asks for changes.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    future::Future,
    pin::Pin,
    rc::Rc,
};

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::{
    asking::{self, Asking},
    boot::Disk,
    copying,
    daily::Daily,
    lists::Lists,
    saving::{NotSaved, Piece},
    start,
    working::{Slices, Work, Working},
};
use rapport::{
    domain::{
        book::{Book, Touched},
        change::{Cause, Change, Label},
        edit::{Making, revert::Reverting},
        field::own,
        id::{Id, RecordType},
        problem::Problem,
        stamp::Stamp,
        today::Today,
    },
    platform::{
        clock::{self, Timer},
        files::Sink,
        intl::IntlCollation,
        preferences,
        tabs::Doorbell,
    },
    query::{
        Found, Query,
        ask::{Texts, Wanted},
        rank::{Asked, Rate},
    },
    storage::{
        Durability, Store, StoreError,
        check::{self, Checked},
        history,
        journal::{Entry, Header},
        opening::{BootError, Finding},
        session::{self, CommitError, Session},
    },
};

/// The name of the preference that holds the witness.
pub(super) const WITNESS: &str = "witness";

/// How long the workspace must rest before a checkpoint is made, in milliseconds.
const REST: u32 = 3_000;

/// How long until it is looked whether another day has begun, in milliseconds.
const LOOK: u32 = 60_000;

/// After how long a change that the browser has not stored yet is said to be on its way, in milliseconds.
const LATE: u32 = 2_500;

/// How many pages a slice of a checkpoint writes: some 10 ms.
const SLICE: usize = 12;

/// A copyable handle; everything lies behind it.
#[derive(Clone, Copy)]
pub struct Workspace {
    live: StoredValue<Rc<Live>, LocalStorage>,
    /// Tell that records of a type have changed.
    changed: StoredValue<[Trigger; RecordType::ALL.len()]>,
    /// Tells that something can be undone or redone that could not be before.
    undoable: Trigger,
    /// What opening found damaged.
    pub findings: RwSignal<Vec<Finding>, LocalStorage>,
    /// Another tab has begun anew or upgraded; nothing here can be saved any more.
    pub is_stale: RwSignal<bool>,
}

pub(super) struct Live {
    pub(super) store: Disk,
    pub(super) session: RefCell<Session>,
    lists: RefCell<Lists>,
    asking: RefCell<Option<Box<dyn Asking>>>,
    bell: Doorbell,
    waiting: RefCell<VecDeque<Task>>,
    is_working: Cell<bool>,
    /// What is being done, once it takes long.
    work: RwSignal<Option<Work>>,
    is_cancelled: Rc<Cell<bool>>,
    /// Tells that what a filter was waiting for is here.
    answering: Trigger,
    rest: RefCell<Option<Timer>>,
    /// Tells that a backup was made, or put off.
    pub(super) backed_up: Trigger,
    pub(super) daily: Daily,
}

type Edit = Box<dyn Fn(&Book, &mut Stamp) -> Result<Box<dyn Making>, Problem>>;

type Saved = Result<Option<Label>, CommitError>;

type Task = Pin<Box<dyn Future<Output = ()>>>;

/// The workspace of this tab.
#[expect(clippy::expect_used, reason = "every page stands below the component that provides it")]
pub fn use_workspace() -> Workspace {
    use_context().expect("a workspace is provided")
}

impl Workspace {
    pub(super) fn new(
        store: Disk,
        session: Session,
        findings: Vec<Finding>,
        collation: IntlCollation,
    ) -> Self {
        let changed = StoredValue::new(RecordType::ALL.map(|_| Trigger::new()));
        let is_stale = RwSignal::new(false);
        store.store.on_version_change(move || is_stale.set(true));
        // The doorbell outlives what rings it here, so it is answered through the handle.
        let handle: Rc<Cell<Option<Self>>> = Rc::default();
        let answering = handle.clone();
        let bell = Doorbell::new(move || {
            if let Some(workspace) = answering.get() {
                workspace.enqueue(async move { workspace.catch_up().await });
            }
        });
        let live = Live {
            store,
            session: RefCell::new(session),
            lists: RefCell::new(Lists::new(collation)),
            asking: RefCell::default(),
            bell,
            waiting: RefCell::default(),
            is_working: Cell::new(false),
            work: RwSignal::new(None),
            is_cancelled: Rc::default(),
            answering: Trigger::new(),
            rest: RefCell::default(),
            backed_up: Trigger::new(),
            daily: Daily::new(),
        };
        let workspace = Self {
            live: StoredValue::new_local(Rc::new(live)),
            changed,
            undoable: Trigger::new(),
            findings: RwSignal::new_local(findings),
            is_stale,
        };
        handle.set(Some(workspace));
        workspace.begin_day();
        workspace.tell_fields();
        workspace.tell_witness();
        workspace.prepare();
        workspace
    }

    pub(super) fn live(self) -> Rc<Live> {
        self.live.get_value()
    }

    /// Reads the book, and again whenever records of these types change, where the caller is reactive.
    pub fn read<T>(self, on: &[RecordType], with: impl FnOnce(&Book) -> T) -> T {
        for kind in on {
            self.track(*kind);
        }
        with(&self.live().session.borrow().book)
    }

    /// Reads the book once.
    pub fn peek<T>(self, with: impl FnOnce(&Book) -> T) -> T {
        with(&self.live().session.borrow().book)
    }

    /// Asks to be run again when records of a type change.
    pub fn track(self, on: RecordType) {
        if let Some(trigger) = self.changed.get_value().get(on.position()) {
            trigger.track();
        }
    }

    /// What a query finds, in its order. Runs again when any of it changes.
    /// `None` while what it needs is still being fetched.
    pub fn find(self, on: RecordType, query: &Query) -> Option<Found> {
        let passed = match &*query.filter {
            "" => None,
            filter => Some(self.ask(|asking, book, texts| asking.filter(book, texts, on, filter))?),
        };
        for kind in RecordType::ALL {
            self.track(kind);
        }
        let live = self.live();
        let book = &live.session.borrow().book;
        let mut lists = live.lists.borrow_mut();
        if query.has_one_order() {
            let slots = lists.find(book, on, query, passed.as_ref());
            return Some(Found { slots, groups: Vec::new() });
        }
        self.live().answering.track();
        let mut asking = live.asking.borrow_mut();
        let Some(asking) = asking.as_mut() else {
            self.fetch_asking();
            return None;
        };
        Some(asking.arrange(book, &mut lists, on, query, passed.as_ref()))
    }

    /// Asks a filter, or says what it needs first: the part that can, and fields' past. It is fetched, and
    /// the caller is run again when it is here.
    pub fn ask<T>(
        self,
        with: impl FnOnce(&mut dyn Asking, &Book, &mut Texts) -> Result<T, Wanted>,
    ) -> Option<T> {
        for kind in RecordType::ALL {
            self.track(kind);
        }
        self.live().answering.track();
        let live = self.live();
        let asked = {
            let session = live.session.borrow();
            let mut asking = live.asking.borrow_mut();
            let Some(asking) = asking.as_mut() else {
                self.fetch_asking();
                return None;
            };
            let position = session.tip.position;
            asking.is_now(clock::now(), position);
            with(&mut **asking, &session.book, &mut live.lists.borrow_mut().search)
        };
        asked.map_err(|wanted| self.read_past(wanted)).ok()
    }

    fn fetch_asking(self) {
        start(async move {
            // Where it cannot be had, the views of the same part say so.
            if let Ok(asking) = asking().await {
                self.live().asking.borrow_mut().get_or_insert(asking);
                self.live().answering.notify();
            }
        });
    }

    fn read_past(self, wanted: Wanted) {
        self.enqueue(async move {
            // The part is here: it has found what is wanted.
            let _ = past(self, wanted).await;
        });
    }

    /// Ids of the records whose names are nearest to what is asked, nearest first.
    pub fn nearest(self, on: RecordType, asked: &Asked, most: usize) -> Vec<(Rate, Id)> {
        let live = self.live();
        let book = &live.session.borrow().book;
        let nearest = live.lists.borrow_mut().nearest(book, on, asked, most);
        let id = |(rate, slot)| Some((rate, book.table(on).at(slot)?.id));
        nearest.into_iter().filter_map(id).collect()
    }

    /// Makes names ready to be found, in slices between which input is handled.
    pub fn prepare_names(self, on: RecordType) {
        let live = self.live();
        start(async move {
            while live.lists.borrow_mut().renew_names(&live.session.borrow().book, on) {
                clock::pause(1).await;
            }
        });
    }

    /// Asks for a change. `then` hears whether it is on disk. Changes are made one after the other.
    pub fn commit(
        self,
        edit: impl Fn(&Book, &mut Stamp) -> Result<Change, Problem> + 'static,
        then: impl FnOnce(Result<(), CommitError>) + 'static,
    ) {
        let edit = move |book: &Book, stamp: &mut Stamp| {
            Ok(Box::new(edit(book, stamp)?) as Box<dyn Making>)
        };
        self.commit_boxed(Box::new(edit), Box::new(|saved: Saved| then(saved.map(|_| ()))));
    }

    /// The same for one that is made in slices. `then` hears what was done; `None` if there was nothing to do.
    pub fn commit_long(
        self,
        edit: impl Fn(&Book, &mut Stamp) -> Result<Box<dyn Making>, Problem> + 'static,
        then: impl FnOnce(Saved) + 'static,
    ) {
        self.commit_boxed(Box::new(edit), Box::new(then));
    }

    /// Boxed, so that what is below is compiled once and not for every edit there is.
    fn commit_boxed(self, edit: Edit, then: Box<dyn FnOnce(Saved)>) {
        let stamp = clock::stamp();
        self.enqueue(async move {
            let edit = |book: &Book| edit(book, &mut stamp.clone());
            then(self.save_long(Durability::Strict, &edit, &self.working()).await);
        });
    }

    /// Looks over all that is stored, while nothing is changed here. Where pages are damaged, all are written
    /// anew.
    pub fn check(self, then: impl FnOnce(Result<Checked, BootError>) + 'static) {
        self.enqueue(async move {
            let checked = self.checked().await;
            if checked.as_ref().is_ok_and(|checked| checked.damaged_pages > 0) {
                self.live().session.borrow_mut().checkpoints.start_over();
                self.rest();
            }
            then(checked);
        });
    }

    async fn checked(self) -> Result<Checked, BootError> {
        let live = self.live();
        loop {
            let witness = live.session.borrow().witness();
            let (mut checked, opened) = check::look(&live.store, witness).await?;
            if opened.tip == live.session.borrow().tip {
                check::compare(&mut checked, &opened.book, &live.session.borrow().book);
                return Ok(checked);
            }
            // Another tab has written meanwhile.
            self.catch_up().await;
        }
    }

    /// Does something when all is done that is being done or waits.
    pub fn when_done(self, then: impl FnOnce() + 'static) {
        self.enqueue(async move { then() });
    }

    /// Writes a file of the book in slices, between which input is handled and nothing is changed. `piece` gives
    /// the next part of it; `None` when it is whole. Where it is cancelled or fails, there is no file.
    pub fn write_long(
        self,
        mut piece: impl FnMut(&Book) -> Option<Piece> + 'static,
        mut to: Sink,
        then: impl FnOnce(Result<String, NotSaved>) + 'static,
    ) {
        self.enqueue(async move {
            let live = self.live();
            let working = self.working();
            let written = loop {
                let next = piece(&live.session.borrow().book);
                let Some(Piece { bytes, done, of }) = next else { break Ok(()) };
                if let Err(error) = to.write(&bytes).await {
                    break Err(NotSaved::Browser(error));
                }
                let waited = working.wait(done.min(of) * 100 / of.max(1), true).await;
                if let Err(error) = waited {
                    break Err(NotSaved::Ended(error));
                }
            };
            let saved = match written {
                Ok(()) => to.finish().await.map_err(NotSaved::Browser),
                Err(error) => {
                    to.give_up().await;
                    Err(error)
                }
            };
            drop(working);
            then(saved);
        });
    }

    /// What is being done, once it takes long.
    pub fn work(self) -> RwSignal<Option<Work>> {
        self.live().work
    }

    /// Ends the work that is going on, if it is not too late.
    pub fn cancel(self) {
        self.live().is_cancelled.set(true);
    }

    /// The pace of work that is to be seen. To be called from a task of the queue.
    pub fn working(self) -> Working {
        Working::new(self.work(), self.live().is_cancelled.clone())
    }

    /// Makes a change in slices and does not do it. `each` sees it now and then, hears whether that is all of
    /// it, and says whether to go on; `then` gets it as far as it was made, and the position of the book for
    /// which it was. Given up when the book changes.
    pub fn rehearse<M: Making + 'static>(
        self,
        edit: impl FnOnce(&Book, Stamp) -> Result<M, Problem> + 'static,
        each: impl Fn(&Book, Result<&M, &Problem>, bool) -> bool + 'static,
        then: impl FnOnce(M, u64) + 'static,
    ) {
        let live = self.live();
        start(async move {
            let slices = Slices::new();
            // What is shown now comes first.
            slices.pause().await;
            let position = live.session.borrow().tip.position;
            let mut making = {
                let book = &live.session.borrow().book;
                match edit(book, clock::stamp()) {
                    Ok(making) => making,
                    Err(problem) => {
                        each(book, Err(&problem), true);
                        return;
                    }
                }
            };
            loop {
                let goes_on = {
                    let session = live.session.borrow();
                    if session.tip.position != position {
                        return;
                    }
                    let (done, of) = making.go_on(&session.book);
                    let is_whole = done >= of;
                    let is_seen = is_whole || slices.is_over();
                    let goes_on = !is_seen || each(&session.book, Ok(&making), is_whole);
                    !is_whole && goes_on
                };
                if !goes_on {
                    return then(making, position);
                }
                if slices.is_over() {
                    slices.pause().await;
                }
            }
        });
    }

    /// Does something after all changes that were asked for before.
    pub fn enqueue(self, task: impl Future<Output = ()> + 'static) {
        self.enqueue_boxed(Box::pin(task));
    }

    fn enqueue_boxed(self, task: Task) {
        let live = self.live();
        live.waiting.borrow_mut().push_back(task);
        if !live.is_working.replace(true) {
            start(async move {
                loop {
                    let next = live.waiting.borrow_mut().pop_front();
                    let Some(task) = next else { break };
                    let work = live.work;
                    let late = Timer::new(LATE, move || {
                        // The workspace may be gone by now.
                        if work.try_get_untracked() == Some(None) {
                            let _ = work.try_set(Some(Work { percent: 90, can_cancel: false }));
                        }
                    });
                    task.await;
                    drop(late);
                    if work.try_get_untracked().flatten().is_some() {
                        let _ = work.try_set(None);
                    }
                }
                live.is_working.set(false);
            });
        }
    }

    /// Puts a change on disk and into the book. To be called from a task of the queue.
    pub async fn save(
        self,
        durability: Durability,
        edit: &dyn Fn(&Book) -> Result<Change, Problem>,
    ) -> Result<(), CommitError> {
        let edit = |book: &Book| Ok(Box::new(edit(book)?) as Box<dyn Making>);
        self.save_long(durability, &edit, &self.working()).await.map(|_| ())
    }

    async fn save_long(
        self,
        durability: Durability,
        edit: &session::Edit<'_>,
        pace: &Working,
    ) -> Saved {
        if self.is_stale.get_untracked() {
            // What is on disk is another workspace by now, and must not get changes of this one.
            return Err(CommitError::Replaced);
        }
        let live = self.live();
        let (touched, saved) =
            session::commit_long(&live.store, &live.session, durability, edit, pace).await;
        self.follow(&touched);
        if !touched.records.is_empty() {
            live.bell.ring();
        }
        self.outdate(saved.as_ref().err());
        saved
    }

    async fn catch_up(self) {
        let live = self.live();
        let (touched, caught) = session::catch_up(&live.store, &live.session).await;
        self.follow(&touched);
        self.outdate(caught.as_ref().err());
    }

    /// Ends the saving where only a reload can go on.
    fn outdate(self, error: Option<&CommitError>) {
        if matches!(
            error,
            Some(
                CommitError::Replaced
                    | CommitError::Unreadable
                    | CommitError::Store(StoreError::Newer)
            )
        ) {
            self.is_stale.set(true);
        }
    }

    fn follow(self, touched: &Touched) {
        if touched.records.is_empty() {
            return;
        }
        let live = self.live();
        self.tell_fields();
        live.lists.borrow_mut().follow(&live.session.borrow().book, touched);
        if let Some(asking) = live.asking.borrow_mut().as_mut() {
            asking.follow(touched);
        }
        self.tell_witness();
        for (kind, trigger) in RecordType::ALL.into_iter().zip(self.changed.get_value()) {
            if touched.records.iter().any(|(on, _)| *on == kind) {
                trigger.notify();
            }
        }
        self.undoable.notify();
        self.rest();
    }

    /// Tells which fields there are to whoever has no book at hand.
    fn tell_fields(self) {
        own::enter(self.live().session.borrow().book.own());
    }

    /// A witness that cannot be written is no reason to refuse a change that is on disk.
    fn tell_witness(self) {
        preferences::write(WITNESS, &self.live().session.borrow().witness());
    }

    /// Position of the change that undo would take back.
    pub fn next_undo(self) -> Option<u64> {
        self.undoable.track();
        self.live().session.borrow().undoable.undo.last().copied()
    }

    /// Position of the undo that redo would take back.
    pub fn next_redo(self) -> Option<u64> {
        self.undoable.track();
        self.live().session.borrow().undoable.redo.last().copied()
    }

    /// Says that something else can be taken back or done again than before.
    pub(super) fn tell_undoable(self) {
        self.undoable.notify();
    }

    /// The position of the last change.
    pub fn position(self) -> u64 {
        self.undoable.track();
        self.live().session.borrow().tip.position
    }

    /// Takes back the last change that is not taken back; `then` hears what it was.
    pub fn undo(self, then: impl FnOnce(Result<Header, CommitError>) + 'static) {
        self.enqueue(async move {
            let next = self.live().session.borrow().undoable.undo.last().copied();
            then(self.revert(next, Cause::Undo).await);
        });
    }

    /// Takes back the change at a position, if nothing has changed since in what it changed.
    pub fn undo_at(self, position: u64, then: impl FnOnce(Result<Header, CommitError>) + 'static) {
        self.enqueue(async move { then(self.revert(Some(position), Cause::Undo).await) });
    }

    /// Does again what was undone last.
    pub fn redo(self, then: impl FnOnce(Result<Header, CommitError>) + 'static) {
        self.enqueue(async move {
            let next = self.live().session.borrow().undoable.redo.last().copied();
            then(self.revert(next, Cause::Redo).await);
        });
    }

    async fn revert(
        self,
        position: Option<u64>,
        cause: fn(u64) -> Cause,
    ) -> Result<Header, CommitError> {
        let live = self.live();
        let position = position.ok_or(Problem::NothingLeft)?;
        let working = self.working();
        let entry = history::long_entry(&live.store, position, &working).await?;
        let Entry { header, change, .. } = entry.ok_or(Problem::NothingLeft)?;
        let (change, stamp) = (Rc::new(change), clock::stamp());
        let edit = |_: &Book| {
            let reverting = Reverting::new(change.clone(), cause(position), &stamp);
            Ok(Box::new(reverting) as Box<dyn Making>)
        };
        self.save_long(Durability::Strict, &edit, &working).await?;
        // What was taken back may be large, and goes in a turn of its own.
        clock::breathe().await;
        Ok(header)
    }

    /// The latest headers of the journal, newest first.
    pub async fn history(self, until: u64, most: u64) -> Result<Vec<Header>, StoreError> {
        history::headers(&self.live().store, until, most).await
    }

    /// The imports that were not undone, newest first.
    pub async fn imports(self) -> Result<Vec<Header>, StoreError> {
        let until = self.live().session.borrow().tip.position;
        self.history(until, until).await.map(history::imports)
    }

    /// Every entry that touched a record, newest first.
    pub async fn history_of(self, id: Id) -> Result<Vec<Entry>, StoreError> {
        let live = self.live();
        let until = live.session.borrow().tip.position;
        history::of_record(&live.store, id, until).await
    }

    /// Tells the book what day it is, and looks every now and then whether it has ended: a timer set to its end
    /// would sleep as long as the computer does.
    fn begin_day(self) {
        let live = self.live();
        let today = Today::at(clock::now(), clock::minutes_east);
        let before = std::mem::replace(&mut live.session.borrow_mut().book.today, today);
        if before != today && before != Today::default() {
            live.lists.borrow_mut().begin_day();
            self.changed.get_value().iter().for_each(Trigger::notify);
        }
        Timer::new(LOOK, move || self.begin_day()).forget();
    }

    /// Work that may wait until the first screen is painted.
    fn prepare(self) {
        start(async move {
            clock::pause(0).await;
            let live = self.live();
            // Without it, undo begins with the first change of this tab.
            start(async move {
                let _ = load_undoable(self).await;
            });
            loop {
                let is_stale = live.lists.borrow_mut().renew_some(&live.session.borrow().book);
                if !is_stale {
                    break;
                }
                clock::pause(1).await;
            }
            self.rest();
        });
    }

    /// Makes a checkpoint once nothing has changed for a while.
    fn rest(self) {
        let live = self.live();
        if live.session.borrow().checkpoints.is_needed() {
            let timer = Timer::new(REST, move || {
                self.enqueue(async move {
                    // The journal has everything; where the part is missing, a later rest tries again.
                    let _ = checkpoint(self).await;
                });
            });
            live.rest.replace(Some(timer));
        }
    }

    /// Writes the pages that changed, in slices between which input is handled. Given up when a change
    /// comes in between; the next rest tries again.
    async fn checkpoint(self) {
        let live = self.live();
        let started = live.session.borrow().tip;
        let draft = {
            let session = live.session.borrow();
            session.checkpoints.draft(
                &session.book,
                started.position,
                started.chain,
                live.store.batch(),
            )
        };
        let Some(mut draft) = draft else { return };
        loop {
            let left = draft.write_some(&live.session.borrow().book, SLICE);
            match left {
                Ok(0) => break,
                Ok(_) => clock::pause(1).await,
                Err(_) => return,
            }
        }
        if live.session.borrow().tip != started
            || draft.finish(&live.session.borrow().checkpoints).is_err()
        {
            return;
        }
        // A checkpoint that fails is made again later; the journal has everything.
        let written = session::finish_checkpoint(&live.store, &live.session, draft).await;
        if written.is_ok() {
            // Beside all else: changes must not wait for it.
            start(async move { copying::follow(&live.store).await });
        }
    }
}

// Nothing is written before the first screen stands: see `ui::later`.
#[wasm_split(everyday, fallible, return_wrapper(let task = _; { task?.await; Ok(()) } -> Result<(), SplitLoaderError>))]
fn checkpoint(workspace: Workspace) -> Result<Task, SplitLoaderError> {
    Ok(Box::pin(workspace.checkpoint()))
}

#[wasm_split(everyday, fallible)]
fn asking() -> Result<Box<dyn Asking>, SplitLoaderError> {
    Ok(asking::new())
}

/// Reads from the journal what fields held before.
#[wasm_split(everyday, fallible, return_wrapper(let task = _; { task?.await; Ok(()) } -> Result<(), SplitLoaderError>))]
fn past(workspace: Workspace, wanted: Wanted) -> Result<Task, SplitLoaderError> {
    Ok(Box::pin(async move {
        let live = workspace.live();
        let until = live.session.borrow().tip.position;
        let from = live.asking.borrow_mut().as_mut().map(|asking| asking.begin(&wanted));
        let mut entries = Vec::new();
        let each = &mut |entry: Entry| entries.push((entry.header.position, entry.change));
        // What cannot be read is left out, as the history pages do.
        let _ = history::each_update(&live.store, from.unwrap_or_default(), until, each).await;
        if let Some(asking) = live.asking.borrow_mut().as_mut() {
            asking.learn(&entries, until);
        }
        live.answering.notify();
    }))
}

/// Reads from the journal what can be undone and redone.
#[wasm_split(everyday, fallible, return_wrapper(let task = _; { task?.await; Ok(()) } -> Result<(), SplitLoaderError>))]
fn load_undoable(workspace: Workspace) -> Result<Task, SplitLoaderError> {
    Ok(Box::pin(async move {
        let live = workspace.live();
        if session::load_undoable(&live.store, &live.session).await.is_ok() {
            workspace.undoable.notify();
        }
    }))
}
