//! Pictures come out small, square and not squeezed, whatever goes in.

use js_sys::{Array, Function, Promise};
use rapport::platform::pictures;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Blob;

/// More characters than any of these pictures takes.
const ENOUGH: usize = 1_000_000;

async fn answer(names: &str, code: &str, with: &[JsValue]) -> JsValue {
    let with: Array = with.iter().collect();
    let promise = Function::new_with_args(names, code).apply(&JsValue::UNDEFINED, &with).unwrap();
    JsFuture::from(promise.dyn_into::<Promise>().unwrap()).await.unwrap()
}

/// A picture with four colours around its middle, in a square as high or as wide as the picture is. What lies
/// beside the square is red. `paint` may paint over it.
async fn picture(width: u32, height: u32, paint: &str) -> Blob {
    let code = format!(
        "const canvas = Object.assign(document.createElement('canvas'), {{ width, height }});
        const on = canvas.getContext('2d');
        const square = Math.min(width, height);
        const half = square / 2;
        const [left, top] = [(width - square) / 2, (height - square) / 2];
        on.fillStyle = 'red';
        on.fillRect(0, 0, width, height);
        ['lime', 'blue', 'black', 'yellow'].forEach((colour, nth) => {{
            on.fillStyle = colour;
            on.fillRect(left + half * (nth % 2), top + half * (nth >> 1), half, half);
        }});
        {paint};
        return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));"
    );
    answer("width, height", &code, &[width.into(), height.into()]).await.unchecked_into()
}

/// Width and height of a picture, and its colours at places that are given in parts of the whole.
async fn seen(address: &str, places: &[(f64, f64)]) -> String {
    let code = "const blob = await (await fetch(address)).blob();
        const bitmap = await createImageBitmap(blob);
        const { width, height } = bitmap;
        const canvas = Object.assign(document.createElement('canvas'), { width, height });
        const on = canvas.getContext('2d');
        on.drawImage(bitmap, 0, 0);
        const names = { '100': 'red', '010': 'lime', '001': 'blue', '000': 'black', '110': 'yellow', '111': 'white' };
        const colours = places.map(([x, y]) => {
            const pixel = on.getImageData(Math.floor(x * width), Math.floor(y * height), 1, 1).data;
            return names[[...pixel].slice(0, 3).map((part) => part > 127 ? 1 : 0).join('')];
        });
        return [`${width}x${height}`, ...colours].join(' ');";
    let pairs = places.iter().map(|(x, y)| JsValue::from(Array::of2(&(*x).into(), &(*y).into())));
    let places: Array = pairs.collect();
    let code = format!("return (async () => {{ {code} }})();");
    let seen = answer("address, places", &code, &[address.into(), places.into()]).await;
    seen.as_string().unwrap()
}

/// Near the corners, and on both sides of the middle.
const PLACES: [(f64, f64); 8] = [
    (0.1, 0.1),
    (0.9, 0.1),
    (0.1, 0.9),
    (0.9, 0.9),
    (0.4, 0.4),
    (0.6, 0.4),
    (0.4, 0.6),
    (0.6, 0.6),
];

async fn check(width: u32, height: u32, size: u32, expected: u32) {
    let picture = picture(width, height, "").await;
    let small = pictures::shrink(&picture, size, ENOUGH).await.expect("a picture");
    let colours = "lime blue black yellow";
    let expected = format!("{expected}x{expected} {colours} {colours}");
    assert_eq!(seen(&small, &PLACES).await, expected, "{width}x{height}");
}

#[wasm_bindgen_test]
async fn larger_ones_are_as_large_as_they_may_be() {
    check(900, 300, 256, 256).await;
    check(300, 900, 256, 256).await;
    check(1001, 600, 256, 256).await;
    check(512, 512, 256, 256).await;
    check(3000, 2000, 64, 64).await;
}

#[wasm_bindgen_test]
async fn smaller_ones_are_not_made_larger() {
    check(40, 40, 256, 40).await;
    check(256, 256, 256, 256).await;
    check(600, 40, 256, 40).await;
    check(40, 600, 256, 40).await;
}

#[wasm_bindgen_test]
async fn what_is_transparent_becomes_white() {
    let clear = picture(80, 80, "on.clearRect(0, 0, width / 2, height)").await;
    let small = pictures::shrink(&clear, 256, ENOUGH).await.unwrap();
    let places = [(0.2, 0.2), (0.2, 0.8), (0.8, 0.2)];
    assert_eq!(seen(&small, &places).await, "80x80 white white blue");
}

#[wasm_bindgen_test]
async fn picture_that_packs_badly_takes_no_more_room_than_there_is() {
    // The same noise at every run.
    let noise = "let state = 1;
        const pixels = on.getImageData(0, 0, width, height);
        pixels.data.forEach((_, at) => {
            state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
            pixels.data[at] = at % 4 === 3 ? 255 : state >>> 24;
        });
        on.putImageData(pixels, 0, 0)";
    let noise = picture(256, 256, noise).await;
    let best = pictures::shrink(&noise, 256, ENOUGH).await.unwrap();
    let smaller = pictures::shrink(&noise, 256, best.len() - 1).await.unwrap();
    assert!(smaller.len() < best.len());
    assert!(seen(&smaller, &[]).await.starts_with("256x256"));
    assert_eq!(pictures::shrink(&noise, 256, 1_000).await, None);
}

#[wasm_bindgen_test]
async fn what_is_no_picture_is_refused() {
    let png = picture(40, 40, "").await;
    let words = |text: &str| Blob::new_with_str_sequence(&Array::of1(&text.into())).unwrap();
    for (name, blob) in [
        ("words", words("no picture")),
        ("nothing", words("")),
        ("the start of one", png.slice_with_i32_and_i32(0, 20).unwrap()),
    ] {
        assert_eq!(pictures::shrink(&blob, 256, ENOUGH).await, None, "{name}");
    }
}
