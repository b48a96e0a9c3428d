//! When commands can be done; the last column of the table names these.

use super::Here;
use crate::state::lock;

pub(super) fn always(_: Here) -> bool {
    true
}

pub(super) fn can_undo(here: Here) -> bool {
    here.workspace.next_undo().is_some()
}

pub(super) fn can_redo(here: Here) -> bool {
    here.workspace.next_redo().is_some()
}

pub(super) fn is_sealed(_: Here) -> bool {
    lock::is_on()
}

pub(super) fn has_list(here: Here) -> bool {
    here.list().is_some()
}

pub(super) fn has_filter(here: Here) -> bool {
    here.filtering().is_some()
}

pub(super) fn has_rows(here: Here) -> bool {
    here.list().is_some_and(|list| list.count() > 0)
}

pub(super) fn has_marked(here: Here) -> bool {
    here.list().is_some_and(|list| !list.marked().is_empty())
}

pub(super) fn has_record(here: Here) -> bool {
    here.navigation.peek().open_record().is_some()
}

pub(super) fn can_step_back(here: Here) -> bool {
    here.list().is_some_and(|list| list.is_any_selected() || list.open_record().is_some())
}
