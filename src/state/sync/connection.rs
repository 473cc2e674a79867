//! Where a portfolio is backed up, kept with the profile.

use platform::store::{Batch, Store, StoreError};
use serde::{Deserialize, Serialize};

const CONNECTION: &str = "connection";

/// A storage that a portfolio is connected to.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Connection {
    /// The address of its folder.
    pub address: String,
    /// The name to sign in with.
    pub user: String,
    /// The password, where the person wanted it to be remembered on this device.
    pub(super) password: Option<String>,
}

impl Connection {
    /// The connection of a profile.
    pub(super) async fn of(store: &Store) -> Result<Option<Self>, StoreError> {
        store.meta_json(CONNECTION).await
    }

    pub(super) async fn keep(&self, store: &Store) -> Result<(), StoreError> {
        store.put_meta_json(CONNECTION, self).await
    }

    pub(super) async fn forget(store: &Store) -> Result<(), StoreError> {
        store.commit(&Batch::new().remove_meta(CONNECTION)).await.map(drop)
    }
}
