//! Why an act was not carried out.

use portfolio::Refusal;
use replica::{OpError, StampError};
use thiserror::Error;

/// Nothing was changed.
#[derive(Debug, Error)]
pub enum LedgerError {
    /// The learner's world does not allow it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// It cannot be written down in the format: a text over the limit, an entity that was purged.
    #[error(transparent)]
    Unwritable(#[from] StampError),
}

impl From<OpError> for LedgerError {
    fn from(error: OpError) -> Self {
        Self::Unwritable(error.into())
    }
}
