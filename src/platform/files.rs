//! Files: reading what a person chose, saving what they take home.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, TextDecoder, Url};

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

fn words(error: &JsValue) -> String {
    error.as_string().unwrap_or_else(|| format!("{error:?}"))
}
