//! Notifications beside the page, and the number on the icon of an installed app.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Notification, NotificationOptions, NotificationPermission};

use super::dom;

/// Whether the person lets the page notify them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    Granted,
    Denied,
    NotAsked,
    /// This browser has no notifications.
    Unavailable,
}

pub fn permission() -> Permission {
    let is_there = Reflect::has(&dom::window(), &JsValue::from_str("Notification"));
    if !is_there.unwrap_or_default() {
        return Permission::Unavailable;
    }
    match Notification::permission() {
        NotificationPermission::Granted => Permission::Granted,
        NotificationPermission::Denied => Permission::Denied,
        _ => Permission::NotAsked,
    }
}

/// Asks the person. To be called while a click is handled.
pub async fn ask() -> Permission {
    if let Ok(asked) = Notification::request_permission() {
        // Whatever the answer is, it is known below.
        let _ = JsFuture::from(asked).await;
    }
    permission()
}

/// Shows a notification; another one with the same tag takes its place. Nothing is shown without permission,
/// nor by browsers of phones, which want a push service for it.
pub fn show(tag: &str, title: &str, body: &str, clicked: impl FnOnce() + 'static) {
    let options = NotificationOptions::new();
    options.set_tag(tag);
    options.set_body(body);
    let Ok(notification) = Notification::new_with_options(title, &options) else { return };
    let shown = notification.clone();
    let clicked = Closure::once_into_js(move || {
        // It is in front of everything, where the browser allows that.
        let _ = dom::window().focus();
        shown.close();
        clicked();
    });
    notification.set_onclick(Some(clicked.unchecked_ref()));
}

/// Puts a number on the icon of the installed app; none for 0. Browsers without such icons do nothing.
pub fn badge(count: usize) {
    let navigator = dom::window().navigator();
    let name = if count == 0 { "clearAppBadge" } else { "setAppBadge" };
    let method = Reflect::get(&navigator, &JsValue::from_str(name));
    let Some(method) = method.ok().and_then(|it| it.dyn_into::<Function>().ok()) else { return };
    #[expect(clippy::cast_precision_loss, reason = "a number of tasks")]
    let asked = if count == 0 {
        method.call0(&navigator)
    } else {
        method.call1(&navigator, &JsValue::from_f64(count as f64))
    };
    // An app that is not installed is refused, which is no loss.
    let ignore = Closure::once_into_js(|_: JsValue| ());
    if let Some(asked) = asked.ok().and_then(|it| it.dyn_into::<Promise>().ok())
        && let Ok(catch) = Reflect::get(&asked, &JsValue::from_str("catch"))
    {
        let _ = catch.unchecked_into::<Function>().call1(&asked, &ignore);
    }
}
