//! Why a ZIP was not written or read.

use std::io;

use interchange::archive::{ExportError, ImportError};
use serde::{Deserialize, Serialize};

use crate::BrowserError;
use crate::media::MediaError;
use crate::profiles::LocalError;
use crate::store::StoreError;
use crate::worker::CallError;

/// Why the work on a ZIP ended without its result.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum ArchiveError {
    /// The person called it off.
    #[error("called off")]
    Cancelled,
    /// There is no room left for this site.
    #[error("the browser has no room left for this site")]
    Quota,
    /// The file is no ZIP, is cut off, or is one that cannot be opened.
    #[error("not a ZIP that can be opened: {0}")]
    NotAZip(String),
    /// It is a ZIP, but no portfolio.
    #[error("the ZIP holds no portfolio")]
    NoPortfolio,
    /// It holds several portfolios.
    #[error("the ZIP holds {0} portfolios")]
    Several(usize),
    /// It is a portfolio, but none of its log can be read.
    #[error("nothing of the log can be read")]
    NothingReadable,
    /// The portfolio is of a format that this version does not read.
    #[error("the portfolio cannot be read: {0}")]
    Root(String),
    /// The file given could not be read to its end: it changed or went away.
    #[error("the ZIP could not be read: {0}")]
    Unreadable(String),
    /// A file could not be stored or found.
    #[error(transparent)]
    Media(MediaError),
    /// The database did not do its part.
    #[error(transparent)]
    Store(StoreError),
    /// Anything else.
    #[error(transparent)]
    Browser(BrowserError),
}

impl From<ImportError> for ArchiveError {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::Zip(error) => Self::NotAZip(error.to_string()),
            ImportError::NoRoot { .. } => Self::NoPortfolio,
            ImportError::SeveralPortfolios { portfolios } => Self::Several(portfolios),
            ImportError::Root(error) => Self::Root(error.to_string()),
            ImportError::Io(error) => error.into(),
        }
    }
}

impl From<ExportError> for ArchiveError {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Io(error) => error.into(),
            ExportError::Cancelled => Self::Cancelled,
        }
    }
}

impl From<io::Error> for ArchiveError {
    fn from(error: io::Error) -> Self {
        match error.get_ref().and_then(|inner| inner.downcast_ref::<BrowserError>()) {
            Some(error) => error.clone().into(),
            None => Self::Unreadable(error.to_string()),
        }
    }
}

impl From<BrowserError> for ArchiveError {
    fn from(error: BrowserError) -> Self {
        match error.name.as_str() {
            "QuotaExceededError" => Self::Quota,
            "NotReadableError" => Self::Unreadable(error.message),
            _ => Self::Browser(error),
        }
    }
}

impl From<LocalError> for ArchiveError {
    fn from(error: LocalError) -> Self {
        match error {
            LocalError::Full(_) => Self::Quota,
            error => Self::Browser(BrowserError::new("NotAllowedError", error.to_string())),
        }
    }
}

impl From<StoreError> for ArchiveError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Quota => Self::Quota,
            error => Self::Store(error),
        }
    }
}

impl From<MediaError> for ArchiveError {
    fn from(error: MediaError) -> Self {
        match error {
            MediaError::Quota => Self::Quota,
            error => Self::Media(error),
        }
    }
}

impl From<CallError<Self>> for ArchiveError {
    fn from(error: CallError<Self>) -> Self {
        match error {
            CallError::Failed(error) => error,
            CallError::Broken(error) => Self::Browser(error),
        }
    }
}
