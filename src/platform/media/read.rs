//! Reading what is stored, without copying it where that can be helped.

use gloo_file::Blob;
use js_sys::Array;
use web_sys::BlobPropertyBag;

use super::place::{self, Place};
use super::record::{Held, Record};
use super::{Media, MediaError, lost};
use crate::BrowserError;
use crate::bytes::Bytes;
use crate::files;
use crate::object_url::ObjectUrl;
use crate::opfs::SyncHandle;

impl Media {
    /// An address under which the browser shows, plays and seeks the file, as `media_type`.
    ///
    /// The type decides what the browser does with the bytes: it must come from a look at them, never from the file's name.
    ///
    /// # Errors
    /// `Missing` if the file is not here, or not whole.
    pub async fn open(&self, identity: &str, media_type: &str) -> Result<ObjectUrl, MediaError> {
        Ok(ObjectUrl::new(self.blob(identity, media_type).await?))
    }

    /// Takes note that somebody looks at a file: what nobody looked at for longest goes first where room is needed.
    ///
    /// # Errors
    /// Trouble with the database.
    pub async fn note_used(&self, identity: &str) -> Result<(), MediaError> {
        Record::note_used(&self.0.store, identity).await
    }

    /// All bytes of a file of at most `limit` bytes.
    ///
    /// # Errors
    /// `Missing` if the file is not here, `TooLarge` if it is larger.
    pub async fn read(&self, identity: &str, limit: u64) -> Result<Vec<u8>, MediaError> {
        let blob = self.blob(identity, "").await?;
        if blob.size() > limit {
            return Err(MediaError::TooLarge(blob.size()));
        }
        Ok(files::read(&blob).await?)
    }

    /// The first bytes of a file, at most `count` of them.
    ///
    /// # Errors
    /// `Missing` if the file is not here.
    pub async fn read_start(&self, identity: &str, count: u64) -> Result<Vec<u8>, MediaError> {
        let blob = self.blob(identity, "").await?;
        Ok(files::read(&blob.slice(0, count.min(blob.size()))).await?)
    }

    /// Chunk `index`, at most 8 MiB, without reading it.
    ///
    /// # Errors
    /// `Missing` if the chunk is not here.
    pub async fn chunk(&self, identity: &str, index: u32) -> Result<Bytes, MediaError> {
        let record = self.record(identity).await?;
        let exists = (index as usize) < record.held.file.chunks.len();
        if !exists || record.held.missing.contains(&index) {
            return Err(MediaError::Missing);
        }
        self.or_note_loss(identity, self.part(&record, index).await).await
    }

    async fn part(&self, record: &Record, index: u32) -> Result<Bytes, MediaError> {
        match &record.place {
            Place::File(name) => {
                let range = record.held.file.range(index);
                let file = Blob::from(place::file(&self.0.profile, name).await?);
                if file.size() < range.end {
                    return Err(MediaError::Missing);
                }
                Ok(file.slice(range.start, range.end).into())
            }
            Place::Rows(name) => Ok(Blob::new(place::get_row(&self.0.store, name, index).await?).into()),
        }
    }

    /// All of a file, without reading it.
    ///
    /// # Errors
    /// `Missing` if the file is not here, or not whole.
    pub async fn whole(&self, identity: &str) -> Result<Bytes, MediaError> {
        Ok(self.blob(identity, "").await?.into())
    }

    /// A file for reading without waiting, in a worker; `None` if it lies in the database, or somebody else has it open.
    pub(crate) async fn read_at_once(&self, identity: &str) -> Result<Option<SyncHandle>, MediaError> {
        match self.record(identity).await?.place {
            Place::File(name) => Ok(place::folder(&self.0.profile).await?.read_at_once(&name).await.ok()),
            Place::Rows(_) => Ok(None),
        }
    }

    /// How much of a file is here; `None`: nothing is known of it. One whose bytes were lost is awaited from now on.
    ///
    /// # Errors
    /// Trouble with the database.
    pub async fn held(&self, identity: &str) -> Result<Option<Held>, MediaError> {
        Ok(lost::record(&self.0.profile, &self.0.store, identity).await?.map(|record| record.held))
    }

    /// Every file of which something is here.
    ///
    /// # Errors
    /// Trouble with the database.
    pub async fn list(&self) -> Result<Vec<Held>, MediaError> {
        Ok(Record::all(&self.0.store).await?.into_iter().map(|record| record.held).collect())
    }

    pub(super) async fn blob(&self, identity: &str, media_type: &str) -> Result<Blob, MediaError> {
        let record = self.record(identity).await?;
        if !record.held.is_whole() {
            return Err(MediaError::Missing);
        }
        let parts = self.or_note_loss(identity, self.parts(&record).await).await?;
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let blob = web_sys::Blob::new_with_blob_sequence_and_options(&parts, &options);
        Ok(blob.map_err(BrowserError::from)?.into())
    }

    async fn parts(&self, record: &Record) -> Result<Array, MediaError> {
        let parts = Array::new();
        match &record.place {
            Place::File(name) => {
                let file = place::file(&self.0.profile, name).await?;
                if file.size() != record.held.file.size as f64 {
                    return Err(MediaError::Missing);
                }
                parts.push(&file);
            }
            Place::Rows(name) => {
                for index in (0..).take(record.held.file.chunks.len()) {
                    parts.push(&place::get_row(&self.0.store, name, index).await?.into());
                }
            }
        }
        Ok(parts)
    }

    /// What came of reading a file. Where its bytes are gone, that is recorded.
    async fn or_note_loss<T>(&self, identity: &str, read: Result<T, MediaError>) -> Result<T, MediaError> {
        if matches!(read, Err(MediaError::Missing)) {
            self.held(identity).await?;
        }
        read
    }

    async fn record(&self, identity: &str) -> Result<Record, MediaError> {
        Record::find(&self.0.store, identity).await?.ok_or(MediaError::Missing)
    }
}
