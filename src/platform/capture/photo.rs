//! A picture from what is being shown.

use futures_channel::oneshot;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlVideoElement};

use super::CaptureError;
use crate::bytes::Bytes;
use crate::{BrowserError, globals};

/// How a picture is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// For what a camera sees.
    Jpeg,
    /// For what a screen shows: letters stay sharp.
    Png,
}

/// Good to look at large, and a third of the size of the best.
const JPEG_QUALITY: f64 = 0.92;

impl Picture {
    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }
}

/// What `video` shows now, as large as it comes. It carries no private data: it is drawn anew.
///
/// # Errors
/// A video that shows nothing yet, or a browser that draws no pictures.
pub async fn picture(video: &HtmlVideoElement, format: Picture) -> Result<Bytes, CaptureError> {
    let (width, height) = (video.video_width(), video.video_height());
    if width == 0 || height == 0 {
        return Err(BrowserError::new("InvalidStateError", "there is no picture yet").into());
    }
    let canvas: HtmlCanvasElement = globals::document()?.create_element("canvas")?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context: Option<CanvasRenderingContext2d> = canvas.get_context("2d")?.and_then(|it| it.dyn_into().ok());
    let context = context.ok_or_else(|| BrowserError::new("NotSupportedError", "this browser draws no pictures"))?;
    context.draw_image_with_html_video_element(video, 0.0, 0.0)?;
    let (done, drawn) = oneshot::channel();
    let done = Closure::once_into_js(move |blob: JsValue| {
        // Nobody waits any more when the dialog is gone.
        drop(done.send(blob.dyn_into::<Blob>().ok()));
    });
    let (media_type, quality) = (format.media_type(), JsValue::from(JPEG_QUALITY));
    canvas.to_blob_with_type_and_encoder_options(done.unchecked_ref(), media_type, &quality)?;
    let blob = drawn.await.ok().flatten();
    let blob = blob.ok_or_else(|| BrowserError::new("EncodingError", "the picture could not be written"))?;
    Ok(gloo_file::Blob::from(blob).into())
}
