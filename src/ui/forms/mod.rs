//! Inputs for values of every kind, chosen by the field catalogue.
//!
//! What was typed lives in a [`Draft`](rapport::domain::field::draft::Draft); whether it is right is asked
//! when it is saved.

mod address_row;
mod choice_input;
mod choices_input;
mod combobox;
mod definition_form;
mod field_input;
mod in_place;
mod items_input;
mod label_select;
mod labelled_row;
mod lost_dialog;
mod name_form;
mod options_input;
mod photo_input;
mod relation_input;
mod rename_form;
mod rows;
mod tags_input;
mod text_input;
mod whole_form;

pub(super) use self::{
    definition_form::DefinitionForm,
    field_input::{FieldFault, FieldInput},
    in_place::{FieldEditor, InPlace, Leaving, Opened, name_key},
    lost_dialog::LostDialog,
    name_form::NameForm,
    rename_form::RenameForm,
    tags_input::{TagsInput, chips},
    text_input::{shown, typed},
    whole_form::{Entry, WholeForm},
};
