//! What a stored file says, read in the worker.

use gloo_file::Blob;
use reading::{Fault, Kind, Reading};
use wasm_bindgen::JsValue;

use super::message::Request;
use super::{Media, MediaError, StoredFile, ingest};
use crate::Cancel;
use crate::input::Input;
use crate::store::Store;

impl Media {
    /// What a stored file says, as much of it as is shown.
    ///
    /// # Errors
    /// `NotRead` if it cannot be read as `media_type`, `TooLarge` if it asks for too much, `Missing` if it is not here.
    pub async fn reading(&self, identity: &str, media_type: &str) -> Result<Reading, MediaError> {
        let (profile, identity) = (self.0.profile.clone(), identity.to_owned());
        let request = Request::Read { profile, identity, media_type: media_type.to_owned() };
        self.call(&request, JsValue::UNDEFINED, |()| (), &Cancel::new()).await
    }

    /// Stores the words in a stored file as a file of its own; nothing if there are none.
    ///
    /// # Errors
    /// As [`Self::reading`], and any trouble with storing.
    pub async fn words(&self, identity: &str, media_type: &str) -> Result<Option<StoredFile>, MediaError> {
        let (profile, identity) = (self.0.profile.clone(), identity.to_owned());
        let request = Request::Words { profile, identity, media_type: media_type.to_owned() };
        self.call(&request, JsValue::UNDEFINED, |()| (), &Cancel::new()).await
    }
}

/// Reads the file `identity` as `media_type`.
pub(super) async fn read(
    profile: &str,
    store: &Store,
    identity: &str,
    media_type: &str,
) -> Result<Reading, MediaError> {
    let file = Media::new(profile, store.clone()).blob(identity, "").await?;
    let kind = Kind::of(media_type).ok_or(MediaError::NotRead)?;
    let size = file.size();
    reading::read(Input::of_blob(file.into())?, kind).map_err(|fault| match fault {
        Fault::Damaged => MediaError::NotRead,
        Fault::TooLarge => MediaError::TooLarge(size),
        Fault::Io(error) => MediaError::Unreadable(error.to_string()),
    })
}

/// Stores the words in the file `identity`.
pub(super) async fn store_words(
    profile: &str,
    store: &Store,
    identity: &str,
    media_type: &str,
    cancel: &Cancel,
) -> Result<Option<StoredFile>, MediaError> {
    let words = read(profile, store, identity, media_type).await?.words();
    if words.trim().is_empty() {
        return Ok(None);
    }
    let file = Blob::new(words.as_bytes());
    ingest::ingest(profile, store, file.as_ref(), |_| (), cancel).await.map(Some)
}
