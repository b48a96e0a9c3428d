//! Pieces that pages and forms are made of. They know no state.

pub(super) mod avatar;
pub(super) mod dialog;
pub(super) mod icon;
pub(super) mod menu;
pub(super) mod panel_button;
pub(super) mod switch;
pub(super) mod tag_chip;
pub(super) mod toast_list;
