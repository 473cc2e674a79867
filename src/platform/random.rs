//! Unpredictable numbers, for ids.

use super::{BrowserError, globals};

/// 64 random bits.
///
/// # Errors
/// A browser without `crypto.getRandomValues`; none that can run this app is known.
pub fn bits64() -> Result<u64, BrowserError> {
    bytes().map(u64::from_le_bytes)
}

/// 128 random bits.
///
/// # Errors
/// As [`bits64`].
pub fn bits128() -> Result<u128, BrowserError> {
    bytes().map(u128::from_le_bytes)
}

fn bytes<const N: usize>() -> Result<[u8; N], BrowserError> {
    let mut bytes = [0; N];
    globals::property::<web_sys::Crypto>("crypto")?.get_random_values_with_u8_array(&mut bytes)?;
    Ok(bytes)
}
