//! What the database knows of each file.

use chrono::{DateTime, Utc};
use indexed_db_futures::BuildPrimitive as _;
use indexed_db_futures::error::Error;
use indexed_db_futures::query_source::QuerySource as _;
use indexed_db_futures::transaction::Transaction;
use serde::{Deserialize, Serialize};

use super::place::Place;
use super::{MediaError, StoredFile, lost};
use crate::clock;
use crate::store::{ARTIFACTS, Store};

/// How much of a file this device holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// The file.
    pub file: StoredFile,
    /// The chunks that are not here (yet), in order. None: the file is whole.
    pub missing: Vec<u32>,
    /// When it came or was looked at last; `None`: before anybody took note.
    #[serde(default, with = "chrono::serde::ts_milliseconds_option")]
    pub used: Option<DateTime<Utc>>,
    /// Whether it was let go of to make room: then it comes again only when somebody asks for it.
    #[serde(default)]
    pub let_go: bool,
}

impl Held {
    /// A file that has just come whole.
    pub(super) fn whole(file: StoredFile) -> Self {
        Self { file, missing: Vec::new(), used: Some(clock::now()), let_go: false }
    }

    /// A file of which nothing is here, and somebody sends parts.
    pub(super) fn awaited(file: StoredFile) -> Self {
        let missing = (0..).take(file.chunks.len()).collect();
        Self { file, missing, used: None, let_go: false }
    }

    /// How many of its bytes are here.
    pub fn bytes(&self) -> u64 {
        let missing = self.missing.iter().map(|index| self.file.range(*index));
        self.file.size.saturating_sub(missing.map(|range| range.end - range.start).sum())
    }

    /// Whether all of it is here.
    pub fn is_whole(&self) -> bool {
        self.missing.is_empty()
    }
}

/// The row of a file, under its identity.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Record {
    pub(super) held: Held,
    pub(super) place: Place,
}

impl Record {
    pub(super) async fn find(store: &Store, identity: &str) -> Result<Option<Self>, MediaError> {
        let read = async |transaction: &Transaction<'_>| get(transaction, identity).await;
        Ok(store.connection().read(&[ARTIFACTS], read).await?)
    }

    pub(super) async fn all(store: &Store) -> Result<Vec<Self>, MediaError> {
        let read = async |transaction: &Transaction<'_>| {
            let rows = transaction.object_store(ARTIFACTS)?.get_all::<String>().primitive()?.await?;
            rows.collect::<Result<Vec<String>, Error>>()
        };
        let rows = store.connection().read(&[ARTIFACTS], read).await?;
        Ok(rows.iter().filter_map(|json| parse(json)).collect())
    }

    /// Records a whole file, unless the same bytes are recorded whole already. Returns the place that is not needed now: the
    /// new one, or that of a part which the new one completes. Recorded twice in one place, a file needs that.
    pub(super) async fn add_whole(self, profile: &str, store: &Store) -> Result<Option<Place>, MediaError> {
        let identity = &self.held.file.identity;
        // The new bytes may be the only ones.
        lost::record(profile, store, identity).await?;
        let row = self.to_json()?;
        let write = async |transaction: &Transaction<'_>| {
            let before = get(transaction, identity).await?;
            let other = before.as_ref().map(|before| before.place.clone()).filter(|place| *place != self.place);
            if before.is_some_and(|before| before.held.is_whole()) {
                return Ok(other.map(|_| self.place.clone()));
            }
            put(transaction, identity, &row)?;
            Ok(other)
        };
        Ok(store.connection().write(&[ARTIFACTS], write).await?)
    }

    /// Records a file of which parts will come, unless something is recorded of it already. Returns what is recorded now.
    pub(super) async fn add_part(self, store: &Store) -> Result<Self, MediaError> {
        let identity = &self.held.file.identity;
        let row = self.to_json()?;
        let write = async |transaction: &Transaction<'_>| {
            let before = get(transaction, identity).await?;
            if before.is_none() {
                put(transaction, identity, &row)?;
            }
            Ok(before)
        };
        let before = store.connection().write(&[ARTIFACTS], write).await?;
        Ok(before.unwrap_or(self))
    }

    /// Records that chunk `index` has come to this record's place, unless the file got another place meanwhile. Returns what is
    /// recorded now.
    pub(super) async fn add_chunk(mut self, store: &Store, index: u32) -> Result<Self, MediaError> {
        self.held.missing.retain(|missing| *missing != index);
        if self.held.is_whole() {
            (self.held.used, self.held.let_go) = (Some(clock::now()), false);
        }
        let identity = &self.held.file.identity;
        let row = self.to_json()?;
        let write = async |transaction: &Transaction<'_>| {
            let before = get(transaction, identity).await?;
            let moved = before.filter(|before| before.place != self.place);
            if moved.is_none() {
                put(transaction, identity, &row)?;
            }
            Ok(moved)
        };
        let moved = store.connection().write(&[ARTIFACTS], write).await?;
        Ok(moved.unwrap_or(self))
    }

    /// Notes that a file was looked at, if it is known.
    pub(super) async fn note_used(store: &Store, identity: &str) -> Result<(), MediaError> {
        let write = async |transaction: &Transaction<'_>| {
            let note = |record: &mut Self| record.held.used = Some(clock::now());
            change(transaction, identity, note).await.map(drop)
        };
        // A note that is lost costs nothing but an order.
        Ok(store.connection().write_relaxed(&[ARTIFACTS], write).await?)
    }

    /// Records that nothing of a file is here any more, by its own wish, and that it would come to `place`. Returns what was recorded
    /// before; `None` where nothing was.
    pub(super) async fn let_go(store: &Store, identity: &str, place: &Place) -> Result<Option<Self>, MediaError> {
        let let_go = |record: &mut Self| {
            let Held { file, used, .. } = record.held.clone();
            *record = Self { held: Held { used, let_go: true, ..Held::awaited(file) }, place: place.clone() };
        };
        let write = async |transaction: &Transaction<'_>| change(transaction, identity, let_go).await;
        Ok(store.connection().write(&[ARTIFACTS], write).await?)
    }

    /// Removes the record of a file and returns what it said.
    pub(super) async fn remove(store: &Store, identity: &str) -> Result<Option<Self>, MediaError> {
        let write = async |transaction: &Transaction<'_>| {
            let before = get(transaction, identity).await?;
            drop(transaction.object_store(ARTIFACTS)?.delete(identity).primitive()?);
            Ok(before)
        };
        Ok(store.connection().write(&[ARTIFACTS], write).await?)
    }

    fn to_json(&self) -> Result<String, MediaError> {
        let refused = |error: serde_json::Error| crate::BrowserError::new("DataError", error.to_string());
        Ok(serde_json::to_string(self).map_err(refused)?)
    }
}

/// A row that this version cannot read counts as no row: its file is stored anew.
fn parse(json: &str) -> Option<Record> {
    serde_json::from_str(json).ok()
}

async fn get(transaction: &Transaction<'_>, identity: &str) -> Result<Option<Record>, Error> {
    let row = transaction.object_store(ARTIFACTS)?.get::<String, _, _>(identity).primitive()?.await?;
    Ok(row.as_deref().and_then(parse))
}

fn put(transaction: &Transaction<'_>, identity: &str, row: &str) -> Result<(), Error> {
    drop(transaction.object_store(ARTIFACTS)?.put(row).with_key(identity).without_key_type().primitive()?);
    Ok(())
}

/// Changes the record of a file, and returns what it said before; `None` where there is none, or where it could not be written: then
/// nothing has changed.
pub(super) async fn change(
    transaction: &Transaction<'_>,
    identity: &str,
    change: impl Fn(&mut Record),
) -> Result<Option<Record>, Error> {
    let Some(before) = get(transaction, identity).await? else { return Ok(None) };
    let mut record = before.clone();
    change(&mut record);
    let Ok(row) = record.to_json() else { return Ok(None) };
    put(transaction, identity, &row)?;
    Ok(Some(before))
}
