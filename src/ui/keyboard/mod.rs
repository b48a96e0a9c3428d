//! Doing everything without the mouse: what keys and the palette find in front of them, and the answer to
//! a key. The table of commands is `rapport::keys`; what each does is in [`does`], when in [`possible`].

mod caps;
mod does;
mod focus;
mod help;
mod hint;
mod offers;
mod palette;
mod possible;
pub(in crate::ui) mod recent;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, File, KeyboardEvent};

use self::{focus::Focus, help::Help, hint::Hint, palette::Palette};
use super::{
    components::icon::Picture,
    pages::{filter::Filtering, list::Listing},
};
use crate::state::{
    self, Workspace,
    boot::{Booting, use_boot},
    language::{Languages, Words},
    navigation::Navigation,
    toasts::Toasts,
};
use rapport::{
    domain::id::RecordType,
    keys::{self, Answer, Place, stroke::Pressed},
    platform::{dom, files},
    route::Route,
};

/// What is in front of the person: commands act on it.
#[derive(Clone, Copy)]
pub(super) struct Here {
    pub words: Words,
    pub toasts: Toasts,
    pub workspace: Workspace,
    pub navigation: Navigation,
    pub boot: Booting,
    pub languages: Option<Languages>,
    /// The list on the page.
    pub listing: StoredValue<Option<Listing>, LocalStorage>,
    /// What is asked of the page, where it shows something else than a list.
    asked: StoredValue<Option<Filtering>, LocalStorage>,
    /// What the palette is asked, while it is open.
    pub palette: RwSignal<Option<Asking>>,
    pub is_help_open: RwSignal<bool>,
    /// The dialog for taking home what the list finds is open.
    pub is_exporting: RwSignal<bool>,
    /// A file that was let go somewhere on the page, until the page of files has it.
    pub dropped: RwSignal<Option<File>, LocalStorage>,
    /// The first of two keys, when it has been pressed.
    pub begun: RwSignal<Option<&'static str>>,
    /// What is to have the focus once it is there.
    pub awaited: StoredValue<Option<&'static str>>,
    /// Tells that another theme is chosen.
    pub themed: Trigger,
}

/// What the palette is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asking {
    Anything,
    /// The tag to put on what is marked in the list.
    Tag,
}

impl Here {
    pub fn provide(
        words: Words,
        toasts: Toasts,
        workspace: Workspace,
        navigation: Navigation,
    ) -> Self {
        let here = Self {
            words,
            toasts,
            workspace,
            navigation,
            boot: use_boot(),
            languages: use_context(),
            listing: StoredValue::new_local(None),
            asked: StoredValue::new_local(None),
            palette: RwSignal::new(None),
            is_help_open: RwSignal::new(false),
            is_exporting: RwSignal::new(false),
            dropped: RwSignal::new_local(None),
            begun: RwSignal::new(None),
            awaited: StoredValue::new(None),
            themed: Trigger::new(),
        };
        provide_context(here);
        here
    }

    fn list(self) -> Option<Listing> {
        self.listing.get_value()
    }

    /// What is asked of what the page shows.
    fn filtering(self) -> Option<Filtering> {
        self.list().map(Listing::filtering).or_else(|| self.asked.get_value())
    }

    /// Lets commands change what is asked of a page that is no list, for as long as it is there.
    pub fn filters(self, filtering: Filtering) {
        self.asked.set_value(Some(filtering));
        on_cleanup(move || {
            // The frame may be gone by now, too.
            let _ = self.asked.try_set_value(None);
        });
    }
}

#[expect(clippy::expect_used, reason = "every page stands below the frame, which provides it")]
pub(super) fn use_here() -> Here {
    use_context().expect("what is here is provided")
}

/// What a command does, when it can, and what stands before its words.
struct Action {
    does: fn(Here),
    is_possible: fn(Here) -> bool,
    picture: Picture,
}

macro_rules! bind {
    ($($scope:ident $name:ident [$($keys:literal),*] $possible:ident $picture:ident;)*) => {
        /// In the order of `keys::COMMANDS`.
        const ACTIONS: &[Action] =
            &[$(Action {
                does: does::$name,
                is_possible: possible::$possible,
                picture: Picture::$picture,
            }),*];
    };
}

rapport::each_command!(bind);

/// Whether a command, by its position in the table, can be done now.
fn is_possible(here: Here, at: usize) -> bool {
    ACTIONS.get(at).is_some_and(|action| (action.is_possible)(here))
}

/// Does a command, by its position in the table.
fn run(here: Here, at: usize) {
    if let Some(action) = ACTIONS.get(at) {
        (action.does)(here);
    }
}

/// All that belongs to the keyboard and is on the screen only now and then.
#[component]
pub(super) fn Keyboard() -> impl IntoView {
    let here = use_here();
    // So that the first letter in the palette finds them ready.
    for on in [RecordType::Person, RecordType::Organization, RecordType::Tag, RecordType::Deal] {
        here.workspace.prepare_names(on);
    }

    catch_files(here);

    view! {
        <Palette />
        <Help />
        <Hint />
        <Focus />
    }
}

/// A file may be dropped anywhere; the browser would open it in place of the app.
fn catch_files(here: Here) {
    let has_files = |event: &DragEvent| {
        let data = event.data_transfer();
        data.is_some_and(|data| data.types().includes(&"Files".into(), 0))
    };
    let over = window_event_listener(ev::dragover, move |event| {
        if has_files(&event) {
            event.prevent_default();
        }
    });
    let dropped = window_event_listener(ev::drop, move |event| {
        if !has_files(&event) || event.default_prevented() {
            return;
        }
        event.prevent_default();
        let files = event.data_transfer().and_then(|data| data.files());
        if let Some(file) = files.and_then(|files| files.get(0)) {
            here.dropped.set(Some(file));
            here.navigation.go(&Route::Transfer);
        }
    });
    on_cleanup(move || {
        over.remove();
        dropped.remove();
    });
    files::on_launch(move |launched| {
        state::start(async move {
            // The page may be gone by now.
            if let Some(file) = launched.file().await
                && here.dropped.try_set(Some(file)).is_none()
            {
                here.navigation.go(&Route::Transfer);
            }
        });
    });
}

/// Answers a key.
pub(super) fn pressed(event: &KeyboardEvent, here: Here) {
    // A part that is awaited may arrive after the page has gone.
    let Some(begun) = here.begun.try_get_untracked() else { return };
    let is_modifier = matches!(event.key().as_str(), "Shift" | "Control" | "Alt" | "Meta");
    if event.default_prevented() || event.is_composing() || is_modifier {
        return;
    }
    if begun.is_some() {
        here.begun.set(None);
    }
    match keys::answer(begun, &stroke(event), place(event, here)) {
        Answer::Does(at) if is_allowed(event, here, at) && is_possible(here, at) => run(here, at),
        Answer::Begins(first) if dom::find("dialog[open]").is_none() => here.begun.set(Some(first)),
        // After the first of two, the second is not meant for anything else.
        _ if begun.is_some() => {}
        _ => return,
    }
    event.prevent_default();
}

/// Above a dialog nothing is done, but that palette and help close by the key that opens them.
/// Some browsers close it before they tell of the key.
fn is_allowed(event: &KeyboardEvent, here: Here, at: usize) -> bool {
    let name = keys::COMMANDS.get(at).map(|command| command.name);
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let around = target.and_then(|target| target.closest("dialog").ok().flatten());
    match around.or_else(|| dom::find("dialog[open]")) {
        None => true,
        Some(_) if here.palette.get_untracked().is_some() => name == Some("palette"),
        Some(_) => here.is_help_open.get_untracked() && matches!(name, Some("help" | "palette")),
    }
}

fn stroke(event: &KeyboardEvent) -> Pressed {
    let (with_mod, with_other) = if dom::is_mac() {
        (event.meta_key(), event.ctrl_key())
    } else {
        (event.ctrl_key(), event.meta_key())
    };
    Pressed {
        key: event.key(),
        code: event.code(),
        with_mod,
        with_shift: event.shift_key(),
        with_other: with_other || event.alt_key(),
        is_repeat: event.repeat(),
    }
}

fn place(event: &KeyboardEvent, here: Here) -> Place {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let target = target.or_else(dom::active);
    let is_in = |selector: &str| {
        target.as_ref().is_some_and(|it| it.closest(selector).is_ok_and(|it| it.is_some()))
    };
    Place {
        is_typing: is_in(
            "input:not([type=checkbox], [type=radio], [type=button], [type=file]), textarea, select, [contenteditable], .detail__editor",
        ),
        is_search: is_in("#search"),
        // The heads of columns press by themselves; what is in a row goes with the row.
        is_in_list: is_in("#grid") && !is_in(".grid__head"),
        is_nowhere: !is_in("#page *, .side *, dialog *, .toasts *"),
        has_list: here.list().is_some(),
        has_record: here.navigation.peek().open_record().is_some(),
    }
}
