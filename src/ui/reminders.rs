//! Reminders while the app is open: a notification when the time of a task comes, and the number of what is
//! due on the app's icon.

use leptos::prelude::*;

use crate::state::{language::use_words, navigation::use_navigation, use_workspace};
use rapport::{
    domain::{
        book::OF,
        field::derived,
        id::{Id, RecordType},
    },
    platform::{
        clock::{self, Timer},
        notifications, preferences,
    },
    query::{agenda, home},
    route::Route,
};

/// The preference of whether to notify.
pub(in crate::ui) const WANTED: &str = "reminders";

/// How often it is looked what has come due, in milliseconds.
const EVERY: u32 = 20_000;

#[component]
pub(super) fn Reminders() -> impl IntoView {
    let words = use_words();
    let navigation = use_navigation();
    let workspace = use_workspace();
    // Synchronizes the icon, which is the system's, with what is due.
    Effect::new(move || {
        let due = workspace.read(&[RecordType::Task], |book| home::due(book).0.len());
        notifications::badge(due);
    });
    let notify = move |id: Id| {
        let told = workspace.peek(|book| {
            let task = book.get(RecordType::Task, id)?;
            let of = OF.iter().find_map(|key| {
                derived::name_of(book.get(key.field()?.points_to()?, task.link(*key)?)?)
            });
            Some((derived::name_of(task)?, of.unwrap_or_default()))
        });
        if let Some((name, with)) = told {
            let title = words.get().with("reminder-due", &[("what", (&name).into())]);
            let to = Route::record(RecordType::Task, id);
            notifications::show(&id.to_string(), &title, &with, move || navigation.go(&to));
        }
    };
    let since = StoredValue::new(clock::on_clock(clock::now()));
    let look = move || {
        let now = clock::on_clock(clock::now());
        let after = since.get_value();
        since.set_value(now.clone());
        if preferences::read(WANTED).unwrap_or(false) {
            let due = workspace.peek(|book| agenda::came_due(book, &after, &now));
            due.into_iter().for_each(notify);
        }
    };
    again(since, StoredValue::new_local(Box::new(look)));
}

/// Looks again and again, for as long as the page is there.
fn again(since: StoredValue<String>, look: StoredValue<Box<dyn Fn()>, LocalStorage>) {
    Timer::new(EVERY, move || {
        if since.try_get_value().is_some() {
            look.with_value(|look| look());
            again(since, look);
        }
    })
    .forget();
}
