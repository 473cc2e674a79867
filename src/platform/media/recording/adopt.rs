//! Making a recording a stored file where it lies, in the worker: where the disk is full there is no room for a copy.

use crate::Cancel;
use crate::media::ingest::{hashes, keep_from_cleaning};
use crate::media::place::{self, Place};
use crate::media::record::{Held, Record};
use crate::media::{MediaError, Recording, StoredFile};
use crate::store::Store;

/// Records a recording as a file, as it came from the recorder. It waits on until it is discarded: nothing names the file yet. A recording
/// in rows of the database is not laid out as a file is.
pub(in crate::media) async fn adopt(
    profile: &str,
    store: &Store,
    recording: &Recording,
) -> Result<StoredFile, MediaError> {
    let Place::File(name) = &recording.place else { return Err(MediaError::Quota) };
    let _kept = keep_from_cleaning(profile, store).await?;
    let handle = place::open(profile, name).await?;
    // Behind what is safe there may be half a part.
    handle.truncate(recording.safe.bytes)?;
    handle.flush()?;
    drop(handle);
    let blob = place::folder(profile).await?.read(name).await?.into();
    let file = StoredFile::of_chunks(recording.safe.bytes, hashes(&blob, |_| (), &Cancel::new()).await?);
    let held = Held::whole(file.clone());
    if let Some(unneeded) = (Record { held, place: recording.place.clone() }).add_whole(profile, store).await? {
        unneeded.clear(profile, store).await?;
    }
    Ok(file)
}
