//! Bytes that are gone although the database says that they are here: a disk may fail, and somebody may clear what they should not.
//!
//! Their chunks are recorded as missing: then nobody is told that the file is here, whoever syncs fetches what is missing, and the
//! same file added again is stored again. What is left of it stays where it is.

use indexed_db_futures::transaction::Transaction;

use super::MediaError;
use super::place::{self, Place};
use super::record::{Record, change};
use crate::store::{ARTIFACTS, Store};

/// What is recorded of a file, once that has been compared with what is there.
pub(super) async fn record(profile: &str, store: &Store, identity: &str) -> Result<Option<Record>, MediaError> {
    let Some(record) = Record::find(store, identity).await? else { return Ok(None) };
    let lost = lost(profile, store, &record).await?;
    if lost.is_empty() {
        return Ok(Some(record));
    }
    let write = async |transaction: &Transaction<'_>| {
        let lose = |now: &mut Record| {
            // Somebody may have let it go, or brought it again, in this moment.
            if now.place == record.place {
                let missing = &mut now.held.missing;
                missing.extend(&lost);
                missing.sort_unstable();
                missing.dedup();
            }
        };
        change(transaction, identity, lose).await
    };
    store.connection().write(&[ARTIFACTS], write).await?;
    Record::find(store, identity).await
}

/// The chunks of a file that are recorded as here and are not. What cannot be found out is no loss.
async fn lost(profile: &str, store: &Store, record: &Record) -> Result<Vec<u32>, MediaError> {
    let file = &record.held.file;
    let recorded = (0..).take(file.chunks.len()).filter(|index| !record.held.missing.contains(index));
    let recorded: Vec<u32> = recorded.collect();
    if recorded.is_empty() {
        return Ok(recorded);
    }
    Ok(match &record.place {
        Place::File(name) => {
            let size = match place::file(profile, name).await {
                Ok(found) => found.size(),
                Err(MediaError::Missing) => 0.0,
                Err(_) => return Ok(Vec::new()),
            };
            recorded.into_iter().filter(|index| file.range(*index).end as f64 > size).collect()
        }
        Place::Rows(name) => {
            let here = place::rows_here(store, name).await?;
            recorded.into_iter().filter(|index| !here.contains(index)).collect()
        }
    })
}
