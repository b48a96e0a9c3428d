//! Pictures made small, by the browser's own decoder and encoder.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmap};

use super::dom;

/// Formats and qualities, best first. A browser that cannot write a format writes PNG instead, which is
/// passed over.
const TRIES: [(&str, f64); 6] = [
    ("image/webp", 0.85),
    ("image/jpeg", 0.85),
    ("image/webp", 0.6),
    ("image/jpeg", 0.6),
    ("image/webp", 0.35),
    ("image/jpeg", 0.35),
];

/// Cuts the square out of the middle of a picture, at most `size` pixels wide, as a `data:` address of
/// at most `most` characters. `None` for what the browser does not know as a picture.
pub async fn shrink(blob: &Blob, size: u32, most: usize) -> Option<String> {
    let bitmap = dom::window().create_image_bitmap_with_blob(blob).ok()?;
    let bitmap: ImageBitmap = JsFuture::from(bitmap).await.ok()?.unchecked_into();
    let (width, height) = (bitmap.width(), bitmap.height());
    let cut = width.min(height);
    let edge = cut.min(size);
    let canvas = dom::document().create_element("canvas").ok()?;
    let canvas: HtmlCanvasElement = canvas.unchecked_into();
    canvas.set_width(edge);
    canvas.set_height(edge);
    let context = canvas.get_context("2d").ok()??;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    // What is transparent would be black in a JPEG.
    context.set_fill_style_str("white");
    context.fill_rect(0.0, 0.0, edge.into(), edge.into());
    context
        .draw_image_with_image_bitmap_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
            &bitmap,
            f64::from(width - cut) / 2.0,
            f64::from(height - cut) / 2.0,
            cut.into(),
            cut.into(),
            0.0,
            0.0,
            edge.into(),
            edge.into(),
        )
        .ok()?;
    bitmap.close();
    let written = TRIES.iter().filter_map(|(mime, quality)| {
        let quality = JsValue::from_f64(*quality);
        let address = canvas.to_data_url_with_type_and_encoder_options(mime, &quality).ok()?;
        address.starts_with(&format!("data:{mime};base64,")).then_some(address)
    });
    written.into_iter().find(|address| address.len() <= most)
}
