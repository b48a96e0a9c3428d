//! What is done from more than one place: taking back, doing again, what becomes of deals, beginning a
//! workspace.

use std::{cell::Cell, rc::Rc};

use leptos::prelude::{RwSignal, Set, untrack};

use crate::state::{
    Workspace,
    boot::Booting,
    language::Words,
    navigation::Navigation,
    toasts::{Former, Next, Toasts},
};
use rapport::{
    demo,
    domain::{
        book::Book,
        change::Change,
        edit::{deals, projects, relations},
        field::{derived, keys},
        id::{Id, RecordType},
        problem::Problem,
        stamp::Stamp,
    },
    i18n::I18n,
    platform::clock,
    route::Route,
    storage::{journal::Header, session::CommitError},
};

/// The seed of the demo, so that it is the same everywhere.
const DEMO_SEED: u64 = 1;

/// Takes back the last change and says what it was.
pub(super) fn undo(words: Words, toasts: Toasts, workspace: Workspace) {
    workspace.undo(move |outcome| undone(words, toasts, outcome));
}

/// Takes back the change at a position and says what it was.
pub(super) fn undo_at(words: Words, toasts: Toasts, workspace: Workspace, position: u64) {
    workspace.undo_at(position, move |outcome| undone(words, toasts, outcome));
}

fn undone(words: Words, toasts: Toasts, outcome: Result<Header, CommitError>) {
    let i18n = words.get();
    match outcome {
        Ok(header) => {
            let sentence = i18n.caused(header.cause, &header.label);
            toasts.done(i18n.with("undone", &[("what", (&sentence).into())]), None);
        }
        Err(error) => not_done(words, toasts, &error),
    }
}

/// Does again what was undone last.
pub(super) fn redo(words: Words, toasts: Toasts, workspace: Workspace) {
    workspace.redo(move |outcome| match outcome {
        Ok(header) => {
            let i18n = words.get();
            let sentence = i18n.label(&header.label);
            toasts.done(i18n.with("redone", &[("what", (&sentence).into())]), None);
        }
        Err(error) => not_done(words, toasts, &error),
    });
}

/// Says why something was not done; that one did not want it any more is no failure.
pub(super) fn not_done(words: Words, toasts: Toasts, error: &CommitError) {
    let sentence = words.get().commit_error(error);
    if *error == CommitError::Cancelled {
        toasts.done(sentence, None);
    } else {
        toasts.failed(sentence);
    }
}

/// Wins a deal, and offers to make a project of it.
pub(super) fn win(words: Words, toasts: Toasts, workspace: Workspace, deal: Id) {
    let name = name_of(workspace, RecordType::Deal, deal);
    workspace.commit(
        move |book, stamp| deals::close(book, deal, "won", None, stamp),
        move |saved| match saved {
            Ok(()) => {
                let done = words.get().with("deal-was-won", &[("name", (&name).into())]);
                let (undo, label) =
                    (untrack(|| workspace.next_undo()), words.text("project-of-deal"));
                toasts.offering(done, undo, label, Next::Plan { deal });
            }
            Err(error) => not_done(words, toasts, &error),
        },
    );
}

/// Loses a deal, for a reason if there is one.
pub(super) fn lose(
    words: Words,
    toasts: Toasts,
    workspace: Workspace,
    deal: Id,
    reason: Option<String>,
) {
    let edit = move |book: &Book, stamp: &mut Stamp| {
        deals::close(book, deal, "lost", reason.as_deref(), stamp)
    };
    change_deal(words, toasts, workspace, deal, "deal-was-lost", edit);
}

/// Opens a deal again that has ended.
pub(super) fn reopen(words: Words, toasts: Toasts, workspace: Workspace, deal: Id) {
    let edit = move |book: &Book, stamp: &mut Stamp| deals::reopen(book, deal, stamp);
    change_deal(words, toasts, workspace, deal, "deal-was-reopened", edit);
}

/// Changes a deal and says so by a message that has its name.
pub(super) fn change_deal(
    words: Words,
    toasts: Toasts,
    workspace: Workspace,
    deal: Id,
    message: &'static str,
    edit: impl Fn(&Book, &mut Stamp) -> Result<Change, Problem> + 'static,
) {
    let name = name_of(workspace, RecordType::Deal, deal);
    let done = move |i18n: &I18n| i18n.with(message, &[("name", (&name).into())]);
    commit(words, toasts, workspace, done, edit);
}

/// Makes a change and says so, with a way to take it back.
pub(super) fn commit(
    words: Words,
    toasts: Toasts,
    workspace: Workspace,
    done: impl FnOnce(&I18n) -> String + 'static,
    edit: impl Fn(&Book, &mut Stamp) -> Result<Change, Problem> + 'static,
) {
    workspace.commit(edit, move |saved| match saved {
        Ok(()) => toasts.done(done(&words.get()), untrack(|| workspace.next_undo())),
        Err(error) => not_done(words, toasts, &error),
    });
}

/// Makes a project of a deal and goes to it.
pub(super) fn plan_project(
    words: Words,
    toasts: Toasts,
    workspace: Workspace,
    navigation: Navigation,
    deal: Id,
) {
    let name = name_of(workspace, RecordType::Deal, deal);
    create(
        workspace,
        move |book, stamp| projects::of_deal(book, deal, stamp),
        move |made| match made {
            Ok(project) => {
                let done = words.get().with("history-create", &[("what", (&name).into())]);
                toasts.done(done, untrack(|| workspace.next_undo()));
                navigation.go(&Route::record(RecordType::Project, project));
            }
            Err(error) => not_done(words, toasts, &error),
        },
    );
}

/// The position that a person holds, which another organization would end.
pub(super) fn held_position(workspace: Workspace, person: Id) -> Option<Former> {
    workspace.peek(|book| {
        let record = book.get(RecordType::Person, person)?;
        let organization = record.link(keys::ORGANIZATION)?;
        let job_title = record.text(keys::JOB_TITLE).map(str::to_owned);
        Some(Former { person, organization, job_title })
    })
}

/// Says that a person has left a position, if they have, and offers to keep it.
pub(super) fn offer_former(words: Words, toasts: Toasts, workspace: Workspace, former: Former) {
    let now = held_position(workspace, former.person).map(|held| held.organization);
    if now == Some(former.organization) {
        return;
    }
    let name = name_of(workspace, RecordType::Person, former.person);
    let organization = name_of(workspace, RecordType::Organization, former.organization);
    let names = [("name", (&name).into()), ("organization", (&organization).into())];
    let left = words.get().with("former-left", &names);
    let (undo, label) = (untrack(|| workspace.next_undo()), words.text("former-keep"));
    toasts.offering(left, undo, label, Next::KeepFormer(former));
}

/// Keeps a position that a person has left in their job history.
pub(super) fn keep_former(words: Words, toasts: Toasts, workspace: Workspace, former: Former) {
    let name = name_of(workspace, RecordType::Person, former.person);
    let done = move |i18n: &I18n| i18n.with("former-kept", &[("name", (&name).into())]);
    commit(words, toasts, workspace, done, move |book, stamp| {
        let Former { person, organization, job_title } = &former;
        relations::former(book, *person, *organization, job_title.as_deref(), stamp)
    });
}

/// Makes a record; `then` hears under which id.
pub(super) fn create(
    workspace: Workspace,
    edit: impl Fn(&Book, &mut Stamp) -> Result<(Id, Change), Problem> + 'static,
    then: impl FnOnce(Result<Id, CommitError>) + 'static,
) {
    // There is no id before the edit has made one.
    let made: Rc<Cell<Option<Id>>> = Rc::default();
    let id = made.clone();
    workspace.commit(
        move |book, stamp| {
            let (id, change) = edit(book, stamp)?;
            made.set(Some(id));
            Ok(change)
        },
        move |saved| then(saved.and_then(|()| id.get().ok_or(Problem::NothingLeft.into()))),
    );
}

/// The name of a record, as far as it has one.
pub(super) fn name_of(workspace: Workspace, on: RecordType, id: Id) -> String {
    workspace.peek(|book| book.get(on, id).and_then(derived::name_of)).unwrap_or_default()
}

/// Begins an empty workspace in place of whatever is there, and goes somewhere in it.
pub(super) fn begin(
    words: Words,
    toasts: Toasts,
    boot: Booting,
    navigation: Navigation,
    to: Route,
) {
    boot.begin(move |begun| match begun {
        Ok(_) => navigation.go(&to),
        Err(error) => toasts.failed(words.get().store_error(&error)),
    });
}

/// How many records of a demo are on disk, of how many; nothing before and after.
pub(super) type Progress = RwSignal<Option<(usize, usize)>>;

/// Begins a demo workspace with so many people and goes to them.
pub(super) fn try_demo(
    words: Words,
    toasts: Toasts,
    boot: Booting,
    navigation: Navigation,
    people: u32,
    progress: Progress,
) {
    let changes = demo::seeded(DEMO_SEED, people, clock::now());
    let total = changes.total();
    progress.set(Some((0, total)));
    boot.begin_with(
        changes,
        move |done| progress.set(Some((done, total))),
        move |filled| {
            progress.set(None);
            match filled {
                Ok(()) => navigation.go(&Route::list(RecordType::Person)),
                Err(error) => toasts.failed(words.get().commit_error(&error)),
            }
        },
    );
}

/// Removes everything that is here and goes back to the first screen.
pub(super) fn start_over(words: Words, toasts: Toasts, boot: Booting, navigation: Navigation) {
    boot.give_up(move |given_up| match given_up {
        Ok(()) => navigation.go(&Route::list(RecordType::Person)),
        Err(error) => toasts.failed(words.get().store_error(&error)),
    });
}
