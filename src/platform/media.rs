//! The learner's files on this device.
//!
//! A file is cut into chunks of 8 MiB; its *identity* is the SHA-256 of its only chunk, or over the chunks' hashes in a row.
//! The bytes lie in the browser's file system, one file each; where a trial shows that a worker cannot write there, in rows of
//! the database. Either way a file exists once the database has recorded it under its identity, and identical bytes are stored
//! once.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_file::Blob;
use wasm_bindgen::JsValue;

mod chunk;
mod clean;
mod error;
mod identity;
mod ingest;
mod intake;
mod message;
mod place;
mod read;
mod record;
mod source;
mod work;

pub use clean::delete_all;
pub use error::MediaError;
pub use identity::{CHUNK, StoredFile};
pub(super) use intake::Intake;
use message::Request;
pub use message::{Ingested, Progress};
pub use record::Held;
pub use work::serve_worker;

use super::Cancel;
use super::bytes::Bytes;
use super::files::PickedFile;
use super::store::Store;
use super::worker::{self, Client};

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
        let head = file.head(HEAD).await.map_err(|error| MediaError::Unreadable(error.to_string()))?;
        let request = Request::Ingest { profile: self.0.profile.clone() };
        let stored = self.call(&request, payload(file.blob()), on_progress, cancel).await?;
        Ok(Ingested { file: stored, head })
    }

    /// As [`Self::ingest`], for bytes that are in memory already.
    ///
    /// # Errors
    /// Any of [`MediaError`].
    pub async fn ingest_bytes(&self, bytes: &[u8]) -> Result<Ingested, MediaError> {
        self.ingest(&PickedFile::of_bytes("", bytes), |_| (), &Cancel::new()).await
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
