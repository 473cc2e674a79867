//! Where the bytes of a file lie: a file of the browser's file system, or rows of the database.

use std::collections::BTreeSet;

use indexed_db_futures::error::Error;
use indexed_db_futures::query_source::QuerySource as _;
use indexed_db_futures::transaction::Transaction;
use indexed_db_futures::{BuildPrimitive as _, KeyRange};
use js_sys::{ArrayBuffer, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast as _, JsValue};

use super::MediaError;
use crate::opfs::{Folder, SyncHandle};
use crate::store::{CHUNKS, Store};
use crate::{BrowserError, random};

/// A place for the bytes of one file, by a name of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Place {
    /// A file in the profile's media folder.
    File(String),
    /// Rows of the database, one a chunk.
    Rows(String),
}

/// The profile's media folder; a `NotFoundError` if it has none. Only who writes makes it: it would come back after its deletion.
pub(super) async fn folder(profile: &str) -> Result<Folder, BrowserError> {
    Folder::find(&["media", profile]).await
}

impl Place {
    /// A new place, as good as the browser has it: a trial decides, for what a browser says of itself is not always true.
    pub(super) async fn new(profile: &str) -> Result<(Self, Option<SyncHandle>), MediaError> {
        let name = format!("{:032x}", random::bits128()?);
        match open(profile, &name).await.map_err(MediaError::from) {
            Ok(handle) => return Ok((Self::File(name), Some(handle))),
            Err(MediaError::Quota) => return Err(MediaError::Quota),
            // No file system at all, none in this kind of window, or one without handles for workers.
            Err(_) => {}
        }
        // Where only the writing is missing, the trial has made an empty file.
        if let Ok(folder) = folder(profile).await {
            folder.remove(&name).await?;
        }
        Ok((Self::Rows(name), None))
    }

    /// Another place of the same kind, with nothing in it yet.
    pub(super) fn another(&self) -> Result<Self, BrowserError> {
        let name = format!("{:032x}", random::bits128()?);
        Ok(match self {
            Self::File(_) => Self::File(name),
            Self::Rows(_) => Self::Rows(name),
        })
    }

    /// Removes the bytes.
    pub(super) async fn clear(&self, profile: &str, store: &Store) -> Result<(), MediaError> {
        match self {
            Self::File(name) => match folder(profile).await {
                Ok(folder) => Ok(folder.remove(name).await?),
                Err(error) if error.name == "NotFoundError" => Ok(()),
                Err(error) => Err(error.into()),
            },
            Self::Rows(name) => {
                let write = async |transaction: &Transaction<'_>| {
                    drop(transaction.object_store(CHUNKS)?.delete::<String, _>(rows(name)).primitive()?);
                    Ok(())
                };
                Ok(store.connection().write(&[CHUNKS], write).await?)
            }
        }
    }
}

/// The file `name` of the media folder, for reading.
///
/// # Errors
/// `Missing` if it is not there.
pub(super) async fn file(profile: &str, name: &str) -> Result<web_sys::File, MediaError> {
    let found = async { folder(profile).await?.read(name).await };
    match found.await {
        Err(error) if error.name == "NotFoundError" => Err(MediaError::Missing),
        file => Ok(file?),
    }
}

/// The file `name` of the media folder, for writing.
pub(super) async fn open(profile: &str, name: &str) -> Result<SyncHandle, BrowserError> {
    Folder::make(&["media", profile]).await?.write(name).await
}

/// Stores chunk `index` of the rows `name`.
pub(super) async fn put_row(store: &Store, name: &str, index: u32, bytes: &Uint8Array) -> Result<(), MediaError> {
    // A view into a larger buffer would drag the whole buffer along.
    let bytes: JsValue = Uint8Array::new(bytes).buffer().into();
    let write = async |transaction: &Transaction<'_>| {
        let chunks = transaction.object_store(CHUNKS)?;
        drop(chunks.put(&bytes).with_key(row(name, index)).without_key_type().primitive()?);
        Ok(())
    };
    Ok(store.connection().write(&[CHUNKS], write).await?)
}

/// Chunk `index` of the rows `name`.
pub(super) async fn get_row(store: &Store, name: &str, index: u32) -> Result<ArrayBuffer, MediaError> {
    let read = async |transaction: &Transaction<'_>| {
        transaction.object_store(CHUNKS)?.get::<JsValue, _, _>(row(name, index)).primitive()?.await
    };
    let found: Option<JsValue> = store.connection().read(&[CHUNKS], read).await?;
    found.and_then(|bytes| bytes.dyn_into().ok()).ok_or(MediaError::Missing)
}

/// Which chunks the rows `name` hold.
pub(super) async fn rows_here(store: &Store, name: &str) -> Result<BTreeSet<u32>, MediaError> {
    let read = async |transaction: &Transaction<'_>| {
        let chunks = transaction.object_store(CHUNKS)?;
        let keys = chunks.get_all_keys::<String>().with_query::<String, _>(rows(name)).primitive()?.await?;
        keys.collect::<Result<Vec<String>, Error>>()
    };
    let keys = store.connection().read(&[CHUNKS], read).await?;
    Ok(keys.iter().filter_map(|key| key.split_once('/')?.1.parse().ok()).collect())
}

/// The names under which rows are stored.
pub(super) async fn names_of_rows(store: &Store) -> Result<Vec<String>, MediaError> {
    let read = async |transaction: &Transaction<'_>| {
        let keys = transaction.object_store(CHUNKS)?.get_all_keys::<String>().primitive()?.await?;
        keys.collect::<Result<Vec<String>, Error>>()
    };
    let keys = store.connection().read(&[CHUNKS], read).await?;
    let mut names: Vec<String> = keys.iter().filter_map(|key| Some(key.split_once('/')?.0.to_owned())).collect();
    names.dedup();
    Ok(names)
}

fn rows(name: &str) -> KeyRange<String> {
    KeyRange::Bound(row(name, 0), false, row(name, u32::MAX), false)
}

fn row(name: &str, index: u32) -> String {
    format!("{name}/{index:010}")
}
