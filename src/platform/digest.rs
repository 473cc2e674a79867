//! SHA-256.

use js_sys::{ArrayBuffer, Uint8Array};
use sha2::{Digest as _, Sha256};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, SubtleCrypto};

use super::{BrowserError, globals};

/// The hash of bytes on their way, by the browser's own code on another thread.
pub(crate) struct Pending(Computation);

enum Computation {
    Browser(JsFuture),
    /// Without a secure context the browser does not hash.
    Own([u8; 32]),
}

/// Begins to hash `bytes`.
pub(crate) fn begin(bytes: &Uint8Array) -> Result<Pending, BrowserError> {
    let crypto: Crypto = globals::property("crypto")?;
    let Ok(subtle) = globals::property_of::<SubtleCrypto>(&crypto, "subtle") else {
        return Ok(Pending(Computation::Own(Sha256::digest(bytes.to_vec()).into())));
    };
    let promise = subtle.digest_with_str_and_buffer_source("SHA-256", bytes)?;
    Ok(Pending(Computation::Browser(JsFuture::from(promise))))
}

impl Pending {
    /// The hash.
    pub(crate) async fn finish(self) -> Result<[u8; 32], BrowserError> {
        let digest = match self.0 {
            Computation::Own(hash) => return Ok(hash),
            Computation::Browser(digest) => digest.await?,
        };
        let buffer: ArrayBuffer = digest.dyn_into().map_err(not_a_hash)?;
        Uint8Array::new(&buffer).to_vec().try_into().map_err(|_| not_a_hash(JsValue::UNDEFINED))
    }
}

fn not_a_hash(_: JsValue) -> BrowserError {
    BrowserError::new("DataError", "the browser returned no hash of 32 bytes")
}
