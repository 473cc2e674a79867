//! A small picture of what the browser shows only through an element: SVG.

use std::time::Duration;

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlImageElement;

use super::too_slow;
use crate::bytes::Bytes;
use crate::canvas::Size;
use crate::object_url::ObjectUrl;
use crate::{BrowserError, canvas, globals, timer};

/// A drawing that takes longer has no small picture.
const PATIENCE: Duration = Duration::from_secs(10);

/// Draws the picture at `url` small, as the page shows it: nothing in it runs. With its media type and the size of the large one.
///
/// # Errors
/// What the browser cannot show, or not in time.
pub async fn drawing(url: &ObjectUrl) -> Result<(Bytes, String, Size), BrowserError> {
    timer::within(PATIENCE, draw(url)).await.ok_or_else(too_slow)?
}

async fn draw(url: &ObjectUrl) -> Result<(Bytes, String, Size), BrowserError> {
    let image: HtmlImageElement = globals::document()?.create_element("img")?.unchecked_into();
    image.set_src(url);
    JsFuture::from(image.decode()).await?;
    let size = (image.natural_width(), image.natural_height());
    let small = canvas::shrink(&image, size).await?;
    let media_type = small.raw_mime_type();
    Ok((small.into(), media_type, size))
}
