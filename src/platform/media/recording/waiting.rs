//! Recordings as the page has them: made through the worker, found again, looked at, let go.

use std::time::Duration;

use gloo_file::Blob;
use wasm_bindgen::JsValue;

use super::finish::PutRight;
use super::row::{self, About, Recording, Safe};
use super::whole;
use crate::bytes::Bytes;
use crate::media::message::{Copied, Request};
use crate::media::record::Record;
use crate::media::{HEAD, Ingested, Media, MediaError, payload};
use crate::{BrowserError, Cancel, files, locks};

/// A recording as it is kept.
#[derive(Clone, Debug)]
pub struct Finished {
    /// Its bytes.
    pub bytes: Bytes,
    /// How long it is.
    pub length: Duration,
    /// Whether parts of it can be had.
    pub can_be_cut: bool,
}

impl Media {
    /// Makes room for a recording. Until it is kept or thrown away it is found by [`Self::recordings`], also after a crash.
    ///
    /// # Errors
    /// Any of [`MediaError`] but `Cancelled`.
    pub async fn begin_recording(&self, about: About) -> Result<Recording, MediaError> {
        let request = Request::BeginRecording { profile: self.0.profile.clone(), about };
        self.call(&request, JsValue::UNDEFINED, |()| (), &Cancel::new()).await
    }

    /// Adds the next part to a recording that is now `until` long, and returns once it is on the disk. One part at a time.
    ///
    /// # Errors
    /// `Quota` where the disk is full; what came before is safe.
    pub async fn append(&self, id: &str, until: Duration, part: &Bytes) -> Result<Safe, MediaError> {
        let request = Request::Append { id: id.to_owned(), ms: milliseconds(until) };
        self.call(&request, payload(part.blob()), |()| (), &Cancel::new()).await
    }

    /// Closes a recording at its end. It waits to be kept or thrown away.
    ///
    /// # Errors
    /// Any of [`MediaError`] but `Cancelled`; it counts as interrupted then.
    pub async fn end_recording(&self, id: &str) -> Result<Recording, MediaError> {
        let request = Request::EndRecording { id: id.to_owned() };
        self.call(&request, JsValue::UNDEFINED, |()| (), &Cancel::new()).await
    }

    /// The recordings that nobody is making now, in any tab: ended or interrupted, neither kept nor thrown away. The oldest
    /// first. One that was interrupted before its first part is let go.
    ///
    /// # Errors
    /// Trouble with the database.
    pub async fn recordings(&self) -> Result<Vec<Recording>, MediaError> {
        let mut free = Vec::new();
        for recording in row::all(&self.0.store).await? {
            // One that has ended is not asked about: its lock may be on its way back still.
            if recording.ended || !is_being_made(&recording).await? {
                free.push(recording.id);
            }
        }
        let mut waiting = Vec::new();
        // Read again: what ended between the first look and the second would else be told as interrupted.
        for recording in row::all(&self.0.store).await? {
            if !free.contains(&recording.id) {
                continue;
            }
            if recording.safe.bytes == 0 {
                recording.forget(&self.0.store).await?;
                // Its file may not be closed yet. What is left of it is swept away at the next start.
                drop(recording.place.clear(&self.0.profile, &self.0.store).await);
            } else {
                waiting.push(recording);
            }
        }
        waiting.sort_by_key(|recording| recording.about.begun);
        Ok(waiting)
    }

    /// A recording as it is kept, without reading all of it: with its length, and with places to seek to where its kind has them;
    /// or the part of it between two times. A part begins at a picture that can be shown without another.
    ///
    /// # Errors
    /// `Missing` where its bytes are gone, or none lie between the times; `Unreadable` where it cannot be cut.
    pub async fn finished(
        &self,
        recording: &Recording,
        part: Option<(Duration, Duration)>,
    ) -> Result<Finished, MediaError> {
        let profile = self.0.profile.clone();
        let part = part.map(|(from, to)| (milliseconds(from), milliseconds(to)));
        let (put_right, blob) =
            self.call_for_blob::<PutRight>(&Request::Finish { profile, recording: recording.clone(), part }).await?;
        let length = put_right.ms.map_or(recording.safe.length(), Duration::from_millis);
        Ok(Finished { bytes: blob.into(), length, can_be_cut: put_right.ms.is_some() })
    }

    /// Makes a recording a stored file where it lies, without room for a copy. It waits on until it is [discarded](Self::discard).
    ///
    /// # Errors
    /// `Quota` where it cannot stay where it lies.
    pub async fn adopt(&self, recording: &Recording) -> Result<Ingested, MediaError> {
        let whole = Blob::from(whole::of(&self.0.profile, &self.0.store, recording).await?);
        let head = files::read(&whole.slice(0, HEAD.min(recording.safe.bytes))).await?;
        let request = Request::Adopt { profile: self.0.profile.clone(), recording: recording.clone() };
        let Copied { file, taken_out } = self.call(&request, JsValue::UNDEFINED, |()| (), &Cancel::new()).await?;
        Ok(Ingested { file, head, taken_out })
    }

    /// Throws a recording away, for ever. One that is gone is no error, and one that became a file leaves that alone.
    ///
    /// # Errors
    /// Trouble with the database or the file system.
    pub async fn discard(&self, recording: &Recording) -> Result<(), MediaError> {
        let (profile, store) = (&self.0.profile, &self.0.store);
        recording.forget(store).await?;
        let is_a_file = Record::all(store).await?.iter().any(|record| record.place == recording.place);
        if is_a_file { Ok(()) } else { recording.place.clear(profile, store).await }
    }
}

fn milliseconds(length: Duration) -> u64 {
    u64::try_from(length.as_millis()).unwrap_or(u64::MAX)
}

/// Whether some tab holds it open.
async fn is_being_made(recording: &Recording) -> Result<bool, BrowserError> {
    // Shared, so that two who look at the same time do not take each other for somebody who records.
    match locks::try_hold(&recording.lock(), locks::Mode::Shared).await {
        Ok(free) => Ok(free.is_none()),
        // Where there are no locks there is one tab, and it asks when it records nothing.
        Err(error) if error.name == "NotSupportedError" => Ok(false),
        Err(error) => Err(error),
    }
}
