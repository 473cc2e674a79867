//! A frame of a film.

use std::time::Duration;

use wasm_bindgen::JsCast as _;
use web_sys::HtmlVideoElement;

use super::element::Player;
use super::too_slow;
use crate::bytes::Bytes;
use crate::object_url::ObjectUrl;
use crate::{BrowserError, canvas, timer};

/// A film that takes longer to show its first second has no frame.
const PATIENCE: Duration = Duration::from_secs(20);

/// What can be seen of a film without playing it.
#[derive(Debug)]
pub struct Film {
    /// A small picture of a frame near the beginning.
    pub still: Bytes,
    /// Its media type.
    pub media_type: String,
    /// The film's width in pixels, as it stands upright.
    pub width: u32,
    /// Likewise its height.
    pub height: u32,
    /// How long it is, in milliseconds, if it says so.
    pub ms: Option<u64>,
}

/// Looks at the film at `url`.
///
/// # Errors
/// A film that the browser cannot play, or not in time; a sound in the guise of a film.
pub async fn film(url: &ObjectUrl) -> Result<Film, BrowserError> {
    timer::within(PATIENCE, look(url)).await.ok_or_else(too_slow)?
}

async fn look(url: &ObjectUrl) -> Result<Film, BrowserError> {
    let player = Player::open("video", url).await?;
    let screen: &HtmlVideoElement = player.element().unchecked_ref();
    let (width, height) = (screen.video_width(), screen.video_height());
    if width == 0 || height == 0 {
        return Err(BrowserError::new("NotSupportedError", "there is nothing to see in it"));
    }
    player.seek(telling_moment(screen.duration())).await?;
    let small = canvas::shrink(screen, (width, height)).await?;
    let media_type = small.raw_mime_type();
    Ok(Film { still: small.into(), media_type, width, height, ms: player.length() })
}

/// The second to show: films begin with a hand on the camera, or in the dark.
fn telling_moment(length: f64) -> f64 {
    if length.is_finite() { (length / 10.0).min(1.0) } else { 1.0 }
}
