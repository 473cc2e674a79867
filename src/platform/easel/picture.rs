//! A photo to draw over.

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::ImageBitmap;

use super::Canvas;
use crate::bytes::Bytes;
use crate::{BrowserError, globals};

/// The most dots along its longer side: as sharp as a screen shows it, and little enough for a small device.
const MOST_DOTS: u32 = 2_048;

/// A photo as it is seen, turned the right way round.
#[derive(Clone)]
pub struct Picture {
    canvas: Canvas,
    size: (u32, u32),
}

impl Picture {
    /// Decodes what the browser knows as a picture.
    ///
    /// # Errors
    /// What it does not know as one.
    pub async fn of(bytes: &Bytes) -> Result<Self, BrowserError> {
        let blob: web_sys::Blob = bytes.blob().clone().into();
        // A bitmap is turned as the file says that it is to be seen.
        let decoded = globals::window()?.create_image_bitmap_with_blob(&blob)?;
        let bitmap: ImageBitmap = JsFuture::from(decoded).await?.unchecked_into();
        let size = sensible(bitmap.width(), bitmap.height());
        let (width, height) = (f64::from(size.0), f64::from(size.1));
        let canvas = Canvas::apart(width, size)?;
        let drawn = canvas.ink().draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, width, height);
        // Decoded it takes four bytes a dot, which nobody needs any longer.
        bitmap.close();
        drawn?;
        Ok(Self { canvas, size })
    }

    /// Its dots across and down.
    pub fn size(&self) -> (u32, u32) {
        self.size
    }

    /// Lays it on a canvas: left, top, width and height in units.
    ///
    /// # Errors
    /// What the browser says.
    pub fn lay_on(&self, canvas: &Canvas, place: [f64; 4]) -> Result<(), BrowserError> {
        canvas.lay(&self.canvas, place)
    }
}

/// The size in which it is kept: at most [`MOST_DOTS`] along the longer side.
fn sensible(width: u32, height: u32) -> (u32, u32) {
    let longer = width.max(height).max(1);
    if longer <= MOST_DOTS {
        return (width.max(1), height.max(1));
    }
    // Below 2^32 by far: browsers decode nothing with more than 2^16 dots along a side.
    let side = |length: u32| (u64::from(length) * u64::from(MOST_DOTS) / u64::from(longer)).max(1) as u32;
    (side(width), side(height))
}

#[cfg(test)]
mod tests {
    use super::sensible;

    #[test]
    fn a_photo_is_kept_as_large_as_a_screen_and_no_larger() {
        assert_eq!(sensible(4032, 3024), (2048, 1536));
        assert_eq!(sensible(640, 480), (640, 480));
        assert_eq!(sensible(60_000, 1), (2048, 1));
    }
}
