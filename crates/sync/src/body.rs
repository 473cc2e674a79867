//! Bytes on their way to or from a backend.

use crate::http::TransportError;

/// What a transport sends and receives. Native code uses `Vec<u8>`; the browser can use a `Blob`, so that a media chunk of 8 MiB
/// goes from the device's files to the network and back without ever being copied into wasm memory (which never shrinks).
#[expect(async_fn_in_trait, reason = "one thread: the futures need not be Send")]
pub trait Body: Clone + From<Vec<u8>> {
    /// The size in bytes.
    fn size(&self) -> u64;

    /// The bytes themselves.
    ///
    /// # Errors
    /// When they can no longer be read, as a blob whose file is gone.
    async fn into_bytes(self) -> Result<Vec<u8>, TransportError>;
}

impl Body for Vec<u8> {
    fn size(&self) -> u64 {
        self.len() as u64
    }

    async fn into_bytes(self) -> Result<Vec<u8>, TransportError> {
        Ok(self)
    }
}
