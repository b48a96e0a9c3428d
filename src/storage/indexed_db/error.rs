//! What the browser's errors mean to a caller.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

use crate::storage::StoreError;

pub(super) fn from_js(error: &JsValue) -> StoreError {
    match error.dyn_ref::<DomException>() {
        Some(error) => from_dom(error),
        None => StoreError::Failed(format!("{error:?}")),
    }
}

pub(super) fn from_dom(error: &DomException) -> StoreError {
    let words = || format!("{}: {}", error.name(), error.message());
    match error.name().as_str() {
        "ConstraintError" => StoreError::Taken,
        "QuotaExceededError" => StoreError::Full,
        "VersionError" => StoreError::Newer,
        // A connection that is closing, or whose process is gone.
        "InvalidStateError" | "AbortError" => StoreError::Lost,
        "UnknownError" if error.message().contains("onnection") => StoreError::Lost,
        "SecurityError" => StoreError::Unavailable(words()),
        _ => StoreError::Failed(words()),
    }
}
