//! What commands do, one function for each row of the table.

use leptos::prelude::*;

use super::{Asking, Here};
use crate::{
    state::{lock, theme::Theme},
    ui::{commands, later, pages::list::walk::Step},
};
use rapport::{domain::id::RecordType, i18n::Language, platform::dom, route::Route};

pub(super) fn palette(here: Here) {
    here.is_help_open.set(false);
    here.palette.update(|asking| {
        *asking = if asking.is_some() { None } else { Some(Asking::Anything) };
    });
}

pub(super) fn help(here: Here) {
    here.is_help_open.update(|is_open| *is_open = !*is_open);
}

/// Goes to the search of the page, to that of people where it has none.
pub(super) fn search(here: Here) {
    let is_seen = dom::find("#search").is_some_and(|it| dom::is_visible(&it));
    if is_seen {
        dom::focus("#search");
        dom::select_text();
        return;
    }
    here.awaited.set_value(Some("#search"));
    // A narrow screen shows the list or the record.
    here.navigation.go(&match here.navigation.peek() {
        shown @ (Route::List { .. } | Route::Board { .. } | Route::Calendar { .. }) => {
            shown.closed()
        }
        _ => Route::list(RecordType::Person),
    });
}

pub(super) fn undo(here: Here) {
    commands::undo(here.words, here.toasts, here.workspace);
}

pub(super) fn redo(here: Here) {
    commands::redo(here.words, here.toasts, here.workspace);
}

macro_rules! listed {
    ($($on:ident: $add:ident $go:ident;)*) => {$(
        pub(super) fn $add(here: Here) {
            here.navigation.go(&Route::New { on: RecordType::$on });
        }

        pub(super) fn $go(here: Here) {
            go_to_list(here, RecordType::$on);
        }
    )*};
}

listed! {
    Person: add_person go_people;
    Organization: add_organization go_organizations;
    Project: add_project go_projects;
    Task: add_task go_tasks;
}

pub(super) fn go_home(here: Here) {
    go(here, &Route::Home);
}

pub(super) fn add_deal(here: Here) {
    here.navigation.go(&Route::New { on: RecordType::Deal });
}

pub(super) fn go_deals(here: Here) {
    go(here, &Route::board());
}

pub(super) fn go_interactions(here: Here) {
    go_to_list(here, RecordType::Interaction);
}

pub(super) fn go_calendar(here: Here) {
    go(here, &Route::calendar());
    here.awaited.set_value(Some(".calendar__day[tabindex='0']"));
}

pub(super) fn go_tags(here: Here) {
    go(here, &Route::Tags);
}

pub(super) fn go_segments(here: Here) {
    go(here, &Route::Segments);
}

pub(super) fn filter_help(here: Here) {
    go(here, &Route::Help);
}

pub(super) fn go_transfer(here: Here) {
    go(here, &Route::Transfer);
}

pub(super) fn go_history(here: Here) {
    go(here, &Route::History);
}

pub(super) fn go_settings(here: Here) {
    go(here, &Route::Settings);
}

pub(super) fn go_your_data(here: Here) {
    go(here, &Route::YourData);
}

fn go_to_list(here: Here, on: RecordType) {
    go(here, &if on == RecordType::Task { Route::open_tasks() } else { Route::list(on) });
    if here.list().is_some_and(|list| list.on() == on) {
        dom::focus("#grid");
    } else {
        here.awaited.set_value(Some("#grid"));
    }
}

fn go(here: Here, route: &Route) {
    here.navigation.go(route);
    dom::focus("#page");
}

pub(super) fn save_backup(here: Here) {
    later::save_backup(here.words, here.toasts, here.workspace);
}

pub(super) fn quick_entry(here: Here) {
    go(here, &Route::New { on: RecordType::Person });
    // The page itself puts the focus on the name; this comes after it.
    here.awaited.set_value(Some("#quick"));
}

pub(super) fn import_file(here: Here) {
    go(here, &Route::Transfer);
    if dom::find("#file").is_some() {
        dom::focus("#file");
    } else {
        here.awaited.set_value(Some("#file"));
    }
}

pub(super) fn lock_now(here: Here) {
    lock::lock(here.boot);
}

pub(super) fn theme(here: Here) {
    Theme::toggled().choose();
    here.themed.notify();
}

/// The next one; after the last comes the first.
pub(super) fn language(here: Here) {
    let current = here.words.get().language;
    let after = Language::ALL.into_iter().cycle().skip_while(|it| *it != current).nth(1);
    if let (Some(languages), Some(language)) = (here.languages, after) {
        let failed = move || here.toasts.failed(here.words.text("part-not-fetched"));
        languages.choose(language, failed);
    }
}

macro_rules! steps {
    ($($name:ident: $step:ident $selects:literal)*) => {$(
        pub(super) fn $name(here: Here) {
            if let Some(list) = here.list() {
                list.walk(Step::$step, $selects);
            }
        }
    )*};
}

steps! {
    next: Next false
    previous: Previous false
    next_page: NextPage false
    previous_page: PreviousPage false
    first: First false
    last: Last false
    select_next: Next true
    select_previous: Previous true
    select_next_page: NextPage true
    select_previous_page: PreviousPage true
    select_to_first: First true
    select_to_last: Last true
}

pub(super) fn arrange(here: Here) {
    if let Some(list) = here.list() {
        list.arrange();
        here.awaited.set_value(Some(".arrange select"));
    }
}

pub(super) fn export(here: Here) {
    here.is_exporting.set(true);
}

pub(super) fn filter(here: Here) {
    if let Some(filtering) = here.filtering() {
        filtering.open();
        here.awaited.set_value(Some("#filter-bar"));
    }
}

pub(super) fn open(here: Here) {
    if let Some(list) = here.list() {
        list.open_row();
    }
}

pub(super) fn select(here: Here) {
    if let Some(list) = here.list() {
        list.select_row();
    }
}

pub(super) fn select_all(here: Here) {
    if let Some(list) = here.list() {
        list.select_all();
    }
}

pub(super) fn tag(here: Here) {
    here.palette.set(Some(Asking::Tag));
}

pub(super) fn edit(here: Here) {
    if let Some(list) = here.list() {
        list.edit_row();
    }
}

pub(super) fn delete(here: Here) {
    if let Some(list) = here.list() {
        list.delete_marked(here.words, here.toasts);
    }
}

pub(super) fn add(here: Here) {
    if let Some(list) = here.list() {
        here.navigation.go(&Route::New { on: list.on() });
    }
}

pub(super) fn step_back(here: Here) {
    if let Some(list) = here.list() {
        list.step_back();
    }
}

pub(super) fn note(_: Here) {
    dom::focus("#note-new");
}

pub(super) fn leave_search(_: Here) {
    dom::focus("#grid");
}
