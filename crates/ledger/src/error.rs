//! Why an act was not carried out.

use replica::StampError;
use thiserror::Error;

/// Nothing was changed.
#[derive(Debug, Error)]
pub enum LedgerError {
    /// It cannot be written down in the format: a text over the limit, an entity that was purged.
    #[error(transparent)]
    Unwritable(#[from] StampError),
}
