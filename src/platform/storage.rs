//! How much room the browser gives, and whether it may take what is stored away.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::dom;

/// In bytes; both are the browser's guesses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    pub used: u64,
    pub quota: u64,
    /// Whether the browser has promised not to remove it by itself.
    pub is_persistent: bool,
}

/// `None` where the browser does not say.
pub async fn estimate() -> Option<Estimate> {
    let storage = dom::window().navigator().storage();
    let estimate = JsFuture::from(storage.estimate().ok()?).await.ok()?;
    let persisted = JsFuture::from(storage.persisted().ok()?).await.ok()?;
    let number = |name: &str| Reflect::get(&estimate, &JsValue::from_str(name)).ok()?.as_f64();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes of disks")]
    let bytes = |name| number(name).map(|bytes| bytes as u64);
    Some(Estimate {
        used: bytes("usage")?,
        quota: bytes("quota")?,
        is_persistent: persisted.is_truthy(),
    })
}

/// Asks the browser not to remove what is stored by itself. It may refuse, or ask the person.
pub async fn persist() {
    if let Ok(promise) = dom::window().navigator().storage().persist() {
        // A refusal shows in the next estimate.
        let _ = JsFuture::from(promise).await;
    }
}
