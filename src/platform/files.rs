//! Files: reading what a person chose, saving what they take home.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DomException, File, HtmlAnchorElement, TextDecoder, Url};

use super::{
    clock::{self, Timer},
    dom,
};

/// Reads a file whole. The error is in the browser's words.
pub async fn read(file: &File) -> Result<Vec<u8>, String> {
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|error| words(&error))?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Decodes bytes in the encoding of a label of the Encoding Standard; nothing where the browser does not
/// know it. What is not a character becomes U+FFFD.
pub fn decode(label: &str, bytes: &[u8]) -> String {
    let decoder = TextDecoder::new_with_label(label);
    decoder.and_then(|decoder| decoder.decode_with_u8_array(bytes)).unwrap_or_default()
}

/// A browser that was asked where a file is to go, and has not answered yet.
pub struct Asked(Promise);

/// Where a file is to go.
pub enum Place {
    Chosen(Stream),
    /// Where no place can be chosen.
    Downloads,
    /// The person does not want it any more.
    Nowhere,
}

/// Asks where to save a file of that name, where the browser can write one piece by piece. To be called while
/// a click is handled.
pub fn ask_where(name: &str, mime: &str) -> Option<Asked> {
    let extension = format!(".{}", name.rsplit('.').next()?);
    let accept = object(&[(mime, &Array::of1(&extension.into()))]);
    let types = Array::of1(&object(&[("accept", &accept)]));
    let options = object(&[("suggestedName", &name.into()), ("types", &types)]);
    call(&dom::window(), "showSaveFilePicker", &[&options]).ok().map(Asked)
}

impl Asked {
    pub async fn answer(self) -> Place {
        match JsFuture::from(self.0).await {
            Ok(handle) => match Stream::of(handle).await {
                Ok(stream) => Place::Chosen(stream),
                Err(_) => Place::Downloads,
            },
            Err(error) => {
                let error = error.dyn_ref::<DomException>().map(DomException::name);
                if error.is_some_and(|name| name == "AbortError") {
                    Place::Nowhere
                } else {
                    Place::Downloads
                }
            }
        }
    }
}

/// A file on disk in the making. It stands under its name once it is [closed](Self::close).
pub struct Stream {
    handle: JsValue,
    writable: JsValue,
    /// Whether there is no file when it is given up.
    is_new: bool,
}

impl Stream {
    /// Writes to what a `FileSystemFileHandle` stands for.
    pub async fn of(handle: JsValue) -> Result<Self, String> {
        let writable = done(&handle, "createWritable", &[]).await?;
        Ok(Self { handle, writable, is_new: true })
    }

    /// The same for a file that was there before, and stays if this is given up.
    #[must_use]
    pub fn in_place(self) -> Self {
        Self { is_new: false, ..self }
    }

    /// Waits until the disk has taken it.
    pub async fn write(&self, chunk: &[u8]) -> Result<(), String> {
        done(&self.writable, "write", &[&Uint8Array::from(chunk)]).await.map(|_| ())
    }

    /// Says what the file is called.
    pub async fn close(self) -> Result<String, String> {
        done(&self.writable, "close", &[]).await?;
        let name = Reflect::get(&self.handle, &"name".into());
        Ok(name.ok().and_then(|name| name.as_string()).unwrap_or_default())
    }

    /// Leaves no file. The browser has made an empty one when its name was chosen.
    pub async fn abort(self) {
        // Nobody can do more about a file that stays.
        let _ = done(&self.writable, "abort", &[]).await;
        if self.is_new {
            let _ = done(&self.handle, "remove", &[]).await;
        }
    }
}

/// Where the pieces of a file go.
pub enum Sink {
    Disk(Stream),
    Downloads { parts: Parts, name: String, mime: &'static str },
}

impl Sink {
    pub fn downloads(name: String, mime: &'static str) -> Self {
        Self::Downloads { parts: Parts::default(), name, mime }
    }

    pub async fn write(&mut self, chunk: &[u8]) -> Result<(), String> {
        match self {
            _ if chunk.is_empty() => Ok(()),
            Self::Disk(stream) => stream.write(chunk).await,
            Self::Downloads { parts, .. } => {
                parts.push(chunk);
                Ok(())
            }
        }
    }

    /// Says what the file is called.
    pub async fn finish(self) -> Result<String, String> {
        match self {
            Self::Disk(stream) => stream.close().await,
            Self::Downloads { parts, name, mime } => {
                save(&name, &parts.blob(mime)?)?;
                Ok(name)
            }
        }
    }

    /// Leaves no file.
    pub async fn give_up(self) {
        if let Self::Disk(stream) = self {
            stream.abort().await;
        }
    }
}

/// Calls a method that the bindings do not have yet, and waits for what it promises.
pub(super) async fn done(of: &JsValue, method: &str, with: &[&JsValue]) -> Result<JsValue, String> {
    let promise = call(of, method, with).map_err(|error| words(&error))?;
    JsFuture::from(promise).await.map_err(|error| words(&error))
}

pub(super) fn call(of: &JsValue, method: &str, with: &[&JsValue]) -> Result<Promise, JsValue> {
    let method: Function = Reflect::get(of, &method.into())?.dyn_into()?;
    method.apply(of, &with.iter().copied().collect::<Array>())?.dyn_into()
}

pub(super) fn object(members: &[(&str, &JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        // Setting a member of a fresh object does not fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

/// Joins chunks to a file in the browser's memory.
pub fn blob(mime: &str, chunks: impl Iterator<Item = Vec<u8>>) -> Result<Blob, String> {
    let parts = Parts::default();
    chunks.for_each(|chunk| parts.push(&chunk));
    parts.blob(mime)
}

/// Chunks in the browser's memory and not in ours.
#[derive(Default)]
pub struct Parts(Array);

impl Parts {
    pub fn push(&self, chunk: &[u8]) {
        self.0.push(&Uint8Array::from(chunk));
    }

    pub fn blob(&self, mime: &str) -> Result<Blob, String> {
        let options = BlobPropertyBag::new();
        options.set_type(mime);
        Blob::new_with_u8_array_sequence_and_options(&self.0, &options)
            .map_err(|error| words(&error))
    }
}

/// The name of a file that is saved now: `rapport-people-2026-03-09.csv`, by the person's calendar and clock.
pub fn dated(name: &str, extension: &str) -> String {
    let now = clock::now();
    let date = now.on_clock(clock::minutes_east(now));
    format!("{name}-{}.{extension}", date.split('T').next().unwrap_or_default())
}

/// Saves a file of that name among the person's downloads.
pub fn save(name: &str, blob: &Blob) -> Result<(), String> {
    let address = Url::create_object_url_with_blob(blob).map_err(|error| words(&error))?;
    let link = dom::document().create_element("a").map_err(|error| words(&error))?;
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser reads the address after this turn; a minute is long enough for a slow disk.
    Timer::new(60_000, move || {
        // Revoking what is revoked already is no loss.
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}

pub(super) fn words(error: &JsValue) -> String {
    error.as_string().unwrap_or_else(|| format!("{error:?}"))
}

/// A file that the installed app is opened with.
pub struct Launched(Promise);

impl Launched {
    /// The file, unless it has gone meanwhile.
    pub async fn file(self) -> Option<File> {
        JsFuture::from(self.0).await.ok()?.dyn_into().ok()
    }
}

/// Calls back with the first file of each launch, where a browser opens files with apps; see `file_handlers` in
/// the manifest.
pub fn on_launch(callback: impl Fn(Launched) + 'static) {
    let member = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name)).ok();
    let method = move |of: &JsValue, name: &str| member(of, name)?.dyn_into::<Function>().ok();
    let Some(queue) = member(&dom::window(), "launchQueue") else { return };
    let Some(set_consumer) = method(&queue, "setConsumer") else { return };
    let launched = Closure::<dyn Fn(JsValue)>::new(move |launch: JsValue| {
        let handle = member(&launch, "files").and_then(|files| Array::from(&files).iter().next());
        let file = handle.and_then(|it| method(&it, "getFile")?.call0(&it).ok()?.dyn_into().ok());
        if let Some(file) = file {
            callback(Launched(file));
        }
    });
    // It takes any function.
    let _ = set_consumer.call1(&queue, &launched.into_js_value());
}
