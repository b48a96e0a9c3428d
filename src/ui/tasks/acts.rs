//! What is done with a task in one click, and the message that takes it back.

use chrono::NaiveDate;
use web_sys::HtmlInputElement;

use crate::{
    state::{Workspace, language::Words, toasts::Toasts},
    ui::commands::{commit, name_of},
};
use rapport::{
    domain::{
        edit::tasks,
        field::keys,
        id::{Id, RecordType},
        value::day::Day,
    },
    i18n::I18n,
};

const ON: RecordType = RecordType::Task;

/// Ticks a task off, or opens it again where it is done. Its tick shows that only once it is saved.
pub(in crate::ui) fn toggle(
    words: Words,
    toasts: Toasts,
    workspace: Workspace,
    id: Id,
    tick: &HtmlInputElement,
) {
    let is_done =
        workspace.peek(|book| book.get(ON, id).is_some_and(|it| it.get(keys::DONE).is_some()));
    tick.set_checked(is_done);
    if !is_done {
        complete(words, toasts, workspace, id);
        return;
    }
    let name = name_of(workspace, ON, id);
    let done = move |i18n: &I18n| i18n.with("task-reopened", &[("what", (&name).into())]);
    commit(words, toasts, workspace, done, move |book, stamp| tasks::reopen(book, id, stamp));
}

pub(in crate::ui) fn complete(words: Words, toasts: Toasts, workspace: Workspace, id: Id) {
    let name = name_of(workspace, ON, id);
    let done = move |i18n: &I18n| i18n.with("history-complete", &[("what", (&name).into())]);
    commit(words, toasts, workspace, done, move |book, stamp| tasks::complete(book, id, stamp));
}

/// Puts a task off to a day, or to some day.
pub(in crate::ui) fn put_off(
    words: Words,
    toasts: Toasts,
    workspace: Workspace,
    id: Id,
    to: Option<NaiveDate>,
) {
    let name = name_of(workspace, ON, id);
    let done = move |i18n: &I18n| {
        let day = to.and_then(Day::from_date).map(|day| i18n.formats.day(day));
        let day = day.unwrap_or_else(|| i18n.text("choice-task-status-someday"));
        i18n.with("task-moved", &[("what", (&name).into()), ("day", (&day).into())])
    };
    commit(words, toasts, workspace, done, move |book, stamp| tasks::put_off(book, id, to, stamp));
}
