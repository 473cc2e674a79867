//! Reading and writing the rows of each store.

use indexed_db_futures::error::Error;
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::query_source::QuerySource as _;
use indexed_db_futures::transaction::Transaction;
use indexed_db_futures::typed_array::{Uint8Array, Uint8ArraySlice};
use indexed_db_futures::{BuildPrimitive as _, KeyRange};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::schema::{META, OPS, SEGMENTS, STATE};
use super::{Batch, Store, StoreError, batch};
use crate::BrowserError;

/// The number of a row of the tail. Later rows have greater numbers; numbers are never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TailKey(u64);

impl TailKey {
    pub(super) fn from_number(number: f64) -> Self {
        // The database counts from 1 to 2^53.
        Self(number as u64)
    }

    pub(super) fn as_number(self) -> f64 {
        self.0 as f64
    }
}

/// A row of the tail: an op that no segment holds yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TailRow {
    /// Its number.
    pub key: TailKey,
    /// The op as text.
    pub json: String,
}

impl Store {
    /// Stores a segment made of rows of the tail and drops those rows, in one transaction.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub async fn freeze(&self, name: &str, gz: Vec<u8>, frozen: &[TailKey]) -> Result<(), StoreError> {
        let batch = Batch::new().segment(name, gz);
        self.commit(&frozen.iter().fold(batch, |batch, key| batch.drop_op(*key))).await.map(drop)
    }

    /// The first `limit` rows of the tail after `after` (`None`: from its start), in order.
    ///
    /// # Errors
    /// Any of [`StoreError`] but `Quota`.
    pub async fn read_tail(&self, after: Option<TailKey>, limit: u32) -> Result<Vec<TailRow>, StoreError> {
        self.connection
            .read(&[OPS], async |transaction| read_tail(&transaction.object_store(OPS)?, after, limit)?.await)
            .await
    }

    /// How many rows the tail has.
    ///
    /// # Errors
    /// Any of [`StoreError`] but `Quota`.
    pub async fn tail_len(&self) -> Result<u64, StoreError> {
        let count = self
            .connection
            .read(&[OPS], async |transaction| transaction.object_store(OPS)?.count().primitive()?.await)
            .await?;
        Ok(u64::from(count))
    }

    /// The names of all stored segments, in order.
    ///
    /// # Errors
    /// Any of [`StoreError`] but `Quota`.
    pub async fn segments(&self) -> Result<Vec<String>, StoreError> {
        self.connection.read(&[SEGMENTS], async |transaction| names(transaction, SEGMENTS)?.await).await
    }

    /// The gzip bytes of a segment.
    ///
    /// # Errors
    /// Any of [`StoreError`] but `Quota`.
    pub async fn segment(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.connection
            .read(&[SEGMENTS], async |transaction| {
                let segments = transaction.object_store(SEGMENTS)?;
                Ok(segments.get::<Uint8Array, _, _>(name).primitive()?.await?.map(Into::into))
            })
            .await
    }

    /// Replaces cached parts of the state together. This does not wait for the disk.
    ///
    /// # Errors
    /// Any of [`StoreError`].
    pub async fn put_state(&self, rows: &[(String, Vec<u8>)]) -> Result<(), StoreError> {
        self.connection
            .write_relaxed(&[STATE], async |transaction| {
                let state = transaction.object_store(STATE)?;
                rows.iter().try_for_each(|(name, bytes)| batch::put(&state, name, Uint8ArraySlice::new(bytes)))
            })
            .await
    }

    /// A single value.
    ///
    /// # Errors
    /// Any of [`StoreError`] but `Quota`.
    pub async fn meta(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.connection
            .read(&[META], async |transaction| {
                transaction.object_store(META)?.get::<String, _, _>(key).primitive()?.await
            })
            .await
    }

    /// The single values whose keys begin with `prefix` (of ASCII characters).
    ///
    /// # Errors
    /// Any of [`StoreError`] but `Quota`.
    pub async fn meta_of(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        self.connection
            .read(&[META], async |transaction| {
                // No key has a character behind the prefix that comes after this one.
                let keys = KeyRange::Bound(prefix.to_owned(), false, format!("{prefix}\u{ffff}"), true);
                let meta = transaction.object_store(META)?;
                meta.get_all::<String>().with_query::<String, _>(keys).primitive()?.await?.collect()
            })
            .await
    }

    /// Sets a single value.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub async fn put_meta(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.commit(&Batch::new().meta(key, value)).await.map(drop)
    }

    /// A single value that is kept as JSON. One that this version cannot read counts as none.
    ///
    /// # Errors
    /// Any of [`StoreError`] but `Quota`.
    pub async fn meta_json<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, StoreError> {
        Ok(self.meta(key).await?.and_then(|json| serde_json::from_str(&json).ok()))
    }

    /// Sets a single value that is kept as JSON.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub async fn put_meta_json(&self, key: &str, value: &impl Serialize) -> Result<(), StoreError> {
        let json = serde_json::to_string(value).map_err(|error| BrowserError::new("DataError", error.to_string()))?;
        self.put_meta(key, &json).await
    }
}

/// Asks for the rows of the tail after `after`; the answer is a future of its own.
pub(super) fn read_tail(
    ops: &ObjectStore<'_>,
    after: Option<TailKey>,
    limit: u32,
) -> Result<impl Future<Output = Result<Vec<TailRow>, Error>> + use<>, Error> {
    let range = KeyRange::LowerBound(after.map_or(0.0, TailKey::as_number), true);
    let keys = ops.get_all_keys::<f64>().with_query::<f64, _>(range.clone()).with_limit(limit).primitive()?;
    let values = ops.get_all::<String>().with_query::<f64, _>(range).with_limit(limit).primitive()?;
    Ok(async {
        let row = |(key, json): (Result<_, Error>, Result<_, Error>)| {
            Ok(TailRow { key: TailKey::from_number(key?), json: json? })
        };
        keys.await?.zip(values.await?).map(row).collect()
    })
}

/// Asks for the keys of a store, in order; likewise.
pub(super) fn names(
    transaction: &Transaction<'_>,
    store: &str,
) -> Result<impl Future<Output = Result<Vec<String>, Error>> + use<>, Error> {
    let keys = transaction.object_store(store)?.get_all_keys::<String>().primitive()?;
    Ok(async { keys.await?.collect() })
}
