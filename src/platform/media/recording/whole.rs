//! The bytes of a recording.

use gloo_file::Blob;
use js_sys::Array;
use web_sys::BlobPropertyBag;

use super::row::Recording;
use crate::BrowserError;
use crate::media::MediaError;
use crate::media::place::{self, Place};
use crate::store::Store;

/// All of a recording that is safe, without reading it, as it came from the recorder.
pub(super) async fn of(profile: &str, store: &Store, recording: &Recording) -> Result<web_sys::Blob, MediaError> {
    let parts = Array::new();
    match &recording.place {
        Place::File(name) => {
            let file = Blob::from(file(profile, name).await?);
            if file.size() < recording.safe.bytes {
                return Err(MediaError::Missing);
            }
            // Behind what is safe there may be half a part.
            parts.push(web_sys::Blob::from(file.slice(0, recording.safe.bytes)).as_ref());
        }
        Place::Rows(name) => {
            for part in 0..recording.safe.parts {
                parts.push(&place::get_row(store, name, part).await?.into());
            }
        }
    }
    let options = BlobPropertyBag::new();
    options.set_type(&recording.about.media_type);
    Ok(web_sys::Blob::new_with_blob_sequence_and_options(&parts, &options).map_err(BrowserError::from)?)
}

async fn file(profile: &str, name: &str) -> Result<web_sys::File, MediaError> {
    match place::folder(profile).await?.read(name).await {
        Err(error) if error.name == "NotFoundError" => Err(MediaError::Missing),
        file => Ok(file?),
    }
}
