//! Bytes that are gone although the database says that they are here: a disk may fail, and somebody may clear what they should not.
//!
//! Such a file is recorded as one that has yet to come: then nobody is told that it is here, whoever syncs fetches it, and the same file
//! added again is stored again.

use indexed_db_futures::transaction::Transaction;

use super::MediaError;
use super::place::{self, Place};
use super::record::{Held, Record, change};
use crate::store::{ARTIFACTS, Store};

/// What is held of a file, once that has been compared with what is there.
pub(super) async fn held(profile: &str, store: &Store, identity: &str) -> Result<Option<Held>, MediaError> {
    let Some(record) = Record::find(store, identity).await? else { return Ok(None) };
    if !record.held.is_whole() || !is_lost(profile, store, &record).await? {
        return Ok(Some(record.held));
    }
    // They can come again to another place only: what is left in the old one is swept away.
    let awaited = Record { held: Held::awaited(record.held.file.clone()), place: record.place.another()? };
    let write = async |transaction: &Transaction<'_>| {
        let lose = |now: &mut Record| {
            // Somebody may have let it go, or brought it again, in this moment.
            if now.place == record.place {
                *now = awaited.clone();
            }
        };
        change(transaction, identity, lose).await
    };
    store.connection().write(&[ARTIFACTS], write).await?;
    Ok(Record::find(store, identity).await?.map(|record| record.held))
}

/// Whether a file that is recorded as whole is not there, or not in its length. What cannot be found out is no loss.
async fn is_lost(profile: &str, store: &Store, record: &Record) -> Result<bool, MediaError> {
    let Held { file, .. } = &record.held;
    match &record.place {
        Place::File(name) => match place::file(profile, name).await {
            Ok(found) => Ok(found.size() != file.size as f64),
            Err(MediaError::Missing) => Ok(true),
            Err(_) => Ok(false),
        },
        Place::Rows(name) => Ok(place::count_rows(store, name).await? < file.chunks.len()),
    }
}
