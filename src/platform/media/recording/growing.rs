//! Writing recordings, in the worker.

use std::cell::RefCell;
use std::collections::HashMap;

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::row::{About, Recording, Safe};
use crate::locks::{self, Lock, Mode};
use crate::media::MediaError;
use crate::media::ingest::keep_from_cleaning;
use crate::media::place::{self, Place};
use crate::media::source::bytes_of;
use crate::opfs::SyncHandle;
use crate::random;
use crate::store::Store;

/// The recordings that this worker is writing, by their ids.
#[derive(Default)]
pub(in crate::media) struct Growing(RefCell<HashMap<String, Open>>);

struct Open {
    recording: Recording,
    store: Store,
    handle: Option<SyncHandle>,
    /// Tells other tabs that somebody is at it. It goes with the worker, so a crash lets it go.
    _lock: Option<Lock>,
}

impl Growing {
    /// Makes room for a recording.
    pub(in crate::media) async fn begin(
        &self,
        profile: &str,
        store: Store,
        about: About,
    ) -> Result<Recording, MediaError> {
        // Until it is noted nobody must sweep it away.
        let _kept = keep_from_cleaning(profile, &store).await?;
        let (place, handle) = Place::new(profile).await?;
        let id = format!("{:032x}", random::bits128()?);
        let recording = Recording { id: id.clone(), about, safe: Safe::default(), ended: false, place };
        let lock = locks::hold_where_known(&recording.lock(), Mode::Exclusive).await?;
        recording.store(&store).await?;
        let open = Open { recording: recording.clone(), store, handle, _lock: lock };
        self.0.borrow_mut().insert(id, open);
        Ok(recording)
    }

    /// Adds the next part, and returns once it is on the disk.
    pub(in crate::media) async fn append(&self, id: &str, ms: u64, part: &Blob) -> Result<Safe, MediaError> {
        let mut open = self.take(id)?;
        let appended = open.append(ms, part).await;
        let safe = open.recording.safe;
        self.0.borrow_mut().insert(id.to_owned(), open);
        appended.map(|()| safe)
    }

    /// Closes a recording that came to its end.
    pub(in crate::media) async fn end(&self, id: &str) -> Result<Recording, MediaError> {
        let Open { mut recording, store, handle, _lock } = self.take(id)?;
        drop(handle);
        recording.ended = true;
        recording.store(&store).await?;
        Ok(recording)
    }

    /// Takes it out, so that two parts at once would be refused instead of being written over each other.
    fn take(&self, id: &str) -> Result<Open, MediaError> {
        self.0.borrow_mut().remove(id).ok_or(MediaError::Missing)
    }
}

impl Open {
    async fn append(&mut self, ms: u64, part: &Blob) -> Result<(), MediaError> {
        let bytes = bytes_of(JsFuture::from(part.array_buffer()).await)?;
        self.write(&bytes).await?;
        let Safe { bytes: before, parts, .. } = self.recording.safe;
        self.recording.safe = Safe { ms, bytes: before + u64::from(bytes.length()), parts: parts + 1 };
        self.recording.store(&self.store).await
    }

    async fn write(&self, bytes: &Uint8Array) -> Result<(), MediaError> {
        let Recording { safe, place, .. } = &self.recording;
        match (&self.handle, place) {
            (Some(handle), _) => {
                handle.write(bytes, safe.bytes)?;
                Ok(handle.flush()?)
            }
            (None, Place::File(name) | Place::Rows(name)) => place::put_row(&self.store, name, safe.parts, bytes).await,
        }
    }
}
