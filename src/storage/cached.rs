//! Files in the browser's cache storage (<https://w3c.github.io/ServiceWorker/#cache-interface>), where it keeps
//! them apart from its databases. For browsers that have no file system for pages.

use std::collections::BTreeSet;

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, CacheStorage, Request, Response};

use super::{
    StoreError,
    mirror::Folder,
    opfs::{done, failed, get},
};

/// A cache whose entries are the files. Each has an address of its own, which nobody fetches.
pub struct Cached {
    cache: Cache,
    name: String,
}

impl Cached {
    /// Opens a cache, which is made where there is none.
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        Ok(Self { cache: get(caches()?.open(name)).await?, name: name.to_owned() })
    }

    /// Whether there is such a cache. Who opens one puts files into it.
    pub async fn is_there(name: &str) -> bool {
        let Ok(caches) = caches() else { return false };
        JsFuture::from(caches.has(name)).await.is_ok_and(|is| is.is_truthy())
    }

    /// Removes a cache with all that is in it.
    pub async fn remove(name: &str) -> Result<(), StoreError> {
        done(caches()?.delete(name)).await
    }

    fn address(&self, file: &str) -> String {
        format!("./{}/{file}", self.name)
    }
}

impl Folder for Cached {
    async fn names(&self) -> Result<BTreeSet<String>, StoreError> {
        let requests: Array = get(self.cache.keys()).await?;
        let urls = requests.iter().filter_map(|it| Some(it.dyn_into::<Request>().ok()?.url()));
        Ok(urls.filter_map(|url| Some(url.rsplit_once('/')?.1.to_owned())).collect())
    }

    async fn read(&self, name: &str) -> Result<Vec<u8>, StoreError> {
        let response: Response = get(self.cache.match_with_str(&self.address(name))).await?;
        let bytes = response.array_buffer().map_err(|error| failed(&error))?;
        let bytes = JsFuture::from(bytes).await.map_err(|error| failed(&error))?;
        Ok(Uint8Array::new(&bytes).to_vec())
    }

    async fn write(&self, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
        let bytes = Uint8Array::from(bytes);
        let response = Response::new_with_opt_js_u8_array(Some(&bytes));
        let response = response.map_err(|error| failed(&error))?;
        done(self.cache.put_with_str(&self.address(name), &response)).await
    }

    async fn remove(&self, name: &str) -> Result<(), StoreError> {
        done(self.cache.delete_with_str(&self.address(name))).await
    }
}

fn caches() -> Result<CacheStorage, StoreError> {
    // On pages that came without encryption there are none.
    Reflect::get(&js_sys::global(), &JsValue::from_str("caches"))
        .and_then(JsValue::dyn_into)
        .map_err(|error| failed(&error))
}
