//! A doorbell between the tabs of this origin: it says that there is something new, never what.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

const NAME: &str = "rapport";

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
