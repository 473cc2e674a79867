//! The learner's files on this device.
//!
//! A file is cut into chunks of 8 MiB; its *identity* is the SHA-256 of its only chunk, or over the chunks' hashes in a row.
//! The bytes lie in the browser's file system, one file each; where a trial shows that a worker cannot write there, in rows of
//! the database. Either way a file exists once the database has recorded it under its identity, and identical bytes are stored
//! once.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_file::Blob;
use wasm_bindgen::{JsCast as _, JsValue};

mod assemble;
mod chunk;
mod clean;
mod error;
mod identity;
mod ingest;
mod intake;
mod lost;
mod measures;
mod message;
mod picture;
mod place;
mod privacy;
mod read;
mod reading;
mod record;
mod recording;
mod source;
mod work;

pub use clean::delete_all;
pub use error::MediaError;
pub use identity::{CHUNK, StoredFile};
pub(crate) use intake::Intake;
pub use measures::Measures;
use message::{Copied, Request};
pub use message::{Ingested, Progress};
pub use picture::{MOST_PIXELS, SMALL, Shrunk};
pub use privacy::{Telling, Told};
pub use record::Held;
pub use recording::{About, Finished, Recording, Safe};
pub use work::serve_worker;

use super::bytes::Bytes;
use super::files::PickedFile;
use super::store::Store;
use super::worker::{self, Client};
use super::{BrowserError, Cancel};

/// The files of one profile. Clones share the worker.
#[derive(Clone)]
pub struct Media(Rc<Inner>);

struct Inner {
    profile: String,
    store: Store,
    worker: RefCell<Option<Rc<Client>>>,
}

/// Enough of a file's beginning to tell its type.
const HEAD: u64 = 4096;

impl Media {
    /// The files of `profile`. Nothing is opened until it is needed.
    pub fn new(profile: &str, store: Store) -> Self {
        let profile = profile.to_owned();
        Self(Rc::new(Inner { profile, store, worker: RefCell::new(None) }))
    }

    /// Copies a file into the profile, and returns once it is on the disk and recorded. Memory use does not grow with its size.
    ///
    /// # Errors
    /// Any of [`MediaError`]; nothing of the file is left then.
    pub async fn ingest(
        &self,
        file: &PickedFile,
        on_progress: impl FnMut(Progress),
        cancel: &Cancel,
    ) -> Result<Ingested, MediaError> {
        self.copy(file, false, on_progress, cancel).await
    }

    /// As [`Self::ingest`], but a picture loses on the way what it tells that nobody meant to share: the copy is another file then.
    ///
    /// # Errors
    /// Any of [`MediaError`]; nothing of the file is left then.
    pub async fn ingest_clean(
        &self,
        file: &PickedFile,
        on_progress: impl FnMut(Progress),
        cancel: &Cancel,
    ) -> Result<Ingested, MediaError> {
        self.copy(file, true, on_progress, cancel).await
    }

    async fn copy(
        &self,
        file: &PickedFile,
        clean: bool,
        on_progress: impl FnMut(Progress),
        cancel: &Cancel,
    ) -> Result<Ingested, MediaError> {
        let head = file.head(HEAD).await.map_err(|error| MediaError::Unreadable(error.to_string()))?;
        let request = Request::Ingest { profile: self.0.profile.clone(), clean };
        let Copied { file, taken_out } = self.call(&request, payload(file.blob()), on_progress, cancel).await?;
        Ok(Ingested { file, head, taken_out })
    }

    /// As [`Self::ingest`], for bytes that are in memory already.
    ///
    /// # Errors
    /// Any of [`MediaError`].
    pub async fn ingest_bytes(&self, bytes: &[u8]) -> Result<Ingested, MediaError> {
        self.ingest(&PickedFile::of_bytes("", bytes), |_| (), &Cancel::new()).await
    }

    /// As [`Self::ingest`], for bytes that the browser keeps already.
    ///
    /// # Errors
    /// Any of [`MediaError`].
    pub async fn ingest_made(&self, bytes: &Bytes) -> Result<StoredFile, MediaError> {
        let request = Request::Ingest { profile: self.0.profile.clone(), clean: false };
        let copied: Copied = self.call(&request, payload(bytes.blob()), |_: Progress| (), &Cancel::new()).await?;
        Ok(copied.file)
    }

    /// How large and how long a stored file says it is. Nothing is decoded.
    ///
    /// # Errors
    /// `Missing` if the file is not here.
    pub async fn measure(&self, identity: &str) -> Result<Measures, MediaError> {
        let request = Request::Measure { profile: self.0.profile.clone(), identity: identity.to_owned() };
        self.call(&request, JsValue::UNDEFINED, |()| (), &Cancel::new()).await
    }

    /// What a stored file tells that nobody meant to share. It is looked at, not stored.
    ///
    /// # Errors
    /// `Missing` if the file is not here.
    pub async fn tells(&self, identity: &str) -> Result<Telling, MediaError> {
        let request = Request::Tell { profile: self.0.profile.clone(), identity: identity.to_owned() };
        self.call(&request, JsValue::UNDEFINED, |()| (), &Cancel::new()).await
    }

    /// Makes a copy of a stored file without what it [tells](Self::tells), as far as that can be taken out, with the words for what
    /// was. The stored file stays.
    ///
    /// # Errors
    /// Any of [`MediaError`]; nothing of the copy is left then.
    pub async fn clean_copy(
        &self,
        identity: &str,
        on_progress: impl FnMut(Progress),
        cancel: &Cancel,
    ) -> Result<(StoredFile, Vec<String>), MediaError> {
        let request = Request::Clean { profile: self.0.profile.clone(), identity: identity.to_owned() };
        let copied: Copied = self.call(&request, JsValue::UNDEFINED, on_progress, cancel).await?;
        Ok((copied.file, copied.taken_out))
    }

    /// Measures a stored picture in the worker, and stores a small one of it as a file of its own, unless it is small itself.
    ///
    /// # Errors
    /// `NoPicture` if there can be none, `Missing` if the file is not here.
    pub async fn shrink(&self, identity: &str, media_type: &str) -> Result<Shrunk, MediaError> {
        let (profile, identity) = (self.0.profile.clone(), identity.to_owned());
        let request = Request::Shrink { profile, identity, media_type: media_type.to_owned() };
        self.call(&request, JsValue::UNDEFINED, |()| (), &Cancel::new()).await
    }

    /// Stores one chunk of a file that lies elsewhere. When the last one arrives the file is whole.
    ///
    /// # Errors
    /// `Mismatch` if the bytes are not that chunk, or the file's own hashes do not make its identity.
    pub async fn write_chunk(&self, file: &StoredFile, index: u32, bytes: &Bytes) -> Result<Held, MediaError> {
        let request = Request::WriteChunk { profile: self.0.profile.clone(), file: file.clone(), index };
        self.call(&request, payload(bytes.blob()), |()| (), &Cancel::new()).await
    }

    async fn call<P, T>(
        &self,
        request: &Request,
        payload: JsValue,
        on_progress: impl FnMut(P),
        cancel: &Cancel,
    ) -> Result<T, MediaError>
    where
        P: serde::de::DeserializeOwned,
        T: serde::de::DeserializeOwned,
    {
        // A cancel before the first message must not start anything.
        if cancel.is_cancelled() {
            return Err(MediaError::Cancelled);
        }
        Ok(self.worker()?.call(request, payload, on_progress, cancel).await?.0)
    }

    /// As [`Self::call`], for an answer that brings a blob along.
    async fn call_for_blob<T: serde::de::DeserializeOwned>(&self, request: &Request) -> Result<(T, Blob), MediaError> {
        let call = self.worker()?.call(request, JsValue::UNDEFINED, |()| (), &Cancel::new()).await?;
        let (answer, blob): (T, JsValue) = call;
        let none = |_| BrowserError::new("DataError", "the worker sent no blob");
        Ok((answer, Blob::from(blob.dyn_into::<web_sys::Blob>().map_err(none)?)))
    }

    /// The running worker, or a new one if there is none or it broke.
    fn worker(&self) -> Result<Rc<Client>, MediaError> {
        let mut worker = self.0.worker.borrow_mut();
        if let Some(running) = worker.as_ref().filter(|worker| !worker.is_broken()) {
            return Ok(Rc::clone(running));
        }
        let started = Rc::new(worker::start("cairn-media")?);
        *worker = Some(Rc::clone(&started));
        Ok(started)
    }
}

/// What is sent to the worker: the blob itself, not its bytes.
fn payload(blob: &Blob) -> JsValue {
    web_sys::Blob::from(blob.clone()).into()
}
