//! Files in the origin private file system (<https://fs.spec.whatwg.org>), where browsers keep them apart from
//! their databases.

use std::collections::BTreeSet;

use js_sys::{AsyncIterator, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    File, FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemGetDirectoryOptions,
    FileSystemGetFileOptions, FileSystemRemoveOptions, FileSystemWritableFileStream,
};

use super::{StoreError, mirror::Folder};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = navigator, js_name = storage)]
    static STORAGE: JsValue;
}

/// A folder at the root of the file system.
pub struct Opfs {
    folder: FileSystemDirectoryHandle,
}

impl Opfs {
    /// Opens a folder, which is made where there is none.
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        let options = FileSystemGetDirectoryOptions::new();
        options.set_create(true);
        let folder = root().await?.get_directory_handle_with_options(name, &options);
        Ok(Self { folder: get(folder).await? })
    }

    /// Whether there is such a folder with a file in it.
    pub async fn has_files(name: &str) -> bool {
        let Ok(root) = root().await else { return false };
        let Ok(folder) = get::<FileSystemDirectoryHandle>(root.get_directory_handle(name)).await
        else {
            return false;
        };
        next(&folder.keys()).await.is_ok_and(|name| name.is_some())
    }

    /// Removes a folder with all that is in it.
    pub async fn remove(name: &str) -> Result<(), StoreError> {
        let options = FileSystemRemoveOptions::new();
        options.set_recursive(true);
        done(root().await?.remove_entry_with_options(name, &options)).await
    }

    async fn file(&self, name: &str, create: bool) -> Result<FileSystemFileHandle, StoreError> {
        let options = FileSystemGetFileOptions::new();
        options.set_create(create);
        get(self.folder.get_file_handle_with_options(name, &options)).await
    }
}

impl Folder for Opfs {
    async fn names(&self) -> Result<BTreeSet<String>, StoreError> {
        let keys = self.folder.keys();
        let mut names = BTreeSet::new();
        while let Some(name) = next(&keys).await? {
            names.insert(name);
        }
        Ok(names)
    }

    async fn read(&self, name: &str) -> Result<Vec<u8>, StoreError> {
        let file: File = get(self.file(name, false).await?.get_file()).await?;
        let bytes = JsFuture::from(file.array_buffer()).await.map_err(|error| failed(&error))?;
        Ok(Uint8Array::new(&bytes).to_vec())
    }

    async fn write(&self, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
        // What is written lies in another file until it is closed.
        let file = self.file(name, true).await?;
        let stream: FileSystemWritableFileStream = get(file.create_writable()).await?;
        let bytes = Uint8Array::from(bytes);
        done(stream.write_with_js_u8_array(&bytes).map_err(|error| failed(&error))?).await?;
        done(stream.close()).await
    }

    async fn remove(&self, name: &str) -> Result<(), StoreError> {
        done(self.folder.remove_entry(name)).await
    }
}

/// The next name of a folder; none at its end.
async fn next(names: &AsyncIterator) -> Result<Option<String>, StoreError> {
    let next = names.next().map_err(|error| failed(&error))?;
    let next = JsFuture::from(next).await.map_err(|error| failed(&error))?;
    let value = Reflect::get(&next, &JsValue::from_str("value"));
    Ok(value.ok().and_then(|name| name.as_string()))
}

async fn root() -> Result<FileSystemDirectoryHandle, StoreError> {
    // Browsers of some years ago have none, and some have none in private windows.
    let storage = STORAGE.with(JsValue::clone);
    let root = Reflect::get(&storage, &JsValue::from_str("getDirectory"))
        .and_then(JsValue::dyn_into::<Function>)
        .and_then(|get| get.call0(&storage))
        .and_then(JsValue::dyn_into::<Promise>)
        .map_err(|error| StoreError::Unavailable(words(&error)))?;
    get(root).await
}

pub(super) async fn get<T: JsCast>(promise: Promise) -> Result<T, StoreError> {
    let value = JsFuture::from(promise).await.map_err(|error| failed(&error))?;
    value.dyn_into().map_err(|value| failed(&value))
}

pub(super) async fn done(promise: Promise) -> Result<(), StoreError> {
    JsFuture::from(promise).await.map(|_| ()).map_err(|error| failed(&error))
}

pub(super) fn failed(error: &JsValue) -> StoreError {
    let is_full = Reflect::get(error, &JsValue::from_str("name"))
        .is_ok_and(|name| name.as_string().as_deref() == Some("QuotaExceededError"));
    if is_full { StoreError::Full } else { StoreError::Failed(words(error)) }
}

fn words(error: &JsValue) -> String {
    format!("{error:?}")
}
