//! Bytes that stay outside wasm's memory, which never shrinks.

use std::fmt;

use gloo_file::Blob;

use super::object_url::ObjectUrl;
use super::{BrowserError, files};

/// Bytes in the browser's keeping: on its disk or in its memory. Clones share them.
#[derive(Clone)]
pub struct Bytes(Blob);

impl Bytes {
    /// How many there are.
    pub fn size(&self) -> u64 {
        self.0.size()
    }

    /// What they are said to be; empty if nobody said it.
    pub fn media_type(&self) -> String {
        self.0.raw_mime_type()
    }

    /// An address under which the browser shows or plays them, as what they are said to be.
    pub fn url(&self) -> ObjectUrl {
        ObjectUrl::new(self.0.clone())
    }

    /// Copies them into wasm's memory.
    ///
    /// # Errors
    /// When they can no longer be read, because the file behind them has changed or gone.
    pub async fn to_vec(&self) -> Result<Vec<u8>, BrowserError> {
        files::read(&self.0).await
    }

    pub(crate) fn blob(&self) -> &Blob {
        &self.0
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Blob::new(bytes.as_slice()))
    }
}

impl From<Blob> for Bytes {
    fn from(blob: Blob) -> Self {
        Self(blob)
    }
}

impl fmt::Debug for Bytes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Bytes({})", self.size())
    }
}
