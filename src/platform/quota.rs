//! How much room there is, and whether the browser promises to keep what is stored.

use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

use super::{BrowserError, globals};

/// What this site uses of what it may use, in bytes, as the browser estimates it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// Bytes in use.
    pub usage: u64,
    /// Bytes that may be used in all.
    pub quota: u64,
}

/// The browser's estimate.
///
/// # Errors
/// A browser without `navigator.storage`.
pub async fn estimate() -> Result<Estimate, BrowserError> {
    let estimate = JsFuture::from(manager()?.estimate()?).await?;
    let bytes = |name| -> Result<u64, BrowserError> {
        let number: js_sys::Number = globals::property_of(&estimate, name)?;
        // A whole number of bytes below 2^53.
        let bytes = number.value_of() as u64;
        Ok(bytes)
    };
    Ok(Estimate { usage: bytes("usage")?, quota: bytes("quota")? })
}

/// Whether the browser has promised not to clear this site's data when room runs short.
///
/// # Errors
/// A browser without `navigator.storage`.
pub async fn is_persisted() -> Result<bool, BrowserError> {
    Ok(JsFuture::from(manager()?.persisted()?).await?.is_truthy())
}

/// Asks for that promise and returns whether it is given. Firefox asks the person and answers only when they have: never wait
/// for this on the way to something else.
///
/// # Errors
/// A browser without `navigator.storage`.
pub async fn persist() -> Result<bool, BrowserError> {
    Ok(JsFuture::from(manager()?.persist()?).await?.is_truthy())
}

pub(crate) fn manager() -> Result<StorageManager, BrowserError> {
    globals::property_of(&globals::navigator()?, "storage")
}
