//! A canvas: filled, rubbed out, and saved as PNG.

use std::cell::Cell;

use gloo_file::Blob;
use js_sys::Promise;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, Path2d};

use crate::files::PickedFile;
use crate::{BrowserError, globals};

/// More dots to a pixel of the page than this are seen by nobody, and cost a slow device its smoothness.
const SHARPEST: f64 = 2.0;
/// The most dots of a canvas on the page along either side.
const MOST_DOTS: f64 = 2_400.0;

/// A canvas with a sheet on it, so many units wide.
#[derive(Clone)]
pub struct Canvas {
    element: HtmlCanvasElement,
    ink: CanvasRenderingContext2d,
    units: Cell<f64>,
}

impl Canvas {
    /// The canvas of the page. It is a unit wide until [`fit`](Self::fit).
    ///
    /// # Errors
    /// A browser that draws on no canvas.
    pub fn of(element: &HtmlCanvasElement) -> Result<Self, BrowserError> {
        let none = || BrowserError::new("NotSupportedError", "this browser draws on no canvas");
        let ink = element.get_context("2d")?.ok_or_else(none)?.unchecked_into();
        Ok(Self { element: element.clone(), ink, units: Cell::new(1.0) })
    }

    /// A canvas that is on no page, with so many dots, for a sheet that is `units` wide.
    ///
    /// # Errors
    /// As [`Canvas::of`].
    pub fn apart(units: f64, (width, height): (u32, u32)) -> Result<Self, BrowserError> {
        let canvas = Self::of(&globals::document()?.create_element("canvas")?.unchecked_into())?;
        canvas.resize(units, width, height)?;
        Ok(canvas)
    }

    /// Gives it as many dots as it takes to be sharp where it stands in the page, for a sheet that is `units` wide. It is empty then.
    ///
    /// # Errors
    /// What the browser says.
    pub fn fit(&self, units: f64) -> Result<(), BrowserError> {
        let sharpness = globals::window()?.device_pixel_ratio().clamp(1.0, SHARPEST);
        // Clamped to a small range.
        let dots = |pixels: i32| (f64::from(pixels) * sharpness).round().clamp(1.0, MOST_DOTS) as u32;
        self.resize(units, dots(self.element.client_width()), dots(self.element.client_height()))
    }

    /// Takes everything away.
    pub fn clear(&self) {
        self.ink.clear_rect(0.0, 0.0, self.width(), self.height());
    }

    /// Fills a shape. `opacity` goes from 0 to 1.
    ///
    /// # Errors
    /// A shape that is no path data.
    pub fn fill(&self, shape: &str, colour: &str, opacity: f64) -> Result<(), BrowserError> {
        self.ink.set_fill_style_str(colour);
        self.ink.set_global_alpha(opacity);
        self.ink.fill_with_path_2d(&Path2d::new_with_path_string(shape)?);
        self.ink.set_global_alpha(1.0);
        Ok(())
    }

    /// Takes away what lies within a shape.
    ///
    /// # Errors
    /// A shape that is no path data.
    pub fn rub_out(&self, shape: &str) -> Result<(), BrowserError> {
        self.ink.set_global_composite_operation("destination-out")?;
        let rubbed = self.fill(shape, "#000", 1.0);
        self.ink.set_global_composite_operation("source-over")?;
        rubbed
    }

    /// Draws along a shape, `width` units wide.
    ///
    /// # Errors
    /// A shape that is no path data.
    pub fn line(&self, shape: &str, colour: &str, width: f64) -> Result<(), BrowserError> {
        self.ink.set_stroke_style_str(colour);
        self.ink.set_line_width(width);
        self.ink.stroke_with_path(&Path2d::new_with_path_string(shape)?);
        Ok(())
    }

    /// Lays what is on another canvas on this one: left, top, width and height in units.
    ///
    /// # Errors
    /// What the browser says.
    pub fn lay(&self, other: &Self, [x, y, width, height]: [f64; 4]) -> Result<(), BrowserError> {
        Ok(self.ink.draw_image_with_html_canvas_element_and_dw_and_dh(&other.element, x, y, width, height)?)
    }

    /// All of it as a PNG file.
    ///
    /// # Errors
    /// A canvas that the browser makes no picture of, for want of memory.
    pub async fn png(&self, name: &str) -> Result<PickedFile, BrowserError> {
        let mut asked = Ok(());
        let answer = Promise::new(&mut |done, _| asked = self.element.to_blob_with_type(&done, "image/png"));
        asked?;
        let none = |_| BrowserError::new("EncodingError", "the browser made no picture of the canvas");
        let blob: web_sys::Blob = JsFuture::from(answer).await?.dyn_into().map_err(none)?;
        Ok(PickedFile::of_blob(name, Blob::from(blob)))
    }

    pub(super) fn width(&self) -> f64 {
        self.units.get()
    }

    /// How high it is in units.
    pub(super) fn height(&self) -> f64 {
        self.width() * f64::from(self.element.height()) / f64::from(self.element.width().max(1))
    }

    pub(super) fn ink(&self) -> &CanvasRenderingContext2d {
        &self.ink
    }

    fn resize(&self, units: f64, width: u32, height: u32) -> Result<(), BrowserError> {
        // This empties it, and takes back its scale.
        self.element.set_width(width);
        self.element.set_height(height);
        self.units.set(units);
        let scale = f64::from(width) / units;
        Ok(self.ink.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0)?)
    }
}
