//! The first moment of a picture that moves.

use wasm_bindgen::JsCast as _;
use web_sys::{HtmlCanvasElement, HtmlImageElement};

use super::BrowserError;
use super::bindings::Pen;

/// Draws how `picture` begins onto `canvas`, as large as it is.
///
/// # Errors
/// A picture that is not there yet, or cannot be shown; a browser that draws nothing.
pub fn draw(picture: &HtmlImageElement, canvas: &HtmlCanvasElement) -> Result<(), BrowserError> {
    let (width, height) = (picture.natural_width(), picture.natural_height());
    canvas.set_width(width);
    canvas.set_height(height);
    let none = || BrowserError::new("NotSupportedError", "this canvas cannot be drawn on");
    let pen: Pen = canvas.get_context("2d")?.ok_or_else(none)?.unchecked_into();
    Ok(pen.draw(picture, 0.0, 0.0, width.into(), height.into())?)
}
