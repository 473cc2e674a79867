//! A small picture of a stored one, made in the worker.

use std::time::Duration;

use gloo_file::Blob;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::ImageBitmap;

use super::{Media, MediaError, StoredFile, ingest, measures};
use crate::bindings::create_image_bitmap;
use crate::canvas::{self, Size};
use crate::store::Store;
use crate::{BrowserError, Cancel, timer};

/// A picture of more pixels, by what its header says, is not decoded: at four bytes each they would take a quarter of a gigabyte.
pub const MOST_PIXELS: u64 = 64_000_000;
/// A picture of so few bytes needs no smaller one: it is as quick to show.
pub const SMALL: u64 = 48 << 10;
/// A picture that takes longer is not made smaller.
const PATIENCE: Duration = Duration::from_secs(20);

/// A picture as the browser decoded it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shrunk {
    /// A small one, stored as a file of its own, and its media type; nothing if the picture is [`SMALL`] itself.
    pub thumb: Option<(StoredFile, String)>,
    /// Its width in pixels, as it stands upright.
    pub width: u32,
    /// Likewise its height.
    pub height: u32,
}

/// Measures the file `identity`, and stores a small picture of it unless it is small itself.
pub(super) async fn shrink(
    profile: &str,
    store: &Store,
    identity: &str,
    media_type: &str,
    cancel: &Cancel,
) -> Result<Shrunk, MediaError> {
    let large = Media::new(profile, store.clone()).blob(identity, media_type).await?;
    let said = measures::of(large.as_ref())?;
    if said.pixels().is_none_or(|pixels| pixels > MOST_PIXELS) {
        return Err(MediaError::NoPicture);
    }
    let made = timer::within(PATIENCE, small(&large)).await;
    let (small, (width, height)) = made.ok_or(MediaError::NoPicture)?.map_err(|_| MediaError::NoPicture)?;
    let thumb = match small {
        Some(small) => {
            let file = ingest::ingest(profile, store, small.as_ref(), |_| (), cancel).await?;
            Some((file, small.raw_mime_type()))
        }
        None => None,
    };
    Ok(Shrunk { thumb, width, height })
}

async fn small(large: &Blob) -> Result<(Option<Blob>, Size), BrowserError> {
    // The browser decodes on another thread, and turns it as the camera was held.
    let bitmap: ImageBitmap = JsFuture::from(create_image_bitmap(large.as_ref())?).await?.unchecked_into();
    let size = (bitmap.width(), bitmap.height());
    let small = if large.size() > SMALL { canvas::shrink(&bitmap, size).await.map(Some) } else { Ok(None) };
    // Without this it would stay until the garbage collector comes: 50 MB for a photo.
    bitmap.close();
    Ok((small?, size))
}
