//! The small synchronous store of the browser (`localStorage`, through gloo-storage), for preferences and last words.

use gloo_storage::errors::StorageError;
use gloo_storage::{LocalStorage, Storage as _};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{BrowserError, globals};

/// Why a small value could not be kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LocalError {
    /// The browser keeps nothing for this site (blocked by a setting).
    #[error("the browser keeps nothing for this site")]
    Denied,
    /// There is no room.
    #[error("no room: {0}")]
    Full(BrowserError),
    /// The value has no JSON form.
    #[error("not JSON: {0}")]
    NotJson(String),
}

/// The value under `key`; `None` if there is none, if it cannot be read as a `T`, or if storage is blocked.
pub(crate) fn get<T: DeserializeOwned>(key: &str) -> Option<T> {
    available().then(|| LocalStorage::get(key).ok()).flatten()
}

/// Whether something stands under `key`.
pub(crate) fn has(key: &str) -> bool {
    available() && LocalStorage::raw().get_item(key).is_ok_and(|value| value.is_some())
}

/// Keeps `value` under `key`.
pub(crate) fn set<T: Serialize>(key: &str, value: &T) -> Result<(), LocalError> {
    if !available() {
        return Err(LocalError::Denied);
    }
    LocalStorage::set(key, value).map_err(|error| match error {
        StorageError::JsError(error) => LocalError::Full(BrowserError { name: error.name, message: error.message }),
        other => LocalError::NotJson(other.to_string()),
    })
}

/// Forgets the value under `key`.
pub(crate) fn remove(key: &str) {
    if available() {
        LocalStorage::delete(key);
    }
}

/// Asked first, because gloo-storage panics where the browser blocks storage.
fn available() -> bool {
    globals::window().is_ok_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}
