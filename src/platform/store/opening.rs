//! What a start of the app reads first, in one transaction: asking row by row would wait for the database each time. Rows of megabytes
//! are left out: they would all be in memory at once, and are read one after the other.

use std::collections::HashMap;

use indexed_db_futures::error::Error;
use indexed_db_futures::query_source::QuerySource as _;
use indexed_db_futures::typed_array::Uint8Array;
use indexed_db_futures::{BuildPrimitive as _, KeyRange};
use serde::de::DeserializeOwned;

use super::pieces::PIECES;
use super::rows::{names, read_tail};
use super::schema::{META, OPS, SEGMENTS, STATE};
use super::{Store, StoreError, TailRow};

/// A profile's rows as they stood at one moment, but for the segments' bytes.
#[derive(Debug, Default)]
pub struct Opening {
    meta: HashMap<String, String>,
    /// The cached parts of the state, but for the [pieces](Store::piece).
    pub state: HashMap<String, Vec<u8>>,
    /// The names of all stored segments, in order.
    pub segments: Vec<String>,
    /// The beginning of the tail.
    pub tail: Vec<TailRow>,
}

impl Store {
    /// What a start of the app needs, with up to `limit` rows of the tail.
    ///
    /// # Errors
    /// Any of [`StoreError`] but `Quota`.
    pub async fn opening(&self, limit: u32) -> Result<Opening, StoreError> {
        self.connection
            .read(&[META, STATE, SEGMENTS, OPS], async |transaction| {
                let (meta, state) = (transaction.object_store(META)?, transaction.object_store(STATE)?);
                let meta_keys = meta.get_all_keys::<String>().primitive()?;
                let meta_values = meta.get_all::<String>().primitive()?;
                let small = KeyRange::UpperBound(PIECES.to_owned(), true);
                let state_keys = state.get_all_keys::<String>().with_query::<String, _>(small.clone()).primitive()?;
                let state_values = state.get_all::<Uint8Array>().with_query::<String, _>(small).primitive()?;
                let ops = transaction.object_store(OPS)?;
                let tail = read_tail(&ops, None, limit)?;
                let segments = names(transaction, SEGMENTS)?;
                let meta = meta_keys.await?.zip(meta_values.await?).map(|(key, value)| Ok((key?, value?)));
                let state = state_keys.await?.zip(state_values.await?).map(|(key, row)| Ok((key?, row?.into())));
                let (meta, state) = (meta.collect::<Result<_, Error>>()?, state.collect::<Result<_, Error>>()?);
                Ok(Opening { meta, state, tail: tail.await?, segments: segments.await? })
            })
            .await
    }
}

impl Opening {
    /// A single value.
    pub fn meta(&self, key: &str) -> Option<&str> {
        self.meta.get(key).map(String::as_str)
    }

    /// A single value that is kept as JSON. One that this version cannot read counts as none.
    pub fn meta_json<T: DeserializeOwned>(&self, key: &str) -> Option<T> {
        serde_json::from_str(self.meta(key)?).ok()
    }
}
