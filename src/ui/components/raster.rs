//! A chart as pixels: the browser draws the SVG, with our fonts in it, at twice its
//! size.

use crate::bundle::standard;
use crate::chart::{Face, Theme, with_fonts};
use crate::ui::document;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlImageElement,
    Url,
};

/// Pixels of the picture for one of the chart.
const SCALE: f64 = 2.0;

/// The SVG, drawn in a theme, as a PNG.
///
/// # Errors
/// The browser refuses one of the steps.
pub async fn png(svg: &str, theme: &Theme) -> Result<JsValue, JsValue> {
    png_in(svg, theme, &faces().await).await
}

/// The same, with fonts that are here already.
///
/// # Errors
/// The browser refuses one of the steps.
pub async fn png_in(svg: &str, theme: &Theme, faces: &[Face]) -> Result<JsValue, JsValue> {
    let svg = with_fonts(svg, theme, faces);
    let parts = js_sys::Array::of1(&JsValue::from_str(&svg));
    let kind = BlobPropertyBag::new();
    kind.set_type("image/svg+xml");
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&address);
    let loaded = JsFuture::from(image.decode()).await;
    let drawn = loaded.and_then(|_| drawn(&image));
    let _ = Url::revoke_object_url(&address);
    JsFuture::from(encoded(&drawn?)).await
}

fn drawn(image: &HtmlImageElement) -> Result<HtmlCanvasElement, JsValue> {
    let canvas: HtmlCanvasElement = leptos::prelude::document()
        .create_element("canvas")?
        .unchecked_into();
    let (width, height) = (image.natural_width(), image.natural_height());
    canvas.set_width((f64::from(width) * SCALE) as u32);
    canvas.set_height((f64::from(height) * SCALE) as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.scale(SCALE, SCALE)?;
    context.draw_image_with_html_image_element(image, 0.0, 0.0)?;
    Ok(canvas)
}

/// The canvas as a blob; refused where the browser gives none.
fn encoded(canvas: &HtmlCanvasElement) -> js_sys::Promise {
    js_sys::Promise::new(&mut |resolve, reject| {
        let refused = reject.clone();
        let done = Closure::once_into_js(move |blob: JsValue| {
            let to = if blob.is_null() { &reject } else { &resolve };
            let _ = to.call1(&JsValue::NULL, &blob);
        });
        if let Err(error) = canvas.to_blob(done.unchecked_ref()) {
            let _ = refused.call1(&JsValue::NULL, &error);
        }
    })
}

/// The fonts of the page, because a picture has no access to them; one that
/// cannot be had leaves the next font of the family.
pub async fn faces() -> Vec<Face> {
    let mut faces = Vec::new();
    for address in fonts() {
        let weight = if address.contains("-600-") { 600 } else { 400 };
        if let Ok(bytes) = document::fetched(&address).await {
            let woff2 = standard(&js_sys::Uint8Array::new(&bytes).to_vec());
            faces.push(Face { weight, woff2 });
        }
    }
    faces
}

/// Addresses of the fonts that the page's head names.
fn fonts() -> Vec<String> {
    let Ok(found) = leptos::prelude::document().query_selector_all("link[as=font]") else {
        return Vec::new();
    };
    let link = |at| {
        found
            .get(at)?
            .dyn_into::<Element>()
            .ok()?
            .get_attribute("href")
    };
    (0..found.length()).filter_map(link).collect()
}
