//! Files that are written to disk piece by piece. A person's folders cannot be asked for here; the page's own
//! file system has files of the same kind.

use js_sys::{Function, Promise, Reflect};
use rapport::platform::files::{Sink, Stream};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

async fn answer(code: &str, with: &JsValue) -> Result<JsValue, JsValue> {
    let promise = Function::new_with_args("it", code).call1(&JsValue::UNDEFINED, with)?;
    JsFuture::from(promise.dyn_into::<Promise>()?).await
}

async fn file(name: &str) -> JsValue {
    let code = "return navigator.storage.getDirectory().then(all => all.getFileHandle(it, { create: true }))";
    answer(code, &name.into()).await.unwrap()
}

/// What stands in a file; nothing where there is none.
async fn held(name: &str) -> Option<String> {
    let code = "return navigator.storage.getDirectory()
        .then(all => all.getFileHandle(it)).then(handle => handle.getFile()).then(file => file.text())";
    answer(code, &name.into()).await.ok()?.as_string()
}

#[wasm_bindgen_test]
async fn pieces_are_a_file_once_it_is_closed() {
    let mut to = Sink::Disk(Stream::of(file("whole.csv").await).await.unwrap());
    for piece in ["a,b\n", "", "1,2\n"] {
        to.write(piece.as_bytes()).await.unwrap();
    }
    assert_eq!(held("whole.csv").await.as_deref(), Some(""));
    assert_eq!(to.finish().await.as_deref(), Ok("whole.csv"));
    assert_eq!(held("whole.csv").await.as_deref(), Some("a,b\n1,2\n"));
}

#[wasm_bindgen_test]
async fn what_is_given_up_leaves_nothing() {
    let handle = file("half.csv").await;
    let can_remove = Reflect::has(&handle, &"remove".into()).unwrap();
    let mut to = Sink::Disk(Stream::of(handle).await.unwrap());
    to.write(b"a,b\n").await.unwrap();
    to.give_up().await;
    assert_eq!(held("half.csv").await, (!can_remove).then(String::new));
}
