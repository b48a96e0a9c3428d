//! The service worker, which keeps the files of the app on this device; see `public/service-worker.js`.

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    MessageChannel, MessageEvent, RegistrationOptions, ServiceWorkerContainer,
    ServiceWorkerUpdateViaCache,
};

use super::{clock, dom};

/// Where the worker lies, beside the page: what it keeps is what lies below.
const SCRIPT: &str = "./service-worker.js";

/// How long an answer may take, in milliseconds. Comparing all files with their checksums takes a fraction of
/// a second, fetching one anew longer.
const PATIENCE: u32 = 30_000;

/// What the worker says by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// A version is here, whole.
    Kept,
    /// Pages get another version from now on.
    Renewed,
}

/// Which version of the app pages get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub name: String,
    pub is_newest: bool,
}

/// What came of comparing the files with their checksums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    pub files: usize,
    /// Those that are damaged and could not be fetched anew.
    pub lost: usize,
}

/// Starts the worker, or the newest one there is. Returns whether this browser has such a thing, and takes it.
pub async fn begin(heard: impl Fn(News) + 'static) -> bool {
    let Some(container) = container() else { return false };
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        match member(&event.data(), "is").and_then(|is| is.as_string()).as_deref() {
            Some("kept") => heard(News::Kept),
            Some("renewed") => heard(News::Renewed),
            _ => {}
        }
    });
    container.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
    let options = RegistrationOptions::new();
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    JsFuture::from(container.register_with_options(SCRIPT, &options)).await.is_ok()
}

/// `None` while nothing is kept.
pub async fn version() -> Option<Version> {
    let answer = ask("version").await?;
    let name = member(&answer, "version")?.as_string()?;
    Some(Version { name, is_newest: member(&answer, "isNewest")?.is_truthy() })
}

/// Compares the files with their checksums; what is damaged is fetched anew. `None` while nothing is kept.
pub async fn check() -> Option<Checked> {
    let answer = ask("check").await?;
    let lost = Array::from(&member(&answer, "lost")?).length() as usize;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few files")]
    let files = member(&answer, "files")?.as_f64()? as usize;
    Some(Checked { files, lost })
}

/// Gives all pages the newest version; they hear of it as [`News::Renewed`].
pub async fn renew() {
    // It answers by what pages hear.
    let _ = ask("renew").await;
}

fn container() -> Option<ServiceWorkerContainer> {
    // Pages that are not from a safe place have none, nor have private windows of some browsers.
    member(&dom::window().navigator(), "serviceWorker")?.dyn_into().ok()
}

async fn ask(question: &str) -> Option<JsValue> {
    let worker = container()?.controller()?;
    let channel = MessageChannel::new().ok()?;
    let answer = Promise::new(&mut |resolve, _| channel.port1().set_onmessage(Some(&resolve)));
    let other_end = Array::of1(&channel.port2());
    worker.post_message_with_transferable(&JsValue::from_str(question), &other_end).ok()?;
    let no_answer = Promise::new(&mut |resolve, _| {
        clock::Timer::new(PATIENCE, move || {
            let _ = resolve.call0(&JsValue::NULL);
        })
        .forget();
    });
    let first = Promise::race(&Array::of2(&answer, &no_answer));
    let event: MessageEvent = JsFuture::from(first).await.ok()?.dyn_into().ok()?;
    Some(event.data()).filter(|data| !data.is_undefined())
}

fn member(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &JsValue::from_str(name)).ok().filter(|it| !it.is_undefined())
}
