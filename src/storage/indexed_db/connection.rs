//! Opening the database, keeping the connection, and waiting for requests and transactions.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::error::{from_dom, from_js};
use crate::storage::{Area, Durability, StoreError};

/// The version of the set of object stores, not of what is in them.
pub(super) const VERSION: u32 = 1;

/// How long the browser may take to open the database, in seconds.
const PATIENCE: u32 = 10;

#[wasm_bindgen]
extern "C" {
    // `web-sys` has the options of a transaction only behind a flag for the whole build.
    #[wasm_bindgen(extends = IdbDatabase)]
    type Database;

    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn begin(
        this: &Database,
        areas: &Array,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;

    #[wasm_bindgen(js_name = indexedDB, thread_local_v2)]
    static FACTORY: Option<IdbFactory>;

    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &Function, millis: u32);
}

#[derive(Clone, Copy)]
pub(super) enum Mode {
    Read,
    Write(Durability),
}

type Callback = Rc<dyn Fn()>;

/// A connection that is opened when it is needed.
#[derive(Clone)]
pub(super) struct Connection {
    name: Rc<str>,
    /// Whichever there is, where none is asked for.
    version: Option<u32>,
    database: Rc<RefCell<Option<IdbDatabase>>>,
    version_change: Rc<RefCell<Option<Callback>>>,
    /// The database is deleted; were it opened again, there would be another one.
    is_retired: Rc<Cell<bool>>,
}

impl Connection {
    pub(super) fn new(name: &str, version: Option<u32>) -> Self {
        let (database, version_change, is_retired) = Default::default();
        Self { name: name.into(), version, database, version_change, is_retired }
    }

    pub(super) fn on_version_change(&self, callback: impl Fn() + 'static) {
        self.version_change.replace(Some(Rc::new(callback)));
    }

    pub(super) fn close(&self) {
        if let Some(database) = self.database.take() {
            database.close();
        }
    }

    /// Closes it, and never opens it again.
    pub(super) fn retire(&self) {
        self.is_retired.set(true);
        self.close();
    }

    pub(super) async fn get(&self) -> Result<IdbDatabase, StoreError> {
        if let Some(database) = self.database.borrow().clone() {
            return Ok(database);
        }
        if self.is_retired.get() {
            return Err(StoreError::Lost);
        }
        let database = open(&self.name, self.version).await?;
        // Where another one was opened meanwhile, only that one would be closed to make room for others.
        let other = self.database.borrow().clone();
        if other.is_some() || self.is_retired.get() {
            database.close();
            return other.ok_or(StoreError::Lost);
        }
        self.keep(&database);
        Ok(database)
    }

    /// Takes over an open database.
    pub(super) fn keep(&self, database: &IdbDatabase) {
        // These two live as long as the database does; it is opened a few times in a session at most.
        let forget = self.clone();
        let on_close = Closure::<dyn Fn()>::new(move || forget.close());
        database.set_onclose(Some(on_close.into_js_value().unchecked_ref()));
        let yielding = self.clone();
        let on_version_change = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            let is_deleted =
                Reflect::get(&event, &"newVersion".into()).is_ok_and(|it| it.is_null());
            if is_deleted {
                yielding.retire();
            }
            yielding.close();
            let callback = yielding.version_change.borrow().clone();
            if let Some(callback) = callback {
                callback();
            }
        });
        database.set_onversionchange(Some(on_version_change.into_js_value().unchecked_ref()));
        self.database.replace(Some(database.clone()));
    }

    /// Begins a transaction over some areas. `None` when there are none.
    pub(super) async fn begin(
        &self,
        areas: &[Area],
        mode: Mode,
    ) -> Result<Option<IdbTransaction>, StoreError> {
        if areas.is_empty() {
            return Ok(None);
        }
        let names: Array = areas.iter().map(|area| JsValue::from_str(area.name())).collect();
        let options = Object::new();
        let mode = match mode {
            Mode::Read => "readonly",
            Mode::Write(durability) => {
                let durability = match durability {
                    Durability::Strict => "strict",
                    Durability::Relaxed => "relaxed",
                };
                // Setting a member of a fresh object does not fail.
                let _ = Reflect::set(&options, &"durability".into(), &durability.into());
                "readwrite"
            }
        };
        let database: Database = self.get().await?.unchecked_into();
        match database.begin(&names, mode, &options) {
            Ok(transaction) => Ok(Some(transaction)),
            Err(error) => Err(from_js(&error)),
        }
    }
}

/// Waits until a transaction is complete, or says why it was aborted.
pub(super) async fn done(transaction: &IdbTransaction) -> Result<(), StoreError> {
    let settled = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    match JsFuture::from(settled).await {
        Ok(_) => Ok(()),
        // A transaction that is aborted without an error lost its connection.
        Err(_) => Err(transaction.error().map_or(StoreError::Lost, |error| from_dom(&error))),
    }
}

/// Waits for the result of a request.
pub(super) async fn result(request: &IdbRequest) -> Result<JsValue, StoreError> {
    let settled = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(settled).await {
        Ok(_) => request.result().map_err(|error| from_js(&error)),
        Err(_) => Err(match request.error() {
            Ok(Some(error)) => from_dom(&error),
            _ => StoreError::Lost,
        }),
    }
}

async fn open(name: &str, version: Option<u32>) -> Result<IdbDatabase, StoreError> {
    let factory = factory()?;
    let request = match version {
        Some(version) => factory.open_with_u32(name, version),
        None => factory.open(name),
    };
    let request = request.map_err(|error| from_js(&error))?;
    let upgrade = Closure::once_into_js(move |event: Event| {
        let request = event.target().map(JsCast::unchecked_into::<IdbOpenDbRequest>);
        let Some(Ok(database)) = request.map(|request| request.result()) else { return };
        let database: IdbDatabase = database.unchecked_into();
        for area in Area::ALL.into_iter().chain([Area::Lock]) {
            // What fails here fails the opening, which says why.
            let _ = database.create_object_store(area.name());
        }
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    settle(&request).await.map(JsCast::unchecked_into)
}

/// Whether there is a database of that name; `None` where the browser does not tell.
async fn is_there(name: &str) -> Option<bool> {
    let factory = factory().ok()?;
    let list = Reflect::get(&factory, &"databases".into()).ok()?.dyn_into::<Function>().ok()?;
    let list = list.call0(&factory).ok()?.dyn_into::<Promise>().ok()?;
    let list: Array = JsFuture::from(list).await.ok()?.dyn_into().ok()?;
    let has_name = |it: JsValue| {
        Reflect::get(&it, &"name".into()).is_ok_and(|it| it.as_string().as_deref() == Some(name))
    };
    Some(list.iter().any(has_name))
}

/// Opens a database only if there is one, and makes none.
pub(super) async fn open_if_there(name: &str) -> Result<Option<IdbDatabase>, StoreError> {
    if is_there(name).await == Some(false) {
        return Ok(None);
    }
    let request = factory()?.open(name).map_err(|error| from_js(&error))?;
    let is_new = Rc::new(Cell::new(false));
    let found = is_new.clone();
    let upgrade = Closure::once_into_js(move |event: Event| {
        found.set(true);
        let request = event.target().map(JsCast::unchecked_into::<IdbOpenDbRequest>);
        // What is not made is not there; where this fails there is an empty one, which is as good.
        let _ = request.and_then(|request| request.transaction()).map(|it| it.abort());
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    match settle(&request).await {
        _ if is_new.get() => Ok(None),
        opened => opened.map(|database| Some(database.unchecked_into())),
    }
}

pub(super) async fn delete(name: &str) -> Result<(), StoreError> {
    let request = factory()?.delete_database(name).map_err(|error| from_js(&error))?;
    settle(&request).await.map(|_| ())
}

/// Waits for an opening or a deletion: its end, that another tab blocks it, or too long.
async fn settle(request: &IdbOpenDbRequest) -> Result<JsValue, StoreError> {
    let settled = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
        request.set_onblocked(Some(&saying(&reject, "blocked")));
        set_timeout(&saying(&reject, "timeout"), PATIENCE * 1000);
    });
    let Err(why) = JsFuture::from(settled).await else {
        return request.result().map_err(|error| from_js(&error));
    };
    let given_up = match why.as_string().as_deref() {
        Some("blocked") => StoreError::Blocked,
        Some("timeout") => StoreError::TimedOut(PATIENCE),
        _ => {
            return Err(match request.error() {
                Ok(Some(error)) => from_dom(&error),
                _ => StoreError::Lost,
            });
        }
    };
    close_when_late(request);
    Err(given_up)
}

/// A call of `reject` with a word.
fn saying(reject: &Function, word: &str) -> Function {
    reject.bind1(&JsValue::UNDEFINED, &word.into()).unchecked_into()
}

/// A database that opens after we gave up must not stand in the way of others.
fn close_when_late(request: &IdbOpenDbRequest) {
    let close = Closure::once_into_js(move |event: Event| {
        let request = event.target().map(JsCast::unchecked_into::<IdbOpenDbRequest>);
        let result = request.and_then(|request| request.result().ok());
        // A deletion that is late has nothing to close.
        if let Some(database) = result.and_then(|it| it.dyn_into::<IdbDatabase>().ok()) {
            database.close();
        }
    });
    request.set_onsuccess(Some(close.unchecked_ref()));
}

fn factory() -> Result<IdbFactory, StoreError> {
    FACTORY
        .with(Clone::clone)
        .ok_or_else(|| StoreError::Unavailable("there is no IndexedDB in this window".to_owned()))
}
