//! The tabs of this origin: a doorbell between them, which says that there is something new, never what; and
//! locks for what only one of them may do at a time.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent};

use super::dom;

const NAME: &str = "rapport";

/// Where a tab says that all are to be locked.
const LOCK: &str = "rapport-lock";

thread_local! {
    // One for the page: a channel is not heard by itself, but by another one of the same page.
    static LOCKS: Option<BroadcastChannel> = BroadcastChannel::new(LOCK).ok();
}

/// Calls back when another tab has all tabs locked, for as long as the page lives.
pub fn on_lock(callback: impl Fn() + 'static) {
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |_| callback());
    LOCKS.with(|channel| {
        if let Some(channel) = channel {
            channel.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
        }
    });
}

/// Has all other tabs locked.
pub fn lock_others() {
    LOCKS.with(|channel| {
        if let Some(channel) = channel {
            // Where there is no other tab, nobody hears it.
            let _ = channel.post_message(&JsValue::NULL);
        }
    });
}

/// Rings the other tabs and hears them.
pub struct Doorbell {
    channel: Option<BroadcastChannel>,
}

impl Doorbell {
    /// Calls back whenever another tab rings, for as long as the page lives.
    pub fn new(callback: impl Fn() + 'static) -> Self {
        let channel = BroadcastChannel::new(NAME).ok();
        if let Some(channel) = &channel {
            let heard = Closure::<dyn Fn(MessageEvent)>::new(move |_| callback());
            channel.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
        }
        Self { channel }
    }

    /// Rings every tab, and whatever of an earlier workspace still listens in this one.
    pub fn ring_all() {
        if let Ok(channel) = BroadcastChannel::new(NAME) {
            // Unheard is no loss, as below.
            let _ = channel.post_message(&JsValue::NULL);
            channel.close();
        }
    }

    pub fn ring(&self) {
        if let Some(channel) = &self.channel {
            // Unheard is no loss: every tab reads the journal before it writes.
            let _ = channel.post_message(&JsValue::NULL);
        }
    }
}

/// A lock that one tab has; the browser opens it when the tab is gone. Opened when dropped.
pub struct Lock(Function);

impl Lock {
    /// Waits until it is free. `None` where the browser has no locks.
    pub async fn take(name: &str) -> Option<Self> {
        Self::ask(name, false).await
    }

    /// `None`, too, if another tab has it, or something else in this one.
    pub async fn take_if_free(name: &str) -> Option<Self> {
        Self::ask(name, true).await
    }

    async fn ask(name: &str, only_if_free: bool) -> Option<Self> {
        let locks = Reflect::get(&dom::window().navigator(), &"locks".into()).ok()?;
        let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
        let options = Object::new();
        Reflect::set(&options, &"ifAvailable".into(), &only_if_free.into()).ok()?;
        let answered = Promise::new(&mut |answer, _| {
            // The lock is held until the promise that is given back here is kept.
            let given = Closure::once_into_js(move |lock: JsValue| {
                let held = Promise::new(&mut |release, _| {
                    let is_ours = !lock.is_null();
                    let answered = if is_ours { release.clone().into() } else { JsValue::NULL };
                    // Neither call fails: both are of the promises' own functions.
                    let _ = answer.call1(&JsValue::NULL, &answered);
                    if !is_ours {
                        let _ = release.call0(&JsValue::NULL);
                    }
                });
                JsValue::from(held)
            });
            // Without it the promise is never kept, so nothing is waited for then.
            let _ = request.call3(&locks, &name.into(), &options, &given);
        });
        JsFuture::from(answered).await.ok()?.dyn_into().ok().map(Self)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // The promise's own function does not fail.
        let _ = self.0.call0(&JsValue::NULL);
    }
}
