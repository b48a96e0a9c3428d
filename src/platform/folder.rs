//! A folder of the person's choice, where the browser lets one be chosen, and remembering it.
//!
//! What stands for it can be stored in `IndexedDB` and nowhere else; it has a database of its own, so that nothing
//! of the workspace depends on it. The browser may want to be asked again before it may be used.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Event, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransactionMode,
};

use super::{
    dom,
    files::{Stream, call, done, object, words},
};

const DATABASE: &str = "rapport-folder";
const STORE: &str = "folders";
const KEY: &str = "backups";

/// A `FileSystemDirectoryHandle`.
#[derive(Clone)]
pub struct Folder(JsValue);

/// A browser that was asked for a folder, and has not answered yet.
pub struct Asked(Promise);

/// Whether a folder can be chosen here at all.
pub fn can_choose() -> bool {
    Reflect::has(&dom::window(), &"showDirectoryPicker".into()).unwrap_or_default()
}

/// Asks for a folder. To be called while a click is handled.
pub fn ask() -> Option<Asked> {
    let options = object(&[("mode", &"readwrite".into()), ("id", &"rapport".into())]);
    call(&dom::window(), "showDirectoryPicker", &[&options]).ok().map(Asked)
}

impl Asked {
    /// `None` where the person does not want one.
    pub async fn answer(self) -> Option<Folder> {
        JsFuture::from(self.0).await.ok().map(Folder)
    }
}

impl Folder {
    pub fn name(&self) -> String {
        let name = Reflect::get(&self.0, &"name".into());
        name.ok().and_then(|name| name.as_string()).unwrap_or_default()
    }

    /// Whether it may be written to without asking.
    pub async fn is_allowed(&self) -> bool {
        self.permission("queryPermission").await
    }

    /// Asks whether it may be written to. To be called while a click is handled.
    pub async fn allow(&self) -> bool {
        self.permission("requestPermission").await
    }

    async fn permission(&self, method: &str) -> bool {
        let mode = object(&[("mode", &"readwrite".into())]);
        let answer = done(&self.0, method, &[&mode]).await;
        answer.is_ok_and(|answer| answer == "granted")
    }

    /// The names of what lies in it.
    pub async fn names(&self) -> Result<Vec<String>, String> {
        let error = |error: JsValue| words(&error);
        let keys: Function =
            Reflect::get(&self.0, &"keys".into()).and_then(JsCast::dyn_into).map_err(error)?;
        let keys = keys.call0(&self.0).map_err(error)?;
        let mut names = Vec::new();
        loop {
            let next = done(&keys, "next", &[]).await?;
            let member = |name: &str| Reflect::get(&next, &name.into()).unwrap_or_default();
            if member("done").is_truthy() {
                return Ok(names);
            }
            names.extend(member("value").as_string());
        }
    }

    /// Begins to write a file. One of that name that is there stays until the new one is whole.
    pub async fn write(&self, name: &str) -> Result<Stream, String> {
        let is_there = self.names().await?.iter().any(|it| it == name);
        let options = object(&[("create", &true.into())]);
        let handle = done(&self.0, "getFileHandle", &[&name.into(), &options]).await?;
        let stream = Stream::of(handle).await?;
        Ok(if is_there { stream.in_place() } else { stream })
    }

    pub async fn remove(&self, name: &str) -> Result<(), String> {
        done(&self.0, "removeEntry", &[&name.into()]).await.map(|_| ())
    }
}

/// The folder that was remembered.
pub async fn remembered() -> Option<Folder> {
    let folder = with_store(IdbTransactionMode::Readonly, |store| store.get(&KEY.into())).await;
    folder.ok().filter(JsValue::is_object).map(Folder)
}

/// Remembers a folder. The error is in the browser's words.
pub async fn remember(folder: &Folder) -> Result<(), String> {
    let put = |store: &IdbObjectStore| store.put_with_key(&folder.0, &KEY.into());
    with_store(IdbTransactionMode::Readwrite, put).await.map(|_| ()).map_err(|error| words(&error))
}

pub async fn forget() {
    // A folder that could not be forgotten is asked about again.
    let _ = with_store(IdbTransactionMode::Readwrite, |store| store.delete(&KEY.into())).await;
}

async fn with_store(
    mode: IdbTransactionMode,
    with: impl FnOnce(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
) -> Result<JsValue, JsValue> {
    let factory = dom::window().indexed_db()?.ok_or(JsValue::UNDEFINED)?;
    let opening = factory.open_with_u32(DATABASE, 1)?;
    let upgrade = Closure::once_into_js(move |event: Event| {
        let request = event.target().map(JsCast::unchecked_into::<IdbOpenDbRequest>);
        if let Some(Ok(database)) = request.map(|request| request.result()) {
            // What fails here fails the opening.
            let _ = database.unchecked_into::<IdbDatabase>().create_object_store(STORE);
        }
    });
    opening.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    let database: IdbDatabase = settled(&opening).await?.unchecked_into();
    let outcome = async {
        let transaction = database.transaction_with_str_and_mode(STORE, mode)?;
        settled(&with(&transaction.object_store(STORE)?)?).await
    }
    .await;
    database.close();
    outcome
}

async fn settled(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let settled = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(settled).await?;
    request.result()
}
