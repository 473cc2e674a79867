//! Putting a recording right, in the worker. A browser's recorder cannot know at the beginning how long it will be, so its WebM says
//! neither that nor where one can seek to. The new file is put together from slices of the old one: that takes no room.

use media::Fault;
use media::webm;
use serde::{Deserialize, Serialize};
use web_sys::Blob;

use super::row::Recording;
use super::whole;
use crate::BrowserError;
use crate::input::Input;
use crate::media::MediaError;
use crate::media::assemble::assembled;
use crate::store::Store;

/// What is known of a recording that was put right.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(in crate::media) struct PutRight {
    /// Its length in milliseconds; nothing where its kind is not understood, and it stays as it came.
    pub(in crate::media) ms: Option<u64>,
}

/// The recording, or the part of it between two times in milliseconds.
pub(in crate::media) async fn finish(
    profile: &str,
    store: &Store,
    recording: &Recording,
    part: Option<(u64, u64)>,
) -> Result<(PutRight, Blob), MediaError> {
    let whole = whole::of(profile, store, recording).await?;
    let known = match webm::Recording::read(Input::of_blob(whole.clone())?) {
        Ok(known) => known,
        // MP4, or something that this version does not understand: it plays all the same.
        Err(Fault::Kept(_)) if part.is_none() => return Ok((PutRight { ms: None }, whole)),
        Err(error) => return Err(MediaError::Unreadable(error.to_string())),
    };
    let (plan, ms) = match part {
        None => (known.finish(), known.duration_ms()),
        Some((from, to)) => {
            let cut = known.trim(Input::of_blob(whole.clone())?, from, to);
            let cut = cut.map_err(|error| MediaError::Unreadable(error.to_string()))?.ok_or(MediaError::Missing)?;
            (cut.plan, cut.to_ms - cut.from_ms)
        }
    };
    let made = assembled(&whole, &plan)?;
    let media_type = &recording.about.media_type;
    let typed =
        made.slice_with_f64_and_f64_and_content_type(0.0, made.size(), media_type).map_err(BrowserError::from)?;
    Ok((PutRight { ms: Some(ms) }, typed))
}
