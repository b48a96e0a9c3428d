//! Tasks wherever they stand: in forms, on the panels of records, on the home page.

pub(super) mod acts;
mod checklist_input;
mod due_input;
mod edit;
mod inputs;
mod quick_add;
mod repeat_input;
mod row;
mod snooze;
mod steps;

pub(super) use self::{
    edit::EditTask,
    inputs::{FORM, TaskInputs},
    quick_add::QuickAdd,
    row::TaskRow,
    steps::Steps,
};
