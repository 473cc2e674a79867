//! Caches too large to be read at once: a piece a row, in the store of the cached state.

use indexed_db_futures::query_source::QuerySource as _;
use indexed_db_futures::typed_array::{Uint8Array, Uint8ArraySlice};
use indexed_db_futures::{BuildPrimitive as _, KeyRange};

use super::batch::{self, put};
use super::schema::STATE;
use super::{Batch, Store, StoreError};

/// How their keys begin: behind those of all other rows.
pub(super) const PIECES: &str = "~";

impl Store {
    /// A piece of the cache `name`.
    ///
    /// # Errors
    /// Any of [`StoreError`] but `Quota`.
    pub async fn piece(&self, name: &str, number: u32) -> Result<Option<Vec<u8>>, StoreError> {
        let key = key(name, number);
        self.connection
            .read(&[STATE], async |transaction| {
                let state = transaction.object_store(STATE)?;
                Ok(state.get::<Uint8Array, _, _>(key.as_str()).primitive()?.await?.map(Into::into))
            })
            .await
    }

    /// Replaces a piece. This does not wait for the disk.
    ///
    /// # Errors
    /// Any of [`StoreError`].
    pub async fn put_piece(&self, name: &str, number: u32, bytes: &[u8]) -> Result<(), StoreError> {
        let key = key(name, number);
        self.connection
            .write_relaxed(&[STATE], async |transaction| {
                put(&transaction.object_store(STATE)?, &key, Uint8ArraySlice::new(bytes))
            })
            .await
    }

    /// Removes a piece, and returns once it is gone from the disk. One that is not there is no error.
    ///
    /// # Errors
    /// Any of [`StoreError`].
    pub async fn drop_piece(&self, name: &str, number: u32) -> Result<(), StoreError> {
        self.commit(&Batch::new().drop_state(key(name, number))).await.map(drop)
    }

    /// Removes the pieces after the `last`: what was there before had more of them.
    ///
    /// # Errors
    /// Any of [`StoreError`].
    pub async fn drop_pieces_after(&self, name: &str, last: u32) -> Result<(), StoreError> {
        let beyond = KeyRange::Bound(key(name, last), true, key(name, u32::MAX), false);
        self.connection
            .write_relaxed(&[STATE], async |transaction| {
                batch::remove(&transaction.object_store(STATE)?, beyond.clone())
            })
            .await
    }
}

/// In the order of the numbers.
fn key(name: &str, number: u32) -> String {
    format!("{PIECES}{name} {number:010}")
}
