//! Addresses for bytes that are in the browser already.

use std::fmt;
use std::ops::Deref;

use gloo_file::Blob;

/// A `blob:` address, valid until it is dropped (clones share it). Reads as a string slice.
#[derive(Clone)]
pub struct ObjectUrl(gloo_file::ObjectUrl);

impl ObjectUrl {
    pub(crate) fn new(blob: Blob) -> Self {
        Self(gloo_file::ObjectUrl::from(blob))
    }

    /// An address for `bytes`, shown as `media_type`.
    ///
    /// The type decides what the browser does with the bytes: it must come from a look at the bytes, never from a file's name.
    pub fn of_bytes(bytes: &[u8], media_type: &str) -> Self {
        Self::new(Blob::new_with_options(bytes, Some(media_type)))
    }
}

impl Deref for ObjectUrl {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ObjectUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, formatter)
    }
}
