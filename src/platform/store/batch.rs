//! What is to be stored together.

use indexed_db_futures::BuildPrimitive as _;
use indexed_db_futures::error::Error;
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::primitive::TryToJs;
use indexed_db_futures::transaction::Transaction;
use indexed_db_futures::typed_array::Uint8ArraySlice;

use super::rows::TailKey;
use super::schema::{META, OPS, SEGMENTS, STATE};

/// Writes that succeed or fail together. Built like a sentence, stored by [`Store::commit`](super::Store::commit).
#[derive(Clone, Debug, Default)]
pub struct Batch {
    ops: Vec<String>,
    dropped: Vec<TailKey>,
    segments: Vec<(String, Vec<u8>)>,
    dropped_state: Vec<String>,
    meta: Vec<(String, Option<String>)>,
}

impl Batch {
    /// A batch that does nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Appends an op, as text, to the tail.
    #[must_use]
    pub fn op(mut self, json: String) -> Self {
        self.ops.push(json);
        self
    }

    /// Takes a row off the tail, because a newer op replaces it or a segment now holds it. A row that is gone is no error.
    #[must_use]
    pub fn drop_op(mut self, key: TailKey) -> Self {
        self.dropped.push(key);
        self
    }

    /// Stores a segment's gzip bytes. The same name always means the same bytes.
    #[must_use]
    pub fn segment(mut self, name: impl Into<String>, gz: Vec<u8>) -> Self {
        self.segments.push((name.into(), gz));
        self
    }

    /// Removes a cached part of the state. One that is not there is no error.
    #[must_use]
    pub fn drop_state(mut self, name: impl Into<String>) -> Self {
        self.dropped_state.push(name.into());
        self
    }

    /// Sets a single value.
    #[must_use]
    pub fn meta(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.meta.push((key.into(), Some(value.into())));
        self
    }

    /// Removes a single value.
    #[must_use]
    pub fn remove_meta(mut self, key: impl Into<String>) -> Self {
        self.meta.push((key.into(), None));
        self
    }

    /// Whether it does nothing.
    pub fn is_empty(&self) -> bool {
        self.stores().is_empty()
    }

    /// The stores it writes to.
    pub(super) fn stores(&self) -> Vec<&'static str> {
        let touched = [
            (OPS, self.ops.is_empty() && self.dropped.is_empty()),
            (SEGMENTS, self.segments.is_empty()),
            (STATE, self.dropped_state.is_empty()),
            (META, self.meta.is_empty()),
        ];
        touched.into_iter().filter(|(_, untouched)| !untouched).map(|(name, _)| name).collect()
    }

    /// Issues every request at once and waits only for the numbers of the new ops; whether the rest succeeded shows when the
    /// transaction completes.
    pub(super) async fn issue(&self, transaction: &Transaction<'_>) -> Result<Vec<TailKey>, Error> {
        let mut numbers = Vec::with_capacity(self.ops.len());
        if !self.ops.is_empty() || !self.dropped.is_empty() {
            let ops = transaction.object_store(OPS)?;
            for key in &self.dropped {
                remove(&ops, key.as_number())?;
            }
            for json in &self.ops {
                numbers.push(ops.add(json.as_str()).with_key_type::<f64>().primitive()?);
            }
        }
        if !self.segments.is_empty() {
            let segments = transaction.object_store(SEGMENTS)?;
            for (name, gz) in &self.segments {
                put(&segments, name, Uint8ArraySlice::new(gz))?;
            }
        }
        if !self.dropped_state.is_empty() {
            let state = transaction.object_store(STATE)?;
            for name in &self.dropped_state {
                remove(&state, name.as_str())?;
            }
        }
        if !self.meta.is_empty() {
            let meta = transaction.object_store(META)?;
            for (key, value) in &self.meta {
                match value {
                    Some(value) => put(&meta, key, value.as_str())?,
                    None => remove(&meta, key.as_str())?,
                }
            }
        }
        let mut keys = Vec::with_capacity(numbers.len());
        for number in numbers {
            keys.push(TailKey::from_number(number.await?));
        }
        Ok(keys)
    }
}

/// Asks for a row to be written. The answer is not awaited: a failed request fails the transaction.
pub(super) fn put(store: &ObjectStore<'_>, key: &str, value: impl TryToJs) -> Result<(), Error> {
    drop(store.put(value).with_key(key).without_key_type().primitive()?);
    Ok(())
}

/// Asks for a row to be removed, likewise.
pub(super) fn remove(store: &ObjectStore<'_>, key: impl TryToJs) -> Result<(), Error> {
    drop(store.delete(key).primitive()?);
    Ok(())
}
