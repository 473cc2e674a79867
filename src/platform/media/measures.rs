//! What a file says of its size and length, without decoding it.

use serde::{Deserialize, Serialize};
use web_sys::Blob;

use super::MediaError;
use crate::input::Input;

/// How large and how long a file says it is, as far as it is understood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measures {
    /// Width of a picture or film in pixels, as it stands upright.
    pub width: Option<u64>,
    /// Likewise its height.
    pub height: Option<u64>,
    /// Length of a sound or film, in milliseconds.
    pub ms: Option<u64>,
    /// Pages of a document.
    pub pages: Option<u64>,
    /// Whether showing it may keep the page from everything else.
    pub is_heavy: bool,
}

impl Measures {
    pub(super) fn pixels(&self) -> Option<u64> {
        self.width?.checked_mul(self.height?)
    }
}

/// Reads no more of `file` than it must.
pub(super) fn of(file: &Blob) -> Result<Measures, MediaError> {
    let input = Input::of_blob(file.clone())?;
    let unreadable = |error: std::io::Error| MediaError::Unreadable(error.to_string());
    let media::Facts { width, height, ms, pages, is_heavy } = media::facts(input).map_err(unreadable)?;
    Ok(Measures { width, height, ms, pages, is_heavy })
}
