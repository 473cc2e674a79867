//! Why a file was not stored or not found.

use serde::{Deserialize, Serialize};

use crate::BrowserError;
use crate::store::StoreError;
use crate::worker::CallError;

/// Why the work on a file ended without its result.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum MediaError {
    /// The person called it off.
    #[error("called off")]
    Cancelled,
    /// There is no room left for this site.
    #[error("the browser has no room left for this site")]
    Quota,
    /// The file given could not be read: it changed, went away, or is a folder.
    #[error("the file could not be read: {0}")]
    Unreadable(String),
    /// This device does not have the file, or not all of it.
    #[error("this device does not have the file")]
    Missing,
    /// The bytes are not the ones they should be.
    #[error("the bytes do not have the expected hash")]
    Mismatch,
    /// It is larger than the caller takes.
    #[error("the file has {0} bytes, more than wanted")]
    TooLarge(u64),
    /// The browser makes no picture of it: it cannot decode it, not in time, or it is too large to be tried.
    #[error("the browser makes no picture of the file")]
    NoPicture,
    /// It is damaged, or nothing that can be read.
    #[error("the file cannot be read as what it seemed to be")]
    NotRead,
    /// The database did not do its part.
    #[error(transparent)]
    Store(StoreError),
    /// Anything else.
    #[error(transparent)]
    Browser(BrowserError),
}

impl From<StoreError> for MediaError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Quota => Self::Quota,
            error => Self::Store(error),
        }
    }
}

impl From<BrowserError> for MediaError {
    fn from(error: BrowserError) -> Self {
        match error.name.as_str() {
            "QuotaExceededError" => Self::Quota,
            _ => Self::Browser(error),
        }
    }
}

impl From<CallError<Self>> for MediaError {
    fn from(error: CallError<Self>) -> Self {
        match error {
            CallError::Failed(error) => error,
            CallError::Broken(error) => Self::Browser(error),
        }
    }
}
