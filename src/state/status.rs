//! What is true of the learner's work at this moment.

use platform::store::{SaveStatus, StoreError};

/// Where the latest changes are.
#[derive(Clone, PartialEq, Debug)]
pub enum Saved {
    /// In memory, on their way.
    Saving,
    /// On this device's disk.
    OnDisk,
    /// In memory only; the app goes on trying.
    Failed(StoreError),
}

impl From<SaveStatus> for Saved {
    fn from(status: SaveStatus) -> Self {
        match status {
            SaveStatus::Saving => Self::Saving,
            SaveStatus::Saved => Self::OnDisk,
            SaveStatus::Failed(error) => Self::Failed(error),
        }
    }
}
