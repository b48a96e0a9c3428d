//! Short messages after an action, most with an undo.

use leptos::prelude::*;

use rapport::{domain::id::Id, platform::clock::Timer};

/// How long a message stays, in milliseconds.
const STAY: u32 = 8_000;

/// A message on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    pub id: u32,
    pub text: String,
    /// Position of the change that its button takes back.
    pub undo: Option<u64>,
    /// What else can be done about it, and how the button says so.
    pub next: Option<(String, Next)>,
    pub is_error: bool,
}

/// What is offered after something was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// To make a project of a deal that was won.
    Plan { deal: Id },
    /// To keep the position that a person has left.
    KeepFormer(Former),
}

/// A position that a person has left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    pub person: Id,
    pub organization: Id,
    pub job_title: Option<String>,
}

#[derive(Clone, Copy)]
pub struct Toasts {
    list: RwSignal<Vec<Toast>>,
    last: StoredValue<u32>,
    timers: StoredValue<Vec<(u32, Timer)>, LocalStorage>,
}

impl Toasts {
    pub fn provide() -> Self {
        let toasts = Self {
            list: RwSignal::new(Vec::new()),
            last: StoredValue::new(0),
            timers: StoredValue::new_local(Vec::new()),
        };
        provide_context(toasts);
        toasts
    }

    pub fn list(self) -> Vec<Toast> {
        self.list.get()
    }

    /// Says what was done, and how to take it back.
    pub fn done(self, text: String, undo: Option<u64>) {
        self.show(text, undo, None, false);
    }

    /// The same, and offers what may come next; `label` is what its button says.
    pub fn offering(self, text: String, undo: Option<u64>, label: String, next: Next) {
        self.show(text, undo, Some((label, next)), false);
    }

    /// Says what could not be done. Stays until it is closed.
    pub fn failed(self, text: String) {
        self.show(text, None, None, true);
    }

    fn show(self, text: String, undo: Option<u64>, next: Option<(String, Next)>, is_error: bool) {
        let id = self.last.get_value() + 1;
        self.last.set_value(id);
        self.list.update(|list| {
            // Undo is always of the last thing, so older offers of it leave.
            list.retain(|toast| toast.is_error && is_error != toast.is_error);
            list.push(Toast { id, text, undo, next, is_error });
        });
        if !is_error {
            let timer = Timer::new(STAY, move || self.close(id));
            self.timers.update_value(|timers| timers.push((id, timer)));
        }
    }

    pub fn close(self, id: u32) {
        self.list.update(|list| list.retain(|toast| toast.id != id));
        // A timer may be closing itself, so it is dropped when the next message comes.
        self.timers.update_value(|timers| timers.retain(|(other, _)| *other >= id));
    }
}

#[expect(clippy::expect_used, reason = "the root component provides them")]
pub fn use_toasts() -> Toasts {
    use_context().expect("toasts are provided")
}
