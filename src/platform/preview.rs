//! What only a page can make of a file: a frame of a film, the shape of a sound, a small picture of a drawing.
//!
//! Decoders are given hostile bytes, so each has a time limit, and whoever asks sees to it that a file is not too large.

mod drawing;
mod element;
mod film;
mod sound;

pub use drawing::drawing;
pub use film::{Film, film};
pub use sound::{BARS, Sound, length, sound};

use super::BrowserError;

/// What is said when a decoder does not come to an end.
fn too_slow() -> BrowserError {
    BrowserError::new("TimeoutError", "the browser took too long to decode it")
}
