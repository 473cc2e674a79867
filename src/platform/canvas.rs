//! Drawing a picture small, in a page as in a worker.

use gloo_file::Blob;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlCanvasElement, ImageEncodeOptions, OffscreenCanvas};

use super::bindings::Pen;
use super::{BrowserError, globals};

/// The most that the longer side of a small picture has, in pixels.
const LONGER_SIDE: u32 = 320;
/// How much of what an eye sees is kept, of 1.
const QUALITY: f64 = 0.8;

/// Width and height in pixels.
pub(crate) type Size = (u32, u32);

/// Draws `source` (a bitmap, a film's frame, an image element) of this size small. The answer is WebP, or JPEG where the browser
/// writes no WebP; the blob says which.
pub(crate) async fn shrink(source: &JsValue, size: Size) -> Result<Blob, BrowserError> {
    let (width, height) = fitted(size);
    let canvas = Canvas::new(width, height)?;
    let pen = canvas.pen()?;
    let draw = || pen.draw(source, 0.0, 0.0, width.into(), height.into());
    pen.set_smoothing("high");
    draw()?;
    let small = canvas.encode("image/webp").await?;
    // A browser writes PNG in place of what it cannot write.
    if small.type_() == "image/webp" {
        return Ok(small.into());
    }
    // JPEG has nothing behind the picture to see through to.
    pen.set_ink("#fff");
    pen.fill(0.0, 0.0, width.into(), height.into())?;
    draw()?;
    Ok(canvas.encode("image/jpeg").await?.into())
}

/// As large as it may be, never larger than it is, and never nothing.
fn fitted((width, height): Size) -> Size {
    let longer = width.max(height).max(1);
    let scaled = |side: u32| match longer {
        // Sides are far below 2^32 / 320: a bitmap has less than 2^16 of each.
        LONGER_SIDE.. => (u64::from(side) * u64::from(LONGER_SIDE)).div_ceil(u64::from(longer)) as u32,
        _ => side,
    };
    (scaled(width).max(1), scaled(height).max(1))
}

enum Canvas {
    Anywhere(OffscreenCanvas),
    /// Where the browser has only those of a document.
    OfPage(HtmlCanvasElement),
}

impl Canvas {
    fn new(width: u32, height: u32) -> Result<Self, BrowserError> {
        if let Ok(canvas) = OffscreenCanvas::new(width, height) {
            return Ok(Self::Anywhere(canvas));
        }
        let canvas: HtmlCanvasElement = globals::document()?.create_element("canvas")?.unchecked_into();
        canvas.set_width(width);
        canvas.set_height(height);
        Ok(Self::OfPage(canvas))
    }

    fn pen(&self) -> Result<Pen, BrowserError> {
        let pen = match self {
            Self::Anywhere(canvas) => canvas.get_context("2d"),
            Self::OfPage(canvas) => canvas.get_context("2d"),
        };
        let none = || BrowserError::new("NotSupportedError", "this canvas cannot be drawn on");
        Ok(pen?.ok_or_else(none)?.unchecked_into())
    }

    async fn encode(&self, media_type: &str) -> Result<web_sys::Blob, BrowserError> {
        let encoded = match self {
            Self::Anywhere(canvas) => {
                let options = ImageEncodeOptions::new();
                options.set_type(media_type);
                options.set_quality(QUALITY);
                canvas.convert_to_blob_with_options(&options)?
            }
            Self::OfPage(canvas) => js_sys::Promise::new(&mut |done, refused| {
                if let Err(error) = canvas.to_blob_with_type_and_encoder_options(&done, media_type, &QUALITY.into()) {
                    // The function of a promise that refuses does not throw.
                    drop(refused.call1(&JsValue::UNDEFINED, &error));
                }
            }),
        };
        let none = |_| BrowserError::new("EncodingError", "the browser made no picture of it");
        JsFuture::from(encoded).await?.dyn_into().map_err(none)
    }
}

#[cfg(test)]
mod tests {
    use super::fitted;

    #[test]
    fn the_longer_side_fits_and_nothing_is_enlarged() {
        assert_eq!(fitted((4032, 3024)), (320, 240));
        assert_eq!(fitted((3024, 4032)), (240, 320));
        assert_eq!(fitted((200, 100)), (200, 100));
        assert_eq!(fitted((60_000, 1)), (320, 1));
        assert_eq!(fitted((0, 0)), (1, 1));
    }
}
