//! The lock: the key that this page holds, what gives it one, and what takes it away again.
//!
//! Locking loads the page anew, in this tab and in all others: of the memory that held records nothing is left,
//! and the new page has no key. What is written and read here goes through `storage::sealed`.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::prelude::*;
use web_sys::Event;

use super::{
    Workspace,
    boot::{self, Boot, Booting, Copies, Disk, MOVING, PLAIN, SEALED},
    copying, start,
    working::Work,
};
use rapport::{
    platform::{
        clock::{self, Timer},
        dom, drafts, preferences,
        tabs::{self, Lock},
    },
    query::idle::{self, Look},
    storage::{
        Durability, Store, StoreError,
        indexed_db::IndexedDb,
        moving, passkeys,
        seal::{self, Chance, Envelope, Problem, RecoveryKey, Secret, WORK},
        sealed::{Seal, Sealed},
        web_crypto::WebCrypto,
    },
};

/// The preferences that hold after how many minutes the workspace is locked, and when there was last a sign of its
/// person in any tab.
const MINUTES: &str = "auto-lock";
const SIGN: &str = "active";

/// How often it is looked whether to lock, and how often a sign is written down, in milliseconds.
const LOOK: u32 = 5_000;
const NOTE: i64 = 10_000;

/// How long a lock waits for what is being saved, in milliseconds.
const PATIENCE: u32 = 2_000;

/// What a person does to be noticed.
const SIGNS: [&str; 5] = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"];

#[derive(Clone)]
struct Open {
    seal: Seal,
    envelope: Envelope,
}

thread_local! {
    static OPEN: RefCell<Option<Open>> = const { RefCell::new(None) };
    static IS_WATCHED: Cell<bool> = const { Cell::new(false) };
    /// The last sign of the person in this tab, in milliseconds.
    static LAST: Cell<i64> = const { Cell::new(0) };
}

/// Whether the browser has what it takes.
pub fn is_possible() -> bool {
    WebCrypto::new().is_some()
}

/// Whether this page has the key of a sealed workspace.
pub fn is_on() -> bool {
    OPEN.with(|open| open.borrow().is_some())
}

/// What the workspace is sealed with.
pub fn seal() -> Option<Seal> {
    OPEN.with(|open| open.borrow().as_ref().map(|open| open.seal.clone()))
}

/// Whether there is a recovery key.
pub fn has_recovery() -> bool {
    OPEN.with(|open| open.borrow().as_ref().is_some_and(|open| open.envelope.has_recovery()))
}

/// Whether the browser has passkeys.
pub fn can_have_passkey() -> bool {
    passkeys::are_possible()
}

/// Whether there is a passkey.
pub fn has_passkey() -> bool {
    OPEN.with(|open| open.borrow().as_ref().is_some_and(|open| open.envelope.passkey.is_some()))
}

/// Forgets the key, because what it opens is gone.
pub(super) fn forget() {
    OPEN.with(|open| open.replace(None));
    drafts::seal(false);
}

fn hold(seal: Seal, envelope: Envelope) {
    OPEN.with(|open| open.replace(Some(Open { seal, envelope })));
    drafts::seal(true);
}

/// Puts the envelope into the database of a sealed workspace, where there is none yet.
pub(super) async fn bring_envelope(disk: &Disk) -> Result<(), StoreError> {
    let envelope = OPEN.with(|open| open.borrow().as_ref().map(|open| open.envelope.clone()));
    if let Some(envelope) = envelope
        && seal::copies(disk).await?.is_empty()
    {
        put(disk, &envelope).await?;
    }
    Ok(())
}

/// A workspace was begun in place of whatever was there.
pub(super) async fn begun(disk: &Disk) {
    if disk.seal.is_some() {
        // What is left in the other one does not count; the next opening looks again.
        let _ = IndexedDb::delete(PLAIN).await;
    }
}

async fn put(disk: &Disk, envelope: &Envelope) -> Result<(), StoreError> {
    let mut batch = disk.batch();
    envelope.put_to(&mut batch)?;
    disk.commit(batch, Durability::Strict).await
}

/// The browser's keys; none where the page was not fetched safely.
fn keys() -> Result<WebCrypto, Problem> {
    WebCrypto::new().ok_or_else(|| {
        Problem::Store(StoreError::Unavailable("crypto.subtle is not here".to_owned()))
    })
}

fn no_chance() -> Problem {
    Problem::Store(StoreError::Unavailable("crypto is not here".to_owned()))
}

/// A new recovery key; none where the browser has no chance.
pub fn new_recovery() -> Option<RecoveryKey> {
    clock::secret().map(RecoveryKey::new)
}

/// A new envelope, and what it gives when it is opened.
async fn make(
    passphrase: &str,
    recovery: Option<&RecoveryKey>,
) -> Result<(Envelope, Seal), Problem> {
    let keys = keys()?;
    let (id, salt) = (clock::secret().ok_or_else(no_chance)?, clock::secret());
    let chance = Chance { id, salt: salt.ok_or_else(no_chance)? };
    let envelope = seal::make(&keys, passphrase, recovery, WORK, chance).await?;
    let seal = seal::unlock(&keys, &envelope, &Secret::passphrase(passphrase)).await?;
    Ok((envelope, seal))
}

/// Makes ready that the workspace that is begun next is sealed. Nothing is stored yet.
pub fn prepare(
    boot: Booting,
    passphrase: String,
    recovery: Option<RecoveryKey>,
    then: impl FnOnce(Result<(), Problem>) + 'static,
) {
    start(async move {
        // The work for the passphrase goes on at one go, so what is done is painted first.
        clock::pause(0).await;
        let made = make(&passphrase, recovery.as_ref()).await;
        then(made.map(|(envelope, seal)| {
            hold(seal, envelope);
            watch(boot);
        }));
    });
}

/// Opens a sealed workspace; `failed` hears why not.
pub fn unlock(
    boot: Booting,
    copies: Copies,
    secret: Secret,
    failed: impl FnOnce(&Problem) + 'static,
) {
    unlock_with(boot, copies, async |_| Ok(secret), failed);
}

/// Opens it with its passkey, for which the device asks its person.
pub fn unlock_by_passkey(boot: Booting, copies: Copies, failed: impl FnOnce(&Problem) + 'static) {
    let secret = async |envelope: &Envelope| {
        let passkey = envelope.passkey.as_ref().ok_or(Problem::Wrong)?;
        passkeys::ask(&passkey.credential, &passkey.input).await.map(Secret::Passkey)
    };
    unlock_with(boot, copies, secret, failed);
}

/// Whether what is locked opens with a passkey.
pub fn opens_by_passkey(copies: &Copies) -> bool {
    Envelope::read(copies).is_ok_and(|envelope| envelope.passkey.is_some())
}

fn unlock_with(
    boot: Booting,
    copies: Copies,
    secret: impl AsyncFnOnce(&Envelope) -> Result<Secret, Problem> + 'static,
    failed: impl FnOnce(&Problem) + 'static,
) {
    start(async move {
        clock::pause(0).await;
        match try_unlock(&copies, secret).await {
            Ok(()) => {
                watch(boot);
                reopen(boot);
            }
            Err(problem) => failed(&problem),
        }
    });
}

async fn try_unlock(
    copies: &Copies,
    secret: impl AsyncFnOnce(&Envelope) -> Result<Secret, Problem>,
) -> Result<(), Problem> {
    let (envelope, is_damaged) = match Envelope::read(copies) {
        Err(Problem::Damaged) => {
            let other = copying::envelope().await.unwrap_or_default();
            (Envelope::read(&other)?, true)
        }
        read => (read?, false),
    };
    let secret = secret(&envelope).await?;
    let seal = seal::unlock(&keys()?, &envelope, &secret).await?;
    hold(seal, envelope.clone());
    if is_damaged && let Ok(disk) = boot::find().await? {
        put(&disk, &envelope).await?;
        disk.store.close();
    }
    Ok(())
}

fn reopen(boot: Booting) {
    boot.open();
    start(tidy());
}

/// Removes what was left on the way from plain to sealed, and makes the second copy one of what counts now.
async fn tidy() {
    // The opening comes first.
    clock::pause(PATIENCE).await;
    if is_on()
        && let Ok(Some(store)) = IndexedDb::open_if_there(PLAIN).await
    {
        let is_left = moving::is_marked(&store).await.unwrap_or_default();
        store.close();
        if is_left && Lock::take_if_free(MOVING).await.is_some() {
            // The next opening tries again.
            let _ = IndexedDb::delete(PLAIN).await;
        }
    }
    if let Ok(Ok(disk)) = boot::find().await {
        copying::follow(&disk).await;
        disk.store.close();
    }
}

/// Seals the workspace that is open. `then` hears the outcome; the workspace is opened anew by then.
pub fn turn_on(
    boot: Booting,
    workspace: Workspace,
    passphrase: String,
    recovery: Option<RecoveryKey>,
    then: impl FnOnce(Result<(), Problem>) + 'static,
) {
    workspace.enqueue(async move {
        let turned = try_turn_on(workspace, &passphrase, recovery.as_ref()).await;
        workspace.work().set(None);
        if turned.is_ok() {
            watch(boot);
            reopen(boot);
        }
        then(turned);
    });
}

async fn try_turn_on(
    workspace: Workspace,
    passphrase: &str,
    recovery: Option<&RecoveryKey>,
) -> Result<(), Problem> {
    let progress = progress(workspace);
    progress(0, 1);
    clock::pause(0).await;
    let (envelope, seal) = make(passphrase, recovery).await?;
    let _alone = Lock::take(MOVING).await;
    let from = &workspace.live().store;
    let to = Sealed { store: IndexedDb::open(SEALED).await?, seal: Some(seal.clone()) };
    if !seal::copies(&to).await?.is_empty() {
        // Another tab was quicker.
        return Err(StoreError::Taken.into());
    }
    moving::carry(from, &to, &progress).await?;
    moving::seal(&to, &envelope).await?;
    hold(seal, envelope);
    tabs::lock_others();
    leave(from, PLAIN).await;
    Ok(())
}

/// Takes the seal off the workspace that is open.
pub fn turn_off(
    boot: Booting,
    workspace: Workspace,
    secret: Secret,
    then: impl FnOnce(Result<(), Problem>) + 'static,
) {
    workspace.enqueue(async move {
        let turned = try_turn_off(workspace, &secret).await;
        workspace.work().set(None);
        if turned.is_ok() {
            reopen(boot);
        }
        then(turned);
    });
}

async fn try_turn_off(workspace: Workspace, secret: &Secret) -> Result<(), Problem> {
    let progress = progress(workspace);
    progress(0, 1);
    clock::pause(0).await;
    let from = &workspace.live().store;
    let envelope = Envelope::read(&seal::copies(from).await?)?;
    seal::unlock(&keys()?, &envelope, secret).await?;
    let _alone = Lock::take(MOVING).await;
    let to = Sealed::plain(IndexedDb::open(PLAIN).await?);
    moving::carry(from, &to, &progress).await?;
    moving::unseal(from, &to).await?;
    forget();
    tabs::lock_others();
    leave(from, SEALED).await;
    Ok(())
}

/// Says how far it is; it cannot be called off.
fn progress(workspace: Workspace) -> impl Fn(usize, usize) {
    let work = workspace.work();
    move |done, of| work.set(Some(Work { percent: done * 100 / of.max(1), can_cancel: false }))
}

/// Deletes the database that everything was carried out of, so that its files go, and the copy of it.
async fn leave(from: &Disk, name: &str) {
    from.store.retire();
    // Where a tab stands in the way, the next opening tries again.
    let _ = IndexedDb::delete(name).await;
    copying::forget().await;
}

/// Gives the workspace another passphrase.
pub fn change(
    secret: Secret,
    passphrase: String,
    then: impl FnOnce(Result<(), Problem>) + 'static,
) {
    start(async move {
        clock::pause(0).await;
        let changed = async {
            let (keys, salt) = (keys()?, clock::secret().ok_or_else(no_chance)?);
            let (disk, envelope) = stored().await?;
            let change = seal::change_passphrase(&keys, &envelope, &secret, &passphrase, salt);
            keep(&disk, change.await?).await
        };
        then(changed.await);
    });
}

/// Gives the workspace another recovery key, or takes it away.
pub fn change_recovery(
    secret: Secret,
    recovery: Option<RecoveryKey>,
    then: impl FnOnce(Result<(), Problem>) + 'static,
) {
    start(async move {
        clock::pause(0).await;
        let changed = async {
            let keys = keys()?;
            let (disk, envelope) = stored().await?;
            let change = seal::change_recovery(&keys, &envelope, &secret, recovery.as_ref());
            keep(&disk, change.await?).await
        };
        then(changed.await);
    });
}

/// Has the device make a passkey that opens the workspace, in place of the one that did.
pub fn add_passkey(secret: Secret, then: impl FnOnce(Result<(), Problem>) + 'static) {
    start(async move {
        clock::pause(0).await;
        let added = async {
            let keys = keys()?;
            let (disk, envelope) = stored().await?;
            // No passkey is made where it would open nothing.
            seal::unlock(&keys, &envelope, &secret).await?;
            let user = clock::secret().ok_or_else(no_chance)?;
            let input = clock::secret().ok_or_else(no_chance)?;
            let passkey = passkeys::make("Rapport", user, input).await?;
            let change = seal::change_passkey(&keys, &envelope, &secret, Some(passkey));
            keep(&disk, change.await?).await
        };
        then(added.await);
    });
}

/// Has no passkey open the workspace any more.
pub fn remove_passkey(secret: Secret, then: impl FnOnce(Result<(), Problem>) + 'static) {
    start(async move {
        clock::pause(0).await;
        let removed = async {
            let keys = keys()?;
            let (disk, envelope) = stored().await?;
            let change = seal::change_passkey(&keys, &envelope, &secret, None);
            keep(&disk, change.await?).await
        };
        then(removed.await);
    });
}

/// The envelope as it is on the disk: another tab may have changed it.
async fn stored() -> Result<(Disk, Envelope), Problem> {
    let disk = Sealed { store: IndexedDb::open(SEALED).await?, seal: seal() };
    let envelope = Envelope::read(&seal::copies(&disk).await?)?;
    Ok((disk, envelope))
}

async fn keep(disk: &Disk, envelope: Envelope) -> Result<(), Problem> {
    put(disk, &envelope).await?;
    copying::follow(disk).await;
    disk.store.close();
    OPEN.with(|open| {
        if let Some(open) = open.borrow_mut().as_mut() {
            open.envelope = envelope;
        }
    });
    Ok(())
}

/// After how many minutes the workspace is locked by itself; zero is never.
pub fn minutes() -> u32 {
    preferences::read(MINUTES).filter(|it| idle::CHOICES.contains(it)).unwrap_or(idle::USUAL)
}

/// Returns whether the browser keeps it.
pub fn set_minutes(minutes: u32) -> bool {
    preferences::write(MINUTES, &minutes)
}

/// Has this page locked when another one says so, whatever it shows: the other one may just have sealed what is
/// open here.
pub fn listen(boot: Booting) {
    tabs::on_lock(move || leave_page(boot));
}

/// Locks the workspace now, here and in all other tabs.
pub fn lock(boot: Booting) {
    if is_on() {
        tabs::lock_others();
        leave_page(boot);
    }
}

/// Takes everything off the screen, and loads the page anew when what is being saved is saved.
fn leave_page(boot: Booting) {
    let shown = boot.0.get_untracked();
    boot.0.set(Boot::Opening);
    // What was searched for is a part of the address.
    let address = dom::hash();
    dom::replace(address.split('?').next().filter(|it| !it.is_empty()).unwrap_or("#/home"));
    Timer::new(PATIENCE, dom::reload).forget();
    match shown {
        Boot::Ready(workspace) => workspace.when_done(dom::reload),
        _ => dom::reload(),
    }
}

/// Watches for signs of the person, and locks when there are none; once in the life of a page.
fn watch(boot: Booting) {
    LAST.with(|last| last.set(clock::now().millis()));
    if IS_WATCHED.with(|watched| watched.replace(true)) {
        return;
    }
    for sign in SIGNS {
        dom::on_window(sign, |_: Event| {
            let now = clock::now().millis();
            LAST.with(|last| last.set(now));
        });
    }
    let noted = Rc::new(Cell::new(0));
    look(boot, clock::now().millis(), noted);
}

/// Looks whether to lock, and again in a while.
fn look(boot: Booting, before: i64, noted: Rc<Cell<i64>>) {
    Timer::new(LOOK, move || {
        let now = clock::now().millis();
        let own = LAST.with(Cell::get);
        if own - noted.get() >= NOTE {
            // Where the browser keeps nothing, each tab goes by its own signs.
            preferences::write(SIGN, &own);
            noted.set(own);
        }
        let other = preferences::read::<i64>(SIGN).unwrap_or_default().min(now);
        let sign = own.max(other);
        if is_on() && (Look { now, before, sign, minutes: minutes() }).is_to_lock() {
            lock(boot);
        } else {
            look(boot, now, noted);
        }
    })
    .forget();
}
