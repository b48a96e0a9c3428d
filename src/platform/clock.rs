//! Time, chance, and doing something later.

use js_sys::{Date, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

use super::dom;
use crate::domain::{stamp::Stamp, value::time::Time};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &Function, millis: u32) -> i32;

    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(id: i32);
}

/// Now, as the computer's clock has it.
#[expect(clippy::disallowed_methods, reason = "this is the one place")]
#[expect(clippy::cast_possible_truncation, reason = "milliseconds are whole and far below 2^53")]
pub fn now() -> Time {
    Time::from_millis(Date::now() as i64)
}

/// The person's distance from UTC at a moment, in minutes east.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "minutes of a day"
)]
pub fn minutes_east(at: Time) -> i32 {
    -Date::new(&(at.millis() as f64).into()).get_timezone_offset() as i32
}

/// The day with which a week begins where the person lives; Monday is 1, and what is taken where the
/// browser does not tell.
pub fn first_weekday() -> u8 {
    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = Intl)]
        type Locale;

        #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
        fn new(tag: &str) -> Result<Locale, JsValue>;
    }
    let read = || {
        let language = dom::languages().into_iter().next()?;
        let locale = Locale::new(&language).ok()?;
        let info = match Reflect::get(&locale, &"getWeekInfo".into()).ok()?.dyn_into::<Function>() {
            Ok(get) => get.call0(&locale).ok()?,
            Err(_) => Reflect::get(&locale, &"weekInfo".into()).ok()?,
        };
        Reflect::get(&info, &"firstDay".into()).ok()?.as_f64()
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a day of the week"
    )]
    read().filter(|day| (1.0..=7.0).contains(day)).map_or(1, |day| day as u8)
}

/// What an input of day and time shows for a moment.
pub fn on_clock(at: Time) -> String {
    at.on_clock(minutes_east(at))
}

/// The moment that an input of day and time shows. The distance from UTC is the one of that day.
pub fn of_clock(text: &str) -> Option<Time> {
    let near = Time::of_clock(text, 0)?;
    let near = Time::of_clock(text, minutes_east(near))?;
    Time::of_clock(text, minutes_east(near))
}

/// A stamp for an edit made now.
pub fn stamp() -> Stamp {
    Stamp::new(now(), random())
}

/// Random bytes from the browser's `crypto`. Zeros if it has none, which no browser with wasm lacks.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    // Ids would then be told apart by their time alone.
    let _ = getrandom::fill(&mut bytes);
    bytes
}

/// Random bytes that nobody can guess, for what is to be kept secret. `None` where the browser has none.
pub fn secret<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).ok().map(|()| bytes)
}

/// Waits. Zero lets the browser paint and handle input first.
pub async fn pause(millis: u32) {
    let promise = Promise::new(&mut |resolve, _| {
        set_timeout(&resolve, millis);
    });
    // A timer does not fail.
    let _ = JsFuture::from(promise).await;
}

/// Lets the browser paint and handle input, and goes on. No timer, since of timers that follow each other browsers
/// have each wait for 4 ms at least.
pub async fn breathe() {
    let Ok(channel) = MessageChannel::new() else { return pause(0).await };
    let (here, there) = (channel.port1(), channel.port2());
    let promise = Promise::new(&mut |resolve, _| here.set_onmessage(Some(&resolve)));
    if there.post_message(&JsValue::NULL).is_ok() {
        // A message arrives.
        let _ = JsFuture::from(promise).await;
    }
    here.close();
}

/// Calls back after a while, unless it is dropped before.
pub struct Timer {
    id: i32,
    _callback: Closure<dyn FnMut()>,
}

impl Timer {
    pub fn new(millis: u32, callback: impl FnOnce() + 'static) -> Self {
        let callback = Closure::once(callback);
        let id = set_timeout(callback.as_ref().unchecked_ref(), millis);
        Self { id, _callback: callback }
    }

    /// Lets it run though nobody holds it.
    pub fn forget(self) {
        std::mem::forget(self);
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        clear_timeout(self.id);
    }
}
