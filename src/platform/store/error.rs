//! Why something was not stored or not found.

use indexed_db_futures::error::{Error, OpenDbError};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast as _, JsValue};

use crate::BrowserError;

/// Why the database did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum StoreError {
    /// There is no room left for this site.
    #[error("the browser has no room left for this site")]
    Quota,
    /// Another tab keeps the database from being opened or deleted, or the browser does not answer.
    #[error("another tab holds the database")]
    Blocked,
    /// Another tab deleted this profile, or opened it with a newer version of the app. It will not come back to this tab.
    #[error("the profile was deleted or upgraded in another tab")]
    Closed,
    /// The browser keeps no data for this site: a setting, or a private window.
    #[error("the browser keeps no data for this site")]
    Denied,
    /// Anything else; trying again may help.
    #[error(transparent)]
    Other(#[from] BrowserError),
}

impl StoreError {
    /// Whether the same request may succeed over a new connection.
    pub(super) fn may_pass(&self) -> bool {
        matches!(self, Self::Other(_))
    }
}

impl From<JsValue> for StoreError {
    fn from(thrown: JsValue) -> Self {
        let error = BrowserError::from(thrown);
        match error.name.as_str() {
            "QuotaExceededError" => Self::Quota,
            "SecurityError" => Self::Denied,
            // An older version of the app opens what a newer one has upgraded.
            "VersionError" => Self::Closed,
            _ => Self::Other(error),
        }
    }
}

impl From<Error> for StoreError {
    fn from(error: Error) -> Self {
        match error {
            Error::DomException(exception) => JsValue::from(exception).into(),
            Error::Unknown(error) => Self::Other(BrowserError { name: "Error".to_owned(), message: error.to_string() }),
            unexpected => Self::Other(BrowserError::new("DataError", unexpected.to_string())),
        }
    }
}

impl From<OpenDbError> for StoreError {
    fn from(error: OpenDbError) -> Self {
        match error {
            // A browser that blocks storage has no factory; Firefox in some private windows calls the state invalid.
            OpenDbError::NullFactory | OpenDbError::UnsupportedEnvironment => Self::Denied,
            OpenDbError::VersionZero => Self::Denied,
            OpenDbError::Base(error) => match Self::from(error) {
                Self::Other(error) if error.name == "InvalidStateError" => Self::Denied,
                error => error,
            },
        }
    }
}

/// The reason an aborted transaction gives, which the `abort` event itself does not carry.
pub(super) fn reason_of_abort(transaction: &JsValue) -> Option<StoreError> {
    let exception = transaction.unchecked_ref::<web_sys::IdbTransaction>().error()?;
    Some(JsValue::from(exception).into())
}
