//! Putting a file together from chunks that come from elsewhere, in any order.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::identity::hex;
use super::ingest::keep_from_cleaning;
use super::place::{self, Place};
use super::record::{Held, Record};
use super::source::bytes_of;
use super::{CHUNK, MediaError, StoredFile, lost};
use crate::store::Store;
use crate::{digest, locks};

/// Stores chunk `index` of `file` if it is that chunk. A chunk that is here already is left as it is.
pub(super) async fn write(
    profile: &str,
    store: &Store,
    file: StoredFile,
    index: u32,
    blob: &Blob,
) -> Result<Held, MediaError> {
    let expected = file.range(index);
    if !file.is_sound() || blob.size() != (expected.end - expected.start) as f64 {
        return Err(MediaError::Mismatch);
    }
    let bytes = bytes_of(JsFuture::from(blob.array_buffer()).await)?;
    let hash = hex(&digest::begin(&bytes)?.finish().await?);
    if file.chunks.get(index as usize) != Some(&hash) {
        return Err(MediaError::Mismatch);
    }
    let _kept = keep_from_cleaning(profile, store).await?;
    // One chunk of a file at a time, in all tabs: a file can be open only once, and its record is read and written back.
    let lock = lock_name(profile, &file.identity);
    let _alone = locks::hold_where_known(&lock, locks::Mode::Exclusive).await?;
    let record = match lost::record(profile, store, &file.identity).await? {
        Some(record) => record,
        None => begin(profile, store, file).await?,
    };
    if !record.held.missing.contains(&index) {
        return Ok(record.held);
    }
    let (place, identity) = (record.place.clone(), record.held.file.identity.clone());
    if let Err(error) = put(profile, store, &place, index, &bytes).await {
        // A whole file that came in meanwhile takes the place of its part, and then nothing is missing any more.
        return match Record::find(store, &identity).await? {
            Some(now) if now.place != place && !now.held.missing.contains(&index) => Ok(now.held),
            _ => Err(error),
        };
    }
    let now = record.add_chunk(store, index).await?;
    if now.place != place {
        place.clear(profile, store).await?;
    }
    Ok(now.held)
}

/// The lock that is held by whoever puts a chunk of a file in its place, or takes all of them away.
pub(super) fn lock_name(profile: &str, identity: &str) -> String {
    format!("cairn-chunks-{profile}-{identity}")
}

/// Writes chunk `index` where it belongs in `place`.
async fn put(profile: &str, store: &Store, place: &Place, index: u32, bytes: &Uint8Array) -> Result<(), MediaError> {
    match place {
        Place::File(name) => {
            let handle = place::open(profile, name).await?;
            handle.write(bytes, u64::from(index) * CHUNK)?;
            Ok(handle.flush()?)
        }
        Place::Rows(name) => place::put_row(store, name, index, bytes).await,
    }
}

/// A record of a file of which nothing is here yet. The empty file behind it is recorded before it is filled, so that it is
/// neither lost nor swept away.
async fn begin(profile: &str, store: &Store, file: StoredFile) -> Result<Record, MediaError> {
    let (place, handle) = Place::new(profile).await?;
    drop(handle);
    let record = Record { held: Held::awaited(file), place: place.clone() }.add_part(store).await?;
    if record.place != place {
        place.clear(profile, store).await?;
    }
    Ok(record)
}
