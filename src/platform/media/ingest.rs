//! Taking a file in: read, written, hashed, flushed, and only then recorded.

use std::collections::VecDeque;

use gloo_file::Blob;
use js_sys::Uint8Array;

use super::identity::{chunk_count, hex};
use super::place::{self, Place};
use super::record::{Held, Record};
use super::source::Source;
use super::{MediaError, Progress, StoredFile};
use crate::opfs::SyncHandle;
use crate::store::Store;
use crate::{Cancel, digest, locks};

/// Digests that run while the next chunk is read and written. Two keep the hashing thread busy; each holds 8 MiB.
const IN_FLIGHT: usize = 2;

/// Copies `blob` into the profile and records it. After an error nothing of it is left.
pub(super) async fn ingest(
    profile: &str,
    store: &Store,
    blob: &web_sys::Blob,
    report: impl Fn(Progress),
    cancel: &Cancel,
) -> Result<StoredFile, MediaError> {
    let blob = Blob::from(blob.clone());
    // While it is held nobody sweeps away what is not recorded yet.
    let _lock = keep_from_cleaning(profile, store).await?;
    let (place, handle) = Place::new(profile).await?;
    let copied = async {
        let target = Target { store, place: &place, handle: handle.as_ref() };
        let chunks = copy(&blob, Some(&target), report, cancel).await?;
        if let Some(handle) = &handle {
            handle.flush()?;
        }
        let file = StoredFile::of_chunks(blob.size(), chunks);
        let held = Held::whole(file.clone());
        let unneeded = Record { held, place: place.clone() }.add_whole(profile, store).await?;
        Ok((file, unneeded))
    };
    let copied = copied.await;
    // A file that is open cannot be removed.
    drop(handle);
    match copied {
        Ok((file, None)) => Ok(file),
        Ok((file, Some(unneeded))) => {
            // Who has it open now removes it, or the next start does: the file is whole all the same.
            drop(unneeded.clear(profile, store).await);
            Ok(file)
        }
        Err(error) => {
            // What cannot be removed now is swept away at the next start; the first error is the one to tell.
            drop(place.clear(profile, store).await);
            Err(error)
        }
    }
}

/// The lock that everyone shares who writes bytes before they are recorded. Without locks there is no cleaning either.
///
/// # Errors
/// `Closed` if the profile was deleted before the lock came.
pub(super) async fn keep_from_cleaning(profile: &str, store: &Store) -> Result<Option<locks::Lock>, MediaError> {
    let lock = locks::hold_where_known(&lock_name(profile), locks::Mode::Shared).await?;
    store.connection().ready().await?;
    Ok(lock)
}

pub(super) fn lock_name(profile: &str) -> String {
    format!("cairn-media-{profile}")
}

struct Target<'a> {
    store: &'a Store,
    place: &'a Place,
    handle: Option<&'a SyncHandle>,
}

impl Target<'_> {
    /// Writes a piece where there is a file to write to; otherwise it waits until its chunk is whole.
    fn write(&self, piece: &Uint8Array, at: u64) -> Result<(), MediaError> {
        self.handle.map_or(Ok(()), |handle| Ok(handle.write(piece, at)?))
    }

    /// A chunk whose pieces were all written.
    async fn end_chunk(&self, index: u32, bytes: &Uint8Array) -> Result<(), MediaError> {
        let (None, Place::File(name) | Place::Rows(name)) = (self.handle, self.place) else { return Ok(()) };
        place::put_row(self.store, name, index, bytes).await
    }
}

/// The hashes of a file's chunks, for one that lies where it belongs.
pub(super) async fn hashes(blob: &Blob, report: impl Fn(Progress), cancel: &Cancel) -> Result<Vec<String>, MediaError> {
    copy(blob, None, report, cancel).await
}

/// Copies chunk by chunk and returns their hashes. The browser takes its own copy of what it hashes, so while one chunk is read
/// two more are in memory at most.
async fn copy(
    blob: &Blob,
    target: Option<&Target<'_>>,
    report: impl Fn(Progress),
    cancel: &Cancel,
) -> Result<Vec<String>, MediaError> {
    let total = blob.size();
    let count = u32::try_from(chunk_count(total)).map_err(|_| MediaError::TooLarge(total))?;
    let mut source = Source::open(blob);
    let mut hashes = Vec::new();
    let mut digests = VecDeque::with_capacity(IN_FLIGHT);
    let mut done = 0;
    for index in 0..count {
        let bytes = source.next(|piece, at| target.map_or(Ok(()), |target| target.write(piece, at))).await?;
        digests.push_back(digest::begin(&bytes)?);
        if let Some(target) = target {
            target.end_chunk(index, &bytes).await?;
        }
        done += u64::from(bytes.length());
        source.give_back(&bytes);
        if digests.len() >= IN_FLIGHT
            && let Some(oldest) = digests.pop_front()
        {
            hashes.push(hex(&oldest.finish().await?));
        }
        if cancel.is_cancelled() {
            return Err(MediaError::Cancelled);
        }
        report(Progress { done, total });
    }
    for digest in digests {
        hashes.push(hex(&digest.finish().await?));
    }
    Ok(hashes)
}
