//! Taking a file in piece by piece, by a worker that unpacks it and works out its hashes itself.

use std::io;

use js_sys::{Array, Uint8Array};

use super::ingest::keep_from_cleaning;
use super::place::{self, Place};
use super::record::{Held, Record};
use super::source::Source;
use super::{MediaError, StoredFile};
use crate::BrowserError;
use crate::locks::Lock;
use crate::opfs::SyncHandle;
use crate::store::Store;

/// A file on its way in. What is neither kept nor discarded is swept away at a later start.
pub(crate) struct Intake {
    profile: String,
    store: Store,
    place: Place,
    target: Target,
    size: u64,
    _lock: Option<Lock>,
}

enum Target {
    File(SyncHandle),
    /// Rows can be written only once all pieces are here, because writing them has to be waited for.
    Rows(Array),
}

impl Intake {
    /// Makes a place for a file.
    pub(crate) async fn begin(profile: &str, store: &Store) -> Result<Self, MediaError> {
        let lock = keep_from_cleaning(profile, store).await?;
        let (place, handle) = Place::new(profile).await?;
        let target = handle.map_or_else(|| Target::Rows(Array::new()), Target::File);
        Ok(Self { profile: profile.to_owned(), store: store.clone(), place, target, size: 0, _lock: lock })
    }

    /// Takes the next piece, of any length.
    pub(crate) fn push(&mut self, piece: &[u8]) -> io::Result<()> {
        match &mut self.target {
            Target::File(handle) => handle.write_slice(piece, self.size).map_err(io::Error::other)?,
            Target::Rows(pieces) => {
                pieces.push(&Uint8Array::from(piece));
            }
        }
        self.size += piece.len() as u64;
        Ok(())
    }

    /// Records the pieces as `file`, whose hashes the caller has worked out from them.
    pub(crate) async fn keep(self, file: StoredFile) -> Result<(), MediaError> {
        match self.target {
            Target::File(handle) => handle.flush()?,
            Target::Rows(pieces) => {
                let (Place::Rows(name) | Place::File(name)) = &self.place;
                let blob = web_sys::Blob::new_with_u8_array_sequence(&pieces).map_err(BrowserError::from)?;
                let mut source = Source::open(&blob.into());
                for index in (0..).take(file.chunks.len()) {
                    let chunk = source.next(|_, _| Ok(())).await?;
                    place::put_row(&self.store, name, index, &chunk).await?;
                    source.give_back(&chunk);
                }
            }
        }
        let held = Held::whole(file);
        match (Record { held, place: self.place }).add_whole(&self.profile, &self.store).await? {
            Some(unneeded) => unneeded.clear(&self.profile, &self.store).await,
            None => Ok(()),
        }
    }

    /// Throws the pieces away.
    pub(crate) async fn discard(self) -> Result<(), MediaError> {
        drop(self.target);
        self.place.clear(&self.profile, &self.store).await
    }
}
