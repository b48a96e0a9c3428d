//! The browser's keys and ciphers (<https://www.w3.org/TR/webcrypto-2/>): AES-256-GCM with keys that the page can
//! use and not read.

use std::rc::Rc;

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

use super::{
    StoreError,
    seal::Keys,
    sealed::{Answer, Cipher, Placed},
};

/// The length of a nonce, in bytes.
const NONCE: usize = 12;

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    type Subtle;

    // Pages that were not fetched safely have none.
    #[wasm_bindgen(js_namespace = crypto, js_name = subtle, thread_local_v2)]
    static SUBTLE: Option<Subtle>;

    #[wasm_bindgen(method, catch)]
    fn encrypt(
        this: &Subtle,
        how: &Object,
        key: &JsValue,
        bytes: &Uint8Array,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn decrypt(
        this: &Subtle,
        how: &Object,
        key: &JsValue,
        bytes: &Uint8Array,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = generateKey)]
    fn generate_key(
        this: &Subtle,
        how: &Object,
        extractable: bool,
        usages: &Array,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = importKey)]
    fn import_key(
        this: &Subtle,
        format: &str,
        bytes: &Uint8Array,
        how: &str,
        extractable: bool,
        usages: &Array,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = wrapKey)]
    fn wrap_key(
        this: &Subtle,
        format: &str,
        key: &JsValue,
        with: &JsValue,
        how: &Object,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = unwrapKey)]
    fn unwrap_key(
        this: &Subtle,
        format: &str,
        wrapped: &Uint8Array,
        with: &JsValue,
        how: &Object,
        kind: &str,
        extractable: bool,
        usages: &Array,
    ) -> Result<Promise, JsValue>;
}

/// Keys of this browser.
pub struct WebCrypto {
    subtle: Subtle,
}

impl WebCrypto {
    /// What the browser has; nothing where the page was not fetched safely.
    pub fn new() -> Option<Self> {
        SUBTLE.with(Clone::clone).map(|subtle| Self { subtle })
    }

    async fn import(&self, with: &[u8; 32]) -> Result<JsValue, StoreError> {
        let bytes = Uint8Array::from(&with[..]);
        let usages = words(&["wrapKey", "unwrapKey"]);
        let imported = self.subtle.import_key("raw", &bytes, "AES-GCM", false, &usages);
        let imported = done(imported).await;
        bytes.fill(0, 0, bytes.length());
        imported
    }
}

impl Keys for WebCrypto {
    type Key = JsValue;

    async fn generate(&self) -> Result<JsValue, StoreError> {
        let how = Object::new();
        set(&how, "name", &"AES-GCM".into());
        set(&how, "length", &256.into());
        done(self.subtle.generate_key(&how, true, &words(&["encrypt", "decrypt"]))).await
    }

    async fn wrap(
        &self,
        key: &JsValue,
        with: &[u8; 32],
        place: &[u8],
    ) -> Result<Vec<u8>, StoreError> {
        let with = self.import(with).await?;
        let nonce = nonce()?;
        let how = aes_gcm(&nonce, place);
        let wrapped = done(self.subtle.wrap_key("raw", key, &with, &how)).await?;
        Ok([&nonce[..], &Uint8Array::new(&wrapped).to_vec()].concat())
    }

    async fn unwrap(
        &self,
        wrapped: &[u8],
        with: &[u8; 32],
        place: &[u8],
        can_be_wrapped: bool,
    ) -> Result<Option<JsValue>, StoreError> {
        let Some((nonce, wrapped)) = wrapped.split_first_chunk::<NONCE>() else { return Ok(None) };
        let with = self.import(with).await?;
        let how = aes_gcm(nonce, place);
        let usages = words(&["encrypt", "decrypt"]);
        let wrapped = Uint8Array::from(wrapped);
        let unwrapped = self.subtle.unwrap_key(
            "raw",
            &wrapped,
            &with,
            &how,
            "AES-GCM",
            can_be_wrapped,
            &usages,
        );
        opened(unwrapped).await
    }

    fn cipher(&self, key: JsValue) -> Rc<dyn Cipher> {
        Rc::new(Aes { subtle: self.subtle.clone(), key })
    }
}

struct Aes {
    subtle: Subtle,
    key: JsValue,
}

impl Cipher for Aes {
    fn seal(&self, values: Vec<Placed>) -> Answer<'_, Vec<u8>> {
        Box::pin(async move {
            // All of them are asked for before the first is waited for.
            let mut asked = Vec::with_capacity(values.len());
            for Placed { place, bytes } in values {
                let nonce = nonce()?;
                let how = aes_gcm(&nonce, &place);
                let bytes = Uint8Array::from(&bytes[..]);
                asked.push((nonce, self.subtle.encrypt(&how, &self.key, &bytes)));
            }
            let mut sealed = Vec::with_capacity(asked.len());
            for (nonce, asked) in asked {
                let bytes = done(asked).await?;
                sealed.push([&nonce[..], &Uint8Array::new(&bytes).to_vec()].concat());
            }
            Ok(sealed)
        })
    }

    fn open(&self, values: Vec<Placed>) -> Answer<'_, Option<Vec<u8>>> {
        Box::pin(async move {
            let asked: Vec<_> = values
                .into_iter()
                .map(|Placed { place, bytes }| {
                    let (nonce, sealed) = bytes.split_first_chunk::<NONCE>()?;
                    let how = aes_gcm(nonce, &place);
                    let asked = self.subtle.decrypt(&how, &self.key, &Uint8Array::from(sealed));
                    // Heard of at once, so that none counts as unheard while another is waited for.
                    Some(asked.map(JsFuture::from))
                })
                .collect();
            let mut values = Vec::with_capacity(asked.len());
            for asked in asked {
                let bytes = match asked {
                    Some(Ok(asked)) => refusal(asked.await)?,
                    Some(Err(error)) => return Err(failed(&error)),
                    None => None,
                };
                values.push(bytes.map(|bytes| Uint8Array::new(&bytes).to_vec()));
            }
            Ok(values)
        })
    }
}

/// How a value is sealed: with a nonce, and bound to a place.
fn aes_gcm(nonce: &[u8; NONCE], place: &[u8]) -> Object {
    let how = Object::new();
    set(&how, "name", &"AES-GCM".into());
    set(&how, "iv", &Uint8Array::from(&nonce[..]));
    set(&how, "additionalData", &Uint8Array::from(place));
    how
}

fn nonce() -> Result<[u8; NONCE], StoreError> {
    let mut nonce = [0; NONCE];
    getrandom::fill(&mut nonce).map_err(|error| StoreError::Failed(error.to_string()))?;
    Ok(nonce)
}

pub(super) fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a member of a fresh object does not fail.
    let _ = Reflect::set(object, &name.into(), value);
}

fn words(words: &[&str]) -> Array {
    words.iter().map(|word| JsValue::from_str(word)).collect()
}

async fn done(asked: Result<Promise, JsValue>) -> Result<JsValue, StoreError> {
    let asked = asked.map_err(|error| failed(&error))?;
    JsFuture::from(asked).await.map_err(|error| failed(&error))
}

/// The same, where it may be that something does not open.
async fn opened(asked: Result<Promise, JsValue>) -> Result<Option<JsValue>, StoreError> {
    let asked = asked.map_err(|error| failed(&error))?;
    refusal(JsFuture::from(asked).await)
}

/// The browser's word for what was not sealed with this key for this place.
fn refusal(answer: Result<JsValue, JsValue>) -> Result<Option<JsValue>, StoreError> {
    match answer {
        Ok(value) => Ok(Some(value)),
        Err(error) => {
            let name = Reflect::get(&error, &"name".into()).ok().and_then(|it| it.as_string());
            // What is too short to have a tag is told otherwise by some.
            match name.as_deref() {
                Some("OperationError" | "DataError") => Ok(None),
                _ => Err(failed(&error)),
            }
        }
    }
}

fn failed(error: &JsValue) -> StoreError {
    let words = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    StoreError::Failed(words.unwrap_or_else(|| format!("{error:?}")))
}
